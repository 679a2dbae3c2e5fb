// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// Points in every region that functions with branches divide the line into, so that `|x+20|` is not taken for `x+20`.
///
/// ## How they are found
/// A branch changes where a certain expression is zero: the argument of `|·|` and of a sign, the difference of two
/// arguments of max or min, the two sides of a case's condition, the radicand of an even root. Along each variable, the
/// others held at a random point, the signs of these are looked at between −2¹⁰²⁴ and 2¹⁰²⁴ at powers of two; a change of sign
/// is narrowed by halving. A point is drawn between each two zeros and beyond the outermost, and further ones of several
/// sizes, for branches that are repeated without end.
struct RegionPoints {
    /// Borders, variables and zeros looked for; more would be no answer of this world.
    private static let mostBorders = 12
    private static let mostNames = 4
    private static let mostZeros = 24
    /// Powers of two at which signs are looked at.
    private static let exponents: [Int] =
        Array(-12...40) + [44, 48, 56, 64, 80, 96, 128, 192, 256, 384, 512, 768, 1_000]

    private let borders: [Expression]
    private let names: [String]
    private let budget: WorkBudget

    /// Nil where neither expression has branches that depend on a variable.
    init?(_ expressions: [Expression], names: [String], wholeNames: Set<String>, budget: WorkBudget) {
        var found: [Expression] = []
        for expression in expressions { RegionPoints.gather(expression, into: &found) }
        self.names = Array(names.filter { !wholeNames.contains($0) }.prefix(RegionPoints.mostNames))
        guard !found.isEmpty, !self.names.isEmpty else { return nil }
        borders = found
        self.budget = budget
    }

    /// The points.
    ///
    /// - Parameters:
    ///   - base: values of all variables; those that are not varied keep them.
    ///   - random: where the points are drawn from.
    /// - Returns: values of all variables at each point.
    /// - Throws: `exhausted` where the work budget is spent.
    func points(around base: [String: Rational], _ random: inout SeededRandom)
        throws(EvaluationFailure) -> [[String: Rational]]
    {
        var result: [[String: Rational]] = []
        for size in [10, 1_000, 1_000_000] {
            for isNegative in [false, true] {
                var point = base
                for name in names {
                    let value = Rational(size) * RegionPoints.part(&random)
                    point[name] = isNegative ? value.negated : value
                }
                result.append(point)
            }
        }
        for name in names {
            var zeros: [Double] = []
            for border in borders where zeros.count < RegionPoints.mostZeros {
                zeros += try self.zeros(of: border, along: name, base)
            }
            for value in RegionPoints.between(zeros, &random) {
                guard let value = Rational(exactly: value) else { continue }
                var point = base
                point[name] = value
                result.append(point)
            }
        }
        return result
    }

    /// A number from 1 to 3 with an odd numerator over 4096.
    private static func part(_ random: inout SeededRandom) -> Rational {
        Rational(4_096 + random.below(8_192) | 1, 4_096) ?? Rational(1)
    }

    /// A number between each two neighbours, one below all and one above all.
    private static func between(_ zeros: [Double], _ random: inout SeededRandom) -> [Double] {
        var places: [Double] = []
        for zero in zeros.sorted() where places.last.map({ zero - $0 > 1e-9 * max(1, abs(zero)) }) ?? true {
            places.append(zero)
        }
        guard let first = places.first, let last = places.last else { return [] }
        func share() -> Double { 0.25 + Double(random.below(1_024)) / 2_048 }
        var result = [first - share() * max(1, abs(first)), last + share() * max(1, abs(last))]
        for (low, high) in zip(places, places.dropFirst()) { result.append(low + (high - low) * share()) }
        return result
    }

    // MARK: Borders

    private static func gather(_ expression: Expression, into found: inout [Expression]) {
        func add(_ border: Expression) {
            guard found.count < mostBorders, !found.contains(border),
                border.contains(where: { if case .symbol = $0 { true } else { false } })
            else { return }
            found.append(border)
        }
        func addDifference(_ a: Expression, _ b: Expression) { add(.sum([a, .negate(b)])) }
        switch expression {
        case .apply(.absolute, let parts), .apply(.sign, let parts), .apply(.floor, let parts),
            .apply(.ceiling, let parts), .apply(.round, let parts):
            parts.first.map(add)
        case .apply(.max, let parts), .apply(.min, let parts):
            for (index, part) in parts.enumerated() {
                for other in parts.dropFirst(index + 1) { addDifference(part, other) }
            }
        case .root(let radicand, let degree) where degree.literal?.value.word.map { $0 % 2 == 0 } ?? true:
            add(radicand)
            // (x − 3)² touches zero without a change of sign.
            if case .power(let base, _) = radicand { add(base) }
        case .power(let base, let exponent) where exponent.literal?.value.isInteger != true:
            add(base)
            if case .power(let inner, _) = base { add(inner) }
        case .piecewise(let pieces):
            for piece in pieces { piece.condition.map { conditions($0, addDifference) } }
        default: break
        }
        expression.forEachChild { gather($0, into: &found) }
    }

    private static func conditions(_ condition: Expression, _ add: (Expression, Expression) -> Void) {
        if case .relation(let parts, _) = condition {
            for (left, right) in zip(parts, parts.dropFirst()) { add(left, right) }
        }
        condition.forEachChild { conditions($0, add) }
    }

    // MARK: Zeros

    /// Where the sign of a border changes along a variable.
    private func zeros(
        of border: Expression, along name: String, _ base: [String: Rational]
    ) throws(EvaluationFailure) -> [Double] {
        guard border.contains(where: { $0 == .symbol(name) }) else { return [] }
        var evaluator = BallEvaluator<DoubleBall>(
            precision: 53, values: base.mapValues { .exact($0) }, budget: budget)
        evaluator.hasRealOddRoots = true
        func sign(at place: Double) throws(EvaluationFailure) -> Int? {
            guard let value = Rational(exactly: place) else { return nil }
            evaluator.values[name] = .exact(value)
            do throws(EvaluationFailure) {
                switch try evaluator.value(of: border) {
                case .exact(let value): return value.signum
                case .ball(let ball): return ball.realPart.realSign
                }
            } catch .exhausted {
                throw .exhausted
            } catch {
                return nil
            }
        }
        let sizes = RegionPoints.exponents.map { Double(sign: .plus, exponent: $0, significand: 1.09375) }
        var result: [Double] = []
        var last: (place: Double, sign: Int)?
        for place in sizes.reversed().map({ -$0 }) + sizes {
            guard let here = try sign(at: place), here != 0 else { continue }
            if let last, last.sign != here {
                var (low, high) = (last.place, place)
                for _ in 0..<40 where high - low > 1e-7 * max(1, abs(low)) {
                    let middle = RegionPoints.middle(low, high)
                    guard let there = try sign(at: middle), there != 0 else {
                        low = middle
                        high = middle
                        break
                    }
                    if there == last.sign { low = middle } else { high = middle }
                }
                result.append(RegionPoints.middle(low, high))
                if result.count >= RegionPoints.mostZeros { return result }
            }
            last = (place, here)
        }
        return result
    }

    /// Half-way in size where both have one sign and differ much, else half-way.
    private static func middle(_ low: Double, _ high: Double) -> Double {
        if low > 0, high > 4 * low { return (low * high).isFinite ? (low * high).squareRoot() : low / 2 + high / 2 }
        if high < 0, low < 4 * high { return (low * high).isFinite ? -(low * high).squareRoot() : low / 2 + high / 2 }
        return low / 2 + high / 2
    }
}
