// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Why a ball function has no result.
package enum BallFailure: Error, Hashable, Sendable {
    /// The function is certainly not defined there: 1/0, log 0, Γ(−2).
    case undefined
    /// It cannot be told at this precision: the ball contains 0 or straddles a branch cut, or the result is too large.
    case imprecise
}

/// An enclosure of a real number: the true value always lies inside.
///
/// What ``ComplexBall`` builds its functions from.
package protocol RealBall: Sendable {
    /// An enclosure of a fraction, about as tight as `precision` bits allow.
    static func exact(_ value: Rational, precision: Int) -> Self
    static func pi(precision: Int) -> Self
    static func e(precision: Int) -> Self

    /// Bits that results are computed to.
    var precision: Int { get }

    static func + (a: Self, b: Self) -> Self
    static func - (a: Self, b: Self) -> Self
    static func * (a: Self, b: Self) -> Self
    static prefix func - (a: Self) -> Self
    func divided(by divisor: Self) throws(BallFailure) -> Self
    /// The square, never negative.
    var square: Self { get }
    /// The whole power; `.undefined` for 0 to a negative one.
    func power(_ exponent: Int) throws(BallFailure) -> Self
    /// The value times a power of two.
    func scaled(by exponent: Int) -> Self
    /// The absolute value.
    var magnitude: Self { get }
    /// An enclosure of everything between the two.
    static func hull(_ a: Self, _ b: Self) -> Self

    func exp() throws(BallFailure) -> Self
    /// The natural logarithm of what is certainly positive; `.undefined` for 0, `.imprecise` for all else.
    func log() throws(BallFailure) -> Self
    /// The root of a value that is known not to be negative: what lies below 0 in the enclosure does not count.
    func squareRoot() throws(BallFailure) -> Self
    func sinCos() throws(BallFailure) -> (sin: Self, cos: Self)
    func sinhCosh() throws(BallFailure) -> (sinh: Self, cosh: Self)
    func arctan() throws(BallFailure) -> Self
    func gamma() throws(BallFailure) -> Self
    func errorFunction() throws(BallFailure) -> Self
    func lambertW() throws(BallFailure) -> Self

    /// −1, 0 or 1 where it is certain; 0 only for exactly 0.
    var sign: Int? { get }
    var containsZero: Bool { get }
    var isExactZero: Bool { get }
    /// The value where the enclosure is a single whole number that fits.
    var exactWord: Int? { get }
    /// The whole number not above (or not below) where it is the same for all of the enclosure.
    func floor() throws(BallFailure) -> Self
    func isDisjoint(from other: Self) -> Bool
    /// Some `e` with |x| < 2^e for all of the enclosure: `Int.min` for 0, `Int.max` without bound.
    var upperExponent: Int { get }
    /// Some `e` with |x| ≥ 2^e for all of the enclosure; nil where it contains 0.
    var lowerExponent: Int? { get }
    /// A double near the middle.
    var midpoint: Double { get }
    /// Bounds of |x|, infinite past the range of doubles.
    var magnitudeBounds: (lower: Double, upper: Double) { get }
    /// Whether a fraction lies inside, for tests.
    func contains(_ value: Rational) -> Bool
}

extension RealBall {
    /// A whole number at the same precision.
    package func constant(_ value: Int) -> Self { .exact(Rational(value), precision: precision) }

    /// Twice the value.
    package var doubled: Self { scaled(by: 1) }

    /// Half the value.
    package var halved: Self { scaled(by: -1) }

    package func power(_ exponent: Int) throws(BallFailure) -> Self { try powerBySquaring(exponent) }

    func powerBySquaring(_ exponent: Int) throws(BallFailure) -> Self {
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

    /// The angle of `(x, y)` from the positive x-axis, in (−π, π].
    package static func angle(x: Self, y: Self) throws(BallFailure) -> Self {
        let pi = Self.pi(precision: max(x.precision, y.precision))
        if y.isExactZero {
            if x.isExactZero { throw .undefined }
            guard let sign = x.sign else { throw .imprecise }
            return sign > 0 ? y : pi
        }
        if let sign = x.sign, sign > 0, y.isNarrower(than: x) || y.containsZero {
            return try y.divided(by: x).arctan()
        }
        guard let sign = y.sign else { throw .imprecise }
        let quarter = sign > 0 ? pi.halved : -pi.halved
        return x.isExactZero ? quarter : quarter - (try x.divided(by: y).arctan())
    }

    /// Whether the magnitude is roughly less: only a choice between two right formulas.
    private func isNarrower(than other: Self) -> Bool {
        let (a, b) = (midpoint.magnitude, other.midpoint.magnitude)
        return a.isFinite && b.isFinite && a > 0 && b > 0 ? a < b : upperExponent <= other.upperExponent
    }
}
