// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when a word of the response reads the same backwards.
///
///     {"verifier": "palindrome"}
///
/// Words stand between white space. Signs at their ends are left out, case makes no difference, and a word needs
/// ``minimumLength`` letters; with ``isLiteral``, words are taken as they are, so that `a` and `-` are enough for the
/// reference checker.
///
/// - Source: IFTrain, `keywords:palindrome`.
public struct Palindrome: Rule {
    /// The least number of letters.
    public let minimumLength: Int
    /// Whether words are taken as they are.
    public let isLiteral: Bool

    /// Creates the rule.
    public init(minimumLength: Int = 3, isLiteral: Bool = false) {
        self.minimumLength = minimumLength
        self.isLiteral = isLiteral
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let words = text.whitespaceTokens
        let found = words.first { isPalindrome($0, in: text) }
        return input.verdict(found != nil) {
            [found.map { .place("palindrome", $0) } ?? Evidence("palindrome", found: "none", required: "one")]
        }
    }

    private func isPalindrome(_ word: Range<Int>, in text: Text) -> Bool {
        var core = word
        if !isLiteral {
            core = UnicodeText.strippedRange(of: text.bytes, in: word, characters: .punctuation)
            guard UnicodeText.scalarCount(of: text.bytes, in: core) >= minimumLength else { return false }
        }
        var low = core.lowerBound
        var high = core.upperBound
        while low < high {
            let first = UTF8Decoding.scalar(text.bytes, at: low)
            let last = UTF8Decoding.scalar(text.bytes, before: high)
            if isLiteral ? first.value != last.value : fold(first.value) != fold(last.value) { return false }
            low += first.length
            high -= last.length
        }
        return true
    }

    private func fold(_ scalar: UInt32) -> UInt32 { UnicodeScalars.simpleLowercase(scalar) }
}
