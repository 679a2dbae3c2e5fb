// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Reads a plain number: digits with separators, a fraction, scientific notation, a multiple of π.
enum PlainNumber {
    /// The expression; nil where the text is anything else.
    static func parse(_ text: String) -> Expression? {
        var text = text
        for (from, to) in [
            ("\\left", ""), ("\\right", ""), ("\\dfrac", "\\frac"), ("\\tfrac", "\\frac"), ("{,}", ""), ("\\,", ""),
            ("\\!", ""), ("\\ ", ""), ("~", ""), ("\\cdot", "*"), ("\\times", "*"), ("×", "*"), ("·", "*"), ("−", "-"),
            ("\\pi", "π"),
        ] { text = text.replacing(from, with: to) }
        text = text.replacing(" ", with: "")
        if text.hasPrefix("-"), let inner = parse(String(text.dropFirst())) { return .negate(inner) }
        if text.hasPrefix("\\frac{"), text.hasSuffix("}") {
            let parts = text.dropFirst(6).dropLast().split(separator: "}{")
            guard parts.count == 2, let a = parse(String(parts[0])), let b = parse(String(parts[1])) else { return nil }
            return .quotient(a, b)
        }
        if let slash = text.firstIndex(of: "/") {
            guard let a = parse(String(text[..<slash])), let b = parse(String(text[text.index(after: slash)...])) else {
                return nil
            }
            return .quotient(a, b)
        }
        if text.hasSuffix("π") {
            if text == "π" { return .constant(.pi) }
            guard let a = parse(String(text.dropLast())) else { return nil }
            return .product([a, .constant(.pi)])
        }
        var exponent = 0
        if let star = text.firstIndex(of: "*"), text[text.index(after: star)...].hasPrefix("10^") {
            let digits = text[text.index(star, offsetBy: 4)...].filter { $0 != "{" && $0 != "}" }
            guard let value = Int(digits) else { return nil }
            exponent = value
            text = String(text[..<star])
        } else if let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }),
            let value = Int(text[text.index(after: mark)...])
        {
            exponent = value
            text = String(text[..<mark])
        }
        let digits = text.filter { $0 != "," }
        guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let value = Rational(decimal: digits),
            abs(exponent) < 5000
        else { return nil }
        let decimals = digits.firstIndex(of: ".").map { digits.distance(from: $0, to: digits.endIndex) - 1 }
        let significant = digits.filter { $0 != "." }.drop { $0 == "0" }.count
        return .number(
            NumberLiteral(
                value * UnitPrefix.powerOfTen(exponent), decimals: decimals, significantDigits: significant,
                exponent: exponent))
    }
}
