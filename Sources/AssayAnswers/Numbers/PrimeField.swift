// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import BigInt

/// The integers modulo a prime of 61 bits that is 1 modulo 24.
///
/// Elements are words in `0..<prime`. Since 24 divides `p − 1`, the field holds i, √2, √3 and the 24th roots of unity. All
/// choices (the prime, of two roots the one taken) are functions of the seed alone.
///
/// Roots of unity are powers of one element, so that `ζ₄ = ζ₈²` and so on: what is built from them stands for the same
/// numbers as `e^(2πi/n)` under one embedding. ``squareRoot(_:)`` makes no such promise: `√2 = ζ₈ + ζ₈⁻¹` where signs matter.
package struct PrimeField: Sendable {
    package let prime: UInt64
    /// ⌊2^124 / prime⌋, for Barrett's reduction.
    private let reciprocal: UInt64
    /// 2^64 modulo the prime.
    private let wordBase: UInt64
    /// `p − 1 = odd · 2^twos`.
    private let odd: UInt64
    private let twos: Int

    /// Draws a prime: the same for the same seed.
    package init(seed: UInt64) {
        var state = seed
        func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }
        var candidate: UInt64
        repeat {
            // Uniform in 2^60 ..< 2^61, then down to 1 modulo 24.
            let drawn = 1 << 60 | next() >> 4
            candidate = drawn - drawn % 24 + 1
        } while candidate < 1 << 60 || !WordFactors.isPrime(candidate)
        self.init(prime: candidate)
    }

    /// `prime` is a prime in `2^60 ..< 2^61`, and 1 modulo 24.
    init(prime: UInt64) {
        self.prime = prime
        reciprocal = prime.dividingFullWidth((1 << 60, 0)).quotient
        wordBase = (UInt64.max % prime + 1) % prime
        twos = (prime - 1).trailingZeroBitCount
        odd = (prime - 1) >> UInt64(twos)
    }

    /// The part of `p − 1` made of primes below 64, and an element whose order has all of it: few fields need it.
    private var smooth: (part: UInt64, generator: UInt64) {
        var rest = prime - 1
        var smooth: UInt64 = 1
        var primes: [UInt64] = []
        for factor in WordFactors.smallPrimes.prefix(while: { $0 < 64 }) where rest % factor == 0 {
            primes.append(factor)
            while rest % factor == 0 {
                rest /= factor
                smooth *= factor
            }
        }
        let field = Montgomery(prime)
        let generator = (2..<UInt64(10_000)).first { candidate in
            primes.allSatisfy { field.power(field.form(candidate), (prime - 1) / $0) != field.one }
        }
        return (smooth, generator ?? 2)
    }

    // MARK: Arithmetic

    @inline(__always)
    package func add(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let sum = a &+ b
        return sum >= prime ? sum &- prime : sum
    }

    @inline(__always)
    package func subtract(_ a: UInt64, _ b: UInt64) -> UInt64 { a >= b ? a &- b : a &+ prime &- b }

    @inline(__always)
    package func negate(_ a: UInt64) -> UInt64 { a == 0 ? 0 : prime &- a }

    @inline(__always)
    package func multiply(_ a: UInt64, _ b: UInt64) -> UInt64 { reduce(a.multipliedFullWidth(by: b)) }

    /// A number below 2^123 modulo the prime: the quotient is estimated at most 2 too low.
    @inline(__always)
    private func reduce(_ x: (high: UInt64, low: UInt64)) -> UInt64 {
        let top = x.high &<< 4 | x.low &>> 60
        var rest = x.low &- top.multipliedFullWidth(by: reciprocal).high &* prime
        if rest >= prime { rest &-= prime }
        if rest >= prime { rest &-= prime }
        return rest
    }

    /// The power; 0 to the 0 is 1.
    package func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
        var result: UInt64 = 1
        var bit = 64 - exponent.leadingZeroBitCount
        while bit > 0 {
            bit -= 1
            result = multiply(result, result)
            if exponent >> UInt64(bit) & 1 == 1 { result = multiply(result, base) }
        }
        return result
    }

    /// The power to a whole number of any size and sign; nil for 0 to a negative one.
    package func power(_ base: UInt64, _ exponent: BigInt) -> UInt64? {
        guard base != 0 else { return exponent.sign == .minus ? nil : exponent.isZero ? 1 : 0 }
        return power(base, Self.residue(exponent, modulo: prime - 1))
    }

    /// One over the element; nil of 0.
    package func inverse(_ a: UInt64) -> UInt64? {
        guard a != 0 else { return nil }
        // Euclid's algorithm; the cofactors stay below the prime.
        var (r, s) = (prime, a)
        var (u, v): (Int64, Int64) = (0, 1)
        while s != 0 {
            let (quotient, rest) = r.quotientAndRemainder(dividingBy: s)
            (r, s) = (s, rest)
            (u, v) = (v, u &- Int64(bitPattern: quotient) &* v)
        }
        return u < 0 ? UInt64(bitPattern: u &+ Int64(prime)) : UInt64(u)
    }

    // MARK: Roots

    /// Whether the element is a square.
    package func isSquare(_ a: UInt64) -> Bool { a == 0 || power(a, (prime - 1) / 2) == 1 }

    /// The smaller of the two square roots; nil of a non-residue.
    package func squareRoot(_ a: UInt64) -> UInt64? {
        guard a != 0 else { return 0 }
        guard isSquare(a) else { return nil }
        // Tonelli and Shanks: `root² = a · rest` with `rest` of an order 2^k that falls to 1.
        let half = power(a, (odd - 1) / 2)
        var root = multiply(a, half)
        var rest = multiply(root, half)
        var unit = power(smooth.generator, odd)
        var order = twos
        while rest != 1 {
            var exponent = 0
            var square = rest
            while square != 1, exponent < order {
                square = multiply(square, square)
                exponent += 1
            }
            guard exponent < order else { return nil }
            for _ in 0..<(order - exponent - 1) { unit = multiply(unit, unit) }
            root = multiply(root, unit)
            unit = multiply(unit, unit)
            rest = multiply(rest, unit)
            order = exponent
        }
        return min(root, prime - root)
    }

    /// A primitive root of unity; nil where `order` does not divide `p − 1`.
    package func rootOfUnity(order: UInt64) -> UInt64? {
        guard order > 0, (prime - 1) % order == 0 else { return nil }
        let (part, generator) = smooth
        if part % order == 0 { return power(generator, (prime - 1) / order) }
        let primes = WordFactors.factors(order)
        return (2..<UInt64(10_000)).lazy.map { power($0, (prime - 1) / order) }.first { root in
            primes.allSatisfy { power(root, order / $0.prime) != 1 }
        }
    }

    // MARK: Images

    /// The image of a whole number.
    package func reduce(_ value: BigInt) -> UInt64 {
        let words = value.magnitude.words
        var result: UInt64 = 0
        var i = words.count
        while i > 0 {
            i -= 1
            var sum = result.multipliedFullWidth(by: wordBase)
            let (low, overflow) = sum.low.addingReportingOverflow(UInt64(words[i]))
            sum = (sum.high &+ (overflow ? 1 : 0), low)
            result = reduce(sum)
        }
        return value.sign == .minus ? negate(result) : result
    }

    /// The image of a word.
    package func reduce(_ value: Int) -> UInt64 {
        let rest = UInt64(value.magnitude) % prime
        return value < 0 ? negate(rest) : rest
    }

    /// The image of a fraction; nil where the prime divides the denominator.
    package func reduce(_ value: Rational) -> UInt64? {
        if let word = value.word { return reduce(word) }
        guard value.large != nil else {
            return inverse(reduce(value.small.denominator)).map { multiply(reduce(value.small.numerator), $0) }
        }
        return inverse(reduce(value.denominator)).map { multiply(reduce(value.numerator), $0) }
    }

    /// The residue of a whole number in `0..<modulus`.
    package static func residue(_ value: BigInt, modulo modulus: UInt64) -> UInt64 {
        guard modulus > 1 else { return 0 }
        let words = value.magnitude.words
        var result: UInt64 = 0
        var i = words.count
        while i > 0 {
            i -= 1
            result = modulus.dividingFullWidth((result, UInt64(words[i]))).remainder
        }
        return value.sign == .minus && result != 0 ? modulus - result : result
    }
}
