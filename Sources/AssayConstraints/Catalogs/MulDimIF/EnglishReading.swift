// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// The case of letters, of the whole response or of its table, JSON or headings.
struct EnglishReading: MulDimIFReading {
    enum Style: String, Sendable {
        case upper = "all upper case", title = "every word capitalised", lower = "all lower case"
        case blurb = "a short blurb, which is not measured", unknown = "nothing"
    }

    enum Part: String, Sendable {
        case whole = "text", mixed = "table or headings", tableHeaders = "table headers", tableEntries = "table entries"
        case table = "table", jsonKeys = "JSON keys", jsonValues = "JSON values", headings = "headings"
    }

    let style: Style
    let part: Part
    let isCorrected: Bool

    init(_ constraint: ScalarText, conformance: Conformance) {
        let sentence = constraint.stripped.lowercased
        style = EnglishReading.style(sentence)
        part = EnglishReading.part(sentence)
        isCorrected = conformance == .corrected
    }

    var described: String { style == .unknown ? "nothing" : "\(part.rawValue): \(style.rawValue)" }
    var unreadable: String? { style == .unknown ? "no case of letters is recognised in the constraint" : nil }

    func judge(_ text: Text, _ note: ((Evidence) -> Void)?) -> Bool? {
        if text.isBlank {
            note?(Evidence("response", found: "blank"))
            return false
        }
        switch style {
        case .unknown: return false
        case .blurb: return true
        case .upper, .title, .lower: break
        }
        for range in ranges(text) {
            guard let place = firstOffence(text.bytes, range) else { continue }
            note?(
                .place(
                    "\"\(TextElement(text.bytes, place).string)\" in the \(part.rawValue)", place,
                    required: style.rawValue))
            return false
        }
        return true
    }

    // MARK: Letters

    private func firstOffence(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        switch style {
        case .title: return firstLowWord(bytes, range)
        case .upper: return firstScalar(bytes, range) { isAffectedByUpper($0) }
        default: return firstScalar(bytes, range) { UnicodeScalars.simpleLowercase($0) != $0 }
        }
    }

