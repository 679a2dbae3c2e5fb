// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A time of day as written: `3:15 p.m.`, `15:15`, `3 pm`, `noon`, `half past three`.
package struct ClockTime: Sendable, Hashable {
    /// How the hour is to be read.
    package enum Half: Sendable, Hashable {
        /// Nothing says morning or afternoon, and both are possible.
        case open
        /// Before noon by a word, or by the 24-hour clock (`09:15`, `0:30`).
        case morning
        /// After noon by a word, or by the 24-hour clock (`15:15`).
        case afternoon
    }

    /// Seconds after midnight, by the 12-hour clock where `half` is open (12:10 is 0:10 then).
    package var seconds: Int
    package var half: Half
    /// Whether the text can be nothing else: it has a word such as "p.m.", or a minute such as `05`.
    package var isCertain: Bool
    /// A time zone in small letters; empty where none is named.
    package var zone: String

    /// Reads a whole text; nil where it is not a time of day and no more.
    package init?(_ plain: PlainAnswer) {
        var reader = ClockReader(AnswerTokens(plain))
        guard let time = reader.read() else { return nil }
        self = time
    }

    package init(seconds: Int, half: Half, isCertain: Bool, zone: String = "") {
        self.seconds = seconds
        self.half = half
        self.isCertain = isCertain
        self.zone = zone
    }

    /// By the 24-hour clock, where known.
    package var text: String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let rest = two(seconds / 60 % 60) + (seconds % 60 == 0 ? "" : ":" + two(seconds % 60))
        let end = zone.isEmpty ? "" : " " + zone
        switch half {
        case .open: return "\(seconds < 3600 ? 12 : seconds / 3600):\(rest)\(end)"
        case .morning: return "\(two(seconds / 3600)):\(rest)\(end)"
        case .afternoon: return "\(seconds / 3600 % 12 + 12):\(rest)\(end)"
        }
    }
}

/// Reads the tokens of a time of day.
private struct ClockReader {
    let text: AnswerTokens
    var index = 0
    var hour: Int?
    var minute = 0
    var second = 0
    var half = ClockTime.Half.open
    var isCertain = false
    var isLeadingZero = false
    /// Whether a colon or `h` stands between hour and minute.
    var hasSeparator = false
    var zone = ""
    /// Minutes to add: "half past", "quarter to".
    var offset: Int?

    init(_ text: AnswerTokens) { self.text = text }

    mutating func read() -> ClockTime? {
        guard text.count <= 24 else { return nil }
        while index < text.count {
            guard step() else { return nil }
        }
        return time
    }

