// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A term of a chemical equation: what it can mean, and how often.
package struct ChemicalTerm: Sendable {
    /// Numerator and denominator of the coefficient.
    package var coefficient: (numerator: Int, denominator: Int)
    /// The readings, preferred first: `Fe3+` is Fe³⁺ or Fe₃⁺.
    package var readings: [ChemicalSpecies]
    /// Whether it can hardly be anything but chemistry.
    package var isEvident: Bool
}

/// Reads formulas and equations.
///
/// Unknown letters, variables as subscripts and free text make it fail. Groups nest at most 8 deep.
package struct ChemicalParser {
    let bytes: [UInt8]
    var index = 0
    private var depth = 0

    // What makes a formula evident.
    private var elementCount = 0
    private var twoLetterCount = 0
    private var subscriptCount = 0
    private var hasSubscriptOne = false
    private var hasIsotope = false
    var hasNumberedCharge = false
    var hasSignedExponent = false
    var firstElement = 0
    private var distinct: Set<Int> = []

    /// The terms of one side of an equation, or the only term; nil where the text is no chemistry.
    ///
    /// - Returns: the sides, at most two.
    package static func parse(_ notation: ChemicalNotation) -> [[ChemicalTerm]]? {
        guard !notation.isForeign, !notation.bytes.isEmpty, notation.bytes.count <= limit else { return nil }
        var parser = ChemicalParser(notation.bytes)
        return parser.sides()
    }

    /// Longer texts are no formulas, in bytes.
    private static let limit = 4_096
    private static let depthLimit = 8

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    func byte(_ offset: Int = 0) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }

    mutating func skipSpaces() {
        while byte() == 0x20 { index += 1 }
    }

    private mutating func sides() -> [[ChemicalTerm]]? {
        var sides: [[ChemicalTerm]] = [[]]
        while true {
            skipSpaces()
            guard let term = term() else { return nil }
            sides[sides.count - 1].append(term)
            skipSpaces()
            switch byte() {
            case 0:
                return index >= bytes.count ? sides : nil
            case UInt8(ascii: "+"): index += 1
            case UInt8(ascii: ">"):
                index += 1
                if sides.count == 2 { return nil }
                sides.append([])
            default: return nil
            }
        }
    }

    private mutating func term() -> ChemicalTerm? {
        (elementCount, twoLetterCount, subscriptCount) = (0, 0, 0)
        (hasSubscriptOne, hasIsotope, hasNumberedCharge, hasSignedExponent) = (false, false, false, false)
        (firstElement, distinct) = (0, [])
        guard let coefficient = coefficient() else { return nil }
        skipSpaces()
        if let electron = electron() {
            return ChemicalTerm(coefficient: coefficient, readings: [electron], isEvident: false)
        }
        var parts: [(units: [ChemicalSpecies.Unit], count: Int)] = []
        var charge = 0
        guard let first = units(closing: 0, charge: &charge) else { return nil }
        parts.append((first, 1))
        while byte() == UInt8(ascii: "."), bytes.count > index + 1 {
            index += 1
            skipSpaces()
            let count = integer() ?? 1
            guard let next = units(closing: 0, charge: &charge) else { return nil }
            parts.append((next, count))
        }
        var species = ChemicalSpecies(parts: parts)
        species.charge = charge
        var readings = plainCharge(species)
        let state = state()
        if readings.isEmpty { readings = [species] }
        // A charge may follow the state or stand behind a space.
        for place in readings.indices { readings[place].state = state }
        return ChemicalTerm(coefficient: coefficient, readings: readings, isEvident: isEvident(readings))
    }

    // MARK: Numbers

    mutating func integer() -> Int? {
        var value = 0
        let start = index
        while byte() &- 0x30 < 10, index - start < 5 {
            value = value * 10 + Int(byte() - 0x30)
            index += 1
        }
        return index > start ? value : nil
    }

    /// `2`, `1/2`, `0.5`, or nothing; nil for 0.
    private mutating func coefficient() -> (Int, Int)? {
        guard let whole = integer() else { return (1, 1) }
        if byte() == UInt8(ascii: "/") {
            index += 1
            guard let denominator = integer(), denominator > 0, whole > 0 else { return nil }
            return (whole, denominator)
        }
        if byte() == UInt8(ascii: "."), byte(1) &- 0x30 < 10 {
            index += 1
            let start = index
            guard let digits = integer() else { return nil }
            let scale = (0..<(index - start)).reduce(1) { value, _ in value * 10 }
            let numerator = whole * scale + digits
            return numerator > 0 ? (numerator, scale) : nil
        }
        return whole > 0 ? (whole, 1) : nil
    }

    // MARK: Units

    private mutating func electron() -> ChemicalSpecies? {
        guard byte() == UInt8(ascii: "e") else { return nil }
        let start = index
        index += 1
        if byte() == UInt8(ascii: "^") { index += 1 }
        let isBraced = byte() == UInt8(ascii: "{")
        if isBraced { index += 1 }
        guard byte() == UInt8(ascii: "-") else {
            index = start
            return nil
        }
        index += 1
        if isBraced {
            guard byte() == UInt8(ascii: "}") else { return nil }
            index += 1
        }
        var electron = ChemicalSpecies(parts: [])
        electron.isElectron = true
        electron.charge = -1
        return electron
    }

    /// The units up to `closing`; nil where something else is met or there is none.
    private mutating func units(closing: UInt8, charge: inout Int) -> [ChemicalSpecies.Unit]? {
        var units: [ChemicalSpecies.Unit] = []
        loop: while index < bytes.count {
            switch byte() {
            case UInt8(ascii: "("), UInt8(ascii: "["):
                if closing == 0, isState() { break loop }
                if let oxidation = romanNumeral() {
                    if units.count == 1, charge == 0 {
                        charge = oxidation
                        hasNumberedCharge = true
                    }
                    continue
                }
                guard let group = group(&charge) else { return nil }
                units.append(group)
            case 0x41...0x5A:
                guard let atom = atom(mass: 0) else { return nil }
                units.append(atom)
            case UInt8(ascii: "^"):
                if let mass = isotopeMass() {
                    guard let atom = atom(mass: mass) else { return nil }
                    units.append(atom)
                } else {
                    guard !units.isEmpty, let value = script() else { return nil }
                    charge += value
                    // `SO^{2-}_4` has the count behind the charge.
                    if byte() == UInt8(ascii: "_"), let last = units.popLast() {
                        guard let count = indexCount() else { return nil }
                        units.append(Self.times(last, count))
                    }
                }
            case UInt8(ascii: "_"):
                guard let mass = isotopeMass() else {
                    // `_{(aq)}` is a state.
                    if closing == 0, isState() { break loop }
                    return nil
                }
                guard let atom = atom(mass: mass) else { return nil }
                units.append(atom)
            case UInt8(ascii: "-"):
                // A bond between two letters.
                guard !units.isEmpty, byte(1) &- 0x41 < 26 || byte(1) == UInt8(ascii: "(") && !isState(1) else {
                    break loop
                }
                index += 1
            default: break loop
            }
        }
        if closing != 0, byte() != closing { return nil }
        return units.isEmpty ? nil : units
    }

    static func times(_ unit: ChemicalSpecies.Unit, _ count: Int) -> ChemicalSpecies.Unit {
        switch unit {
        case .atom(let number, let mass, _): .atom(number, mass: mass, count: count)
        case .group(let units, _): .group(units, count: count)
        }
    }

    private mutating func group(_ charge: inout Int) -> ChemicalSpecies.Unit? {
        guard depth < Self.depthLimit else { return nil }
        depth += 1
        defer { depth -= 1 }
        let closing = byte() == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
        index += 1
        guard let inner = units(closing: closing, charge: &charge) else { return nil }
        index += 1
        guard let count = count() else { return nil }
        return .group(inner, count: count)
    }

    private mutating func atom(mass: Int) -> ChemicalSpecies.Unit? {
        let first = byte()
        let second = byte(1)
        var number = 0
        if second &- 0x61 < 26, let found = ChemicalElements.number(first, second) {
            number = found
            twoLetterCount += 1
            index += 2
        } else {
            guard let found = ChemicalElements.number(first) else { return nil }
            number = found
            index += 1
        }
        // A small letter that belongs to no symbol: a word.
        guard byte() &- 0x61 >= 26 else { return nil }
        if elementCount == 0 { firstElement = number }
        elementCount += 1
        distinct.insert(number)
        if mass > 0 { hasIsotope = true }
        guard let count = count() else { return nil }
        return .atom(number, mass: mass, count: count)
    }

    /// The count after a unit: 1 where there is none; nil where it is no number.
    private mutating func count() -> Int? {
        if byte() == UInt8(ascii: "_") {
            if isState() { return 1 }
            return indexCount()
        }
        guard byte() &- 0x30 < 10 else { return 1 }
        guard let count = integer(), count > 0 else { return nil }
        if count == 1 { hasSubscriptOne = true }
        subscriptCount += 1
        return count
    }

    private mutating func indexCount() -> Int? {
        index += 1
        let isBraced = byte() == UInt8(ascii: "{")
        if isBraced { index += 1 }
        guard let count = integer(), count > 0 else { return nil }
        if isBraced {
            guard byte() == UInt8(ascii: "}") else { return nil }
            index += 1
        }
        if count == 1 { hasSubscriptOne = true }
        subscriptCount += 1
        return count
    }

    // MARK: Evidence

    private func isEvident(_ readings: [ChemicalSpecies]) -> Bool {
        if hasIsotope { return true }
        if hasSubscriptOne { return false }
        let charge = readings.first?.charge ?? 0
        if hasSignedExponent { return twoLetterCount > 0 || subscriptCount > 0 && distinct.count > 1 }
        if charge != 0 {
            if hasNumberedCharge || twoLetterCount > 0 || distinct.count > 1 { return true }
            return firstElement == 1 || firstElement == 19 && charge > 0
                || [9, 53].contains(firstElement) && charge < 0
        }
        if subscriptCount > 0 { return distinct.count > 1 || twoLetterCount > 0 }
        guard elementCount > 1, twoLetterCount > 0 else { return false }
        // NaN is no sodium nitride.
        return !(distinct == [7, 11] && elementCount == 2)
    }
}
