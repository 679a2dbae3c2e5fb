// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Compares two single values: the ladder of answer equivalence.
///
/// ## How it decides
/// 1. The same tree: equal.
/// 2. Percent signs, degree signs, ratios, bases: by their own policy.
/// 3. Exact fractions: decided. The same canonical form: equal.
/// 4. Identity testing, see ``IdentityTest``.
/// 5. Tolerance where a side is a decimal, see ``Tolerance``.
struct ScalarComparison {
    let context: AnswerContext
    let budget: WorkBudget

    private var options: AnswerOptions { context.options }

    /// Compares `answer` with `gold`.
    func compare(_ gold: Expression, _ answer: Expression) -> Comparison {
        if gold == answer { return comparison(.equal, "exact", "the same expression", gold, answer) }
        if budget.isExhausted { return comparison(.undecided, "exact", "the work budget is spent", gold, answer) }
        if let special = percent(gold, answer) ?? degrees(gold, answer) ?? based(gold, answer)
            ?? ratios(gold, answer) ?? infinite(gold, answer) ?? words(gold, answer)
        {
            return special
        }
        return values(gold, answer)
    }

    // MARK: Values

    private func values(_ gold: Expression, _ answer: Expression) -> Comparison {
        let exact = ExactEvaluator(budget: budget)
        let (x, y) = (try? exact.value(of: gold), try? exact.value(of: answer))
        if let x, let y, x == y {
            return comparison(.equal, "exact", "both are \(ScalarComparison.short(x))", gold, answer)
        }
        if x == nil || y == nil, CanonicalForm.areSame(gold, answer) {
            return comparison(.equal, "canonical", "the same expression in another notation", gold, answer)
        }
        var outcome: IdentityTest.Outcome
        if let x, let y {
            outcome = IdentityTest.Outcome(
                decision: .different, method: "exact",
                reason: "\(ScalarComparison.short(y)) is not \(ScalarComparison.short(x))")
        } else {
            outcome = IdentityTest(salt: options.salt, budget: budget).compare(gold, answer)
        }
        if outcome.decision == .undecided, let size = bySize(x, y, gold, answer) { outcome = size }
        if outcome.decision != .equal, let close = tolerance(gold, answer) { return close }
        return Comparison(
            outcome.decision, method: outcome.method, reason: outcome.reason, facts: outcome.facts)
    }

    /// What size and shape alone tell: a number above 2⁶⁴ is no small number, and a range is no number.
    private func bySize(
        _ x: Rational?, _ y: Rational?, _ gold: Expression, _ answer: Expression
    ) -> IdentityTest.Outcome? {
        let large = LargeNumbers(exact: ExactEvaluator(budget: budget))
        let (value, other) = x == nil ? (y, gold) : (x, answer)
        if let value, value.magnitude <= LargeNumbers.bound, large.isHuge(other) {
            return IdentityTest.Outcome(decision: .different, method: "exact", reason: "one is larger than 2^64")
        }
        if value != nil, ExpressionProfile(other).hasStructure {
            return IdentityTest.Outcome(decision: .different, method: "structure", reason: "one is not a single value")
        }
        return nil
    }

    private func tolerance(_ gold: Expression, _ answer: Expression) -> Comparison? {
        guard let close = try? Tolerance(options: options, budget: budget).closeness(gold: gold, answer: answer) else {
            return nil
        }
        return Comparison(
            .equal, method: "numeric-tolerance", reason: close.reason, facts: close.facts, switches: close.switches)
    }

    // MARK: Signs

