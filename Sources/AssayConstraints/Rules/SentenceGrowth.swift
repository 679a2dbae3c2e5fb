// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when each sentence has a given number of words more than the one before.
///
/// ## How it decides
/// Sentences are Punkt's; words are the parts between white space that have more than ASCII punctuation. One sentence
/// passes, none fails.
public struct SentenceGrowth: Rule {
    /// How many words are added.
    public let increment: Int

    /// Creates the rule.
    public init(increment: Int) { self.increment = increment }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let sentences = text.sentences
        guard let first = sentences.first else {
            return input.verdict(false) { [.count("sentences", 0, required: "1 or more")] }
        }
        var previous = text.wordCountWithoutPunctuation(first)
        for (index, sentence) in sentences.enumerated().dropFirst() {
            let words = text.wordCountWithoutPunctuation(sentence)
            let (expected, overflows) = previous.addingReportingOverflow(increment)
            if words != expected || overflows {
                return input.verdict(false) {
                    [
                        Evidence(
                            "words in sentence \(index + 1)", found: .number(JSONNumber(lexeme: String(words))),
                            required: "exactly \(expected)", span: Span(sentence))
                    ]
                }
            }
            previous = words
        }
        return input.verdict(true) { [.count("sentences", sentences.count, required: "\(increment) words more each")] }
    }
}
