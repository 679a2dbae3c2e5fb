// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import BigInt
import Testing

/// A small deterministic generator for tests.
struct TestRandom {
    var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    /// In 0..<1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func natural(bits: Int) -> BigUInt {
        var words = (0..<(bits + 63) / 64).map { _ in UInt(next()) }
        // Runs of ones and zeros find carries that random bits do not.
        for i in words.indices where below(4) == 0 { words[i] = below(2) == 0 ? 0 : UInt.max }
        return BigUInt(words: words) >> (words.count * 64 - bits)
    }

    mutating func integer(bits: Int) -> BigInt {
        BigInt(sign: below(2) == 0 ? .plus : .minus, magnitude: natural(bits: bits))
    }

    mutating func rational(bits: Int) -> Rational {
        Rational(integer(bits: 1 + below(bits)), BigInt(natural(bits: 1 + below(bits))) + 1) ?? 0
    }
}

@Suite struct LimbsTests {
    @Test(arguments: [1, 2, 3, 7, 39, 40, 41, 63, 81, 130, 333])
    func products(words: Int) {
        var random = TestRandom(UInt64(words))
        for other in [1, words / 3 + 1, words, words + 1, words * 2 + 5] {
            let (a, b) = (random.natural(bits: words * 64), random.natural(bits: other * 64))
            #expect(a.product(b) == a * b)
        }
    }

    @Test func quotients() {
        var random = TestRandom(1)
        for _ in 0..<500 {
            let (a, b) = (random.natural(bits: 1 + random.below(900)), random.natural(bits: 1 + random.below(600)) + 1)
            let result = a.divided(by: b)
            #expect(result?.quotient == a / b)
            #expect(result?.remainder == a % b)
        }
        #expect(BigUInt(3).divided(by: 0) == nil)
        for _ in 0..<500 {
            let divisor = random.natural(bits: 1 + random.below(64)) + (random.below(2) == 0 ? 0 : 1)
            guard divisor != 0 else { continue }
            let a = random.natural(bits: 1 + random.below(300))
            let result = a.divided(by: divisor)
            #expect(result?.quotient == a / divisor)
            #expect(result?.remainder == a % divisor)
        }
    }

    @Test func commonDivisors() {
        var random = TestRandom(2)
        for _ in 0..<300 {
            let common = random.natural(bits: 1 + random.below(300))
            let (a, b) = (random.natural(bits: 1 + random.below(500)), random.natural(bits: 1 + random.below(500)))
            #expect((a * common).commonDivisor(b * common) == (a * common).greatestCommonDivisor(with: b * common))
        }
        #expect(BigUInt(0).commonDivisor(12) == 12)
        #expect(BigUInt(12).commonDivisor(0) == 12)
    }

    @Test func roots() {
        var random = TestRandom(3)
        for degree in 1..<12 {
            let base = random.natural(bits: 100) + 2
            let power = base.power(degree)
            #expect(power.exactRoot(degree) == base)
            #expect((power - 1).floorRoot(degree) == base - 1)
            #expect(degree == 1 || (power + 1).exactRoot(degree) == nil)
        }
    }
}

@Suite struct RationalTests {
    @Test func fieldLaws() throws {
        var random = TestRandom(4)
        for round in 0..<400 {
            let bits = round % 2 == 0 ? 40 : 300
            let (a, b, c) = (random.rational(bits: bits), random.rational(bits: bits), random.rational(bits: bits))
            #expect(a + b == b + a)
            #expect((a + b) + c == a + (b + c))
            #expect((a * b) * c == a * (b * c))
            #expect(a * (b + c) == a * b + a * c)
            #expect(a - a == 0)
            #expect(a - b == -(b - a))
            if let quotient = a / b { #expect(quotient * b == a) } else { #expect(b.isZero) }
            #expect((a < b) == ((a - b).signum < 0))
            // The parts stay in lowest terms, and the sum is the textbook's.
            let sum = a + b
            #expect(sum.numerator.greatestCommonDivisor(with: sum.denominator) == 1)
            #expect(
                sum
                    == Rational(
                        a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator))
        }
    }

