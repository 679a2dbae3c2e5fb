// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// A table of pipes: its rows, columns, headers and contents.
struct TableReading: MulDimIFReading {
    let sentence: TableSentence
    let isCorrected: Bool
    private let names: [[UInt8]]
    private let contents: [Content]

    private struct Content: Sendable {
        let name: ScalarText
        let bytes: [UInt8]
        let words: [[UInt8]]
        /// Words of which one in a header is enough.
        let headerWords: [[UInt8]]
    }

    init(_ constraint: ScalarText, conformance: Conformance) {
        sentence = TableSentence(constraint, conformance: conformance)
        isCorrected = conformance == .corrected
        names = sentence.names.map { $0.lowercased.bytes }
        contents = sentence.contents.map { content in
            let lowered = content.lowercased
            let headers: [String] =
                switch lowered.string {
                case "film title": ["film", "title"]
                case "release year": ["release", "year"]
                case "title": ["title"]
                case "author": ["author"]
                case "year", "year of publication": ["year"]
                default: []
                }
            return Content(
                name: content, bytes: lowered.bytes, words: lowered.fields.map(\.bytes),
                headerWords: headers.map { Array($0.utf8) })
        }
    }

    var described: String {
        var parts: [String] = []
        if let rows = sentence.rows { parts.append("rows: \(rows.described)") }
        if let columns = sentence.columns { parts.append("columns: \(columns.described)") }
        if let words = sentence.titleWords { parts.append("words of the first row: at most \(words)") }
        if sentence.isMarkdown { parts.append("a row that begins with a bar") }
        if !names.isEmpty { parts.append("headers: \(list(sentence.names))") }
        if !contents.isEmpty { parts.append("contents: \(list(sentence.contents))") }
        let table = parts.isEmpty ? "a table" : parts.joined(separator: "; ")
        return sentence.isOptional ? "if there is a table: \(table)" : table
    }

    var unreadable: String? {
        let isEmpty =
            sentence.rows == nil && sentence.columns == nil && sentence.titleWords == nil && !sentence.isMarkdown
            && names.isEmpty && contents.isEmpty && !sentence.isSeries && !sentence.isFilm
        return isEmpty && !sentence.sentence.contains("table") ? "no demand on a table is recognised" : nil
    }

    private func list(_ names: [ScalarText]) -> String {
        names.map { "\"\($0.string)\"" }.joined(separator: ", ")
    }

    func judge(_ text: Text, _ note: ((Evidence) -> Void)?) -> Bool? {
        let bytes = text.bytes
        let bar = UInt8(ascii: "|")
        guard let first = bytes.firstIndex(of: bar), let last = bytes.lastIndex(of: bar) else {
            if !sentence.isOptional { note?(Evidence("table", found: "none", required: "one")) }
            return sentence.isOptional
        }
        let part = first < last ? first..<last + 1 : first..<first
        let lines = UnicodeText.lines(of: bytes, in: part).map(text.strip).filter { !$0.isEmpty }
        return sizesHold(text, lines, note) && headersHold(text, lines, note)
    }

    private func sizesHold(_ text: Text, _ lines: [Range<Int>], _ note: ((Evidence) -> Void)?) -> Bool {
        let bytes = text.bytes
        if sentence.isMarkdown, !lines.contains(where: { bytes[$0.lowerBound] == UInt8(ascii: "|") }) {
            note?(Evidence("rows that begin with a bar", found: 0, required: "at least 1"))
            return false
        }
        if let rows = sentence.rows {
            let hasRule = lines.count > 1 && contains(Array("---".utf8), bytes, lines[1])
            let count = isCorrected ? dataRows(bytes, lines) : lines.count - (hasRule ? 2 : 1)
            note?(.count("rows", count, required: rows.described))
            if !rows.contains(count) { return false }
        }
        if let columns = sentence.columns {
            guard let header = lines.first else { return false }
            let bars = bytes[header].reduce(0) { $0 + ($1 == UInt8(ascii: "|") ? 1 : 0) }
            let count = isCorrected ? cells(text, header).count : bars - 1
            note?(.count("columns", count, required: columns.described))
            if !columns.contains(count) { return false }
        }
        if let words = sentence.titleWords {
            guard let title = lines.first else { return false }
            let plain = text.strip(UnicodeText.strippedRange(of: bytes, in: title, characters: ASCIISet("|")))
            let count = UnicodeText.whitespaceTokenCount(of: bytes, in: plain)
            note?(.count("words of the first row", count, required: "at most \(words)"))
            if count > words { return false }
        }
        return true
    }

