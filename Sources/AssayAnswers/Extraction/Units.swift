// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The unit behind a number.
package enum Units {
    /// The most words of a unit: "square metres per second".
    private static let maximumWords = 4

    /// The end of a number with the unit, percent or currency sign that follows it at `end`.
    ///
    /// Words count as a unit where they go up to the end of the clause; where more follows, only the first does.
    package static func end(after end: Int, limit: Int, in text: AnswerText) -> Int {
        var cursor = end
        while cursor < limit, text[cursor] == 0x20 || text[cursor] == UInt8(ascii: "*") { cursor += 1 }
        if let width = signWidth(at: cursor, in: text), cursor + width <= limit { return cursor + width }
        if let base = baseEnd(at: cursor, limit: limit, in: text) { return base }
        var words = 0
        var last = end
        var afterFirst = end
        while cursor < limit, words < maximumWords {
            let wordEnd = wordEnd(at: cursor, limit: limit, in: text)
            guard wordEnd > cursor else { break }
            if text.firstWord(of: stopWords, at: cursor) != nil { break }
            // "79 g de cire": what follows the unit says of what.
            if words > 0, text.firstWord(of: prepositions, at: cursor) != nil {
                let unit = text.trim(end..<afterFirst)
                return unit.count == 1 && !UnitTable.isUnit(text.string(unit)) ? end : afterFirst
            }
            words += 1
            last = wordEnd
            if words == 1 { afterFirst = wordEnd }
            cursor = wordEnd
            while cursor < limit, text[cursor] == 0x20 { cursor += 1 }
        }
        guard words > 0 else { return end }
        let isWhole =
            cursor >= limit || text[cursor] == UInt8(ascii: ",") || text[cursor] == UInt8(ascii: ".")
            || text[cursor] == UInt8(ascii: ")")
        return isWhole ? last : afterFirst
    }

    /// The number of `16 feet`, `28 pct`, `$5`; nil where `range` is anything else than a number with a unit.
    package static func bareNumber(in range: Range<Int>, of text: AnswerText) -> Range<Int>? {
        guard let number = NumberScanner.first(in: range, of: text), number.lowerBound == range.lowerBound,
            number != range, end(after: number.upperBound, limit: range.upperBound, in: text) == range.upperBound
        else { return nil }
        // `5x` is a product.
        let isOneLetter = range.upperBound - number.upperBound == 1 && AnswerText.isLetter(text[number.upperBound])
        return isOneLetter && !"msgLJKNWVAhC".utf8.contains(text[number.upperBound]) ? nil : number
    }

    /// The end of several values that are one, as "2 hours and 30 minutes", the first of which is `number`.
    static func compoundEnd(from number: Range<Int>, limit: Int, in text: AnswerText) -> Int? {
        var last: Int?
        var end = self.end(after: number.upperBound, limit: limit, in: text)
        guard end > number.upperBound, AnswerText.isLetter(text[end - 1]) else { return nil }
        for _ in 0..<2 {
            var cursor = end
            while [0x20, 0x2C].contains(text[cursor]) { cursor += 1 }
            if text.matchesWord("and", at: cursor) { cursor += 4 }
            guard cursor > end, cursor < limit,
                let next = NumberScanner.first(in: cursor..<min(limit, cursor + 16), of: text),
                next.lowerBound == cursor
            else { break }
            end = self.end(after: next.upperBound, limit: limit, in: text)
            guard end > next.upperBound, CompoundQuantity(text.string(number.lowerBound..<end)) != nil else { break }
            last = end
        }
        return last
    }

    /// The end of "in base 9", "(base two)".
    private static func baseEnd(at index: Int, limit: Int, in text: AnswerText) -> Int? {
        var cursor = index
        let isOpen = text[cursor] == UInt8(ascii: "(")
        if isOpen { cursor += 1 }
        if text.matchesWord("in", at: cursor) { cursor += 3 }
        guard text.matchesWord("base", at: cursor) else { return nil }
        cursor += 4
        while [0x20, 0x24, UInt8(ascii: "-")].contains(text[cursor]) { cursor += 1 }
        let start = cursor
        if let width = text.firstWord(of: bases, at: start) {
            cursor += width
        } else {
            while AnswerText.isDigit(text[cursor]) { cursor += 1 }
            guard (1...2).contains(cursor - start), !AnswerText.isLetter(text[cursor]) else { return nil }
        }
        if text[cursor] == 0x24 { cursor += 1 }
        if isOpen {
            guard text[cursor] == UInt8(ascii: ")") else { return nil }
            cursor += 1
        }
        return cursor <= limit ? cursor : nil
    }

    private static let bases: [StaticString] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "sixteen",
    ]

    private static let stopWords: [StaticString] = [
        "a", "i", "to", "for", "of", "and", "or", "as", "because", "since", "with", "more", "left", "is", "times",
        "are", "was",
        "which", "that", "after", "before", "in", "each", "total", "altogether", "every", "we", "you", "would", "will",
        "the", "at", "by", "on", "from", "if", "when", "so", "but", "not", "it", "he", "she", "they",
    ]

    /// Words in front of what a unit measures; those that make a rate ("per", "pro", "по", "an hour") are none.
    private static let prepositions: [StaticString] = [
        "de", "du", "des", "en", "au", "aux", "pour", "dans", "et", "ou", "del", "y", "para", "di", "della", "dello",
        "e", "o", "do", "da", "dos", "das", "em", "von", "für", "und", "oder", "zu", "auf", "и", "для",
    ]

    private static func signWidth(at index: Int, in text: AnswerText) -> Int? {
        for sign in ["%", "\\%", "^\\circ", "^{\\circ}", "°", "$", "\\$", "€", "£", "¥"] as [StaticString]
        where text.matches(sign, at: index) {
            let width = sign.utf8CodeUnitCount
            let letter = text[index + width]
            let isScale =
                (letter == UInt8(ascii: "C") || letter == UInt8(ascii: "F"))
                && !AnswerText.isLetter(text[index + width + 1])
            return width + (isScale ? 1 : 0)
        }
        return nil
    }

    /// The end of a word of letters, slashes and powers, or of a text command with its group.
    private static func wordEnd(at start: Int, limit: Int, in text: AnswerText) -> Int {
        var cursor = start
        if text[cursor] == UInt8(ascii: "\\"), Prose.isTextCommand(at: cursor, in: text) {
            cursor += 1
            while cursor < limit, AnswerText.isLetter(text[cursor]) { cursor += 1 }
            return Braces.end(ofGroupAt: cursor, limit: limit, in: text) ?? start
        }
        while cursor < limit {
            let byte = text[cursor]
            if AnswerText.isLetter(byte) || byte >= 0xC2 && byte < 0xE2 || byte >= 0x80 && byte < 0xC0 && cursor > start
            {
                cursor += 1
            } else if cursor > start,
                byte == UInt8(ascii: "/") || byte == UInt8(ascii: "^")
                    || AnswerText.isDigit(byte) && text[cursor - 1] == UInt8(ascii: "^")
                    || byte == UInt8(ascii: "-") && AnswerText.isLetter(text[cursor + 1])
            {
                cursor += 1
            } else {
                break
            }
        }
        return cursor
    }
}
