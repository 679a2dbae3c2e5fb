// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the number of different words lies within a bound.
///
/// ## How it decides
/// Words are the parts between white space, in lower case, with ASCII punctuation at their ends taken off.
///
/// - Cost: one pass; a hash table of the different words.
public struct VocabularySize: Rule {
    /// The numbers that pass.
    public let bound: Bound
    /// Whether a part of nothing but punctuation counts, once, as the empty word.
    public let countsEmpty: Bool

    /// Creates the rule.
    public init(_ bound: Bound, countsEmpty: Bool = false) {
        self.bound = bound
        self.countsEmpty = countsEmpty
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response.lowercased
        let tokens = text.whitespaceTokens
        var words = SliceCounts(text.bytes, capacity: tokens.count / 2)
        for token in tokens {
            let word = text.bare(token)
            // Every empty word is the same one, wherever it stands.
            if !word.isEmpty || countsEmpty { words.add(word.isEmpty ? 0..<0 : word) }
        }
        let count = words.entries.count
        return input.verdict(bound.contains(count)) {
            [.count("different words", count, required: bound.described)]
        }
    }
}
