// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Tells the part of a sentence that says what the answer is from the part that says why.
///
/// "It is 12 **because 5 + 7 = 12**", "**Since x > 0**, we have x = 12", "x is 12 or -3, but it is positive, so **x = 12**".
enum Explanations {
    /// Words that begin an explanation wherever they stand.
    private static let causes: [StaticString] = [
        "because", "since", "whereas", "due to", "weil", "parce que", "puisque", "porque", "ya que", "pois", "perché",
        "poiché", "потому что", "так как",
    ]
    /// Words that begin one after a comma.
    private static let asides: [StaticString] = [
        "as", "while", "where", "given that", "denn", "da", "car", "dado que", "já que", "dato che", "поскольку", "for",
    ]
    private static let wideCauses: [StaticString] = ["因为", "因為", "なぜなら", "왜냐하면"]
    /// Words that lead to what follows from what was said.
    private static let conclusions: [StaticString] = [
        "so", "therefore", "thus", "hence", "consequently", "giving", "which gives", "which means", "it follows that",
        "also", "daher", "somit", "folglich", "donc", "por lo tanto", "entonces", "portanto", "logo", "quindi",
        "dunque",
        "поэтому", "следовательно", "значит", "leaving", "which leaves", "leaves", "we get", "we have", "we find",
        "the answer",
    ]
    private static let wideConclusions: [StaticString] = ["所以", "因此", "故", "したがって", "よって", "따라서", "그러므로"]

