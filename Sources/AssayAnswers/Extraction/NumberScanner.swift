// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Finds numbers in prose: `-1,234.5`, `.4`, `13/28`, `2 1/3`, `\frac{2}{5}`, `6.02\times 10^{23}`, `1e6`, `25%`, `$5`.
///
/// Digits inside of a word (`A2`, `x1`) are none; neither is the number of a list item.
package enum NumberScanner {
    /// The first number in `range`.
    package static func first(in range: Range<Int>, of text: AnswerText) -> Range<Int>? {
        var index = range.lowerBound
        while index < range.upperBound {
            if mayBegin(at: index, in: text) {
                if let end = end(ofNumberAt: index, limit: range.upperBound, in: text) {
                    return withSign(index, to: end, from: range.lowerBound, in: text)..<end
                }
                index = skipRun(at: index, limit: range.upperBound, in: text)
            } else {
                index += 1
            }
        }
        return nil
    }

    /// All numbers in `range`, in order, at most `limit`.
    package static func all(in range: Range<Int>, of text: AnswerText, limit: Int = .max) -> [Range<Int>] {
        var numbers: [Range<Int>] = []
        var rest = range
        while numbers.count < limit, let number = first(in: rest, of: text) {
            numbers.append(number)
            // Digits may go on behind the range.
            rest = min(number.upperBound, range.upperBound)..<range.upperBound
        }
        return numbers
    }

    /// The last number in `range`.
    package static func last(in range: Range<Int>, of text: AnswerText) -> Range<Int>? {
        // From the last line that has one, so that a long text is not read as a whole.
        var high = range.upperBound
        while high > range.lowerBound {
            var low = high
            while low > range.lowerBound, text[low - 1] != 0x0A { low -= 1 }
            if let number = all(in: low..<high, of: text).last { return number }
            high = low - 1
        }
        return nil
    }

    /// A number with what makes it a time or a ratio: `10:22 p.m.`, `3:4`.
    package static func withTime(_ number: Range<Int>, in range: Range<Int>, of text: AnswerText) -> Range<Int> {
        var low = number.lowerBound
        while low - 2 >= range.lowerBound, text[low - 1] == UInt8(ascii: ":"), AnswerText.isDigit(text[low - 2]) {
            low -= 2
            while low > range.lowerBound, AnswerText.isDigit(text[low - 1]) { low -= 1 }
        }
        var high = number.upperBound
        var next = high
        while text[next] == 0x20 { next += 1 }
        for half in ["a.m.", "p.m.", "a.m", "p.m", "am", "pm"] as [StaticString]
        where high == number.upperBound && text.matches(half, at: next)
            && !AnswerText.isLetter(text[next + half.utf8CodeUnitCount])
        {
            high = min(next + half.utf8CodeUnitCount, range.upperBound)
        }
        return low..<high
    }

    // MARK: Grammar

    private static func mayBegin(at index: Int, in text: AnswerText) -> Bool {
        let byte = text[index]
        let before = text[index - 1]
        if AnswerText.isDigit(byte) {
            return !AnswerText.isLetter(before) && before != UInt8(ascii: "_") && before != UInt8(ascii: "^")
        }
        if byte == UInt8(ascii: ".") {
            return AnswerText.isDigit(text[index + 1]) && !AnswerText.isAlphanumeric(before)
        }
        return byte == UInt8(ascii: "\\") && isFraction(at: index, in: text) != nil
    }

    /// The place after a run of letters and digits that is no number.
    private static func skipRun(at index: Int, limit: Int, in text: AnswerText) -> Int {
        var end = index + 1
        while end < limit, AnswerText.isAlphanumeric(text[end]) { end += 1 }
        return end
    }

    private static func end(ofNumberAt start: Int, limit: Int, in text: AnswerText) -> Int? {
        var end: Int
        if text[start] == UInt8(ascii: "\\") {
            guard let fraction = isFraction(at: start, in: text) else { return nil }
            end = fraction
        } else {
            end = decimal(at: start, limit: limit, in: text)
            // A mixed number: `2 1/3`, `2\frac13`.
            if let fraction = isFraction(at: end, in: text) {
                end = fraction
            } else if text[end] == 0x20, let slash = slashFraction(at: end + 1, limit: limit, in: text),
                !(start..<end).contains(where: { text[$0] == UInt8(ascii: ".") })
            {
                return slash
            } else if let slash = slashFraction(at: start, limit: limit, in: text) {
                return slash
            }
        }
        if let power = powerOfTen(at: end, limit: limit, in: text) { end = power }
        // `3rd`, `2x`, `5a`: a unit may stand directly behind, a word of one number and one letter is left to the kinds.
        return end
    }

    /// The end of digits with separators and a decimal point.
    private static func decimal(at start: Int, limit: Int, in text: AnswerText) -> Int {
        var end = start
        while end < limit {
            let byte = text[end]
            if AnswerText.isDigit(byte) {
                end += 1
            } else if byte == UInt8(ascii: "."), AnswerText.isDigit(text[end + 1]), end + 1 < limit {
                end += 1
            } else if byte == UInt8(ascii: ","), end > start, separatesDigits(at: end, limit: limit, in: text) {
                end += 1
            } else if byte == 0x20, isSpacedGroup(at: end, from: start, limit: limit, in: text) {
                end += 4
            } else if text.matches("{,}", at: end), AnswerText.isDigit(text[end + 3]) {
                end += 3
            } else if byte == 0x20 || byte == UInt8(ascii: "{"), end - start <= 3,
                let next = text.bracedCommaEnd(at: end), isGroup(at: next, limit: limit, in: text)
            {
                end = next
                while let next = text.bracedCommaEnd(at: end + 3), isGroup(at: next, limit: limit, in: text) {
                    end = next
                }
            } else if text.matches(",\\!", at: end) || text.matches("\\,", at: end) || text.matches("\\!", at: end) {
                // A thin space between groups of three.
                var next = end
                while next < limit, !AnswerText.isDigit(text[next]), next - end < 5,
                    text[next] == UInt8(ascii: ",") || text[next] == UInt8(ascii: "\\")
                        || text[next] == UInt8(ascii: "!")
                        || text[next] == 0x20
                { next += 1 }
                guard isGroup(at: next, limit: limit, in: text) else { return end }
                end = next
            } else {
                break
            }
        }
        // `0.333...`
        if text.matches("...", at: end), end + 3 <= limit, AnswerText.isDigit(text[end - 1]), end - start > 3 {
            end += 3
        }
        if text[end] | 0x20 == UInt8(ascii: "e"), end < limit {
            var exponent = end + 1
            if text[exponent] == UInt8(ascii: "-") || text[exponent] == UInt8(ascii: "+") { exponent += 1 }
            let digits = exponent
            while exponent < limit, AnswerText.isDigit(text[exponent]) { exponent += 1 }
            if exponent > digits, !AnswerText.isLetter(text[exponent]) { return exponent }
        }
        return end
    }

    /// Whether the comma at `index` stands before a group of three digits, or before one or two last decimals.
    private static func separatesDigits(at index: Int, limit: Int, in text: AnswerText) -> Bool {
        var end = index + 1
        while end < limit, AnswerText.isDigit(text[end]) { end += 1 }
        let digits = end - index - 1
        guard digits != 3 else { return true }
        return (1...2).contains(digits) && !(text[end] == UInt8(ascii: ",") && AnswerText.isDigit(text[end + 1]))
            && !isAfterComma(index, in: text)
    }

    /// Whether the digits before the comma at `index` follow another comma: `1,2,3`.
    private static func isAfterComma(_ index: Int, in text: AnswerText) -> Bool {
        var before = index - 1
        while AnswerText.isDigit(text[before]) { before -= 1 }
        return text[before] == UInt8(ascii: ",")
    }

    /// Whether a space at `index` groups the digits of one number: `5 280`, `1 234 567`.
    ///
    /// One to three digits before the first space, three behind each, and no operator or word at them.
    private static func isSpacedGroup(at index: Int, from start: Int, limit: Int, in text: AnswerText) -> Bool {
        guard isGroup(at: index + 1, limit: limit, in: text), text[start] != UInt8(ascii: "0") else { return false }
        var run = 0
        for place in start..<index {
            if text[place] == 0x20 {
                guard run <= 3 else { return false }
                run = 0
            } else {
                guard AnswerText.isDigit(text[place]) else { return false }
                run += 1
            }
        }
        guard run <= 3, text[start - 1] != UInt8(ascii: "$"), text[start - 1] != UInt8(ascii: "."),
            !(text[start - 1] == 0x20 && AnswerText.isDigit(text[start - 2])), !isOperator(text[start - 1])
        else { return false }
        let next = text[index + 4]
        if next == UInt8(ascii: "."), AnswerText.isDigit(text[index + 5]) { return true }
        if next == 0x20, isOperator(text[index + 5]) || AnswerText.isDigit(text[index + 5]) {
            return isGroup(at: index + 5, limit: limit, in: text)
        }
        return !AnswerText.isAlphanumeric(next) && !isOperator(next) && next != UInt8(ascii: "$")
            && next != UInt8(ascii: ":")
    }

    private static func isOperator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "="),
            UInt8(ascii: "^"), UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "("):
            true
        default: false
        }
    }

    private static func isGroup(at index: Int, limit: Int, in text: AnswerText) -> Bool {
        index + 3 <= limit && (0..<3).allSatisfy { AnswerText.isDigit(text[index + $0]) }
            && !AnswerText.isDigit(text[index + 3])
    }

    /// `a/b` of digits.
    private static func slashFraction(at start: Int, limit: Int, in text: AnswerText) -> Int? {
        var end = start
        while end < limit, AnswerText.isDigit(text[end]) { end += 1 }
        guard end > start, text[end] == UInt8(ascii: "/"), AnswerText.isDigit(text[end + 1]), end + 1 < limit else {
            return nil
        }
        end += 1
        while end < limit, AnswerText.isDigit(text[end]) { end += 1 }
        // A date or a path has further parts.
        return text[end] == UInt8(ascii: "/") && AnswerText.isDigit(text[end + 1]) ? nil : end
    }

    /// The end of `\frac{…}{…}` at `index`, with few things inside; also `\frac12`.
    private static func isFraction(at index: Int, in text: AnswerText) -> Int? {
        guard text[index] == UInt8(ascii: "\\") else { return nil }
        var cursor = index
        for word in ["\\frac", "\\dfrac", "\\tfrac", "\\cfrac"] as [StaticString] where text.matches(word, at: index) {
            cursor = index + word.utf8CodeUnitCount
        }
        guard cursor > index, !AnswerText.isLetter(text[cursor]) else { return nil }
        for _ in 0..<2 {
            while text[cursor] == 0x20 { cursor += 1 }
            if text[cursor] == UInt8(ascii: "{") {
                guard let end = Braces.end(ofGroupAt: cursor, limit: min(cursor + 64, text.count), in: text),
                    !Relations.hasSymbols(cursor..<end, in: text)
                else { return nil }
                cursor = end
            } else if AnswerText.isDigit(text[cursor]) {
                cursor += 1
            } else {
                return nil
            }
        }
        return cursor
    }

    /// `\times 10^{5}`, `x 10^5`, `* 10^5` at `index`.
    private static func powerOfTen(at index: Int, limit: Int, in text: AnswerText) -> Int? {
        var cursor = index
        while cursor < limit, text[cursor] == 0x20 { cursor += 1 }
        if text.matches("\\times", at: cursor) {
            cursor += 6
        } else if text.matches("\\cdot", at: cursor) {
            cursor += 5
        } else if text[cursor] == UInt8(ascii: "*") || text[cursor] == UInt8(ascii: "x") {
            cursor += 1
        } else if text[cursor] == 0xC3, text[cursor + 1] == 0x97 {
            cursor += 2
        } else {
            return nil
        }
        while cursor < limit, text[cursor] == 0x20 { cursor += 1 }
        guard text.matches("10^", at: cursor) else { return nil }
        cursor += 3
        if text[cursor] == UInt8(ascii: "{") {
            return Braces.end(ofGroupAt: cursor, limit: min(cursor + 32, limit), in: text)
        }
        if text[cursor] == UInt8(ascii: "(") { cursor += 1 }
        if text[cursor] == UInt8(ascii: "-") || text[cursor] == UInt8(ascii: "+") { cursor += 1 }
        let digits = cursor
        while cursor < limit, AnswerText.isDigit(text[cursor]) { cursor += 1 }
        guard cursor > digits else { return nil }
        return text[cursor] == UInt8(ascii: ")") && text.matches("10^(", at: digits - 4) ? cursor + 1 : cursor
    }
}
