// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

extension MathTokenizer {
    // MARK: - Numbers

    /// A literal: thousands separators and powers of ten resolved, mixed numbers joined.
    mutating func number() {
        let text = source
        let start = place
        var cursor = start
        var digits: [UInt8] = []
        while AnswerText.isDigit(text[cursor]) {
            digits.append(text[cursor])
            cursor += 1
        }
        // Groups of three behind one to three digits.
        if (1...3).contains(digits.count) {
            while let group = group(at: cursor) {
                digits += text.bytes[group.digits]
                cursor = group.digits.upperBound
            }
        }
        if text[cursor] == UInt8(ascii: "."), AnswerText.isDigit(text[cursor + 1]) {
            digits.append(0x2E)
            cursor += 1
            while AnswerText.isDigit(text[cursor]) {
                digits.append(text[cursor])
                cursor += 1
            }
            // A number with two points is a date, a version or a section.
            if text[cursor] == UInt8(ascii: "."), AnswerText.isDigit(text[cursor + 1]) {
                while AnswerText.isDigit(text[cursor]) || text[cursor] == UInt8(ascii: ".") { cursor += 1 }
                return add(.unreadable, "", start..<cursor)
            }
        }
        guard digits.count <= MathTokenizer.digits else { return add(.unreadable, "", start..<cursor) }
        if digits.first == 0x2E { digits.insert(0x30, at: 0) }
        // 1e5, 2.5E-3.
        if text[cursor] | 0x20 == UInt8(ascii: "e") {
            var end = cursor + 1
            if text[end] == UInt8(ascii: "-") || text[end] == UInt8(ascii: "+") { end += 1 }
            let first = end
            while AnswerText.isDigit(text[end]) { end += 1 }
            if end > first, end - first <= 3, !AnswerText.isAlphanumeric(text[end]) {
                digits += text.bytes[cursor..<end]
                cursor = end
            }
        }
        if text[cursor] == UInt8(ascii: "."), text[cursor + 1] == UInt8(ascii: "."),
            text[cursor + 2] == UInt8(ascii: ".")
        {
            return add(.unreadable, "…", start..<cursor + 3)
        }
        // A digit string in another script, a superscript sign directly behind: `½` makes a mixed number.
        add(.number, String(decoding: digits, as: UTF8.self), start..<cursor)
        mixed()
        if let suffix = ["st", "nd", "rd", "th"].first(where: { matches($0, at: place) }), !isInMath {
            add(.word, "ordinal", suffix.utf8.count)
        }
    }

    private func matches(_ word: String, at index: Int) -> Bool {
        let bytes = Array(word.utf8)
        for (offset, byte) in bytes.enumerated() where source[index + offset] != byte { return false }
        return !AnswerText.isAlphanumeric(source[index + bytes.count])
    }

    /// `,123`, `{,}123` or `\,123`, and no digit behind.
    private func group(at index: Int) -> (digits: Range<Int>, Void)? {
        let text = source
        var start = index
        if text[start] == UInt8(ascii: ",") {
            start += 1
        } else if text[start] == UInt8(ascii: "{"), text[start + 1] == UInt8(ascii: ","),
            text[start + 2] == UInt8(ascii: "}")
        {
            start += 3
        } else if text[start] == UInt8(ascii: "\\"),
            text[start + 1] == UInt8(ascii: ",") || text[start + 1] == UInt8(ascii: "!")
        {
            start += 2
        } else {
            return nil
        }
        for offset in 0..<3 where !AnswerText.isDigit(text[start + offset]) { return nil }
        return AnswerText.isDigit(text[start + 3]) ? nil : (start..<start + 3, ())
    }

