// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when no word begins with the letter that follows, in the alphabet, the first letter of the word before it.
///
/// Words stand between white space, case makes no difference. Signs at the beginning of a word are left out, and only
/// letters from `a` to `z` compared; with ``comparesSigns``, the first signs' code points are, as by the reference
/// checker.
///
/// - Source: IFTrain, `keywords:no_adjacent_consecutive`.
public struct AdjacentInitials: Rule {
    /// Whether code points of any signs are compared.
    public let comparesSigns: Bool

    /// Creates the rule.
    public init(comparesSigns: Bool = false) { self.comparesSigns = comparesSigns }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        var previous: UInt32?
        var offender: Range<Int>?
        var hasLongLower = false
        let words = text.whitespaceTokens
        for word in words {
            var index = word.lowerBound
            var scalar = UTF8Decoding.scalar(text.bytes, at: index).value
            if !comparesSigns {
                while index < word.upperBound, !UnicodeScalars.isWord(scalar) {
                    index += UTF8Decoding.scalar(text.bytes, at: index).length
                    if index < word.upperBound { scalar = UTF8Decoding.scalar(text.bytes, at: index).value }
                }
            }
            let lower = UnicodeScalars.simpleLowercase(scalar)
            // The lower case of this one is two scalars, which the reference checker does not take.
            if scalar == 0x130, words.count > 1 { hasLongLower = true }
            let isComparable = comparesSigns || lower &- 0x61 < 26
            if let previous, isComparable, lower == previous &+ 1 {
                offender = word
                break
            }
            previous = isComparable ? lower : nil
        }
        return input.verdict(offender == nil && !(comparesSigns && hasLongLower)) {
            offender.map { [.place("word that begins with the next letter", $0, required: "another first letter")] }
                ?? []
        }
    }
}
