// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

/// A quotient of two polynomials: what a term with divisions is, wherever its denominators are not 0.
struct PolynomialFraction {
    var upper: Polynomial
    var lower: Polynomial

    /// The fraction that a term is; nil where it is none, or too long.
    init?(_ term: Term, meter: WorkMeter) {
        if let polynomial = Polynomial(term, meter: meter) {
            self.init(upper: polynomial, lower: Polynomial(1))
            return
        }
        switch term {
        case .add(let parts):
            var total = PolynomialFraction(upper: Polynomial(0), lower: Polynomial(1))
            for part in parts {
                guard let part = PolynomialFraction(part, meter: meter), let sum = total.adding(part, meter) else {
                    return nil
                }
                total = sum
            }
            self = total
        case .multiply(let parts):
            var total = PolynomialFraction(upper: Polynomial(1), lower: Polynomial(1))
            for part in parts {
                guard let part = PolynomialFraction(part, meter: meter),
                    let upper = PolynomialFraction.product(total.upper, part.upper, meter),
                    let lower = PolynomialFraction.product(total.lower, part.lower, meter)
                else { return nil }
                total = PolynomialFraction(upper: upper, lower: lower)
            }
            self = total
        case .negate(let a):
            guard let a = PolynomialFraction(a, meter: meter) else { return nil }
            self.init(upper: a.upper.negated, lower: a.lower)
        case .divide(let a, let b):
            guard let a = PolynomialFraction(a, meter: meter), let b = PolynomialFraction(b, meter: meter),
                !b.upper.isZero, let upper = PolynomialFraction.product(a.upper, b.lower, meter),
                let lower = PolynomialFraction.product(a.lower, b.upper, meter)
            else { return nil }
            self.init(upper: upper, lower: lower)
        case .power(let a, let n):
            guard n <= 16, let a = PolynomialFraction(a, meter: meter) else { return nil }
            var total = PolynomialFraction(upper: Polynomial(1), lower: Polynomial(1))
            for _ in 0..<n {
                guard let upper = PolynomialFraction.product(total.upper, a.upper, meter),
                    let lower = PolynomialFraction.product(total.lower, a.lower, meter)
                else { return nil }
                total = PolynomialFraction(upper: upper, lower: lower)
            }
            self = total
        default: return nil
        }
    }

    private init(upper: Polynomial, lower: Polynomial) {
        self.upper = upper
        self.lower = lower
    }

    private static func product(_ a: Polynomial, _ b: Polynomial, _ meter: WorkMeter) -> Polynomial? {
        meter.spend(a.coefficients.count * b.coefficients.count * 60)
        return meter.isSpent ? nil : a * b
    }

    private func adding(_ other: PolynomialFraction, _ meter: WorkMeter) -> PolynomialFraction? {
        if lower == other.lower { return PolynomialFraction(upper: upper + other.upper, lower: lower) }
        guard let left = PolynomialFraction.product(upper, other.lower, meter),
            let right = PolynomialFraction.product(other.upper, lower, meter),
            let bottom = PolynomialFraction.product(lower, other.lower, meter)
        else { return nil }
        return PolynomialFraction(upper: left + right, lower: bottom)
    }
}
