// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// When two numbers that are not equal count as equal all the same.
///
/// ## How it decides
/// Exact against exact: never, unless an option says so. Where a side is a decimal:
/// 1. A decimal stated with three or more significant digits equals the other side rounded to its decimals, half a unit
///    in the last place included. Of two decimals the one with fewer decimals is the measure.
/// 2. Values whose relative difference is at most ``AnswerOptions/relativeTolerance``.
/// 3. Values whose absolute difference is at most ``AnswerOptions/absoluteTolerance``; a gold of 0 has no other.
///
/// A whole number as gold tolerates nothing unless ``AnswerOptions/toleranceForIntegers``.
struct Tolerance {
    // MARK: Limits
    /// Fewest significant digits of a rounded answer.
    static let leastDigits = 3
    /// Fewest significant digits of an answer that is cut off.
    static let leastDigitsCut = 5

    let options: AnswerOptions
    let budget: WorkBudget

    /// Why two numbers are close enough.
    struct Closeness {
        var reason: String
        var facts: [(name: String, value: String)]
        var switches: [String] = []
    }

    /// Whether the answer is close enough to the gold; nil where it is not.
    ///
    /// Both are constants, or functions that are compared at the sample points in `points`.
    func closeness(gold: Expression, answer: Expression) throws(EvaluationFailure) -> Closeness? {
        let (goldLiteral, answerLiteral) = (gold.literal, answer.literal)
        let profile = ExpressionProfile([gold, answer])
        if let digits = options.rounding {
            if try agree(gold, answer, significantDigits: digits) {
                return Closeness(
                    reason: "equal when rounded to \(digits) significant digits", facts: [],
                    switches: ["rounding"])
            }
        }
        if let decimals = options.precision {
            if let x = rounded(gold, decimals), let y = rounded(answer, decimals), x == y {
                return Closeness(
                    reason: "equal when rounded to \(decimals) decimals",
                    facts: [("rounded", x.decimalDescription(significantDigits: 12))], switches: ["precision"])
            }
        }
        let isWhole = goldLiteral.map { !$0.isDecimal && $0.value.isInteger } ?? false
        let tolerates = profile.hasDecimal && !isWhole || options.toleranceForIntegers
        if tolerates, options.roundingAsStated, profile.symbols.isEmpty {
            if let measure = measure(goldLiteral, answerLiteral) {
                let half = measure.unit / Rational(2) ?? Rational(0)
                let bound = Expression.number(NumberLiteral(half))
                if try isWithin(gold, answer, bound) {
                    return Closeness(
                        reason: "equal when rounded to \(measure.digits) significant digits, as stated",
                        facts: [("tolerance", half.decimalDescription(significantDigits: 3))])
                }
            }
        }
        if tolerates, options.roundingAsStated, profile.symbols.isEmpty,
            let unit = truncation(goldLiteral, answerLiteral)
        {
            // Cut off rather than rounded: the exact side lies less than a unit further from 0.
            let (exact, cut) = goldLiteral?.isDecimal == true ? (answer, gold) : (gold, answer)
            let half = Expression.number(NumberLiteral(unit / Rational(2) ?? unit))
            let direction = Expression.number(NumberLiteral(Rational(cut.literal?.value.signum ?? 1)))
            let middle = Expression.sum([cut, .product([half, direction])])
            if try isWithin(exact, middle, half) {
                return Closeness(
                    reason: "equal when cut off after the digits that are stated",
                    facts: [("tolerance", unit.decimalDescription(significantDigits: 3))])
            }
        }
        if tolerates, options.relativeTolerance > 0, let tolerance = rational(options.relativeTolerance) {
            let bound = Expression.product([.number(NumberLiteral(tolerance)), .apply(.absolute, [gold])])
            if try isWithin(gold, answer, bound) {
                return Closeness(
                    reason: "the relative difference is at most \(options.relativeTolerance)",
                    facts: [("relative tolerance", "\(options.relativeTolerance)")],
                    switches: options.relativeTolerance > AnswerOptions().relativeTolerance
                        ? ["rel_tol"] : [])
            }
        }
        if options.absoluteTolerance > 0, let tolerance = rational(options.absoluteTolerance) {
            if try isWithin(gold, answer, .number(NumberLiteral(tolerance))) {
                return Closeness(
                    reason: "the difference is at most \(options.absoluteTolerance)",
                    facts: [("absolute tolerance", "\(options.absoluteTolerance)")], switches: ["abs_tol"])
            }
        }
        return nil
    }

