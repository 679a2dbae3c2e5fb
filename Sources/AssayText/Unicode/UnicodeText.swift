// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Transforms and divisions of whole texts, with the results of Python 3.11's `str` methods (Unicode 14.0).
///
/// Text is UTF-8 in `[UInt8]`, positions are byte offsets. Nothing traps on malformed input: a byte that is not part of
/// a scalar is read as U+FFFD. Every function is linear in the length of its input, except that ``nfkd(_:)`` sorts runs
/// of combining marks.
public enum UnicodeText {
    /// Whether every byte is below 0x80.
    public static func isASCII(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var index = 0
            while index + 8 <= buffer.count {
                let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if word & 0x8080_8080_8080_8080 != 0 { return false }
                index += 8
            }
            while index < buffer.count {
                if buffer[index] >= 0x80 { return false }
                index += 1
            }
            return true
        }
    }

    /// The number of scalars in `range`, which has to lie inside `bytes`: the bytes that begin one.
    public static func scalarCount(of bytes: [UInt8], in range: Range<Int>) -> Int {
        let range = range.clamped(to: 0..<bytes.count)
        return bytes.withUnsafeBytes { buffer in
            var index = range.lowerBound
            var continuations = 0
            while index + 8 <= range.upperBound {
                let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                // A continuation byte has bit 7 set and bit 6 clear.
                continuations += (word >> 7 & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
                index += 8
            }
            while index < range.upperBound {
                if UTF8Decoding.isContinuation(buffer[index]) { continuations += 1 }
                index += 1
            }
            return range.count - continuations
        }
    }

    /// The number of scalars in `bytes`: Python's `len`.
    public static func scalarCount(of bytes: [UInt8]) -> Int { scalarCount(of: bytes, in: 0..<bytes.count) }

    /// The scalar offset of the byte offset `offset`: how many scalars begin before it.
    public static func scalarOffset(ofByte offset: Int, in bytes: [UInt8]) -> Int {
        scalarCount(of: bytes, in: 0..<max(0, min(offset, bytes.count)))
    }

    /// The byte offset of the scalar offset `offset`; the length of `bytes` where there are fewer scalars.
    public static func byteOffset(ofScalar offset: Int, in bytes: [UInt8]) -> Int {
        var remaining = max(0, offset)
        var index = 0
        while index < bytes.count {
            if !UTF8Decoding.isContinuation(bytes[index]) {
                if remaining == 0 { return index }
                remaining -= 1
            }
            index += 1
        }
        return bytes.count
    }
}
