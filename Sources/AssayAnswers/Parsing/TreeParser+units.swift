// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Units and words behind a value.
extension TreeParser {
    /// Reads the unit, or the words, behind a product; nil with nothing read where they do not belong to it.
    mutating func unit(after product: Product) throws(ParseError) -> String? {
        guard takesUnit(product.last) else { return nil }
        switch kind {
        case .word(let text):
            let text = string(text)
            advance()
            return options.isUnit(text) ? continued(text) : text
        case .unit(let name):
            advance()
            return continued(string(name))
        default: return nil
        }
    }

    /// Whether a value can have a unit: tuples, sets and texts cannot.
    private func takesUnit(_ tree: Expression) -> Bool {
        switch tree {
        case .tuple, .set, .interval, .union, .text, .matrix, .list, .emptySet, .numberSet, .quantity, .relation: false
        default: true
        }
    }

    /// `9.8 m/s^2`: letters that only as a whole are a unit.
    mutating func compoundUnit(after product: Product) -> String? {
        guard case .symbol(let first) = kind, current.isSpaced, Self.baseLetters.contains(string(first)),
            isNumeric(product.last), options.isUnit(string(first))
        else { return nil }
        let saved = index
        var atoms = 1
        let name = string(first)
        advance()
        let unit = continued(name, atoms: &atoms)
        switch kind {
        case .end, .comma, .close, .and, .or, .relation, .semicolon:
            // `2 L C` is a product.
            if atoms > 1, unit.utf8.contains(UInt8(ascii: "/")) { return unit }
        default: break
        }
        index = saved
        return nil
    }

    /// Letters that stand for a unit within a compound.
    private static let baseLetters: Set<String> = ["m", "s", "g", "h", "L", "l", "N", "J", "W", "V", "K", "A", "C"]

    private func isNumeric(_ tree: Expression) -> Bool {
        switch tree {
        case .number, .power(.number, _), .quotient(.number, .number): true
        default: false
        }
    }

    private mutating func continued(_ first: String) -> String {
        var atoms = 1
        return continued(first, atoms: &atoms)
    }

    /// Powers, quotients and products of further units.
    private mutating func continued(_ first: String, atoms: inout Int) -> String {
        var unit = first
        while atoms < 16 {
            switch kind {
            case .caret:
                guard let power = unitPower() else { return unit }
                unit += "^" + power
            case .slash, .times:
                guard let atom = unitAtom(1) else { return unit }
                unit += (kind == .slash ? "/" : "*") + atom
                index += 2
                atoms += 1
            default:
                guard current.isSpaced || isUnitToken, let atom = unitAtom(0) else { return unit }
                unit += "*" + atom
                index += 1
                atoms += 1
            }
        }
        return unit
    }

    private var isUnitToken: Bool { if case .unit = kind { true } else { false } }

    private func unitAtom(_ offset: Int) -> String? {
        switch peek(offset).kind {
        case .unit(let name): return string(name)
        case .word(let name), .symbol(let name):
            let name = string(name)
            guard options.isUnit(name) else { return nil }
            // Letters of one byte count only where they are common units.
            return name.utf8.count > 1 || Self.baseLetters.contains(name) ? name : nil
        case .function(.min) where offset > 0: return "min"
        default: return nil
        }
    }

    /// `^2`, `^{-1}`.
    private mutating func unitPower() -> String? {
        var place = 1
        let isBraced = peek(place).kind == .open(.brace)
        if isBraced { place += 1 }
        var sign = ""
        if peek(place).kind == .minus {
            sign = "-"
            place += 1
        }
        guard case .number(let power) = peek(place).kind, let value = literals[Int(power)].value.word else {
            return nil
        }
        place += 1
        if isBraced {
            guard peek(place).kind == .close(.brace) else { return nil }
            place += 1
        }
        index += place
        return sign + String(value)
    }
}
