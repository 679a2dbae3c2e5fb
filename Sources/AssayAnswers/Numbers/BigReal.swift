// Part of Assay. SPDX-License-Identifier: Apache-2.0

import BigInt

/// A real number to any precision: a middle of as many 64-bit words as asked for, and a bound of the error.
///
/// Numbers that `exact` makes from whole numbers and binary fractions keep up to 4,096 bits whatever the precision, and so do
/// their sums, products and powers: `sin(10^500)` is right at any precision.
package struct BigReal: RealBall {
    let middle: BigFloat
    let error: ErrorBound
    /// Words that results are computed to.
    let words: Int

    /// Words that exact numbers may have.
    static let exactLimit = 66
    /// The largest precision in words, and what functions may add to it inside.
    static let wordLimit = 32
    /// Exponents past it count as infinite.
    static let exponentLimit = 1 << 50

    init(_ middle: BigFloat, error: ErrorBound = .zero, words: Int) {
        self.words = words
        if middle.exponent > Self.exponentLimit {
            self.middle = .zero
            self.error = .infinite
        } else if middle.exponent < -Self.exponentLimit, !middle.isZero {
            self.middle = .zero
            self.error = error + ErrorBound(power: -Self.exponentLimit)
        } else {
            self.middle = middle
            self.error = error
        }
    }

    init(_ value: Int, words: Int) { self.init(BigFloat(value), words: words) }

    static func words(_ precision: Int) -> Int { min(max((precision + 63) / 64, 1), wordLimit) }

    package static func exact(_ value: Rational, precision: Int) -> BigReal { exact(value, words: words(precision)) }

    static func exact(_ value: Rational, words: Int) -> BigReal {
        if let word = value.word { return BigReal(word, words: words) }
        func whole(_ value: BigInt) -> BigReal {
            var error = ErrorBound.zero
            let middle = BigFloat(value, limit: max(exactLimit - 2, words + 1), error: &error)
            return BigReal(middle, error: error, words: words)
        }
        let (numerator, denominator) = (whole(value.numerator), value.denominator)
        let zeros = denominator.magnitude.trailingZeroBitCount
        if denominator.magnitude.bitWidth == zeros + 1 { return numerator.scaled(by: -zeros) }
        return (try? numerator.divided(by: whole(denominator))) ?? BigReal(.zero, error: .infinite, words: words)
    }

    package static func pi(precision: Int) -> BigReal { BigConstants.pi(words: words(precision)) }

    package static func e(precision: Int) -> BigReal { BigConstants.e(words: words(precision)) }

    package var precision: Int { words * 64 }

    package func constant(_ value: Int) -> BigReal { BigReal(value, words: words) }

    /// The same enclosure, from which results are computed to so many words.
    func with(words: Int) -> BigReal { BigReal(middle, error: error, words: words) }

    /// The middle alone.
    var center: BigReal { BigReal(middle, words: words) }

    /// The same with a larger error.
    func widened(by error: ErrorBound) -> BigReal { BigReal(middle, error: self.error + error, words: words) }

    /// Zero with an error.
    static func around(_ error: ErrorBound, words: Int) -> BigReal { BigReal(.zero, error: error, words: words) }

    // MARK: Facts

    var isExact: Bool { error.isZero }

    package var isExactZero: Bool { middle.isZero && error.isZero }

    package var containsZero: Bool { !(error < middle.lowerBound) && !(error.isZero && !middle.isZero) }

    package var sign: Int? {
        if isExactZero { return 0 }
        return containsZero ? nil : middle.isNegative ? -1 : 1
    }

    package var exactWord: Int? {
        guard error.isZero else { return nil }
        guard let limb = middle.limbs.first else { return 0 }
        guard middle.limbs.count == 1, middle.exponent > 0, middle.exponent <= 63 else { return nil }
        guard limb.trailingZeroBitCount >= 64 - middle.exponent else { return nil }
        let word = Int(limb >> UInt(64 - middle.exponent))
        return middle.isNegative ? -word : word
    }

    package func isDisjoint(from other: BigReal) -> Bool { !(self - other).containsZero }

    /// An upper bound of the magnitude.
    var upperBound: ErrorBound { middle.upperBound + error }

    package var upperExponent: Int {
        let bound = upperBound
        return bound.isZero ? Int.min : bound.upperExponent
    }

    package var lowerExponent: Int? {
        guard !containsZero else { return nil }
        if error.isZero { return middle.exponent - 1 }
        // What is left of the fraction, with what the subtraction may have rounded up.
        let rest = (middle.fraction - error.double(over: middle.exponent)) * (1 - 0x1p-50)
        return rest > 0 ? middle.exponent + Int(rest.exponent) : nil
    }

    package var midpoint: Double { error.isInfinite ? 0 : middle.double }

    package var magnitudeBounds: (lower: Double, upper: Double) {
        let upper = upperBound.double()
        guard let exponent = lowerExponent else { return (0, upper) }
        let rest = (middle.fraction - error.double(over: middle.exponent)) * (1 - 0x1p-40)
        return (Double(sign: .plus, exponent: min(exponent, 1000), significand: rest > 0 ? rest.significand : 0), upper)
    }

    package func contains(_ value: Rational) -> Bool {
        guard !error.isInfinite, let center = middle.rational() else { return true }
        let distance = (value - center).magnitude
        guard error.exponent.magnitude < 1 << 20 else { return error.exponent > 0 || distance.isZero }
        let bound = Rational(Int(error.mantissa))
        let power = Rational(2).power(error.exponent, bitLimit: 1 << 21) ?? 0
        return distance <= bound * power
    }

    /// The enclosure of both: the middle of the lowest and the highest end.
    package static func hull(_ a: BigReal, _ b: BigReal) -> BigReal {
        let center = ((a.center + b.center).halved)
        let half = ((a.center - b.center).halved).upperBound
        return center.widened(by: half + (a.error < b.error ? b.error : a.error))
    }

    package func floor() throws(BallFailure) -> BigReal {
        guard !error.isInfinite else { throw .imprecise }
        // Exactly, or not at all.
        let wide = center.with(words: Self.exactLimit)
        let spread = BigReal(
            BigFloat(
                isNegative: false, exponent: max(error.exponent + 32, middle.exponent - 4000),
                limbs: error.isZero ? [] : [UInt(error.mantissa) << 32]), words: Self.exactLimit)
        let (low, high) = (wide - spread, wide + spread)
        guard low.isExact, high.isExact, let a = low.middle.floor, let b = high.middle.floor, a == b else {
            throw .imprecise
        }
        return BigReal(a, words: words)
    }
}

extension BigFloat {
    /// The greatest whole number not above; nil where it takes more bits than exact numbers have.
    var floor: BigFloat? {
        guard !isZero else { return self }
        guard exponent > 0 else { return isNegative ? BigFloat(-1) : .zero }
        guard exponent < 64 * limbs.count else { return self }
        let (words, dropped) = (BigUInt(words: limbs), 64 * limbs.count - exponent)
        var value = BigInt(words >> dropped)
        if isNegative { value = words.trailingZeroBitCount >= dropped ? -value : -value - 1 }
        var error = ErrorBound.zero
        let floor = BigFloat(value, limit: BigReal.exactLimit, error: &error)
        return error.isZero ? floor : nil
    }
}
