// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
public import AssayText

/// Passes when enough different words of a small class, such as conjunctions, are used.
///
/// ## How it decides
/// Parts between white space are compared with the class without ASCII punctuation at their ends and without regard to
/// case. What counts as different is either the word or, with `countsSpellings`, the part as it is written: "And",
/// "and" and "and," are three then, as in IFBench's checker.
public struct WordVariety: Rule {
    /// The class, in small letters.
    public let list: WordList
    /// The numbers that pass.
    public let bound: Bound
    /// Whether parts that are written differently count as different.
    public let countsSpellings: Bool
    /// What the words are, for people: `conjunctions`.
    public let noun: String

    /// Creates the rule.
    public init(_ words: [String], _ bound: Bound, countsSpellings: Bool, noun: String) {
        list = WordList(words)
        self.bound = bound
        self.countsSpellings = countsSpellings
        self.noun = noun
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        var spellings = SliceCounts(text.bytes)
        var found = Array(repeating: false, count: list.words.count)
        var count = 0
        for token in text.whitespaceTokens {
            guard let index = list.index(of: text.bare(token), in: text.bytes, ignoringCase: true) else { continue }
            if countsSpellings {
                spellings.add(token)
            } else if !found[index] {
                found[index] = true
                count += 1
            }
        }
        if countsSpellings { count = spellings.entries.count }
        return input.verdict(bound.contains(count)) {
            [.count("different \(noun)", count, required: bound.described)]
        }
    }
}
