// Part of Assay. SPDX-License-Identifier: Apache-2.0

import BigInt

/// Numbers and names.
extension ExpressionPrinter {
    // MARK: Numbers

    /// Whether a literal has no decimal notation of reasonable length and is written as a quotient.
    static func isQuotient(_ literal: NumberLiteral) -> Bool {
        !literal.isDecimal && !literal.value.isInteger && repeating(literal.value) == nil
    }

    mutating func number(_ literal: NumberLiteral) {
        let value = literal.value.magnitude
        if literal.value.signum < 0 { text += "-" }
        guard value.bitWidth < Self.digits * 3 else {
            text += value.decimalDescription(significantDigits: 20)
            return
        }
        guard literal.isDecimal else {
            if value.isInteger {
                text += String(value.numerator)
            } else if let decimal = Self.repeating(value) {
                text += decimal
            } else {
                text += "\(value.numerator)/\(value.denominator)"
            }
            return
        }
        // The mantissa, as a whole number of its last decimal.
        let decimals = literal.decimals ?? 0
        guard decimals <= Self.digits, literal.exponent.magnitude <= UInt(ParserLimits.exponent),
            let scale = Rational(decimal: [0x31], exponent: decimals - literal.exponent)
        else {
            text += value.decimalDescription(significantDigits: 20)
            return
        }
        let mantissa = value * scale
        guard mantissa.isInteger else {
            text += value.decimalDescription(significantDigits: 20)
            return
        }
        var digits = String(mantissa.numerator)
        if digits.utf8.count <= decimals {
            digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
        }
        if decimals > 0 { digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals)) }
        text += digits
        if literal.exponent != 0 { text += "e\(literal.exponent)" }
    }

    /// `0.1(6)`: the decimal expansion with its repeating digits in parentheses; nil where it is long.
    private static func repeating(_ value: Rational) -> String? {
        guard value.bitWidth < 700 else { return nil }
        let value = value.magnitude
        let bottom = value.denominator
        let whole = value.floor
        var (twos, fives) = (0, 0)
        var rest = bottom
        while rest % 2 == 0, twos < 300 {
            rest /= 2
            twos += 1
        }
        while rest % 5 == 0, fives < 300 {
            rest /= 5
            fives += 1
        }
        guard rest > 1 else { return nil }
        let prefix = max(twos, fives)
        // The period is the order of ten modulo what is left.
        var period = 1
        var power = BigInt(10) % rest
        while power != 1 {
            guard period < 200, rest != 1 else { return nil }
            power = power * 10 % rest
            period += 1
        }
        var remainder = value.numerator - whole * bottom
        var digits = ""
        for _ in 0..<(prefix + period) {
            remainder *= 10
            let digit = remainder / bottom
            digits += String(digit)
            remainder -= digit * bottom
        }
        return "\(whole).\(digits.prefix(prefix))(\(digits.dropFirst(prefix)))"
    }

    // MARK: Names

    mutating func constant(_ constant: Expression.Constant) {
        switch constant {
        case .pi: text += "π"
        case .e: text += "e"
        case .i: text += "i"
        case .infinity: text += "∞"
        }
    }

    mutating func numberSet(_ name: String) {
        let letters = ["R": "ℝ", "Q": "ℚ", "Z": "ℤ", "N": "ℕ", "C": "ℂ"]
        text += letters[String(name.prefix(1))] ?? String(name.prefix(1))
        var rest = name.dropFirst()
        guard !rest.isEmpty else { return }
        if rest.first == "_" {
            let index = rest.dropFirst().prefix { !"+-*".contains($0) || $0 == rest.dropFirst().first }
            text += "_{\(index)}"
            rest = rest.dropFirst(index.count + 1)
        }
        if !rest.isEmpty { text += "^{\(rest)}" }
    }

    /// A variable: an accent before a colon, an index behind the first underscore, primes or a mark at the end.
    mutating func symbol(_ name: String) {
        var base = name[...]
        var accent: Substring?
        if let colon = base.firstIndex(of: ":") {
            accent = base[..<colon]
            base = base[base.index(after: colon)...]
        }
        var primes = 0
        while base.last == "'" {
            base.removeLast()
            primes += 1
        }
        var mark: Substring?
        if base.utf8.count > 2, let last = base.last, "*+-".contains(last), base.dropLast().last == "^" {
            mark = base.suffix(1)
            base = base.dropLast(2)
        }
        var index: Substring?
        if let underscore = base.firstIndex(of: "_") {
            index = base[base.index(after: underscore)...]
            base = base[..<underscore]
        }
        if let accent { text += "\\\(accent){\(base)}" } else { letter(base, hasIndex: index != nil) }
        if let index { text += index.utf8.count == 1 ? "_\(index)" : "_{\(index)}" }
        if let mark { text += "^{\(mark)}" }
        text += String(repeating: "'", count: primes)
    }

    private mutating func letter(_ base: Substring, hasIndex: Bool) {
        let name = String(base)
        if name == "i" || name == "e", !hasIndex, !bound.contains(name) {
            text += "\\mathit{\(name)}"
        } else if name.utf8.count == 1 || Vocabulary.plainGreek.contains(name) {
            text += name
        } else {
            text += "\\\(name) "
        }
    }
}
