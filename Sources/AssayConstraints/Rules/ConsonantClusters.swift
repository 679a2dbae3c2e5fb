// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when every word has two consonants side by side.
///
/// ## How it decides
/// Words are the parts between white space with their punctuation; consonants are the 21 of the English alphabet, y among
/// them, in either case. With `skipsSigns`, parts without any letter are no words.
public struct ConsonantClusters: Rule {
    /// Whether parts without a letter are passed over.
    public let skipsSigns: Bool

    /// Creates the rule.
    public init(skipsSigns: Bool) { self.skipsSigns = skipsSigns }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let wrong = text.whitespaceTokens.first {
            !hasCluster($0, text.bytes) && !(skipsSigns && isSign($0, text.bytes))
        }
        return input.verdict(wrong == nil) {
            wrong.map { [.place("word \"\(text.string($0))\"", $0, required: "two consonants side by side")] } ?? []
        }
    }

    private func hasCluster(_ word: Range<Int>, _ bytes: [UInt8]) -> Bool {
        var previous = false
        var index = word.lowerBound
        while index < word.upperBound {
            let byte = bytes[index]
            var length = 1
            var isConsonant = false
            if byte < 0x80 {
                let letter = (byte | 0x20) &- 0x61
                isConsonant = byte >= 0x41 && letter < 26 && ConsonantClusters.consonants >> UInt32(letter) & 1 == 1
            } else {
                let decoded = UTF8Decoding.scalar(bytes, at: index)
                length = decoded.length
                isConsonant = decoded.value == 0x212A  // The Kelvin sign is k in lower case.
            }
            if isConsonant, previous { return true }
            previous = isConsonant
            index += length
        }
        return false
    }

    private func isSign(_ word: Range<Int>, _ bytes: [UInt8]) -> Bool {
        var index = word.lowerBound
        while index < word.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if UnicodeScalars.isAlphabetic(scalar) { return false }
            index += length
        }
        return true
    }

    /// All letters but a, e, i, o, u.
    private static let consonants: UInt32 = ~(1 | 1 << 4 | 1 << 8 | 1 << 14 | 1 << 20)
}
