// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A set of ASCII characters.
public struct ASCIISet: Sendable, Hashable {
    private let low: UInt64
    private let high: UInt64

    /// The set of the characters of `characters`; those that are not ASCII are left out.
    public init(_ characters: String) {
        var low: UInt64 = 0
        var high: UInt64 = 0
        for byte in characters.utf8 where byte < 0x80 {
            if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
        }
        self.low = low
        self.high = high
    }

    /// Whether `byte` is in the set.
    @inline(__always) public func contains(_ byte: UInt8) -> Bool {
        byte < 0x80 && (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
    }

    /// Python's `string.punctuation`.
    public static let punctuation = ASCIISet("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
}

extension UnicodeText {
    /// Whether an ASCII byte is white space for Python: U+0009…U+000D, U+001C…U+001F, and the space.
    @inline(__always) public static func isASCIISpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte &- 0x09 < 5 || byte &- 0x1C < 4
    }

    /// What `str.strip()` leaves of `range`: white space taken off both ends.
    public static func strippedRange(of bytes: [UInt8], in range: Range<Int>) -> Range<Int> {
        rightStrippedRange(of: bytes, in: leftStrippedRange(of: bytes, in: range))
    }

    /// What `str.lstrip()` leaves of `range`.
    public static func leftStrippedRange(of bytes: [UInt8], in range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound {
            let byte = bytes[start]
            if byte < 0x80 {
                if !isASCIISpace(byte) { break }
                start += 1
                continue
            }
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: start)
            if start + length > range.upperBound || !UnicodeScalars.isSpace(scalar) { break }
            start += length
        }
        return start..<range.upperBound
    }

    /// What `str.rstrip()` leaves of `range`.
    public static func rightStrippedRange(of bytes: [UInt8], in range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound {
            let byte = bytes[end - 1]
            if byte < 0x80 {
                if !isASCIISpace(byte) { break }
                end -= 1
                continue
            }
            let (scalar, length) = UTF8Decoding.scalar(bytes, before: end)
            if end - length < range.lowerBound || !UnicodeScalars.isSpace(scalar) { break }
            end -= length
        }
        return range.lowerBound..<end
    }

    /// What `str.strip(characters)` leaves of `range`.
    public static func strippedRange(of bytes: [UInt8], in range: Range<Int>, characters: ASCIISet) -> Range<Int> {
        rightStrippedRange(
            of: bytes, in: leftStrippedRange(of: bytes, in: range, characters: characters), characters: characters)
    }

    /// What `str.lstrip(characters)` leaves of `range`.
    public static func leftStrippedRange(
        of bytes: [UInt8], in range: Range<Int>, characters: ASCIISet
    ) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound, characters.contains(bytes[start]) { start += 1 }
        return start..<range.upperBound
    }

    /// What `str.rstrip(characters)` leaves of `range`.
    public static func rightStrippedRange(
        of bytes: [UInt8], in range: Range<Int>, characters: ASCIISet
    ) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, characters.contains(bytes[end - 1]) { end -= 1 }
        return range.lowerBound..<end
    }

    /// The parts of `range` between runs of white space, none of them empty: `str.split()`.
    public static func whitespaceTokens(of bytes: [UInt8], in range: Range<Int>) -> [Range<Int>] {
        var tokens: [Range<Int>] = []
        var start = -1
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            var length = 1
            let isSpace: Bool
            if byte < 0x80 {
                isSpace = isASCIISpace(byte)
            } else {
                let decoded = UTF8Decoding.scalar(bytes, at: index)
                length = decoded.length
                isSpace = index + length <= range.upperBound && UnicodeScalars.isSpace(decoded.value)
            }
            if isSpace {
                if start >= 0 { tokens.append(start..<index) }
                start = -1
            } else if start < 0 {
                start = index
            }
            index += length
        }
        if start >= 0 { tokens.append(start..<range.upperBound) }
        return tokens
    }

    /// How many parts `str.split()` gives for `range`.
    public static func whitespaceTokenCount(of bytes: [UInt8], in range: Range<Int>) -> Int {
        var count = 0
        var isInside = false
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            var length = 1
            let isSpace: Bool
            if byte < 0x80 {
                isSpace = isASCIISpace(byte)
            } else {
                let decoded = UTF8Decoding.scalar(bytes, at: index)
                length = decoded.length
                isSpace = index + length <= range.upperBound && UnicodeScalars.isSpace(decoded.value)
            }
            if !isSpace, !isInside { count += 1 }
            isInside = !isSpace
            index += length
        }
        return count
    }
}
