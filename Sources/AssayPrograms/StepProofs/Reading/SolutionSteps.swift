// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

/// Splits a solution to steps: lines, numbered items, and sentences outside of mathematics.
///
/// An equation that stands alone
/// belongs to the sentence that introduces it.
enum SolutionSteps {
    /// The byte ranges of the steps, in order; what is between code fences is left out.
    static func ranges(_ bytes: [UInt8]) -> [Range<Int>] {
        let text = AnswerText(bytes)
        let spans = MathSpans.all(in: 0..<bytes.count, of: text)
        var steps: [Range<Int>] = []
        var start = 0
        var index = 0
        var next = 0
        var isFence = false
        func isBlank(_ range: Range<Int>) -> Bool { text.trim(range).isEmpty }
        func close(_ end: Int) {
            let range = text.trim(start..<end)
            if !range.isEmpty {
                if let last = steps.last, joins(last, range, text, spans) {
                    steps[steps.count - 1] = last.lowerBound..<range.upperBound
                } else {
                    steps.append(range)
                }
            }
            start = end
        }
        while index < bytes.count {
            if next < spans.count, index >= spans[next].full.lowerBound {
                // Within mathematics nothing ends.
                index = max(index + 1, spans[next].full.upperBound)
                next += 1
                continue
            }
            let byte = bytes[index]
            if byte == 0x0A {
                if !isFence { close(index) } else { start = index }
                let line = text.trim(index + 1..<text.lineEnd(from: index + 1, limit: bytes.count))
                if text.matches("```", at: line.lowerBound) {
                    isFence.toggle()
                    index = line.upperBound
                    start = index
                    continue
                }
            } else if index == 0, text.matches("```", at: 0) {
                isFence = true
                index = text.lineEnd(from: 0, limit: bytes.count)
                start = index
                continue
            } else if !isFence, endsSentence(index, text, from: start) {
                close(index + 1)
            }
            index += 1
            while next < spans.count, spans[next].full.lowerBound < index { next += 1 }
        }
        if !isFence { close(bytes.count) }
        return steps
    }

    /// Whether a step is the equation that the one before introduces.
    private static func joins(
        _ last: Range<Int>, _ range: Range<Int>, _ text: AnswerText, _ spans: [MathSpan]
    ) -> Bool {
        let end = text[last.upperBound - 1]
        guard end != UInt8(ascii: "."), end != UInt8(ascii: "?"), end != UInt8(ascii: "!") else { return false }
        let isDisplay =
            text.matches("\\[", at: range.lowerBound) || text.matches("$$", at: range.lowerBound)
            || text.matches("\\begin{", at: range.lowerBound)
        return isDisplay && !(end == UInt8(ascii: "]") || end == UInt8(ascii: "$") || end == UInt8(ascii: "}"))
    }

    private static func endsSentence(_ index: Int, _ text: AnswerText, from start: Int) -> Bool {
        let byte = text[index]
        guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") else { return false }
        guard AnswerText.isSpace(text[index + 1]) || index + 1 >= text.count else { return false }
        if byte == UInt8(ascii: "!"), !AnswerText.isLetter(text[index - 1]) { return false }
        guard byte == UInt8(ascii: ".") else { return true }
        // The number of an item, an abbreviation, an initial.
        var cursor = index - 1
        while cursor >= start, AnswerText.isAlphanumeric(text[cursor]) { cursor -= 1 }
        let word = text.string(cursor + 1..<index)
        if text.trim(start..<cursor + 1).isEmpty, word.utf8.count <= 3 { return false }
        if ["Mr", "Mrs", "Ms", "Dr", "St", "vs", "etc", "eg", "ie", "Fig", "Eq", "No", "approx"].contains(word) {
            return false
        }
        if text[cursor] == UInt8(ascii: "."), word.utf8.count == 1, AnswerText.isLetter(text[index - 1]) {
            return false
        }
        return true
    }

    /// Behind a bullet or the number of an item: `1.`, `(2)`, `Step 3:`, `-`.
    static func content(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
        let text = AnswerText(bytes)
        var cursor = range.lowerBound
        for _ in 0..<3 {
            while cursor < range.upperBound, AnswerText.isSpace(text[cursor]) { cursor += 1 }
            let byte = text[cursor]
            if [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: ">")].contains(
                byte)
            {
                var end = cursor
                while text[end] == byte { end += 1 }
                guard AnswerText.isSpace(text[end]) else { break }
                cursor = end
                continue
            }
            var end = cursor
            while text[end] == UInt8(ascii: "*") { end += 1 }
            if text.matches("step", at: end) { end += 4 }
            while text[end] == 0x20 { end += 1 }
            if text[end] == UInt8(ascii: "(") { end += 1 }
            let digits = end
            while AnswerText.isDigit(text[end]), end - digits < 4 { end += 1 }
            guard end > digits else { break }
            let mark = text[end]
            let isItem =
                mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
                || (mark == UInt8(ascii: ":") && digits > cursor + 3)
            guard isItem, AnswerText.isSpace(text[end + 1]) || text[end + 1] == UInt8(ascii: "*") else { break }
            cursor = end + 1
            while text[cursor] == UInt8(ascii: "*") || text[cursor] == UInt8(ascii: ":") { cursor += 1 }
        }
        return min(cursor, range.upperBound)..<range.upperBound
    }
}