    /// `25\%` against 25, 0.25 and 1/4.
    private func percent(_ gold: Expression, _ answer: Expression) -> Comparison? {
        let (goldInner, answerInner) = (ScalarComparison.percentage(gold), ScalarComparison.percentage(answer))
        switch (goldInner, answerInner) {
        case (nil, nil): return nil
        case (let x?, let y?): return compare(x, y)
        case (let x?, nil):
            let bare = compare(x, answer)
            if bare.decision == .equal { return bare }
            if options.percentEqualsFraction == false { return bare }
            return switched(compare(.quotient(x, .integer(100)), answer), "percent_equals_fraction")
        case (nil, let y?):
            var share: Comparison?
            if options.percentEqualsFraction != false {
                let found = compare(gold, ScalarComparison.hundredth(y))
                if found.decision == .equal { return switched(found, "percent_equals_fraction") }
                share = found
            }
            // Of a share, such as 3/4, the number of percent is another number.
            guard let share, isShare(gold) else { return compare(gold, y) }
            return share
        }
    }

    /// Whether a gold is a number between −1 and 1 that is not whole, so that it is a share and no number of percent.
    private func isShare(_ gold: Expression) -> Bool {
        if let value = try? ExactEvaluator(budget: budget).value(of: gold) {
            return !value.isInteger && value.magnitude < Rational(1)
        }
        guard ExpressionProfile(gold).symbols.isEmpty,
            let value = try? BallEvaluator<DoubleBall>(precision: 53, values: [:], budget: budget).value(of: gold)
        else { return false }
        return value.ball(53).doubleUpperBound < 1
    }

    /// A number of percent as a share; a decimal keeps the digits that it states.
    private static func hundredth(_ percent: Expression) -> Expression {
        guard var literal = percent.literal, literal.isDecimal,
            let value = literal.value / Rational(100)
        else { return .quotient(percent, .integer(100)) }
        literal.value = value
        literal.decimals = (literal.decimals ?? 0) + 2
        return .number(literal)
    }

    private static func percentage(_ expression: Expression) -> Expression? {
        switch expression {
        case .percent(let inner): inner
        case .negate(.percent(let inner)): .negate(inner)
        // `25/2 %`
        case .quotient(let upper, .percent(let lower)) where upper.literal != nil && lower.literal != nil:
            .quotient(upper, lower)
        default: nil
        }
    }

    private func degrees(_ gold: Expression, _ answer: Expression) -> Comparison? {
        switch (ScalarComparison.angle(gold), ScalarComparison.angle(answer)) {
        case (nil, nil): return nil
        case (let x?, let y?): return compare(x, y)
        case (let x?, nil):
            let bare = compare(x, answer)
            if bare.decision == .equal || !context.asksForAngle { return bare }
            return values(gold, answer)
        case (nil, let y?):
            let bare = compare(gold, y)
            if bare.decision == .equal || !context.asksForAngle { return bare }
            return values(gold, answer)
        }
    }

    private static func angle(_ expression: Expression) -> Expression? {
        switch expression {
        case .degrees(let inner): inner
        case .negate(.degrees(let inner)): .negate(inner)
        default: nil
        }
    }

    /// `1011_2` against `1011` (the digits) and, across bases, against 11.
    private func based(_ gold: Expression, _ answer: Expression) -> Comparison? {
        func digits(_ expression: Expression) -> (digits: String, base: Int?)? {
            switch expression {
            case .based(let digits, let base): (digits, base)
            case .number(let number) where !number.isDecimal && number.value.isInteger:
                ("\(number.value.numerator)", nil)
            case .symbol(let name): (name, nil)
            default: nil
            }
        }
        guard ScalarComparison.isBased(gold) || ScalarComparison.isBased(answer) else { return nil }
        if let x = digits(gold), let y = digits(answer), x.base == y.base || x.base == nil || y.base == nil {
            let trimmed = [x.digits, y.digits].map { String($0.uppercased().drop { $0 == "0" }) }
            // A base that nobody asked for makes another number of the digits.
            let isAsked = x.base != nil || context.mayAskForBase
            if trimmed[0] == trimmed[1], isAsked {
                return comparison(.equal, "exact", "the same digits", gold, answer)
            }
            if x.base == y.base { return comparison(.different, "exact", "other digits", gold, answer) }
        }
        let byValue = values(gold, answer)
        if options.crossBase || byValue.decision != .equal { return byValue }
        return comparison(
            .different, "exact", "the same value in another base; cross_base would accept it", gold, answer)
    }

