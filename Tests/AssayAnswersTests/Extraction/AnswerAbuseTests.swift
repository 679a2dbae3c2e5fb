// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Testing

/// Hostile texts: extraction returns, and takes about as long for each byte whatever the text has.
@Suite struct AnswerAbuseTests {
    static let texts: [(String, String)] = [
        ("dollars", String(repeating: "$", count: 20_000) + "4"),
        ("display openers", String(repeating: "$$ 4 ", count: 5_000)),
        ("brackets", String(repeating: "\\[ 4 ", count: 5_000)),
        ("parens", String(repeating: "\\( 4 ", count: 5_000)),
        ("environments", String(repeating: "\\begin{a} 4 ", count: 3_000)),
        ("open boxes", String(repeating: "\\boxed{", count: 3_000) + "4"),
        ("nested boxes", String(repeating: "\\boxed{", count: 3_000) + "4" + String(repeating: "}", count: 3_000)),
        ("open texts", String(repeating: "\\text{", count: 8_000)),
        ("texts", String(repeating: "\\text{", count: 3_000) + "4" + String(repeating: "}", count: 3_000)),
        ("boxes", String(repeating: "\\boxed{4}", count: 3_000)),
        ("open box before boxes", "\\boxed{" + String(repeating: "\\boxed{4} ", count: 3_000)),
        ("different boxes", (0..<3_000).map { "\\boxed{\($0)}" }.joined(separator: ", ")),
        ("empty boxes", String(repeating: "\\boxed{}", count: 3_000)),
        ("bare boxes", String(repeating: "\\boxed ", count: 3_000)),
        ("anchors", String(repeating: "the final answer is ", count: 1_500)),
        ("anchors with dollars", String(repeating: "the answer is $", count: 1_500)),
        ("anchors with words", String(repeating: "the answer is correct and so on ", count: 1_000)),
        ("tags", String(repeating: "<answer>", count: 4_000)), ("hashes", String(repeating: "#### ", count: 6_000)),
        ("hash run", String(repeating: "#", count: 30_000)), ("initials", String(repeating: "A: \n", count: 6_000)),
        ("problems", String(repeating: "\nProblem: the answer is\n", count: 1_500)),
        ("tokens", String(repeating: "<|", count: 10_000)), ("thinks", String(repeating: "</think>", count: 4_000)),
        ("stars", String(repeating: "*", count: 30_000)),
        ("spaces", "answer" + String(repeating: " ", count: 30_000) + "4"),
        ("braces", String(repeating: "{", count: 10_000) + "4" + String(repeating: "}", count: 10_000)),
        ("fractions", String(repeating: "\\frac{1}{", count: 3_000)),
        ("digits", String(repeating: "9", count: 30_000)),
        ("digits with commas", String(repeating: "9,", count: 1_500)),
        ("slashes", String(repeating: "1/", count: 1_500)),
        ("letters", String(repeating: "A ", count: 1_500)),
        ("not", "not " + String(repeating: "A or ", count: 6_000)),
        ("waits", "\\boxed{4} " + String(repeating: "wait, ", count: 5_000)),
        ("marks", "4" + String(repeating: "\u{301}", count: 1_500)),
        ("backslashes", String(repeating: "\\", count: 30_000)), ("fences", String(repeating: "```", count: 10_000)),
        ("outputs", String(repeating: "```output\n", count: 3_000)),
        ("lines", String(repeating: "4\n", count: 1_500)),
        ("dots", String(repeating: ".", count: 30_000)), ("quotes", String(repeating: "\"", count: 30_000)),
        ("zero-width", String(repeating: "\u{200B}", count: 10_000)), ("cjk", String(repeating: "答", count: 10_000)),
        ("equals", String(repeating: "= ", count: 1_500)), ("colons", String(repeating: "1:", count: 1_500)),
    ]
    static let kinds: [ExpectedAnswer] = [
        .any, .number, .choice, .boolean, .text, .list, .expression, .relation,
        ExpectedAnswer(.choice(isMultiple: true)),
    ]

    @Test(arguments: texts.map(\.0)) func returns(_ name: String) throws {
        let text = try #require(Self.texts.first { $0.0 == name }?.1)
        let bytes = Array(text.utf8)
        let clock = ContinuousClock()
        for kind in Self.kinds {
            let time = clock.measure {
                let result = AnswerExtractor(expected: kind).extract(from: bytes)
                _ = InvalidResponse.find(in: bytes, finish: nil, extraction: result, junkAfterAnswer: true)
                if let answer = result.answer { #expect(answer.span.upperBound <= bytes.count) }
            }
            // A guard against hanging; the time of a pass with exponential backtracking has no end.
            #expect(time < .seconds(10), "\(kind.kind): \(time)")
        }
    }

    /// Words of a correction that reach beyond what is read behind an answer: found by fuzzing.
    @Test func correctionsAtTheEnd() {
        for padding in 1_900..<2_010 {
            let text =
                "The answer is \\boxed{4}" + String(repeating: ".", count: padding)
                + " wait, i made a mistake so the correct answer is i made a mistake \u{2019}5"
            for kind in Self.kinds { _ = AnswerExtractor(expected: kind).extract(from: Array(text.utf8)) }
        }
    }

    /// Random texts made of the pieces that extraction looks for.
    @Test(arguments: 0..<8) func randomTexts(_ seed: Int) {
        let pieces = [
            "\\boxed{", "}", "{", "$", "$$", "\\(", "\\)", "\\[", "\\]", "the answer is ", "Answer:", "####", "A:",
            "\n", " ", "4",
            "1,234", "\\frac{1}{2}", "x", "=", "or", "and", ",", ".", "**", "<answer>", "</answer>", "<think>",
            "</think>",
            "答案", "是", "réponse", "Ответ", "\u{301}", "\\", "\\begin{a}", "\\end{a}", "B", "(C)", "not ", "wait, ",
            "```",
            "```output\n", "%", "p.m.", "-", "\u{0}", "，", "。", "<|im_end|>", "Problem:",
        ].map { Array($0.utf8) }
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        for _ in 0..<400 {
            var bytes: [UInt8] = []
            for _ in 0..<next(60) { bytes += pieces[next(pieces.count)] }
            if next(4) == 0, !bytes.isEmpty { bytes[next(bytes.count)] = UInt8(next(256)) }
            for kind in Self.kinds {
                let result = AnswerExtractor(expected: kind).extract(from: bytes)
                _ = InvalidResponse.find(in: bytes, finish: nil, extraction: result, junkAfterAnswer: next(2) == 0)
                guard let answer = result.answer else { continue }
                #expect(answer.span.lowerBound >= 0 && answer.span.upperBound <= bytes.count)
                #expect(!answer.text.isEmpty || answer.rule == .boxed)
                #expect(result.alternatives.count <= 3)
            }
        }
    }
}
