// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when each word stands on a line of its own.
///
/// ## How it decides
/// ASCII punctuation is deleted and white space taken off both ends. Then there are as many lines that are not empty as
/// parts between white space: a line of spaces makes up for one with two words. With `checksEachLine`, every line that
/// is not blank has exactly one word.
public struct WordPerLine: Rule {
    /// Whether every line is looked at, rather than the two numbers.
    public let checksEachLine: Bool

    /// Creates the rule.
    public init(checksEachLine: Bool) { self.checksEachLine = checksEachLine }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        if checksEachLine {
            for (index, line) in text.lines.enumerated() {
                let words = text.wordCountWithoutPunctuation(line)
                guard words > 1 else { continue }
                return input.verdict(false) {
                    [
                        Evidence(
                            "words in line \(index + 1)", found: .number(JSONNumber(lexeme: String(words))),
                            required: "1", span: Span(line))
                    ]
                }
            }
            return input.verdict(true) { [] }
        }
        let plain = text.withoutPunctuation
        var lines = 0
        var start = plain.stripped.lowerBound
        for index in plain.stripped where plain.bytes[index] == 0x0A {
            if index > start { lines += 1 }
            start = index + 1
        }
        // What is left of an empty text is one empty line, which does not count.
        if plain.stripped.upperBound > start { lines += 1 }
        let words = plain.whitespaceTokens.count
        let count = lines
        return input.verdict(count == words) {
            [.count("lines", count, required: "as many as words"), .count("words", words, required: "one a line")]
        }
    }
}
