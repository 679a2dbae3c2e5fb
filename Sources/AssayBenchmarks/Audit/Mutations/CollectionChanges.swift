// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Changes of intervals, sets, lists, tuples and matrices.
enum CollectionChanges {
    /// All certain changes; nil where the text is none of these.
    static func all(of core: [UInt8]) -> [AnswerChange]? {
        if let changes = matrix(core) { return changes }
        guard let first = core.first else { return nil }
        switch first {
        case UInt8(ascii: "["), UInt8(ascii: "("): return bracketed(core)
        case UInt8(ascii: "\\") where core.starts(with: "\\{".utf8): return set(core)
        default: return list(core)
        }
    }

    /// The entries between commas outside of brackets and braces; nil where brackets do not close in order.
    private static func entries(_ core: [UInt8], in range: Range<Int>) -> [Range<Int>]? {
        var result: [Range<Int>] = []
        var depth = 0
        var start = range.lowerBound
        for index in range {
            switch core[index] {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: ",") where depth == 0:
                result.append(start..<index)
                start = index + 1
            default: break
            }
            if depth < 0 { return nil }
        }
        return depth == 0 ? result + [start..<range.upperBound] : nil
    }

    private static func trimmed(_ core: [UInt8], _ range: Range<Int>) -> [UInt8] {
        let start = core[range].drop { $0 == 0x20 }
        guard let last = start.lastIndex(where: { $0 != 0x20 }) else { return [] }
        return Array(start[...last])
    }

    /// The value of an entry that is a plain number, so that two entries can be told apart.
    private static func number(_ core: [UInt8], _ range: Range<Int>) -> Double? {
        Double(String(decoding: trimmed(core, range), as: UTF8.self))
    }

    private static func digitChange(_ core: [UInt8], _ entry: Range<Int>) -> [AnswerChange] {
        guard let (part, reader) = TermReader.read(core, in: entry), reader.symbols.isEmpty else { return [] }
        return TermChanges.changes(core, part.sites)
    }

    // MARK: Intervals and tuples

    private static func bracketed(_ core: [UInt8]) -> [AnswerChange]? {
        guard let last = core.last, last == UInt8(ascii: ")") || last == UInt8(ascii: "]") else { return [] }
        // A union is changed in its first part; the others must not touch it.
        let union = firstIndex(of: "\\cup", in: core)
        var end = union ?? core.count
        while end > 0, core[end - 1] == 0x20 { end -= 1 }
        guard let first = core.first, end > 2, core[end - 1] == UInt8(ascii: ")") || core[end - 1] == UInt8(ascii: "]"),
            let parts = entries(core, in: 1..<end - 1), parts.count >= 2
        else { return [] }
        let isRound = (open: first == UInt8(ascii: "("), close: core[end - 1] == UInt8(ascii: ")"))
        var changes: [AnswerChange] = []
        if parts.count == 2 { changes += brackets(core, parts, end, isRound, isUnion: union != nil) }
        if union == nil, isRound.open, isRound.close { changes += tuple(core, parts) }
        if union == nil { changes += parts.prefix(1).flatMap { digitChange(core, $0) } }
        return changes
    }

    /// One finite end of an interval opened or closed.
    ///
    /// Both ends of `(a, b)` are never closed, nor both of `[a, b]` opened: `[a, b]` may be another way to write a tuple.
    private static func brackets(
        _ core: [UInt8], _ parts: [Range<Int>], _ end: Int, _ isRound: (open: Bool, close: Bool), isUnion: Bool
    ) -> [AnswerChange] {
        let texts = parts.map { trimmed(core, $0) }
        guard texts[0] != texts[1] else { return [] }
        var changes: [AnswerChange] = []
        for (index, place) in [0, end - 1].enumerated() {
            let text = String(decoding: texts[index], as: UTF8.self)
            guard !text.contains("infty"), !text.contains("∞"), !text.isEmpty else { continue }
            // In a union, an end that another part has too may be closed from there.
            if isUnion, count(texts[index], in: core) > 1 { continue }
            let isRoundHere = index == 0 ? isRound.open : isRound.close
            let sign = index == 0 ? (isRoundHere ? "[" : "(") : (isRoundHere ? "]" : ")")
            changes.append(AnswerChange(kind: .bracket, text: Edit.replace(core, place..<place + 1, Array(sign.utf8))))
        }
        return changes
    }

    private static func tuple(_ core: [UInt8], _ parts: [Range<Int>]) -> [AnswerChange] {
        guard let a = number(core, parts[0]), let b = number(core, parts[1]), a != b else { return [] }
        var texts = parts.map { trimmed(core, $0) }
        texts.swapAt(0, 1)
        return [AnswerChange(kind: .order, text: "(\(joined(texts)))")]
    }

    // MARK: Sets and lists

    private static func set(_ core: [UInt8]) -> [AnswerChange]? {
        guard core.count > 4, core.suffix(2).elementsEqual("\\}".utf8) else { return [] }
        guard let parts = entries(core, in: 2..<core.count - 2) else { return [] }
        return collection(core, parts, "\\{", "\\}")
    }

    private static func list(_ core: [UInt8]) -> [AnswerChange]? {
        guard let parts = entries(core, in: 0..<core.count), parts.count >= 2 else { return nil }
        // Without a blank behind it, a comma may part thousands or decimals.
        guard parts.dropFirst().allSatisfy({ core[$0].first == 0x20 }) else { return [] }
        return collection(core, parts, "", "")
    }

    private static func collection(
        _ core: [UInt8], _ parts: [Range<Int>], _ open: String, _ close: String
    ) -> [AnswerChange] {
        let values = parts.compactMap { number(core, $0) }
        // Only numbers are certain to differ where their texts do.
        guard values.count == parts.count, Set(values).count == values.count, let largest = values.max() else {
            return []
        }
        let texts = parts.map { trimmed(core, $0) }
        var changes = digitChange(core, parts[0])
        if largest < 1e9 {
            let more = Array(String(Int(largest.rounded(.up)) + 1).utf8)
            changes.append(AnswerChange(kind: .elementAdded, text: open + joined(texts + [more]) + close))
        }
        if texts.count >= 2 {
            changes.append(AnswerChange(kind: .elementDropped, text: open + joined(Array(texts.dropLast())) + close))
        }
        return changes
    }

    private static func joined(_ texts: [[UInt8]]) -> String {
        texts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
    }

    // MARK: Matrices

    private static func matrix(_ core: [UInt8]) -> [AnswerChange]? {
        guard core.starts(with: "\\begin{".utf8), let open = core.firstIndex(of: UInt8(ascii: "}")),
            let close = firstIndex(of: "\\end{", in: core), open < close
        else { return nil }
        let name = String(decoding: core[7..<open], as: UTF8.self)
        guard name.hasSuffix("matrix") else { return [] }
        var end = open + 1
        while end < close, core[end] != UInt8(ascii: "&"), core[end] != UInt8(ascii: "\\") { end += 1 }
        return digitChange(core, open + 1..<end)
    }

    private static func firstIndex(of word: String, in core: [UInt8]) -> Int? {
        let word = Array(word.utf8)
        guard core.count >= word.count else { return nil }
        return (0...core.count - word.count).first { core[$0..<$0 + word.count].elementsEqual(word) }
    }

    private static func count(_ word: [UInt8], in core: [UInt8]) -> Int {
        guard !word.isEmpty, core.count >= word.count else { return 0 }
        return (0...core.count - word.count).count { core[$0..<$0 + word.count].elementsEqual(word) }
    }
}
