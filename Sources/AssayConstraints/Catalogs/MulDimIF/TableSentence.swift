// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// What a sentence asks of a table.
struct TableSentence: Sendable {
    var rows: Bound?
    var columns: Bound?
    var isMarkdown = false
    /// Words of the first row, at most.
    var titleWords: Int?
    /// Names that headers have to hold.
    var names: [ScalarText] = []
    /// Contents that the table has to hold.
    var contents: [ScalarText] = []
    /// The sentence in lower case.
    let sentence: ScalarText
    /// Whether a response without a table passes.
    let isOptional: Bool
    let namesAreColumns: Bool
    let isSeries: Bool
    let isFilm: Bool

    init(_ constraint: ScalarText, conformance: Conformance) {
        sentence = constraint.lowercased
        let optionals = conformance == .corrected ? TableSentence.optionals : TableSentence.referenceOptionals
        isOptional = !sentence.contains("table") || optionals.contains { [sentence] in $0.occurs(in: sentence) }
        namesAreColumns = sentence.contains("columns for")
        let hasTitle = sentence.contains("title")
        let speaksOfSeries = sentence.contains("series must include") && hasTitle && sentence.contains("author")
        isSeries = speaksOfSeries && sentence.contains("year")
        isFilm = sentence.contains("film title") && sentence.contains("release year")
        readLimits()
        isMarkdown = sentence.contains("markdown")
        if speaksOfSeries { contents = ["title", "author", "year", "publication"] }
        if isFilm { contents = ["film title", "release year"] }
        readNames(conformance)
    }

    private mutating func readLimits() {
        for (pattern, isExact) in TableSentence.rowLimits {
            guard let number = pattern.first(in: sentence)?[1].flatMap(TableSentence.number) else { continue }
            rows = isExact ? .exactly(number) : Bound(maximum: number)
            break
        }
        for (pattern, isExact) in TableSentence.columnLimits {
            guard let number = pattern.first(in: sentence)?[1].flatMap(TableSentence.number) else { continue }
            columns = isExact ? .exactly(number) : Bound(maximum: number)
            break
        }
        if columns != nil { return }
        if TableSentence.singleColumn.occurs(in: sentence) {
            columns = .exactly(1)
        } else if let words = TableSentence.titleLimit.first(in: sentence)?[1] {
            titleWords = TableSentence.number(words)
        }
    }

    private mutating func readNames(_ conformance: Conformance) {
        let quoted = TableSentence.quoted.all(in: sentence).compactMap { $0[1] }
        let trimmed = quoted.map { $0.stripped.rightStripped(of: ",").stripped }.filter { !$0.isEmpty }
        if namesAreColumns, !trimmed.isEmpty {
            names = trimmed
            return
        }
        for (pattern, group) in TableSentence.nameForms {
            guard let match = pattern.first(in: sentence), let list = match[group == 0 ? 1 : group] else { continue }
            if group > 0 {
                contents += TableSentence.contents(list)
            } else if conformance == .corrected, pattern.groupCount > 2 {
                names += match[2].map { [$0] } ?? []
            } else {
                names += TableSentence.listed(list, conformance)
            }
        }
        if TableSentence.quotedColumns.occurs(in: sentence), let match = TableSentence.quotedColumns.first(in: sentence)
        {
            let part = sentence[match.range() ?? 0..<0]
            names += TableSentence.quoted.all(in: part).compactMap { $0[1]?.stripped }.filter { !$0.isEmpty }
        }
        if names.isEmpty { names = trimmed }
        if let phrase = TableSentence.andIts.first(in: sentence)?[1] {
            contents += TableSentence.parts(phrase, TableSentence.andItsAlone).map(\.stripped)
        }
        if sentence.contains("single column") { columns = .exactly(1) }
        if let match = TableSentence.titleLimit.first(in: sentence), let words = match[1] {
            titleWords = TableSentence.number(words)
        }
        contents = contents.filter { !$0.isEmpty }
    }

    /// Names in a list.
    ///
    /// The reference parts it at commas and at each of the letters of "and".
    private static func listed(_ list: ScalarText, _ conformance: Conformance) -> [ScalarText] {
        if conformance == .corrected {
            return parts(list, commaOrAnd).map { $0.stripped(of: "'\" ") }.filter { !$0.isEmpty }
        }
        return list.split(at: Set(",、，和and".unicodeScalars.map(\.value)))
            .map { $0.stripped(of: "'\" ") }.filter { !$0.isEmpty }
    }

    private static func contents(_ list: ScalarText) -> [ScalarText] {
        let sides = list.split(by: " and ")
        guard sides.count > 1 else {
            return list.split(at: Set(",、，".unicodeScalars.map(\.value))).map(\.stripped).filter { !$0.isEmpty }
        }
        let left = sides[0].contains(",") ? sides[0].split(by: ",").map(\.stripped) : [sides[0].stripped]
        let right = sides[1].hasPrefix("its ") ? sides[1][4..<sides[1].count] : sides[1]
        return left + [right.stripped]
    }

