// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Numbers with their base in words: `1108 in base 9`, `1011 (base two)`, `1A3_{\text{base }16}`.
enum BaseNotation {
    /// Bytes of the longest text that is looked at.
    private static let longestText = 300

    /// The text with the base as a subscript, `1108_{9}`; nil where it is no number with a base in words.
    static func written(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 7, bytes.count <= longestText, let base = word(bytes) else { return nil }
        var end = base.lowerBound
        // What leads to the word: `in`, brackets, a subscript, a text command.
        lead: while end > 0 {
            for piece in [" ", "~", "\\ ", "(", "{", "_", "\\text", "\\mathrm", "\\textrm", "in", "the"]
            where bytes[..<end].suffix(piece.utf8.count).elementsEqual(piece.utf8) {
                end -= piece.utf8.count
                continue lead
            }
            break
        }
        guard end > 0, end < base.lowerBound, bytes[0] >= 0x30, bytes[0] <= 0x39,
            bytes[..<end].allSatisfy({ isDigit($0) || (0x41...0x5A).contains($0 & 0xDF) })
        else { return nil }
        var start = base.upperBound
        func skip(_ byte: UInt8) -> Bool {
            guard start < bytes.count, bytes[start] == byte else { return false }
            start += 1
            return true
        }
        while skip(0x20) || skip(0x7E) || skip(0x2D) || skip(0x24) || skip(0x7B) || skip(0x7D) {}
        let from = start
        while start < bytes.count, isDigit(bytes[start]) || isLetter(bytes[start]) { start += 1 }
        guard let value = value(bytes[from..<start]), (2...36).contains(value) else { return nil }
        while skip(0x20) || skip(0x24) || skip(0x7D) || skip(0x29) || skip(0x2E) {}
        guard start == bytes.count else { return nil }
        let digits = String(decoding: bytes[..<end], as: UTF8.self)
        // A letter beyond the base is no digit.
        guard digits.utf8.allSatisfy({ ($0 <= 0x39 ? Int($0) - 0x30 : Int($0 & 0xDF) - 0x37) < value }) else {
            return nil
        }
        return "\(value > 10 ? digits.uppercased() : digits)_{\(value)}"
    }

    /// Where the word `base` stands, the only one.
    private static func word(_ bytes: [UInt8]) -> Range<Int>? {
        for start in 1..<(bytes.count - 4) where bytes[start] | 0x20 == UInt8(ascii: "b") {
            let isWord = bytes[start..<(start + 4)].elementsEqual("base".utf8) && !isLetter(bytes[start + 4])
            if isWord { return start..<(start + 4) }
        }
        return nil
    }

    private static func value(_ bytes: ArraySlice<UInt8>) -> Int? {
        if let number = Int(String(decoding: bytes, as: UTF8.self)) { return number }
        return [
            "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
            "eleven": 11, "twelve": 12, "sixteen": 16,
        ][String(decoding: bytes, as: UTF8.self)]
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
}
