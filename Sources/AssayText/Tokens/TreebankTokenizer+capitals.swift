// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension TreebankTokenizer {
    /// Bounds on the number of tokens in capitals, from one quick look at the bytes: often enough to decide about a limit
    /// without tokens.
    ///
    /// ## Why they hold
    /// A token in capitals has an upper-case letter and no lower-case one, and lies inside what stands between two pieces
    /// of white space.
    /// - At least: a piece of ASCII letters in capitals, with one closing sign at most, holds such a token whatever it is
    ///   cut into.
    /// - At most: a capital letter that a small one follows is not in such a token, unless a contraction parts the two
    ///   (`n't`, `'Tis`). Any other run of capitals is one token, or two where a contraction (`CANNOT`, `'TWAS`, three to
    ///   seven letters, an N of `N.T` with them) may part it. A scalar above ASCII counts as such a run.
    public static func uppercaseBounds(in bytes: [UInt8]) -> ClosedRange<Int> {
        var least = 0
        var most = 0
        var index = 0
        while let found = nextCapital(bytes, from: index) {
            var start = found
            while start > index, bytes[start - 1] != 0x20, bytes[start - 1] != 0x0A { start -= 1 }
            var end = found
            while end < bytes.count, bytes[end] != 0x20, bytes[end] != 0x0A { end += 1 }
            let piece = Piece(bytes, start..<end)
            if piece.isInCapitals { least += 1 }
            most += piece.tokensAtMost
            index = end
        }
        return least...max(least, most)
    }

    /// What stands between blanks and line feeds, looked at once.
    private struct Piece {
        /// ASCII letters, all capitals, then at most one closing sign.
        var isInCapitals = false
        /// How many tokens in capitals it can be cut into.
        var tokensAtMost = 0

        init(_ bytes: [UInt8], _ range: Range<Int>) {
            var index = range.lowerBound
            while index < range.upperBound {
                let byte = bytes[index]
                guard byte &- 0x41 < 26 else {
                    if byte >= 0xC0 { tokensAtMost += 1 }
                    index += 1
                    continue
                }
                let start = index
                while index < range.upperBound, bytes[index] &- 0x41 < 26 { index += 1 }
                let length = index - start
                if index < range.upperBound, bytes[index] &- 0x61 < 26 {
                    let isParted = bytes[index] == 0x6E && index + 1 < range.upperBound && bytes[index + 1] == 0x27
                    let isAfterApostrophe = start > range.lowerBound && bytes[start - 1] == 0x27
                    if !isParted, !isAfterApostrophe { continue }
                }
                tokensAtMost += (3...7).contains(length) ? 2 : 1
                if start == range.lowerBound {
                    isInCapitals =
                        index == range.upperBound || (index + 1 == range.upperBound && isClosing(bytes[index]))
                }
            }
        }
    }

    /// The next byte that is a capital letter or above ASCII.
    private static func nextCapital(_ bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBytes { raw in
            var index = start
            while index + 8 <= raw.count {
                let block = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                if block & ByteBlock.highBits != 0 || ByteBlock.bytes(block, from: 0x41, to: 0x5A) != 0 { break }
                index += 8
            }
            while index < raw.count {
                if raw[index] >= 0x80 || raw[index] &- 0x41 < 26 { return index }
                index += 1
            }
            return nil
        }
    }

    private static func isClosing(_ byte: UInt8) -> Bool {
        byte == 0x2E || byte == 0x2C || byte == 0x3A || byte == 0x3B || byte == 0x21 || byte == 0x3F
    }
}
