// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Takes the value out of a calculation: `35 + 70 = 105` is 105, `x = 1/3 \approx 0.33` is 1/3.
package enum Relations {
    /// The exact and the approximate value of a chain of equations; nil where there is no chain, or where it says more
    /// than what one thing is (`3x - y + 13 = 0`).
    package static func value(of answer: String) -> (exact: String, approximate: String?)? {
        let all = AnswerText(answer)
        // `(35 + 70 = 105)`
        let isBracketed = all[0] == UInt8(ascii: "(") && all[all.count - 1] == UInt8(ascii: ")")
        let text = isBracketed && isOneGroup(all) ? AnswerText(all.string(1..<(all.count - 1))) : all
        var parts: [(range: Range<Int>, isApproximate: Bool)] = []
        var start = 0
        var isApproximate = false
        var depth = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            var width = 0
            var next = false
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "<"), UInt8(ascii: ">"): return nil
            case UInt8(ascii: ","), UInt8(ascii: ";"):
                // Several statements; a comma in a number is none.
                if depth == 0, !AnswerText.isDigit(text[index + 1]) { return nil }
            case UInt8(ascii: "a"), UInt8(ascii: "o"):
                if depth == 0, text.matchesWord("and", at: index) || text.matchesWord("or", at: index) { return nil }
            case UInt8(ascii: "="):
                guard text[index - 1] != UInt8(ascii: "!"), text[index + 1] != UInt8(ascii: "=") else { return nil }
                if depth == 0 { width = 1 }
            case UInt8(ascii: "\\"):
                for word in ["\\approx", "\\simeq", "\\doteq"] as [StaticString]
                where depth == 0 && text.matches(word, at: index) {
                    width = word.utf8CodeUnitCount
                    next = true
                }
                for word in ["\\le", "\\ge", "\\ne", "\\lt", "\\gt", "\\in", "\\equiv"] as [StaticString]
                where text.matchesWord(word, at: index) { return nil }
                if width == 0 { index += 1 }
            default: break
            }
            if width > 0 {
                parts.append((text.trim(start..<index), isApproximate))
                start = index + width
                isApproximate = isApproximate || next
                index = start
            } else {
                index += 1
            }
        }
        guard !parts.isEmpty else { return nil }
        parts.append((text.trim(min(start, text.count)..<text.count), isApproximate))
        let values = parts.filter { !$0.range.isEmpty }
        guard let first = values.first, values.count > 1,
            isName(first.range, in: text) || !hasSymbols(first.range, in: text)
        else { return nil }
        let exact = values.last { !$0.isApproximate }
        let approximate = values.last { $0.isApproximate }
        // The name alone is no exact value.
        if let exact, exact.range != first.range || !isName(first.range, in: text) {
            return (text.string(exact.range), approximate.map { text.string($0.range) })
        }
        return approximate.map { (text.string($0.range), nil) }
    }

    private static let implications: [StaticString] = [
        "\\implies", "\\Rightarrow", "\\Longrightarrow", "\\iff", "\\Leftrightarrow", "\\Longleftrightarrow",
        "\\therefore", "\\to", "\\rightarrow", "\\longrightarrow",
    ]

    /// The last statement of a chain of implications between relations: `2x = 8 \implies x = 4`; nil where there is none.
    static func consequence(of answer: String) -> String? {
        guard answer.utf8.contains(UInt8(ascii: "=")) else { return nil }
        let text = AnswerText(answer)
        var depth = 0
        var index = 0
        var last: (start: Int, end: Int)?
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "="):
                if depth == 0, text[index + 1] == UInt8(ascii: ">") {
                    last = (index, index + 2)
                    index += 1
                }
            case UInt8(ascii: "\\"):
                for word in implications where depth == 0 && isCommand(word, at: index, in: text) {
                    last = (index, index + word.utf8CodeUnitCount)
                }
                index += 1
            case 0xE2:
                // ⇒ ⇔ ⟹ ⟺ ∴
                for sign in ["⇒", "⇔", "⟹", "⟺", "∴"] as [StaticString]
                where depth == 0 && text.matches(sign, at: index) {
                    last = (index, index + 3)
                }
            default: break
            }
            index += 1
        }
        guard let last, hasRelation(0..<last.start, in: text) else { return nil }
        var rest = text.trim(last.end..<text.count)
        while text.matches("\\quad", at: rest.lowerBound) {
            rest = text.trim((rest.lowerBound + 5)..<max(rest.lowerBound + 5, rest.upperBound))
        }
        return hasRelation(rest, in: text) ? AnswerSanitizer.clean(text.string(rest)) : nil
    }

    /// Whether the command at `index` is `word`, spelt just so: `\Rightarrow` is no `\rightarrow`.
    private static func isCommand(_ word: StaticString, at index: Int, in text: AnswerText) -> Bool {
        let length = word.utf8CodeUnitCount
        guard index + length <= text.count, !AnswerText.isLetter(text[index + length]) else { return false }
        return word.withUTF8Buffer { pattern in (0..<length).allSatisfy { text[index + $0] == pattern[$0] } }
    }

    private static func hasRelation(_ range: Range<Int>, in text: AnswerText) -> Bool {
        range.contains { index in
            switch text[index] {
            case UInt8(ascii: "="): text[index + 1] != UInt8(ascii: ">")
            case UInt8(ascii: "<"), UInt8(ascii: ">"): text[index - 1] != UInt8(ascii: "=")
            case UInt8(ascii: "\\"):
                (["\\le", "\\ge", "\\lt", "\\gt", "\\leq", "\\geq", "\\in", "\\approx"] as [StaticString]).contains {
                    isCommand($0, at: index, in: text)
                }
            default: false
            }
        }
    }

    private static func isOneGroup(_ text: AnswerText) -> Bool {
        var depth = 0
        for index in 0..<text.count {
            if text[index] == UInt8(ascii: "(") { depth += 1 }
            if text[index] == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0, index + 1 < text.count { return false }
        }
        return depth == 0
    }

    /// `x`, `x_1`, `f(x)`, `\theta`, `AB`, `\text{Area}`, `P(A)`, `\angle ABC`: no operator between symbols.
    private static func isName(_ range: Range<Int>, in text: AnswerText) -> Bool {
        guard range.contains(where: { AnswerText.isLetter(text[$0]) }) else { return false }
        for index in range {
            switch text[index] {
            case UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "^"):
                return false
            case UInt8(ascii: "\\"):
                for word in [
                    "\\frac", "\\dfrac", "\\cdot", "\\times", "\\sqrt", "\\sin", "\\cos", "\\tan", "\\log", "\\ln",
                ]
                    as [StaticString]
                where text.matches(word, at: index) { return false }
            default: break
            }
        }
        return !AnswerText.isDigit(text[range.lowerBound])
    }

    /// Whether letters stand in `range` that are no part of a command.
    static func hasSymbols(_ range: Range<Int>, in text: AnswerText) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            if text[index] == UInt8(ascii: "\\") {
                index += 1
                while AnswerText.isLetter(text[index]) { index += 1 }
            } else if AnswerText.isLetter(text[index]) {
                return true
            } else {
                index += 1
            }
        }
        return false
    }
}
