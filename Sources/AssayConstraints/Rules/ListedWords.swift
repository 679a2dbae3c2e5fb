// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
public import AssayText

/// Passes when enough different words of a list are mentioned.
///
/// ## How it decides
/// A word counts where it stands between word boundaries, with the capitals that the list gives it: `Ava` is not in
/// "Avalon" nor in "ava".
///
/// - Cost: one look-up per word.
public struct ListedWords: Rule {
    /// The words, each of letters only.
    public let list: WordList
    /// How many different ones pass.
    public let bound: Bound
    /// What the words are, for people: `person names`.
    public let noun: String

    /// Creates the rule.
    public init(_ words: [String], _ bound: Bound, noun: String) {
        list = WordList(words)
        self.bound = bound
        self.noun = noun
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        var found = Array(repeating: false, count: list.words.count)
        var count = 0
        for word in text.words {
            guard let index = list.index(of: word, in: text.bytes), !found[index] else { continue }
            found[index] = true
            count += 1
        }
        return input.verdict(bound.contains(count)) {
            let names = list.words.indices.filter { found[$0] }.prefix(5).map { list.words[$0] }
            let shown: [Evidence] =
                names.isEmpty ? [] : [Evidence("found", found: .string(names.joined(separator: ", ")))]
            return [.count("different \(noun) of the list", count, required: bound.described)] + shown
        }
    }
}
