// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// An enclosure of a complex number: a rectangle that the true value always lies in.
///
/// All functions are rigorous: whatever the operands' true values are, the result's lies in the result. Branches are the
/// principal ones. On its cut a function takes the value that mpmath takes: `log(−1) = iπ`, `arcsin(2) = π/2 − 1.317i`,
/// `artanh(2) = 0.549 − iπ/2`; functions that are odd stay odd there. That only concerns numbers that are real (or imaginary)
/// exactly; a ball that only straddles a cut fails as `.imprecise`.
package protocol ComplexBall: Sendable {
    associatedtype Real: RealBall
    var re: Real { get }
    var im: Real { get }
    init(_ re: Real, _ im: Real)
}

// MARK: - Constants and facts

extension ComplexBall {
    package static func exact(_ value: Rational, precision: Int) -> Self {
        Self(.exact(value, precision: precision), .exact(0, precision: precision))
    }

    /// A complex number of two fractions.
    package static func exact(_ re: Rational, _ im: Rational, precision: Int) -> Self {
        Self(.exact(re, precision: precision), .exact(im, precision: precision))
    }

    package static func pi(precision: Int) -> Self {
        Self(.pi(precision: precision), .exact(0, precision: precision))
    }

    package static func e(precision: Int) -> Self {
        Self(.e(precision: precision), .exact(0, precision: precision))
    }

    package static func imaginaryUnit(precision: Int) -> Self { exact(0, 1, precision: precision) }

    /// A number that is real exactly.
    init(real: Real) { self.init(real, real.constant(0)) }

    /// A whole number at the same precision.
    func constant(_ value: Int) -> Self { Self(real: re.constant(value)) }

    package var realPart: Self { Self(real: re) }

    package var imaginaryPart: Self { Self(real: im) }

    package var conjugate: Self { Self(re, -im) }

    /// Whether the imaginary part is 0 by construction.
    package var isExactlyReal: Bool { im.isExactZero }

    package var isExactZero: Bool { re.isExactZero && im.isExactZero }

    package var containsZero: Bool { re.containsZero && im.containsZero }

    /// The sign of a number that is real exactly, where it is certain: −1, 0 or 1.
    package var realSign: Int? { isExactlyReal ? re.sign : nil }

    /// The value where it is a single whole number that fits.
    package var exactWord: Int? { isExactlyReal ? re.exactWord : nil }

    /// Doubles near the middle.
    package var midpoint: (re: Double, im: Double) { (re.midpoint, im.midpoint) }

    /// A bound that |z| does not exceed, infinite past the range of doubles.
    package var doubleUpperBound: Double {
        let (x, y) = (re.magnitudeBounds.upper, im.magnitudeBounds.upper)
        return y == 0 ? x : x == 0 ? y : ((x * x + y * y).squareRoot() + x.ulp + y.ulp).nextUp
    }

    /// A bound that |z| does not fall below.
    package var doubleLowerBound: Double { max(re.magnitudeBounds.lower, im.magnitudeBounds.lower) }

    package func isDisjoint(from other: Self) -> Bool {
        re.isDisjoint(from: other.re) || im.isDisjoint(from: other.im)
    }

    /// Bits that two enclosures certainly agree to: −log₂ of the largest difference by the larger magnitude, rounded down.
    ///
    /// Nil where nothing bounds the difference; `Int.max` where both are the same number exactly.
    package func relativeErrorBits(to other: Self) -> Int? {
        let difference = self - other
        let error = max(difference.re.upperExponent, difference.im.upperExponent)
        if error == Int.min { return Int.max }
        guard error != Int.max else { return nil }
        let parts = [re, im, other.re, other.im]
        let scale = parts.compactMap(\.lowerExponent).max() ?? (parts.map(\.upperExponent).max() ?? error)
        guard scale != Int.max else { return nil }
        // |difference| ≤ √2 · 2^error where both parts differ.
        let isPlane = difference.re.upperExponent != Int.min && difference.im.upperExponent != Int.min
        return scale - error - (isPlane ? 1 : 0)
    }

