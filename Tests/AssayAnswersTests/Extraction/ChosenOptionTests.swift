// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import Testing

/// Which option a text takes, and which it rules out.
@Suite struct ChosenOptionTests {
    static let right: [JudgedCase] = [
        JudgedCase("C", "\\boxed{\\textbf{(C)}\\ 2}"), JudgedCase("D", "I pick D; A and C are incorrect."),
        JudgedCase("D", "Option D is correct. A ignores friction, B is off by a factor of 2."),
        JudgedCase("D", "We choose (D) because (A) and (B) fail."),
        JudgedCase("B", "The answer is B, since A is too small and C is too large."),
        JudgedCase("B", "(B) is the answer. (A) is wrong because (C)."),
        JudgedCase("B", "B is right, as A cannot hold."),
        JudgedCase("C", "After elimination of A, B and D, the answer must be C."),
        JudgedCase("C", "A, B and D are wrong, so C."), JudgedCase("C", "Not A, not B, so C."),
        JudgedCase("A", "Option A is correct, while option C fails."), JudgedCase("D", "I think D is correct."),
        JudgedCase("B", "The answer is B.\n\nA is wrong. C is wrong."),
        JudgedCase("C", "It is not A. It is not B. Therefore C."), JudgedCase("AC", "A and C are correct."),
        JudgedCase("AC", "The answer is A and C, not B."), JudgedCase("B", "The answer is $\\mathbf{B}$."),
        JudgedCase("B", "\\boxed{\\text{B}}"), JudgedCase("B", "\\boxed{\\mathrm{(B)}}"),
        JudgedCase("B", "A is not right, and C is not either; B is."), JudgedCase("B", "Only B works."),
        JudgedCase("B", "The correct one is B; A, C, and D do not hold."),
        JudgedCase("B", "B) 12 metres, because A) 10 metres is too short."),
        JudgedCase("B", "Since A is false, B must be true. Answer: B"),
        JudgedCase("B", "I'd go with B, although A is tempting."),
        JudgedCase("B", "Option A would be right if x<0, but x>0, so B."),
        JudgedCase("B", "The answer is (B) rather than (A)."), JudgedCase("B", "B, since neither A nor C fits."),
        JudgedCase("B", "It can't be A. It's B."), JudgedCase("B", "Not A but B."),
        JudgedCase("D", "D is the best answer because A, B, and C all fail."),
        JudgedCase("A", "A. A triangle has three sides."), JudgedCase("C", "Let's check A: no. B: no. C: yes."),
        JudgedCase("D", "A, B, C are all wrong, D is right."),
    ]
    @Test(arguments: right) func isRight(_ judged: JudgedCase) throws { #expect(try judged.label() == .pass) }

    static let wrong: [JudgedCase] = [
        JudgedCase("B", "Anything except B"), JudgedCase("B", "Every choice but B"),
        JudgedCase("B", "The answer is all but B."), JudgedCase("B", "B is wrong."),
        JudgedCase("B", "B is not correct."), JudgedCase("B", "The answer is anything but B."),
        JudgedCase("B", "The answer is B, or maybe A."), JudgedCase("B", "B as well as C"),
        JudgedCase("B", "\\boxed{\\bar{B}}"), JudgedCase("B", "\\boxed{B'}"), JudgedCase("B", "\\boxed{B^c}"),
        JudgedCase("B", "\\boxed{\\neg B}"), JudgedCase("B", "\\boxed{\\sim B}"),
        JudgedCase("B", "Neither A nor B."), JudgedCase("AB", "A and B but not A"),
        JudgedCase("A", "So option D is correct, because option A ignores friction."),
        JudgedCase("C", "I choose D. C is wrong."), JudgedCase("C", "The right choice is D as C is too big."),
        JudgedCase("B", "The answer is B and not B."),
        JudgedCase("B", "Not B but A."), JudgedCase("B", "Definitely not B."), JudgedCase("B", "B cannot be correct."),
        JudgedCase("B", "I would rule out B."), JudgedCase("B", "I reject B."), JudgedCase("B", "I'd eliminate B."),
        JudgedCase("B", "The only wrong option is B."),
        JudgedCase("B", "B is the only incorrect option."), JudgedCase("B", "Choose A or B."),
        JudgedCase("B", "Both A and B."), JudgedCase("B", "A, not B."), JudgedCase("B", "Any letter other than B."),
        JudgedCase("B", "B is false."), JudgedCase("B", "The answer is not (B)."),
        JudgedCase("B", "The answer isn't B."), JudgedCase("B", "\\boxed{\\text{not B}}"),
        JudgedCase("B", "\\boxed{\\text{A or B}}"), JudgedCase("B", "\\boxed{2B}"), JudgedCase("B", "\\boxed{B+1}"),
        JudgedCase("B", "\\boxed{-B}"), JudgedCase("B", "\\boxed{B^{-1}}"), JudgedCase("B", "\\boxed{\\sqrt{B}}"),
        JudgedCase("B", "\\boxed{|B|}"), JudgedCase("B", "None of A, B, C."),
        JudgedCase("B", "Every option except (B) is right."),
    ]
    @Test(arguments: wrong) func isWrong(_ judged: JudgedCase) throws { #expect(try judged.label() != .pass) }

    /// The label of an option in front of its value is not part of it.
    @Test(arguments: [
        ("\\textbf{(C)}\\ 2", "2"), ("(C) 2", "2"), ("\\text{C. }\\frac12", "\\frac12"), ("(A) + 2", "(A) + 2"),
        ("(A) \\cup (B)", "(A) \\cup (B)"), ("(C) -2", "-2"), ("(C)", "(C)"), ("\\text{(C)}", "\\text{(C)}"),
    ])
    func label(_ box: String, _ value: String) {
        let text = AnswerText(box)
        #expect(text.string(OptionLetters.withoutLabel(0..<text.count, of: text)) == value)
    }
}