    @Test func wordEdges() {
        let edges = [Int.min, Int.min + 1, -1, 0, 1, Int.max]
        for a in edges {
            for b in edges {
                #expect(Rational(a) + Rational(b) == Rational(BigInt(a) + BigInt(b)))
                #expect(Rational(a) * Rational(b) == Rational(BigInt(a) * BigInt(b)))
                #expect(Rational(a) - Rational(b) == Rational(BigInt(a) - BigInt(b)))
                #expect((Rational(a) < Rational(b)) == (a < b))
                #expect(Rational(a, b) == Rational(BigInt(a), BigInt(b)))
            }
            #expect(-(-Rational(a)) == Rational(a))
            #expect(Rational(a).magnitude.numerator == BigInt(a.magnitude))
        }
        #expect(Rational(1, 0) == nil)
        #expect(Rational(6, -4)?.description == "-3/2")
    }

    @Test(arguments: [
        ("0", "0"), ("-0.0", "0"), ("12", "12"), (".5", "1/2"), ("5.", "5"), ("+1.25", "5/4"), ("-0.0012e3", "-6/5"),
        ("1e-3", "1/1000"), ("2E5", "200000"), ("00012.500", "25/2"), ("0.000000000000000000001", nil),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
    ])
    func decimals(text: String, expected: String?) throws {
        let value = try #require(Rational(decimal: text))
        if let expected { #expect(value.description == expected) }
    }

    @Test(arguments: [
        "", "-", ".", "e5", "1e", "1e+", "1.2.3", "1,2", "0x10", "1e999999999", "1e-99999999999999999999", "٣",
    ])
    func notDecimals(text: String) { #expect(Rational(decimal: text) == nil) }

    @Test func zeroWithHugeExponent() { #expect(Rational(decimal: "0e999999999999999999999") == 0) }

    @Test func longDecimals() throws {
        var random = TestRandom(5)
        for length in [19, 20, 40, 500, 2001, 9000] {
            for _ in 0..<(length > 500 ? 2 : 20) {
                let digits = (0..<length).map { _ in Character(String(random.below(10))) }
                let point = random.below(length)
                let text = String(digits[..<point]) + "." + String(digits[point...])
                let expected = Rational(
                    try #require(BigInt(String(digits))), BigInt(10).power(length - point))
                #expect(Rational(decimal: text) == expected)
            }
        }
        // Nothing but fives below the line, and nothing but fives above.
        let power = String(BigInt(5).power(5000))
        #expect(
            Rational(decimal: "0." + power)
                == Rational(BigInt(5).power(5000), BigInt(10).power(power.utf8.count)))
        let large = String(repeating: "7", count: 100_000)
        #expect(try #require(Rational(decimal: "0." + large)).bitWidth > 332_000)
    }

    @Test(arguments: [
        ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("0.125", 2, "0.13"), ("1250", -2, "1300"), ("49", -2, "0"),
        ("50", -2, "100"),
        ("1234", -99_999_999, "0"), ("0.1", 99_999_999, "0.1"), ("2.4999", 0, "2"),
    ])
    func roundedToDecimals(text: String, decimals: Int, expected: String) throws {
        let value = try #require(Rational(decimal: text))
        #expect(value.rounded(decimals: decimals) == Rational(decimal: expected))
    }

    @Test(arguments: [
        ("1234.5", 2, "1200"), ("0.00987654", 3, "0.00988"), ("999.96", 4, "1000"), ("-0.00015", 1, "-0.0002"),
        ("0", 3, "0"),
        ("1e300", 1, "1e300"), ("9.5", 1, "10"),
    ])
    func roundedToDigits(text: String, digits: Int, expected: String) throws {
        let value = try #require(Rational(decimal: text))
        #expect(value.rounded(significantDigits: digits) == Rational(decimal: expected))
    }

    @Test func decimalExponents() throws {
        for exponent in [-400, -30, -3, -1, 0, 1, 2, 17, 18, 19, 20, 300] {
            let power = try #require(Rational(10).power(exponent, bitLimit: 100_000))
            #expect(power.decimalExponent == exponent)
            let below = try #require(Rational(decimal: "0.9999999999999999999999"))
            #expect((power * below).decimalExponent == exponent - 1)
            #expect((power * below * 10).decimalExponent == exponent)
        }
        #expect(Rational(0).decimalExponent == nil)
    }

    @Test(arguments: [
        ("1/3", 6, "0.333333"), ("-3/2", 10, "-1.5"), ("2000000/3", 3, "667000"), ("1/999", 3, "0.001"),
        ("0/1", 5, "0"),
        ("1000000000000000000000000/1", 4, "1e24"), ("1/70000000000", 3, "1.43e-11"), ("1234567/10", 20, "123456.7"),
        ("999999/1", 3, "1000000"),
    ])
    func descriptions(fraction: String, digits: Int, expected: String) throws {
        let parts = fraction.split(separator: "/").compactMap { BigInt($0) }
        #expect(try #require(Rational(parts[0], parts[1])).decimalDescription(significantDigits: digits) == expected)
    }

    @Test func doubles() throws {
        var random = TestRandom(6)
        let step = try #require(Rational(1, 1 << 40))
        for _ in 0..<2000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            let exact = try #require(Rational(exactly: value))
            #expect(exact.doubleValue == value)
            // Halfway to the next double goes to the even one, and anything beyond to the nearer one.
            let next = value.nextUp
            guard next.isFinite, let above = Rational(exactly: next), let half = (exact + above) / 2
            else { continue }
            #expect(half.doubleValue == (value.bitPattern & 1 == 0 ? value : next))
            let tiny = (above - exact) * step
            #expect((half + tiny).doubleValue == next)
            #expect((half - tiny).doubleValue == value)
        }
        #expect(Rational(decimal: "1e400")?.doubleValue == .infinity)
        #expect(Rational(decimal: "-1e400")?.doubleValue == -.infinity)
        #expect(Rational(decimal: "1e-400")?.doubleValue == 0)
        #expect(Rational(decimal: "1.7976931348623157e308")?.doubleValue == .greatestFiniteMagnitude)
        #expect(Rational(decimal: "4.9e-324")?.doubleValue == .leastNonzeroMagnitude)
        #expect(Rational(decimal: "2.4e-324")?.doubleValue == 0)
        let huge = try #require(BigInt("1" + String(repeating: "3", count: 5000)))
        #expect(Rational(huge * 2 + 1, huge)?.doubleValue == 2)
    }

    @Test func powers() {
        #expect(Rational(2, 3)?.power(-3, bitLimit: 100) == Rational(27, 8))
        #expect(Rational(-2).power(3, bitLimit: 100) == -8)
        #expect(Rational(0).power(-1, bitLimit: 100) == nil)
        #expect(Rational(0).power(0, bitLimit: 100) == 1)
        #expect(Rational(2).power(1000, bitLimit: 100) == nil)
        #expect(Rational(2).power(Int.max, bitLimit: 1 << 30) == nil)
        #expect(Rational(-1).power(Int.max, bitLimit: 8) == -1)
        #expect(Rational(-1).power(Int.min, bitLimit: 8) == 1)
        #expect(Rational(2).power(99, bitLimit: 100)?.bitWidth == 100)
        #expect(Rational(2).power(100, bitLimit: 100) == nil)
        #expect(Rational(27, 8)?.exactRoot(3) == Rational(3, 2))
        #expect(Rational(-27).exactRoot(3) == -3)
        #expect(Rational(-4).exactRoot(2) == nil)
        #expect(Rational(2).exactRoot(2) == nil)
    }

    @Test func wholeParts() throws {
        #expect(Rational(-7, 2)?.floor == -4)
        #expect(Rational(-7, 2)?.ceiling == -3)
        #expect(Rational(7, 2)?.floor == 3)
        #expect(Rational(-4).floor == -4)
        let large = try #require(Rational(BigInt(10).power(40) * -3 - 1, 3))
        #expect(large.floor == -BigInt(10).power(40) - 1)
        #expect(large.ceiling == -BigInt(10).power(40))
    }
}
