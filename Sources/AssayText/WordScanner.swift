// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Finds `\w+` runs as Python's `re` does: letters, numbers and `_`; combining marks end a word.
public enum WordScanner {
    /// The number of words.
    public static func count(in bytes: [UInt8]) -> Int {
        bytes.withUnsafeBufferPointer { buffer in
            var count = 0
            var wasWord = false
            var index = 0
            while index < buffer.count {
                let end = min(index + blockLength, buffer.count)
                var signs: UInt8 = 0
                for place in index..<end { signs |= buffer[place] }
                if signs < 0x80 {
                    if !wasWord, isWordByte(buffer[index]) { count += 1 }
                    // Beginnings inside the block: each byte looks only at its neighbour, so that many go at once.
                    var beginnings: UInt8 = 0
                    for place in index + 1..<end {
                        beginnings &+= wordBit(buffer[place]) & ~wordBit(buffer[place - 1]) & 1
                    }
                    count += Int(beginnings)
                    wasWord = isWordByte(buffer[end - 1])
                    index = end
                    continue
                }
                while index < end {
                    let byte = buffer[index]
                    var isWord = isWordByte(byte)
                    if byte < 0x80 {
                        index += 1
                    } else {
                        let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
                        isWord = UnicodeScalars.isWord(scalar)
                        index += length
                    }
                    if isWord, !wasWord { count += 1 }
                    wasWord = isWord
                }
            }
            return count
        }
    }

    /// Short enough for the beginnings in a block to fit in a byte.
    private static let blockLength = 128

    @inline(__always) private static func wordBit(_ byte: UInt8) -> UInt8 {
        ((byte | 0x20) &- 0x61 < 26 ? 1 : 0) | (byte &- 0x30 < 10 ? 1 : 0) | (byte == 0x5F ? 1 : 0)
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
