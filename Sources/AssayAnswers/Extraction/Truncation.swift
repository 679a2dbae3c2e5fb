// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// Tells a response that was cut off from one that ends, by its text alone.
enum Truncation {
    /// How many words a text without a full stop has at least to be a sentence that was cut off.
    private static let shortestSentence = 8
    /// The longest text that may be a bare answer.
    private static let longestBare = 120
    /// The longest list without words that may be one.
    private static let longestList = 1 << 14

    /// How one sees it; nil where the response may be complete.
    static func find(in range: Range<Int>, of text: AnswerText, extraction: ExtractionResult) -> String? {
        guard !range.isEmpty else { return nil }
        if let open = openConstruct(in: range, of: text) { return "\(open) never closes" }
        if endsWithListNumber(range, in: text) { return "it ends with the number of a list item" }
        if isBare(range, of: text, extraction: extraction) { return nil }
        let last = text[range.upperBound - 1]
        if isTerminal(last, before: range.upperBound, of: text) { return nil }
        if endsWithOption(range, in: text, extraction: extraction) { return nil }
        if AnswerText.isDigit(last), endsWithResult(range, in: text) { return nil }
        return "it ends inside a sentence without an answer"
    }

    /// What makes it likely that a response without a right answer was cut off, though it may be complete.
    static func suspicion(in range: Range<Int>, of text: AnswerText) -> String? {
        guard range.count > longestBare else { return nil }
        var end = range.upperBound
        while end > range.lowerBound, [0x2A, 0x5F, 0x20].contains(text[end - 1]) { end -= 1 }
        if text[end - 1] == UInt8(ascii: ":") || text[end - 1] == UInt8(ascii: ",") {
            return "it ends with what announces more"
        }
        var start = range.upperBound
        while start > range.lowerBound, text[start - 1] != 0x0A { start -= 1 }
        let line = start..<range.upperBound
        if text[line.upperBound - 1] == UInt8(ascii: "$"), text[line.upperBound - 2] == 0x20,
            !line.contains(where: { text[$0] == UInt8(ascii: "$") && text[$0 + 1] == 0x20 })
        {
            return "it ends with the beginning of a formula"
        }
        // All other lines end with a full stop, this one with a digit.
        guard AnswerText.isDigit(text[line.upperBound - 1]), Prose.wordCount(in: line, of: text, stopAt: 3) >= 3,
            start > range.lowerBound
        else { return nil }
        var cursor = start - 1
        while cursor > range.lowerBound {
            var first = cursor
            while first > range.lowerBound, text[first - 1] != 0x0A { first -= 1 }
            let other = text.trim(first..<cursor)
            if !other.isEmpty, ![0x2E, 0x21, 0x3F, 0x3A].contains(text[other.upperBound - 1]) { return nil }
            cursor = first - 1
        }
        return "its last line has no end"
    }

    // MARK: Open constructs

    private static func openConstruct(in range: Range<Int>, of text: AnswerText) -> String? {
        if hasOpenFence(range, in: text) { return "a code block" }
        var scanner = CommitmentScanner(text, in: range)
        var boxes = BoxReader(text, limit: range.upperBound)
        while let commitment = scanner.next() {
            guard commitment.kind == .box else { continue }
            _ = boxes.box(of: commitment)
            return boxes.hasOpenBox ? "a box" : nil
        }
        let tail = max(range.lowerBound, range.upperBound - 4096)..<range.upperBound
        if let open = lastOpener(in: tail, of: text) { return open }
        return nil
    }

    private static func hasOpenFence(_ range: Range<Int>, in text: AnswerText) -> Bool {
        var isOpen = false
        var index = range.lowerBound
        while index < range.upperBound {
            if text[index] == UInt8(ascii: "`") {
                if text[index + 1] == UInt8(ascii: "`"), text[index + 2] == UInt8(ascii: "`") {
                    isOpen.toggle()
                    index += 2
                    while text[index + 1] == UInt8(ascii: "`") { index += 1 }
                }
            }
            index += 1
        }
        return isOpen
    }

    /// A math environment or display that begins in `range` and does not end in it.
    private static func lastOpener(in range: Range<Int>, of text: AnswerText) -> String? {
        var index = range.upperBound - 2
        while index >= range.lowerBound {
            if text[index] == UInt8(ascii: "\\"), !MathSpans.isEscaped(index, in: text) {
                switch text[index + 1] {
                case UInt8(ascii: "]"), UInt8(ascii: ")"): return nil
                case UInt8(ascii: "["): return "a formula"
                case UInt8(ascii: "("): return "a formula"
                case UInt8(ascii: "e") where text.matches("\\end{", at: index): return nil
                case UInt8(ascii: "b") where text.matches("\\begin{", at: index): return "a formula"
                default: break
                }
            }
            index -= 1
        }
        return nil
    }

    // MARK: The end

