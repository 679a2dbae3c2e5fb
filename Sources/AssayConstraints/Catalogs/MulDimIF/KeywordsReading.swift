// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// Keywords that the response has to hold, or must not hold.
struct KeywordsReading: MulDimIFReading {
    /// A keyword that is due where a topic is mentioned: any of the topic's spellings.
    struct Condition: Sendable {
        let topics: [ScalarText]
        let keyword: ScalarText
        /// The spellings and the keyword in bytes.
        let topicBytes: [[UInt8]]
        let keywordBytes: [UInt8]

        init(topics: [ScalarText], keyword: ScalarText) {
            self.topics = topics
            self.keyword = keyword
            topicBytes = topics.map(\.bytes)
            keywordBytes = keyword.bytes
        }
    }

    enum Form: Sendable {
        case rule(KeywordDemand)
        case each(KeywordDemand, target: ScalarText)
        case includeAndAvoid(ScalarText, ScalarText)
        case conditions([Condition])
        case nothing
    }

    let form: Form

    init(_ constraint: ScalarText, conformance: Conformance) {
        if KeywordsReading.everyElement.occurs(in: constraint), !constraint.contains("for each word") {
            guard let match = KeywordsReading.each.first(in: constraint), let target = match[2], let rule = match[4]
            else {
                form = .nothing
                return
            }
            form = .each(KeywordDemand(rule, conformance: conformance), target: target.lowercased)
        } else if let included = KeywordsReading.included.first(in: constraint)?[1],
            let avoided = KeywordsReading.avoided.first(in: constraint)?[1]
        {
            form = .includeAndAvoid(included, avoided)
        } else {
            let conditions = KeywordsReading.topic.all(in: constraint).map {
                Condition(topics: KeywordsReading.spellings($0[1] ?? ""), keyword: $0[2] ?? "")
            }
            form =
                conditions.isEmpty
                ? .rule(KeywordDemand(constraint, conformance: conformance)) : .conditions(conditions)
        }
    }

    /// `a b/c d` stands for `a b d` and `a c d`; without words around it, for its two sides.
    private static func spellings(_ topic: ScalarText) -> [ScalarText] {
        guard topic.contains("/") else { return [topic] }
        guard let match = slash.prefix(of: topic) else { return topic.split(by: "/").map(\.stripped) }
        let parts = (1...4).map { match[$0]?.scalars ?? [] }
        return [ScalarText(parts[0] + parts[1] + parts[3]), ScalarText(parts[0] + parts[2] + parts[3])]
    }

    var described: String {
        switch form {
        case .rule(let rule): rule.described
        case .each(let rule, let target): "each \(target.string): \(rule.described)"
        case .includeAndAvoid(let included, let avoided):
            "includes \"\(included.string)\"; without \"\(avoided.string)\""
        case .conditions(let conditions):
            conditions.map { condition in
                let topics = condition.topics.map { "\"\($0.string)\"" }.joined(separator: " or ")
                return "includes \"\(condition.keyword.string)\" where \(topics) occurs"
            }.joined(separator: "; ")
        case .nothing: "nothing"
        }
    }

    var unreadable: String? {
        switch form {
        case .nothing: "no demand on each element is recognised in the constraint"
        case .rule(let rule), .each(let rule, _):
            rule.isEmpty ? "no quoted keyword is recognised in the constraint" : nil
        default: nil
        }
    }

    var searches: Int {
        switch form {
        case .rule(let rule), .each(let rule, _): rule.keywords.count
        case .conditions(let conditions): conditions.reduce(0) { $0 + 1 + $1.topics.count }
        case .includeAndAvoid, .nothing: 2
        }
    }

    func judge(_ text: Text, _ note: ((Evidence) -> Void)?) -> Bool? {
        let bytes = text.bytes
        switch form {
        case .nothing: return false
        case .rule(let rule):
            return rule.isError ? nil : rule.holds(for: TextElement(bytes, 0..<bytes.count), note)
        case .each(let rule, let target):
            if rule.isError { return nil }
            let elements = KeywordElements.of(text, target: target)
            if elements.isEmpty {
                note?(Evidence("elements", found: 0, required: "at least 1"))
                return false
            }
            for element in elements {
                guard let holds = rule.holds(for: element, nil) else { return nil }
                if holds { continue }
                if let note {
                    note(Evidence("element", found: .string(element.string), span: element.span))
                    _ = rule.holds(for: element, note)
                }
                return false
            }
            return true
        case .includeAndAvoid(let included, let avoided):
            let hasIncluded = ByteSearch.contains(included.bytes, in: bytes)
            let place = ByteSearch.first(avoided.bytes, in: bytes)
            if !hasIncluded { note?(.count("keyword \"\(included.string)\"", 0, required: "at least 1")) }
            if let place {
                note?(.place("keyword \"\(avoided.string)\"", place..<place + avoided.bytes.count, required: "none"))
            }
            return hasIncluded && place == nil
        case .conditions(let conditions):
            for condition in conditions
            where condition.topicBytes.contains(where: { ByteSearch.contains($0, in: bytes) })
                && !ByteSearch.contains(condition.keywordBytes, in: bytes)
            {
                note?(
                    .count(
                        "keyword \"\(condition.keyword.string)\"", 0, required: "at least 1, since the topic occurs,"))
                return false
            }
            return true
        }
    }

