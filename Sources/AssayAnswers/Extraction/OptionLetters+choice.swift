// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Which options a text takes and which it rules out.
extension OptionLetters {
    private static let choosing: [StaticString] = [
        "choose", "chose", "choosing", "select", "selected", "pick", "picked", "go with", "going with", "opt for",
        "answer is", "choice is", "option is", "answer must be", "answer would be", "answer should be",
        "correct one is", "right one is", "best one is", "wähle",
        "choisis", "elijo", "escolho", "scelgo", "выбираю", "选择", "选",
    ]
    private static let copulas: [StaticString] = [
        "is", "are", "was", "were", "must be", "would be", "should be", "can", "could", "seems", "seem", "looks",
    ]
    private static let approvals: [StaticString] = [
        "correct", "right", "the answer", "the correct", "the right", "best", "the best", "my answer", "true",
        "the only", "our answer", "the solution",
    ]
    private static let rejections: [StaticString] = [
        "wrong", "incorrect", "false", "invalid", "impossible", "eliminated", "excluded", "ruled out", "out", "not",
        "never", "untrue", "inconsistent",
    ]
    private static let rejectingVerbs: [StaticString] = [
        "fails", "fail", "isn't", "aren't", "cannot", "can't", "wasn't", "doesn't", "don't", "do not", "does not",
        "did not", "didn't", "can be ruled out",
        "can be eliminated", "can be excluded", "won't", "contradicts",
    ]

    /// The one option that a sentence takes: "I choose D", "option D is correct".
    static func chosen(in sentence: Range<Int>, of text: AnswerText) -> Range<Int>? {
        let letters = standalone(in: sentence, of: text)
        guard letters.count <= 12, !isContradictory(in: sentence, of: text) else { return nil }
        var chosen: Range<Int>?
        for letter in letters
        where isChosen(letter.lowerBound, in: text) || isApproved(letter.upperBound, in: sentence, of: text) {
            let from = letters.filter { $0.lowerBound >= letter.lowerBound }
            guard Set(run(from, of: text).map { text[$0.lowerBound] }).count == 1 else { return nil }
            if let before = chosen, text[before.lowerBound] != text[letter.lowerBound] { return nil }
            chosen = letter
        }
        if let before = chosen, let last = letters.last, last.lowerBound > before.lowerBound,
            isCorrection(last.lowerBound, in: text)
        {
            return last
        }
        return chosen
    }

    /// Whether "no," or the like stands before the letter at `index`: "I choose C, no, A".
    private static func isCorrection(_ index: Int, in text: AnswerText) -> Bool {
        var end = index
        while text[end - 1] == 0x20 { end -= 1 }
        guard text[end - 1] == UInt8(ascii: ",") else { return false }
        return (["no", "no wait", "wait", "sorry", "actually", "i mean"] as [StaticString]).contains {
            text.matchesWord($0, at: end - 1 - $0.utf8CodeUnitCount)
        }
    }

    /// Whether "choose", "the answer is" or the like stands before the letter at `index`.
    private static func isChosen(_ index: Int, in text: AnswerText) -> Bool {
        var end = index
        for _ in 0..<4 {
            while [0x20, 0x2A, 0x28, 0x24, 0x22, 0x3A].contains(text[end - 1]) { end -= 1 }
            if let word = choosing.first(where: { text.matches($0, at: end - $0.utf8CodeUnitCount) }) {
                var before = end - word.utf8CodeUnitCount
                while text[before - 1] == 0x20 { before -= 1 }
                // "the wrong option is"
                return !(["wrong", "incorrect", "false", "invalid", "worst", "not", "never", "n't"] as [StaticString])
                    .contains {
                        text.matches($0, at: before - $0.utf8CodeUnitCount)
                    }
            }
            guard
                let word = (["option", "the", "answer", "choice", "letter", "therefore"] as [StaticString]).first(
                    where: { text.matchesWord($0, at: end - $0.utf8CodeUnitCount) })
            else { return false }
            end -= word.utf8CodeUnitCount
        }
        return false
    }

