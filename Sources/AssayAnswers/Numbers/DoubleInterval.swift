// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A closed interval of reals with doubles for its ends, which every operation rounds outward.
///
/// Ends may be infinite. Sums, products, quotients and roots that are doubles exactly stay exact.
package struct DoubleInterval: RealBall {
    package let low: Double
    package let high: Double

    /// All reals.
    static let all = DoubleInterval(-Double.infinity, Double.infinity)

    /// The interval between two ends; all reals where one is not a number.
    @inline(__always)
    init(_ low: Double, _ high: Double) {
        let isOrdered = low <= high
        self.low = isOrdered ? low : -Double.infinity
        self.high = isOrdered ? high : Double.infinity
    }

    @inline(__always)
    init(_ point: Double) { self.init(point, point) }

    package static func exact(_ value: Rational, precision: Int = 53) -> DoubleInterval {
        let nearest = value.doubleValue
        if let word = value.word, word.magnitude <= 1 << 53 { return DoubleInterval(nearest) }
        if nearest.isInfinite {
            return nearest > 0
                ? DoubleInterval(.greatestFiniteMagnitude, nearest) : DoubleInterval(nearest, -.greatestFiniteMagnitude)
        }
        guard let back = Rational(exactly: nearest) else { return .all }
        return back == value
            ? DoubleInterval(nearest)
            : back < value ? DoubleInterval(nearest, nearest.nextUp) : DoubleInterval(nearest.nextDown, nearest)
    }

    package static func pi(precision: Int = 53) -> DoubleInterval {
        DoubleInterval(0x1.921fb54442d18p1, 0x1.921fb54442d19p1)
    }

    package static func e(precision: Int = 53) -> DoubleInterval {
        DoubleInterval(0x1.5bf0a8b145769p1, 0x1.5bf0a8b14576ap1)
    }

    package var precision: Int { 53 }

    package func constant(_ value: Int) -> DoubleInterval {
        value.magnitude <= 1 << 53 ? DoubleInterval(Double(value)) : .exact(Rational(value))
    }

    // MARK: Facts

    package var sign: Int? { low > 0 ? 1 : high < 0 ? -1 : isExactZero ? 0 : nil }

    package var containsZero: Bool { low <= 0 && high >= 0 }

    package var isExactZero: Bool { low == 0 && high == 0 }

    package var exactWord: Int? { low == high ? Int(exactly: low) : nil }

    var isFinite: Bool { low.isFinite && high.isFinite }

    package func isDisjoint(from other: DoubleInterval) -> Bool { high < other.low || other.high < low }

    package var midpoint: Double {
        guard isFinite else { return low.isFinite ? low : high.isFinite ? high : 0 }
        return low / 2 + high / 2
    }

    package var magnitudeBounds: (lower: Double, upper: Double) {
        (containsZero ? 0 : min(low.magnitude, high.magnitude), max(low.magnitude, high.magnitude))
    }

    package var upperExponent: Int {
        let upper = magnitudeBounds.upper
        return upper == 0 ? Int.min : upper.isFinite ? Int(upper.exponent) + 1 : Int.max
    }

    package var lowerExponent: Int? {
        let lower = magnitudeBounds.lower
        return lower == 0 ? nil : Int(min(lower, .greatestFiniteMagnitude).exponent)
    }

    package func contains(_ value: Rational) -> Bool {
        let isAbove = Rational(exactly: low).map { $0 <= value } ?? (low < 0)
        let isBelow = Rational(exactly: high).map { value <= $0 } ?? (high > 0)
        return isAbove && isBelow
    }

    package static func hull(_ a: DoubleInterval, _ b: DoubleInterval) -> DoubleInterval {
        DoubleInterval(min(a.low, b.low), max(a.high, b.high))
    }

    package func floor() throws(BallFailure) -> DoubleInterval {
        let (a, b) = (low.rounded(.down), high.rounded(.down))
        guard a == b, a.isFinite else { throw .imprecise }
        return DoubleInterval(a)
    }
}

// MARK: - Arithmetic

extension DoubleInterval {
    /// A sum with what rounding cut off, exactly (Knuth's two-sum).
    @inline(__always)
    private static func sum(_ a: Double, _ b: Double) -> (sum: Double, rest: Double) {
        let sum = a + b
        let part = sum - a
        return (sum, (a - (sum - part)) + (b - part))
    }