    /// The first word that begins with `a`–`z`; corrected, with any lower-case letter.
    private func firstLowWord(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        var isStart = true
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if UnicodeScalars.isSpace(scalar) {
                isStart = true
            } else {
                let isLow =
                    scalar < 0x80
                    ? scalar &- 0x61 < 26 : isCorrected && isStart && UnicodeScalars.isLowercase(scalar)
                if isStart, isLow { return index..<wordEnd(bytes, index, range.upperBound) }
                isStart = false
            }
            index += length
        }
        return nil
    }

    private func wordEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
        var index = start
        while index < limit {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if UnicodeScalars.isSpace(scalar) { break }
            index += length
        }
        return index
    }

    private func firstScalar(_ bytes: [UInt8], _ range: Range<Int>, _ offends: (UInt32) -> Bool) -> Range<Int>? {
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if offends(scalar) { return index..<index + length }
            index += length
        }
        return nil
    }

    /// Whether `str.upper` changes the scalar: also those whose upper-case form is longer.
    private func isAffectedByUpper(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar &- 0x61 < 26 }
        if UnicodeScalars.simpleUppercase(scalar) != scalar { return true }
        guard UnicodeScalars.isCased(scalar) else { return false }
        var single: [UInt8] = []
        UTF8Decoding.append(scalar, to: &single)
        return UnicodeText.uppercased(single) != single
    }

    // MARK: Parts

    /// What is tested: the parts that are spoken of, or the whole text where there is none.
    private func ranges(_ text: Text) -> [Range<Int>] {
        let whole = [0..<text.bytes.count]
        let bytes = text.bytes
        switch part {
        case .whole: return whole
        case .headings: return headings(text) ?? whole
        case .jsonKeys, .jsonValues:
            guard bytes.contains(UInt8(ascii: "{")), bytes.contains(UInt8(ascii: "}")) else { return whole }
            let found = part == .jsonKeys ? JSONLikeScanner.keys(bytes) : JSONLikeScanner.values(bytes)
            return found.isEmpty ? whole : found
        case .mixed, .table, .tableHeaders, .tableEntries:
            guard bytes.contains(UInt8(ascii: "|")) else { return whole }
            var rows = text.lines.map(text.strip).filter { !$0.isEmpty }
            if part == .tableHeaders { rows = Array(rows.prefix(1)) }
            if part == .tableEntries {
                if rows.count < 2 { return whole }
                rows.removeFirst()
            }
            let cells = rows.flatMap { self.cells(text, $0) }
            return part == .mixed && cells.isEmpty ? headings(text) ?? whole : cells
        }
    }

    private func cells(_ text: Text, _ row: Range<Int>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = row.lowerBound
        while start <= row.upperBound {
            let bar =
                ByteSearch.first(UInt8(ascii: "|"), in: text.bytes, from: start, to: row.upperBound) ?? row.upperBound
            let cell = text.strip(start..<bar)
            if !cell.isEmpty { cells.append(cell) }
            start = bar + 1
        }
        return cells
    }

    /// What follows `#` signs at the beginning of a line, if need be on a later line; nil where there is none.
    private func headings(_ text: Text) -> [Range<Int>]? {
        let bytes = text.bytes
        let hash = UInt8(ascii: "#")
        var found: [Range<Int>] = []
        var line = 0
        while line < bytes.count {
            var next = ByteSearch.first(0x0A, in: bytes, from: line, to: bytes.count) ?? bytes.count
            if bytes[line] == hash {
                var behind = line
                while behind < bytes.count, bytes[behind] == hash { behind += 1 }
                let content = UnicodeText.leftStrippedRange(of: bytes, in: behind..<bytes.count).lowerBound
                if content < bytes.count {
                    next = ByteSearch.first(0x0A, in: bytes, from: content, to: bytes.count) ?? bytes.count
                    found.append(content..<next)
                } else if bytes[behind...].contains(where: { $0 != 0x0A }) {
                    // Nothing but white space: it is the content, and has no case.
                    found.append(bytes.count..<bytes.count)
                    next = bytes.count
                } else if behind - line > 1 {
                    found.append(behind - 1..<behind)
                }
            }
            line = next + 1
        }
        return found.isEmpty ? nil : found
    }

    // MARK: Reading

    private static func part(_ sentence: ScalarText) -> Part {
        let hasTable = sentence.contains("table")
        if hasTable, sentence.contains("headings") { return .mixed }
        if hasTable {
            if sentence.contains("header") { return .tableHeaders }
            return sentence.contains("entries") ? .tableEntries : .table
        }
        if sentence.contains("json") {
            if sentence.contains("keys") { return .jsonKeys }
            return sentence.contains("values") ? .jsonValues : .whole
        }
        return sentence.contains("heading") ? .headings : .whole
    }

    private static func style(_ sentence: ScalarText) -> Style {
        if allUpper.occurs(in: sentence)
            || sentence.contains(anyOf: ["in all uppercase letters", "in capitalized form"])
        {
            return .upper
        }
        let speaksOfEach = sentence.contains("each")
        if sentence.contains(anyOf: [
            "capitalize the first letter of each word", "capitalized letters for each word", "each word in",
        ]) || capitalized.occurs(in: sentence) || (speaksOfEach && sentence.contains("capital")) {
            return .title
        }
        if sentence.contains("all lowercase") || sentence.contains("must be in lowercase")
            || lowercase.occurs(in: sentence)
        {
            return .lower
        }
        return sentence.contains("written as a short blurb") ? .blurb : .unknown
    }

    private static let allUpper = SentencePattern(#"\ball[- ]?uppercase\b"#)
    private static let capitalized = SentencePattern(#"\bcapitalized\b"#)
    private static let lowercase = SentencePattern(#"\blowercase\b"#)
}

/// Finds what looks like keys and values of JSON objects, in text that need not be JSON.
enum JSONLikeScanner {
    /// Contents of quotes that a colon follows.
    static func keys(_ bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        let quotes = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\"") }
        var index = 0
        while index + 1 < quotes.count {
            let (open, close) = (quotes[index], quotes[index + 1])
            index += 1
            guard close > open + 1 else { continue }
            let behind = UnicodeText.leftStrippedRange(of: bytes, in: close + 1..<bytes.count).lowerBound
            guard behind < bytes.count, bytes[behind] == UInt8(ascii: ":") else { continue }
            found.append(open + 1..<close)
            index += 1
        }
        return found
    }

    /// Contents of quotes that follow a colon.
    static func values(_ bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        let quotes = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\"") }
        var next = 0
        var position = 0
        while let colon = ByteSearch.first(UInt8(ascii: ":"), in: bytes, from: position, to: bytes.count) {
            position = colon + 1
            let open = UnicodeText.leftStrippedRange(of: bytes, in: colon + 1..<bytes.count).lowerBound
            guard open < bytes.count, bytes[open] == UInt8(ascii: "\"") else { continue }
            while next < quotes.count, quotes[next] <= open { next += 1 }
            guard next < quotes.count else { break }
            guard quotes[next] > open + 1 else { continue }
            found.append(open + 1..<quotes[next])
            position = quotes[next] + 1
        }
        return found
    }
}