    /// `3 1/2` is a mixed number.
    private mutating func mixed() {
        let text = source
        guard let whole = tokens.last, !whole.text.utf8.contains(0x2E), text[place] == 0x20,
            tokens.count < 2 || !(tokens[tokens.count - 2].kind == .sign && tokens[tokens.count - 2].text == "/")
        else { return }
        var cursor = place + 1
        var (upper, lower) = (0, 0)
        while AnswerText.isDigit(text[cursor]), upper < 1_000 {
            upper = upper * 10 + Int(text[cursor] - 0x30)
            cursor += 1
        }
        guard upper > 0, text[cursor] == UInt8(ascii: "/"), AnswerText.isDigit(text[cursor + 1]) else { return }
        cursor += 1
        while AnswerText.isDigit(text[cursor]), lower < 1_000 {
            lower = lower * 10 + Int(text[cursor] - 0x30)
            cursor += 1
        }
        guard upper < lower, !AnswerText.isAlphanumeric(text[cursor]), text[cursor] != UInt8(ascii: "/") else { return }
        var token = whole
        token.kind = .raw
        token.text = "(\(whole.text)+\(upper)/\(lower))"
        token.range = whole.range.lowerBound..<cursor
        replaceLast(token)
    }

    // MARK: - Letters

    /// A word, a variable, a product of variables, a function.
    mutating func letters() {
        let text = source
        let start = place
        var end = start
        while AnswerText.isLetter(text[end]) || (text[end] == UInt8(ascii: "'") && AnswerText.isLetter(text[end + 1])) {
            end += 1
        }
        let bytes = text.bytes[start..<end]
        let word = String(decoding: bytes.map(AnswerText.lower), as: UTF8.self)
        if bytes.count == 1 { return letter(bytes[start]) }
        switch word {
        case "mod" where isBehindOperand: return add(.modulo, "mod", start..<end)
        case "sqrt", "abs", "min", "max", "floor", "ceil", "sin", "cos", "tan", "ln", "exp", "log", "cbrt":
            if text[end] == UInt8(ascii: "(") { return add(.function, word, start..<end) }
        case "pi": return add(.raw, "\\pi", start..<end)
        case "times" where isBehindOperand: return add(.sign, "*", start..<end)
        case "plus" where isBehindOperand: return add(.sign, "+", start..<end)
        case "minus" where isBehindOperand: return add(.sign, "-", start..<end)
        case "squared" where isBehindOperand: return add(.power, "^{2}", start..<end)
        case "cubed" where isBehindOperand: return add(.power, "^{3}", start..<end)
        case "divided", "multiplied":
            if isBehindOperand, text.matchesWord("by", at: skipSpaces(end)) {
                return add(.sign, word == "divided" ? "/" : "*", start..<skipSpaces(end) + 2)
            }
        case "equals": return add(.relation, "=", start..<end)
        default: break
        }
        // `xy`, `2ab`: a product where each letter is a variable.
        let isGlued = tokens.last.map { $0.range.upperBound == start && $0.endsOperand } ?? false
        if bytes.count <= 4, bytes.allSatisfy(isVariable), isGlued || isInMath || isBesideSign(end),
            !["is", "as", "at", "an", "in", "so", "be", "by", "of", "or", "to", "if", "we"].contains(word)
        {
            for offset in start..<end {
                add(.symbol, String(Unicode.Scalar(text[offset])), offset..<offset + 1)
            }
            return subscripted()
        }
        add(.word, word, start..<end)
    }

    private func isBesideSign(_ end: Int) -> Bool {
        if let last = tokens.last, last.kind == .sign || last.kind == .relation { return true }
        return Array("+-*/^=<>".utf8).contains(source[skipSpaces(end)])
    }