    /// `clause` without the explanation at its end, where something before it may be a value.
    ///
    /// An explanation that itself comes to a conclusion ("because 5 + 7 = 12, so 12") stays, unless `isCommitted` says that
    /// the value stands where a value is due.
    static func withoutReason(_ clause: Range<Int>, in text: AnswerText, isCommitted: Bool = false) -> Range<Int> {
        var failures = MathSpans.Failures()
        var conclusion: Int?
        var index = clause.lowerBound
        var hasValue = false
        while index < clause.upperBound {
            let byte = text[index]
            if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "\\"),
                let span = MathSpans.span(at: index, limit: clause.upperBound, in: text, failures: &failures)
            {
                hasValue = true
                index = span.full.upperBound
                continue
            }
            if AnswerText.isDigit(byte) || byte == UInt8(ascii: "\\") { hasValue = true }
            if AnswerText.isUpper(byte), !AnswerText.isAlphanumeric(text[index + 1]),
                !AnswerText.isAlphanumeric(text[index - 1]), byte != UInt8(ascii: "I")
            {
                hasValue = true
            }
            if hasValue, begins(at: index, from: clause.lowerBound, in: text) {
                if conclusion == nil, !isCommitted {
                    conclusion = lastConclusion(in: index..<clause.upperBound, of: text) ?? index
                }
                if index >= conclusion ?? index {
                    return text.trim(clause.lowerBound..<withoutMark(index, from: clause.lowerBound, in: text))
                }
            }
            index += 1
        }
        return clause
    }

    /// The part of a sentence that its last conclusion leads to; nil where it has none with a value in it.
    static func conclusion(of clause: Range<Int>, in text: AnswerText) -> Range<Int>? {
        var found: Int?
        var depth = 0
        var failures = MathSpans.Failures()
        var index = clause.lowerBound
        while index < clause.upperBound {
            let byte = text[index]
            if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "\\"),
                let span = MathSpans.span(at: index, limit: clause.upperBound, in: text, failures: &failures)
            {
                index = span.full.upperBound
                continue
            }
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth -= 1 }
            if byte | 0x20 == UInt8(ascii: "s") || byte | 0x20 == UInt8(ascii: "b"), index > clause.lowerBound,
                depth == 0,
                text.firstWord(of: ["since", "because"], at: index) != nil,
                opensClause(index, from: clause.lowerBound, in: text),
                let main = main(of: index..<clause.upperBound, in: text)
            {
                found = main
            }
            if byte == UInt8(ascii: "w"), index > clause.lowerBound, !AnswerText.isAlphanumeric(text[index - 1]),
                let width = text.firstWord(of: ["we get", "we find", "we obtain"], at: index)
            {
                found = index + width
            }
            if index > clause.lowerBound,
                byte | 0x20 == UInt8(ascii: "s") || byte | 0x20 == UInt8(ascii: "t")
                    || byte | 0x20 == UInt8(ascii: "h"),
                let width = text.firstWord(of: ["so", "therefore", "thus", "hence"], at: index),
                width > 2
                    || isAfterMark(index, from: clause.lowerBound, in: text)
            {
                var start = index + width
                while start < clause.upperBound, text[start] == 0x20 || text[start] == UInt8(ascii: ",") { start += 1 }
                if start < clause.upperBound { found = start }
                index += width
                continue
            }
            index += 1
        }
        if found == nil { found = main(of: clause, in: text) }
        guard let start = found else { return nil }
        let rest = text.trim(start..<clause.upperBound)
        let isValue = rest.contains { AnswerText.isDigit(text[$0]) || text[$0] == UInt8(ascii: "\\") }
        return isValue ? rest : nil
    }

    /// Where the main clause begins of "Since x > 0, we have x = 12".
    private static func main(of clause: Range<Int>, in text: AnswerText) -> Int? {
        guard
            text.firstWord(
                of: [
                    "since", "because", "as", "given", "when", "if", "weil", "da", "wenn", "puisque", "comme", "como",
                    "poiché", "siccome",
                ], at: clause.lowerBound) != nil
        else { return nil }
        var failures = MathSpans.Failures()
        var index = clause.lowerBound
        while index < clause.upperBound {
            if text[index] == UInt8(ascii: "$") || text[index] == UInt8(ascii: "\\"),
                let span = MathSpans.span(at: index, limit: clause.upperBound, in: text, failures: &failures)
            {
                index = span.full.upperBound
                continue
            }
            if text[index] == UInt8(ascii: ","), text[index + 1] == 0x20 {
                var start = index + 1
                while start < clause.upperBound, text[start] == 0x20 { start += 1 }
                // Of "1, 2 and 3" no part is a clause.
                return AnswerText.isDigit(text[start]) && AnswerText.isDigit(text[index - 1]) ? nil : start
            }
            index += 1
        }
        return nil
    }

    // MARK: Words

    private static func begins(at index: Int, from low: Int, in text: AnswerText) -> Bool {
        let byte = text[index]
        if byte >= 0x80 { return wideCauses.contains { text.matches($0, at: index) } || cyrillic(at: index, in: text) }
        guard AnswerText.isLetter(byte), !AnswerText.isAlphanumeric(text[index - 1]), text[index - 1] < 0x80 else {
            return false
        }
        if text.firstWord(of: causes, at: index) != nil { return !opensClause(index, from: low, in: text) }
        guard isAfterMark(index, from: low, in: text) else { return false }
        if let width = text.firstWord(of: asides, at: index) {
            // "for" leads to a reason only before a pronoun.
            return width != 3 || !text.matches("for", at: index)
                || text.firstWord(of: ["it", "we", "they", "then", "otherwise"], at: index + 4) != nil
        }
        return isRemark(at: index, in: text)
    }

    /// Whether a new clause begins with the cause at `index`: "…; since x > 5, x = 42", "… and because x > 5, x = 42".
    private static func opensClause(_ index: Int, from low: Int, in text: AnswerText) -> Bool {
        var cursor = index - 1
        while cursor > low, text[cursor] == 0x20 { cursor -= 1 }
        return text[cursor] == UInt8(ascii: ";") || text.matchesWord("and", at: cursor - 2)
            || text.matchesWord("but", at: cursor - 2)
    }

    private static func cyrillic(at index: Int, in text: AnswerText) -> Bool {
        text[index - 1] < 0x80
            && (["потому что", "так как", "поскольку"] as [StaticString]).contains { text.matches($0, at: index) }
    }

    /// ", which is positive for x > -1": says something about the value; ", which is 12" says what it is.
    private static func isRemark(at index: Int, in text: AnswerText) -> Bool {
        guard text.matchesWord("which", at: index) else { return false }
        var cursor = index + 6
        guard
            let verb = text.firstWord(
                of: [
                    "is", "are", "was", "has", "satisfies", "lies", "must", "works", "fits",
                    "agrees", "matches", "holds", "exists", "happens", "occurs",
                ], at: cursor)
        else { return false }
        let isCopula = text.firstWord(of: ["is", "are", "was"], at: cursor) != nil
        cursor += verb + 1
        guard isCopula else { return true }
        guard AnswerText.isLetter(text[cursor]) else { return false }
        return text.firstWord(
            of: [
                "equal", "equivalent", "approximately", "about", "roughly", "exactly", "simply", "just", "the",
                "around",
                "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "half",
                "twice",
                "nearly", "almost", "also", "therefore", "thus", "option", "choice", "answer",
            ], at: cursor) == nil && AnswerText.isLetter(text[cursor + 1])
    }

    private static func isAfterMark(_ index: Int, from low: Int, in text: AnswerText) -> Bool {
        var cursor = index - 1
        while cursor > low, text[cursor] == 0x20 { cursor -= 1 }
        if text.matchesWord("and", at: cursor - 2) { return true }
        let byte = text[cursor]
        return byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "(")
            || byte == UInt8(ascii: "$") || byte == UInt8(ascii: ")") && text[cursor - 1] == UInt8(ascii: "\\")
    }

    /// The place before the comma or bracket in front of an explanation.
    private static func withoutMark(_ index: Int, from low: Int, in text: AnswerText) -> Int {
        var cursor = index
        while cursor > low, text[cursor - 1] == 0x20 { cursor -= 1 }
        if cursor > low, [0x2C, 0x3B, 0x28].contains(text[cursor - 1]) { cursor -= 1 }
        return cursor
    }

    /// Where the last word stands that leads to a conclusion.
    private static func lastConclusion(in range: Range<Int>, of text: AnswerText) -> Int? {
        var found: Int?
        for index in range {
            let byte = text[index]
            if byte >= 0x80 {
                if byte >= 0xE3, wideConclusions.contains(where: { text.matches($0, at: index) }) { found = index }
                if byte == 0xD0 || byte == 0xD1, text[index - 1] < 0x80,
                    text.firstWord(of: conclusions, at: index) != nil
                {
                    found = index
                }
            } else if AnswerText.isLetter(byte), !AnswerText.isAlphanumeric(text[index - 1]),
                text.firstWord(of: conclusions, at: index) != nil
            {
                found = index
            }
        }
        return found
    }
}