    private static let everyElement = SentencePattern(#"\b(?:each|every)\b"#, ignoresCase: true)
    private static let each = SentencePattern(
        #"\b(each|every)~(.+?)~(must|should|needs to|has to)~(.*)"#, ignoresCase: true)
    private static let included = SentencePattern(
        #"includes?~the~keyword~["']([^"']+)["']"#, ignoresCase: true)
    private static let avoided = SentencePattern(#"avoids?~the~keyword~["']([^"']+)["']"#, ignoresCase: true)
    private static let topic = SentencePattern(
        #"If discussing~([^,]+),\s*the summary must include the keyword~["']([^"']+)["']"#, ignoresCase: true)
    private static let slash = SentencePattern(#"^(.*\s)(\S+)/(\S+)(\s.*)$"#)
}

/// The elements of a response that a constraint on "each …" speaks of.
enum KeywordElements {
    static func of(_ text: Text, target: ScalarText) -> [TextElement] {
        let bytes = text.bytes
        switch ElementLayout(of: text) {
        case .table: return column(text, target)
        case .json:
            guard let document = try? JSONDocument(bytes) else { return [] }
            switch document.root.value {
            case .object(let object): return object.members.map { TextElement(made: PythonText.string($0.value)) }
            case .array(let elements): return elements.map { TextElement(made: PythonText.string($0)) }
            default: return []
            }
        case .numbered:
            return text.lines.filter { ElementLayout.isNumbered(bytes, $0) }.map {
                TextElement(bytes, text.strip(behind(UInt8(ascii: "."), bytes, $0)))
            }
        case .bullet:
            return text.lines.filter { ElementLayout.isBullet(bytes, $0) }.map {
                TextElement(bytes, text.strip(behind(0x20, bytes, $0)))
            }
        case .plain: return sections(text)
        }
    }

    private static func behind(_ separator: UInt8, _ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        guard let found = ByteSearch.first(separator, in: bytes, from: range.lowerBound, to: range.upperBound) else {
            return range
        }
        return found + 1..<range.upperBound
    }

    /// The parts between lines of three or more `-`, `*` or `=`.
    private static func sections(_ text: Text) -> [TextElement] {
        var sections: [TextElement] = []
        var start: Int?
        var end = 0
        for line in text.lines {
            if isSeparator(text, line) {
                if let begin = start { sections.append(TextElement(text.bytes, text.strip(begin..<end))) }
                start = nil
            } else {
                if start == nil { start = line.lowerBound }
                end = line.upperBound
            }
        }
        if let begin = start { sections.append(TextElement(text.bytes, text.strip(begin..<end))) }
        return sections.isEmpty ? [TextElement(text.bytes, 0..<text.bytes.count)] : sections
    }

    private static func isSeparator(_ text: Text, _ line: Range<Int>) -> Bool {
        let content = text.strip(line)
        guard content.count >= 3 else { return false }
        let first = text.bytes[content.lowerBound]
        guard [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "=")].contains(first) else { return false }
        return text.bytes[content].allSatisfy { $0 == first }
    }

    /// The column whose header has most words of the target; without one, the column with most words.
    private static func column(_ text: Text, _ target: ScalarText) -> [TextElement] {
        let bytes = text.bytes
        let bar = UInt8(ascii: "|")
        let rows = text.lines.map(text.strip).filter {
            !$0.isEmpty && bytes[$0.lowerBound] == bar && bytes[$0.upperBound - 1] == bar
        }
        guard rows.count >= 3 else { return [] }
        let headers = cells(text, rows[0])
        guard !headers.isEmpty else { return [] }
        let data = rows[2...].map { cells(text, $0) }.filter { $0.count == headers.count }
        if data.isEmpty { return [] }
        let wanted = Set(target.fields.map(normalized).filter { !$0.isEmpty })
        let names = headers.map { ScalarText(bytes: Array(bytes[$0])) }
        var best: (index: Int, matches: Int) = (0, -1)
        for (index, name) in names.enumerated() {
            let matches = name.fields.map(normalized).filter { !$0.isEmpty && wanted.contains($0) }.count
            if matches > best.matches { best = (index, matches) }
        }
        if best.matches <= 0 {
            var most = -1
            for (index, name) in names.enumerated() where names.firstIndex(of: name) == index {
                let column = names.lastIndex(of: name) ?? index
                let words = data.reduce(0) {
                    $0 + UnicodeText.whitespaceTokenCount(of: bytes, in: cleaned(text, $1[column]))
                }
                if words > most { (most, best.index) = (words, index) }
            }
        }
        // Of headers that stand twice, the last column counts.
        let column = names.lastIndex(of: names[best.index]) ?? best.index
        return data.map { TextElement(bytes, cleaned(text, $0[column])) }
    }

    private static func cells(_ text: Text, _ row: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = row.lowerBound
        while let found = ByteSearch.first(UInt8(ascii: "|"), in: text.bytes, from: start, to: row.upperBound) {
            parts.append(text.strip(start..<found))
            start = found + 1
        }
        parts.append(text.strip(start..<row.upperBound))
        return parts.count > 2 ? Array(parts[1..<parts.count - 1]) : []
    }

    /// A cell without heading signs.
    private static func cleaned(_ text: Text, _ cell: Range<Int>) -> Range<Int> {
        text.strip(UnicodeText.leftStrippedRange(of: text.bytes, in: cell, characters: ASCIISet("#")))
    }

    private static func normalized(_ word: ScalarText) -> ScalarText {
        ScalarText(word.scalars.filter(UnicodeScalars.isWord)).lowercased
    }
}
