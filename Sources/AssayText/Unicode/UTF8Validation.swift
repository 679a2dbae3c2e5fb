// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Whether bytes are UTF-8.
public enum UTF8Validation {
    /// The offset of the first byte that does not belong to a well-formed scalar; nil where all is well.
    ///
    /// - Cost: eight bytes at a time over ASCII.
    public static func firstInvalid(in bytes: [UInt8], range: Range<Int>) -> Int? {
        var index = range.lowerBound
        let end = range.upperBound
        while index < end {
            index = endOfASCII(bytes, from: index, to: end)
            guard index < end else { return nil }
            let (_, length) = UTF8Decoding.scalar(bytes, at: index)
            // A decoded length of 1 for a byte above ASCII is the replacement of something malformed.
            if length == 1 || index + length > end { return index }
            index += length
        }
        return nil
    }

    /// Whether all bytes of the range are ASCII.
    public static func isASCII(_ bytes: [UInt8], range: Range<Int>) -> Bool {
        endOfASCII(bytes, from: range.lowerBound, to: range.upperBound) == range.upperBound
    }

    /// The offset of the first byte above ASCII, or `end`.
    private static func endOfASCII(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
        bytes.withUnsafeBytes { raw in
            var index = start
            while index + 8 <= end {
                if raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { break }
                index += 8
            }
            while index < end, raw[index] < 0x80 { index += 1 }
            return index
        }
    }
}
