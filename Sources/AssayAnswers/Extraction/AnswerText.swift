// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The bytes of a response, with a subscript that is total: outside of the text it gives 0.
package struct AnswerText: Sendable {
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// A text from a string.
    package init(_ string: String) { bytes = Array(string.utf8) }

    package var count: Int { bytes.count }

    /// The byte at `index`; 0 outside.
    @inline(__always)
    package subscript(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }

    /// A part as a string; ill-formed bytes become U+FFFD.
    package func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    // MARK: Matching

    /// Whether `word` (ASCII in lower case, or any UTF-8) stands at `index`; letters A–Z match in either case.
    package func matches(_ word: StaticString, at index: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard index >= 0, index + length <= bytes.count else { return false }
        return word.withUTF8Buffer { pattern in
            for offset in 0..<length where Self.lower(bytes[index + offset]) != pattern[offset] { return false }
            return true
        }
    }

    /// Whether `word` stands at `index` and no letter or digit follows it.
    package func matchesWord(_ word: StaticString, at index: Int) -> Bool {
        matches(word, at: index) && !Self.isAlphanumeric(self[index + word.utf8CodeUnitCount])
            && (!Self.isAlphanumeric(self[index - 1]))
    }

    /// The first of `words` that stands at `index` as a word of its own; its length.
    package func firstWord(of words: [StaticString], at index: Int) -> Int? {
        for word in words where matchesWord(word, at: index) { return word.utf8CodeUnitCount }
        return nil
    }

    /// The first place of `word` within `range`, or nil.
    package func find(_ word: StaticString, in range: Range<Int>) -> Int? {
        let length = word.utf8CodeUnitCount
        guard length > 0, range.count >= length else { return nil }
        let head = word.withUTF8Buffer { $0[0] }
        var index = range.lowerBound
        let last = range.upperBound - length
        while index <= last {
            if Self.lower(self[index]) == head, matches(word, at: index) { return index }
            index += 1
        }
        return nil
    }

    /// Whether `word` stands within `range` between characters that are no letters or digits.
    package func containsWord(_ word: StaticString, in range: Range<Int>) -> Bool {
        var rest = range
        while let found = find(word, in: rest) {
            if matchesWord(word, at: found) { return true }
            rest = (found + 1)..<range.upperBound
        }
        return false
    }

    // MARK: Ends

    /// `range` without white space at its ends (also NBSP, the ideographic space, zero-width characters, the BOM).
    package func trim(_ range: Range<Int>) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, let width = spaceWidth(at: low) { low = min(low + width, high) }
        while low < high {
            if Self.isSpace(self[high - 1]) {
                high -= 1
            } else if high - 2 >= low, spaceWidth(at: high - 2) == 2 {
                high -= 2
            } else if high - 3 >= low, spaceWidth(at: high - 3) == 3 {
                high -= 3
            } else {
                break
            }
        }
        return low..<high
    }

    /// The length of the white space or invisible character at `index`.
    package func spaceWidth(at index: Int) -> Int? {
        let byte = self[index]
        if byte < 0x80 { return Self.isSpace(byte) && index < count ? 1 : nil }
        switch byte {
        case 0xC2: return self[index + 1] == 0xA0 || self[index + 1] == 0xAD ? 2 : nil
        case 0xE2:
            let (second, third) = (self[index + 1], self[index + 2])
            if second == 0x80 { return third <= 0x8F || third == 0xAF || third == 0xA8 || third == 0xA9 ? 3 : nil }
            return second == 0x81 && (third == 0x9F || third == 0xA0) ? 3 : nil
        case 0xE3: return self[index + 1] == 0x80 && self[index + 2] == 0x80 ? 3 : nil
        case 0xEF: return self[index + 1] == 0xBB && self[index + 2] == 0xBF ? 3 : nil
        default: return nil
        }
    }

    /// The end of the line that `index` is in: the place of its line feed, or `limit`.
    package func lineEnd(from index: Int, limit: Int) -> Int {
        var cursor = index
        while cursor < limit, self[cursor] != 0x0A { cursor += 1 }
        return cursor
    }

    /// Whether nothing but white space and markup (`*`, `_`, `#`, `>`, `-`) stands between the line's beginning and `index`.
    package func beginsLine(_ index: Int, from start: Int) -> Bool {
        var cursor = index
        while cursor > start {
            switch self[cursor - 1] {
            case 0x0A, 0x0D: return true
            case 0x20, 0x09, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: ">"): cursor -= 1
            default: return false
            }
        }
        return true
    }

    // MARK: Classes

    @inline(__always)
    package static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
    @inline(__always)
    package static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    @inline(__always)
    package static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    @inline(__always)
    package static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
    @inline(__always)
    package static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
    /// ASCII white space, and the control characters that stand for nothing.
    @inline(__always)
    package static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 || byte == 0 }
}
