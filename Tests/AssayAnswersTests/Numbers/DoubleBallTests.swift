// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Testing

@Suite struct DoubleBallTests {
    @Test func goldenFileIsThere() { #expect(GoldenNumber.all.count > 400) }

    @Test(arguments: GoldenNumber.all)
    func golden(number: GoldenNumber) {
        // Doubles cannot hold all of them: those fail, and only so.
        do throws(BallFailure) {
            let ball = try number.value(DoubleBall.self, precision: 53)
            #expect(number.isInside(ball), "\(ball)")
        } catch {
            #expect(error == .imprecise)
        }
    }

    @Test func goldenIsTight() {
        var bits: [Int] = []
        for number in GoldenNumber.all {
            guard let ball = try? number.value(DoubleBall.self, precision: 53) else { continue }
            bits.append(ball.relativeErrorBits(to: ball) ?? 0)
        }
        #expect(bits.count > GoldenNumber.all.count * 9 / 10)
        #expect(bits.filter { $0 > 40 }.count > bits.count * 3 / 4)
    }

    /// Sums, products, quotients and roots of random intervals hold those of random points inside.
    @Test func arithmeticEncloses() throws {
        var random = TestRandom(1)
        func point() -> Double {
            switch random.below(5) {
            case 0: Double(random.below(20) - 10)
            case 1: (random.unit() - 0.5) * Double(sign: .plus, exponent: random.below(600) - 300, significand: 1)
            default: (random.unit() - 0.5) * 8
            }
        }
        for _ in 0..<3000 {
            let values = (0..<2).map { _ in (re: point(), im: random.below(3) == 0 ? 0 : point()) }
            let exact = try values.map { value in
                (re: try #require(Rational(exactly: value.re)), im: try #require(Rational(exactly: value.im)))
            }
            let (a, b) = (exact[0], exact[1])
            let third = try #require(Rational(1, 3))
            // Off the doubles, so that the operands are intervals.
            let (p, q) = ((a.re * third, a.im * third), (b.re * third, b.im * third))
            let x = DoubleBall.exact(p.0, p.1, precision: 53)
            let y = DoubleBall.exact(q.0, q.1, precision: 53)
            #expect(x.contains(p.0, p.1))
            #expect((x + y).contains(p.0 + q.0, p.1 + q.1))
            #expect((x - y).contains(p.0 - q.0, p.1 - q.1))
            #expect((x * y).contains(p.0 * q.0 - p.1 * q.1, p.0 * q.1 + p.1 * q.0))
            #expect(x.square.contains(p.0 * p.0 - p.1 * p.1, p.0 * p.1 * 2))
            if let quotient = try? x.divided(by: y), let norm = (q.0 * q.0 + q.1 * q.1).reciprocal {
                #expect(quotient.contains((p.0 * q.0 + p.1 * q.1) * norm, (p.1 * q.0 - p.0 * q.1) * norm))
            }
            #expect(try x.square.realPart.magnitude().contains((p.0 * p.0 - p.1 * p.1).magnitude, 0))
        }
    }

    @Test func exactStaysExact() throws {
        let three = DoubleBall.exact(3, precision: 53)
        let four = DoubleBall.exact(4, precision: 53)
        #expect((three * four).exactWord == 12)
        #expect((three - four).exactWord == -1)
        #expect(try four.squareRoot().exactWord == 2)
        #expect(try (three * four).divided(by: three).exactWord == 4)
        #expect(try three.power(20).exactWord == 3_486_784_401)
        #expect(try DoubleBall.exact(0, precision: 53).exp().exactWord == 1)
        #expect((three - three).isExactZero)
        #expect(try DoubleBall.exact(-4, precision: 53).squareRoot().im.exactWord == 2)
    }

    @Test func neverLosesInfinity() throws {
        let huge = try DoubleBall.exact(10, precision: 53).power(300)
        let beyond = huge * huge
        #expect(beyond.realSign == 1)
        #expect(beyond.re.contains(try #require(Rational(decimal: "1e600"))))
        #expect((beyond - beyond).containsZero)
        #expect(throws: BallFailure.imprecise) { try beyond.sin() }
        #expect(throws: BallFailure.imprecise) { try beyond.exp() }
        let tiny = try DoubleBall.exact(10, precision: 53).power(-300)
        #expect((tiny * tiny).contains(try #require(Rational(decimal: "1e-600")), 0))
    }
}
