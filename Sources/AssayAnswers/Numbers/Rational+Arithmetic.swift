// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import BigInt

extension Rational {
    package static func + (a: Rational, b: Rational) -> Rational { sum(a, b, isNegated: false) }

    package static func - (a: Rational, b: Rational) -> Rational { sum(a, b, isNegated: true) }

    package static func * (a: Rational, b: Rational) -> Rational {
        if a.large == nil, b.large == nil {
            // The parts crosswise have all common divisors there are.
            let first = Int(bitPattern: Limbs.gcd(a.small.numerator.magnitude, b.small.denominator.magnitude))
            let second = Int(bitPattern: Limbs.gcd(b.small.numerator.magnitude, a.small.denominator.magnitude))
            let (numerator, one) = (a.small.numerator / first)
                .multipliedReportingOverflow(by: b.small.numerator / second)
            let (denominator, two) = (a.small.denominator / second)
                .multipliedReportingOverflow(by: b.small.denominator / first)
            if !one, !two, numerator != Int.min { return Rational(reducedWords: numerator, denominator) }
        }
        if a.isZero || b.isZero { return 0 }
        let (a, b, c, d) = (a.numerator, a.denominator, b.numerator, b.denominator)
        let first = a.magnitude.commonDivisor(d.magnitude)
        let second = c.magnitude.commonDivisor(b.magnitude)
        return Rational(
            reduced: quotient(a, first).product(quotient(c, second)),
            quotient(b, second).product(quotient(d, first)))
    }

    /// The quotient; nil where `b` is 0.
    package static func / (a: Rational, b: Rational) -> Rational? { b.reciprocal.map { a * $0 } }

    package static prefix func - (a: Rational) -> Rational { a.negated }

    package var negated: Rational {
        guard let large else { return Rational(reducedWords: -small.numerator, small.denominator) }
        return Rational(reduced: -large.numerator, large.denominator)
    }

    package var magnitude: Rational { signum < 0 ? negated : self }

    /// One over the value; nil of 0.
    package var reciprocal: Rational? {
        guard let large else {
            guard small.numerator != 0 else { return nil }
            return small.numerator < 0
                ? Rational(reducedWords: -small.denominator, -small.numerator)
                : Rational(reducedWords: small.denominator, small.numerator)
        }
        let sign = large.numerator.sign
        return Rational(
            reduced: BigInt(sign: sign, magnitude: large.denominator.magnitude), BigInt(large.numerator.magnitude))
    }

    /// The power; nil for 0 to a negative one, and where a part would have more than `bitLimit` bits.
    package func power(_ exponent: Int, bitLimit: Int) -> Rational? {
        if exponent == 0 { return 1 }
        if isZero { return exponent > 0 ? self : nil }
        if exponent == Int.min { return bitWidth == 1 ? 1 : nil }
        if bitLimit >= 128, let power = smallPower(exponent) { return power }
        guard
            let top = numerator.magnitude.power(abs(exponent), bitLimit: bitLimit),
            let bottom = denominator.magnitude.power(abs(exponent), bitLimit: bitLimit)
        else { return nil }
        let isNegative = signum < 0 && exponent & 1 == 1
        let power = Rational(reduced: BigInt(sign: isNegative ? .minus : .plus, magnitude: top), BigInt(bottom))
        return exponent < 0 ? power.reciprocal : power
    }

    /// The power where all parts stay words.
    private func smallPower(_ exponent: Int) -> Rational? {
        guard large == nil, exponent.magnitude <= 64, small.numerator != 0 else { return nil }
        var (top, bottom) = (1, 1)
        for _ in 0..<exponent.magnitude {
            let (next, isTooLarge) = top.multipliedReportingOverflow(by: small.numerator)
            let (below, isTooDeep) = bottom.multipliedReportingOverflow(by: small.denominator)
            guard !isTooLarge, !isTooDeep, next != Int.min else { return nil }
            (top, bottom) = (next, below)
        }
        let power = Rational(reducedWords: top, bottom)
        return exponent < 0 ? power.reciprocal : power
    }

