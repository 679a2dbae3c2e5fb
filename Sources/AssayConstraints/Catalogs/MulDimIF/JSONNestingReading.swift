// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// The depth of nesting of a JSON text, or of the first block that is marked as JSON.
struct JSONNestingReading: MulDimIFReading {
    let levels: Bound

    init(_ constraint: ScalarText) {
        let sentence = ScalarText(
            constraint.lowercased.scalars.filter { UnicodeScalars.isWord($0) || UnicodeScalars.isSpace($0) })
        if let number = JSONNestingReading.exact.lazy.compactMap({ $0.first(in: sentence)?[1] }).first {
            levels = .exactly(JSONNestingReading.number(number))
            return
        }
        func numbers(_ patterns: [SentencePattern]) -> [Int] {
            patterns.flatMap { $0.all(in: sentence) }.compactMap { $0[1] }.map(JSONNestingReading.number)
        }
        // Of several limits, the strictest counts.
        levels = Bound(
            minimum: numbers(JSONNestingReading.minima).max(), maximum: numbers(JSONNestingReading.maxima).min())
    }

    var described: String { "levels of nesting: \(levels.described)" }
    var unreadable: String? {
        levels == Bound() ? "no number of nesting levels is recognised in the constraint" : nil
    }

    func judge(_ text: Text, _ note: ((Evidence) -> Void)?) -> Bool? {
        let bytes = text.bytes
        var part = 0..<bytes.count
        if let open = ByteSearch.first(JSONNestingReading.fence, in: bytes),
            let close = ByteSearch.first(
                Array("```".utf8), in: bytes, from: open + JSONNestingReading.fence.count)
        {
            part = text.strip(open + JSONNestingReading.fence.count..<close)
        }
        let document = JSONDocument()
        do {
            try document.parse(bytes, in: part)
        } catch {
            note?(Evidence("JSON", found: .string(error.description), span: Span(part)))
            return false
        }
        if document.root.kind == .null {
            note?(Evidence("JSON", found: nil, required: "a value that is not null"))
            return false
        }
        if levels == Bound() { return false }
        let depth = JSONNestingReading.depth(document.root)
        note?(.count("levels of nesting", depth, required: levels.described))
        return levels.contains(depth)
    }

    /// Containers around the innermost value; an empty container counts as a value.
    private static func depth(_ node: JSONNode) -> Int {
        switch node.kind {
        case .object: node.members.map { depth($0.value) + 1 }.max() ?? 0
        case .array: node.elements.map { depth($0) + 1 }.max() ?? 0
        default: 0
        }
    }

    private static let fence = Array("```json".utf8)
    private static func number(_ text: ScalarText) -> Int { SentenceNumber.value(text, ["two": 2, "three": 3]) ?? 0 }
    private static func patterns(_ sources: [String]) -> [SentencePattern] {
        sources.map { SentencePattern($0, numbers: ["two", "three"]) }
    }

    private static let exact = patterns([
        "exactly # levels? of nesting", "structured as a json object with a nesting level of #",
        "json example with exactly # levels?", "object nesting levels must be #", "nesting level of #",
        "be limited to # levels of nesting",
    ])
    private static let maxima = patterns([
        "no more than # levels?", "maximum of #(?: object)? nesting levels", "maximum of # levels",
        "not exceed # levels", "must not exceed # level of nesting", "levels not exceeding #",
        "with the structure not exceeding # levels", "object nesting levels must not exceed #", "and at most #",
    ])
    private static let minima = patterns([
        "at least # levels? of nesting", "at least # levels? deep",
        "must include a json object with at least # levels?", "and at least #",
    ])
}
