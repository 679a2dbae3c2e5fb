// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A box with its content.
package struct Box: Sendable, Hashable {
    /// From the backslash to after the closing brace.
    package var full: Range<Int>
    package var content: Range<Int>
}

/// Reads the boxes of a text from the last to the first, each byte once for each level of nesting that is balanced.
package struct BoxReader {
    private let text: AnswerText
    private let limit: Int
    /// Boxes read so far, each before the one ahead of it; without an end where it never closes.
    private var seen: [(start: Int, end: Int?)] = []
    /// Whether a box was found that never closes.
    package private(set) var hasOpenBox = false

    package init(_ text: AnswerText, limit: Int) {
        self.text = text
        self.limit = limit
    }

    /// The box of a commitment; nil where it never closes or has nothing to read.
    package mutating func box(of commitment: Commitment) -> Box? {
        var open = commitment.valueStart
        while open < limit, AnswerText.isSpace(text[open]) { open += 1 }
        guard open < limit else {
            remember(commitment.start, end: commitment.valueStart)
            return nil
        }
        guard text[open] == UInt8(ascii: "{") else {
            let end = token(at: open)
            remember(commitment.start, end: end)
            return end > open ? Box(full: commitment.start..<end, content: open..<end) : nil
        }
        guard let end = close(of: open) else {
            remember(commitment.start, end: nil)
            hasOpenBox = true
            return nil
        }
        remember(commitment.start, end: end)
        return Box(full: commitment.start..<end, content: (open + 1)..<(end - 1))
    }

    /// Keeps a box for those before it; the ones inside of it are passed with it from now on.
    private mutating func remember(_ start: Int, end: Int?) {
        if let end {
            while let last = seen.last, last.start < end { seen.removeLast() }
        }
        seen.append((start, end))
    }

    /// The place after the brace that closes the one at `open`; later boxes are passed as a whole.
    private func close(of open: Int) -> Int? {
        var depth = 0
        var cursor = open
        var next = seen.count - 1
        while cursor < limit {
            while next >= 0, seen[next].start < cursor { next -= 1 }
            if next >= 0, seen[next].start == cursor {
                guard let end = seen[next].end else { return nil }
                cursor = max(end, cursor + 1)
                continue
            }
            switch text[cursor] {
            case UInt8(ascii: "\\"): cursor += 1
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return cursor + 1 }
            default: break
            }
            cursor += 1
        }
        return nil
    }

    /// The end of what `\boxed` without braces takes: a number, a word, a command with its groups.
    private func token(at start: Int) -> Int {
        var end = start
        if text[end] == UInt8(ascii: "\\") {
            end += 1
            while end < limit, AnswerText.isLetter(text[end]) { end += 1 }
            while end < limit, text[end] == UInt8(ascii: "{"),
                let close = Braces.end(ofGroupAt: end, limit: min(limit, end + 1024), in: text)
            {
                end = close
            }
            return end > start + 1 ? end : start
        }
        if text[end] == UInt8(ascii: "(") || text[end] == UInt8(ascii: "[") { end += 1 }
        while end < limit {
            let byte = text[end]
            guard
                AnswerText.isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte >= 0x80
                    || (byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "/"))
                        && AnswerText.isDigit(text[end + 1])
            else {
                break
            }
            end += 1
        }
        return min(end, limit)
    }
}