    private static func isApproved(_ index: Int, in sentence: Range<Int>, of text: AnswerText) -> Bool {
        var cursor = passMarkup(index, limit: sentence.upperBound, in: text)
        guard let copula = text.firstWord(of: ["is", "are", "was", "were", "must be", "seems", "looks"], at: cursor)
        else {
            return false
        }
        cursor = passMarkup(cursor + copula, limit: sentence.upperBound, in: text)
        if let adverb = text.firstWord(
            of: ["indeed", "clearly", "therefore", "thus", "also", "definitely"], at: cursor)
        {
            cursor = passMarkup(cursor + adverb, limit: sentence.upperBound, in: text)
        }
        return text.firstWord(of: approvals, at: cursor) != nil
    }

    private static func passMarkup(_ index: Int, limit: Int, in text: AnswerText) -> Int {
        var cursor = index
        while cursor < limit, [0x20, 0x2A, 0x29, 0x24, 0x22, 0x7D].contains(text[cursor]) { cursor += 1 }
        return cursor
    }

    // MARK: Denials

    /// Whether the words behind the letter at `index`, or behind the letters joined to it, rule it out: "A, B are wrong".
    static func isDeniedAfter(_ index: Int, limit: Int, in text: AnswerText) -> Bool {
        var cursor = index + 1
        var letters = 1
        while cursor < limit, letters < 10 {
            let byte = text[cursor]
            if [0x20, 0x2C, 0x28, 0x29, 0x2A, 0x7D, 0x24].contains(byte) {
                cursor += 1
            } else if let width = text.firstWord(of: ["and", "or", "both", "all", "nor"], at: cursor) {
                cursor += width
            } else if isLetter(byte), !AnswerText.isAlphanumeric(text[cursor + 1]) {
                letters += 1
                cursor += 1
            } else {
                break
            }
        }
        if text.firstWord(of: rejectingVerbs, at: cursor) != nil { return true }
        guard let copula = text.firstWord(of: copulas, at: cursor) else { return false }
        cursor += copula
        for _ in 0..<3 {
            while text[cursor] == 0x20, cursor < limit { cursor += 1 }
            if text.firstWord(of: rejections, at: cursor) != nil {
                // "B is not only right", "B is not A".
                return !text.matchesWord("not only", at: cursor)
            }
            guard
                let adverb = text.firstWord(
                    of: ["clearly", "also", "be", "therefore", "both", "all", "thus", "the", "only", "a", "an"],
                    at: cursor)
            else { return false }
            cursor += adverb
        }
        return false
    }

    /// "All but B", "any option but B", "everything except B".
    static func isExcepted(_ index: Int, from low: Int, in text: AnswerText) -> Bool {
        var end = index
        while end > low, [0x20, 0x28, 0x2A, 0x22, 0x24].contains(text[end - 1]) { end -= 1 }
        for word in ["option", "choice", "answer"] as [StaticString]
        where text.matchesWord(word, at: end - word.utf8CodeUnitCount) {
            end -= word.utf8CodeUnitCount
            while end > low, text[end - 1] == 0x20 { end -= 1 }
        }
        guard text.matchesWord("but", at: end - 3), end - 3 >= low else { return false }
        let before = max(low, end - 28)..<(end - 3)
        return (["all", "any", "every", "everything", "anything", "each"] as [StaticString]).contains {
            text.containsWord($0, in: before)
        } && !before.contains { text[$0] == UInt8(ascii: ",") }
    }

    // MARK: LaTeX

