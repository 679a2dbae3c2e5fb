// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response has a number of paragraphs, each with a number of sentences, each with a number of words.
///
///     {"verifier": "composition", "paragraphs": 3, "sentences": 2, "words": 8}
///
/// Paragraphs are parted by a line of `***`, words stand between white space. With ``isLiteral``, it decides as the
/// reference checker of IFTrain: words are tokens, so that punctuation counts, and a divider at the beginning or the end
/// makes an empty paragraph without sentences.
public struct Composition: Rule {
    /// The number of paragraphs.
    public let paragraphs: Int
    /// The number of sentences in each.
    public let sentences: Int
    /// The number of words in each sentence.
    public let words: Int
    /// Whether it decides as the reference checker.
    public let isLiteral: Bool

    /// Creates the rule.
    public init(paragraphs: Int = 3, sentences: Int, words: Int, isLiteral: Bool = false) {
        self.paragraphs = paragraphs
        self.sentences = sentences
        self.words = words
        self.isLiteral = isLiteral
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let parts = ParagraphCount.parts(of: text, isLiteral ? .divider : .ruler)
        var count = 0
        for (index, part) in parts.enumerated() {
            let core = text.strip(part)
            if core.isEmpty {
                if !isLiteral { continue }
                if index != 0, index != parts.count - 1 {
                    return input.verdict(false) { [.place("empty paragraph", part, required: "text")] }
                }
            } else {
                count += 1
            }
            let splitter = isLiteral ? SentenceSplitter(text.bytes[part]) : nil
            let paragraph = text.derived(splitter?.bytes ?? Array(text.bytes[core]))
            let ranges = splitter?.sentences ?? paragraph.sentences
            if ranges.count != sentences {
                return input.verdict(false) {
                    [
                        Evidence(
                            "sentences of paragraph \(index + 1)",
                            found: .number(JSONNumber(lexeme: String(ranges.count))),
                            required: "exactly \(sentences)", span: Span(part))
                    ]
                }
            }
            for (number, range) in ranges.enumerated() {
                let sentence = paragraph.derived(Array(paragraph.bytes[range]))
                let found = isLiteral ? sentence.tokens.count : WordCount.count(in: sentence, .spaced)
                guard found != words else { continue }
                return input.verdict(false) {
                    [
                        Evidence(
                            "words of sentence \(number + 1) of paragraph \(index + 1)",
                            found: .number(JSONNumber(lexeme: String(found))), required: "exactly \(words)",
                            span: Span(part))
                    ]
                }
            }
        }
        return input.verdict(count == paragraphs) {
            [.count("paragraphs", count, required: "exactly \(paragraphs)")]
        }
    }
}
