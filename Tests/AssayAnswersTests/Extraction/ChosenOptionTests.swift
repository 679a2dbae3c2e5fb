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
