// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Commands that set letters upright, bold or with an accent, and text.
extension Lexer {
    /// The argument of a command: what braces hold, or the one byte or command after it.
    private mutating func content() throws(ParseError) -> Range<Int>? {
        if let range = try argument() { return range }
        skipSpaces()
        guard position < bytes.count, isLetter(bytes[position]) || isDigit(bytes[position]) else { return nil }
        return position..<position + 1
    }

    /// Moves behind an argument.
    private mutating func leave(_ range: Range<Int>) {
        position = range.upperBound
        if position < bytes.count, bytes[position] == UInt8(ascii: "}") { position += 1 }
    }

    private func trimmed(_ range: Range<Int>) -> String {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, bytes[low] <= 0x20 || bytes[low] == UInt8(ascii: "~") { low += 1 }
        while low < high, bytes[high - 1] <= 0x20 || bytes[high - 1] == UInt8(ascii: "~") { high -= 1 }
        return string(low..<high)
    }

    /// Lexes the argument as mathematics of its own.
    private mutating func inline(_ range: Range<Int>) throws(ParseError) {
        guard textDepth < ParserLimits.textDepth else { throw .tooDeep(Int32(range.lowerBound)) }
        textDepth += 1
        position = range.lowerBound
        try lex(to: range.upperBound)
        textDepth -= 1
        leave(range)
    }

    // MARK: Accents

    mutating func accent(_ accent: String, from start: Int) throws(ParseError) {
        try add({ .accent($0) }, accent, from: start)
        expectsArgument = true
    }

    mutating func bold(from start: Int) throws(ParseError) {
        guard let range = try content(), range.count == 1, isLetter(bytes[range.lowerBound]) else {
            expectsArgument = true
            return
        }
        let letter = string(range)
        leave(range)
        let accent = ["i", "j", "k"].contains(letter) ? "hat" : "vec"
        try add({ .symbol($0) }, "\(accent):\(letter)", from: start)
    }

    mutating func italic(from start: Int) throws(ParseError) {
        guard let range = try content(), range.count == 1, isLetter(bytes[range.lowerBound]) else {
            expectsArgument = true
            return
        }
        let letter = string(range)
        leave(range)
        try add({ .symbol($0) }, letter, from: start)
    }

    mutating func blackboard(from start: Int) throws(ParseError) {
        guard let range = try content() else { throw .unexpected(Int32(start)) }
        let name = trimmed(range)
        leave(range)
        guard ["R", "Q", "Z", "N", "C"].contains(name) else { return try add({ .symbol($0) }, name, from: start) }
        try add({ .numberSet($0) }, name, from: start)
    }

    mutating func operatorName(from start: Int) throws(ParseError) {
        if peek() == UInt8(ascii: "*") { position += 1 }
        guard let range = try argument() else { throw .unexpected(Int32(start)) }
        let name = trimmed(range).filter { $0 != "\\" && $0 != "," && $0 != " " }
        leave(range)
        if let function = Vocabulary.functions[name] ?? Vocabulary.longFunctions[name] {
            return try add(.function(function), from: start)
        }
        if name == "mod" { return try add(.mod, from: start) }
        guard !name.isEmpty else { throw .unexpected(Int32(start)) }
        try add({ .named($0) }, name, from: start)
    }

    // MARK: Upright letters and text

    mutating func roman(from start: Int) throws(ParseError) {
        guard let range = try argument() else { return }
        let content = trimmed(range)
        if let function = Vocabulary.functions[content] ?? Vocabulary.longFunctions[content], content.utf8.count > 1 {
            leave(range)
            return try add(.function(function), from: start)
        }
        let isOneLetter = content.utf8.count == 1
        if endsOperand(last), isOneLetter ? isUnitLetter(content) : isUnitText(content) {
            leave(range)
            return try add({ .unit($0) }, unitName(content), from: start)
        }
        if isOneLetter, isLetter(bytes[range.lowerBound]) || range.count > 1 {
            return try inline(range)
        }
        if !content.utf8.allSatisfy({ isLetter($0) || $0 == 0x20 || $0 == UInt8(ascii: "-") }) {
            expectsArgument = true
            return
        }
        leave(range)
        try add({ .word($0) }, content, from: start)
    }

