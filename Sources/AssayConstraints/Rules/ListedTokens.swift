// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
public import AssayText

/// Passes when the number of tokens that belong to a class, such as pronouns, lies within a bound.
///
/// ## How it decides
/// The response in lower case, with `/` read as a space, is divided into Treebank tokens; those in the class count, each
/// time they stand.
public struct ListedTokens: Rule {
    /// The class, in small letters.
    public let list: WordList
    /// The numbers that pass.
    public let bound: Bound
    /// What the words are, for people: `pronouns`.
    public let noun: String

    /// Creates the rule.
    public init(_ words: [String], _ bound: Bound, noun: String) {
        list = WordList(words)
        self.bound = bound
        self.noun = noun
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        var text = input.response.lowercased
        // The slash is case-ignorable for no letter, so that the order of the two changes nothing.
        if ByteSearch.first(UInt8(ascii: "/"), in: text.bytes, from: 0, to: text.bytes.count) != nil {
            text = text.derived(text.bytes.map { $0 == UInt8(ascii: "/") ? 0x20 : $0 })
        }
        var count = 0
        for token in text.tokens where token.kind == .text && list.index(of: token.range, in: text.bytes) != nil {
            count += 1
        }
        return input.verdict(bound.contains(count)) { [.count(noun, count, required: bound.described)] }
    }
}
