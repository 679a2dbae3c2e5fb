// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// The sign that the response, or each of its parts, ends with.
struct PunctuationReading: MulDimIFReading {
    enum Scope: String, Sendable {
        case whole = "the text", lines = "every line that is not blank", sentences = "every sentence"
        case cells = "every table cell", bullets = "every sentence of a bullet"
    }

    enum Requirement: Sendable {
        /// Ends with exactly this.
        case suffix([UInt8])
        /// The last sign is one of these.
        case one(ASCIISet, String)
        /// The last sign is none of these.
        case none(ASCIISet, String)
    }

    let scope: Scope
    let requirement: Requirement
    let isNegative: Bool
    let unreadable: String?

    init(_ constraint: ScalarText, conformance: Conformance) {
        let sentence = constraint.stripped.lowercased.rightStripped(of: ".")
        scope = PunctuationReading.scope(sentence, conformance)
        isNegative = PunctuationReading.negative.occurs(in: sentence)
        if scope == .bullets {
            let named = PunctuationReading.marks.first { sentence.contains($0.name) }
            requirement =
                named.map { .one(ASCIISet(String($0.sign)), "\"\($0.sign)\"") }
                ?? .one(.punctuation, "a punctuation mark")
            unreadable = nil
            return
        }
        if let match = PunctuationReading.followed.first(in: sentence), let name = match[1], let more = match[2] {
            let sign = PunctuationReading.marks.first { $0.name == name }?.sign
            requirement = .suffix(
                (sign.map { [$0.value] } ?? []).reduce(into: []) { UTF8Decoding.append($1, to: &$0) } + more.bytes)
            unreadable = nil
            return
        }
        let names = PunctuationReading.names.all(in: sentence).compactMap { $0[0]?.rightStripped(of: "s") }
        let signs: [Unicode.Scalar] = names.compactMap { name in
            PunctuationReading.marks.first { $0.name == name }?.sign
        }
        let isAny = names.contains { $0.contains("punctuation mark") }
        let allowed =
            isAny ? ASCIISet.punctuation : ASCIISet(String(String.UnicodeScalarView(signs)))
        let words = isAny ? "a punctuation mark" : signs.map { "\"\($0)\"" }.joined(separator: " or ")
        requirement = isNegative ? .none(allowed, words) : .one(allowed, words)
        unreadable = names.isEmpty ? "no punctuation mark is recognised in the constraint" : nil
    }

    /// Which parts are looked at.
    ///
    /// The reference looks for the words anywhere, so that "shall" holds "all".
    private static func scope(_ sentence: ScalarText, _ conformance: Conformance) -> Scope {
        if sentence.contains("bullet point") { return .bullets }
        if sentence.contains(anyOf: ["table", "cell"]) { return .cells }
        if sentence.contains(anyOf: ["paragraph", "section"]) { return .lines }
        let speaksOfAll =
            conformance == .corrected
            ? wholeWords.occurs(in: sentence) : sentence.contains(anyOf: ["each", "any", "all"])
        return speaksOfAll ? .sentences : .whole
    }

    var described: String {
        switch requirement {
        case .suffix(let suffix): "\(scope.rawValue) ends with \"\(String(decoding: suffix, as: UTF8.self))\""
        case .one(_, let words): "\(scope.rawValue) ends with \(words.isEmpty ? "a sign that is not named" : words)"
        case .none(_, let words):
            words.isEmpty ? "nothing" : "\(scope.rawValue) does not end with \(words)"
        }
    }

    func judge(_ text: Text, _ note: ((Evidence) -> Void)?) -> Bool? {
        let content = text.part(text.stripped)
        let offset = text.stripped.lowerBound
        let units = units(of: content)
        if units.contains(where: \.isEmpty) {
            note?(Evidence("response", found: "blank"))
            return isNegative
        }
        for unit in units where !holds(content.bytes, unit) {
            note?(
                .place(
                    "end of \"\(shortened(content.string(unit)))\"",
                    unit.lowerBound + offset..<unit.upperBound + offset, required: described))
            return false
        }
        return true
    }

