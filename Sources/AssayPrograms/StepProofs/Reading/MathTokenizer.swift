// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

/// Turns a step's text into tokens: plain text, LaTeX and Unicode signs alike, in one pass over its bytes.
struct MathTokenizer {
    // MARK: Limits
    /// Most digits of a literal.
    static let digits = 400
    /// Most bytes of a LaTeX operand.
    static let raw = 400

    private let text: AnswerText
    private var index = 0
    private var isSpaced = true
    private(set) var tokens: [MathToken] = []
    /// Bytes of math delimiters, and whether they open.
    private var delimiters: [Int: (length: Int, opens: Bool)] = [:]
    private var isMath = false
    /// Letters that stand alone beside operators: variables.
    private let symbols: Set<UInt8>

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - symbols: letters that are known as variables.
    init(_ bytes: [UInt8], symbols: Set<UInt8> = []) {
        text = AnswerText(bytes)
        self.symbols = symbols.union(MathTokenizer.lonelyLetters(text))
        for span in MathSpans.all(in: 0..<bytes.count, of: text) where span.kind != .environment {
            let opening = span.content.lowerBound - span.full.lowerBound
            delimiters[span.full.lowerBound] = (opening, true)
            delimiters[span.content.upperBound] = (span.full.upperBound - span.content.upperBound, false)
        }
    }

    /// The tokens.
    static func tokens(_ bytes: [UInt8], symbols: Set<UInt8> = []) -> [MathToken] {
        var tokenizer = MathTokenizer(bytes, symbols: symbols)
        tokenizer.run()
        return tokenizer.tokens
    }

    /// Single letters with an operator or a relation beside them.
    static func lonelyLetters(_ text: AnswerText) -> Set<UInt8> {
        var found: Set<UInt8> = []
        for index in 0..<text.count where AnswerText.isLetter(text[index]) {
            if AnswerText.isLetter(text[index - 1]) || AnswerText.isLetter(text[index + 1]) { continue }
            if text[index - 1] == UInt8(ascii: "\\") || text[index + 1] == UInt8(ascii: "'") { continue }
            var (before, after) = (index - 1, index + 1)
            while text[before] == 0x20 { before -= 1 }
            while text[after] == 0x20 { after += 1 }
            let marks = Array("=<>+-*/^".utf8)
            if marks.contains(text[after]) || (before >= 0 && marks.contains(text[before])) || text[after] >= 0xC2 {
                found.insert(text[index])
            }
        }
        return found
    }

    // MARK: - Emitting

    mutating func add(_ kind: MathToken.Kind, _ string: String, _ length: Int) {
        add(kind, string, index..<index + length)
    }

    mutating func add(_ kind: MathToken.Kind, _ string: String, _ range: Range<Int>) {
        tokens.append(MathToken(kind: kind, text: string, range: range, isSpaced: isSpaced, isMath: isMath))
        index = range.upperBound
        isSpaced = false
    }

    private mutating func skip(_ length: Int) {
        index += length
        isSpaced = true
    }

    var isBehindOperand: Bool { tokens.last?.endsOperand ?? false }

    // MARK: - Reading

