// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A product of powers of units, with all that its symbols may mean.
///
///     UnitExpression("\\mathrm{kg\\,m^2/s^2}")?.readings.first?.dimension   // kg m^2 s^-2
///
/// Reads products (`N m`, `N·m`, `newton-meters`), quotients (`m/s/s`, `miles per hour`, `\frac{m}{s}`), powers (`m^2`,
/// `m²`, `m2`, `s^{-1}`, `square metres`, `meters per second squared`) and parentheses, between LaTeX wrappers or not.
/// After `/`, a product is read both ways: `J/kg·K` is J/(kg·K) to most who write it.
package struct UnitExpression: Sendable {
    /// What it may mean, the usual meaning first; never empty.
    package let readings: [UnitReading]
    /// Whether a wrapper or `°` shows that this is a unit.
    let isWrapped: Bool
    /// Whether it is a unit behind a number and a space, without a wrapper: `5 J`, `3 kg`, `2 m/s`, not `5 t`.
    let isPlain: Bool
    /// Whether it is a unit right behind a digit, without a wrapper: `5kg`, `3m/s`, not `5m`.
    let isPlainWhenGlued: Bool
    /// Its factors as they were written, for print.
    let printed: String

    // MARK: Limits

    private static let mostReadings = 16
    private static let deepestNesting = 12
    private static let mostFactors = 12
    /// The largest power of a unit.
    private static let largestPower = 30

    /// Reads a text; nil where it is no expression of units.
    package init?(_ text: String) {
        guard text.utf8.count <= UnitScanner.longestText * 4 else { return nil }
        self.init(Array(text.unicodeScalars))
    }

    /// Reads scalars; nil where they are no expression of units.
    init?(_ text: [Unicode.Scalar]) {
        let scanner = UnitScanner(text)
        guard scanner.isValid else { return nil }
        self.init(tokens: scanner.tokens, isWrapped: scanner.isWrapped)
    }

    /// Reads signs; nil where they are no expression of units.
    init?(tokens: [UnitToken], isWrapped: Bool) {
        var strict = UnitParser(tokens, isLoose: false, nesting: Self.deepestNesting)
        guard let factors = strict.parse(), (1...Self.mostFactors).contains(factors.count),
            factors.allSatisfy({ abs($0.sixths) <= Self.largestPower * Int(Dimension.unity) })
        else { return nil }
        var readings = Self.readings(of: factors)
        if strict.isOrderOpen {
            var loose = UnitParser(tokens, isLoose: true, nesting: Self.deepestNesting)
            if let others = loose.parse() { readings += Self.readings(of: others) }
        }
        guard !readings.isEmpty else { return nil }
        self.readings = readings
        printed = Self.print(factors)
        self.isWrapped = isWrapped
        let words = factors.map(\.word)
        let hasWord = words.contains { Self.isWord($0) }
        let isSpeed = Self.speeds.contains(printed)
        isPlain = hasWord || isSpeed || Self.isPlain(factors, tokens)
        isPlainWhenGlued = hasWord || isSpeed || words.contains { Self.gluedPairs.contains($0) }
    }

    // MARK: Readings

    private static func readings(of factors: [UnitFactor]) -> [UnitReading] {
        var partial = [UnitReading.one]
        for factor in factors {
            var next: [UnitReading] = []
            for unit in factor.units {
                for reading in partial {
                    if let product = reading.multiplied(by: unit, sixths: factor.sixths) { next.append(product) }
                    if next.count == mostReadings { break }
                }
            }
            partial = next
        }
        if factors.count == 1, let factor = factors.first, factor.sixths == Int(Dimension.unity) {
            // Only a scale on its own has an offset: J/°C is per degree of difference.
            for (index, unit) in factor.units.enumerated() where index < partial.count {
                partial[index].offset = unit.offset
            }
        }
        return partial
    }

    // MARK: Print

    private static func print(_ factors: [UnitFactor]) -> String {
        factors.map { factor in
            let symbol = factor.units.first?.symbol ?? factor.word
            let sixths = factor.sixths
            if sixths == 6 { return symbol }
            return sixths % 6 == 0 ? "\(symbol)^\(sixths / 6)" : "\(symbol)^(\(sixths)/6)"
        }.joined(separator: "·")
    }

    // MARK: Units and products of variables

    /// Whether factors behind a number and a space are units.
    private static func isPlain(_ factors: [UnitFactor], _ tokens: [UnitToken]) -> Bool {
        let words = factors.map(\.word)
        if words.contains(where: { plainPairs.contains($0) || gluedPairs.contains($0) }) { return true }
        // `/m` behind a number is a quotient by a variable.
        if tokens.first == .slash { return false }
        if factors.count == 1 { return words.contains { letters.contains($0) } }
        return tokens.contains(.slash) || factors.contains { $0.sixths < 0 }
            || words.contains { capitals.contains($0) }
    }

    private static func isWord(_ word: String) -> Bool {
        word.utf8.count >= 3 || !word.utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    }

    private static let speeds: Set<String> = ["m·s^-1", "m·s^-2", "ft·s^-1", "ft·s^-2"]
    private static let letters: Set<String> = ["m", "s", "g", "h", "J", "N", "W", "V", "A", "K", "L", "C", "F", "T"]
    private static let capitals: Set<String> = ["J", "N", "W", "V", "A", "K", "L", "C"]
    /// Pairs of letters that are units even right behind a digit.
    private static let gluedPairs: Set<String> = [
        "cm", "mm", "km", "kg", "mL", "ml", "ft", "yd", "lb", "oz", "hr", "kJ", "kW", "MW", "Pa", "eV", "Hz", "dB",
        "kN",
        "kV", "GB", "MB", "KB", "TB",
    ]
    /// Pairs of letters that are units behind a space.
    private static let plainPairs: Set<String> = [
        "in", "mi", "MJ", "nm", "ms", "mA", "mV", "mW", "mg", "mK", "mT", "cL", "dm", "hm", "Wb", "Sv", "Gy", "Bq",
        "Ah",
        "Wh", "ly", "pc", "AU", "ha", "cc", "hp", "qt", "pt", "Nm", "Ns", "cd", "lm", "lx", "pF", "nF", "nC", "kB",
        "ns",
        "pm", "fm", "wk", "yr", "kA", "mH", "mN", "mM", "Ci", "Oe", "Da", "cP", "kt", "Mt", "Gs",
    ]
}

/// One factor of a unit expression.
struct UnitFactor {
    /// As written.
    var word: String
    /// What it may mean, the usual meaning first.
    var units: [Unit]
    /// Its power, in sixths.
    var sixths: Int
}

extension UnitExpression {
    /// Whether it is `%`, which mathematics decides.
    var isPercent: Bool { printed == "%" }
    /// Whether it is the degree of an angle.
    var isDegree: Bool { printed == "°" }
    /// Whether it is a temperature on a scale with a zero of its own.
    var isTemperature: Bool { readings.contains { $0.offset != nil } }
}
