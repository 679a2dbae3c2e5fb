// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import BigInt
import Foundation
import Testing

/// Prints how long operations on numbers take; asserts nothing about time.
@Suite(
    .serialized, .enabled(if: ProcessInfo.processInfo.environment["ASSAY_TIMING"] != nil, "ASSAY_TIMING is not set"))
struct NumbersTimingTests {
    /// The least time of five runs, in ns a call.
    private func nanoseconds(_ name: String, _ count: Int, _ body: (Int) throws -> Void) rethrows {
        var least = Double.infinity
        for _ in 0..<5 {
            let start = ContinuousClock.now
            for i in 0..<count { try body(i) }
            let time = (ContinuousClock.now - start) / Double(count)
            least = min(least, Double(time.components.attoseconds) * 1e-9 + Double(time.components.seconds) * 1e9)
        }
        print("\(name): \((least * 10).rounded() / 10) ns")
    }

    @Test(arguments: [53, 128, 256, 1024, 2048]) func balls(precision: Int) throws {
        if precision == 53 {
            try balls(DoubleBall.self, precision, 2000)
        } else {
            try balls(BigBall.self, precision, 100_000 / precision)
        }
    }

    private func balls<Ball: ComplexBall>(_ type: Ball.Type, _ precision: Int, _ count: Int) throws {
        let name = "\(type) \(precision):"
        let x = Ball.exact(try #require(Rational(12345, 6789)), precision: precision)
        let y = Ball.exact(try #require(Rational(-771, 1003)), precision: precision)
        let z = Ball(x.re, y.re)
        let w = Ball(y.re, x.re)
        _ = Ball.pi(precision: precision)
        _ = try x.gamma()
        var sink = 0
        func use(_ ball: Ball) { sink &+= ball.isExactlyReal ? 1 : 0 }
        nanoseconds("\(name) real sum", count * 10) { _ in use(x + y) }
        nanoseconds("\(name) real product", count * 10) { _ in use(x * y) }
        try nanoseconds("\(name) real quotient", count * 10) { _ in use(try x.divided(by: y)) }
        nanoseconds("\(name) sum", count * 10) { _ in use(z + w) }
        nanoseconds("\(name) product", count * 10) { _ in use(z * w) }
        try nanoseconds("\(name) quotient", count * 10) { _ in use(try z.divided(by: w)) }
        let functions: [(String, (Ball) throws -> Ball)] = [
            ("exp", { try $0.exp() }), ("log", { try $0.log() }), ("squareRoot", { try $0.squareRoot() }),
            ("sin", { try $0.sin() }), ("arctan", { try $0.arctan() }), ("arcsin", { try $0.arcsin() }),
            ("sinh", { try $0.sinh() }), ("tan", { try $0.tan() }),
        ]
        for (function, body) in functions {
            try nanoseconds("\(name) real \(function)", count) { _ in use(try body(x)) }
            try nanoseconds("\(name) \(function)", count) { _ in use(try body(z)) }
        }
        try nanoseconds("\(name) gamma", count / 4) { _ in use(try x.gamma()) }
        try nanoseconds("\(name) erf", count / 4) { _ in use(try x.errorFunction()) }
        try nanoseconds("\(name) lambertW", count / 4) { _ in use(try x.lambertW()) }
        let huge = Ball.exact(try #require(Rational(decimal: "1e300")), precision: precision)
        try nanoseconds("\(name) sin(1e300)", count) { _ in use(try huge.sin()) }
        #expect(sink >= 0)
    }

    @Test func fields() throws {
        nanoseconds("PrimeField: draw", 200) { _ = PrimeField(seed: UInt64($0)) }
        let field = PrimeField(seed: 1)
        var value = field.reduce(12345)
        nanoseconds("PrimeField: product", 100_000) { _ in value = field.multiply(value, value) }
        nanoseconds("PrimeField: inverse", 10_000) { _ in value = field.inverse(field.add(value, 1)) ?? 1 }
        nanoseconds("PrimeField: power", 10_000) { _ in value = field.power(value, 0x1234_5678_9ABC_DEF1) }
        nanoseconds("PrimeField: squareRoot", 5000) { _ in
            value = field.squareRoot(field.multiply(value, value)) ?? 1
        }
        let large = BigInt(10).power(1000) + 1
        nanoseconds("PrimeField: reduce 1000 digits", 1000) { _ in value = field.add(value, field.reduce(large)) }
        var factors = 0
        nanoseconds("WordFactors: 60 bits", 50) { factors &+= WordFactors.factors(field.prime - 1 - UInt64($0)).count }
        #expect(factors > 0)
    }

    @Test func rationals() throws {
        let (a, b) = (try #require(Rational(355, 113)), try #require(Rational(-22, 7)))
        var sink = 0
        func use(_ value: Rational) { sink &+= value.signum }
        nanoseconds("Rational: small sum", 100_000) { _ in use(a + b) }
        nanoseconds("Rational: small product", 100_000) { _ in use(a * b) }
        let p = try #require(Rational(BigInt(3).power(200), BigInt(7).power(120)))
        let q = try #require(Rational(BigInt(11).power(90), BigInt(2).power(300) + 1))
        nanoseconds("Rational: 320-bit sum", 2000) { _ in use(p + q) }
        nanoseconds("Rational: 320-bit product", 2000) { _ in use(p * q) }
        let digits = [UInt8](repeating: 0x37, count: 100_000)
        nanoseconds("Rational: 100,000 digits", 1) { _ in use(Rational(decimal: digits) ?? 0) }
        nanoseconds("Rational: 100,000 decimals", 1) { _ in use(Rational(decimal: [0x2E] + digits) ?? 0) }
        let fives = Array(String(BigInt(5).power(143_067)).utf8)
        nanoseconds("Rational: 0.(5^143067)", 1) { _ in use(Rational(decimal: [0x2E] + fives) ?? 0) }
        let long = try #require(Rational(decimal: [0x2E] + digits))
        nanoseconds("Rational: their double", 10) { _ in sink &+= Int(long.doubleValue) }
        nanoseconds("Rational: rounded to 6 digits", 1) { _ in use(long.rounded(significantDigits: 6)) }
        nanoseconds("Rational: gcd of 4096 bits", 20) { _ in
            use(Rational(BigInt(3).power(2580) + 1, BigInt(5).power(1760) + 2) ?? 0)
        }
        #expect(sink != 0)
    }
}