    private static func isBased(_ expression: Expression) -> Bool {
        if case .based = expression { true } else { false }
    }

    private func ratios(_ gold: Expression, _ answer: Expression) -> Comparison? {
        guard case .ratio(let x) = gold, case .ratio(let y) = answer else { return nil }
        guard x.count == y.count, let first = x.first, let other = y.first else {
            return comparison(.different, "ratio", "another number of parts", gold, answer)
        }
        var last: Comparison?
        for (a, b) in zip(x.dropFirst(), y.dropFirst()) {
            // x₀ : a = y₀ : b
            let cross = values(.product([first, b]), .product([other, a]))
            if cross.decision != .equal {
                return comparison(cross.decision, "ratio", cross.reason, gold, answer)
            }
            last = cross
        }
        return comparison(.equal, last?.method ?? "ratio", "proportional", gold, answer)
    }

    /// Infinity equals nothing but itself.
    private func infinite(_ gold: Expression, _ answer: Expression) -> Comparison? {
        let (x, y) = (ScalarComparison.infinity(gold), ScalarComparison.infinity(answer))
        if x == nil && y == nil { return nil }
        if let x, let y {
            return comparison(
                x == y ? .equal : .different, "exact", x == y ? "the same infinity" : "the other infinity", gold, answer
            )
        }
        let other = x == nil ? gold : answer
        let profile = ExpressionProfile(other)
        if !profile.hasOpaque, !profile.hasStructure {
            if (try? ExactEvaluator(budget: budget).value(of: other)) != nil || !profile.symbols.isEmpty {
                return comparison(.different, "exact", "one is infinite, the other is not", gold, answer)
            }
            let evaluator = BallEvaluator<DoubleBall>(precision: 53, values: [:], budget: budget)
            if (try? evaluator.value(of: other)) != nil {
                return comparison(.different, "interval", "one is infinite, the other is not", gold, answer)
            }
        }
        return comparison(.undecided, "exact", "one is infinite, the other has no value that is known", gold, answer)
    }

    private static func infinity(_ expression: Expression) -> Int? {
        switch expression {
        case .constant(.infinity): 1
        case .negate(.constant(.infinity)): -1
        default: nil
        }
    }

    /// Words equal the same words.
    private func words(_ gold: Expression, _ answer: Expression) -> Comparison? {
        switch (gold, answer) {
        case (.text(let x), .text(let y)):
            let isEqual = ScalarComparison.folded(x) == ScalarComparison.folded(y)
            return comparison(
                isEqual ? .equal : .different, "text", isEqual ? "the same words" : "other words", gold, answer)
        case (.text(let x), .symbol(let y)), (.symbol(let y), .text(let x)):
            let isEqual = ScalarComparison.folded(x) == ScalarComparison.folded(y)
            return comparison(
                isEqual ? .equal : .different, "text", isEqual ? "the same words" : "other words", gold, answer)
        case (.text, _), (_, .text):
            return comparison(.different, "text", "one side is words, the other is not", gold, answer)
        default: return nil
        }
    }

    private static func folded(_ text: String) -> String {
        String(decoding: text.utf8.filter { $0 != 0x20 && $0 != 0x2E && $0 != 0x2C }, as: UTF8.self).lowercased()
    }

    // MARK: Results

    private func comparison(
        _ decision: Comparison.Decision, _ method: String, _ reason: String, _ gold: Expression, _ answer: Expression
    ) -> Comparison {
        Comparison(decision, method: method, reason: reason)
    }

    private func switched(_ comparison: Comparison, _ option: String) -> Comparison {
        var comparison = comparison
        if comparison.decision == .equal { comparison.switches.append(option) }
        return comparison
    }

    /// A number for people, cut where it is long.
    static func short(_ value: Rational) -> String {
        guard value.bitWidth <= 2_000 else { return "a number of \(value.bitWidth) bits" }
        guard value.bitWidth <= 200 else { return value.decimalDescription(significantDigits: 12) }
        return value.description
    }
}
