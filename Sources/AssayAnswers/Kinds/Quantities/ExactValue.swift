// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A rational number times a power of π, with how precisely it was stated.
package struct ExactValue: Sendable, Hashable {
    package var rational: Rational
    package var piPower = 0
    /// One in the last place of a literal: 0.01 for `2.50`; nil for what is exact, and for what was computed.
    package var step: Rational?
    /// Significant digits of a literal as written; 0 for what was computed.
    package var significantDigits = 0
    /// Whether a decimal literal is in it, so that tolerance applies.
    package var isDecimal = false
    /// Whether more than a literal was evaluated.
    package var isComputed = false

    // MARK: Limits

    /// Bits that a value may have.
    static let bitLimit = 50_000
    /// Nested operations that are evaluated.
    private static let deepest = 64

    /// A value without more ado.
    package init(_ rational: Rational, piPower: Int = 0) {
        self.rational = rational
        self.piPower = rational.isZero ? 0 : piPower
    }

    /// A literal.
    init(_ literal: NumberLiteral) {
        rational = literal.value
        isDecimal = literal.isDecimal
        significantDigits = literal.significantDigits
        if isDecimal, abs(literal.exponent) < 10_000 {
            step = UnitPrefix.powerOfTen(literal.exponent - (literal.decimals ?? 0))
        }
    }

    /// The value of an expression of numbers and π; nil where it holds anything else or is too large.
    package init?(_ expression: Expression) {
        guard let value = Self.value(of: expression, depth: 0) else { return nil }
        self = value
    }

    private static func value(of expression: Expression, depth: Int) -> ExactValue? {
        guard depth < deepest else { return nil }
        func value(_ expression: Expression) -> ExactValue? { Self.value(of: expression, depth: depth + 1) }
        switch expression {
        case .number(let literal): return literal.value.bitWidth <= bitLimit ? ExactValue(literal) : nil
        case .constant(.pi): return ExactValue(1, piPower: 1)
        case .negate(let inner): return value(inner)?.negated
        case .sum(let terms):
            return fold(terms, value) { $0.adding($1) }
        case .product(let factors):
            return fold(factors, value) { $0.multiplied(by: $1) }
        case .quotient(let top, let bottom):
            guard let top = value(top), let bottom = value(bottom) else { return nil }
            return top.divided(by: bottom)
        case .power(let base, let exponent):
            guard let base = value(base), let exponent = value(exponent), exponent.piPower == 0,
                let word = exponent.rational.word
            else { return nil }
            return base.power(word)
        case .root(let radicand, let degree):
            guard let radicand = value(radicand), radicand.piPower == 0, let degree = value(degree)?.rational.word,
                (2...16).contains(degree), let root = radicand.rational.exactRoot(degree)
            else { return nil }
            return ExactValue(root).computed(from: radicand)
        default: return nil
        }
    }

    private static func fold(
        _ parts: [Expression], _ value: (Expression) -> ExactValue?,
        _ combine: (ExactValue, ExactValue) -> ExactValue?
    ) -> ExactValue? {
        var result: ExactValue?
        for part in parts {
            guard let part = value(part) else { return nil }
            guard let partial = result else {
                result = part
                continue
            }
            guard let combined = combine(partial, part) else { return nil }
            result = combined
        }
        return result
    }

    // MARK: Arithmetic

    private func computed(from others: ExactValue...) -> ExactValue {
        var result = self
        result.isComputed = true
        result.isDecimal = others.contains { $0.isDecimal }
        return result
    }

    /// The value with the other sign.
    var negated: ExactValue {
        var result = self
        result.rational = rational.negated
        return result
    }

    /// The sum; nil of different powers of π.
    func adding(_ other: ExactValue) -> ExactValue? {
        guard piPower == other.piPower || rational.isZero || other.rational.isZero else { return nil }
        let power = rational.isZero ? other.piPower : piPower
        return ExactValue(rational + other.rational, piPower: power).computed(from: self, other)
    }

    /// The product; nil past ``bitLimit``.
    func multiplied(by other: ExactValue) -> ExactValue? {
        guard rational.bitWidth + other.rational.bitWidth <= Self.bitLimit else { return nil }
        let product = ExactValue(rational * other.rational, piPower: piPower + other.piPower)
        return product.computed(from: self, other)
    }

    /// The quotient; nil by 0.
    func divided(by other: ExactValue) -> ExactValue? {
        guard rational.bitWidth + other.rational.bitWidth <= Self.bitLimit,
            let quotient = rational / other.rational
        else { return nil }
        var result = ExactValue(quotient, piPower: piPower - other.piPower).computed(from: self, other)
        // A fraction of whole numbers is a way to write a number.
        result.isComputed = isComputed || other.isComputed || isDecimal || other.isDecimal
        return result
    }

    /// A whole power; nil past ``bitLimit``.
    func power(_ exponent: Int) -> ExactValue? {
        guard abs(exponent) <= 100_000, let power = rational.power(exponent, bitLimit: Self.bitLimit) else {
            return nil
        }
        return ExactValue(power, piPower: piPower * exponent).computed(from: self)
    }

    // MARK: Conversion

    /// The value in another unit.
    func converted(by conversion: UnitConversion) -> ExactValue? {
        if conversion.isIdentity { return self }
        var result = self
        guard rational.bitWidth + conversion.factor.bitWidth <= Self.bitLimit else { return nil }
        result.rational = rational * conversion.factor
        result.piPower = result.rational.isZero ? 0 : piPower + conversion.piPower
        if !conversion.offset.isZero {
            guard result.piPower == 0 else { return nil }
            result.rational = result.rational + conversion.offset
        }
        result.step = step.map { $0 * conversion.factor }
        if conversion.piPower != 0 { result.step = result.step.flatMap { $0 * Self.power(ofPi: conversion.piPower) } }
        return result
    }

    /// The value as a fraction: π as a decimal of 60 digits.
    var approximation: Rational { piPower == 0 ? rational : rational * Self.power(ofPi: piPower) }

    private static func power(ofPi power: Int) -> Rational { pi.power(power, bitLimit: 100_000) ?? 1 }

    /// π to 60 decimals.
    private static let pi =
        Rational(decimal: "3.141592653589793238462643383279502884197169399375105820974945") ?? 3

    /// The value for print: exact where that is short, else to 15 digits.
    package var description: String {
        let isFraction = rational.bitWidth <= 20 && rational.rounded(decimals: 12) != rational
        let number = isFraction ? rational.description : rational.decimalDescription(significantDigits: 15)
        switch piPower {
        case 0: return number
        case 1: return rational == 1 ? "π" : "\(number)·π"
        default: return "\(number)·π^\(piPower)"
        }
    }
}

extension ExactValue {
    /// The value of a text that is a number or a multiple of π.
    init?(text: String) {
        // `3,5` is a list to most, and a decimal where that makes it a number.
        guard let value = Self.parser.readings(text).lazy.compactMap({ ExactValue($0) }).first else { return nil }
        self = value
    }

    /// The mathematics that a text is.
    static func expression(_ text: String) -> Expression? { try? parser.parse(text).get() }

    private static let parser = MathParser(options: ParserOptions(isUnit: { UnitTable.isUnit($0) }))
}