    @inline(__always)
    private static func sumDown(_ a: Double, _ b: Double) -> Double {
        let (sum, rest) = sum(a, b)
        if sum.isInfinite { return sum > 0 && a.isFinite && b.isFinite ? .greatestFiniteMagnitude : sum }
        return rest < 0 || rest.isNaN ? sum.nextDown : sum
    }

    @inline(__always)
    private static func productDown(_ a: Double, _ b: Double) -> Double {
        if a == 0 || b == 0 { return 0 }
        let product = a * b
        if product.isInfinite { return product > 0 && a.isFinite && b.isFinite ? .greatestFiniteMagnitude : product }
        // Near the smallest doubles the rest cannot be seen.
        if product.magnitude < 0x1p-960 { return product.nextDown }
        return (-product).addingProduct(a, b) < 0 ? product.nextDown : product
    }

    @inline(__always)
    private static func quotientDown(_ a: Double, _ b: Double) -> Double {
        if a == 0 { return 0 }
        let quotient = a / b
        if quotient.isInfinite { return quotient > 0 && a.isFinite ? .greatestFiniteMagnitude : quotient }
        if quotient.magnitude > 0x1p-900, a.magnitude > 0x1p-900, a.addingProduct(-quotient, b) == 0 { return quotient }
        return quotient.nextDown
    }

    package static func + (a: DoubleInterval, b: DoubleInterval) -> DoubleInterval {
        DoubleInterval(sumDown(a.low, b.low), -sumDown(-a.high, -b.high))
    }

    package static func - (a: DoubleInterval, b: DoubleInterval) -> DoubleInterval { a + -b }

    package static prefix func - (a: DoubleInterval) -> DoubleInterval { DoubleInterval(-a.high, -a.low) }

    package static func * (a: DoubleInterval, b: DoubleInterval) -> DoubleInterval {
        if a.low >= 0, b.low >= 0 {
            return DoubleInterval(productDown(a.low, b.low), -productDown(-a.high, b.high))
        }
        if a.isExactZero || b.isExactZero { return DoubleInterval(0) }
        let low = min(
            min(productDown(a.low, b.low), productDown(a.low, b.high)),
            min(productDown(a.high, b.low), productDown(a.high, b.high)))
        let high = min(
            min(productDown(-a.low, b.low), productDown(-a.low, b.high)),
            min(productDown(-a.high, b.low), productDown(-a.high, b.high)))
        return DoubleInterval(low, -high)
    }

    package var square: DoubleInterval {
        let (lower, upper) = magnitudeBounds
        return DoubleInterval(max(0, Self.productDown(lower, lower)), -Self.productDown(-upper, upper))
    }

    package func scaled(by exponent: Int) -> DoubleInterval {
        self * DoubleInterval(Double(sign: .plus, exponent: min(max(exponent, -1000), 1000), significand: 1))
    }

    package var magnitude: DoubleInterval {
        let (lower, upper) = magnitudeBounds
        return DoubleInterval(lower, upper)
    }

    package func divided(by divisor: DoubleInterval) throws(BallFailure) -> DoubleInterval {
        if divisor.isExactZero { throw .undefined }
        if divisor.containsZero { throw .imprecise }
        guard divisor.low > 0 else { return try (-self).divided(by: -divisor) }
        // Each end by the divisor's end that takes it furthest out.
        return DoubleInterval(
            Self.quotientDown(low, low >= 0 ? divisor.high : divisor.low),
            -Self.quotientDown(-high, high <= 0 ? divisor.high : divisor.low))
    }

    package func squareRoot() throws(BallFailure) -> DoubleInterval {
        guard high >= 0 else { throw .undefined }
        func down(_ x: Double) -> Double {
            guard x > 0, x.isFinite else { return max(0, x) }
            let root = x.squareRoot()
            if x < 0x1p-900 { return root.nextDown }
            return x.addingProduct(-root, root) < 0 ? root.nextDown : root
        }
        func up(_ x: Double) -> Double {
            guard x > 0, x.isFinite else { return max(0, x) }
            let root = x.squareRoot()
            if x < 0x1p-900 { return root.nextUp }
            return x.addingProduct(-root, root) > 0 ? root.nextUp : root
        }
        return DoubleInterval(down(low), up(high))
    }
}
