// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import BigInt
import Testing

@Suite struct BigBallTests {
    static let precisions = [64, 128, 256, 1024]

    static func ball(_ text: String, _ precision: Int = 128) throws -> BigBall {
        .exact(try #require(Rational(decimal: text)), precision: precision)
    }

    @Test(arguments: GoldenNumber.all)
    func golden(number: GoldenNumber) {
        for precision in Self.precisions {
            do throws(BallFailure) {
                let ball = try number.value(BigBall.self, precision: precision)
                #expect(number.isInside(ball), "\(precision) bits")
                // All keep their bits but the last few, save where the argument's own error is magnified.
                let bits = ball.relativeErrorBits(to: ball) ?? 0
                #expect(bits >= precision - 40 || number.isDelicate, "\(precision) bits: \(bits)")
                let isReal = number.im.isZero && number.arguments.allSatisfy { $0[1].isZero }
                #expect(!isReal || ball.isExactlyReal, "\(precision) bits")
            } catch {
                Issue.record("\(precision) bits: \(error)")
            }
        }
    }

    @Test func goldenIsTight() {
        for precision in Self.precisions {
            let bits = GoldenNumber.all.compactMap { number in
                (try? number.value(BigBall.self, precision: precision)).flatMap { $0.relativeErrorBits(to: $0) }
            }
            #expect(bits.filter { $0 >= precision - 12 }.count > bits.count * 9 / 10)
        }
    }

    @Test func arithmeticEncloses() throws {
        var random = TestRandom(7)
        for round in 0..<600 {
            let precision = [64, 128, 256, 640][round % 4]
            let size = [8, 60, 300, 900][random.below(4)]
            func part() -> Rational { random.below(6) == 0 ? 0 : random.rational(bits: size) }
            let (a, b) = ((part(), part()), (part(), part()))
            let x = BigBall.exact(a.0, a.1, precision: precision)
            let y = BigBall.exact(b.0, b.1, precision: precision)
            #expect(x.contains(a.0, a.1))
            #expect((x + y).contains(a.0 + b.0, a.1 + b.1))
            #expect((x - y).contains(a.0 - b.0, a.1 - b.1))
            #expect((x * y).contains(a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0))
            #expect((x * y - y * x).containsZero)
            #expect(x.square.contains(a.0 * a.0 - a.1 * a.1, a.0 * a.1 * 2))
            if let norm = (b.0 * b.0 + b.1 * b.1).reciprocal {
                let quotient = try x.divided(by: y)
                let product = (a.0 * b.0 + a.1 * b.1, a.1 * b.0 - a.0 * b.1)
                #expect(quotient.contains(product.0 * norm, product.1 * norm))
                #expect((quotient.relativeErrorBits(to: quotient) ?? 0) > precision - 8)
            }
            let cube = try x.power(3)
            let square = (a.0 * a.0 - a.1 * a.1, a.0 * a.1 * 2)
            #expect(cube.contains(square.0 * a.0 - square.1 * a.1, square.0 * a.1 + square.1 * a.0))
            if a.1.isZero, a.0.signum >= 0 {
                let root = try x.squareRoot()
                #expect(root.square.contains(a.0, 0))
                #expect(root.isExactlyReal)
            }
            #expect(x.re.floor(is: a.0))
        }
    }

    /// Wide balls: the result holds what every point inside becomes.
    @Test func widthIsCarried() throws {
        var random = TestRandom(8)
        let functions: [(String, @Sendable (BigBall) throws -> BigBall)] = [
            ("exp", { try $0.exp() }), ("log", { try $0.log() }), ("sqrt", { try $0.squareRoot() }),
            ("sin", { try $0.sin() }), ("cos", { try $0.cos() }), ("tan", { try $0.tan() }),
            ("sinh", { try $0.sinh() }), ("cosh", { try $0.cosh() }), ("tanh", { try $0.tanh() }),
            ("arcsin", { try $0.arcsin() }), ("arccos", { try $0.arccos() }), ("arctan", { try $0.arctan() }),
            ("arsinh", { try $0.arsinh() }), ("artanh", { try $0.artanh() }), ("arcosh", { try $0.arcosh() }),
            ("gamma", { try $0.gamma() }), ("erf", { try $0.errorFunction() }), ("W", { try $0.lambertW() }),
            ("square", { $0.square }), ("reciprocal", { try $0.constantOne.divided(by: $0) }),
        ]
        var compared = 0
        for round in 0..<400 {
            let isReal = random.below(2) == 0
            let center = (random.unit() * 6 - 3, isReal ? 0 : random.unit() * 6 - 3)
            let width = Double(sign: .plus, exponent: -random.below(30), significand: 1)
            func point() throws -> BigBall {
                let re = try #require(Rational(exactly: center.0 + (random.unit() - 0.5) * width))
                let im = isReal ? 0 : try #require(Rational(exactly: center.1 + (random.unit() - 0.5) * width))
                return .exact(re, im, precision: 128)
            }
            let (a, b, between) = (try point(), try point(), random.unit())
            let hull = BigBall(.hull(a.re, b.re), .hull(a.im, b.im))
            let share = BigBall.exact(try #require(Rational(exactly: between)), precision: 128)
            let inside = [a, b, a + (b - a) * share]
            #expect(isReal == hull.isExactlyReal)
            let (name, function) = functions[round % functions.count]
            guard let wide = try? function(hull) else { continue }
            for point in inside {
                guard let narrow = try? function(point) else { continue }
                compared += 1
                #expect(!narrow.isDisjoint(from: wide), "\(name) of \(hull.midpoint)")
            }
            if let double = try? function(a), let quick = try? Self.quick(name, a) {
                let (p, q) = (double.midpoint, quick)
                #expect(q.re.low <= p.re.nextUp && p.re.nextDown <= q.re.high, "\(name) of \(a.midpoint)")
                #expect(q.im.low <= p.im.nextUp && p.im.nextDown <= q.im.high, "\(name) of \(a.midpoint)")
            }
        }
        #expect(compared > 400)
    }

    private static func quick(_ name: String, _ ball: BigBall) throws -> DoubleBall {
        let (re, im) = (Rational(exactly: ball.midpoint.re) ?? 0, Rational(exactly: ball.midpoint.im) ?? 0)
        let z = DoubleBall.exact(re, im, precision: 53)
        return switch name {
        case "exp": try z.exp()
        case "log": try z.log()
        case "sqrt": try z.squareRoot()
        case "sin": try z.sin()
        case "cos": try z.cos()
        case "tan": try z.tan()
        case "arcsin": try z.arcsin()
        case "arccos": try z.arccos()
        case "arctan": try z.arctan()
        case "arsinh": try z.arsinh()
        case "gamma": try z.gamma()
        case "erf": try z.errorFunction()
        case "W": try z.lambertW()
        default: throw BallFailure.imprecise
        }
    }

    @Test(arguments: precisions)
    func identities(precision: Int) throws {
        var random = TestRandom(UInt64(precision))
        func near(_ a: BigBall, _ b: BigBall, _ name: String, _ z: BigBall) {
            #expect(!a.isDisjoint(from: b), "\(name) at \(z.midpoint)")
            #expect((a.relativeErrorBits(to: b) ?? 0) > precision - 40, "\(name) at \(z.midpoint)")
        }
        let one = BigBall.exact(1, precision: precision)
        for round in 0..<30 {
            func part() -> Rational { Rational(random.below(8000) - 4000, 1001) ?? 1 }
            let z = BigBall.exact(part(), round % 3 == 0 ? 0 : part(), precision: precision)
            guard !z.containsZero else { continue }
            let (sin, cos) = (try z.sin(), try z.cos())
            near(sin.square + cos.square, one, "sin² + cos²", z)
            near(try z.log().exp(), z, "exp log", z)
            near(try z.squareRoot().square, z, "√²", z)
            near(try z.arcsin().sin(), z, "sin arcsin", z)
            near(try z.arccos().cos(), z, "cos arccos", z)
            near(try z.arctan().tan(), z, "tan arctan", z)
            near(try z.arsinh().sinh(), z, "sinh arsinh", z)
            near(try z.arcosh().cosh(), z, "cosh arcosh", z)
            near(try z.artanh().tanh(), z, "tanh artanh", z)
            near(try z.cosh().square - z.sinh().square, one, "cosh² − sinh²", z)
            near(try z.exp() * (-z).exp(), one, "exp exp", z)
            near(try z.power(BigBall.exact(3, precision: precision)), z * z * z, "z³", z)
            if z.isExactlyReal {
                near(try (z + one).gamma(), try z * z.gamma(), "Γ", z)
                near(try z.errorFunction(), -(try (-z).errorFunction()), "erf", z)
                if z.realSign == 1 {
                    let w = try z.lambertW()
                    near(w * (try w.exp()), z, "W", z)
                }
            }
        }
    }

    @Test func failures() throws {
        let zero = try Self.ball("0")
        let one = try Self.ball("1")
        let fuzzy = try Self.ball("0.1") * (try Self.ball("10")) - one
        #expect(fuzzy.containsZero)
        #expect(!fuzzy.isExactZero)
        #expect(throws: BallFailure.undefined) { try one.divided(by: zero) }
        #expect(throws: BallFailure.imprecise) { try one.divided(by: fuzzy) }
        #expect(throws: BallFailure.undefined) { try zero.log() }
        #expect(throws: BallFailure.imprecise) { try fuzzy.log() }
        #expect(throws: BallFailure.undefined) { try zero.argument() }
        #expect(throws: BallFailure.undefined) { try zero.power(-2) }
        #expect(throws: BallFailure.undefined) { try zero.power(try Self.ball("-0.5")) }
        #expect(try zero.power(try Self.ball("0.5")).isExactZero)
        #expect(try zero.power(0).exactWord == 1)
        #expect(throws: BallFailure.undefined) { try BigBall.imaginaryUnit(precision: 128).arctan() }
        #expect(throws: BallFailure.undefined) { try one.artanh() }
        for pole in ["0", "-1", "-7"] { #expect(throws: BallFailure.undefined) { try Self.ball(pole).gamma() } }
        #expect(throws: BallFailure.imprecise) { try Self.ball("1e15").exp() }
        #expect(throws: BallFailure.imprecise) { try Self.ball("2").power(5000).sin() }
        #expect(try Self.ball("1e2000").sin().doubleUpperBound < 1.001)
        let pi = BigBall.pi(precision: 128)
        #expect(throws: BallFailure.imprecise) { try pi.halved.tan() }
        #expect(throws: BallFailure.imprecise) { try (fuzzy - one + fuzzy.timesI).log() }
        #expect(throws: BallFailure.imprecise) { try (fuzzy + one).floor() }
        #expect(throws: BallFailure.imprecise) { try one.timesI.gamma() }
        #expect(throws: BallFailure.imprecise) { try Self.ball("-1").lambertW() }
        // Around 0, where the cut ends, a root is still small.
        let root = try fuzzy.squareRoot()
        #expect(root.containsZero)
        #expect(root.doubleUpperBound < 1e-15)
    }

    @Test func exactStaysExact() throws {
        #expect(try Self.ball("49").squareRoot().exactWord == 7)
        #expect(try Self.ball("-49").squareRoot().im.exactWord == 7)
        #expect(try Self.ball("6.25").squareRoot().contains(try #require(Rational(5, 2)), 0))
        #expect(try Self.ball("0").exp().exactWord == 1)
        #expect(try Self.ball("0").sin().isExactZero)
        #expect(try Self.ball("1").log().isExactZero)
        #expect(try Self.ball("12").divided(by: try Self.ball("4")).exactWord == 3)
        #expect(try Self.ball("5").gamma().exactWord == 24)
        #expect(try BigBall.imaginaryUnit(precision: 64).power(2).exactWord == -1)
        #expect(try BigBall.imaginaryUnit(precision: 64).power(4_000_000_001).im.exactWord == 1)
        #expect(try Self.ball("-8").power(3).exactWord == -512)
        let large = try Self.ball("1e30")
        #expect((large + (try Self.ball("1")) - large).exactWord == 1)
        #expect(try Self.ball("1e38", 64).floor().contains(try #require(Rational(decimal: "1e38")), 0))
        #expect(try Self.ball("-2.5").floor().exactWord == -3)
        #expect(try Self.ball("-2.5").ceiling().exactWord == -2)
        #expect(try BigBall.pi(precision: 64).floor().exactWord == 3)
        #expect(try Self.ball("0.1").floor().isExactZero)
        #expect(Self.precisions.allSatisfy { BigBall.e(precision: $0).re.sign == 1 })
    }

    @Test func hugeArguments() throws {
        // sin(10^500), by mpmath at 600 digits.
        let value = try #require(Rational(decimal: "\(HugeSine.value)"))
        let slack = try #require(Rational(decimal: "1e-398"))
        for precision in Self.precisions {
            let sine = try Self.ball("1e500", precision).sin()
            #expect(sine.contains(value, 0) || sine.contains(value + slack, 0) || sine.contains(value - slack, 0))
            #expect(sine.relativeErrorBits(to: sine) ?? 0 >= precision - 8)
            let power = try Self.ball("10", precision).power(500).sin()
            #expect(!power.isDisjoint(from: sine))
            #expect(power.relativeErrorBits(to: sine) ?? 0 >= precision - 8)
        }
        // Powers that leave every range become unknown, not wrong.
        var tower = try Self.ball("1.5")
        for _ in 0..<80 { tower = tower * tower }
        #expect(tower.relativeErrorBits(to: tower) == nil)
        #expect(throws: BallFailure.imprecise) { try tower.sin() }
        #expect(throws: BallFailure.imprecise) { try tower.floor() }
        var speck = try Self.ball("0.3")
        for _ in 0..<80 { speck = speck * speck }
        #expect(speck.containsZero)
        #expect(try (speck + (try Self.ball("2.5"))).floor().exactWord == 2)
        #expect(throws: BallFailure.self) { try (speck - speck).log() }
    }

    @Test func nearMisses() throws {
        // e^(π√163) is a whole number to 30 digits; cos(ln(π + 20)) is nearly −1.
        for (precision, isTold) in [(64, false), (128, true)] {
            let pi = BigBall.pi(precision: precision)
            let power = try (pi * (try Self.ball("163", precision).squareRoot())).exp()
            let whole = try Self.ball("262537412640768744", precision)
            #expect(power.isDisjoint(from: whole) == isTold)
            let cosine = try (pi + (try Self.ball("20", precision))).log().cos()
            #expect(cosine.isDisjoint(from: try Self.ball("-1", precision)))
        }
    }

    @Test func agreement() throws {
        let third = try Self.ball("1").divided(by: try Self.ball("3"))
        #expect((third.relativeErrorBits(to: third) ?? 0) >= 124)
        let other = try Self.ball("0.33333333333")
        #expect(third.relativeErrorBits(to: other) == 36)
        #expect(third.isDisjoint(from: other))
        #expect(try Self.ball("2").relativeErrorBits(to: try Self.ball("2")) == Int.max)
        #expect(try Self.ball("0").relativeErrorBits(to: try Self.ball("0")) == Int.max)
        #expect(try Self.ball("3").doubleUpperBound >= 3)
        #expect(try Self.ball("1e400").doubleUpperBound == .infinity)
        #expect(try Self.ball("-3").doubleLowerBound > 2.99)
        #expect(try Self.ball("-3").realSign == -1)
        #expect(try Self.ball("-3").timesI.realSign == nil)
    }

    /// The constants are the same from many threads, whatever precision each asks for first.
    @Test func constantsFromManyThreads() async {
        await withTaskGroup(of: Bool.self) { group in
            for index in 0..<64 {
                group.addTask {
                    let precision = 64 * (1 + index * 7 % 32)
                    let (pi, e) = (BigBall.pi(precision: precision), BigBall.e(precision: precision))
                    guard let sine = try? pi.sin(), let one = try? e.log() else { return false }
                    return sine.containsZero && !one.isDisjoint(from: .exact(1, precision: precision))
                        && sine.doubleUpperBound < 1e-17
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }
}

extension ComplexBall {
    fileprivate var constantOne: Self { Self(re.constant(1), re.constant(0)) }
}

extension RealBall {
    /// Whether the floor, where there is one, is that of the fraction.
    fileprivate func floor(is value: Rational) -> Bool {
        (try? floor()).map { $0.contains(Rational(value.floor)) } ?? true
    }
}

/// sin(10^500) to 400 digits, by mpmath.
private enum HugeSine {
    static let value = """
        0.3110269309079002804763710993365273128573915204961931308804339521774037964059907873242509256226320272\
        900664361042750585836648756721984103903270871365817181521174151751543662835240905131997240423182667232\
        009501600645452142571152400329679829882592064260882571795161696741288915022022515736209290757857293223\
        719872321958348029853517690992402363770573223250248752982004524154202451568914390860795480772248
        """
}