    private mutating func step() -> Bool {
        switch text.kind(index) {
        case .number: return hour == nil && readClock()
        case .word: return readWord()
        case .mark:
            let mark = text.mark(index)
            index += 1
            return mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") || mark == UInt8(ascii: "(")
                || mark == UInt8(ascii: ")") || mark == UInt8(ascii: ":") && hour == nil
        case .newline:
            index += 1
            return true
        case .command, nil: return false
        }
    }

    /// `3:15`, `3:15:20`, `15h30`, `3.15`, `0315`, `3`.
    private mutating func readClock() -> Bool {
        guard let token = text.kind(index) == .number ? text.tokens[index] : nil else { return false }
        let bytes = text.bytes[token.start..<token.end]
        if let point = bytes.firstIndex(of: UInt8(ascii: ".")) {
            // `3.15 p.m.`; without the word it is a decimal.
            guard let before = Self.value(bytes[..<point]), let after = Self.value(bytes[(point + 1)...]),
                bytes.endIndex - point == 3
            else { return false }
            hour = before
            minute = after
            index += 1
            return true
        }
        guard token.count <= 4, let value = text.integer(index) else { return false }
        isLeadingZero = bytes.first == UInt8(ascii: "0")
        index += 1
        if token.count == 4 {
            // `1530 hours`: the word has to follow.
            guard text.lowercased(index) == "hours" || text.lowercased(index) == "hrs" else { return false }
            hour = value / 100
            minute = value % 100
            isCertain = true
            return true
        }
        guard token.count <= 2 else { return false }
        hour = value
        guard isSeparator(index) else { return readJoined() }
        guard text.kind(index + 1) == .number, text.tokens[index + 1].count == 2, let next = text.integer(index + 1)
        else {
            return false
        }
        minute = next
        hasSeparator = true
        if text.bytes[text.tokens[index + 1].start] == UInt8(ascii: "0") { isCertain = true }
        index += 2
        guard isSeparator(index) else { return true }
        guard text.kind(index + 1) == .number, text.tokens[index + 1].count == 2, let last = text.integer(index + 1)
        else {
            return false
        }
        second = last
        index += 2
        return true
    }

    /// `3pm`, `15h30`: letters right after the hour.
    private mutating func readJoined() -> Bool {
        guard text.kind(index) == .word, !text.tokens[index].isSpaced else { return true }
        let word = text.lowercased(index)
        guard word.utf8.first == UInt8(ascii: "h"), word.utf8.count <= 3 else { return true }
        let digits = word.utf8.dropFirst()
        if digits.isEmpty {
            index += 1
            return word == "h"
        }
        guard digits.count == 2, let value = Int(String(word.dropFirst())) else { return false }
        minute = value
        hasSeparator = true
        index += 1
        return true
    }

    private func isSeparator(_ index: Int) -> Bool { text.mark(index) == UInt8(ascii: ":") }

    private static func value(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...2).contains(digits.count), digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private mutating func readWord() -> Bool {
        let word = text.lowercased(index)
        index += 1
        switch word {
        case "am", "pm": return mark(word == "am" ? .morning : .afternoon)
        case "a", "p":
            // `p.m.`, `p. m.`, and what is left of it: `p..`
            if word == "a", text.mark(index) != UInt8(ascii: "."), hour == nil { return true }
            while text.mark(index) == UInt8(ascii: ".") { index += 1 }
            if text.lowercased(index) == "m" { index += 1 }
            return hour != nil && mark(word == "a" ? .morning : .afternoon)
        case "noon", "midday": return readNamed(12, .afternoon)
        case "midnight": return readNamed(0, .morning)
        case "morning", "dawn": return mark(.morning)
        case "afternoon", "evening": return mark(.afternoon)
        case "night":
            guard let hour else { return false }
            return mark(hour >= 6 && hour < 12 ? .afternoon : .morning)
        case "o'clock", "oclock":
            isCertain = true
            return hour != nil
        case "half", "quarter": return readFraction(word == "half" ? 30 : 15)
        case "the", "time", "is", "it", "at", "in", "answer", "was", "be", "exactly", "clock", "sharp", "hours", "hrs",
            "hour",
            "local", "will", "they", "arrive":
            return word != "hour"
        case "utc", "gmt", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cet", "cest", "bst", "ist", "jst":
            zone = word
            return hour != nil
        default:
            guard hour == nil, let value = Self.hours[word] else { return false }
            hour = value
            // "three" alone is a number.
            return text.count > 1
        }
    }

    private mutating func mark(_ half: ClockTime.Half) -> Bool {
        guard self.half == .open || self.half == half, hour != nil || offset != nil else { return false }
        self.half = half
        isCertain = true
        return true
    }

    /// "noon", "12 noon", "12:00 midnight".
    private mutating func readNamed(_ value: Int, _ half: ClockTime.Half) -> Bool {
        guard hour == nil || hour == 12 && minute == 0 && second == 0 else { return false }
        hour = value == 12 ? 12 : 0
        self.half = half
        isCertain = true
        return true
    }

    /// "half past three", "quarter to 4".
    private mutating func readFraction(_ minutes: Int) -> Bool {
        guard offset == nil, hour == nil else { return false }
        switch text.lowercased(index) {
        case "past", "after": offset = minutes
        case "to", "before": offset = -minutes
        default: return false
        }
        index += 1
        isCertain = true
        return true
    }

    private var time: ClockTime? {
        guard var hour, hour <= 24, minute < 60, second < 60 else { return nil }
        if hour == 24, minute > 0 || second > 0 { return nil }
        // A lone number is no time, a decimal with a point neither.
        guard isCertain || hasSeparator else { return nil }
        var half = half
        switch half {
        case .morning:
            guard hour <= 12 else { return hour == 24 ? ClockTime(seconds: 0, half: .morning, isCertain: true) : nil }
            hour %= 12
        case .afternoon:
            // `15:15 p.m.` says it twice.
            if hour < 12 { hour += 12 }
        case .open:
            if isLeadingZero || hour == 0 || hour == 24 {
                half = .morning
                hour %= 24
            } else if hour > 12 {
                half = .afternoon
            } else {
                hour %= 12
            }
        }
        var seconds = hour * 3600 + minute * 60 + second
        if let offset { seconds = (seconds + offset * 60 + 86_400) % 86_400 }
        return ClockTime(seconds: seconds, half: half, isCertain: isCertain, zone: zone)
    }

    private static let hours: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12,
    ]
}
