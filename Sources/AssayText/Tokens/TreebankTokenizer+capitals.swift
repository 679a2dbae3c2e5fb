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
    /// - At most: a capital that a lower-case ASCII letter follows, in a piece that goes on with lower-case letters to its
    ///   end or to closing signs, is not in one. Of the other capitals, a run of them is cut into three tokens at most
    ///   (contractions); a letter above ASCII counts as such a run.
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
            if !piece.isCapitalized { most += 3 * piece.runs }
            index = end
        }
        return least...max(least, most)
    }

    /// What stands between blanks and line feeds, counted.
    private struct Piece {
        /// Runs of capitals; a scalar above ASCII counts as one.
        var runs = 0
        /// ASCII letters, then at most one closing sign, and all letters capitals.
        var isInCapitals = true
        /// `Word`, `Word.`, `Word,`: the only capital begins the piece, small letters follow, then closing signs.
        var isCapitalized: Bool

        init(_ bytes: [UInt8], _ range: Range<Int>) {
            var inRun = false
            var capitals = 0
            var lowercase = 0
            var others = 0
            var isOrdered = true
            for index in range {
                let byte = bytes[index]
                if byte &- 0x61 < 26 {
                    lowercase += 1
                    inRun = false
                    if others > 0 { isOrdered = false }
                } else if byte &- 0x41 < 26 {
                    capitals += 1
                    if !inRun { runs += 1 }
                    inRun = true
                    if others > 0 { isOrdered = false }
                } else {
                    inRun = false
                    others += 1
                    if byte >= 0x80 { runs += 1 }
                    if !isClosing(byte) { isOrdered = false }
                }
            }
            isInCapitals = isOrdered && capitals > 0 && lowercase == 0 && others <= 1
            isCapitalized = isOrdered && capitals == 1 && lowercase > 0 && bytes[range.lowerBound] &- 0x41 < 26
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
