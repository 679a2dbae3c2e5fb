// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import BigInt

/// An exact fraction in lowest terms, with a positive denominator.
///
/// Fractions whose parts fit into machine words take no memory beside their 24 bytes and are quick; all others hold large
/// integers. What can grow without bound from a small input (powers, decimals with an exponent) takes a limit in bits and
/// is nil past it. Sums and products have about as many bits as their operands together: a caller that repeats them looks
/// at ``bitWidth``.
package struct Rational: Sendable {
    /// Numerator and denominator, where both are of at most 63 bits (never `Int.min`); else without meaning.
    let small: (numerator: Int, denominator: Int)
    /// Numerator and denominator, where one of them does not fit.
    let large: LargeParts?

    final class LargeParts: Sendable {
        let numerator: BigInt
        let denominator: BigInt

        init(_ numerator: BigInt, _ denominator: BigInt) {
            self.numerator = numerator
            self.denominator = denominator
        }
    }

    /// The part above the line, with the sign.
    package var numerator: BigInt { large?.numerator ?? BigInt(small.numerator) }
    /// The part below the line, at least 1.
    package var denominator: BigInt { large?.denominator ?? BigInt(small.denominator) }

    package static let zero = Rational(0)
    package static let one = Rational(1)

    /// A whole number.
    package init(_ value: Int) {
        guard value != Int.min else {
            self.init(BigInt(value))
            return
        }
        self.init(reducedWords: value, 1)
    }

    /// A whole number.
    package init(_ value: BigInt) { self.init(reduced: value, 1) }

    /// A fraction, reduced; nil where the denominator is 0.
    package init?(_ numerator: BigInt, _ denominator: BigInt) {
        guard !denominator.isZero else { return nil }
        if let numerator = Self.word(numerator), let denominator = Self.word(denominator) {
            self.init(words: numerator, denominator)
            return
        }
        let divisor = numerator.magnitude.commonDivisor(denominator.magnitude)
        let isNegative = (numerator.sign == .minus) != (denominator.sign == .minus)
        var (top, bottom) = (numerator.magnitude, denominator.magnitude)
        if divisor != 1 {
            top = top.divided(by: divisor)?.quotient ?? top
            bottom = bottom.divided(by: divisor)?.quotient ?? bottom
        }
        self.init(reduced: BigInt(sign: isNegative ? .minus : .plus, magnitude: top), BigInt(bottom))
    }

    /// A fraction of words, reduced; nil where the denominator is 0.
    package init?(_ numerator: Int, _ denominator: Int) {
        guard denominator != 0 else { return nil }
        guard numerator != Int.min, denominator != Int.min else {
            self.init(BigInt(numerator), BigInt(denominator))
            return
        }
        self.init(words: numerator, denominator)
    }

    /// The exact value of a finite double.
    package init?(exactly value: Double) {
        guard value.isFinite else { return nil }
        guard value != 0 else {
            self.init(0)
            return
        }
        // value = significand · 2^exponent with a whole significand of at most 53 bits.
        let significand = BigInt(Int64(value.significand * 0x1p52) * (value < 0 ? -1 : 1))
        let exponent = Int(value.exponent) - 52
        if exponent >= 0 {
            self.init(significand << exponent)
        } else {
            self.init(significand, BigInt(1) << -exponent)
        }
    }

    /// A fraction of words other than `Int.min`, the denominator not 0.
    init(words numerator: Int, _ denominator: Int) {
        let divisor = Int(bitPattern: Limbs.gcd(numerator.magnitude, denominator.magnitude))
        let sign = denominator < 0 ? -1 : 1
        small = (numerator / divisor * sign, denominator / divisor * sign)
        large = nil
    }

    /// Word parts without a common divisor, the denominator positive.
    init(reducedWords numerator: Int, _ denominator: Int) {
        small = (numerator, denominator)
        large = nil
    }

    /// Parts without a common divisor, the denominator positive.
    init(reduced numerator: BigInt, _ denominator: BigInt) {
        if let numerator = Self.word(numerator), let denominator = Self.word(denominator) {
            small = (numerator, denominator)
            large = nil
        } else {
            small = (0, 1)
            large = LargeParts(numerator, denominator)
        }
    }

    /// The value as a word, where it is of at most 63 bits.
    static func word(_ value: BigInt) -> Int? {
        guard value.magnitude.bitWidth <= 63 else { return nil }
        let word = Int(bitPattern: value.magnitude.words.first ?? 0)
        return value.sign == .minus ? -word : word
    }
}

// MARK: - Facts

extension Rational {
    package var isInteger: Bool { large.map { $0.denominator == 1 } ?? (small.denominator == 1) }

    package var isZero: Bool { large == nil && small.numerator == 0 }

    /// −1, 0 or 1.
    package var signum: Int { large.map { $0.numerator.sign == .minus ? -1 : 1 } ?? small.numerator.signum() }

    /// The value as a word, where it is a whole number that fits.
    package var word: Int? { large == nil && small.denominator == 1 ? small.numerator : nil }

    /// Bits of the larger part; 0 has 1 (its denominator's).
    package var bitWidth: Int {
        if let large { return max(large.numerator.magnitude.bitWidth, large.denominator.magnitude.bitWidth) }
        return Int.bitWidth - max(small.numerator.magnitude, small.denominator.magnitude).leadingZeroBitCount
    }

    /// The greatest whole number not above.
    package var floor: BigInt {
        guard let large else {
            let (quotient, remainder) = small.numerator.quotientAndRemainder(dividingBy: small.denominator)
            return BigInt(remainder < 0 ? quotient - 1 : quotient)
        }
        guard let (quotient, remainder) = large.numerator.divided(by: large.denominator) else { return 0 }
        return remainder.sign == .minus ? quotient - 1 : quotient
    }

    /// The least whole number not below.
    package var ceiling: BigInt { -negated.floor }
}

extension Rational: Hashable {
    package static func == (a: Rational, b: Rational) -> Bool {
        switch (a.large, b.large) {
        case (nil, nil): a.small == b.small
        case (let a?, let b?): a === b || (a.numerator == b.numerator && a.denominator == b.denominator)
        default: false
        }
    }

    package func hash(into hasher: inout Hasher) {
        if let large {
            hasher.combine(large.numerator)
            hasher.combine(large.denominator)
        } else {
            hasher.combine(small.numerator)
            hasher.combine(small.denominator)
        }
    }
}

extension Rational: Comparable {
    package static func < (a: Rational, b: Rational) -> Bool {
        if a.large == nil, b.large == nil {
            let left = a.small.numerator.multipliedFullWidth(by: b.small.denominator)
            let right = b.small.numerator.multipliedFullWidth(by: a.small.denominator)
            return left.high != right.high ? left.high < right.high : left.low < right.low
        }
        if a.signum != b.signum { return a.signum < b.signum }
        return a.numerator.product(b.denominator) < b.numerator.product(a.denominator)
    }
}

extension Rational: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self.init(value) }
}

extension Rational: CustomStringConvertible {
    /// `-3` or `22/7`.
    package var description: String {
        guard large == nil else { return isInteger ? "\(numerator)" : "\(numerator)/\(denominator)" }
        return small.denominator == 1 ? String(small.numerator) : "\(small.numerator)/\(small.denominator)"
    }
}
