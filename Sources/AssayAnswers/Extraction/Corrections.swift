// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Finds the value of an answer that was taken back: "no, wait, it is 12", "Correction: 12".
struct Corrections {
    let text: AnswerText
    let expected: ExpectedAnswer

    /// How far behind an answer a correction is looked for.
    private static let reach = 2000

    private static let turns: [StaticString] = [
        "wait", "actually", "correction", "scratch that", "oops", "i mean", "sorry", "i made a mistake",
        "let me correct",
    ]
    /// Words that may stand between the turn and the value.
    private static let connectors: [StaticString] = [
        "no", "it is", "it's", "that is", "that's", "the answer is", "the answer should be", "it should be",
        "should be", "must be", "it must be", "this is", "this should be", "i mean", "make that", "i meant", "wait",
        "actually", "rather", "it", "that", "is", "be", "the correct answer is", "sorry", "the", "answer", "option",
        "wrong", "not right", "incorrect", "not correct", "i", "made", "a", "an", "mistake", "error", "let me correct",
        "i made a mistake", "so", "correct", "final",
    ]

    /// The value that replaces the one that ended at `end`.
    func value(after end: Int, limit: Int) -> FoundValue? {
        switch expected.kind {
        case .number, .choice, .any, .expression: break
        default: return nil
        }
        guard limit - end > 4 else { return nil }
        let range = end..<min(limit, end + Self.reach)
        var found: FoundValue?
        var index = range.lowerBound
        while index < range.upperBound {
            if AnswerText.isLetter(text[index]), !AnswerText.isLetter(text[index - 1]),
                let width = text.firstWord(of: Self.turns, at: index)
            {
                if let value = value(at: index + width, limit: range.upperBound) { found = value }
                index += width
            } else {
                index += 1
            }
        }
        return found
    }

    private func value(at start: Int, limit: Int) -> FoundValue? {
        var cursor = start
        loop: while cursor < limit {
            switch text[cursor] {
            case 0x20, UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "*"),
                UInt8(ascii: ";"):
                cursor += 1
            case 0xE2 where text[cursor + 1] == 0x80: cursor += 3
            default:
                guard
                    let width = Self.connectors.filter({ text.matchesWord($0, at: cursor) })
                        .map(\.utf8CodeUnitCount).max()
                else { break loop }
                cursor += width
            }
        }
        // A word may reach beyond the limit.
        guard cursor < limit else { return nil }
        let clause = text.trim(cursor..<Clause.end(from: cursor, limit: limit, in: text))
        guard !clause.isEmpty, let value = ValueReader(text, expected: expected).value(in: clause), value.isDirect,
            value.isPlausible, value.span.lowerBound - clause.lowerBound <= 2
        else { return nil }
        // Mathematics or an option, and not "let me check".
        return Prose.wordCount(in: value.span, of: text, stopAt: 3) >= 2 ? nil : value
    }
}
