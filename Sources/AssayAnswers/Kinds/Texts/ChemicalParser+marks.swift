// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Charges, states, oxidation numbers and mass numbers.
extension ChemicalParser {
    /// The charge of `^{3+}`, `^+`, `^{+3}`, `^3+`, `^{2-}`, `^{--}`; nil where it is no charge.
    mutating func script() -> Int? {
        index += 1
        let isBraced = byte() == UInt8(ascii: "{")
        if isBraced { index += 1 }
        var number = integer()
        var sign = 0
        while byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-"), abs(sign) < 4 {
            let step = byte() == UInt8(ascii: "+") ? 1 : -1
            if sign * step < 0 { return nil }
            // `^+ + Cl`: without braces one sign.
            if !isBraced, sign != 0 { break }
            sign += step
            index += 1
        }
        let isNumberFirst = number != nil
        if sign != 0, number == nil { number = integer() }
        if isBraced {
            guard byte() == UInt8(ascii: "}") else { return nil }
            index += 1
        }
        guard sign != 0 else { return nil }
        if let number {
            guard abs(sign) == 1, number > 0, number < 100 else { return nil }
            // `K^{-1}` is an inverse more often than a charge.
            if isNumberFirst { hasNumberedCharge = true } else { hasSignedExponent = true }
            return number * sign
        }
        return sign
    }

    /// A charge written without `^`, and what it can mean.
    mutating func plainCharge(_ species: ChemicalSpecies) -> [ChemicalSpecies] {
        let start = index
        // `SO_4 2-`: the number behind a space.
        var spaced: Int?
        if byte() == 0x20, byte(1) &- 0x30 < 10 {
            index += 1
            spaced = integer()
        }
        guard byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-"), isCharge() else {
            index = start
            return []
        }
        let sign = byte() == UInt8(ascii: "+") ? 1 : -1
        index += 1
        var signed = species
        signed.charge += sign * (spaced ?? 1)
        if spaced != nil {
            hasNumberedCharge = true
            return [signed]
        }
        // The digits before the sign may be the charge or its last digit.
        let before = start > 0 ? bytes[start - 1] : 0
        guard before &- 0x30 < 10, species.charge == 0, let split = Self.split(species) else { return [signed] }
        var other = split.species
        other.charge = sign * split.digit
        hasNumberedCharge = true
        let isIon = species.elements.count == 1 && ChemicalElements.isMetal(firstElement)
        return isIon || split.count >= 10 ? [other, signed] : [signed, other]
    }

    /// The species with the last digit of its last count taken off.
    static func split(_ species: ChemicalSpecies) -> (species: ChemicalSpecies, digit: Int, count: Int)? {
        guard species.parts.count == 1, let last = species.parts[0].units.last else { return nil }
        var copy = species
        let count: Int
        switch last {
        case .atom(_, _, let value): count = value
        case .group(_, let value): count = value
        }
        guard count > 1, count % 10 > 0 else { return nil }
        copy.parts[0].units[copy.parts[0].units.count - 1] = times(last, max(1, count / 10))
        return (copy, count % 10, count)
    }

    /// Whether the sign here ends a species instead of joining two.
    func isCharge() -> Bool {
        var next = index + 1
        let isDirect = next < bytes.count && bytes[next] != 0x20
        while next < bytes.count, bytes[next] == 0x20 { next += 1 }
        guard next < bytes.count else { return true }
        switch bytes[next] {
        case UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "+"): return true
        case UInt8(ascii: "("): return isState(next - index)
        default: return byte() == UInt8(ascii: "-") && !isDirect
        }
    }

    /// Whether `(s)`, `(aq)`, `_{(g)}` stand `offset` bytes ahead.
    func isState(_ offset: Int = 0) -> Bool { stateLength(offset) != nil }

    func stateLength(_ offset: Int = 0) -> (length: Int, name: String)? {
        var place = offset
        while byte(place) == UInt8(ascii: "_") || byte(place) == UInt8(ascii: "{") || byte(place) == 0x20 { place += 1 }
        guard byte(place) == UInt8(ascii: "(") else { return nil }
        place += 1
        let name: String
        switch byte(place) {
        case UInt8(ascii: "s"): name = "s"
        case UInt8(ascii: "l"): name = "l"
        case UInt8(ascii: "g"): name = "g"
        case UInt8(ascii: "a"):
            guard byte(place + 1) == UInt8(ascii: "q") else { return nil }
            place += 1
            name = "aq"
        default: return nil
        }
        guard byte(place + 1) == UInt8(ascii: ")") else { return nil }
        place += 2
        if byte(place) == UInt8(ascii: "}") { place += 1 }
        return (place - offset, name)
    }

    mutating func state() -> String {
        guard let (length, name) = stateLength() else { return "" }
        index += length
        return name
    }

    /// The value of `(III)`; nil where no Roman number in brackets is here.
    mutating func romanNumeral() -> Int? {
        guard byte() == UInt8(ascii: "(") else { return nil }
        for (value, name) in ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"].enumerated() {
            let length = name.utf8.count
            guard index + length + 1 < bytes.count, bytes[index + length + 1] == UInt8(ascii: ")"),
                bytes[index + 1..<index + 1 + length].elementsEqual(name.utf8)
            else { continue }
            index += length + 2
            return value + 1
        }
        return nil
    }

    /// The mass number of `^{14}_{6}` or `_6^{14}` before an element; nil, and nothing read, where there is none.
    mutating func isotopeMass() -> Int? {
        let start = index
        var mass: Int?
        for _ in 0..<2 {
            let isMass = byte() == UInt8(ascii: "^")
            guard isMass || byte() == UInt8(ascii: "_") else { break }
            index += 1
            let isBraced = byte() == UInt8(ascii: "{")
            if isBraced { index += 1 }
            let value = integer()
            if isBraced, byte() == UInt8(ascii: "}") { index += 1 }
            if isMass { mass = value }
        }
        skipSpaces()
        if let mass, mass > 0, byte() &- 0x41 < 26 { return mass }
        index = start
        return nil
    }
}
