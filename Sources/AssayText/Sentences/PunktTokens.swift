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
        if Self.classes[Int(first)] & Self.noStart != 0 { return start..<position }
        while position < end {
            let byte = bytes[position]
            let classes = Self.classes[Int(byte)]
            if classes == 0 {
                position += 1
                continue
            }
            if classes & Self.endsWord != 0 { break }
            if classes & Self.mayBeginRun != 0, multiCharacter(position) > 0 { break }
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
        let classes = Self.classes[Int(bytes[index])]
        if classes & Self.endsWord != 0 { return true }
        if classes & Self.mayBeginRun != 0 { return multiCharacter(index) > 0 }
        return bytes[index] >= 0x80 && spaceLength(index) > 0
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
        if byte < 0x80 { return Self.classes[Int(byte)] & Self.space != 0 ? 1 : 0 }
        let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
        return UnicodeScalars.isSpace(scalar) && index + length <= end ? length : 0
    }

    // MARK: Classes of bytes

    static let noStart: UInt8 = 1
    static let endsWord: UInt8 = 2
    static let mayBeginRun: UInt8 = 4
    static let space: UInt8 = 8
    /// Needs a closer look: a comma or a byte of a longer scalar.
    static let other: UInt8 = 16
    /// Closing punctuation that makes a sentence end possible directly before it.
    static let nonWord: UInt8 = 32

    /// What each byte may do.
    static let classes: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 256)
        for byte in "(\"`{[:;&#*@)}]-,".utf8 { table[Int(byte)] |= noStart }
        for byte in ")\";}]*:@'({[!?".utf8 { table[Int(byte)] |= endsWord | nonWord }
        for byte in "-.".utf8 { table[Int(byte)] |= mayBeginRun }
        for byte in [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F, 0x20] {
            table[byte] |= space | endsWord
        }
        table[0x2C] |= other
        for byte in 0x80..<0x100 { table[byte] |= other }
        return table
    }()
}
