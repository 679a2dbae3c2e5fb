// Part of Assay. SPDX-License-Identifier: Apache-2.0

import BigInt

/// The residue of a whole number that is too large to be held, such as `5^{5^{5^5}} - 4`: exponents are reduced by Euler's
/// theorem, level by level.
///
/// For any modulus m and exponent e ≥ log₂ m: bᵉ ≡ b^(e mod φ(m) + φ(m)) (mod m), also where b and m have common factors.
struct TowerResidue {
    // MARK: Limits
    /// Most levels.
    static let depth = 40

    let exact: ExactEvaluator
    let budget: WorkBudget

    /// `expression` modulo `modulus`; nil where it is not made of whole numbers, +, −, ×, and powers whose exponents are
    /// certainly large.
    func residue(of expression: Expression, modulo modulus: UInt64, level: Int = 0) throws(EvaluationFailure) -> UInt64?
    {
        try budget.spend(10)
        guard level < TowerResidue.depth, modulus > 0 else { return nil }
        if let value = try small(expression) {
            guard value.isInteger else { return nil }
            return UInt64(value.numerator.modulus(BigInt(modulus)))
        }
        switch expression {
        case .sum(let terms):
            var total: UInt64 = 0
            for term in terms {
                guard let part = try residue(of: term, modulo: modulus, level: level + 1) else { return nil }
                total = UInt64((UInt128(total) + UInt128(part)) % UInt128(modulus))
            }
            return total
        case .product(let factors):
            var total: UInt64 = 1 % modulus
            for factor in factors {
                guard let part = try residue(of: factor, modulo: modulus, level: level + 1) else { return nil }
                total = TowerResidue.multiply(total, part, modulus)
            }
            return total
        case .negate(let inner):
            guard let part = try residue(of: inner, modulo: modulus, level: level + 1) else { return nil }
            return part == 0 ? 0 : modulus - part
        case .power(let base, let exponent):
            guard let base = try residue(of: base, modulo: modulus, level: level + 1) else { return nil }
            return try power(base, exponent, modulo: modulus, level: level)
        default: return nil
        }
    }

    /// `base` to the power of an expression.
    func power(
        _ base: UInt64, _ exponent: Expression, modulo modulus: UInt64, level: Int
    ) throws(EvaluationFailure) -> UInt64? {
        guard LargeNumbers(exact: exact).isHuge(exponent) else { return nil }
        try budget.spend(20_000)
        let totient = WordFactors.totient(modulus)
        guard let reduced = try residue(of: exponent, modulo: totient, level: level + 1) else { return nil }
        return TowerResidue.power(base, UInt128(reduced) + UInt128(totient), modulus)
    }

    private func small(_ expression: Expression) throws(EvaluationFailure) -> Rational? {
        do { return try exact.value(of: expression) } catch {
            if error == .unsupported { return nil }
            throw error
        }
    }

    private static func multiply(_ a: UInt64, _ b: UInt64, _ modulus: UInt64) -> UInt64 {
        modulus.dividingFullWidth((a % modulus).multipliedFullWidth(by: b % modulus)).remainder
    }

    private static func power(_ base: UInt64, _ exponent: UInt128, _ modulus: UInt64) -> UInt64 {
        var (result, square, rest) = (1 % modulus, base % modulus, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result = multiply(result, square, modulus) }
            square = multiply(square, square, modulus)
            rest >>= 1
        }
        return result
    }
}
