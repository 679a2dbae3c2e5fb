// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Neighbours that form one list.
package enum Lists {
    /// The longest list that is put together.
    package static let longest = 256

    /// The spans from the first on between which only commas, "and", "or" and the like stand.
    package static func joined(_ spans: [MathSpan], of text: AnswerText) -> [MathSpan] {
        guard let first = spans.first else { return [] }
        var joined = [first]
        for span in spans.dropFirst() {
            guard joined.count < longest, let last = joined.last,
                isJoiner(last.full.upperBound..<span.full.lowerBound, of: text)
            else { break }
            joined.append(span)
        }
        return joined
    }

    /// Whether `range` has nothing but what joins two values, and something of it.
    package static func isJoiner(_ range: Range<Int>, of text: AnswerText) -> Bool {
        guard range.count <= 48 else { return false }
        var hasJoiner = false
        var index = range.lowerBound
        while index < range.upperBound {
            if let width = joinerWidth(at: index, in: text) {
                hasJoiner = true
                index += width
            } else if let width = text.spaceWidth(at: index) {
                index += width
            } else if let width = wrapperWidth(at: index, in: text) {
                index += width
            } else {
                return false
            }
        }
        return hasJoiner && index == range.upperBound
    }

    /// Whether `range`, between two boxes, joins them within one sentence: short, and no sentence ends in it.
    package static func isWithinSentence(_ range: Range<Int>, of text: AnswerText) -> Bool {
        guard range.count <= 80 else { return false }
        var index = range.lowerBound
        while index < range.upperBound {
            if text[index] == 0x0A, text[index + 1] == 0x0A { return false }
            if text[index] == UInt8(ascii: "."), AnswerText.isSpace(text[index + 1]) { return false }
            index += 1
        }
        return text.containsWord("and", in: range) || text.containsWord("or", in: range)
            || range.contains { text[$0] == UInt8(ascii: ",") || text[$0] == UInt8(ascii: ";") }
            || text.find("\\quad", in: range) != nil
    }

    private static func joinerWidth(at index: Int, in text: AnswerText) -> Int? {
        let byte = text[index]
        if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "&") { return 1 }
        for word in ["\\quad", "\\qquad"] as [StaticString] where text.matches(word, at: index) {
            return word.utf8CodeUnitCount
        }
        for word in ["and", "or", "und", "et", "y"] as [StaticString] where text.matchesWord(word, at: index) {
            return word.utf8CodeUnitCount
        }
        for word in ["和", "或", "、", "，", "与"] as [StaticString] where text.matches(word, at: index) { return 3 }
        return nil
    }

    /// What may stand around joiners: delimiters, text commands, braces, spacing.
    private static func wrapperWidth(at index: Int, in text: AnswerText) -> Int? {
        for word in ["\\text", "\\mathrm", "\\mbox", "\\,", "\\;", "\\:", "\\!", "\\ ", "\\(", "\\)", "\\[", "\\]"]
            as [StaticString]
        where text.matches(word, at: index) { return word.utf8CodeUnitCount }
        let byte = text[index]
        return byte == UInt8(ascii: "$") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") ? 1 : nil
    }
}
