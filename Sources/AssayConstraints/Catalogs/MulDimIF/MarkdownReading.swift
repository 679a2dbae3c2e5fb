// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// Headings of given levels; bold, bullets and block quotes may be asked for beside them.
struct MarkdownReading: MulDimIFReading {
    enum Demand: Sendable, Hashable {
        case requiredLevels(Set<Int>)
        case onlyQuestions(level: Int)
        case exactly(Int, ofLevel: Int)
        case distinctLevels(Bound)
        case heading(level: Int, content: [UInt8])
        case some(level: Int?)
        case maximumLevel(Int)
        case beginsWithLevel(Int)
        /// A relation that the reference does not know: never met.
        case never

        var described: String {
            switch self {
            case .requiredLevels(let levels):
                "headings of levels \(levels.sorted().map(String.init).joined(separator: ", "))"
            case .onlyQuestions(let level): "headings with a question mark are of level \(level)"
            case .exactly(let count, let level): "exactly \(count) headings of level \(level)"
            case .distinctLevels(let bound): "different heading levels: \(bound.described)"
            case .heading(let level, let content):
                "a heading \"\(String(decoding: content, as: UTF8.self))\" of level \(level)"
            case .some(let level): level.map { "a heading of level \($0)" } ?? "a heading"
            case .maximumLevel(let level): "headings of level \(level) at most"
            case .beginsWithLevel(let level): "the first heading is of level \(level)"
            case .never: "something that cannot be met"
            }
        }
    }

    enum Quotes: Sendable, Hashable {
        case none, some, every
        case atLeast(Int)
        /// The reference raises an error.
        case error
    }

    struct Heading: Sendable {
        let level: Int
        let content: Range<Int>
        let line: Range<Int>
    }

    let demands: [Demand]
    let testsEach: Bool
    let quotes: Quotes
    let wantsBold: Bool
    let wantsBullets: Bool
    let isCorrected: Bool

    init(_ constraint: ScalarText, conformance: Conformance) {
        let lowered = constraint.lowercased
        isCorrected = conformance == .corrected
        demands = MarkdownSentence.demands(constraint, lowered, conformance)
        testsEach =
            conformance == .corrected
            ? MarkdownReading.eachOrAny.occurs(in: lowered) : lowered.contains(anyOf: ["each", "any"])
        wantsBold = lowered.contains("bold")
        wantsBullets = lowered.contains("bullet points")
        quotes = lowered.contains("block quotes") ? MarkdownSentence.quotes(constraint, lowered) : .none
    }

    var described: String {
        var parts = demands.map { testsEach ? "every heading alone: \($0.described)" : $0.described }
        switch quotes {
        case .none, .error: break
        case .some: parts.append("a block quote")
        case .every: parts.append("every line is a block quote")
        case .atLeast(let count): parts.append("at least \(count) lines of block quotes")
        }
        if wantsBold { parts.append("bold text") }
        if wantsBullets { parts.append("bullet points") }
        if testsEach, demands.isEmpty { parts.append("a heading") }
        return parts.isEmpty ? "nothing" : parts.joined(separator: "; ")
    }

    var unreadable: String? {
        demands.isEmpty && quotes == .none && !wantsBold && !wantsBullets
            ? "no demand on headings is recognised in the constraint" : nil
    }

    func judge(_ text: Text, _ note: ((Evidence) -> Void)?) -> Bool? {
        if quotes != .none {
            guard let holds = quotesHold(text, note) else { return nil }
            if !holds { return false }
        }
        if wantsBold, !hasBold(text) {
            note?(.count("bold parts", 0, required: "at least 1"))
            return false
        }
        if wantsBullets, !text.lines.contains(where: { isBullet(text.bytes, $0) }) {
            note?(.count("bullet points", 0, required: "at least 1"))
            return false
        }
        if demands.isEmpty, !testsEach { return true }
        let headings = headings(text)
        if testsEach {
            if headings.isEmpty {
                note?(.count("headings", 0, required: "at least 1"))
                return false
            }
            return headings.allSatisfy { holds(text, [$0], note) }
        }
        return holds(text, headings, note)
    }

