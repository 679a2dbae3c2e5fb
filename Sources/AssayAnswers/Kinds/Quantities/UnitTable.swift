// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The units that answers carry, by symbol and by name.
///
/// A symbol may mean several units (`min`, `h`, `C`, `ton`): ``units(named:)`` gives all its meanings, the usual one
/// first, and the unit of the other answer decides.
package struct UnitTable: Sendable {
    /// The table of all units.
    package static let standard = UnitTable(source)

    /// Meanings by symbol, with regard to case.
    private var bySymbol: [String: [Unit]] = [:]
    /// Meanings by name in small letters, singular; names of several words are joined by spaces.
    private var byName: [String: [Unit]] = [:]
    /// Words of the longest name.
    private(set) var longestName = 1
    /// Lines that cannot be read: empty, which a test holds.
    package private(set) var badLines: [String] = []

    /// Reads a table, see ``source``.
    init(_ source: String) {
        bySymbol.reserveCapacity(512)
        byName.reserveCapacity(512)
        for line in source.utf8.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
            let columns = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map(Self.trimmed)
            guard let (symbols, names, unit) = Self.unit(columns) else {
                badLines.append(Self.string(line))
                continue
            }
            for symbol in symbols { bySymbol[symbol, default: []].append(unit) }
            for name in names {
                byName[name, default: []].append(unit)
                longestName = max(longestName, name.utf8.count { $0 == 0x20 } + 1)
            }
        }
    }

    /// The meanings of a symbol or a name of one word, the usual one first; empty for what is no unit.
    package func units(named word: String) -> [Unit] {
        guard word.utf8.count <= Self.longestWord else { return [] }
        if let units = bySymbol[word] { return units }
        let prefixed = prefixedSymbol(word)
        if !prefixed.isEmpty { return prefixed }
        return units(phrase: word)
    }

    /// The meanings of a name of one or several words joined by spaces, in any case, singular or plural.
    func units(phrase: String) -> [Unit] {
        let name = phrase.lowercased()
        for candidate in Self.singulars(of: name) {
            if let units = byName[candidate] { return units }
            let prefixed = prefixedName(candidate)
            if !prefixed.isEmpty { return prefixed }
        }
        return []
    }

    /// Whether a text is a unit or an expression of units, with LaTeX wrappers or without, and no product of variables:
    /// `km`, `m/s^2`, `N m`, `\text{t}`, but not `t` or `cd`.
    package static func isUnit(_ text: String) -> Bool {
        guard let unit = UnitExpression(text) else { return false }
        return unit.isWrapped || (text.utf8.count == 2 ? unit.isPlainWhenGlued : unit.isPlain)
    }

    // MARK: Limits

    /// Bytes of the longest word that is looked up.
    private static let longestWord = 40

    // MARK: Look-up

    private func prefixedSymbol(_ word: String) -> [Unit] {
        for prefix in UnitPrefix.decimal where word.hasPrefix(prefix.symbol) {
            let rest = String(word.dropFirst(prefix.symbol.count))
            let units = (bySymbol[rest] ?? []).filter { Self.takes($0, prefix.power) }
            if !units.isEmpty {
                let size = UnitPrefix.powerOfTen(prefix.power)
                return units.map { $0.prefixed(prefix.symbol, size) }
            }
        }
        for prefix in UnitPrefix.binary where word.hasPrefix(prefix.symbol) {
            let rest = String(word.dropFirst(prefix.symbol.count))
            guard rest == "B" || rest == "b" || rest == "bit" || rest == "bps" else { continue }
            return (bySymbol[rest] ?? []).map { $0.prefixed(prefix.symbol, Rational(1 << prefix.power)) }
        }
        return []
    }

    private func prefixedName(_ name: String) -> [Unit] {
        for prefix in UnitPrefix.decimal where name.hasPrefix(prefix.name) {
            let rest = String(name.dropFirst(prefix.name.count))
            let units = (byName[rest] ?? []).filter { Self.takes($0, prefix.power) }
            if !units.isEmpty {
                let size = UnitPrefix.powerOfTen(prefix.power)
                return units.map { $0.prefixed(prefix.symbol, size) }
            }
        }
        for prefix in UnitPrefix.binary where name.hasPrefix(prefix.name) {
            let rest = String(name.dropFirst(prefix.name.count))
            guard rest == "byte" || rest == "bit" else { continue }
            return (byName[rest] ?? []).map { $0.prefixed(prefix.symbol, Rational(1 << prefix.power)) }
        }
        return []
    }

    private static func takes(_ unit: Unit, _ power: Int) -> Bool {
        switch unit.prefixes {
        case .none: false
        case .all: true
        case .large: power >= 3
        }
    }

    /// A name, and what it may be the plural of.
    private static func singulars(of name: String) -> [String] {
        var names = [name]
        // "degrees celsius", "parts per million": the plural is inside.
        if let space = name.firstIndex(of: " "), name[..<space].hasSuffix("s") {
            names.append(String(name[..<space].dropLast()) + String(name[space...]))
        }
        if name.hasSuffix("s") { names.append(String(name.dropLast())) }
        if name.hasSuffix("es") { names.append(String(name.dropLast(2))) }
        return names
    }

    // MARK: Reading the table

    private static func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
        var text = text
        while text.first == 0x20 { text.removeFirst() }
        while text.last == 0x20 { text.removeLast() }
        return text
    }

    private static func string(_ text: Substring.UTF8View) -> String { String(Substring(text)) }

    private static func unit(_ columns: [Substring.UTF8View]) -> (symbols: [String], names: [String], unit: Unit)? {
        guard columns.count == 5 || columns.count == 6,
            let prefixes = Unit.Prefixes(rawValue: string(columns[2])),
            let size = UnitSize(columns[3]), let dimension = dimension(columns[4])
        else { return nil }
        let symbols = columns[0].split(separator: 0x20).map(string)
        let names = columns[1].split(separator: UInt8(ascii: ",")).map { string(trimmed($0)) }
        guard let symbol = symbols.first ?? names.first else { return nil }
        var unit = Unit(symbol: symbol, dimension: dimension, factor: size.factor)
        unit.piPower = size.piPower
        unit.cycles = size.cycles
        unit.isApproximate = size.isApproximate
        unit.prefixes = prefixes
        if columns.count == 6 {
            guard let offset = UnitSize(columns[5]) else { return nil }
            unit.offset = offset.factor
        }
        return (symbols, names, unit)
    }

    /// Reads `kg m2 s-2`.
    private static func dimension(_ text: Substring.UTF8View) -> Dimension? {
        var result = Dimension.none
        for part in text.split(separator: 0x20) {
            let name = part.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x80 }
            guard let base = Dimension(base: string(name)) else { return nil }
            let digits = part.dropFirst(name.count)
            guard let power = digits.isEmpty ? 1 : Int(string(digits)) else { return nil }
            result = result.multiplied(by: base, sixths: power * Int(Dimension.unity))
        }
        return result
    }
}

/// The size of a unit as the table has it: `~1.66e-27`, `pi/180`, `turn/60`, `550*0.3048*9.80665`.
struct UnitSize {
    var factor: Rational = 1
    var piPower = 0
    var cycles = 0
    var isApproximate = false

    /// Reads a size; nil where it is none.
    init?(_ text: Substring.UTF8View) {
        var rest = text
        if rest.first == UInt8(ascii: "~") {
            isApproximate = true
            rest.removeFirst()
        }
        var isDivided = false
        while true {
            let token = rest.prefix { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "/") }
            switch token.first {
            case UInt8(ascii: "p"): piPower += isDivided ? -1 : 1
            case UInt8(ascii: "t"): cycles += isDivided ? -1 : 1
            default:
                guard let number = Rational(decimal: Array(token)), let inverse = number.reciprocal else { return nil }
                factor = factor * (isDivided ? inverse : number)
            }
            rest = rest.dropFirst(token.count)
            guard let sign = rest.popFirst() else { return }
            isDivided = sign == UInt8(ascii: "/")
        }
    }
}
