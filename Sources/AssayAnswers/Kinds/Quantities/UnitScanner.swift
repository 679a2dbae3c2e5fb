// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// One sign of a unit's text.
enum UnitToken: Hashable {
    /// A symbol, a word, or a piece of a name.
    case word(String)
    case digits(Int)
    /// Digits and a sign that stand as an exponent: `⁻²`, the `2` of `m2`, the `-1` of `s-1`.
    case exponent(Int)
    case caret, slash, times, hyphen, plus, open, close
}

/// Splits a unit's text into its signs: LaTeX wrappers go, `\frac{a}{b}` becomes `(a)/(b)`, Unicode becomes plain.
struct UnitScanner {
    /// The signs.
    private(set) var tokens: [UnitToken] = []
    /// Whether a wrapper (`\text`, `\mathrm`) or `°` shows that this is a unit and no product of variables.
    private(set) var isWrapped = false
    /// Whether the text can be the text of a unit.
    private(set) var isValid = true

    /// What the next letters are: a new word, or more of the last one.
    private var joins = false
    private var braces: [Brace] = []
    /// Whether `\mathring` stands before the next letter.
    private var hasRing = false
    /// What the next groups at a depth are: the parts of a fraction, an exponent.
    private var pendingGroups: [(brace: Brace, depth: Int)] = []

    private enum Brace { case plain, group, numerator, denominator }

    // MARK: Limits

    /// Bytes of the longest unit.
    static let longestText = 240
    private static let mostTokens = 64

    /// Scans a text; `isValid` is false where it cannot be a unit.
    init(_ text: [Unicode.Scalar]) {
        guard text.count <= Self.longestText else {
            isValid = false
            return
        }
        var index = 0
        while index < text.count, isValid, tokens.count <= Self.mostTokens { scan(text, &index) }
        // A wrapper that opens before the unit may close after it.
        isValid = isValid && braces.isEmpty && pendingGroups.isEmpty && tokens.count <= Self.mostTokens
    }

    private mutating func scan(_ text: [Unicode.Scalar], _ index: inout Int) {
        let scalar = text[index]
        index += 1
        switch scalar {
        case "\\": macro(text, &index)
        case "{": open()
        case "}": close()
        case " ", "~", "\t", "\n", "\u{A0}", "\u{2009}", "\u{202F}", "\u{2003}", "\u{2002}": joins = false
        case "$": break
        case "^": caret(text, &index)
        case "/", "\u{2044}", "\u{2215}": append(.slash)
        case "*":
            if index < text.count, text[index] == "*" {
                index += 1
                append(.caret)
            } else {
                append(.times)
            }
        case "·", "⋅", "×", "•", "∙", "∗": append(.times)
        case "-", "−", "‐", "‑", "–": hyphen(text, index)
        case "+": append(.plus)
        case "(", "[": append(.open)
        case ")", "]": append(.close)
        case ".": dot(text, index)
        case "0"..."9": digits(text, &index, first: scalar)
        case "⁻", "⁺", "¹", "²", "³", "⁰", "⁴"..."⁹": superscript(text, &index)
        default: letter(scalar)
        }
    }

    private mutating func append(_ token: UnitToken) {
        tokens.append(token)
        joins = false
    }

    // MARK: Words