    mutating func text(from start: Int) throws(ParseError) {
        guard let range = try argument() else { return }
        let content = trimmed(range)
        let lower = content.lowercased()
        switch lower {
        case "":
            leave(range)
            isSpaced = true
            return
        case ",", ";", ".", "\\,", "\\ ":
            leave(range)
            return lower == "," || lower == ";" ? try add(.comma, from: start) : ()
        case "and", ", and", "and ,", "&", "\\&": return try keyword(.and, range, start)
        case "or", ", or", "and/or": return try keyword(.or, range, start)
        case "if", "when", "for", "where", "with", "whenever", "for all", "for any", "such that", "provided that",
            ", if",
            "if and only if", "where,", "given", "as", "given that":
            return try keyword(.condition, range, start)
        case "otherwise", "else", "elsewhere", "otherwise.": return try keyword(.otherwise, range, start)
        case "%", "\\%", "percent", "per cent", "pct", "percentage": return try keyword(.percent, range, start)
        case "degrees", "degree", "deg", "^\\circ", "$^\\circ$", "°": return try keyword(.degree, range, start)
        case "mod": return try keyword(.mod, range, start)
        case "in" where !endsOperand(last): return try keyword(.relation(.element), range, start)
        default: break
        }
        if let kind = phrase(lower) { return try keyword(kind, range, start) }
        let first = bytes[range].first { $0 > 0x20 } ?? 0
        let hasLetters = bytes[range].contains(where: isLetter)
        if endsValue(last), isUnitText(content), content.utf8.count > 1 || isUnitLetter(content) {
            leave(range)
            return try add({ .unit($0) }, unitName(content), from: start)
        }
        if !hasLetters || isDigit(first) || isMathematical(content) { return try inline(range) }
        if let function = Vocabulary.functions[content] ?? Vocabulary.longFunctions[content] {
            return try keyword(.function(function), range, start)
        }
        if lower.hasPrefix("(mod ") || lower.hasPrefix("mod ") { return try inline(range) }
        for (word, kind) in [(" and", Token.Kind.and), (" or", .or)] where lower.hasSuffix(word) {
            // `5\text{ hours and }30\text{ minutes}`
            leave(range)
            let words = String(content.dropLast(word.count))
            let isUnit = endsValue(last) && isUnitText(words)
            try add({ isUnit ? .unit($0) : .word($0) }, isUnit ? unitName(words) : words, from: start)
            return try add(kind, from: start)
        }
        for condition in Vocabulary.conditions where lower.hasPrefix(condition + " ") {
            position = range.lowerBound
            skipSpaces()
            position += condition.utf8.count
            try add(.condition, from: start)
            return try inline(position..<range.upperBound)
        }
        leave(range)
        try add({ .word($0) }, content, from: start)
    }

    private mutating func keyword(_ kind: Token.Kind, _ range: Range<Int>, _ start: Int) throws(ParseError) {
        leave(range)
        try add(kind, from: start)
    }

    /// The value that a phrase names.
    mutating func phrase(_ lower: String) -> Token.Kind? {
        var text = lower[...]
        while let end = text.last, ".!,; ".contains(end) { text = text.dropLast() }
        if let kind = Vocabulary.phrases[String(text)] { return kind }
        guard let set = Vocabulary.numberSets[String(text)] else { return nil }
        strings.append(set)
        return .numberSet(Int32(strings.count - 1))
    }

    /// Whether a text holds one letter, perhaps in parentheses, or mathematics between dollar signs.
    private func isMathematical(_ content: String) -> Bool {
        var letters = 0
        for byte in content.utf8 {
            if isLetter(byte) { letters += 1 }
            if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "$") || letters > 1 { return false }
        }
        return letters == 1
    }

    // MARK: Units

    /// Whether a unit set as text may follow a token.
    private func endsValue(_ kind: Token.Kind?) -> Bool {
        switch kind {
        case .symbol, .bang, .percent, .degree, .prime, .based: true
        default: endsOperand(kind)
        }
    }

    /// Whether a unit may follow a token.
    func endsOperand(_ kind: Token.Kind?) -> Bool {
        switch kind {
        case .number, .constant, .close, .closeNothing, .ellipsis: true
        default: false
        }
    }

    private func isUnitLetter(_ content: String) -> Bool {
        !["e", "i", "d", "x", "y", "z"].contains(content) && options.isUnit(content)
    }

    /// Whether a text reads as a unit: letters that are one, or several joined by `/`, `·`, digits and carets.
    func isUnitText(_ content: String) -> Bool {
        if options.isUnit(content) { return true }
        let parts = content.utf8.split { !isLetter($0) }
        let signs = content.utf8.filter { !isLetter($0) }
        guard !parts.isEmpty, parts.count <= 8, !signs.isEmpty else { return false }
        return signs.allSatisfy { isDigit($0) || "/^*-{}() .~".utf8.contains($0) || $0 == UInt8(ascii: "\\") }
            && parts.allSatisfy { part in
                let name = String(decoding: Array(part), as: UTF8.self)
                return options.isUnit(name) || ["cdot", "times", "per"].contains(name)
            }
    }

    /// A unit as it is handed on: without backslashes, braces and white space.
    func unitName(_ content: String) -> String {
        guard
            content.utf8.contains(where: {
                $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "~")
            })
        else { return content }
        var result: [UInt8] = []
        var index = content.utf8.startIndex
        let utf8 = content.utf8
        while index < utf8.endIndex {
            let rest = content[index...]
            if let name = ["\\cdot", "\\times"].first(where: { rest.hasPrefix($0) }) {
                result.append(UInt8(ascii: "*"))
                index = utf8.index(index, offsetBy: name.utf8.count)
                continue
            }
            let byte = utf8[index]
            if byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "{"), byte != UInt8(ascii: "}"), byte > 0x20,
                byte != UInt8(ascii: "~"), byte != UInt8(ascii: ",")
            {
                result.append(byte)
            }
            index = utf8.index(after: index)
        }
        return String(decoding: result, as: UTF8.self)
    }
}
