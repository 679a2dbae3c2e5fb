// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// A number of words of each element of the response, or a number of letters of each word.
struct WordsOfEachReading: MulDimIFReading {
    enum Requirement: Sendable {
        case words(Bound, target: ScalarText?)
        case letters(Bound)
        case nothing
    }

    let requirement: Requirement

    /// Reads the sentence.
    ///
    /// - Returns: nil where the reference raises an error.
    init?(_ constraint: ScalarText) {
        if WordsOfEachReading.eachWord.occurs(in: constraint) {
            guard let match = WordsOfEachReading.letters.first(in: constraint), let relation = match[1] else {
                return nil
            }
            if relation == "at most" || relation == "at least" {
                guard let number = match[2].flatMap(SentenceNumber.integer) else { return nil }
                requirement = .letters(
                    relation == "at most" ? Bound(maximum: number) : Bound(minimum: number))
                return
            }
        }
        let sentence = WordsOfEachReading.withDigits(constraint)
        for (pattern, form) in WordsOfEachReading.limits {
            guard let match = pattern.first(in: sentence) else { continue }
            let (minimum, maximum) = form.bound(match, [:], corrected: false)
            let target = WordsOfEachReading.target.first(in: sentence)?[1]?.lowercased
                .replacing("\"", with: "").replacing("'", with: "")
            requirement = .words(Bound(minimum: minimum, maximum: maximum), target: target)
            return
        }
        requirement = .nothing
    }

    var described: String {
        switch requirement {
        case .words(let bound, let target): "words of each \(target?.string ?? "element"): \(bound.described)"
        case .letters(let bound): "letters of each word: \(bound.described)"
        case .nothing: "nothing"
        }
    }

    var unreadable: String? {
        if case .nothing = requirement {
            "no number of words of each element is recognised in the constraint"
        } else {
            nil
        }
    }

    func judge(_ text: Text, _ note: ((Evidence) -> Void)?) -> Bool? {
        switch requirement {
        case .nothing: return false
        case .letters(let bound):
            let bytes = text.bytes
            for word in text.split(by: [0x20]) {
                let count = UnicodeText.scalarCount(of: bytes, in: word)
                if bound.contains(count) { continue }
                note?(
                    Evidence(
                        "letters of \"\(TextElement(bytes, word).string)\"", found: .init(count),
                        required: bound.described, span: Span(word)))
                return false
            }
            return true
        case .words(let bound, let target):
            let elements = WordsOfEachReading.elements(of: text, target)
            if elements.isEmpty {
                note?(Evidence("elements", found: 0, required: "at least 1"))
                return false
            }
            var passed = true
            for element in elements {
                let count = UnicodeText.whitespaceTokenCount(of: element.bytes, in: element.range)
                if bound.contains(count) { continue }
                guard let note else { return false }
                note(
                    Evidence(
                        "words of \"\(element.string)\"", found: .init(count), required: bound.described,
                        span: element.span))
                passed = false
            }
            return passed
        }
    }

    // MARK: Elements

    private static func elements(of text: Text, _ target: ScalarText?) -> [TextElement] {
        let bytes = text.bytes
        switch ElementLayout(of: text) {
        case .table: return tableCells(text, target ?? "cells")
        case .json: return jsonValues(bytes, target)
        case .numbered:
            return text.lines.filter { ElementLayout.isNumbered(bytes, $0) }.map { line in
                let behindColon = behind(UInt8(ascii: ":"), bytes, line)
                return TextElement(bytes, text.strip(behind(UInt8(ascii: "."), bytes, behindColon)))
            }
        case .bullet:
            return text.lines.filter { ElementLayout.isBullet(bytes, $0) }.map {
                TextElement(bytes, text.strip(behind(0x20, bytes, $0)))
            }
        case .plain:
            return text.lines.compactMap { plainLine(text, $0) }
        }
    }

    /// What stands behind the first `separator`; all where there is none.
    private static func behind(_ separator: UInt8, _ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        guard let found = ByteSearch.first(separator, in: bytes, from: range.lowerBound, to: range.upperBound) else {
            return range
        }
        return found + 1..<range.upperBound
    }

    /// A line that is no heading of a list and no table row, without heading signs.
    private static func plainLine(_ text: Text, _ line: Range<Int>) -> TextElement? {
        let bytes = text.bytes
        let content = text.strip(line)
        if content.isEmpty { return nil }
        let core = UnicodeText.strippedRange(of: bytes, in: content, characters: ASCIISet("*#'\""))
        if !core.isEmpty, bytes[core.upperBound - 1] == UInt8(ascii: ":") { return nil }
        let bar = UInt8(ascii: "|")
        if content.count > 1, bytes[content.lowerBound] == bar, bytes[content.upperBound - 1] == bar { return nil }
        let plain = UnicodeText.leftStrippedRange(of: bytes, in: content, characters: ASCIISet("#"))
        return TextElement(bytes, text.strip(plain))
    }

