// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The words that announce an answer, in English, Chinese, Japanese, Korean, French, Spanish, Portuguese, Italian, German
/// and Russian.
package enum AnchorWords {
    /// The noun for "answer" that has the byte at `index`: where it begins and ends, and whether "final" stands before it.
    static func match(
        around index: Int, byte: UInt8, in text: AnswerText, from low: Int
    ) -> (start: Int, end: Int, isFinal: Bool)? {
        func noun(_ word: StaticString, _ offset: Int) -> (Int, Int)? {
            let start = index - offset
            guard start >= low, text.matches(word, at: start), !AnswerText.isLetter(text[start - 1]) else { return nil }
            let end = start + word.utf8CodeUnitCount
            return AnswerText.isLetter(text[end]) && text[end] != UInt8(ascii: "s") ? nil : (start, end)
        }
        let found: (Int, Int)?
        switch byte {
        case UInt8(ascii: "w"), UInt8(ascii: "W"): found = noun("answer", 3) ?? noun("antwort", 3)
        case UInt8(ascii: "p"), UInt8(ascii: "P"):
            found = noun("respuesta", 3) ?? noun("resposta", 3) ?? noun("risposta", 3)
        case UInt8(ascii: "E"): found = noun("ergebnis", 0)
        case 0xC3: found = noun("réponse", 1) ?? noun("rÉponse", 1)
        case 0xB2: found = russian(at: index - 5, in: text)
        case 0xE7: found = chinese(at: index, in: text)
        case 0xEB: found = korean(at: index, in: text)
        default: found = nil
        }
        guard let (start, end) = found, !isAboutAnother(start, in: text), !isUnknown(start, in: text) else {
            return nil
        }
        let isFinal = isFinalBefore(start, in: text) || isFinalAfter(end, in: text)
        return (start, end, isFinal)
    }

    // MARK: Nouns

    /// The Russian noun.
    private static func russian(at start: Int, in text: AnswerText) -> (Int, Int)? {
        text.matches("ответ", at: start) || text.matches("Ответ", at: start) ? (start, start + 10) : nil
    }

    /// 答案, 答えは, 答：, 解答：.
    private static func chinese(at start: Int, in text: AnswerText) -> (Int, Int)? {
        guard text.matches("答", at: start) else { return nil }
        if text.matches("答案", at: start) { return (start, start + 6) }
        if text.matches("答え", at: start) { return (start, start + 6) }
        if text.matches("答：", at: start) || text.matches("答:", at: start) { return (start, start + 3) }
        if text.matches("解答", at: start - 3), text.matches("：", at: start + 3) || text[start + 3] == UInt8(ascii: ":") {
            return (start - 3, start + 3)
        }
        return nil
    }

    /// 답은, 답:, 정답은.
    private static func korean(at start: Int, in text: AnswerText) -> (Int, Int)? {
        guard text.matches("답", at: start) else { return nil }
        let end = start + 3
        let isAnchor =
            text.matches("은", at: end) || text[end] == UInt8(ascii: ":") || text.matches("：", at: end)
            || text.matches("이", at: end)
        return isAnchor ? (start, end) : nil
    }

    // MARK: Around the noun

    private static let finals: [StaticString] = ["final", "最终", "最後の", "最终的", "최종", "finale", "итоговый"]

    private static func isFinalBefore(_ start: Int, in text: AnswerText) -> Bool {
        var end = start
        while text[end - 1] == 0x20 || text[end - 1] == UInt8(ascii: "*") || text[end - 1] == UInt8(ascii: "_") {
            end -= 1
        }
        return finals.contains { text.matches($0, at: end - $0.utf8CodeUnitCount) }
    }

    /// "respuesta final", "réponse finale".
    private static func isFinalAfter(_ end: Int, in text: AnswerText) -> Bool { text.matches(" final", at: end) }

    /// Whether 不知道 or the like says that there is no answer: 我不清楚答案是什么.
    private static func isUnknown(_ start: Int, in text: AnswerText) -> Bool {
        (["不知道", "不清楚", "不确定", "没有", "无法确定", "无法给出"] as [StaticString]).contains {
            text.matches($0, at: start - $0.utf8CodeUnitCount)
        }
    }

    /// "this answer is correct", "the reference answer is", "an answer is".
    private static func isAboutAnother(_ start: Int, in text: AnswerText) -> Bool {
        guard text[start - 1] == 0x20 else { return false }
        for word in [
            "this", "that", "an", "your", "their", "his", "her", "no", "reference", "gold", "golden", "truth", "any",
            "can", "could", "will", "must", "can't", "can’t", "cannot", "won't", "couldn't", "would", "shall", "please",
            "help", "expected", "student's", "model's", "each", "every", "which",
            "whose", "possible", "wrong", "incorrect",
            "to",
        ] as [StaticString] where text.matchesWord(word, at: start - 1 - word.utf8CodeUnitCount) {
            return true
        }
        return false
    }

    /// Words between the noun and its value that say that the value follows.
    private static let verbs: [StaticString] = [
        "is", "are", "was", "would be", "will be", "should be", "must be", "could be", "can be", "may be", "might be",
        "comes out to", "turns out to be", "becomes", "equals", "=", "est", "es", "é", "è", "lautet", "ist", "beträgt",
        "sono", "son", "são", "sind",
    ]
    /// The same in scripts without spaces.
    private static let particles: [StaticString] = [
        "是", "为", "為", "：", "は", "은", "이", "应该是", "应为", "等于", "—", "–", "равен", "равно",
    ]

    /// Where the value begins that belongs to the noun ending at `end`; nil where nothing says that there is one.
    static func valueStart(
        after end: Int, anchor: Int, limit: Int, range: Range<Int>, in text: AnswerText
    ) -> Int? {
        var cursor = end
        if text[cursor] | 0x20 == UInt8(ascii: "s") { cursor += 1 }
        cursor = skipMarkup(cursor, limit: limit, in: text)
        if isMark(text[cursor]) { return cursor + 1 }
        if let width = particles.first(where: { text.matches($0, at: cursor) })?.utf8CodeUnitCount {
            return cursor + width
        }
        let isLineStart = text.beginsLine(anchorLine(anchor, in: text), from: range.lowerBound)
        // "Answer $x = 5$": the equals sign belongs to the value.
        if isLineStart, cursor <= end + 8, MathSpans.span(at: cursor, limit: limit, in: text) != nil { return cursor }
        // "is", at once or after "to this question", "for the number of apples".
        let reach = min(limit, cursor + 160)
        var index = cursor
        var words = 0
        while index < reach, words < 24 {
            if let width = text.firstWord(of: verbs, at: index) {
                let value = index + width
                return text.matches(":", at: value) ? value + 1 : value
            }
            let byte = text[index]
            if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "\\"),
                let span = MathSpans.span(at: index, limit: reach, in: text)
            {
                index = span.full.upperBound
                continue
            }
            if byte == 0x0A || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") { break }
            if byte == UInt8(ascii: "."), AnswerText.isSpace(text[index + 1]) || index + 1 >= limit { break }
            if byte == UInt8(ascii: ":"), words < 6 { return index + 1 }
            if byte == 0x20 { words += 1 }
            // On to the next word.
            index += 1
            while index < reach, AnswerText.isLetter(text[index]), AnswerText.isLetter(text[index - 1]) { index += 1 }
        }
        // "Answer 9", "Final answer\n9": at the beginning of a line.
        return isLineStart && cursor <= end + 8 ? cursor : nil
    }

    /// Where the anchor begins with "the", "final", "correct", "my" before it.
    private static func anchorLine(_ start: Int, in text: AnswerText) -> Int {
        var start = start
        loop: while true {
            for word in ["final", "the", "correct", "my", "so", "option"] as [StaticString] {
                let length = word.utf8CodeUnitCount
                if text[start - 1] == 0x20, text.matchesWord(word, at: start - 1 - length) {
                    start -= length + 1
                    continue loop
                }
            }
            return start
        }
    }

    private static func isMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") }

    /// The place after spaces and emphasis.
    static func skipMarkup(_ index: Int, limit: Int, in text: AnswerText) -> Int {
        var cursor = index
        while cursor < limit {
            let byte = text[cursor]
            guard
                byte == 0x20 || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "\"")
                    || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") || byte == 0x09
            else { break }
            cursor += 1
        }
        return cursor
    }
}
