// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Compares expressions without variables by rigorous balls: what step proofs need where values are not rational.
///
///     ClosedArithmetic.compare(parsed("\\sin 30°"), parsed("1/2"))   // .equal(bits: 480)
package enum ClosedArithmetic {
    /// How two values stand to each other.
    package enum Order: Sendable, Hashable {
        /// Certain.
        case less, greater
        /// They agree to so many bits, which is taken for equality: the chance of an error is below 2 to minus that.
        case equal(bits: Int)
    }

    /// Bits of agreement that are taken for equality.
    package static let bits = 200
    /// Precisions tried in turn.
    private static let precisions = [64, 256, 512]

    /// How two real values stand to each other; nil where that cannot be told, or one is not real or has no value.
    package static func compare(_ first: Expression, _ second: Expression) -> Order? {
        let budget = WorkBudget()
        for precision in precisions {
            let evaluator = BallEvaluator<BigBall>(precision: precision, values: [:], budget: budget)
            guard let a = try? evaluator.value(of: first), let b = try? evaluator.value(of: second) else { continue }
            if let a = a.rational, let b = b.rational { return a < b ? .less : b < a ? .greater : .equal(bits: 1_000) }
            let difference = a.ball(precision) - b.ball(precision)
            guard difference.imaginaryPart.containsZero else { return nil }
            if let sign = difference.re.sign, sign != 0 { return sign > 0 ? .greater : .less }
            let bound = difference.doubleUpperBound
            guard bound < 1 else { continue }
            let agreement = bound == 0 ? 1_000 : -Int(bound.exponent) - 1
            if agreement >= bits { return .equal(bits: agreement) }
        }
        return nil
    }
}