    /// Whether the response may be nothing but an answer, which needs no full stop.
    private static func isBare(_ range: Range<Int>, of text: AnswerText, extraction: ExtractionResult) -> Bool {
        guard range.count <= longestBare else {
            return extraction.answer?.rule == .whole && !range.contains { AnswerText.isSpace(text[$0]) }
                || isList(range, of: text)
        }
        var words = 0
        var spaces = 0
        var isInWord = false
        for index in range {
            let isSpace = AnswerText.isSpace(text[index])
            if isSpace { spaces += 1 }
            if !isSpace, !isInWord { words += 1 }
            isInWord = !isSpace
        }
        if words < shortestSentence { return true }
        // A long phrase is an answer where words or an option are due, or where it ends with a value.
        switch extraction.expected.kind {
        case .text, .boolean: return words < 2 * shortestSentence
        case .choice: return extraction.answer.map { $0.span.lowerBound <= range.lowerBound + 1 } ?? false
        default: break
        }
        // Words where a value is due are no answer, however they end.
        let isValue = range.contains { AnswerText.isDigit(text[$0]) || text[$0] == 0x5C || text[$0] == 0x24 }
        if !isValue, Prose.wordCount(in: range, of: text, stopAt: shortestSentence) >= shortestSentence - 2 {
            return false
        }
        let answerEnd = extraction.answer?.span.upperBound ?? 0
        return answerEnd >= range.upperBound - 1 && !endsWithWord(range, in: text)
    }

    /// Whether one line is nothing but values, and ends with one: a long list needs no full stop.
    private static func isList(_ range: Range<Int>, of text: AnswerText) -> Bool {
        guard range.count <= longestList, Prose.wordCount(in: range, of: text, stopAt: 1) == 0,
            !Prose.hasWideScript(range, of: text), !range.contains(where: { text[$0] == 0x0A })
        else { return false }
        let last = text[range.upperBound - 1]
        return AnswerText.isAlphanumeric(last) && range.contains { text[$0] == UInt8(ascii: ",") || text[$0] == 0x3B }
    }

    private static func endsWithWord(_ range: Range<Int>, in text: AnswerText) -> Bool {
        var start = range.upperBound
        while start > range.lowerBound, AnswerText.isLetter(text[start - 1]) { start -= 1 }
        return range.upperBound - start >= 3 && text[start - 1] == 0x20
    }

    private static func isTerminal(_ last: UInt8, before end: Int, of text: AnswerText) -> Bool {
        switch last {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"),
            UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "$"), UInt8(ascii: "`"), UInt8(ascii: "%"),
            UInt8(ascii: ">"), UInt8(ascii: "|"):
            return true
        case UInt8(ascii: "*"): return text[end - 2] == UInt8(ascii: "*") && text[end - 3] != 0x20
        case 0x80...:
            // Full stops of all scripts, 」 ） and emoji
            for mark in [
                "。", "！", "？", "」", "）", "”", "’", "…", "।", "॥", "｡", "．", "؟", "۔", "።", "။", "។", "』", "】", "՞",
            ] as [StaticString]
            where text.matches(mark, at: end - mark.utf8CodeUnitCount) { return true }
            return text[end - 4] == 0xF0 || text[end - 3] == 0xE2
        default: return false
        }
    }

    /// `… 9 * 2 = 18`, "… the total is 18", or a line that is nothing but a number.
    private static func endsWithResult(_ range: Range<Int>, in text: AnswerText) -> Bool {
        guard let number = NumberScanner.last(in: range, of: text), number.upperBound == range.upperBound else {
            return false
        }
        if isNextItem(number, from: range.lowerBound, in: text) { return false }
        var before = number.lowerBound
        while before > range.lowerBound, text[before - 1] == 0x20 || text[before - 1] == UInt8(ascii: "$") {
            before -= 1
        }
        if before == range.lowerBound || text[before - 1] == 0x0A || text[before - 1] == UInt8(ascii: "=") {
            return true
        }
        return text.matchesWord("is", at: before - 2) || text.matches("是", at: before - 3)
            || text.matches("为", at: before - 3)
    }

    /// Whether the number alone on the last line goes on a list: `4` after a line that begins with `3.`.
    private static func isNextItem(_ number: Range<Int>, from low: Int, in text: AnswerText) -> Bool {
        guard text[number.lowerBound - 1] == 0x0A, let value = Int(text.string(number)), value > 1, value < 100 else {
            return false
        }
        let item = Array("\(value - 1). ".utf8)
        var start = low
        while let found = ByteSearch.first(item, in: text.bytes, from: start), found < number.lowerBound {
            if found == low || text[found - 1] == 0x0A { return true }
            start = found + 1
        }
        return false
    }

    /// A last line that is only `4.`.
    private static func endsWithListNumber(_ range: Range<Int>, in text: AnswerText) -> Bool {
        guard text[range.upperBound - 1] == UInt8(ascii: ".") else { return false }
        var start = range.upperBound - 1
        while start > range.lowerBound, AnswerText.isDigit(text[start - 1]) { start -= 1 }
        return start < range.upperBound - 1 && start > range.lowerBound && text[start - 1] == 0x0A
    }
}
