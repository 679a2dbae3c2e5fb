// Part of Assay. SPDX-License-Identifier: Apache-2.0

import BigInt

/// Numbers too large to be written out, of which it is still certain that they are large.
struct LargeNumbers {
    // MARK: Limits
    /// Most levels.
    static let depth = 64
    /// What is certainly exceeded.
    static let bound = Rational(BigInt(1) << 64)

    let exact: ExactEvaluator

    /// Whether the value is certainly a whole number above 2⁶⁴.
    func isHuge(_ expression: Expression, level: Int = 0) -> Bool {
        guard level < LargeNumbers.depth else { return false }
        func huge(_ part: Expression) -> Bool { isHuge(part, level: level + 1) }
        /// Whether a part is certainly a whole number of at least so much.
        func exceeds(_ part: Expression, _ least: Int) -> Bool {
            if let value = try? exact.value(of: part) { return value.isInteger && value >= Rational(least) }
            return huge(part)
        }
        switch expression {
        case .number(let number): return number.value.isInteger && number.value > LargeNumbers.bound
        case .power(let base, let exponent): return exceeds(base, 2) && exceeds(exponent, 65)
        case .factorial(let inner): return exceeds(inner, 21)
        case .doubleFactorial(let inner): return exceeds(inner, 40)
        case .binomial(let upper, let lower):
            // C(n, k) ≥ (n/k)^k for 1 ≤ k ≤ n/2.
            guard let n = try? exact.value(of: upper), let k = try? exact.value(of: lower), n.isInteger, k.isInteger,
                k >= Rational(65), n >= k * Rational(2)
            else { return false }
            return true
        case .sum(let terms):
            // One huge term outweighs numbers that can be written out; no huge term is subtracted.
            return terms.contains(where: huge)
                && terms.allSatisfy { huge($0) || ((try? exact.value(of: $0)).map { $0.bitWidth < 32 } ?? false) }
        case .product(let factors):
            return factors.contains(where: huge) && factors.allSatisfy { exceeds($0, 1) }
        case .series(.product, let index, let from, let to, let body):
            guard body == .symbol(index) else { return false }
            guard let from = try? exact.value(of: from), let to = try? exact.value(of: to) else { return false }
            return from >= Rational(1) && to - from >= Rational(66)
        default: return false
        }
    }
}
