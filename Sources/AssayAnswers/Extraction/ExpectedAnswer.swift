// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What the gold answer leads to expect: it decides which candidates of a response are taken.
package struct ExpectedAnswer: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case any
        /// Option letters; `isMultiple` where several make one answer.
        case choice(isMultiple: Bool)
        /// One number, also with a unit, a percent sign or a currency.
        case number
        case boolean
        /// Words.
        case text
        /// Several values.
        case list
        /// An equation, an inequality, a chain of relations.
        case relation
        /// Any other mathematics.
        case expression
    }

    package var kind: Kind
    /// Whether the gold answer itself says that something cannot be told or done; such a response is then no refusal.
    package var admitsInability = false
    /// Whether the gold answer is a time of day or a date.
    package var isMoment = false
    /// Whether the gold answer may be a range of numbers: it has brackets, or the name of a set.
    package var isRange = false

    package init(_ kind: Kind) { self.kind = kind }

    package static let any = ExpectedAnswer(.any)
    package static let number = ExpectedAnswer(.number)
    package static let boolean = ExpectedAnswer(.boolean)
    package static let text = ExpectedAnswer(.text)
    package static let list = ExpectedAnswer(.list)
    package static let expression = ExpectedAnswer(.expression)
    package static let relation = ExpectedAnswer(.relation)
    package static let choice = ExpectedAnswer(.choice(isMultiple: false))

    /// Guesses from a gold answer: clean or as it stands in a data set.
    ///
    /// 1. One capital letter A–J, also `(B)` or `B) 12 metres`, is a choice; ascending capital letters (`AC`, `A, C`) are several.
    /// 2. true, false, yes, no and their like are truth values.
    /// 3. Commas and "and" outside of brackets, braces, `\pm`: a list; not where the comma groups digits.
    /// 4. A relation sign outside of brackets: a relation.
    /// 5. A number alone or with a unit: a number.
    /// 6. Two words or more, or one of three letters and no LaTeX: text.
    /// 7. All else is an expression.
    package init(gold: String) {
        let clean = AnswerText(AnswerSanitizer.clean(gold))
        let range = 0..<clean.count
        kind = Self.kind(of: clean)
        isMoment = kind != .text && Self.isMoment(clean)
        let names: [StaticString] = ["\\infty", "\\mathbb", "\\cup", "\\in", "\\empty", "\\varnothing", "oo"]
        isRange =
            clean.bytes.contains { "([<>".utf8.contains($0) } || names.contains { clean.find($0, in: range) != nil }
        admitsInability = Self.inability.first(in: range, of: clean) != nil
    }

    private static let inability = PhraseSet([
        "cannot", "can't", "not enough", "insufficient", "unable", "undetermined", "unknown", "impossible",
    ])

    /// `3:15`, `3 p.m.`, `2024-06-20`, `6/20/2024`.
    private static func isMoment(_ text: AnswerText) -> Bool {
        guard text.count <= 32 else { return false }
        for half in ["p.m", "a.m"] as [StaticString] where text.find(half, in: 0..<text.count) != nil { return true }
        var separators = 0
        for index in 1..<max(1, text.count) where AnswerText.isDigit(text[index - 1]) {
            switch text[index] {
            case UInt8(ascii: ":"):
                if AnswerText.isDigit(text[index + 1]), AnswerText.isDigit(text[index + 2]),
                    !AnswerText.isDigit(text[index + 3])
                {
                    return true
                }
            case UInt8(ascii: "-"), UInt8(ascii: "/"): if AnswerText.isDigit(text[index + 1]) { separators += 1 }
            case UInt8(ascii: "+"), UInt8(ascii: "("), UInt8(ascii: ","), UInt8(ascii: "="): return false
            default: break
            }
        }
        return separators == 2
    }

    private static func kind(of text: AnswerText) -> Kind {
        let range = 0..<text.count
        guard !range.isEmpty else { return .any }
        if let letters = OptionLetters.wholeOption(in: range, of: text) { return .choice(isMultiple: letters > 1) }
        let booleans: [StaticString] = ["true", "false", "yes", "no", "correct", "incorrect"]
        if booleans.contains(where: { text.matches($0, at: 0) && text.count == $0.utf8CodeUnitCount }) {
            return .boolean
        }
        let shape = Shape(of: text)
        if shape.isNumber, !shape.hasTopComma { return .number }
        if shape.words >= 2 || shape.words == 1 && !shape.hasCommand && !shape.hasDigit && !shape.hasRelation {
            return shape.hasRelation || shape.hasCommand && shape.words < 2 ? .expression : .text
        }
        if shape.hasTopComma || shape.hasBraces || shape.hasPlusMinus { return .list }
        if shape.hasRelation { return .relation }
        return .expression
    }

    /// What stands in a short text.
    private struct Shape {
        var words = 0
        var hasCommand = false
        var hasDigit = false
        var hasRelation = false
        var hasTopComma = false
        var hasBraces = false
        var hasPlusMinus = false
        var isNumber = false

        init(of text: AnswerText) {
            let range = 0..<text.count
            words = Prose.wordCount(in: range, of: text, stopAt: 4)
            if let number = NumberScanner.first(in: range, of: text), number == range { isNumber = true }
            var depth = 0
            var index = 0
            while index < text.count {
                let byte = text[index]
                switch byte {
                case UInt8(ascii: "\\"):
                    hasCommand = true
                    for relation in ["\\le", "\\ge", "\\ne", "\\lt", "\\gt", "\\in", "\\equiv", "\\subset"]
                        as [StaticString]
                    where text.matches(relation, at: index) && depth == 0 {
                        let next = text[index + relation.utf8CodeUnitCount]
                        // Not `\left`, `\infty`, `\int`, `\lenient`.
                        if !AnswerText.isLetter(next) || next == UInt8(ascii: "q") { hasRelation = true }
                    }
                    if text.matches("\\pm", at: index), !text.matches("\\pmod", at: index),
                        !text.matches("\\pmatrix", at: index)
                    {
                        hasPlusMinus = true
                    }
                    if text[index + 1] == UInt8(ascii: "{") {
                        hasBraces = hasBraces || index == 0
                        depth += 1
                    }
                    if text[index + 1] == UInt8(ascii: "}") { depth -= 1 }
                    index += 1
                    while AnswerText.isLetter(text[index]) { index += 1 }
                    if !AnswerText.isLetter(text[index - 1]) { index += 1 }
                    continue
                case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                    if index == 0, byte == UInt8(ascii: "{") { hasBraces = true }
                    depth += 1
                case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
                case UInt8(ascii: ","): hasTopComma = hasTopComma || depth == 0 && !Self.groupsDigits(index, in: text)
                case UInt8(ascii: ";"): hasTopComma = hasTopComma || depth == 0
                case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"): hasRelation = hasRelation || depth == 0
                default:
                    if AnswerText.isDigit(byte) { hasDigit = true }
                }
                index += 1
            }
            isNumber = isNumber || Self.isNumberWithUnit(text)
            if text.containsWord("and", in: range) || text.containsWord("or", in: range) { hasTopComma = true }
        }

        /// Whether the comma at `index` stands between a digit and a group of three.
        private static func groupsDigits(_ index: Int, in text: AnswerText) -> Bool {
            guard AnswerText.isDigit(text[index - 1]) else { return false }
            let next = index + (text[index + 1] == UInt8(ascii: "\\") ? 3 : 1)
            return (0..<3).allSatisfy { AnswerText.isDigit(text[next + $0]) } && !AnswerText.isDigit(text[next + 3])
        }

        /// A number, and behind it nothing but a unit: no operator, no bracket, no second number.
        private static func isNumberWithUnit(_ text: AnswerText) -> Bool {
            guard let number = NumberScanner.first(in: 0..<text.count, of: text), number.lowerBound == 0 else {
                return false
            }
            var index = number.upperBound
            while index < text.count {
                switch text[index] {
                case UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "="),
                    UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "!"),
                    UInt8(ascii: "_"), UInt8(ascii: "|"):
                    return false
                case UInt8(ascii: "\\"):
                    guard
                        Prose.isTextCommand(at: index, in: text) || text.matches("\\%", at: index)
                            || text.matches("\\$", at: index) || text.matches("\\circ", at: index)
                            || text[index + 1] == UInt8(ascii: ",") || text[index + 1] == 0x20
                    else { return false }
                    index += 1
                case UInt8(ascii: "-"):
                    if AnswerText.isDigit(text[index + 1]), text[index - 1] != UInt8(ascii: "{") { return false }
                case 0x30...0x39: if text[index - 1] == 0x20 { return false }
                default: break
                }
                index += 1
            }
            // `5x` is a product; units of one letter are joined by a space or stand alone: m, s, g, L.
            let unit = text.trim(number.upperBound..<text.count)
            if unit.count == 1, unit.lowerBound == number.upperBound, AnswerText.isLetter(text[unit.lowerBound]) {
                return "msgLJKNWVAhC".utf8.contains(text[unit.lowerBound])
            }
            return true
        }
    }
}