    /// One letter: a variable, a word (`a`, `I`), or a sign of multiplication between numbers.
    private mutating func letter(_ byte: UInt8) {
        let text = source
        let start = place
        let next = skipSpaces(start + 1)
        if byte | 0x20 == UInt8(ascii: "x"), isBehindOperand || isBehindUnitNumber {
            let isNumberBehind =
                AnswerText.isDigit(text[next]) || text[next] == UInt8(ascii: "$")
                || (text[next] == UInt8(ascii: ".") && AnswerText.isDigit(text[next + 1]))
                || (text[next] == UInt8(ascii: "(") && next > start + 1)
            let before = tokens.last?.kind
            if isNumberBehind,
                before == .number || before == .close || before == .percent || before == .raw || before == .word
            {
                return add(.sign, "*", 1)
            }
        }
        let isSymbol: Bool
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "A"), UInt8(ascii: "I"):
            isSymbol = isVariable(byte) && (isInMath || isLonely(next))
        default: isSymbol = true
        }
        guard isSymbol else { return add(.word, String(Unicode.Scalar(byte | 0x20)), 1) }
        if byte | 0x20 == UInt8(ascii: "k") || byte == UInt8(ascii: "M"), !isInMath, !isVariable(byte),
            tokens.last?.kind == .number, tokens.last?.range.upperBound == start
        {
            return add(.word, "k", 1)
        }
        add(.symbol, String(Unicode.Scalar(byte)), 1)
        subscripted()
    }

    private var isBehindUnitNumber: Bool {
        guard let last = tokens.last, last.kind == .word else { return false }
        return tokens.suffix(4).contains { $0.kind == .number }
    }

    private func isLonely(_ next: Int) -> Bool {
        if let last = tokens.last, [.sign, .relation, .open].contains(last.kind) { return true }
        if let last = tokens.last, last.kind == .number, last.range.upperBound == place { return true }
        let byte = source[next]
        return Array("+-*/^=<>".utf8).contains(byte) || byte >= 0xC2 || byte == UInt8(ascii: ",")
            || byte == UInt8(ascii: ":") || (next > place && byte == UInt8(ascii: "\\"))
    }

    /// An index behind a letter: `x_1`, `x_{12}`, `x1`.
    private mutating func subscripted() {
        guard var token = tokens.last else { return }
        let text = source
        var cursor = place
        var index: [UInt8] = []
        if text[cursor] == UInt8(ascii: "_") {
            cursor += 1
            let isBraced = text[cursor] == UInt8(ascii: "{")
            if isBraced { cursor += 1 }
            while AnswerText.isAlphanumeric(text[cursor]), index.count < 12 {
                index.append(text[cursor])
                cursor += 1
                if !isBraced, !AnswerText.isDigit(text[cursor - 1]) { break }
            }
            if isBraced {
                guard text[cursor] == UInt8(ascii: "}") else { return add(.unreadable, "_", 1) }
                cursor += 1
            }
        } else {
            while AnswerText.isDigit(text[cursor]), index.count < 3 {
                index.append(text[cursor])
                cursor += 1
            }
        }
        guard !index.isEmpty else { return }
        token.text += "_{" + String(decoding: index, as: UTF8.self) + "}"
        token.range = token.range.lowerBound..<cursor
        replaceLast(token)
    }

    // MARK: - Commands

    /// A LaTeX command.
    mutating func command() {
        let text = source
        let start = place
        var end = start + 1
        while AnswerText.isLetter(text[end]) { end += 1 }
        let name = text.string(start + 1..<end)
        if name.isEmpty {
            switch text[end] {
            case UInt8(ascii: "$"): return add(.currency, "$", 2)
            case UInt8(ascii: "%"): return add(.percent, "%", 2)
            case UInt8(ascii: "\\"): return add(.stop, "\n", 2)
            case UInt8(ascii: "{"), UInt8(ascii: "}"): return add(.unreadable, "", 2)
            default: return pass(2)
            }
        }
        switch name {
        case "cdot", "times", "ast": add(.sign, "*", start..<end)
        case "div": add(.sign, "/", start..<end)
        case "le", "leq", "leqslant": add(.relation, "≤", start..<end)
        case "ge", "geq", "geqslant": add(.relation, "≥", start..<end)
        case "lt": add(.relation, "<", start..<end)
        case "gt": add(.relation, ">", start..<end)
        case "ne", "neq": add(.relation, "≠", start..<end)
        case "approx", "simeq": add(.relation, "≈", start..<end)
        case "equiv": add(.relation, "≡", start..<end)
        case "implies", "Rightarrow", "Longrightarrow", "therefore", "to", "rightarrow", "longrightarrow":
            add(.arrow, "=>", start..<end)
        case "mid": add(.unreadable, "|", start..<end)
        case "left", "right", "big", "Big", "displaystyle", "quad", "qquad", "limits", "bigl", "bigr", "textstyle":
            pass(end - start)
        case "boxed", "mathbf", "boldsymbol": pass(end - start)
        case "land", "wedge": add(.word, "and", start..<end)
        case "lor", "vee": add(.word, "or", start..<end)
        case "pm": add(.sign, "±", start..<end)
        case "text", "mathrm", "textbf", "operatorname", "mbox", "textit": textCommand(end)
        case "bmod", "mod": add(.modulo, "mod", start..<end)
        case "pmod":
            let brace = skipSpaces(end)
            modulusIn(text[brace] == UInt8(ascii: "{") ? brace + 1 : brace)
        case "frac", "dfrac", "tfrac", "sqrt", "binom": construct(name, end)
        case "pi": add(.raw, "\\pi", start..<end)
        case "lfloor": raw(through: "\\rfloor", end)
        case "lceil": raw(through: "\\rceil", end)
        case "alpha", "beta", "gamma", "delta", "theta", "lambda", "mu", "phi", "omega", "epsilon", "rho", "sigma":
            add(.symbol, "\\" + name, start..<end)
        case "ldots", "dots", "cdots": add(.unreadable, "…", start..<end)
        case "begin", "end", "tag", "label":
            // The name of an environment, a number of an equation.
            let close = text[end] == UInt8(ascii: "{") ? closing(end) ?? end : end
            pass(close - start)
            if name == "begin" || name == "end" { add(.stop, "\n", place..<place) }
        default: add(.unreadable, "\\" + name, start..<end)
        }
    }

    /// `\text{ cm}`: its words, also those of one letter; what is more than words is read as usual.
    private mutating func textCommand(_ end: Int) {
        guard source[end] == UInt8(ascii: "{"), let close = closing(end) else { return pass(end - place) }
        let inner = source.bytes[end + 1..<close - 1]
        guard inner.allSatisfy({ AnswerText.isLetter($0) || $0 == 0x20 || $0 == 0x2E }) else {
            return pass(end - place)
        }
        let words = inner.split(whereSeparator: { !AnswerText.isLetter($0) })
        let start = place
        if words.isEmpty { return pass(close - start) }
        for word in words {
            add(.word, String(decoding: word.map(AnswerText.lower), as: UTF8.self), word.startIndex..<word.endIndex)
        }
        pass(close - place)
    }

    private mutating func modulusIn(_ from: Int) {
        var (end, digits) = (skipSpaces(from), "")
        while AnswerText.isDigit(source[end]), digits.utf8.count < 9 {
            digits.unicodeScalars.append(Unicode.Scalar(source[end]))
            end += 1
        }
        guard !digits.isEmpty else { return add(.unreadable, "mod", place..<from) }
        if source[end] == UInt8(ascii: "}") { end += 1 }
        add(.modulus, digits, place..<end)
    }

    /// A command with arguments in braces or of one digit, as an operand.
    private mutating func construct(_ name: String, _ end: Int) {
        let text = source
        var cursor = end
        if name == "sqrt", text[cursor] == UInt8(ascii: "[") {
            while cursor < text.count, cursor - end < 20, text[cursor] != UInt8(ascii: "]") { cursor += 1 }
            cursor += 1
        }
        for _ in 0..<(name == "sqrt" ? 1 : 2) {
            cursor = skipSpaces(cursor)
            if text[cursor] == UInt8(ascii: "{") {
                guard let close = closing(cursor) else { return add(.unreadable, name, place..<end) }
                cursor = close
            } else if AnswerText.isAlphanumeric(text[cursor]) {
                cursor += 1
            } else {
                return add(.unreadable, name, place..<end)
            }
        }
        let body = text.string(place..<cursor)
        // A mixed number: `2\frac13`.
        if name != "sqrt", name != "binom", var last = tokens.last, last.kind == .number,
            last.range.upperBound == place, !last.text.utf8.contains(0x2E)
        {
            last.kind = .raw
            last.text = "(" + last.text + "+" + body + ")"
            last.range = last.range.lowerBound..<cursor
            return replaceLast(last)
        }
        add(.raw, body, place..<cursor)
    }

    private mutating func raw(through closer: StaticString, _ from: Int) {
        let limit = min(source.count, from + MathTokenizer.raw)
        guard let found = source.find(closer, in: from..<max(from, limit)) else {
            return add(.unreadable, "", place..<from)
        }
        let end = found + closer.utf8CodeUnitCount
        add(.raw, source.string(place..<end), place..<end)
    }

    // MARK: - Signs outside ASCII

    /// A sign outside ASCII.
    mutating func unicode() {
        let text = source
        let lead = text[place]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        var value = UInt32(lead & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07))
        for offset in 1..<length { value = value << 6 | UInt32(text[place + offset] & 0x3F) }
        switch value {
        case 0xD7, 0xB7, 0x22C5, 0x2219, 0x2715, 0x2716: add(.sign, "*", length)
        case 0xF7, 0x2215: add(.sign, "/", length)
        case 0x2212: add(.sign, "-", length)
        case 0x2227: add(.word, "and", length)
        case 0x2228: add(.word, "or", length)
        case 0xB1: add(.sign, "±", length)
        case 0x2013, 0x2014:
            // A dash: a minus between operands, else a break.
            let next = source[skipSpaces(place + length)]
            let isMinus =
                value == 0x2013 && (isBehindOperand || tokens.last?.kind == .word && isBehindUnitNumber)
                && (AnswerText.isDigit(next) || next == UInt8(ascii: "(") || next == UInt8(ascii: "$")
                    || isVariable(next))
            add(isMinus ? .sign : .stop, isMinus ? "-" : "—", length)
        case 0x2264, 0x2A7D: add(.relation, "≤", length)
        case 0x2265, 0x2A7E: add(.relation, "≥", length)
        case 0x2260: add(.relation, "≠", length)
        case 0x2248, 0x2245, 0x223C: add(.relation, "≈", length)
        case 0x2261: add(.relation, "≡", length)
        case 0x21D2, 0x27F9, 0x2192, 0x2234, 0x27A1, 0x21D4: add(.arrow, "=>", length)
        case 0xB2, 0xB3: add(.power, "^{\(value - 0xB0)}", length)
        case 0xB9: add(.power, "^{1}", length)
        case 0x2070...0x2079: superscript()
        case 0xBC, 0xBD, 0xBE, 0x2153, 0x2154: fraction(value, length)
        case 0xA3, 0x20AC, 0xA5, 0x20B9: add(.currency, "\(value)", length)
        case 0xA2: add(.word, "cents", length)
        case 0x221A: radical(length)
        case 0x3C0: add(.raw, "\\pi", length)
        case 0x3B1...0x3C9: add(.symbol, String(Unicode.Scalar(value) ?? "?"), length)
        case 0xA0, 0x2009, 0x202F, 0x200A, 0x200B, 0xFEFF, 0x2002, 0x2003: pass(length)
        case 0x2019, 0x2018, 0x201C, 0x201D, 0x2022: pass(length)
        default: add(.unreadable, "", length)
        }
    }

    private mutating func superscript() {
        let start = place
        var (cursor, digits) = (start, "")
        while source[cursor] == 0xE2, source[cursor + 1] == 0x81, (0xB0...0xB9).contains(source[cursor + 2]) {
            digits += String(source[cursor + 2] - 0xB0)
            cursor += 3
        }
        add(.power, "^{" + digits + "}", start..<max(cursor, start + 3))
    }

    private mutating func fraction(_ value: UInt32, _ length: Int) {
        let text =
            switch value {
            case 0xBC: "1/4"
            case 0xBD: "1/2"
            case 0xBE: "3/4"
            case 0x2153: "1/3"
            default: "2/3"
            }
        if var last = tokens.last, last.kind == .number, last.range.upperBound == place {
            last.kind = .raw
            last.text = "(\(last.text)+\(text))"
            last.range = last.range.lowerBound..<place + length
            return replaceLast(last)
        }
        add(.raw, "(" + text + ")", length)
    }

    /// `√2`, `√(x+1)`.
    private mutating func radical(_ length: Int) {
        let start = place
        let from = skipSpaces(start + length)
        if source[from] == UInt8(ascii: "("), let end = closing(from) {
            return add(.raw, "\\sqrt{" + source.string(from + 1..<end - 1) + "}", start..<end)
        }
        var cursor = from
        if AnswerText.isLetter(source[cursor]) {
            cursor += 1
        } else {
            while AnswerText.isDigit(source[cursor]) { cursor += 1 }
        }
        guard cursor > from, source[cursor] != UInt8(ascii: "."), cursor - from < 40 else {
            return add(.unreadable, "√", length)
        }
        add(.raw, "\\sqrt{" + source.string(from..<cursor) + "}", start..<cursor)
    }
}
