// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when enough words are palindromes.
///
/// ## How it decides
/// Words are the parts between white space without ASCII punctuation, in lower case; one counts if it has enough scalars
/// and reads the same backwards. A word that stands twice counts twice, unless `countsDistinct` is set.
public struct PalindromeCount: Rule {
    /// The least number of palindromes.
    public let count: Int
    /// The least number of scalars in one.
    public let length: Int
    /// Whether a word that stands twice counts once.
    public let countsDistinct: Bool

    /// Creates the rule.
    public init(count: Int, length: Int, countsDistinct: Bool) {
        self.count = count
        self.length = length
        self.countsDistinct = countsDistinct
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        // Punctuation goes first, since it can decide the form of a small sigma.
        let text =
            input.response.isASCII
            ? input.response.lowercasedWithoutPunctuation : input.response.withoutPunctuation.lowercased
        var palindromes: [Range<Int>] = []
        var distinct = SliceCounts(text.bytes)
        for token in text.whitespaceTokens where isPalindrome(token, text.bytes) {
            if countsDistinct { distinct.add(token) } else { palindromes.append(token) }
        }
        if countsDistinct { palindromes = distinct.entries.map(\.range) }
        return input.verdict(palindromes.count >= count) {
            let found = palindromes.prefix(5).map { text.string($0) }.joined(separator: ", ")
            return [
                .count(
                    "palindromes of \(length) or more letters", palindromes.count, required: "at least \(count)")
            ] + (found.isEmpty ? [] : [Evidence("found", found: .string(found))])
        }
    }

    private func isPalindrome(_ word: Range<Int>, _ bytes: [UInt8]) -> Bool {
        guard word.count >= length else { return false }
        if UTF8Validation.isASCII(bytes, range: word) {
            var first = word.lowerBound
            var last = word.upperBound - 1
            while first < last {
                if bytes[first] != bytes[last] { return false }
                first += 1
                last -= 1
            }
            return true
        }
        guard UnicodeText.scalarCount(of: bytes, in: word) >= length else { return false }
        var first = word.lowerBound
        var last = word.upperBound
        while first < last {
            let front = UTF8Decoding.scalar(bytes, at: first)
            let back = UTF8Decoding.scalar(bytes, before: last)
            if front.value != back.value { return false }
            first += front.length
            last -= back.length
        }
        return true
    }
}
