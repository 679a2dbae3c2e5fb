// Part of Assay. SPDX-License-Identifier: Apache-2.0

import BigInt
import Synchronization

extension BigReal {
    package func gamma() throws(BallFailure) -> BigReal {
        guard !error.isInfinite else { throw .imprecise }
        if let word = exactWord {
            if word <= 0 { throw .undefined }
            if word <= 4 * words + 20 {
                return (1..<max(word, 2)).reduce(BigReal(1, words: words)) { $0 * BigReal($1, words: words) }
            }
        }
        // Past 2^30 the result has more than 2^34 bits before its point.
        guard let sign, middle.exponent < 30 else { throw .imprecise }
        let inner = with(words: words + 1)
        if sign > 0 { return try inner.positiveGamma().with(words: words).rounded }
        // Γ(x) = π / (sin(πx) Γ(1 − x))
        let pi = BigConstants.pi(words: words + 1)
        let sine = try (pi * inner).sinCos().sin
        let product = sine * (try (inner.constant(1) - inner).positiveGamma())
        return try pi.divided(by: product).with(words: words).rounded
    }

    /// Stirling's series, at an argument that is moved up until the series reaches the precision.
    private func positiveGamma() throws(BallFailure) -> BigReal {
        let bits = 64 * words
        let least = Double(bits) * 0.17 + 4
        let shift = max(0, Int((least - midpoint).rounded(.up)))
        var product = constant(1)
        for i in 0..<shift { product = product * (self + constant(i)) }
        let x = self + constant(shift)
        guard let lower = x.lowerExponent, x.sign == 1 else { throw .imprecise }
        // log Γ(x) = (x − ½) log x − x + ½ log 2π + Σ B₂ₖ / (2k (2k − 1) x^(2k − 1)), off by less than the first term left out.
        var sum = (x - constant(1).halved) * (try x.log()) - x
        sum = sum + (try BigConstants.pi(words: words).doubled.log()).halved
        let inverse = try constant(1).divided(by: x)
        let square = inverse.square
        var power = inverse
        var last = ErrorBound(power: -lower)
        for k in 1..<2 * bits {
            guard let bernoulli = Bernoulli.number(k) else { throw .imprecise }
            let weight = bernoulli * (Rational(1, 2 * k * (2 * k - 1)) ?? 0)
            let term = BigReal.exact(weight, words: words) * power
            let size = term.upperBound
            // The terms fall, then rise again: no further than the least.
            if size.upperExponent < -bits || !(size < last) {
                sum = sum.widened(by: size)
                break
            }
            sum = sum + term
            power = power * square
            last = size
        }
        return try sum.exp().divided(by: product)
    }

    package func errorFunction() throws(BallFailure) -> BigReal {
        if isExactZero { return self }
        guard !error.isInfinite else { throw .imprecise }
        if !error.isZero, error.upperExponent > 0 { return Self.around(ErrorBound(power: 0), words: words) }
        let result = try center.with(words: words + 1).centerErrorFunction().with(words: words).rounded
        // The slope is at most 2/√π < 2.
        return result.widened(by: error.scaled(by: 1))
    }

    private func centerErrorFunction() throws(BallFailure) -> BigReal {
        guard !middle.isZero else { return constant(0) }
        let size = midpoint.magnitude
        if size * size > Double(64 * words) * 0.7 || middle.exponent > 40 {
            // 1 − erf x ≤ exp(−x²)
            let bits = middle.exponent > 40 ? 64 * words : min(64 * words * 4, Int(size * size * 1.4426))
            let one = constant(1).widened(by: ErrorBound(power: -bits))
            return middle.isNegative ? -one : one
        }
        // erf x = 2/√π exp(−x²) Σ 2^k x^(2k + 1) / (1·3·5···(2k + 1)), all terms of one sign.
        let twice = square.doubled
        var term = self
        var sum = self
        var k = 1
        while true {
            term = try (term * twice).divided(by: constant(2 * k + 1))
            sum = sum + term
            // From here on each term is less than half the one before it.
            if Double(2 * k + 3) > 4 * size * size + 1, term.upperExponent < sum.upperExponent - 64 * words { break }
            k += 1
        }
        sum = sum.widened(by: term.upperBound)
        let scale = try BigConstants.pi(words: words).squareRoot()
        return try ((-square).exp() * sum).doubled.divided(by: scale)
    }

    package func lambertW() throws(BallFailure) -> BigReal {
        if isExactZero { return self }
        guard !error.isInfinite, middle.exponent < 1000 else { throw .imprecise }
        let guess = try DoubleInterval(midpoint).lambertW().midpoint
        let inner = words + 1
        var w = BigReal(BigFloat(guess), words: inner)
        let x = with(words: inner)
        if guess.magnitude < 1e-8 { w = x.center - x.center.square }
        // Newton's iteration on the middles; then a change of sign proves the root.
        for _ in 0..<(3 + Int(Double(words).squareRoot()) * 2) {
            let power = try w.exp()
            let step = try (w * power - x).center.divided(by: (power * (w + w.constant(1))).center)
            w = (w - step).center
            if step.upperExponent < w.upperExponent - 40 * inner { break }
        }
        func sign(_ w: BigReal) throws(BallFailure) -> Int? { (try w.exp() * w - x).sign }
        var slack = max(w.upperExponent - 64 * words, error.isZero ? Int.min / 2 : error.upperExponent - 4)
        for _ in 0..<40 {
            let spread = BigReal(1, words: inner).scaled(by: slack)
            if try sign(w - spread) == -1, try sign(w + spread) == 1, (w - spread + w.constant(1)).sign == 1 {
                return w.with(words: words).rounded.widened(by: ErrorBound(power: slack))
            }
            slack += 2
        }
        throw .imprecise
    }
}

/// The Bernoulli numbers with an even index, computed once.
enum Bernoulli {
    /// The largest `k` that is computed.
    private static let limit = 700
    private static let known = Mutex<(tangents: [Rational], rows: Int)>(([], 0))

    /// `B₂ₖ` for `k` from 1; nil past the limit.
    static func number(_ k: Int) -> Rational? {
        guard k >= 1, k <= limit else { return nil }
        return known.withLock { known in
            if known.tangents.count < k {
                known.tangents = compute(min(limit, max(k, 2 * known.tangents.count, 32)))
            }
            return known.tangents[k - 1]
        }
    }

    /// By the tangent numbers (Brent and Harvey): whole numbers, `count²/2` small steps.
    private static func compute(_ count: Int) -> [Rational] {
        var tangent = [BigUInt](repeating: 0, count: count + 1)
        tangent[1] = 1
        for k in 2..<max(count + 1, 2) { tangent[k] = tangent[k - 1] * BigUInt(k - 1) }
        for k in 2..<max(count + 1, 2) {
            for j in k...count {
                tangent[j].multiply(byWord: UInt(j - k + 2))
                tangent[j].multiplyAndAdd(tangent[j - 1], UInt(j - k))
            }
        }
        return (1...count).map { k in
            // B₂ₖ = (−1)^(k − 1) 2k T(k) / (4^k (4^k − 1))
            let four = Rational(4).power(k, bitLimit: 1 << 16) ?? 1
            let value = Rational(2 * k) * Rational(BigInt(tangent[k])) / (four * (four - 1)) ?? 0
            return k % 2 == 1 ? value : -value
        }
    }
}
