// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Testing

@Suite struct ChoiceKindTests {
    static let letters = KindCase.table(
        #"""
        B | B | =
        B | (B) | =
        B | b | =
        B | (b) | =
        B | B. | =
        B | B) | =
        B | [B] | =
        B | "B" | =
        B | ['B'] | =
        ['C'] | C | =
        ["C"] | (C) | =
        B | \text{B} | =
        B | \text{(B)} | =
        B | \textbf{(B)} | =
        B | \boxed{B} | =
        B | \mathrm{B} | =
        B | \mathbf{(B)} | =
        B | {\rm B} | =
        B | $B$ | =
        B | **B** | =
        B | __B__ | =
        B | （Ｂ） | =
        B | Ⓑ | =
        B | C | !
        B | (A) | !
        B | \text{C} | !
        B | Answer: B | =
        B | Answer: D | !
        B | Answer: (B) | =
        B | answer is b | =
        B | The answer is B | =
        B | The answer is (B). | =
        B | The answer is B, not A. | =
        B | The answer is A, not B. | !
        B | It can't be B; it's C. | !
        B | It can't be C; it's B. | =
        B | It cannot be B; the answer is A. | !
        B | It cannot be A; the answer is B. | =
        B | B. 12 metres | =
        B | B: 12 metres | =
        B | B) 12 metres | =
        B | (B) 12 metres | =
        B | B - 12 metres | =
        B | C. 12 metres | !
        B | A, B, C or D | !
        B | A or B | !
        B | A/B | !
        B | either A or B | !
        B | Either (A) or (B) | !
        B | Maybe A, maybe B | !
        B | between B and C | !
        B | Option B | =
        B | option b | =
        B | Option (B) is correct | =
        B | The correct option is B. | =
        B | The correct choice is (B) because the others fail. | =
        B | So the answer is (B) because the others fail. | =
        B | So our selection is option B | =
        B | I choose B | =
        B | I think it is B | =
        B | I am not sure, but B | =
        B | I'm not sure, but the answer is B. | =
        B | Not A | !
        B | not B | !
        B | B is wrong, so C | !
        B | C is wrong, so B | =
        B | A, C and D are wrong, so B | =
        B | A is incorrect. B is correct. | =
        B | B is not correct. C is correct. | !
        B | A is a tempting choice, but the answer is B. | =
        B | B is the correct answer. | =
        B | (B) is correct; (A) is not. | =
        B | A. No wait, B | =
        B | The answer is A. Wait, no, it is B. | =
        B | The answer is B. Wait, no, it is A. | !
        B | not A but B | =
        B | not only B but also C | !
        B | neither A nor C, so B | =
        B | B, not A or C | =
        B | Both B and C | !
        B | A and B | !
        B | B; C is a distractor | =
        B | **Answer:** B | =
        B | Answer:\nB | =
        B | \text{B. 12 metres} | =
        B | The answer is \textbf{(B)}\ 12 | =
        B | B\n | =
        B | A circle | -
        B | The set is a circle | -
        B | I think so | -
        A | A man walked home | -
        I | I think so | -
        B | B = 5 | -
        E | \mathrm{E} | =
        E | e | -
        E | (e) | =
        E | \mathrm{E}*2 | -
        A | P(A) | -
        C | 25 °C | -
        C | 25 C | -
        A | A_1 | !
        A | 2A | -
        A | A + C | -
        A | a | =
        D | The answer is for sure D, it can't be A or B | =
        D | The answer: D, it doesn't make sense for it to be A or B | =
        D | D. it can't be A or B | =
        D | D, it doesn't make sense for it to be A or B | =
        (D) Alina | D | =
        (D) Alina | (D) | =
        (D) Alina | Alina | =
        (D) Alina | D) Alina | =
        (D) Alina | C | !
        (D) Alina | The answer is Alina. | =
        D. Alina | \text{(D) Alina} | =
        (d) | D | =
        (a) | (b) | !
        (a) | (a) | =
        Alina and the answer is\nC Cecile | C | =
        Alina and the answer is\nC Cecile | D | !
        J | J | =
        J | (A) | !
        Paris | B | x
        b | b | x
        x | x | x
        12 | B | x
        \frac12 | A | x
        A circle | A | x
        K | K | x
        """#)

    static let sets = KindCase.table(
        #"""
        AC | A and C | =
        AC | A, C | =
        AC | A,C | =
        AC | C, A | =
        AC | C and A | =
        AC | AC | =
        AC | (A)(C) | =
        AC | (A), (C) | =
        AC | (A) and (C) | =
        AC | A & C | =
        AC | A; C | =
        AC | A C | -
        AC | A | !
        AC | C | !
        AC | A, B, C | !
        AC | AB | !
        AC | A or C | !
        AC | The answers are A and C. | =
        AC | The correct options are A and C. | =
        AC | A, C, not B | =
        AC | Both A and C are correct | =
        AC | \text{A and C} | =
        AC | \boxed{A, C} | =
        AC | \text{AC} | =
        AC | A. first\nC. third | =
        A, C | AC | =
        A,C | A and C | =
        A and C | AC | =
        (A)(C) | AC | =
        ABD | A, B and D | =
        ABD | A, B, D | =
        ABD | A, B | !
        ABD | A, B, C, D | !
        ABCD | All of A, B, C and D | =
        ['A', 'C'] | AC | =
        BD | B, D | =
        BD | D and B | =
        BD | (B)(D) | =
        BD | B | !
        CA | A and C | x
        """#)

    static let question = """
        How long is the rope? You are provided with the following options for your answer:
        A. 10 metres
        B. 12 metres
        C. $\\frac{3}{28}$
        D. None of the above
        """

    static let withOptions = KindCase.table(
        #"""
        B | 12 metres | =
        B | 12 Metres. | =
        B | The answer is 12 metres. | =
        B | 10 metres | !
        B | none of the above | !
        B | 13 metres | -
        B | B. 12 metres | =
        B | B. 10 metres | ?
        D | None of the above | =
        D | none of the above. | =
        C | \frac{3}{28} | =
        C | \frac{32}{8} | -
        C | $\dfrac{3}{28}$ | =
        12 metres | B | =
        12 metres | (B) | =
        12 metres | A | !
        12 metres | 12 metres | =
        12 metres | 10 metres | !
        12 metres | 144/12 | -
        b | B | =
        b | (b) | =
        13 metres | B | x
        """#)

    @Test(arguments: letters) func letter(_ row: KindCase) {
        #expect(row.found(ChoiceKind.self) == row.verdict, "\(row)")
    }

    @Test(arguments: sets) func set(_ row: KindCase) {
        #expect(row.found(ChoiceKind.self) == row.verdict, "\(row)")
    }

    @Test(arguments: withOptions) func option(_ row: KindCase) {
        #expect(row.found(ChoiceKind.self, question: Self.question) == row.verdict, "\(row)")
    }

    @Test func typeDecides() {
        var options = AnswerOptions()
        options.type = "text"
        let gold = KindCase(gold: "B", answer: "B", verdict: "x")
        #expect(gold.found(ChoiceKind.self, options: options) == "x")
        options.type = "choice"
        let small = KindCase(gold: "b", answer: "B", verdict: "=")
        #expect(small.found(ChoiceKind.self, options: options) == "=")
    }

    @Test func goldText() {
        let context = AnswerContext(question: Self.question)
        #expect(ChoiceKind(gold: "C", context: context)?.goldText == "$\\frac{3}{28}$")
        #expect(ChoiceKind(gold: "C", context: AnswerContext())?.goldText == nil)
    }
}