    // MARK: Rounding as stated

    /// The unit of the last stated place, and the significant digits, of the side that is the measure.
    private func measure(_ gold: NumberLiteral?, _ answer: NumberLiteral?) -> (unit: Rational, digits: Int)? {
        // A whole number that is no decimal states no rounding.
        let sides = [gold, answer].compactMap { $0 }.filter(\.isDecimal)
        guard let coarse = sides.max(by: { unit($0) < unit($1) }) else { return nil }
        if let gold, let answer, gold.isDecimal != answer.isDecimal {
            // The side without decimals must be exact by form: a fraction is one, a whole number is none.
            let whole = gold.isDecimal ? answer : gold
            if whole.value.isInteger { return nil }
        }
        guard coarse.significantDigits >= Tolerance.leastDigits else { return nil }
        return (unit(coarse), coarse.significantDigits)
    }

    /// The unit of the last stated place where one side is a decimal of many digits and the other is exact.
    private func truncation(_ gold: NumberLiteral?, _ answer: NumberLiteral?) -> Rational? {
        guard gold?.isDecimal != answer?.isDecimal || gold == nil || answer == nil else { return nil }
        let sides = [gold, answer].compactMap { $0 }
        guard let decimal = sides.first(where: \.isDecimal), decimal.significantDigits >= Tolerance.leastDigitsCut,
            sides.allSatisfy({ $0.isDecimal || !$0.value.isInteger })
        else { return nil }
        return unit(decimal)
    }

    private func unit(_ literal: NumberLiteral) -> Rational {
        let places = (literal.decimals ?? 0) - literal.exponent
        guard abs(places) < 10_000, let power = Rational(10).power(abs(places), bitLimit: 65_536) else {
            return Rational(0)
        }
        return places < 0 ? power : Rational(1) / power ?? Rational(0)
    }

    private func agree(
        _ gold: Expression, _ answer: Expression, significantDigits digits: Int
    ) throws(EvaluationFailure) -> Bool {
        let exact = ExactEvaluator(budget: budget)
        if let x = try? exact.value(of: gold), let y = try? exact.value(of: answer) {
            return x.rounded(significantDigits: digits) == y.rounded(significantDigits: digits)
        }
        guard let half = Rational(1) / (Rational(10).power(digits, bitLimit: 4_096) ?? Rational(1)) else {
            return false
        }
        return try isWithin(
            gold, answer, .product([.number(NumberLiteral(half)), .integer(5), .apply(.absolute, [gold])]))
    }

    /// A constant rounded to so many decimals; nil where it has no value that is known well enough.
    private func rounded(_ expression: Expression, _ decimals: Int) -> Rational? {
        if let value = try? ExactEvaluator(budget: budget).value(of: expression) {
            return value.rounded(decimals: decimals)
        }
        guard ExpressionProfile(expression).symbols.isEmpty,
            let value = try? BallEvaluator<BigBall>(precision: 256, values: [:], budget: budget).value(of: expression)
        else { return nil }
        let middle = value.ball(256).midpoint
        guard middle.im == 0, let number = Rational(exactly: middle.re) else { return nil }
        return number.rounded(decimals: decimals)
    }

    // MARK: Distance

    /// Whether |gold − answer| ≤ bound, for constants.
    private func isWithin(
        _ gold: Expression, _ answer: Expression, _ bound: Expression
    ) throws(EvaluationFailure) -> Bool {
        let distance = Expression.apply(.absolute, [.sum([gold, .negate(answer)])])
        let room = Expression.sum([bound, .negate(distance)])
        let symbols = ExpressionProfile(room).symbols
        guard symbols.isEmpty else { return false }
        do throws(EvaluationFailure) {
            return try ExactEvaluator(budget: budget).value(of: room).signum >= 0
        } catch {
            guard error == .unsupported else { return false }
        }
        for precision in [64, 192, 512] {
            do throws(EvaluationFailure) {
                let value = try BallEvaluator<BigBall>(precision: precision, values: [:], budget: budget)
                    .value(of: room)
                switch value {
                case .exact(let rational): return rational.signum >= 0
                case .ball(let ball):
                    if let sign = ball.realPart.realSign { return sign >= 0 }
                }
            } catch {
                if error == .exhausted { throw error }
                if error != .imprecise { return false }
            }
        }
        return false
    }

    private func rational(_ value: Double) -> Rational? {
        Rational(decimal: "\(value)")
    }
}
