// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when a letter or another sign stands in the response as often as it should; without one, all letters count.
///
///     {"verifier": "letters", "letter": "q", "min": 2}
///
/// ## How it decides
/// With a letter, its occurrences in the lower-case form of the response are counted, so that case makes no
/// difference. Without one, `A`…`Z` and `a`…`z` are counted where ``isASCII`` is set, else every letter of every
/// alphabet. The score is how near the number comes to the bound.
public struct LetterCount: Rule {
    /// The letter in lower case, as UTF-8; nothing for all letters.
    public let letter: [UInt8]
    /// The bound on the count.
    public let bound: Bound
    /// Whether only the letters of ASCII count, where no letter is given.
    public let isASCII: Bool

    /// Creates the rule for all letters.
    public init(_ bound: Bound, isASCII: Bool = false) {
        letter = []
        self.bound = bound
        self.isASCII = isASCII
    }

    /// Creates the rule for one letter or sign.
    ///
    /// - Throws: `CheckError` where it is not exactly one.
    public init(_ letter: String, _ bound: Bound, argument: String = "letter") throws(CheckError) {
        let bytes = Array(letter.utf8)
        let range = UnicodeText.strippedRange(of: bytes, in: 0..<bytes.count)
        guard UnicodeText.scalarCount(of: bytes, in: range) == 1 else {
            throw .argument(argument, found: "\"\(letter)\"", expected: "one letter or sign")
        }
        self.letter = UnicodeText.lowercased(Array(bytes[range]))
        self.bound = bound
        isASCII = false
    }

    /// Letters never become more where lines or asterisks are left out; but which sigma a capital one becomes depends on
    /// what follows it.
    public var mayPassWithLess: Bool { bound.maximum != nil || letter.contains { $0 >= 0x80 } }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let count = letter.isEmpty ? letters(in: input.response) : occurrences(in: input.response)
        return input.verdict(bound.contains(count), score: bound.credit(count)) {
            let name = letter.isEmpty ? "letters" : "\"\(String(decoding: letter, as: UTF8.self))\""
            return [.count(name, count, required: bound.described)]
        }
    }

    private func occurrences(in text: Text) -> Int {
        // Beyond ASCII, other scalars may have this letter as their lower case.
        guard letter.count == 1, text.isASCII || !(letter[0] == 0x69 || letter[0] == 0x6B) else {
            return ByteSearch.count(letter, in: text.lowercased.bytes)
        }
        let letter = letter[0]
        let upper = letter &- 0x61 < 26 ? letter ^ 0x20 : letter
        return text.bytes.withUnsafeBufferPointer { bytes in
            var count = 0
            for byte in bytes { count &+= (byte == letter ? 1 : 0) &+ (byte == upper && upper != letter ? 1 : 0) }
            return count
        }
    }

    private func letters(in text: Text) -> Int {
        if isASCII || text.isASCII {
            return text.bytes.withUnsafeBufferPointer { bytes in
                var count = 0
                for byte in bytes { count &+= (byte | 0x20) &- 0x61 < 26 ? 1 : 0 }
                return count
            }
        }
        var count = 0
        var index = 0
        while index < text.bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(text.bytes, at: index)
            switch UnicodeScalars.category(scalar) {
            case .lu, .ll, .lt, .lm, .lo: count += 1
            default: break
            }
            index += length
        }
        return count
    }
}
