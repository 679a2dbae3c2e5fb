// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension BigReal {
    /// Arguments from 2 to this on are not reduced: past it, π would be needed to more than 4,096 bits beyond the precision.
    private static let reductionLimit = 4096

    package func sinCos() throws(BallFailure) -> (sin: BigReal, cos: BigReal) {
        if isExactZero { return (self, constant(1)) }
        guard !error.isInfinite else { throw .imprecise }
        if !error.isZero, error.upperExponent > 0 {
            let all = Self.around(ErrorBound(power: 0), words: words)
            return (all, all)
        }
        let (sin, cos) = try centerSinCos()
        return error.isZero ? (sin, cos) : (sin.widened(by: error), cos.widened(by: error))
    }

    /// Sine and cosine of the middle.
    private func centerSinCos() throws(BallFailure) -> (sin: BigReal, cos: BigReal) {
        guard !middle.isZero else { return (constant(0), constant(1)) }
        if middle.exponent <= -32 * words {
            // |sin x − x| ≤ |x|³/6, |cos x − 1| ≤ x²/2
            let size = middle.upperBound
            let square = size * size
            return (
                center.rounded.widened(by: (square * size).scaled(by: -2)),
                constant(1).widened(by: square.scaled(by: -1))
            )
        }
        guard middle.exponent <= Self.reductionLimit else { throw .imprecise }
        // A small argument needs more words for a sine as exact as itself.
        let count = words + 1 + max(0, -middle.exponent) / 64
        return withUnsafeTemporaryAllocation(
            of: UInt.self, capacity: 3 * count + FixedPoint.scratch(count)
        ) { memory in
            guard let r = memory.baseAddress else { return (constant(0), constant(1)) }
            let (sine, versine, scratch) = (r + count, r + 2 * count, r + 3 * count)
            let (quadrant, isBelow) = reduce(r, count)
            let wrong = FixedPoint.sineVersine(sine, versine, r, count, scratch)
            let error = ErrorBound(power: wrong - 64 * count) + ErrorBound(power: 4 - 64 * count)
            // sin x = ± sin r or ± cos r, as the quadrant says.
            var (sineError, cosineError) = (error, error)
            let sin = BigReal(
                BigFloat(sine, count, exponent: 0, isNegative: isBelow, limit: words, error: &sineError),
                error: sineError, words: words)
            let v = BigFloat(versine, count, exponent: 0, isNegative: true, limit: count, error: &cosineError)
            let cos = (constant(1) + BigReal(v, words: words)).widened(by: cosineError)
            let isNegative = middle.isNegative
            return switch quadrant {
            case 0: (isNegative ? -sin : sin, cos)
            case 1: (isNegative ? -cos : cos, -sin)
            case 2: (isNegative ? sin : -sin, -cos)
            default: (isNegative ? cos : -cos, sin)
            }
        }
    }

    /// `|middle| = k · π/2 ± r` with `r` in 0…π/4 (and a trifle) as a fraction, off by at most 16 units of its last word.
    ///
    /// The result is `k` modulo 4 and whether `r` is subtracted.
    private func reduce(_ r: Limbs.Words, _ count: Int) -> (quadrant: Int, isBelow: Bool) {
        let exponent = middle.exponent
        if exponent < 0 {
            _ = middle.place(r, count, top: 0)
            return (0, false)
        }
        // Words above the fraction, and as many more below it, for k times the error of π/2.
        let whole = exponent / 64 + 1
        let length = count + 2 * whole
        return withUnsafeTemporaryAllocation(of: UInt.self, capacity: 3 * length + 6) { memory in
            guard let x = memory.baseAddress else { return (0, false) }
            let fraction = count + whole
            let (half, quotient) = (x + length + 2, x + 2 * length + 3)
            _ = middle.place(x, length, top: 64 * whole)
            x[length] = 0
            // π/2 = 2 · π/4, of which the top bit becomes the whole part; as a divisor its own top bit has to be set.
            for (i, word) in BigConstants.quarterPi(words: fraction).enumerated() { half[i] = word }
            // |x| and π/4, both fractions of 2^(64·whole): dividing gives k' = ⌊|x| / (π/4)⌋.
            var octants: UInt = 0
            if exponent < 32 {
                let size = middle.fraction * Double(UInt64(1) << UInt64(exponent))
                octants = UInt(size * 1.2732395447351628)
                x[fraction] &-= Limbs.subtractProduct(x, half, fraction, octants)
                while x[fraction] >> 63 != 0 {
                    x[fraction] &+= Limbs.add(x, x, half, fraction) ? 1 : 0
                    octants &-= 1
                }
                while x[fraction] != 0 || Limbs.compare(x, half, fraction) >= 0 {
                    x[fraction] &-= Limbs.subtract(x, x, half, fraction) ? 1 : 0
                    octants &+= 1
                }
            } else {
                Limbs.divide(quotient: quotient, x, length, by: half, fraction)
                octants = quotient[0]
            }
            let isBelow = octants & 1 == 1
            if isBelow { _ = Limbs.subtract(x, half, x, fraction) }
            r.update(from: x + whole, count: count)
            return (Int((octants &+ 1) >> 1 & 3), isBelow)
        }
    }

    package func arctan() throws(BallFailure) -> BigReal {
        if isExactZero { return self }
        guard !error.isInfinite else { throw .imprecise }
        let result = try centerArctan()
        guard !error.isZero else { return result }
        // The slope is 1 / (1 + x²).
        let slope = max(0, lowerExponent ?? 0)
        return result.widened(by: error.scaled(by: -2 * slope))
    }

    /// The arctangent of the middle.
    private func centerArctan() throws(BallFailure) -> BigReal {
        guard !middle.isZero else { return constant(0) }
        if middle.exponent <= -32 * words {
            let size = middle.upperBound
            return center.rounded.widened(by: size * size * size)
        }
        let inner = words + 1
        let size = center.magnitude.with(words: max(inner, middle.limbs.count))
        var result: BigReal
        if middle.exponent > 60 {
            // π/2 − arctan(1/x)
            let rest = try BigReal(1, words: inner).divided(by: size.with(words: inner)).arctan()
            result = BigConstants.pi(words: inner).halved - rest
        } else {
            // arctan x = y + arctan((x cos y − sin y) / (cos y + x sin y)) for a double y nearby.
            let guess = MathLibrary.arctangent(size.middle.double)
            let y = BigReal(BigFloat(guess), words: inner)
            let (sin, cos) = try y.sinCos()
            let t = try (size * cos - sin).divided(by: cos + size * sin)
            result = y + t.with(words: inner).oddSeries(isAlternating: true)
        }
        result = result.with(words: words).rounded
        return middle.isNegative ? -result : result
    }
}
