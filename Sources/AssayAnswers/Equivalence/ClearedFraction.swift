// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// An expression as one fraction: `y − 1/x` is `(xy − 1)/x`, so that `y = 1/x` is seen to be `xy = 1`.
struct ClearedFraction {
    /// Most nodes of a fraction that is cleared: the product of many denominators would be longer than it is worth.
    private static let mostNodes = 400

    private(set) var numerator: Expression
    private(set) var denominator: Expression?

    /// Nil where nothing has a denominator, or it grows too long.
    init?(_ expression: Expression) {
        guard ExpressionProfile(expression).nodes <= 100 else { return nil }
        self = ClearedFraction.fraction(expression)
        guard denominator != nil, ExpressionProfile(numerator).nodes <= ClearedFraction.mostNodes else { return nil }
    }

    private init(_ numerator: Expression, over denominator: Expression?) {
        self.numerator = numerator
        self.denominator = denominator
    }

    private static func fraction(_ expression: Expression) -> ClearedFraction {
        switch expression {
        case .negate(let inner):
            let inner = fraction(inner)
            return ClearedFraction(.negate(inner.numerator), over: inner.denominator)
        case .quotient(let upper, let lower):
            let (upper, lower) = (fraction(upper), fraction(lower))
            return ClearedFraction(
                product(upper.numerator, lower.denominator),
                over: product(lower.numerator, upper.denominator))
        case .product(let factors):
            var result = ClearedFraction(.integer(1), over: nil)
            for factor in factors.map(fraction) {
                result.numerator = .product([result.numerator, factor.numerator])
                result.denominator = factor.denominator.map { product($0, result.denominator) } ?? result.denominator
            }
            return result
        case .sum(let terms):
            let terms = terms.map(fraction)
            guard terms.contains(where: { $0.denominator != nil }), terms.count(where: { $0.denominator != nil }) <= 4
            else { return ClearedFraction(expression, over: nil) }
            let numerators = terms.indices.map { index in
                terms.indices.reduce(terms[index].numerator) { result, other in
                    other == index ? result : product(result, terms[other].denominator)
                }
            }
            let denominators = terms.compactMap(\.denominator)
            return ClearedFraction(.sum(numerators), over: .product(denominators))
        default: return ClearedFraction(expression, over: nil)
        }
    }

    private static func product(_ a: Expression, _ b: Expression?) -> Expression { b.map { .product([a, $0]) } ?? a }
}
