// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when each word begins with the letter of the alphabet that follows the one before, `a` after `z`.
///
/// ## How it decides
/// Words are the parts between white space without ASCII punctuation. The first may begin with any of a–z, in either
/// case; a response without words fails.
public struct AlphabetChain: Rule {
    /// Creates the rule.
    public init() {}

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        var expected: UInt32?
        var wrong: Range<Int>?
        var words = 0
        for token in text.whitespaceTokens {
            guard let letter = text.firstLetter(token) else { continue }
            words += 1
            guard let next = expected else {
                // The dotted capital I becomes two scalars in lower case, and is no letter of the alphabet.
                guard letter &- 0x61 < 26, !text.beginsWithDottedI(token) else {
                    wrong = token
                    break
                }
                expected = letter
                continue
            }
            let following = next == 0x7A ? 0x61 : next + 1
            expected = following
            if letter != following {
                wrong = token
                break
            }
        }
        return input.verdict(words > 0 && wrong == nil) {
            guard let wrong else { return [.count("words", 0, required: "1 or more")] }
            let letter = expected.map { "a word in \"\(Character(UnicodeScalar(UInt8(truncatingIfNeeded: $0))))\"" }
            return [
                .place("word \(words) \"\(text.string(wrong))\"", wrong, required: letter ?? "a word in a letter a–z")
            ]
        }
    }
}

extension Text {
    /// Whether the first scalar that is not ASCII punctuation is İ.
    fileprivate func beginsWithDottedI(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound, ASCIIPunctuation.contains(bytes[index]) { index += 1 }
        return index + 1 < range.upperBound && bytes[index] == 0xC4 && bytes[index + 1] == 0xB0
    }
}
