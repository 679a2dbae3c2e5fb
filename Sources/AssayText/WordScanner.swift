// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Finds `\w+` runs as Python's `re` does: letters, numbers and `_`; combining marks end a word.
public enum WordScanner {
    /// The number of words.
    ///
    /// - Cost: eight bytes at a time over ASCII.
    public static func count(in bytes: [UInt8]) -> Int {
        bytes.withUnsafeBytes { raw in
            var count = 0
            var index = 0
            // 0x80 where the byte before belongs to a word.
            var carry: UInt64 = 0
            while index < raw.count {
                while index + 8 <= raw.count {
                    let block = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                    if block & ByteBlock.highBits != 0 { break }
                    let word = ByteBlock.wordBytes(block)
                    count += (word & ~(word << 8 | carry)).nonzeroBitCount
                    carry = word >> 56
                    index += 8
                }
                // Up to the next block of ASCII, scalar by scalar.
                let stop = min(index + 8, raw.count)
                while index < stop {
                    let byte = raw[index]
                    var isWord = isWordByte(byte)
                    var length = 1
                    if byte >= 0x80 {
                        let (scalar, width) = UTF8Decoding.scalar(bytes, at: index)
                        isWord = UnicodeScalars.isWord(scalar)
                        length = width
                    }
                    if isWord, carry == 0 { count += 1 }
                    carry = isWord ? 0x80 : 0
                    index += length
                }
            }
            return count
        }
    }

    /// The words.
    public static func words(in bytes: [UInt8]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        result.reserveCapacity(bytes.count / 6)
        forEach(in: bytes) { result.append($0) }
        return result
    }

    /// Whether an ASCII byte belongs to a word.
    @inlinable public static func isWordByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F
    }

    @inline(__always) private static func forEach(in bytes: [UInt8], _ body: (Range<Int>) -> Void) {
        var index = 0
        let end = bytes.count
        var start = -1
        while index < end {
            let byte = bytes[index]
            let isWord: Bool
            var length = 1
            if byte < 0x80 {
                isWord = isWordByte(byte)
            } else {
                let (scalar, width) = UTF8Decoding.scalar(bytes, at: index)
                isWord = UnicodeScalars.isWord(scalar)
                length = width
            }
            if isWord {
                if start < 0 { start = index }
            } else if start >= 0 {
                body(start..<index)
                start = -1
            }
            index += length
        }
        if start >= 0 { body(start..<end) }
    }
}
