// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension BigReal {
    /// Magnitudes from 2 to this on, an exponential is not computed.
    private static let exponentialLimit = 40

    package func exp() throws(BallFailure) -> BigReal {
        if isExactZero { return constant(1) }
        let result = try centerExponential()
        guard !error.isZero else { return result }
        // e^(m ± ε) = e^m ± e^m (e^ε − 1)
        let spread = error.double()
        guard spread < 600 else { throw .imprecise }
        let growth =
            error.upperExponent < -8
            ? error + error * error : ErrorBound(MathLibrary.exponential(spread) * (1 + 0x1p-40))
        return result.widened(by: result.upperBound * growth)
    }

    /// The exponential of the middle.
    private func centerExponential() throws(BallFailure) -> BigReal {
        guard !middle.isZero else { return constant(1) }
        guard !error.isInfinite, middle.exponent <= Self.exponentialLimit else { throw .imprecise }
        if middle.exponent < -64 * (words + 1) {
            return constant(1).widened(by: ErrorBound(power: middle.exponent + 1))
        }
        let count = words + (middle.exponent > 10 ? 2 : 1)
        let size = middle.exponent > 0 ? middle.fraction * Double(1 << middle.exponent) : 0
        var twos = UInt((size * 1.4426950408889634).rounded(.down))
        var error = ErrorBound.zero
        var isNegative = middle.isNegative
        let result = withUnsafeTemporaryAllocation(
            of: UInt.self, capacity: 3 * count + 4 + FixedPoint.scratch(count)
        ) { memory -> BigFloat in
            guard let x = memory.baseAddress else { return .zero }
            let (two, result) = (x + count + 1, x + 2 * count + 2)
            // |x| = twos · ln 2 + r with r in 0..<ln 2; the word above the fraction takes the whole part.
            _ = middle.place(x, count + 1, top: 64)
            for (i, word) in BigConstants.logarithmOfTwo(words: count).enumerated() { two[i] = word }
            two[count] = 0
            x[count] &-= Limbs.subtractProduct(x, two, count, twos)
            while x[count] >> 63 != 0 {
                _ = Limbs.add(x, x, two, count + 1)
                twos &-= 1
            }
            while x[count] != 0 || Limbs.compare(x, two, count) >= 0 {
                _ = Limbs.subtract(x, x, two, count + 1)
                twos &+= 1
            }
            if isNegative {
                // e^−(k ln 2 + r) = 2^−(k + 1) e^(ln 2 − r)
                _ = Limbs.subtract(x, two, x, count)
                twos &+= 1
                isNegative = false
            }
            let wrong = FixedPoint.exponential(result, x, count, result + count + 1)
            // The argument is off by the constant's error, `twos` times, and by what was cut off.
            let argument = 66 - (twos &+ 4).leadingZeroBitCount
            error = ErrorBound(power: wrong - 64 * count) + ErrorBound(power: argument - 64 * count)
            let scale = middle.isNegative ? -Int(twos) : Int(twos)
            error = error.scaled(by: scale)
            return BigFloat(
                result, count + 1, exponent: scale + 64, isNegative: false, limit: words, error: &error)
        }
        return BigReal(result, error: error, words: words)
    }

    package func log() throws(BallFailure) -> BigReal {
        guard let sign, sign > 0 else { throw isExactZero ? .undefined : .imprecise }
        guard let lower = lowerExponent else { throw .imprecise }
        var result = try centerLogarithm()
        if !error.isZero {
            // |log(m ± ε) − log m| ≤ ε / (m − ε)
            let least = middle.fraction - error.double(over: middle.exponent)
            let bound =
                least > 0 ? ErrorBound(1 / least, exponent: -middle.exponent) : ErrorBound(power: -lower)
            result = result.widened(by: error * bound)
        }
        return result
    }

    /// The logarithm of the middle, which is positive.
    private func centerLogarithm() throws(BallFailure) -> BigReal {
        // m = f · 2^k with f in √½…√2, so that the two terms do not cancel.
        var fraction = middle
        var twos = middle.exponent
        fraction.exponent = 0
        if middle.fraction < 0.7071 {
            fraction.exponent = 1
            twos -= 1
        }
        let inner = words + 1
        let f = BigReal(fraction, words: max(inner, fraction.limbs.count))
        let one = BigReal(1, words: inner)
        // log f = y + log(f e^−y) for a double y nearby, and log(1 + u) = 2 artanh(u / (2 + u)).
        let guess = MathLibrary.logarithm(fraction.double)
        let y = BigReal(BigFloat(guess), words: inner)
        let u = guess == 0 ? f - one : f * (try (-y).exp()) - one
        let t = try u.divided(by: u + one.doubled).with(words: inner)
        let near = (y + t.oddSeries(isAlternating: false).doubled)
        guard twos != 0 else { return near.with(words: words).rounded }
        let whole = BigConstants.logarithmOfTwo(words: inner) * BigReal(twos, words: inner)
        return (near + whole).with(words: words).rounded
    }

    /// The middle cut off to the precision.
    var rounded: BigReal {
        guard middle.limbs.count > words else { return self }
        var error = error
        let cut = middle.limbs.withUnsafeBufferPointer { buffer -> BigFloat in
            guard let base = buffer.baseAddress else { return .zero }
            return BigFloat(
                base, buffer.count, exponent: middle.exponent, isNegative: middle.isNegative, limit: words,
                error: &error)
        }
        return BigReal(cut, error: error, words: words)
    }

    /// `t ± t³/3 + t⁵/5 ± …`: artanh t, or arctan t with alternating signs, for |t| below 1/4.
    func oddSeries(isAlternating: Bool) -> BigReal {
        let size = upperExponent
        guard size != Int.min else { return self }
        guard size <= -2 else { return Self.around(.infinite, words: words) }
        // |t|^(2 terms) ≤ 2^−(bits)
        let terms = max(1, (64 * words + 8) / (-2 * size) + 1)
        let square = square
        var sum = BigReal(.zero, words: words)
        for k in stride(from: terms - 1, through: 0, by: -1) {
            let coefficient = (try? constant(isAlternating && k % 2 == 1 ? -1 : 1).divided(by: constant(2 * k + 1)))
            sum = sum * square + (coefficient ?? constant(0))
        }
        // What is left out is less than |t|^(2 terms + 1) / (1 − t²).
        return (sum * self).widened(by: ErrorBound(power: size * (2 * terms + 1) + 1))
    }

    package func sinhCosh() throws(BallFailure) -> (sinh: BigReal, cosh: BigReal) {
        if isExactZero { return (self, constant(1)) }
        let size = upperBound
        guard !size.isInfinite else { throw .imprecise }
        guard middle.exponent > -32 * words else {
            // x ± |x|³/5, 1 ± x²
            guard size.upperExponent < 0 else {
                let growth = try (self.magnitude.widened(by: error)).exp()
                let spread = growth.upperBound
                return (Self.around(spread, words: words), Self.around(spread, words: words))
            }
            let square = size * size
            return (rounded.widened(by: square * size), constant(1).widened(by: square))
        }
        // With more words where the two exponentials nearly cancel.
        let inner = words + 1 + max(0, -middle.exponent) / 64
        let growth = try center.with(words: inner).exp()
        let decay = try growth.constant(1).divided(by: growth)
        var sinh = (growth - decay).halved.with(words: words).rounded
        var cosh = (growth + decay).halved.with(words: words).rounded
        if !error.isZero {
            // Both change by at most ε cosh(|x| + ε).
            let slope = try (magnitude.widened(by: error)).exp().upperBound * error
            (sinh, cosh) = (sinh.widened(by: slope), cosh.widened(by: slope))
        }
        return (sinh, cosh)
    }

    package func squareRoot() throws(BallFailure) -> BigReal {
        if isExactZero { return self }
        guard !error.isInfinite else { throw .imprecise }
        if containsZero || middle.isNegative {
            if !containsZero { throw .undefined }
            // 0 ≤ √x ≤ √bound
            let bound = upperBound
            let isOdd = bound.upperExponent & 1 != 0
            let root = ErrorBound(
                (Double(bound.mantissa) * 0x1p-32 * (isOdd ? 0.5 : 1)).squareRoot(),
                exponent: (bound.upperExponent + (isOdd ? 1 : 0)) / 2 - 1)
            let half = BigFloat(isNegative: false, exponent: root.exponent + 32, limbs: [UInt(root.mantissa) << 32])
            return BigReal(half, error: root, words: words)
        }
        var result = centerRoot()
        if !error.isZero {
            // |√(m ± ε) − √m| ≤ ε / √m, about half of that where ε is small.
            let share = error.upperExponent < middle.exponent - 4 ? 0.52 : 1
            let root = result.middle
            result = result.widened(by: error * ErrorBound(share / root.fraction, exponent: -root.exponent))
        }
        return result
    }

    /// The root of the middle, which is positive; exactly where it is a number of this precision.
    private func centerRoot() -> BigReal {
        // x = f · 4^k with f in 1/4…1.
        let twos = (middle.exponent + (middle.exponent & 1)) / 2
        var fraction = middle
        fraction.exponent -= 2 * twos
        let inner = words + 1
        let f = BigReal(fraction, words: max(inner, fraction.limbs.count))
        // y ← y + y (1 − f y²) / 2 for 1/√f, each step with about twice as many words.
        var y = BigReal(BigFloat(1 / fraction.double.squareRoot()), words: 1)
        var bits = 50
        while bits < 32 * inner + 8 {
            bits = 2 * bits - 4
            y = y.with(words: min(bits / 64 + 1, inner)).center
            let short = f.with(words: y.words).rounded.center
            let rest = (y.constant(1) - short * y.square).center
            y = (y + (y * rest).center.halved).center
        }
        y = y.with(words: inner)
        var root = (f.with(words: inner).rounded.center * y).center
        // The remainder says how far the root is off, and a last step makes it twice as exact.
        let long = BigReal(fraction, words: 2 * inner + 1)
        func remainder(_ root: BigReal) -> BigReal { long - root.with(words: 2 * inner + 1).square }
        root = (root + (remainder(root).center.with(words: inner) * y).center.halved).with(words: words).rounded.center
        let half = max(1, (fraction.limbs.count + 1) / 2)
        if half <= words, let short = root.nearest(words: half), remainder(short).isExactZero {
            return short.with(words: words).scaled(by: twos)
        }
        let rest = remainder(root).upperBound
        // |√f − s| = |f − s²| / (√f + s) ≤ |f − s²| / s
        let bound = rest * ErrorBound(1 / root.middle.fraction, exponent: -root.middle.exponent)
        return root.widened(by: bound).scaled(by: twos)
    }

    /// The middle rounded to the nearest number of so many words.
    private func nearest(words count: Int) -> BigReal? {
        let half = BigFloat(
            isNegative: middle.isNegative, exponent: middle.exponent - 64 * count, limbs: [1 << 63])
        return (center + BigReal(half, words: words + 1)).with(words: count).rounded.center
    }
}