    private static func jsonValues(_ bytes: [UInt8], _ target: ScalarText?) -> [TextElement] {
        guard let target, let document = try? JSONDocument(bytes), case .object(let object) = document.root.value else {
            return []
        }
        if target.contains("entry") { return object.members.map { TextElement(made: PythonText.string($0.value)) } }
        guard let key = target.fields.last else { return [] }
        return [TextElement(made: object[key.string].map(PythonText.string) ?? [])]
    }

    /// The cells under the headers that hold the target, or all cells where there is no such header.
    private static func tableCells(_ text: Text, _ target: ScalarText) -> [TextElement] {
        let bytes = text.bytes
        let rule = Array("<TitleSplit>".utf8)
        var cells: [TextElement] = []
        for line in text.lines {
            let content = text.strip(line)
            guard !content.isEmpty, bytes[content.lowerBound] == UInt8(ascii: "|") else { continue }
            if isRule(bytes, content) {
                cells.append(TextElement(made: rule))
                continue
            }
            var start = content.lowerBound + 1
            // The last sign is dropped, whatever it is.
            let end = content.upperBound - UTF8Decoding.scalar(bytes, before: content.upperBound).length
            while start <= end {
                let bar = ByteSearch.first(UInt8(ascii: "|"), in: bytes, from: start, to: end) ?? end
                let cell = text.strip(start..<max(start, bar))
                if !cell.isEmpty { cells.append(TextElement(bytes, cell)) }
                start = bar + 1
            }
        }
        func isTitleSplit(_ cell: TextElement) -> Bool { cell.bytes[cell.range].elementsEqual(rule) }
        let split = cells.firstIndex(where: isTitleSplit) ?? cells.count
        let headers = cells[..<split].map { Array($0.bytes[$0.range]) }
        if headers.isEmpty { return [] }
        let data = cells[min(split + 1, cells.count)...].filter { !isTitleSplit($0) }
        let wanted = UnicodeText.lowercased(target.bytes)
        let found = matchingCells(headers: headers, data: data, wanted: wanted)
        return found.isEmpty ? cells : found
    }

    private static func isRule(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            guard scalar == 0x7C || scalar == 0x2A || scalar == 0x2D || UnicodeScalars.isSpace(scalar) else {
                return false
            }
            index += length
        }
        return true
    }

    private static func matchingCells(
        headers: [[UInt8]], data: [TextElement], wanted: [UInt8]
    ) -> [TextElement] {
        let lowered = headers.map(UnicodeText.lowercased)
        // Of headers that stand twice, the last column counts, at the first one's place.
        var columns: [Int] = []
        for (index, header) in headers.enumerated() where headers.firstIndex(of: header) == index {
            columns.append(headers.lastIndex(of: header) ?? index)
        }
        columns = columns.filter { ByteSearch.contains(wanted, in: lowered[$0]) }
        if columns.isEmpty { return [] }
        var found: [TextElement] = []
        var row = 0
        while row + headers.count <= data.count {
            for column in columns {
                let cell = data[row + column]
                if UnicodeText.lowercased(Array(cell.bytes[cell.range])) != lowered[column] { found.append(cell) }
            }
            row += headers.count
        }
        return found
    }

    // MARK: Reading

    /// The sentence with number words as digits.
    private static func withDigits(_ constraint: ScalarText) -> ScalarText {
        var result: [UInt32] = []
        var start = 0
        for match in numberWord.all(in: constraint) {
            guard let range = match.range(), let word = match[0] else { continue }
            result += constraint.scalars[start..<range.lowerBound]
            if let value = SentenceNumber.toHundred[word.lowercased.string] {
                result += String(value).unicodeScalars.map(\.value)
            } else {
                result += word.scalars
            }
            start = range.upperBound
        }
        return ScalarText(result + constraint.scalars[start...])
    }

    private static let eachWord = SentencePattern("each word must be", ignoresCase: true)
    private static let letters = SentencePattern(
        #"must be (at most|at least) (\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b) characters"#,
        ignoresCase: true)
    private static let numberWord = SentencePattern(
        #"\b("# + SentenceNumber.toHundredWords.joined(separator: "|") + #")\b"#, ignoresCase: true)
    private static let target = SentencePattern(
        #"(?:each entry in the|each|the)~(.+?)~(?:is|in the table|column|must|consists of|contains?|should|have)"#,
        ignoresCase: true)
    private static let limits: [(SentencePattern, BoundForm)] = sources.map {
        (SentencePattern($0.0, ignoresCase: true), $0.1)
    }
    private static let sources: [(String, BoundForm)] = [
        ("between # and # words", .range), ("range: #-# words", .range), ("at least # words", .minimum),
        ("a minimum of # words", .minimum), ("a minimum length of # words", .minimum),
        ("at most # words", .maximum), ("exactly # words", .exactly), ("no more than # words", .maximum),
        ("not exceed # words", .maximum), ("a maximum of # words", .maximum),
        ("a maximum length of # words", .maximum), ("limit of # words", .maximum),
        ("not exceeding # words", .maximum), ("less than # words", .maximum),
    ]
}

extension JSONValue {
    /// A whole number.
    init(_ value: Int) { self = .number(JSONNumber(lexeme: String(value))) }
}