    private mutating func letter(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "a"..."z", "A"..."Z", "ö", "å", "é": word(scalar)
        case "Ω", "\u{2126}": word("Ω")
        case "μ", "\u{B5}": word("μ")
        case "Å", "\u{212B}": word("Å")
        case "°", "º", "˚": degree()
        case "℃", "℉", "ℓ", "%", "‰", "′", "″", "'", "\"", "’", "”", "☉", "⊙": word(scalar)
        case "ħ", "ℏ": word("ħ")
        case "\u{200B}", "\u{FEFF}": break
        default: isValid = false
        }
    }

    private mutating func word(_ scalar: Unicode.Scalar) {
        var scalar = scalar
        if hasRing, scalar == "A" { scalar = "Å" }
        hasRing = false
        if scalar == "’" { scalar = "'" }
        if scalar == "”" { scalar = "\"" }
        if joins, case .word(let last)? = tokens.last, Self.areOneWord(last, scalar) {
            tokens[tokens.count - 1] = .word(last + String(scalar))
        } else if case .word("°")? = tokens.last, scalar == "C" || scalar == "F" || scalar == "K" || scalar == "R" {
            tokens[tokens.count - 1] = .word("°" + String(scalar))
        } else {
            tokens.append(.word(String(scalar)))
        }
        joins = true
    }

    private static func areOneWord(_ word: String, _ next: Unicode.Scalar) -> Bool {
        let isMark = next == "'" || next == "\"" || next == "%" || next == "′" || next == "″"
        let endsInMark = word.hasSuffix("'") || word == "\"" || word == "%" || word == "′" || word == "″"
        return isMark == endsInMark
    }

    private mutating func degree() {
        isWrapped = true
        append(.word("°"))
        joins = true
    }

    // MARK: Exponents

    private mutating func caret(_ text: [Unicode.Scalar], _ index: inout Int) {
        // `^\circ` and `^{\circ}` are the degree sign, `^\prime` a minute or a foot.
        var next = index
        while next < text.count, text[next] == " " || text[next] == "{" { next += 1 }
        for (name, sign) in [
            ("\\circ", "°"), ("\\degree", "°"), ("°", "°"), ("\\prime\\prime", "''"), ("\\prime", "'"),
        ] {
            let name = Array(name.unicodeScalars)
            guard text[next...].starts(with: name) else { continue }
            let isBraced = text[index..<next].contains("{")
            index = next + name.count
            while isBraced, index < text.count, text[index] != "}" {
                guard text[index] == " " else {
                    isValid = false
                    return
                }
                index += 1
            }
            if isBraced { index += 1 }
            if sign == "°" {
                degree()
            } else {
                isWrapped = true
                append(.word(sign))
            }
            return
        }
        append(.caret)
        if index < text.count, text[index] == "{" { pendingGroups.append((.group, braces.count)) }
    }

    private mutating func digits(_ text: [Unicode.Scalar], _ index: inout Int, first: Unicode.Scalar) {
        var value = Int(first.value - 48)
        while index < text.count, case "0"..."9" = text[index] {
            value = min(value * 10 + Int(text[index].value - 48), 1_000_000)
            index += 1
        }
        if joins, case .word(let last)? = tokens.last, last.last?.isLetter == true {
            append(.exponent(value))
        } else {
            append(.digits(value))
        }
    }

    private mutating func hyphen(_ text: [Unicode.Scalar], _ index: Int) {
        if joins, case .word? = tokens.last, index < text.count, case "1"..."9" = text[index],
            index + 1 == text.count || text[index + 1].value > 57 || text[index + 1].value < 48
        {
            // `s-1`: the digit becomes an exponent.
            tokens.append(.caret)
            tokens.append(.hyphen)
            joins = false
            return
        }
        append(.hyphen)
    }

    private mutating func superscript(_ text: [Unicode.Scalar], _ index: inout Int) {
        index -= 1
        var isNegative = false
        if text[index] == "⁻" || text[index] == "⁺" {
            isNegative = text[index] == "⁻"
            index += 1
        }
        var value = 0
        let start = index
        while index < text.count, let digit = Self.superscriptValue(text[index]) {
            value = min(value * 10 + digit, 1_000_000)
            index += 1
        }
        guard index > start else {
            isValid = false
            return
        }
        append(.exponent(isNegative ? -value : value))
    }

    private static func superscriptValue(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "¹": 1
        case "²": 2
        case "³": 3
        case "⁰", "⁴"..."⁹": Int(scalar.value - 0x2070)
        default: nil
        }
    }

    private mutating func dot(_ text: [Unicode.Scalar], _ index: Int) {
        // `ft.` ends an abbreviation; `kg.m` is a product.
        if joins, index < text.count, text[index].properties.isAlphabetic {
            append(.times)
        } else if case .word? = tokens.last {
            joins = false
        } else {
            isValid = false
        }
    }

    // MARK: LaTeX

    private mutating func macro(_ text: [Unicode.Scalar], _ index: inout Int) {
        var name = ""
        while index < text.count, case "a"..."z" = text[index].lowercaseASCII {
            name.unicodeScalars.append(text[index])
            index += 1
        }
        guard !name.isEmpty else {
            // `\,` and its kind; `\%`.
            guard index < text.count else { return }
            let scalar = text[index]
            index += 1
            if scalar == "%" {
                word("%")
            } else if " ,;:!/\\".unicodeScalars.contains(scalar) {
                joins = scalar == "!" && joins
            } else {
                isValid = false
            }
            return
        }
        let wasJoined = joins
        switch name {
        case "text", "mathrm", "textrm", "mbox", "rm", "mathit", "mathbf", "textbf", "textit", "operatorname",
            "textnormal",
            "hbox", "mathsf", "textsf", "unit", "si", "bf", "it", "mathnormal":
            isWrapped = true
            // The space after `\rm` belongs to the macro.
            while index < text.count, text[index] == " " { index += 1 }
            joins = wasJoined
        case "left", "right", "big", "Big", "bigl", "bigr", "displaystyle", "textstyle", "limits": break
        case "quad", "qquad", "thinspace", "space", "enspace", "medspace", "nobreakspace": joins = false
        case "frac", "dfrac", "tfrac", "cfrac":
            pendingGroups += [(.denominator, braces.count), (.numerator, braces.count)]
            joins = false
        case "cdot", "times", "ast", "bullet", "cdotp": append(.times)
        case "div": append(.slash)
        case "mu", "textmu", "upmu", "micro": word("μ")
        case "Omega", "ohm", "textohm", "Upomega": word("Ω")
        case "circ", "degree", "textdegree": degree()
        case "AA", "angstrom", "r": word("Å")
        case "mathring": hasRing = true
        case "ell": word("ℓ")
        case "celsius", "degreeCelsius":
            degree()
            word("C")
        case "percent": word("%")
        case "prime": word("'")
        case "odot": word("⊙")
        default: isValid = false
        }
    }

    private mutating func open() {
        let isPending = pendingGroups.last?.depth == braces.count
        let brace = isPending ? pendingGroups.removeLast().brace : .plain
        if brace != .plain { append(.open) }
        braces.append(brace)
    }

    private mutating func close() {
        guard let brace = braces.popLast() else {
            isValid = false
            return
        }
        switch brace {
        case .plain: break
        case .group, .denominator: append(.close)
        case .numerator:
            append(.close)
            append(.slash)
        }
    }
}

extension Unicode.Scalar {
    /// The small letter of an ASCII letter.
    fileprivate var lowercaseASCII: Unicode.Scalar {
        (65...90).contains(value) ? Unicode.Scalar(UInt8(value + 32)) : self
    }
}