    /// Whether the brace before `index` belongs to a command that only wraps, or to none.
    static func isWrapped(_ index: Int, in text: AnswerText) -> Bool {
        let open = index - 1
        var start = open
        while AnswerText.isLetter(text[start - 1]), open - start < 16 { start -= 1 }
        guard start < open, text[start - 1] == UInt8(ascii: "\\") else { return text[open - 1] != UInt8(ascii: "_") }
        return
            ([
                "boxed", "fbox", "framebox", "text", "textbf", "textit", "textrm", "mathrm", "mathbf", "mathsf",
                "mbox", "hbox", "bold", "boldsymbol", "underline", "emph", "operatorname", "mathit", "texttt", "textsf",
                "ce", "displaystyle", "ensuremath",
            ] as [StaticString]).contains {
                $0.utf8CodeUnitCount == open - start && text.matches($0, at: start)
            }
    }

    /// Whether a command that does something to its argument stands before the letter at `index`: `\sim B`, `\neg B`.
    static func isArgument(_ index: Int, in text: AnswerText) -> Bool {
        var end = index
        while text[end - 1] == 0x20 { end -= 1 }
        var start = end
        while AnswerText.isLetter(text[start - 1]), end - start < 8 { start -= 1 }
        guard start < end, text[start - 1] == UInt8(ascii: "\\") else { return false }
        return
            (["sim", "neg", "lnot", "not", "bar", "overline", "hat", "tilde", "vec", "partial", "nabla", "delta"]
            as [StaticString]).contains { $0.utf8CodeUnitCount == end - start && text.matches($0, at: start) }
    }

    /// The place behind the label of an option in front of its value: `\textbf{(C)}\ 2`, `(C) 2`, `\text{C. }2`.
    package static func withoutLabel(_ range: Range<Int>, of text: AnswerText) -> Range<Int> {
        var cursor = range.lowerBound
        var isWrapped = false
        if text[cursor] == UInt8(ascii: "\\"), Prose.isTextCommand(at: cursor, in: text) {
            cursor += 1
            while AnswerText.isLetter(text[cursor]) { cursor += 1 }
            guard text[cursor] == UInt8(ascii: "{") else { return range }
            cursor += 1
            isWrapped = true
        }
        let isBracketed = text[cursor] == UInt8(ascii: "(")
        if isBracketed { cursor += 1 }
        guard isLetter(text[cursor]) else { return range }
        cursor += 1
        guard isBracketed ? text[cursor] == UInt8(ascii: ")") : isWrapped && [0x2E, 0x29, 0x3A].contains(text[cursor])
        else { return range }
        cursor += 1
        if isWrapped {
            while text[cursor] == 0x20 || text[cursor] == UInt8(ascii: "~") { cursor += 1 }
            guard text[cursor] == UInt8(ascii: "}") else { return range }
            cursor += 1
        }
        let mark = cursor
        while cursor < range.upperBound {
            if text[cursor] == 0x20 || text[cursor] == UInt8(ascii: "~") || text[cursor] == UInt8(ascii: ":") {
                cursor += 1
            } else if text[cursor] == UInt8(ascii: "\\"), [0x20, 0x2C, 0x3B, 0x3A].contains(text[cursor + 1]) {
                cursor += 2
            } else if text.matches("\\quad", at: cursor) {
                cursor += 5
            } else {
                break
            }
        }
        guard cursor < range.upperBound, cursor > mark || isWrapped else { return range }
        let next = text[cursor]
        // `(A) + 2` goes on with a sum; `(C) -2` has a sign.
        if [0x2B, 0x3D, 0x2A, 0x2F, 0x5E, 0x5F, 0x2C, 0x27].contains(next) { return range }
        if next == UInt8(ascii: "-"), text[cursor + 1] == 0x20 { return range }
        for word in [
            "\\cup", "\\cap", "\\times", "\\cdot", "\\in", "\\to", "\\le", "\\ge", "\\ne", "\\subset", "and", "or",
        ]
            as [StaticString]
        where text.matches(word, at: cursor) && !AnswerText.isLetter(text[cursor + word.utf8CodeUnitCount]) {
            return range
        }
        return cursor..<range.upperBound
    }
}