    private func shortened(_ text: String) -> String {
        text.unicodeScalars.count <= 60 ? text : "…" + String(text.unicodeScalars.suffix(60))
    }

    private func holds(_ bytes: [UInt8], _ unit: Range<Int>) -> Bool {
        switch requirement {
        case .suffix(let suffix): return bytes[unit].suffix(suffix.count).elementsEqual(suffix)
        case .one(let set, _): return unit.last.map { set.contains(bytes[$0]) } ?? false
        case .none(let set, _): return unit.last.map { !set.contains(bytes[$0]) } ?? true
        }
    }

    // MARK: Parts

    private func units(of text: Text) -> [Range<Int>] {
        switch scope {
        case .whole: return [0..<text.bytes.count]
        case .lines: return text.lines.map(text.strip).filter { !$0.isEmpty }
        case .sentences: return text.sentences
        case .cells: return cells(text)
        case .bullets: return bullets(text).flatMap { sentences(text, $0) }
        }
    }

    /// The cells of all lines but the first two; cells of nothing but hyphens are left out.
    private func cells(_ text: Text) -> [Range<Int>] {
        let lines = text.lines.count > 1 ? Array(text.lines.dropFirst(2)) : text.lines
        var cells: [Range<Int>] = []
        for line in lines {
            var start = line.lowerBound
            while start <= line.upperBound {
                let bar =
                    ByteSearch.first(UInt8(ascii: "|"), in: text.bytes, from: start, to: line.upperBound)
                    ?? line.upperBound
                let cell = text.strip(start..<bar)
                if !text.bytes[cell].allSatisfy({ $0 == UInt8(ascii: "-") }) { cells.append(cell) }
                start = bar + 1
            }
        }
        return cells
    }

    /// Lines that begin with `-`, `*` or `•` and white space; where that is the line feed, the next line belongs to it.
    private func bullets(_ text: Text) -> [Range<Int>] {
        let bytes = text.bytes
        var bullets: [Range<Int>] = []
        var index = 0
        let lines = text.lines
        while index < lines.count {
            let line = lines[index]
            index += 1
            guard !line.isEmpty else { continue }
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: line.lowerBound)
            guard scalar == 0x2D || scalar == 0x2A || scalar == 0x2022 else { continue }
            let behind = line.lowerBound + length
            guard behind < bytes.count, UnicodeScalars.isSpace(UTF8Decoding.scalar(bytes, at: behind).value) else {
                continue
            }
            if behind == line.upperBound, index < lines.count {
                bullets.append(line.lowerBound..<lines[index].upperBound)
                index += 1
            } else {
                bullets.append(line)
            }
        }
        return bullets
    }

    private func sentences(_ text: Text, _ bullet: Range<Int>) -> [Range<Int>] {
        let part = text.part(bullet)
        return part.sentences.map {
            let sentence = part.strip($0)
            return sentence.lowerBound + bullet.lowerBound..<sentence.upperBound + bullet.lowerBound
        }
    }

    // MARK: Reading

    private static let marks: [(name: ScalarText, sign: Unicode.Scalar)] = [
        ("period", "."), ("question mark", "?"), ("exclamation mark", "!"), ("semicolon", ";"),
    ]
    private static let negative = SentencePattern(
        #"\b(?:must not|avoid|exclude|not end with|do not use)\b"#, ignoresCase: true)
    private static let followed = SentencePattern(
        "(period|question mark|exclamation mark|semicolon)~followed by a `([^`]+)`", ignoresCase: true)
    private static let names = SentencePattern(
        #"\b(?:periods?|question marks?|exclamation marks?|semicolons?|punctuation marks?)\b"#)
    private static let wholeWords = SentencePattern(#"\b(?:each|every|any|all)\b"#)
}