    private func headersHold(_ text: Text, _ lines: [Range<Int>], _ note: ((Evidence) -> Void)?) -> Bool {
        if names.isEmpty, contents.isEmpty, !sentence.isSeries, !sentence.isFilm { return true }
        let headers = headers(text, lines)
        if sentence.isSeries {
            return ["title", "author", "year"].allSatisfy { has([Array($0.utf8)], headers, "\($0)", note) }
        }
        if !names.isEmpty {
            guard !lines.isEmpty else { return false }
            for (index, name) in names.enumerated() {
                let found = headers.contains {
                    ByteSearch.contains(name, in: $0) || (sentence.namesAreColumns && ByteSearch.contains($0, in: name))
                }
                if found { continue }
                note?(Evidence("header \"\(sentence.names[index].string)\"", found: "missing"))
                return false
            }
            if sentence.namesAreColumns { return true }
        }
        if sentence.isFilm {
            return has([Array("film".utf8), Array("title".utf8)], headers, "film title", note)
                && has([Array("release".utf8), Array("year".utf8)], headers, "release year", note)
        }
        return contentsHold(text, lines, headers, note)
    }

    private func has(
        _ words: [[UInt8]], _ headers: [[UInt8]], _ name: String, _ note: ((Evidence) -> Void)?
    ) -> Bool {
        let found = headers.contains { header in words.contains { ByteSearch.contains($0, in: header) } }
        if !found { note?(Evidence("header \"\(name)\"", found: "missing")) }
        return found
    }

    private func contentsHold(
        _ text: Text, _ lines: [Range<Int>], _ headers: [[UInt8]], _ note: ((Evidence) -> Void)?
    ) -> Bool {
        if contents.isEmpty { return true }
        var table: [UInt8] = []
        for line in lines {
            if !table.isEmpty { table.append(0x20) }
            table += text.bytes[line].map { $0 == UInt8(ascii: "|") ? 0x20 : $0 }
        }
        table = UnicodeText.lowercased(table)
        for content in contents {
            if content.name == "publication" { continue }
            let found =
                headers.contains { header in content.headerWords.contains { ByteSearch.contains($0, in: header) } }
                || ByteSearch.contains(content.bytes, in: table)
                || headers.contains { header in content.words.contains { ByteSearch.contains($0, in: header) } }
            if found { continue }
            note?(Evidence("content \"\(content.name.string)\"", found: "missing"))
            return false
        }
        return true
    }

    // MARK: Table

    /// The cells of the first line in lower case, without what stands outside its bars.
    private func headers(_ text: Text, _ lines: [Range<Int>]) -> [[UInt8]] {
        guard let line = lines.first else { return [] }
        return inner(text, line).map { UnicodeText.lowercased(Array(text.bytes[text.strip($0)])) }
    }

    /// The parts between the bars of a line, without the first and the last.
    private func inner(_ text: Text, _ line: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = line.lowerBound
        while let found = ByteSearch.first(UInt8(ascii: "|"), in: text.bytes, from: start, to: line.upperBound) {
            parts.append(start..<found)
            start = found + 1
        }
        return Array(parts.dropFirst())
    }

    /// The cells of a line, whether or not bars stand at its ends.
    private func cells(_ text: Text, _ line: Range<Int>) -> [Range<Int>] {
        var parts = inner(text, line)
        let bytes = text.bytes
        if bytes[line.lowerBound] != UInt8(ascii: "|") { parts.append(line) }
        if bytes[line.upperBound - 1] != UInt8(ascii: "|") { parts.append(line) }
        return parts
    }

    /// Rows but the header and rules; lines without a bar are not rows.
    private func dataRows(_ bytes: [UInt8], _ lines: [Range<Int>]) -> Int {
        let rows = lines.filter { line in
            bytes[line].contains(UInt8(ascii: "|"))
                && !bytes[line].allSatisfy { [0x7C, 0x2D, 0x3A, 0x20].contains($0) }
        }
        return rows.count - 1
    }

    private func contains(_ part: [UInt8], _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard let found = ByteSearch.first(part, in: bytes, from: range.lowerBound) else { return false }
        return found + part.count <= range.upperBound
    }
}
