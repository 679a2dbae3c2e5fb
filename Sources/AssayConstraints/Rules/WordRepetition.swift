// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when no word is used more than a given number of times.
///
/// ## How it decides
/// Words are the parts between white space, in lower case and without ASCII punctuation: "it's" and "its" are one word.
public struct WordRepetition: Rule {
    /// How often a word may stand.
    public let maximum: Int

    /// Creates the rule.
    public init(maximum: Int) { self.maximum = maximum }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response.lowercasedWithoutPunctuation
        let tokens = text.whitespaceTokens
        var counts = SliceCounts(text.bytes, capacity: tokens.count / 2)
        for token in tokens { counts.add(token) }
        let tooOften = counts.entries.lazy.filter { $0.count > maximum }
        return input.verdict(tooOften.isEmpty) {
            tooOften.prefix(5).map {
                .count("word \"\(text.string($0.range))\"", $0.count, required: "at most \(maximum)")
            }
        }
    }
}
