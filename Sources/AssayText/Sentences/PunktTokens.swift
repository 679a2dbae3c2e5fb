// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The word tokens that Punkt looks at around a possible sentence end, without copies.
///
/// A token is a run of two or more hyphens or periods; `. . .` with single blanks; or a word that begins with anything
/// but opening punctuation and goes on to white space, closing punctuation, such a run, or a comma before one of these;
/// or a single scalar. Lines are looked at one by one, so that no token crosses a line feed.
struct PunktTokens {
    let bytes: [UInt8]
    /// The end of the text looked at.
    let end: Int
    private var position: Int

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    /// The next token; nil at the end.
    mutating func next() -> Range<Int>? {
        while position < end {
            let length = spaceLength(position)
            if length == 0 { break }
            position += length
        }
        guard position < end else { return nil }
        let start = position
        let run = multiCharacter(start)
        if run > 0 {
            position = start + run
            return start..<position
        }
        let first = bytes[start]
        position += first < 0x80 ? 1 : min(UTF8Decoding.scalar(bytes, at: start).length, end - start)
        if Self.noStart.contains(first) { return start..<position }
        while position < end {
            let byte = bytes[position]
            if byte < 0x80, !Self.isSpecial.contains(byte) {
                position += 1
                continue
            }
            if Self.endsWord.contains(byte) { break }
            if byte == 0x2D || byte == 0x2E, multiCharacter(position) > 0 { break }
            if byte == 0x2C, endsWordAfterComma(position + 1) { break }
            if byte >= 0x80 {
                if spaceLength(position) > 0 { break }
                position += min(UTF8Decoding.scalar(bytes, at: position).length, end - position)
                continue
            }
            position += 1
        }
        return start..<position
    }

    private func endsWordAfterComma(_ index: Int) -> Bool {
        guard index < end else { return true }
        let byte = bytes[index]
        if Self.endsWord.contains(byte) { return true }
        if byte == 0x2D || byte == 0x2E { return multiCharacter(index) > 0 }
        return byte >= 0x80 && spaceLength(index) > 0
    }

    /// The length of a run of hyphens or periods, or of `. . .`, at `index`; 0 if there is none.
    private func multiCharacter(_ index: Int) -> Int {
        let byte = bytes[index]
        guard byte == 0x2D || byte == 0x2E else { return 0 }
        var after = index + 1
        while after < end, bytes[after] == byte { after += 1 }
        if after - index >= 2 { return after - index }
        guard byte == 0x2E else { return 0 }
        // A period, then white space and a period again and again; two such pairs at least.
        var pairs = 0
        after = index
        while after + 1 < end, bytes[after] == 0x2E {
            // A line feed ends the line and with it the token.
            guard bytes[after + 1] != 0x0A else { break }
            let length = spaceLength(after + 1)
            guard length > 0, after + 1 + length < end, bytes[after + 1 + length] == 0x2E else { break }
            after += 1 + length
            pairs += 1
        }
        return pairs >= 2 ? after + 1 - index : 0
    }

    /// The length of the white space scalar at `index`; 0 if another scalar stands there.
    @inline(__always) private func spaceLength(_ index: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x80 { return Self.space.contains(byte) ? 1 : 0 }
        let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
        return UnicodeScalars.isSpace(scalar) && index + length <= end ? length : 0
    }

    // MARK: Classes of bytes

    /// Opening punctuation and such, ``("`{[:;&#*@)}]-,``: never more than one scalar long.
    static let noStart = ByteMask(low: 0xC00374C00000000, high: 0x2800000128000001)
    /// Closing punctuation ``)";}]*:@'({[!?`` and white space: a word stops before it.
    static let endsWord = ByteMask(low: 0x8C000787F0003E00, high: 0x2800000028000001)
    /// ASCII white space.
    static let space = ByteMask(low: 0x1F0003E00, high: 0x0)
    /// Closing punctuation that makes a sentence end possible directly before it.
    static let nonWord = ByteMask(low: 0x8C00078600000000, high: 0x2800000028000001)
    /// What may end a word: all others of ASCII go on with it.
    static let isSpecial = ByteMask(low: 0x8C007787F0003E00, high: 0x2800000028000001)
}

/// A set of ASCII bytes as two words of bits, so that it is a constant and a look-up costs a shift.
struct ByteMask {
    let low: UInt64
    let high: UInt64

    @inline(__always) func contains(_ byte: UInt8) -> Bool {
        (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1 && byte < 0x80
    }
}
