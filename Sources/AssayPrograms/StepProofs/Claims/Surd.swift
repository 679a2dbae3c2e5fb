// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import BigInt

/// An exact number `Σ q·√n` with fractions `q` and squarefree whole numbers `n ≥ 1`, each once.
///
/// Square roots of different squarefree numbers are linearly independent over the fractions, so such a number is 0 only
/// where nothing is left of it: equality is exact.
struct Surd: Hashable {
    // MARK: Limits
    /// Most square roots in a sum.
    static let terms = 16
    /// Largest number under a root.
    static let radicand = 1 << 32
    /// Most bits of a fraction.
    static let bits = 16_384

    /// The fraction of each square root; none is 0.
    private(set) var parts: [Int: Rational]

    init(_ value: Rational) { parts = value.isZero ? [:] : [1: value] }

    private init(parts: [Int: Rational]) { self.parts = parts.filter { !$0.value.isZero } }

    /// The value, where no root is in it.
    var rational: Rational? {
        if parts.isEmpty { return 0 }
        return parts.count == 1 ? parts[1] : nil
    }

    // MARK: Arithmetic

    static func + (a: Surd, b: Surd) -> Surd? {
        if let x = a.rational, let y = b.rational { return Surd(x + y).limited }
        return Surd(parts: a.parts.merging(b.parts) { $0 + $1 }).limited
    }

    var negated: Surd { Surd(parts: parts.mapValues(\.negated)) }

    static func * (a: Surd, b: Surd) -> Surd? {
        if let x = a.rational, let y = b.rational {
            guard x.bitWidth + y.bitWidth <= Surd.bits else { return nil }
            return Surd(x * y)
        }
        var result: [Int: Rational] = [:]
        for (m, x) in a.parts {
            for (n, y) in b.parts {
                // √m·√n = g·√(m/g · n/g) with g the greatest common divisor, since both are squarefree.
                let g = gcd(m, n)
                let (product, overflow) = (m / g).multipliedReportingOverflow(by: n / g)
                guard !overflow, product <= Surd.radicand else { return nil }
                result[product, default: 0] = result[product, default: 0] + x * y * Rational(g)
            }
        }
        return Surd(parts: result).limited
    }

    /// One over it, where it has at most two parts; nil of 0.
    var reciprocal: Surd? {
        guard let first = parts.first else { return nil }
        if parts.count == 1 {
            // 1/(q√n) = √n/(q·n)
            return (Rational(1) / (first.value * Rational(first.key))).map { Surd(parts: [first.key: $0]) }
        }
        guard parts.count == 2 else { return nil }
        var conjugate = parts
        conjugate[first.key] = first.value.negated
        let other = Surd(parts: conjugate)
        guard let norm = self * other, let inverse = norm.rational?.reciprocal else { return nil }
        return other * Surd(inverse)
    }

    /// The square root, where this is a fraction of moderate size and not negative.
    var squareRoot: Surd? {
        guard let value = rational, value.signum >= 0 else { return nil }
        if value.isZero { return self }
        if let root = value.exactRoot(2) { return Surd(root) }
        // √(p/q) = √(p·q)/q
        let lower = Rational(value.denominator)
        guard let product = (value * lower * lower).word, product <= Surd.radicand else { return nil }
        var (rest, outside, divisor) = (product, 1, 2)
        while divisor * divisor <= rest {
            while rest % (divisor * divisor) == 0 {
                rest /= divisor * divisor
                outside *= divisor
            }
            divisor += 1
        }
        return (Rational(outside) / lower).map { Surd(parts: [rest: $0]) }
    }

    /// −1, 0 or 1, exactly; nil where the number is so near to 0 that it would take too long.
    var sign: Int? {
        if let value = rational { return value.signum }
        for digits in [64, 256, 1_024] {
            guard let bounds = bounds(bits: digits) else { return nil }
            if bounds.low.signum > 0 { return 1 }
            if bounds.high.signum < 0 { return -1 }
        }
        return nil
    }

    /// Fractions below and above it.
    func bounds(bits: Int) -> (low: Rational, high: Rational)? {
        guard let scale = Rational(2).power(bits, bitLimit: 8_192), let unit = scale.reciprocal else { return nil }
        var (low, high) = (Rational(0), Rational(0))
        for (n, q) in parts {
            if n == 1 {
                low = low + q
                high = high + q
                continue
            }
            let square = Rational(n) * scale * scale
            let root = Rational(BigInt(square.numerator.magnitude.floorRoot(2))) * unit
            let (below, above) = (q * root, q * (root + unit))
            low = low + min(below, above)
            high = high + max(below, above)
        }
        return (low, high)
    }

    private var limited: Surd? {
        guard parts.count <= Surd.terms, parts.values.allSatisfy({ $0.bitWidth <= Surd.bits }) else { return nil }
        return self
    }

    private static func gcd(_ a: Int, _ b: Int) -> Int {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }

    /// As people write it: `1/2 - 1/2*sqrt(5)`.
    var text: String {
        if parts.isEmpty { return "0" }
        var text = ""
        for (n, q) in parts.sorted(by: { $0.key < $1.key }) {
            let size = q.magnitude
            let factor = n == 1 ? size.description : size == 1 ? "sqrt(\(n))" : "\(size)*sqrt(\(n))"
            text += text.isEmpty ? (q.signum < 0 ? "-" : "") + factor : (q.signum < 0 ? " - " : " + ") + factor
        }
        return text
    }
}