    mutating func run() {
        while index < text.count {
            if let delimiter = delimiters[index] {
                isMath = delimiter.opens
                skip(max(1, delimiter.length))
                continue
            }
            let byte = text[index]
            if byte == 0x0A {
                add(.stop, "\n", 1)
                isSpaced = true
            } else if AnswerText.isSpace(byte) || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "`") {
                skip(1)
            } else if AnswerText.isDigit(byte) || (byte == UInt8(ascii: ".") && startsFraction) {
                number()
            } else if AnswerText.isLetter(byte) {
                letters()
            } else if byte == UInt8(ascii: "\\") {
                command()
            } else if byte >= 0x80 {
                unicode()
            } else {
                ascii(byte)
            }
        }
    }

    private var startsFraction: Bool {
        AnswerText.isDigit(text[index + 1]) && !AnswerText.isAlphanumeric(text[index - 1])
            && text[index - 1] != UInt8(ascii: ".")
    }

    private mutating func ascii(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "+"), UInt8(ascii: "-"): plusOrMinus(byte)
        case UInt8(ascii: "*"):
            let isDouble = text[index + 1] == byte
            let length = isDouble ? 2 : 1
            guard isBehindOperand || isBehindUnit, beginsOperand(at: skipSpaces(index + length)) else {
                return skip(length)
            }
            if isDouble { return power(from: index + 2) }
            add(.sign, "*", 1)
        case UInt8(ascii: "/"): add(.sign, "/", 1)
        case UInt8(ascii: "^"): power(from: index + 1)
        case UInt8(ascii: "("), UInt8(ascii: "["): bracket()
        case UInt8(ascii: ")"), UInt8(ascii: "]"): add(.close, ")", 1)
        case UInt8(ascii: "{"), UInt8(ascii: "}"): skip(1)
        case UInt8(ascii: "="):
            if text[index + 1] == UInt8(ascii: ">") { return add(.arrow, "=>", 2) }
            add(.relation, "=", text[index + 1] == UInt8(ascii: "=") ? 2 : 1)
        case UInt8(ascii: "<"), UInt8(ascii: ">"):
            if text[index + 1] == UInt8(ascii: "=") { return add(.relation, byte == 0x3C ? "≤" : "≥", 2) }
            if text[index + 1] == byte { return add(.unreadable, "", 2) }
            add(.relation, byte == 0x3C ? "<" : ">", 1)
        case UInt8(ascii: "~"):
            if text[index + 1] == UInt8(ascii: "=") { return add(.relation, "≈", 2) }
            add(isBehindOperand ? .relation : .unreadable, "≈", 1)
        case UInt8(ascii: "!"):
            if text[index + 1] == UInt8(ascii: "=") { return add(.relation, "≠", 2) }
            let next = text[skipSpaces(index + 1)]
            let goesOn = Array("+-*/^=<>)!".utf8).contains(next) || next == UInt8(ascii: "\\") || isMath
            add(isBehindOperand && goesOn ? .factorial : .stop, "!", 1)
        case UInt8(ascii: "%"): add(.percent, "%", 1)
        case UInt8(ascii: "$"): add(.currency, "$", 1)
        case UInt8(ascii: ","):
            let isGlued = isBehindOperand && AnswerText.isDigit(text[index - 1]) && AnswerText.isDigit(text[index + 1])
            add(isGlued ? .unreadable : .comma, ",", 1)
        case UInt8(ascii: ";"): add(.comma, ";", 1)
        case UInt8(ascii: ":"):
            let isGlued = AnswerText.isDigit(text[index - 1]) && AnswerText.isDigit(text[skipSpaces(index + 1)])
            add(isGlued ? .unreadable : .colon, ":", 1)
        case UInt8(ascii: "."):
            if text[index + 1] == UInt8(ascii: "."), text[index + 2] == UInt8(ascii: ".") {
                return add(.unreadable, "…", 3)
            }
            add(.stop, ".", 1)
        case UInt8(ascii: "?"): add(.stop, "?", 1)
        case UInt8(ascii: "|"): bars()
        case UInt8(ascii: "\""), UInt8(ascii: "#"): skip(1)
        case UInt8(ascii: "_"): isRule ? add(.unreadable, "_", 1) : skip(1)
        default: add(.unreadable, "", 1)
        }
    }

    private var isRule: Bool { text[index + 1] == UInt8(ascii: "_") || !AnswerText.isLetter(text[index + 1]) }

    /// Whether a unit's words stand behind an operand.
    private var isBehindUnit: Bool {
        guard tokens.last?.kind == .word else { return false }
        return tokens.suffix(5).contains { $0.endsOperand }
    }

    private mutating func plusOrMinus(_ byte: UInt8) {
        if byte == UInt8(ascii: "-"), text[index + 1] == UInt8(ascii: ">") { return add(.arrow, "->", 2) }
        if text[index + 1] == UInt8(ascii: "/") { return add(.unreadable, "+/-", 2) }
        // Inside of a word, or a rule of several.
        if byte == UInt8(ascii: "-") {
            if text[index + 1] == byte { return add(.stop, "--", 2) }
            if !isSpaced, tokens.last?.kind == .word, !isMath { return add(.unreadable, "-", 1) }
        }
        add(.sign, byte == UInt8(ascii: "+") ? "+" : "-", 1)
    }

    func skipSpaces(_ from: Int) -> Int {
        var cursor = from
        while cursor < text.count, text[cursor] == 0x20 { cursor += 1 }
        return cursor
    }

    private func beginsOperand(at place: Int) -> Bool {
        let byte = text[place]
        return AnswerText.isAlphanumeric(byte) || Array("($\\.-[".utf8).contains(byte) || byte >= 0x80
    }

    /// A bracket, or `(mod 5)`.
    private mutating func bracket() {
        let inside = skipSpaces(index + 1)
        if text.matchesWord("mod", at: inside) { return modulus(from: inside + 3) }
        add(.open, "(", 1)
    }

    private mutating func modulus(from place: Int) {
        var end = skipSpaces(place)
        var digits = ""
        while AnswerText.isDigit(text[end]), digits.utf8.count < 9 {
            digits.unicodeScalars.append(Unicode.Scalar(text[end]))
            end += 1
        }
        guard !digits.isEmpty, text[skipSpaces(end)] == UInt8(ascii: ")") || text[skipSpaces(end)] == UInt8(ascii: "}")
        else { return add(.unreadable, "mod", max(1, place - index)) }
        add(.modulus, digits, index..<skipSpaces(end) + 1)
    }

    /// A power: `^2`, `^{…}`, `^(…)`, `^x`.
    private mutating func power(from place: Int) {
        let start = skipSpaces(place)
        let byte = text[start]
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "(") {
            guard let end = closing(start) else { return add(.unreadable, "^", 1) }
            let inner = text.string(start + 1..<end - 1)
            if inner == "\\circ" { return add(.unreadable, "°", index..<end) }
            return add(.power, "^{" + inner + "}", index..<end)
        }
        var end = start
        if text[end] == UInt8(ascii: "-") || text[end] == UInt8(ascii: "+") { end += 1 }
        if AnswerText.isLetter(text[end]) {
            end += 1
        } else {
            while AnswerText.isDigit(text[end]) { end += 1 }
            // `2^1.5`, and `2^3^2`, which is read in two ways.
            if text[end] == UInt8(ascii: "."), AnswerText.isDigit(text[end + 1]) {
                end += 1
                while AnswerText.isDigit(text[end]) { end += 1 }
            }
        }
        let body = text.string(start..<end)
        guard end > start, end - start <= 12, AnswerText.isAlphanumeric(text[end - 1]) else {
            return add(.unreadable, "^", 1)
        }
        add(.power, "^{" + body + "}", index..<end)
    }

    /// Behind the bracket that closes the one at `start`.
    func closing(_ start: Int) -> Int? {
        let open = text[start]
        let close = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
        var (depth, cursor) = (0, start)
        while cursor < text.count, cursor - start <= MathTokenizer.raw {
            if text[cursor] == open { depth += 1 }
            if text[cursor] == close { depth -= 1 }
            cursor += 1
            if depth == 0 { return cursor }
        }
        return nil
    }

    /// `|x|`: an absolute value where the next bar closes it.
    private mutating func bars() {
        guard !isBehindOperand else { return add(.unreadable, "|", 1) }
        var cursor = index + 1
        while cursor < text.count, cursor - index < 80, text[cursor] != UInt8(ascii: "|"), text[cursor] != 0x0A {
            cursor += 1
        }
        guard text[cursor] == UInt8(ascii: "|"), cursor > index + 1 else { return add(.unreadable, "|", 1) }
        add(.raw, text.string(index..<cursor + 1), index..<cursor + 1)
    }

    // MARK: - Access for the other files

    var source: AnswerText { text }
    var place: Int { index }
    var isInMath: Bool { isMath }
    func isVariable(_ byte: UInt8) -> Bool { symbols.contains(byte) }
    mutating func pass(_ length: Int) { skip(length) }
    mutating func glue() { isSpaced = false }
    /// Replaces the last token.
    mutating func replaceLast(_ token: MathToken) {
        if !tokens.isEmpty { tokens[tokens.count - 1] = token }
        index = token.range.upperBound
    }
}
