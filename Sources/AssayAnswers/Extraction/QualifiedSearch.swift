// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Takes the words around an answer that was found into account.
///
/// What denies it leads to the answer that is given in its place ("not 10 but 12"); what calculates with it is written out;
/// for all else the answer keeps a note.
struct QualifiedSearch {
    let text: AnswerText
    /// What is searched.
    let range: Range<Int>
    let expected: ExpectedAnswer

    func qualified(_ found: FoundAnswer, isSecond: Bool = false) -> FoundAnswer {
        switch expected.kind {
        case .number, .expression, .any: break
        case .list, .relation, .choice, .text, .boolean: return found
        }
        guard found.text == nil, found.rule != .codeOutput, !found.value.isHedged else { return found }
        let isCommitted =
            switch found.rule {
            case .tag, .anchor, .hashes, .whole: true
            default: false
            }
        let span = found.value.span
        var words = Qualifiers(text: text, range: range, isCommitted: isCommitted)
        words.isSingleDue = expected.kind == .number || expected.kind == .expression && !expected.isRange
        var qualification = words.reading(of: span)
        var found = found
        if qualification.qualifier == .denied, !isSecond, let other = other(than: qualification, in: found) {
            return qualified(other, isSecond: true)
        }
        // An expression may hold words of its own: only what stands around it counts.
        if expected.kind != .number, qualification.core != span { qualification.rewritten = nil }
        found.value.qualifier = qualification.qualifier
        if let rewritten = qualification.rewritten, qualification.qualifier == nil {
            let unit = unit(behind: qualification.core, in: span)
            found.text = rewritten + unit
        }
        return found
    }

    /// The unit that the span has behind its number, where it is one.
    private func unit(behind core: Range<Int>, in span: Range<Int>) -> String {
        guard core.upperBound < span.upperBound else { return "" }
        let rest = text.trim(core.upperBound..<span.upperBound)
        let isSign = [0x25, 0x24].contains(text[rest.lowerBound]) || text[rest.lowerBound] >= 0x80
        guard isSign, rest.count <= 3 else { return "" }
        return text.string(rest)
    }

    /// The answer given in place of one that is denied: behind it ("not 10 but 12"), or before it ("12, not 10").
    private func other(than denied: Qualification, in found: FoundAnswer) -> FoundAnswer? {
        let reader = ValueReader(text, expected: expected)
        let words = Qualifiers(text: text, range: range, isCommitted: true)
        for end in [denied.core.upperBound, max(denied.core.upperBound, found.value.span.upperBound)] {
            var cursor = words.skip(end)
            while [0x2C, 0x3B, 0x2E].contains(text[cursor]), cursor < range.upperBound {
                cursor = words.skip(cursor + 1)
            }
            let contrast =
                text.firstWord(of: QualifierWords.contrasts, at: cursor)
                ?? QualifierWords.wideContrasts.first { text.matches($0, at: cursor) }?.utf8CodeUnitCount
            if let contrast, let value = reader.value(at: cursor + contrast, limit: range.upperBound),
                value.isPlausible,
                value.span.lowerBound - cursor <= 40
            {
                return FoundAnswer(found.rule, value)
            }
        }
        guard let denial = denied.denial else { return nil }
        // What the same sentence commits to before it.
        var begin = denial
        while begin > range.lowerBound, denial - begin < 200 {
            let byte = text[begin - 1]
            if byte == 0x0A || byte == UInt8(ascii: ".") && AnswerText.isSpace(text[begin]) { break }
            begin -= 1
        }
        let search = CommittedSearch(
            text: text, range: begin..<text.trim(begin..<denial).upperBound, expected: expected, extract: .anchor)
        if let before = search.answer(), before.value.isPlausible, !before.value.isHedged { return before }
        // "42, not 43"
        guard expected.kind == .number, let number = NumberScanner.all(in: begin..<denial, of: text, limit: 16).last,
            text.bytes[number] != text.bytes[denied.core],
            (number.upperBound..<denial).allSatisfy({ [0x20, 0x2C, 0x28, 0x24, 0x2A].contains(text[$0]) })
        else { return nil }
        return FoundAnswer(found.rule, FoundValue(span: number, isDirect: false, isPlausible: true))
    }
}