    /// Whether a number with fractions for its parts lies inside, for tests.
    package func contains(_ re: Rational, _ im: Rational) -> Bool { self.re.contains(re) && self.im.contains(im) }
}

// MARK: - Arithmetic

extension ComplexBall {
    package static func + (a: Self, b: Self) -> Self { Self(a.re + b.re, a.im + b.im) }

    package static func - (a: Self, b: Self) -> Self { Self(a.re - b.re, a.im - b.im) }

    package static prefix func - (a: Self) -> Self { Self(-a.re, -a.im) }

    package static func * (a: Self, b: Self) -> Self {
        if b.isExactlyReal { return a.isExactlyReal ? Self(a.re * b.re, b.im) : Self(a.re * b.re, a.im * b.re) }
        if a.isExactlyReal { return Self(a.re * b.re, a.re * b.im) }
        return Self(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
    }

    package var square: Self {
        isExactlyReal ? Self(re.square, im) : Self(re.square - im.square, (re * im).doubled)
    }

    /// The product with i.
    package var timesI: Self { Self(-im, re) }

    package var halved: Self { Self(re.halved, im.halved) }

    package func divided(by divisor: Self) throws(BallFailure) -> Self {
        if divisor.isExactlyReal {
            let re = try re.divided(by: divisor.re)
            return Self(re, isExactlyReal ? im : try im.divided(by: divisor.re))
        }
        if divisor.re.isExactZero {
            // z / iy = −iz / y
            return try Self(im, -re).divided(by: Self(real: divisor.im))
        }
        if divisor.containsZero { throw .imprecise }
        let norm = divisor.re.square + divisor.im.square
        let product = self * divisor.conjugate
        return Self(try product.re.divided(by: norm), try product.im.divided(by: norm))
    }

    /// The whole power; 1 for the exponent 0.
    package func power(_ exponent: Int) throws(BallFailure) -> Self {
        if isExactlyReal { return Self(try re.power(exponent), im) }
        guard exponent != 0 else { return constant(1) }
        var result = self
        let count = exponent.magnitude
        var bit = UInt.bitWidth - count.leadingZeroBitCount - 1
        while bit > 0 {
            bit -= 1
            result = result.square
            if count >> UInt(bit) & 1 == 1 { result = result * self }
        }
        return exponent < 0 ? try constant(1).divided(by: result) : result
    }

    /// The principal power `exp(w log z)`; for 0, 0 where the exponent's real part is positive.
    package func power(_ exponent: Self) throws(BallFailure) -> Self {
        if let word = exponent.exactWord { return try power(word) }
        if isExactZero {
            guard let sign = exponent.re.sign else { throw .imprecise }
            if sign > 0 { return self }
            throw .undefined
        }
        if exponent.isExactlyReal {
            let twice = exponent.re.doubled
            if twice.exactWord == 1 { return try squareRoot() }
            if isExactlyReal, re.sign == 1 { return Self(try (exponent.re * re.log()).exp(), im) }
        }
        return try (exponent * log()).exp()
    }

    package func magnitude() throws(BallFailure) -> Self {
        if isExactlyReal { return Self(re.magnitude, im) }
        if re.isExactZero { return Self(im.magnitude, re) }
        return Self(real: try (re.square + im.square).squareRoot())
    }

    /// The angle in (−π, π], real.
    package func argument() throws(BallFailure) -> Self { Self(real: try .angle(x: re, y: im)) }

    /// The greatest whole number not above a number that is real exactly.
    package func floor() throws(BallFailure) -> Self {
        guard isExactlyReal else { throw .imprecise }
        return Self(try re.floor(), im)
    }

    /// The least whole number not below a number that is real exactly.
    package func ceiling() throws(BallFailure) -> Self { -(try (-self).floor()) }
}
