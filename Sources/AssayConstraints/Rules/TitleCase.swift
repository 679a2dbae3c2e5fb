// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when words are written in title case.
///
/// ## How it decides
/// Treebank tokens that begin with a letter are looked at. One letter must not be small; longer ones must not be small
/// throughout, nor small first and capital after. Anything else, such as "McDonald", "USA" or "iPhone", passes. With
/// `sparesMinorWords`, articles, conjunctions and short prepositions may be small except at the beginning, and the tails
/// of contractions ("n't", "'s") are not words.
public struct TitleCase: Rule {
    /// Whether minor words and the tails of contractions may be small.
    public let sparesMinorWords: Bool

    /// Creates the rule.
    public init(sparesMinorWords: Bool) { self.sparesMinorWords = sparesMinorWords }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        var wrong: Range<Int>?
        var isFirst = true
        for token in text.tokens where token.kind == .text && isSmall(token.range, text.bytes) != nil {
            defer { isFirst = false }
            guard isSmall(token.range, text.bytes) == true else { continue }
            if sparesMinorWords {
                let start = token.range.lowerBound
                if start > 0, UnicodeScalars.isWord(UTF8Decoding.scalar(text.bytes, before: start).value) { continue }
                if !isFirst, TitleCase.minor.index(of: token.range, in: text.bytes) != nil { continue }
            }
            wrong = token.range
            break
        }
        return input.verdict(wrong == nil) {
            wrong.map { [.place("word \"\(text.string($0))\"", $0, required: "a capital first letter")] } ?? []
        }
    }

    /// Whether a token is small where it should not be; nil where it does not begin with a letter.
    private func isSmall(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool? {
        guard !range.isEmpty else { return nil }
        let (first, length) = UTF8Decoding.scalar(bytes, at: range.lowerBound)
        guard UnicodeScalars.isAlphabetic(first) else { return nil }
        guard UnicodeScalars.isLowercase(first) else { return false }
        if length == range.count { return true }
        var hasSmall = false
        var hasCapital = false
        var index = range.lowerBound + length
        while index < range.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if UnicodeScalars.isLowercase(scalar) { hasSmall = true }
            if UnicodeScalars.isUppercase(scalar) { hasCapital = true }
            if UnicodeScalars.isTitlecase(scalar) { return false }
            index += length
        }
        // All small or all capital: one kind of the two, and at least one cased letter.
        return hasSmall != hasCapital
    }

    private static let minor = WordList(
        [
            "a", "an", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "nor", "of", "off", "on",
            "onto", "or", "over", "per", "so", "than", "the", "to", "up", "upon", "via", "vs", "with", "yet",
        ])
}