    private func holds(_ text: Text, _ headings: [Heading], _ note: ((Evidence) -> Void)?) -> Bool {
        for demand in demands where !meets(demand, text, headings) {
            if let note {
                let levels = headings.prefix(20).map { String($0.level) }.joined(separator: ", ")
                note(
                    Evidence(
                        "levels of the headings", found: .string(levels), required: demand.described,
                        span: headings.first.map { Span($0.line) }))
            }
            return false
        }
        return true
    }

    private func meets(_ demand: Demand, _ text: Text, _ headings: [Heading]) -> Bool {
        if case .distinctLevels(let bound) = demand { return bound.contains(Set(headings.map(\.level)).count) }
        guard let first = headings.first else { return false }
        switch demand {
        case .requiredLevels(let levels): return levels.isSubset(of: Set(headings.map(\.level)))
        case .onlyQuestions(let level):
            return headings.allSatisfy {
                $0.level == level || !text.bytes[$0.content].contains(UInt8(ascii: "?"))
            }
        case .exactly(let count, let level): return headings.filter { $0.level == level }.count == count
        case .heading(let level, let content):
            return headings.contains { $0.level == level && text.bytes[$0.content].elementsEqual(content) }
        case .some(let level): return headings.contains { level == nil || $0.level == level }
        case .maximumLevel(let level): return headings.allSatisfy { $0.level <= level }
        case .beginsWithLevel(let level): return first.level == level
        case .never, .distinctLevels: return false
        }
    }

    // MARK: Response

    /// Lines of `#` signs, white space and a content.
    ///
    /// Corrected, not inside code fences and not beyond level 6.
    private func headings(_ text: Text) -> [Heading] {
        let bytes = text.bytes
        var headings: [Heading] = []
        var isInFence = false
        for line in text.lines {
            let content = text.strip(line)
            if isCorrected, bytes[content].starts(with: Array("```".utf8)) { isInFence.toggle() }
            guard !content.isEmpty, bytes[content.lowerBound] == UInt8(ascii: "#"), !isInFence else { continue }
            var behind = content.lowerBound
            while behind < content.upperBound, bytes[behind] == UInt8(ascii: "#") { behind += 1 }
            let rest = text.strip(behind..<content.upperBound)
            guard rest.lowerBound > behind, !rest.isEmpty else { continue }
            let level = behind - content.lowerBound
            if isCorrected, level > 6 { continue }
            headings.append(Heading(level: level, content: rest, line: content))
        }
        return headings
    }

    private func isBullet(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
        let start = UnicodeText.leftStrippedRange(of: bytes, in: line).lowerBound
        guard start + 1 < line.upperBound, [0x2A, 0x2B, 0x2D].contains(bytes[start]) else { return false }
        return UnicodeScalars.isSpace(UTF8Decoding.scalar(bytes, at: start + 1).value)
    }

    /// Two `**`, or two `__`, on one line.
    private func hasBold(_ text: Text) -> Bool {
        [Array("**".utf8), Array("__".utf8)].contains { mark in
            var line = 0
            var first: Int?
            while let found = ByteSearch.first(mark, in: text.bytes, from: first.map { $0 + 2 } ?? line) {
                if let first, !text.bytes[first..<found].contains(0x0A) { return true }
                first = found
                line = found
            }
            return false
        }
    }

    private func quotesHold(_ text: Text, _ note: ((Evidence) -> Void)?) -> Bool? {
        let filled = text.lines.map(text.strip).filter { !$0.isEmpty }
        let quoted = filled.filter { text.bytes[$0.lowerBound] == UInt8(ascii: ">") }.count
        let (bound, words): (Bound, String)
        switch quotes {
        case .none: return true
        case .error: return nil
        case .some: (bound, words) = (Bound(minimum: 1), "at least 1")
        case .atLeast(let count): (bound, words) = (Bound(minimum: count), "at least \(count)")
        case .every:
            let count = isCorrected ? filled.count : text.lines.count
            (bound, words) = (.exactly(count), "all \(count) lines")
        }
        note?(.count("lines of block quotes", quoted, required: words))
        return bound.contains(quoted)
    }

    private static let eachOrAny = SentencePattern(#"\b(?:each|every|any)\b"#)
}
