// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when words with an odd and with an even number of syllables take turns.
///
/// ## How it decides
/// Words are the parts between white space without ASCII punctuation; syllables are counted as syllapy does, by a table and
/// vowel groups. A number has none, which is even. One word passes.
public struct SyllableParity: Rule {
    /// Creates the rule.
    public init() {}

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response.withoutPunctuation
        var previous: (word: Range<Int>, syllables: Int)?
        for word in text.whitespaceTokens {
            let syllables = SyllableCounter.count(text.bytes, word)
            if let previous, previous.syllables % 2 == syllables % 2 {
                return input.verdict(false) {
                    [
                        .count(
                            "syllables of \"\(text.string(previous.word))\"", previous.syllables,
                            required: "odd and even in turn"),
                        .count(
                            "syllables of \"\(text.string(word))\" after it", syllables,
                            required: "odd and even in turn"),
                    ]
                }
            }
            previous = (word, syllables)
        }
        return input.verdict(true) { [] }
    }
}
