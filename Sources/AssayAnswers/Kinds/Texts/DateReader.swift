// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Reads dates: `June 20, 2024`, `20 June`, `June 20th`, `2024-06-20`, `20/06/2024`, `6/20/24`, `2024年6月20日`.
package struct DateReader {
    /// The dates a text can mean, at most two: `3/4/2024` is 3 April or March 4.
    package static func readings(_ plain: PlainAnswer) -> [CalendarDate] {
        let tokens = AnswerTokens(plain.replacing(UInt8(ascii: ","), by: 0x20))
        guard tokens.count <= 20 else { return [] }
        if let dates = numeric(tokens) { return dates.filter(\.isValid) }
        guard let date = worded(tokens), date.isValid else { return [] }
        return [date]
    }

    // MARK: Numbers only

    /// Nil where the text is not three numbers with one separator.
    private static func numeric(_ tokens: AnswerTokens) -> [CalendarDate]? {
        var numbers: [(value: Int, width: Int)] = []
        var separator: UInt8 = 0
        var index = 0
        // `20.06.2024` is one token.
        if tokens.kind(0) == .number, tokens.count == 1 || tokens.count == 2 && tokens.mark(1) == UInt8(ascii: ".") {
            let token = tokens.tokens[0]
            let parts = tokens.bytes[token.start..<token.end].split(separator: UInt8(ascii: "."))
            guard parts.count == 3 else { return nil }
            for part in parts {
                guard part.count <= 4, part.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
                numbers.append((part.reduce(0) { $0 * 10 + Int($1 - 0x30) }, part.count))
            }
            return dates(numbers, separator: UInt8(ascii: "."))
        }
        while index < tokens.count {
            guard let value = tokens.integer(index), tokens.tokens[index].count <= 4 else { return nil }
            numbers.append((value, tokens.tokens[index].count))
            index += 1
            if index == tokens.count { break }
            let mark = tokens.mark(index)
            guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/"), separator == 0 || separator == mark,
                numbers.count < 3
            else { return nil }
            separator = mark
            index += 1
        }
        guard numbers.count == 3 else { return nil }
        return dates(numbers, separator: separator)
    }

    private static func dates(_ numbers: [(value: Int, width: Int)], separator: UInt8) -> [CalendarDate] {
        let (first, second, third) = (numbers[0], numbers[1], numbers[2])
        if first.width == 4 {
            guard second.width <= 2, third.width <= 2 else { return [] }
            return [CalendarDate(year: first.value, month: second.value, day: third.value)]
        }
        guard first.width <= 2, second.width <= 2, third.width == 4 || third.width == 2 else { return [] }
        // Minus signs between small numbers are a difference.
        if separator == UInt8(ascii: "-"), third.width == 2 { return [] }
        let dayFirst = CalendarDate(year: third.value, month: second.value, day: first.value)
        if separator == UInt8(ascii: ".") { return [dayFirst] }
        let monthFirst = CalendarDate(year: third.value, month: first.value, day: second.value)
        return dayFirst == monthFirst ? [dayFirst] : [monthFirst, dayFirst]
    }

    // MARK: Words

    private static func worded(_ tokens: AnswerTokens) -> CalendarDate? {
        var date = CalendarDate()
        var index = 0
        while index < tokens.count {
            switch tokens.kind(index) {
            case .number:
                guard readNumber(tokens, &index, &date) else { return nil }
            case .word:
                guard readWord(tokens, &index, &date) else { return nil }
            case .mark:
                let mark = tokens.mark(index)
                guard mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "-") else {
                    return nil
                }
                index += 1
            case .newline: index += 1
            case .command, nil: return nil
            }
        }
        // A month alone, a year alone and a weekday alone are text and numbers.
        guard date.month != nil, date.day != nil || date.year != nil else { return nil }
        return date
    }

    private static func readNumber(_ tokens: AnswerTokens, _ index: inout Int, _ date: inout CalendarDate) -> Bool {
        let width = tokens.tokens[index].count
        guard let value = tokens.integer(index) else { return false }
        index += 1
        switch tokens.lowercased(index) {
        case "st", "nd", "rd", "th":
            guard !tokens.tokens[index].isSpaced else { return false }
            index += 1
            return setDay(value, &date)
        case "年":
            index += 1
            guard date.year == nil else { return false }
            date.year = value
            return true
        case "月":
            index += 1
            guard date.month == nil else { return false }
            date.month = value
            return true
        case "日", "号", "號":
            index += 1
            return setDay(value, &date)
        default:
            break
        }
        if width == 4 {
            guard date.year == nil else { return false }
            date.year = value
            return true
        }
        guard width <= 2 else { return false }
        return setDay(value, &date)
    }

    private static func setDay(_ value: Int, _ date: inout CalendarDate) -> Bool {
        guard date.day == nil, (1...31).contains(value) else { return false }
        date.day = value
        return true
    }

    private static func readWord(_ tokens: AnswerTokens, _ index: inout Int, _ date: inout CalendarDate) -> Bool {
        let word = tokens.lowercased(index)
        index += 1
        if let month = DateNames.months[word] {
            guard date.month == nil else { return false }
            date.month = month
            return true
        }
        if let weekday = DateNames.weekdays[word] {
            guard date.weekday == nil else { return false }
            date.weekday = weekday
            return true
        }
        if let ordinal = DateNames.ordinals[word] { return setDay(ordinal, &date) }
        switch word {
        case "the", "of", "on", "in", "date", "is", "it", "answer", "was", "day", "de", "ad", "ce", "year": return true
        default: return false
        }
    }
}
