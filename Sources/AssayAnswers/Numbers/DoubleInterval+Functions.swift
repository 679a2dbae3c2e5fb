// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Functions of the C library, whose results are taken as wrong by up to four units in the last place (Γ by 16): glibc,
/// musl and Darwin promise less than that.
extension DoubleInterval {
    /// Four units in the last place below.
    @inline(__always)
    private static func down(_ x: Double) -> Double { x - (x.magnitude * 0x1.8p-50 + 0x1p-1072) }

    @inline(__always)
    private static func up(_ x: Double) -> Double { x + (x.magnitude * 0x1.8p-50 + 0x1p-1072) }

    package func exp() throws(BallFailure) -> DoubleInterval {
        if isExactZero { return DoubleInterval(1) }
        guard high < 709, !low.isNaN else { throw .imprecise }
        return DoubleInterval(max(0, Self.down(MathLibrary.exponential(low))), Self.up(MathLibrary.exponential(high)))
    }

    package func log() throws(BallFailure) -> DoubleInterval {
        guard low > 0, high.isFinite else { throw isExactZero ? .undefined : .imprecise }
        let (a, b) = (MathLibrary.logarithm(low), MathLibrary.logarithm(high))
        return DoubleInterval(low == 1 ? 0 : Self.down(a), high == 1 ? 0 : Self.up(b))
    }

    package func sinCos() throws(BallFailure) -> (sin: DoubleInterval, cos: DoubleInterval) {
        guard isFinite else { throw .imprecise }
        if isExactZero { return (self, DoubleInterval(1)) }
        let middle = midpoint
        // |sin x − sin m| ≤ r |cos m| + r²/2, and alike for the cosine.
        let radius = max((high - middle).nextUp, (middle - low).nextUp)
        let isPoint = low == high
        let (s, c) = (MathLibrary.sine(middle), MathLibrary.cosine(middle))
        func around(_ value: Double, _ slope: Double) -> DoubleInterval {
            let spread = isPoint ? 0 : (radius * slope.magnitude * 1.0000001 + radius * radius * 0.5000001).nextUp
            return DoubleInterval(
                max(-1, (Self.down(value) - spread).nextDown), min(1, (Self.up(value) + spread).nextUp))
        }
        return (around(s, c), around(c, s))
    }

    package func sinhCosh() throws(BallFailure) -> (sinh: DoubleInterval, cosh: DoubleInterval) {
        if isExactZero { return (self, DoubleInterval(1)) }
        let (lower, upper) = magnitudeBounds
        guard upper < 709 else { throw .imprecise }
        let sinh = DoubleInterval(Self.down(MathLibrary.hyperbolicSine(low)), Self.up(MathLibrary.hyperbolicSine(high)))
        let cosh = DoubleInterval(
            max(1, Self.down(MathLibrary.hyperbolicCosine(lower))), max(1, Self.up(MathLibrary.hyperbolicCosine(upper)))
        )
        return (sinh, cosh)
    }

    package func arctan() throws(BallFailure) -> DoubleInterval {
        if isExactZero { return self }
        return DoubleInterval(Self.down(MathLibrary.arctangent(low)), Self.up(MathLibrary.arctangent(high)))
    }

    package func errorFunction() throws(BallFailure) -> DoubleInterval {
        if isExactZero { return self }
        return DoubleInterval(max(-1, Self.down(MathLibrary.error(low))), min(1, Self.up(MathLibrary.error(high))))
    }

    package func gamma() throws(BallFailure) -> DoubleInterval {
        if let word = exactWord, word <= 0 { throw .undefined }
        guard isFinite, high < 171, high > -170 else { throw .imprecise }
        guard low > 0 else {
            // Γ(x) = π / (sin(πx) Γ(1 − x))
            guard high < 0, low.rounded(.down) == high.rounded(.down), low.rounded(.down) != low else {
                throw .imprecise
            }
            let sine = try (Self.pi() * self).sinCos().sin
            return try Self.pi().divided(by: sine * (DoubleInterval(1) - self).gamma())
        }
        func down(_ x: Double) -> Double { x - x.magnitude * 0x1p-48 }
        func up(_ x: Double) -> Double { x + x.magnitude * 0x1p-48 }
        let (a, b) = (MathLibrary.gamma(low), MathLibrary.gamma(high))
        guard a.isFinite, b.isFinite else { throw .imprecise }
        // Γ falls up to 1.46163…, where it is 0.885603…, and rises from there.
        if high < 1.4616 { return DoubleInterval(down(b), up(a)) }
        if low > 1.4617 { return DoubleInterval(down(a), up(b)) }
        return DoubleInterval(0.885603, up(max(a, b)))
    }

    package func lambertW() throws(BallFailure) -> DoubleInterval {
        if isExactZero { return self }
        guard low > -0.36787944, high < 1e300 else { throw .imprecise }
        return DoubleInterval(try Self.lambertBounds(low).low, try Self.lambertBounds(high).high)
    }

    /// Bounds of W₀(x), proven by the monotone `w eʷ`.
    private static func lambertBounds(_ x: Double) throws(BallFailure) -> DoubleInterval {
        if x == 0 { return DoubleInterval(0) }
        var w = x < 1 ? x / (1 + x) : MathLibrary.logarithm(1 + x)
        if x < -0.25 { w = -1 + (2 * (1 + 2.718281828459045 * x)).squareRoot() }
        if x > 10 { w -= MathLibrary.logarithm(w) }
        for _ in 0..<60 {
            // Halley's iteration.
            let power = MathLibrary.exponential(w)
            let error = w * power - x
            let next = w - error / (power * (w + 1) - (w + 2) * error / (2 * w + 2))
            guard next.isFinite, next > -1 else { break }
            if (next - w).magnitude <= w.magnitude * 1e-16 { break }
            w = next
        }
        var slack = w.magnitude * 0x1p-49 + 0x1p-1000
        for _ in 0..<40 {
            let (a, b) = (max(w - slack, -1), w + slack)
            let below = try DoubleInterval(a) * DoubleInterval(a).exp()
            let above = try DoubleInterval(b) * DoubleInterval(b).exp()
            if below.high <= x, above.low >= x { return DoubleInterval(a, b) }
            slack *= 2
        }
        throw .imprecise
    }

}
