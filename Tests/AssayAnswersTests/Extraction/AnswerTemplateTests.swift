// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Testing

/// An answer is found the same in whatever template it stands.
@Suite struct AnswerTemplateTests {
    static let templates: [String] = [
        "The answer is @.", "The final answer is $@$.", "\\boxed{@}", "**Final Answer**\n\n$\\boxed{@}$",
        "Final Answer: The final answer is $@$. I hope it is correct.", "So we get \\(\\boxed{@}\\).",
        "We add them.\n#### @", "Answer: @", "Therefore the answer is $@$.", "We add.\nA: @", "<answer>@</answer>",
        "Answer: **@**", "<think>Let me see: 17, 23.</think>\nThe answer is $\\boxed{@}$.", "Work.\n\n\\[\\boxed{@}\\]",
        "答案是 $@$。", "Die Antwort lautet @.", "答えは $@$ です。", "La respuesta es $@$.", "La réponse finale est @.",
        "Ответ: @", "정답은 $@$ 입니다.", "Thus, the final answer is:\n\n$$\n@\n$$", "The answer is: @\n\nI hope this helps!",
    ]
    static let answers: [String] = [
        "42", "-5", "1,234.5", "\\frac{10}{9}", "10/9", "2\\frac{1}{3}", "25\\%", "6 \\times 10^{23}", "x^2+1",
        "(1, 2)",
        "[0,1)", "\\{1, 2, 3\\}", "x = 5", "y=-\\frac{1}{2}x+3", "0 \\le x < 1", "\\sqrt{12}", "3:4", "2\\pi", "3+4i",
        "\\begin{pmatrix}1 & 2\\\\3 & 4\\end{pmatrix}", "45^\\circ", "5!", "|x-5|", "1011_2", "\\pm 7", "301 km",
        "\\text{Evelyn}", "C_6H_{12}O_6", "4:30 \\text{ p.m.}",
    ]

    @Test(arguments: templates) func invariance(_ template: String) {
        let pieces = template.split(separator: "@", omittingEmptySubsequences: false)
        for answer in Self.answers {
            let response = pieces.joined(separator: answer)
            let extractor = AnswerExtractor(expected: ExpectedAnswer(gold: answer))
            let bare = extractor.extract(from: Array(answer.utf8)).answer
            let found = extractor.extract(from: Array(response.utf8)).answer
            #expect(found?.text == bare?.text, "\(answer) in \(template)")
            #expect(found?.isHedged == false, "\(answer) in \(template)")
        }
    }
}
