// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when every group of so many words stands between two marks.
///
///     {"verifier": "wrapped-words", "opening": "[", "closing": "]", "words": 1}
///
/// Words stand between white space. The first word of a group has to begin with the opening mark, its last one to end
/// with the closing mark. Words left over at the end have to be a group of their own, or are not looked at where
/// ``ignoresRest`` is set.
///
/// - Source: IFTrain, `detectable_format:square_brackets` and `detectable_format:bigram_wrapping`.
public struct WrappedWords: Rule {
    /// What a group begins with.
    public let opening: String
    /// What a group ends with.
    public let closing: String
    /// The number of words in a group.
    public let words: Int
    /// Whether words left over at the end are free.
    public let ignoresRest: Bool
    private let first: [UInt8]
    private let last: [UInt8]

    /// Creates the rule.
    public init(_ opening: String, _ closing: String, words: Int = 1, ignoresRest: Bool = false) {
        self.opening = opening
        self.closing = closing
        self.words = max(1, words)
        self.ignoresRest = ignoresRest
        first = Array(opening.utf8)
        last = Array(closing.utf8)
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let tokens = text.whitespaceTokens
        var offender: Range<Int>?
        var start = 0
        while start < tokens.count, offender == nil {
            let end = min(start + words, tokens.count)
            if ignoresRest, end - start < words { break }
            let isWrapped =
                text.bytes[tokens[start]].starts(with: first)
                && text.bytes[tokens[end - 1]].suffix(last.count).elementsEqual(last)
            if !isWrapped { offender = tokens[start].lowerBound..<tokens[end - 1].upperBound }
            start = end
        }
        return input.verdict(offender == nil) {
            offender.map { [.place("words", $0, required: "\(opening)…\(closing) around every \(words)")] } ?? []
        }
    }
}
