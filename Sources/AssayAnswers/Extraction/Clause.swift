// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The part of a sentence that follows an anchor.
package enum Clause {
    /// The longest clause that is read.
    private static let longest = 4096

    /// The place of the first character of a value at or after `start`: white space, emphasis, colons, quotation marks,
    /// emoji and words that add nothing ("simply", "approximately") are passed.
    package static func begin(at start: Int, limit: Int, in text: AnswerText) -> Int {
        var cursor = start
        var lineFeeds = 0
        loop: while cursor < limit {
            let byte = text[cursor]
            switch byte {
            case 0x0A:
                lineFeeds += 1
                if lineFeeds > 3 { return limit }
                cursor += 1
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: ":"), UInt8(ascii: "\""),
                UInt8(ascii: "="), UInt8(ascii: "#"), UInt8(ascii: "}"), UInt8(ascii: ">"), UInt8(ascii: "~"),
                UInt8(ascii: ","):
                cursor += 1
            case UInt8(ascii: "\\"):
                // A quotation mark that was escaped.
                guard text[cursor + 1] == UInt8(ascii: "\"") else { break loop }
                cursor += 2
            case UInt8(ascii: "-"):
                guard AnswerText.isSpace(text[cursor + 1]) || text[cursor + 1] == UInt8(ascii: "-") else { break loop }
                cursor += 1
            case UInt8(ascii: "."):
                // "The answer is... 5"
                guard text[cursor + 1] == UInt8(ascii: ".") || text[cursor - 1] == UInt8(ascii: "."),
                    !AnswerText.isDigit(text[cursor + 1])
                else { break loop }
                cursor += 1
            default:
                if let width = text.spaceWidth(at: cursor) {
                    cursor += width
                } else if let width = symbolWidth(at: cursor, in: text) {
                    cursor += width
                } else if let width = text.firstWord(of: fillers, at: cursor), cursor + width < limit {
                    cursor += width
                } else {
                    break loop
                }
            }
        }
        return min(cursor, limit)
    }

    private static let fillers: [StaticString] = [
        "simply", "just", "definitely", "clearly", "for sure", "indeed", "exactly", "therefore", "thus", "hence",
        "then",
        "approximately", "about", "roughly", "around", "equal to", "given by", "certainly", "surely", "obviously",
        "now", "also", "still", "actually", "option", "choice",
    ]

    /// The place after "therefore", "so" and the like at the beginning of `range`.
    package static func afterConnective(in range: Range<Int>, of text: AnswerText) -> Int {
        for word in ["therefore", "thus", "hence", "so", "then", "consequently", "we get", "we have"] as [StaticString]
        where text.matchesWord(word, at: range.lowerBound) {
            var cursor = range.lowerBound + word.utf8CodeUnitCount
            while cursor < range.upperBound, text[cursor] == 0x20 || text[cursor] == UInt8(ascii: ",") { cursor += 1 }
            return cursor < range.upperBound ? cursor : range.lowerBound
        }
        return range.lowerBound
    }

    /// Emoji, arrows, check marks, dashes, full-width colons, opening quotation marks.
    private static func symbolWidth(at index: Int, in text: AnswerText) -> Int? {
        let (first, second, third) = (text[index], text[index + 1], text[index + 2])
        switch first {
        case 0xF0: return second == 0x9F ? 4 : nil
        case 0xE2:
            if second == 0x86 || second == 0x87 || second >= 0x98 && second <= 0x9E { return 3 }
            if second == 0x80, third == 0x94 || third == 0x93 || third == 0x9C || third == 0x98 { return 3 }
            if second == 0x89, third == 0x88 { return 3 }
            return nil
        case 0xEF:
            if second == 0xBC, third == 0x9A || third == 0x8C { return 3 }
            return second == 0xB8 && third == 0x8F ? 3 : nil
        default: return nil
        }
    }

    /// The end of the sentence or line that begins at `start`; math spans are passed as a whole.
    package static func end(from start: Int, limit: Int, in text: AnswerText) -> Int {
        let limit = max(start, min(limit, start + longest))
        var failures = MathSpans.Failures()
        var cursor = start
        var depth = 0
        while cursor < limit {
            let byte = text[cursor]
            switch byte {
            case 0x0A: return cursor
            case UInt8(ascii: "$"), UInt8(ascii: "\\"):
                if let span = MathSpans.span(at: cursor, limit: limit, in: text, failures: &failures) {
                    cursor = span.full.upperBound
                    continue
                }
                cursor += byte == UInt8(ascii: "\\") ? 2 : 1
                continue
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                // The end of what is around: `\boxed{\text{The answer is } 36}`.
                depth -= 1
                if depth < 0 { return cursor }
            case UInt8(ascii: "."):
                if endsSentence(at: cursor, from: start, limit: limit, in: text) {
                    return isAbbreviation(endingAt: cursor, in: text) ? cursor + 1 : cursor
                }
            case UInt8(ascii: "!"), UInt8(ascii: "?"):
                let next = text[cursor + 1]
                if AnswerText.isLetter(text[cursor - 1]), AnswerText.isLetter(text[cursor - 2]),
                    AnswerText.isSpace(next) || cursor + 1 >= limit
                {
                    return cursor
                }
            case UInt8(ascii: "<"):
                if text[cursor + 1] == UInt8(ascii: "|") || text[cursor + 1] == UInt8(ascii: "/") { return cursor }
            case 0xE3: if text[cursor + 1] == 0x80, text[cursor + 2] == 0x82 { return cursor }
            case 0xEF:
                if text[cursor + 1] == 0xBC, text[cursor + 2] == 0x81 || text[cursor + 2] == 0x9F { return cursor }
            case 0xE0, 0xD8, 0xDB:
                // Danda, and the full stop and question mark of Arabic and Urdu.
                for mark in ["।", "؟", "۔"] as [StaticString] where text.matches(mark, at: cursor) { return cursor }
            default: break
            }
            cursor += 1
        }
        return limit
    }

    /// Whether the dot is the second one of `p.m.`, `i.e.`.
    private static func isAbbreviation(endingAt dot: Int, in text: AnswerText) -> Bool {
        AnswerText.isLetter(text[dot - 1]) && text[dot - 2] == UInt8(ascii: ".") && AnswerText.isLetter(text[dot - 3])
            && !AnswerText.isLetter(text[dot - 4])
    }

    private static func endsSentence(at dot: Int, from start: Int, limit: Int, in text: AnswerText) -> Bool {
        let next = dot + 1 < limit ? text[dot + 1] : 0x20
        guard
            AnswerText.isSpace(next) || next == UInt8(ascii: "*") || next == UInt8(ascii: "\"")
                || next == UInt8(ascii: "<") || next == UInt8(ascii: "$") || next == UInt8(ascii: ")")
                || next >= 0xE2
        else { return false }
        // An option letter with its dot: `B. 12 metres`.
        if dot == start + 1, AnswerText.isLetter(text[start]) { return dot + 2 >= limit }
        // `p.m.` goes on where a small letter follows.
        if isAbbreviation(endingAt: dot, in: text) {
            if text.matches("i.e", at: dot - 3) || text.matches("e.g", at: dot - 3) { return false }
            return !AnswerText.isLetter(text[dot + 2]) || AnswerText.isUpper(text[dot + 2])
        }
        for title in ["mr", "mrs", "ms", "dr", "st", "prof", "vs", "approx", "no"] as [StaticString]
        where text.matchesWord(title, at: dot - title.utf8CodeUnitCount) && AnswerText.isLetter(text[dot + 2])
            && dot - title.utf8CodeUnitCount > start
        { return false }
        return true
    }

    /// The place after the last word in `range` that says what something is: "is", "are", 是, and "=" where asked for.
    package static func afterLastVerb(
        in range: Range<Int>, of text: AnswerText, countsEquals: Bool = true
    ) -> Int? {
        var found: Int?
        var index = range.lowerBound
        var failures = MathSpans.Failures()
        while index < range.upperBound {
            let byte = text[index]
            if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "\\"),
                let span = MathSpans.span(at: index, limit: range.upperBound, in: text, failures: &failures)
            {
                index = span.full.upperBound
                continue
            }
            switch byte {
            case UInt8(ascii: "i"), UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "w"):
                if let width = text.firstWord(of: verbs, at: index) {
                    found = index + width
                    index += width
                    continue
                }
            case UInt8(ascii: "=") where countsEquals: found = index + 1
            case 0xE6, 0xE4, 0xE7:
                if text.matches("是", at: index) || text.matches("为", at: index) || text.matches("為", at: index) {
                    found = index + 3
                }
            default: break
            }
            index += 1
        }
        guard let found, found < range.upperBound else { return nil }
        return found
    }

    private static let verbs: [StaticString] = ["is", "are", "equals", "equal to", "was", "es", "est"]
}