    /// The exact `degree`-th root, real; nil where there is none among the fractions, or `degree` is not positive.
    package func exactRoot(_ degree: Int) -> Rational? {
        guard degree > 0 else { return nil }
        if degree == 1 || isZero { return self }
        guard signum > 0 || degree & 1 == 1 else { return nil }
        guard
            let top = numerator.magnitude.exactRoot(degree), let bottom = denominator.magnitude.exactRoot(degree)
        else { return nil }
        return Rational(reduced: BigInt(sign: signum < 0 ? .minus : .plus, magnitude: top), BigInt(bottom))
    }

    private static func quotient(_ a: BigInt, _ divisor: BigUInt) -> BigInt {
        guard divisor != 1, let quotient = a.magnitude.divided(by: divisor)?.quotient else { return a }
        return BigInt(sign: a.sign, magnitude: quotient)
    }

    @inline(__always)
    private static func sum(_ a: Rational, _ b: Rational, isNegated: Bool) -> Rational {
        if a.large == nil, b.large == nil {
            if let sum = smallSum(a, b, isNegated: isNegated) { return sum }
        }
        return largeSum(a, isNegated ? b.negated : b)
    }

    private static func smallSum(_ a: Rational, _ b: Rational, isNegated: Bool) -> Rational? {
        let other = isNegated ? -b.small.numerator : b.small.numerator
        if a.small.denominator == 1, b.small.denominator == 1 {
            let (sum, overflow) = a.small.numerator.addingReportingOverflow(other)
            return overflow || sum == Int.min ? nil : Rational(reducedWords: sum, 1)
        }
        let (left, one) = a.small.numerator.multipliedReportingOverflow(by: b.small.denominator)
        let (right, two) = other.multipliedReportingOverflow(by: a.small.denominator)
        let (denominator, three) = a.small.denominator.multipliedReportingOverflow(by: b.small.denominator)
        let (numerator, four) = left.addingReportingOverflow(right)
        guard !one, !two, !three, !four, numerator != Int.min else { return nil }
        return Rational(words: numerator, denominator)
    }

    /// Knuth's way: only the common divisor of the denominators can be left in the sum.
    private static func largeSum(_ a: Rational, _ b: Rational) -> Rational {
        let (p, q, r, s) = (a.numerator, a.denominator, b.numerator, b.denominator)
        let divisor = q.magnitude.commonDivisor(s.magnitude)
        if divisor == 1 { return Rational(reduced: p.product(s) + r.product(q), q.product(s)) }
        let bottom = quotient(q, divisor)
        let sum = p.product(quotient(s, divisor)) + r.product(bottom)
        if sum.isZero { return 0 }
        let rest = sum.magnitude.commonDivisor(divisor)
        return Rational(reduced: quotient(sum, rest), bottom.product(quotient(s, rest)))
    }
}

extension BigUInt {
    /// The exact `degree`-th root; nil where it is not whole.
    ///
    /// `degree` is positive.
    package func exactRoot(_ degree: Int) -> BigUInt? {
        if bitWidth <= 1 || degree == 1 { return self }
        guard degree < bitWidth else { return nil }
        let root = floorRoot(degree)
        return root.power(degree, bitLimit: bitWidth + degree) == self ? root : nil
    }

    /// The greatest whole number whose `degree`-th power is not above.
    ///
    /// `degree` is positive.
    package func floorRoot(_ degree: Int) -> BigUInt {
        if bitWidth <= 1 || degree <= 1 { return self }
        guard degree < bitWidth else { return 1 }
        // Newton's iteration from above, which falls until it is there.
        var root = BigUInt(1) << ((bitWidth + degree - 1) / degree)
        while true {
            guard
                let power = root.power(degree - 1, bitLimit: Int.max),
                let quotient = divided(by: power)?.quotient,
                let next = (root * BigUInt(degree - 1) + quotient).divided(by: BigUInt(degree))?.quotient
            else { return root }
            if next >= root { return root }
            root = next
        }
    }
}
