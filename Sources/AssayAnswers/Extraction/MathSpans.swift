// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A part of a text between math delimiters.
package struct MathSpan: Sendable, Hashable {
    package enum Kind: Sendable { case inline, display, environment }

    package var kind: Kind
    /// With its delimiters.
    package var full: Range<Int>
    /// Between its delimiters; an environment's content is all of it.
    package var content: Range<Int>
}

/// Finds `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and `\begin{…}…\end{…}`.
///
/// A single dollar sign opens a span only where the next one can close it: on the same paragraph, with space inside on both
/// sides or on none, and not with a digit behind it and prose between. Everything else is a currency sign.
package enum MathSpans {
    /// Closers that were looked for in vain: no opener of the kind is looked at again.
    package struct Failures: Sendable {
        fileprivate var kinds: Set<UInt8> = []
        package init() {}
    }

    /// Whether an odd number of backslashes stands before `index`.
    package static func isEscaped(_ index: Int, in text: AnswerText) -> Bool {
        guard text[index - 1] == UInt8(ascii: "\\") else { return false }
        var count = 0
        while count < 64, text[index - 1 - count] == UInt8(ascii: "\\") { count += 1 }
        return count % 2 == 1
    }

    /// The span that opens at `index`.
    package static func span(at index: Int, limit: Int, in text: AnswerText) -> MathSpan? {
        var failures = Failures()
        return span(at: index, limit: limit, in: text, failures: &failures)
    }

    /// The span that opens at `index`, with what earlier openers could not find.
    package static func span(
        at index: Int, limit: Int, in text: AnswerText, failures: inout Failures
    ) -> MathSpan? {
        switch text[index] {
        case UInt8(ascii: "$"):
            return text[index + 1] == UInt8(ascii: "$") && index + 1 < limit
                ? doubleDollar(at: index, limit: limit, in: text, failures: &failures)
                : singleDollar(at: index, limit: limit, in: text)
        case UInt8(ascii: "\\"):
            switch text[index + 1] {
            case UInt8(ascii: "("):
                return delimited(at: index, by: UInt8(ascii: ")"), .inline, limit: limit, in: text, failures: &failures)
            case UInt8(ascii: "["):
                return delimited(
                    at: index, by: UInt8(ascii: "]"), .display, limit: limit, in: text, failures: &failures)
            case UInt8(ascii: "b"): return environment(at: index, limit: limit, in: text, failures: &failures)
            default: return nil
            }
        default: return nil
        }
    }

    /// All spans in `range`, in order; none inside of another.
    package static func all(in range: Range<Int>, of text: AnswerText) -> [MathSpan] {
        var spans: [MathSpan] = []
        var failures = Failures()
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text[index]
            if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "\\") {
                if let span = span(at: index, limit: range.upperBound, in: text, failures: &failures) {
                    spans.append(span)
                    index = span.full.upperBound
                    continue
                }
                // A backslash escapes what follows; of `$$` without a closer, both signs are passed.
                if text[index + 1] == UInt8(ascii: "\\") || text[index + 1] == UInt8(ascii: "$") { index += 1 }
            }
            index += 1
        }
        return spans
    }

    // MARK: Kinds

    private static func delimited(
        at index: Int, by closer: UInt8, _ kind: MathSpan.Kind, limit: Int, in text: AnswerText,
        failures: inout Failures
    ) -> MathSpan? {
        guard !failures.kinds.contains(closer) else { return nil }
        var cursor = index + 2
        while cursor + 1 < limit {
            if text[cursor] == UInt8(ascii: "\\") {
                if text[cursor + 1] == closer {
                    return MathSpan(kind: kind, full: index..<(cursor + 2), content: (index + 2)..<cursor)
                }
                cursor += 1
            }
            cursor += 1
        }
        failures.kinds.insert(closer)
        return nil
    }

    private static func doubleDollar(
        at index: Int, limit: Int, in text: AnswerText, failures: inout Failures
    ) -> MathSpan? {
        guard !failures.kinds.contains(UInt8(ascii: "$")) else { return nil }
        var cursor = index + 2
        while cursor + 1 < limit {
            if text[cursor] == UInt8(ascii: "$"), text[cursor + 1] == UInt8(ascii: "$") {
                return MathSpan(kind: .display, full: index..<(cursor + 2), content: (index + 2)..<cursor)
            }
            cursor += text[cursor] == UInt8(ascii: "\\") ? 2 : 1
        }
        failures.kinds.insert(UInt8(ascii: "$"))
        return nil
    }

    private static func singleDollar(at index: Int, limit: Int, in text: AnswerText) -> MathSpan? {
        var cursor = index + 1
        while cursor < limit, text[cursor] != UInt8(ascii: "$") {
            if text[cursor] == 0x0A, text[cursor + 1] == 0x0A { return nil }
            cursor += text[cursor] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard cursor < limit, text[cursor] == UInt8(ascii: "$") else { return nil }
        let content = (index + 1)..<cursor
        let isSpacedAfterOpener = AnswerText.isSpace(text[index + 1])
        let isSpacedBeforeCloser = AnswerText.isSpace(text[cursor - 1])
        guard !text.trim(content).isEmpty else { return nil }
        // "How many $? About 5$": what begins with the end of a sentence is none.
        if [UInt8(ascii: "?"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ".")].contains(
            text[index + 1]), AnswerText.isSpace(text[index + 2]), index + 2 < cursor
        {
            return nil
        }
        if AnswerText.isDigit(text[cursor + 1]), cursor + 1 < limit,
            isSpacedBeforeCloser || Prose.wordCount(in: content, of: text, stopAt: 1) >= 1
        {
            return nil
        }
        if isSpacedBeforeCloser != isSpacedAfterOpener, Prose.wordCount(in: content, of: text, stopAt: 1) >= 1 {
            return nil
        }
        if Prose.wordCount(in: content, of: text, stopAt: 3) >= 3 { return nil }
        return MathSpan(kind: .inline, full: index..<(cursor + 1), content: content)
    }

    private static func environment(
        at index: Int, limit: Int, in text: AnswerText, failures: inout Failures
    ) -> MathSpan? {
        let marker = UInt8(ascii: "e")
        guard !failures.kinds.contains(marker), text.matches("\\begin{", at: index) else { return nil }
        let nameStart = index + 7
        var nameEnd = nameStart
        while nameEnd < limit, nameEnd - nameStart < 32, text[nameEnd] != UInt8(ascii: "}") { nameEnd += 1 }
        guard text[nameEnd] == UInt8(ascii: "}") else { return nil }
        let name = text.bytes[nameStart..<nameEnd]
        var cursor = nameEnd
        while cursor < limit {
            if text[cursor] == UInt8(ascii: "\\") {
                if text.matches("\\end{", at: cursor), cursor + 5 + name.count < limit,
                    text.bytes[(cursor + 5)...].starts(with: name),
                    text[cursor + 5 + name.count] == UInt8(ascii: "}")
                {
                    let full = index..<(cursor + 6 + name.count)
                    return MathSpan(kind: .environment, full: full, content: full)
                }
                cursor += 1
            }
            cursor += 1
        }
        failures.kinds.insert(marker)
        return nil
    }
}
