// Part of Assay. SPDX-License-Identifier: Apache-2.0

import BigInt

/// Evaluates an expression of whole powers in a prime field.
///
/// ``EvaluationFailure/undefined`` is a zero denominator there, or a coefficient that the prime divides: another point
/// or prime may do.
struct FieldEvaluator {
    let field: PrimeField
    /// Values of the free variables.
    var values: [String: UInt64]
    let exact: ExactEvaluator
    let budget: WorkBudget
    let notes = Notes()

    /// What was met on the way.
    final class Notes {
        /// A power whose exponent is too large to be held: residues that agree then prove nothing.
        var hasTower = false
        /// A square root of −1, once it is needed.
        var imaginaryUnit: UInt64?
    }

    init(field: PrimeField, values: [String: UInt64], budget: WorkBudget) {
        self.field = field
        self.values = values
        self.budget = budget
        exact = ExactEvaluator(budget: budget)
    }

    /// The value.
    func value(of expression: Expression) throws(EvaluationFailure) -> UInt64 {
        try budget.spend(5)
        switch expression {
        case .number(let number):
            try budget.spend(number.value.bitWidth / 64)
            guard let value = field.reduce(number.value) else { throw .undefined }
            return value
        case .constant(.i):
            if let unit = notes.imaginaryUnit { return unit }
            guard let unit = field.rootOfUnity(order: 4) else { throw .unsupported }
            notes.imaginaryUnit = unit
            return unit
        case .symbol(let name):
            guard let value = values[name] else { throw .unsupported }
            return value
        case .sum(let terms):
            var total: UInt64 = 0
            for term in terms { total = field.add(total, try value(of: term)) }
            return total
        case .product(let factors):
            var total: UInt64 = 1
            for factor in factors { total = field.multiply(total, try value(of: factor)) }
            return total
        case .negate(let inner): return field.negate(try value(of: inner))
        case .percent(let inner): return try divide(try value(of: inner), 100)
        case .quotient(let upper, let lower): return try divide(try value(of: upper), try value(of: lower))
        case .power(let base, let exponent): return try power(try value(of: base), exponent)
        case .factorial(let inner):
            let n = try exact.small(try exact.value(of: inner), limit: 100_000)
            guard n >= 0 else { throw .undefined }
            try budget.spend(n)
            var product: UInt64 = 1
            if n > 1 { for factor in 2...n { product = field.multiply(product, UInt64(factor)) } }
            return product
        case .binomial(let upper, let lower):
            let k = try exact.small(try exact.value(of: lower), limit: 100_000)
            if k < 0 { return 0 }
            let n = try value(of: upper)
            try budget.spend(2 * k)
            var (above, below): (UInt64, UInt64) = (1, 1)
            for i in 0..<k {
                above = field.multiply(above, field.subtract(n, UInt64(i)))
                below = field.multiply(below, UInt64(i + 1))
            }
            return try divide(above, below)
        case .series(let kind, let index, let from, let to, let body):
            let (from, to) = (try exact.small(try exact.value(of: from)), try exact.small(try exact.value(of: to)))
            var total: UInt64 = kind == .sum ? 0 : 1
            guard from <= to else { return total }
            guard to - from < ExactEvaluator.stepLimit else { throw .unsupported }
            var inner = self
            for position in from...to {
                guard let element = field.reduce(Rational(position)) else { throw .undefined }
                inner.values[index] = element
                let term = try inner.value(of: body)
                total = kind == .sum ? field.add(total, term) : field.multiply(total, term)
            }
            return total
        default: throw .unsupported
        }
    }

    private func divide(_ a: UInt64, _ b: UInt64) throws(EvaluationFailure) -> UInt64 {
        try budget.spend(60)
        guard let inverse = field.inverse(b) else { throw .undefined }
        return field.multiply(a, inverse)
    }

    /// A whole power.
    ///
    /// The exponent is reduced modulo p − 1, which is right for every base but 0.
    private func power(_ base: UInt64, _ tree: Expression) throws(EvaluationFailure) -> UInt64 {
        let exponent: Rational
        do throws(EvaluationFailure) {
            exponent = try exact.value(of: tree)
        } catch {
            guard error == .unsupported else { throw error }
            let towers = TowerResidue(exact: exact, budget: budget)
            guard let value = try towers.power(base, tree, modulo: field.prime, level: 0) else { throw .unsupported }
            notes.hasTower = true
            return value
        }
        guard exponent.isInteger else { throw .unsupported }
        if base == 0 {
            guard exponent.signum > 0 else { throw .undefined }
            return 0
        }
        try budget.spend(90)
        if let word = exponent.word, word.magnitude < 1 << 32 {
            return field.power(base, word < 0 ? field.prime - 1 - UInt64(word.magnitude) : UInt64(word))
        }
        let order = BigInt(field.prime - 1)
        let reduced = exponent.numerator.modulus(order)
        return field.power(base, UInt64(reduced))
    }
}
