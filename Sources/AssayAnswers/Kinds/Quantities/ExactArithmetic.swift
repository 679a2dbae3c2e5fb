// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Evaluates arithmetic with units and constants exactly: `0.5*9.81*2^2 m`, `2 N_A`, `\frac{3\text{ m}}{2\text{ s}}`.
///
/// Arithmetic with plain numbers is ``ExactValue``'s, functions and roots are identity testing's.
struct ExactArithmetic {
    /// Whether a symbol may be a constant of nature.
    var allowsConstants: Bool
    /// Whether a symbol that is both a unit and a constant (`g`, `h`, `F`) is the unit.
    var prefersUnits: Bool
    /// Whether letters without a wrapper may be units: `3 m/(2 s)`.
    var allowsBareUnits: Bool

    /// A value in base units.
    struct Result: Sendable {
        var value: ExactValue
        var dimension: Dimension
        /// The constants in it, for evidence.
        var constants: [PhysicalConstant] = []
        var hasUnits = false

        /// Whether only a convention gives one of its constants.
        var isConventional: Bool { constants.contains { $0.isConventional } }
    }

    /// Operations within operations that are evaluated.
    private static let deepest = 64

    /// The value; nil where something else than numbers, units and constants is in it, or where it is no quantity.
    func evaluate(_ expression: Expression) -> Result? { evaluate(expression, 0) }

    private func evaluate(_ expression: Expression, _ depth: Int) -> Result? {
        guard depth < Self.deepest else { return nil }
        switch expression {
        case .negate(let inner):
            guard var result = evaluate(inner, depth + 1) else { return nil }
            result.value = result.value.negated
            return result
        case .sum(let terms):
            return fold(terms, depth) { sum, term in
                guard sum.dimension == term.dimension else { return nil }
                return sum.value.adding(term.value).map { Self.joined(sum, term, $0, sum.dimension) }
            }
        case .product(let factors):
            return fold(factors, depth) { product, factor in
                product.value.multiplied(by: factor.value).map {
                    Self.joined(product, factor, $0, product.dimension + factor.dimension)
                }
            }
        case .quotient(let top, let bottom):
            guard let top = evaluate(top, depth + 1), let bottom = evaluate(bottom, depth + 1),
                let value = top.value.divided(by: bottom.value)
            else { return nil }
            return Self.joined(top, bottom, value, top.dimension - bottom.dimension)
        case .power(let base, let exponent):
            guard let base = evaluate(base, depth + 1), let exponent = ExactValue(exponent)?.rational.word,
                abs(exponent) <= 20 || base.dimension.isNone, let value = base.value.power(exponent)
            else { return nil }
            let dimension = Dimension.none.multiplied(by: base.dimension, sixths: 6 * max(-20, min(20, exponent)))
            return Self.joined(base, nil, value, dimension)
        case .quantity(let inner, let unit):
            guard let inner = evaluate(inner, depth + 1), let unit = Self.unit(unit),
                let value = inner.value.multiplied(by: unit.value)
            else { return nil }
            return Self.joined(inner, unit, value, inner.dimension + unit.dimension)
        case .text(let text): return Self.unit(text)
        case .symbol(let name): return symbol(name)
        case .constant(.e): return symbol("e")
        default: return ExactValue(expression).map { Result(value: $0, dimension: .none) }
        }
    }

    private func fold(
        _ parts: [Expression], _ depth: Int, _ combine: (Result, Result) -> Result?
    ) -> Result? {
        var result: Result?
        for part in parts {
            guard let part = evaluate(part, depth + 1) else { return nil }
            guard let partial = result else {
                result = part
                continue
            }
            guard let combined = combine(partial, part) else { return nil }
            result = combined
        }
        return result
    }

    private static func joined(_ a: Result, _ b: Result?, _ value: ExactValue, _ dimension: Dimension) -> Result {
        Result(
            value: value, dimension: dimension, constants: a.constants + (b?.constants ?? []),
            hasUnits: a.hasUnits || b?.hasUnits == true)
    }

    // MARK: Symbols

    private func symbol(_ name: String) -> Result? {
        let constant = allowsConstants ? PhysicalConstants.named(name) : nil
        if allowsBareUnits, prefersUnits || constant == nil, let unit = Self.unit(name) { return unit }
        guard let constant else { return nil }
        var value = ExactValue(constant.value)
        // Tolerance applies to what a text rounds.
        value.isDecimal = true
        return Result(value: value, dimension: constant.dimension, constants: [constant])
    }

    private static func unit(_ text: String) -> Result? {
        guard let unit = UnitExpression(text)?.readings.first, unit.offset == nil else { return nil }
        let size = unit.angular
        return Result(
            value: ExactValue(size.factor, piPower: size.piPower), dimension: unit.dimension, hasUnits: true)
    }
}