    private static func parts(_ text: ScalarText, _ separator: SentencePattern) -> [ScalarText] {
        var parts: [ScalarText] = []
        var start = 0
        for match in separator.all(in: text) {
            guard let range = match.range() else { continue }
            parts.append(text[start..<range.lowerBound])
            start = range.upperBound
        }
        return parts + [text[start..<text.count]]
    }

    private static func number(_ text: ScalarText) -> Int? { SentenceNumber.value(text, numbers) }

    // MARK: Patterns

    /// The numbers from 1 on: a table of none is not asked for in words.
    private static let numbers = SentenceNumber.toHundred.filter { $0.key != "zero" }
    private static let numberWords = Array(SentenceNumber.toHundredWords.dropFirst())

    private static func pattern(_ source: String) -> SentencePattern {
        SentencePattern(source, numbers: numberWords, wholeNumbers: true)
    }

    /// Forms of a limit in order, and whether the number is meant exactly.
    private static let rowLimits = rowForms.map { (pattern($0.0), $0.1) }
    private static let rowForms: [(String, Bool)] = [
        ("exactly~#~rows?", true), ("no~more~than~#~rows?", false), ("not~have~more~than~#~rows?", false),
        ("must~not~exceed~#~rows?", false), ("not~exceed~#~rows?", false), ("not~exceeding~#~rows?", false),
        ("row~limit~of~#", false), ("#~rows?~must~be~included", true), ("exactly~.+and #~rows?", true),
        ("not exceed~.+and #~rows?", false), ("a maximum of~#~rows", false), ("limited to~#~rows", false),
        ("a maximum of~.+and #~rows?", false), ("limit the number of rows to~#", false),
        ("limit it to~#~rows", false), ("limit the table to~#~rows", false),
        ("the number of rows in each table does not exceed~#", false),
    ]

    private static let columnLimits = columnForms.map { (pattern($0.0), $0.1) }
    private static let columnForms: [(String, Bool)] = [
        ("exactly~#~columns?", true), ("no~more~than~#~columns?", false), ("not~have~more~than~#~columns?", false),
        ("must~not~exceed~#~columns?", false), ("not~exceed~#~columns?", false),
        ("not~exceeding~#~columns?", false), ("column~limit~of~#", false), ("exactly~.+and #~columns?", true),
        ("in~#~columns", true), ("not exceed~.+and #~columns?", false), ("maximum of~#~columns", false),
        ("maximum~#~columns", false), ("at most~#~columns", false), ("limited to~#~columns", false),
        ("a maximum of~.+and #~columns?", false), ("limit the number of columns to~#", false),
        ("limit it to~#~columns", false), ("limit the table to~#~columns", false),
        ("the number of columns in each table does not exceed~#", false),
    ]

    private static let singleColumn = SentencePattern("(?:a|each|presented in one) single column")
    private static let titleLimit = pattern("title~must~not~exceed~#~words")
    private static let quoted = SentencePattern(#""([^"]+)""#)
    private static let quotedColumns = SentencePattern(#"include columns for~(?:"([^"]+)",?\s*)+"#)
    private static let andIts = SentencePattern(
        #"each~\w+~must~include~(?:the~)?([\w\s]+~and~its~[\w\s]+)"#)
    private static let andItsAlone = SentencePattern("~and~its~")
    private static let commaOrAnd = SentencePattern(#"[,、，和]|\band\b"#)

    /// Forms of names and contents: the group that holds contents, or 0 for names in the first group.
    private static let nameForms = nameSources.map { (SentencePattern($0.0), $0.1) }
    private static let nameSources: [(String, Int)] = [
        (#"columns?~should~be~([\w\s,]+)"#, 0), (#"columns:~([\w\s,']+)"#, 0),
        (#"must include columns for~"([^"]+)""#, 0),
        (
            #"each (entry|row|item|game|series) must include (?:the~)?([\w\s,]+(?:~and~(?:its|their)~[\w\s,]+)?)"#,
            2
        ),
        (#"table must include columns (for|named)~"([^"]+)""#, 0),
        (
            #"each (entry|row|item|game|series) should (?:be )?(present|include|contain|show)(?:ed)? "#
                + #"(?:in|with)?~([\w\s,]+)"#,
            3
        ),
    ]

    private static let conditional = [
        "if you (?:include|use|utilize|incorporate|present) (?:a |any )?(?:tables?|tabular data)",
        "if you (?:decide|choose|opt) to (?:use|include|incorporate|present|utilize) (?:a |any )?(?:tables?|tabular data)",
        "if (?:a |any )?(?:tables?|tabular data|table format) (?:is|are) "
            + "(?:used|included|utilized|incorporated|presented|chosen)",
        "if there (?:is|are) (?:a |any )?(?:tables?|tabular data|table format) "
            + "(?:used|included|utilized|incorporated|presented|chosen)",
    ]
    private static let inATable =
        "if you (?:decide|choose|opt) to (?:use|include|incorporate|present|utilize) (?:your )?information in a table"

    /// The last two forms are one in the reference, for want of a comma.
    private static let referenceOptionals = (conditional + [inATable + "if presented in a table"]).map {
        SentencePattern($0)
    }
    private static let optionals = (conditional + [inATable, "if presented in a table"]).map { SentencePattern($0) }
}
