// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when each sentence has more alliterating words than the one before.
///
/// ## How it decides
/// Sentences are Punkt's. Words are the parts between white space that have more than ASCII punctuation; those in a run
/// of two or more with the same first letter, in lower case, alliterate.
public struct IncreasingAlliteration: Rule {
    /// Creates the rule.
    public init() {}

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        var previous = -1
        for (index, sentence) in text.sentences.enumerated() {
            let count = alliterating(sentence, text)
            if count <= previous {
                let before = previous
                return input.verdict(false) {
                    [
                        Evidence(
                            "alliterating words in sentence \(index + 1)",
                            found: .number(JSONNumber(lexeme: String(count))), required: "more than \(before)",
                            span: Span(sentence))
                    ]
                }
            }
            previous = count
        }
        return input.verdict(true) { [] }
    }

    private func alliterating(_ sentence: Range<Int>, _ text: Text) -> Int {
        var count = 0
        var run = 1
        var previous: UInt32?
        for token in UnicodeText.whitespaceTokens(of: text.bytes, in: sentence) {
            guard let letter = text.firstLetter(token) else { continue }
            if letter == previous {
                run += 1
                count += run == 2 ? 2 : 1
            } else {
                run = 1
            }
            previous = letter
        }
        return count
    }
}
