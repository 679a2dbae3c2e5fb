// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Tells words of a language from mathematics.
package enum Prose {
    /// Groups without an end that are looked for before none is looked for any more.
    private static let mostOpenGroups = 16

    /// How many words of at least three letters stand in `range`, names of functions, LaTeX commands and what is inside
    /// `\text{…}` left out; counting ends at `stopAt`.
    package static func wordCount(in range: Range<Int>, of text: AnswerText, stopAt: Int = .max) -> Int {
        var count = 0
        var index = range.lowerBound
        var openGroups = 0
        while index < range.upperBound, count < stopAt {
            let byte = text[index]
            if byte == UInt8(ascii: "\\") {
                index = skipCommand(at: index, limit: range.upperBound, in: text, &openGroups)
            } else if AnswerText.isLetter(byte) {
                var end = index + 1
                while end < range.upperBound, AnswerText.isLetter(text[end]) || text[end] == UInt8(ascii: "'") {
                    end += 1
                }
                if end - index >= 3, !isMathWord(index..<end, in: text), text[index - 1] != UInt8(ascii: "_") {
                    count += 1
                }
                index = end
            } else if byte >= 0xC3 {
                // A letter past ASCII: a run of them, with ASCII letters between, is one word.
                var end = index + 1
                while end < range.upperBound, text[end] >= 0x80 || AnswerText.isLetter(text[end]) { end += 1 }
                if end - index >= 6 { count += 1 }
                index = end
            } else {
                index += 1
            }
        }
        return count
    }

    /// Whether Chinese, Japanese or Korean characters stand in `range`.
    package static func hasWideScript(_ range: Range<Int>, of text: AnswerText) -> Bool {
        range.contains { text[$0] >= 0xE3 && text[$0] <= 0xED }
    }

    /// The place after the command at `index`; after its group too where the group is text.
    private static func skipCommand(at index: Int, limit: Int, in text: AnswerText, _ openGroups: inout Int) -> Int {
        var end = index + 1
        while end < limit, AnswerText.isLetter(text[end]) { end += 1 }
        guard end > index + 1 else { return min(index + 2, limit) }
        guard
            isTextCommand(at: index, in: text) || text.matches("\\begin", at: index) || text.matches("\\end", at: index)
        else { return end }
        while end < limit, text[end] == 0x20 { end += 1 }
        // Groups that never close are each read to the end of the text: a few are enough to know.
        guard text[end] == UInt8(ascii: "{"), openGroups < mostOpenGroups else { return end }
        if let close = Braces.end(ofGroupAt: end, limit: limit, in: text) { return close }
        openGroups += 1
        return end
    }

    /// Whether a command that sets text stands at `index`.
    package static func isTextCommand(at index: Int, in text: AnswerText) -> Bool {
        text.matches("\\text", at: index) || text.matches("\\mathrm", at: index) || text.matches("\\mbox", at: index)
            || text.matches("\\operatorname", at: index) || text.matches("\\mathbf", at: index)
    }

    private static let mathWords: Set<String> = [
        "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "log", "exp",
        "lim", "max", "min", "gcd", "lcm", "mod", "sqrt", "inf", "infinity", "det", "deg", "and", "abs", "floor",
        "ceil", "frac", "pmod", "theta", "alpha", "beta", "gamma", "arcsec", "arccsc", "arccot", "sgn", "cis", "dim",
        "pct", "percent",
    ]

    private static func isMathWord(_ range: Range<Int>, in text: AnswerText) -> Bool {
        guard range.count <= 8 else { return false }
        return mathWords.contains(String(decoding: text.bytes[range].map(AnswerText.lower), as: UTF8.self))
    }
}
