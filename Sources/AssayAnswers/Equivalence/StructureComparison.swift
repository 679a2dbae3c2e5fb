// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// Compares two answers of any structure: values, lists, sets, tuples, intervals, matrices, equations.
///
/// The gold decides what is asked for; the answer may be less formal but not less in content. A bare value answers an
/// assignment, an inequality an interval, a column a tuple; a set does not answer a tuple.
struct StructureComparison {
    // MARK: Limits
    /// Most parts that are matched in any order.
    static let partLimit = 64

    let context: AnswerContext
    let budget: WorkBudget

    private var scalars: ScalarComparison { ScalarComparison(context: context, budget: budget) }
    private var normalizer: Normalizer { Normalizer(budget: budget) }

    /// Compares `answer` with `gold`.
    func compare(_ gold: Expression, _ answer: Expression) -> Comparison {
        let (gold, answer) = AssignmentChain.writtenOut(WordsAround.unfolded(gold), WordsAround.unfolded(answer))
        if gold == answer {
            return Comparison(.equal, method: "exact", reason: "the same expression")
        }
        var result = compare(normalizer.form(gold), normalizer.form(answer))
        // A percent sign on one side alone is decided by policy and not by form.
        let hasPercent = { (side: Expression) in side.contains { if case .percent = $0 { true } else { false } } }
        let isOpen = result.decision == .undecided || result.decision == .different && result.method == "structure"
        if isOpen, hasPercent(gold) == hasPercent(answer),
            CanonicalForm.areSame(gold, answer)
        {
            result = Comparison(.equal, method: "canonical", reason: "the same expression in another notation")
        }
        return result
    }

    // MARK: Forms

    func compare(_ gold: AnswerForm, _ answer: AnswerForm) -> Comparison {
        switch (gold, answer) {
        case (.scalar(let x), .scalar(let y)): return scalar(x, y)
        case (.named(let x), _): return named(x, answer)
        case (.scalar(let x), .equation(let left, let right)): return labelled(x, left, right)
        case (.equation(let left, let right), .named(let entries)) where entries.count == 1:
            return equations((left, right), (entries[0].side, entries[0].expression))
        case (_, .named(let y)) where y.count == 1: return compare(gold, y[0].value)
        case (.unordered(let x, _), _) where x.count == 1: return compare(x[0], answer)
        case (.unordered(let x, let isSet), _): return unordered(x, isSet, answer)
        case (_, .unordered(let y, _)) where y.count == 1: return compare(gold, y[0])
        case (.ordered(let x, let bracket), _): return ordered(x, bracket, answer)
        case (.reals(let x, let name), _): return reals(x, name, answer)
        case (.matrix(let rows), _): return matrix(rows, answer)
        case (.equation(let left, let right), .equation(let otherLeft, let otherRight)):
            return equations((left, right), (otherLeft, otherRight))
        case (.relation(let x, let relations), .relation(let y, let others)):
            return self.relations((x, relations), (y, others))
        case (.scalar(.text), _), (_, .scalar(.text)): return different("words against a value")
        default: return different("another kind of value is asked for")
        }
    }

    private func different(_ reason: String) -> Comparison {
        Comparison(.different, method: "structure", reason: reason)
    }

    // MARK: Single values

    private func scalar(_ gold: Expression, _ answer: Expression) -> Comparison {
        if case .interval(let low, let high, let isClosedLow, let isClosedHigh) = gold,
            case .interval(let otherLow, let otherHigh, let otherClosedLow, let otherClosedHigh) = answer
        {
            guard isClosedLow == otherClosedLow, isClosedHigh == otherClosedHigh else {
                return different("an end belongs to one interval and not to the other")
            }
            return all([(low, otherLow), (high, otherHigh)].map { scalars.compare($0, $1) }, "interval")
        }
        if let integrated = AntiderivativeComparison(context: context, budget: budget).compare(gold, answer) {
            return integrated
        }
        let result = scalars.compare(gold, answer)
        if result.decision == .equal { return result }
        // Words and units around a value count only where both sides have them.
        switch (WordsAround.stripped(gold), WordsAround.stripped(answer)) {
        case (nil, let value?): return scalars.compare(gold, value)
        case (let value?, nil): return scalars.compare(value, answer)
        default: return result
        }
    }

    /// `a + b = 5` against 5: the left side only names what the value is of.
    private func labelled(_ gold: Expression, _ left: Expression, _ right: Expression) -> Comparison {
        let profile = ExpressionProfile(right)
        guard ExpressionProfile(gold).symbols.isEmpty, profile.symbols.isEmpty || profile.hasOpaque else {
            if case .opaque = left { return scalar(gold, right) }
            return different("an equation against a value")
        }
        if (try? ExactEvaluator(budget: budget).value(of: right))?.isZero == true {
            return different("an equation against a value")
        }
        return scalar(gold, right)
    }

    // MARK: Named values

    private func named(_ gold: [NamedValue], _ answer: AnswerForm) -> Comparison {
        if gold.count == 1, let entry = gold.first { return assignment(entry, answer) }
        switch answer {
        case .named(let entries):
            guard entries.count == gold.count else { return different("another number of named values") }
            var results: [Comparison] = []
            for entry in gold {
                guard let other = entries.first(where: { $0.name == entry.name }) else {
                    return different("there is no value of \(entry.name)")
                }
                results.append(compare(entry.value, other.value))
            }
            return all(results, "named values")
        case .ordered(let values, _):
            guard values.count == gold.count else { return different("another number of values") }
            return all(zip(gold, values).map { compare($0.value, $1) }, "named values")
        case .unordered(let values, isSet: false):
            guard values.count == gold.count else { return different("another number of values") }
            return all(zip(gold, values).map { compare($0.value, $1) }, "named values")
        default: return different("\(gold.count) named values are asked for")
        }
    }

    private func assignment(_ gold: NamedValue, _ answer: AnswerForm) -> Comparison {
        switch answer {
        case .named(let entries):
            guard entries.count == 1, let entry = entries.first else {
                return different("one value is asked for")
            }
            var value = entry.value
            if !gold.parameters.isEmpty, gold.parameters.count == entry.parameters.count,
                gold.parameters != entry.parameters
            {
                let names = Dictionary(zip(entry.parameters, gold.parameters), uniquingKeysWith: { first, _ in first })
                value = normalizer.form(entry.expression.renaming(names))
            }
            let isFunction = !gold.parameters.isEmpty || !entry.parameters.isEmpty
            if gold.name == entry.name || isFunction && gold.name != entry.name && gold.parameters != entry.parameters {
                let direct = compare(gold.value, value)
                if direct.decision == .equal || gold.name == entry.name && isClosed(gold.expression) { return direct }
            }
            return equations(
                (gold.side, gold.expression), (entry.side, entry.expression))
        case .equation(let left, let right):
            return equations((gold.side, gold.expression), (left, right))
        case .reals(let set, let variable):
            if let variable, variable != gold.name, ExpressionProfile(gold.expression).symbols.isEmpty {
                return compare(gold.value, .reals(set, variable: nil))
            }
            return compare(gold.value, answer)
        default: return compare(gold.value, answer)
        }
    }

    private func isClosed(_ expression: Expression) -> Bool { ExpressionProfile(expression).symbols.isEmpty }

    // MARK: Equations

    /// Equal up to a factor that is a constant other than 0.
    private func equations(
        _ gold: (left: Expression, right: Expression), _ answer: (left: Expression, right: Expression)
    ) -> Comparison {
        let f = Expression.sum([gold.left, .negate(gold.right)])
        let g = Expression.sum([answer.left, .negate(answer.right)])
        let sides = [gold.left, gold.right, answer.left, answer.right].map { ExpressionProfile($0) }
        if sides.contains(where: \.hasStructure) {
            return all(
                [
                    compare(normalizer.form(gold.left), normalizer.form(answer.left)),
                    compare(normalizer.form(gold.right), normalizer.form(answer.right)),
                ], "equation")
        }
        let same = all(
            [scalars.compare(gold.left, answer.left), scalars.compare(gold.right, answer.right)], "equation")
        if same.decision == .equal { return same }
        let found = proportional(f, g)?.comparison
        if let found, found.decision == .equal { return found }
        // `y = 1/x` is `xy = 1`.
        let (x, y) = (ClearedFraction(f), ClearedFraction(g))
        if x != nil || y != nil,
            let cleared = proportional(x?.numerator ?? f, y?.numerator ?? g)?.comparison, cleared.decision == .equal
        {
            return cleared
        }
        return found ?? different("the equations have other solutions")
    }

    /// Whether f = c·g for a constant c ≠ 0, and the sign of c where it is real.
    private func proportional(_ f: Expression, _ g: Expression) -> (comparison: Comparison, sign: Int?)? {
        let symbols = ExpressionProfile([f, g]).symbols
        guard !symbols.isEmpty, ExpressionProfile(f).symbols == ExpressionProfile(g).symbols else { return nil }
        // f(p)·g(q) = g(p)·f(q) for all p and q.
        let names = Dictionary(uniqueKeysWithValues: symbols.map { ($0, $0 + "⁺") })
        let test = IdentityTest(salt: context.options.salt, budget: budget)
        let zero = Expression.integer(0)
        if test.compare(g, zero).decision == .equal { return nil }
        var outcome = test.compare(
            .product([f, g.renaming(names)]), .product([g, f.renaming(names)]))
        if outcome.decision == .equal {
            if test.compare(f, zero).decision == .equal { return nil }
            outcome.reason = "the equations differ by a constant factor"
        }
        let comparison = Comparison(
            outcome.decision, method: outcome.method, reason: outcome.reason, facts: outcome.facts)
        return (comparison, outcome.decision == .equal ? sign(of: f, over: g, symbols) : nil)
    }

    private func sign(of f: Expression, over g: Expression, _ symbols: Set<String>) -> Int? {
        var points = SamplePoints(names: symbols, wholeNames: [], random: .init(text: "sign"))
        for _ in 0..<12 {
            let point = points.next()
            let evaluator = BallEvaluator<DoubleBall>(
                precision: 53, values: point.mapValues { .exact($0) }, budget: budget)
            guard let value = try? evaluator.value(of: .quotient(f, g)) else { continue }
            switch value {
            case .exact(let rational): if !rational.isZero { return rational.signum }
            case .ball(let ball): if let sign = ball.realPart.realSign, sign != 0 { return sign }
            }
        }
        return nil
    }

    /// Relations that are no set of reals: `2x + y ≤ 3`.
    private func relations(
        _ gold: (sides: [Expression], relations: [Expression.Relation]),
        _ answer: (sides: [Expression], relations: [Expression.Relation])
    ) -> Comparison {
        guard gold.relations.count == answer.relations.count else { return different("another number of relations") }
        if gold.relations == answer.relations {
            let direct = all(zip(gold.sides, answer.sides).map { scalars.compare($0, $1) }, "relation")
            if direct.decision == .equal { return direct }
        }
        let flipped = answer.relations.reversed().map(\.flipped)
        if flipped == gold.relations {
            let direct = all(zip(gold.sides, answer.sides.reversed()).map { scalars.compare($0, $1) }, "relation")
            if direct.decision == .equal { return direct }
        }
        guard gold.relations.count == 1, let relation = gold.relations.first, let other = answer.relations.first,
            gold.sides.count == 2, answer.sides.count == 2
        else { return different("the relations differ") }
        let f = Expression.sum([gold.sides[0], .negate(gold.sides[1])])
        let g = Expression.sum([answer.sides[0], .negate(answer.sides[1])])
        guard let (comparison, sign) = proportional(f, g) else { return different("the relations differ") }
        guard comparison.decision == .equal else { return comparison }
        if relation == .notEqual, other == .notEqual { return comparison }
        guard let sign else { return Comparison(.undecided, method: "structure", reason: "the factor has no sign") }
        return (sign > 0 ? other : other.flipped) == relation ? comparison : different("the relation is another")
    }

    // MARK: Collections

    private func unordered(_ gold: [AnswerForm], _ isSet: Bool, _ answer: AnswerForm) -> Comparison {
        switch answer {
        case .unordered(let values, let isAnswerSet):
            if context.options.orderedLists, !isSet {
                guard values.count == gold.count else { return different("another number of values") }
                return all(zip(gold, values).map { compare($0, $1) }, "list")
            }
            // Solutions that are tuples, named twice, are the same solutions.
            let areTuples = gold.allSatisfy { if case .ordered = $0 { true } else { false } }
            return matched(gold, values, collapses: isSet || isAnswerSet || areTuples)
        case .ordered(let values, let bracket):
            guard values.count == gold.count else { return different("another number of values") }
            if !isSet {
                let inOrder = all(zip(gold, values).map { compare($0, $1) }, "list")
                if inOrder.decision == .equal || bracket == .round { return inOrder }
                return matched(gold, values, collapses: false)
            }
            if context.options.lenient {
                var result = all(zip(gold, values).map { compare($0, $1) }, "set")
                result.switches.append("lenient")
                return result
            }
            // Square brackets are how programs write lists.
            if bracket == .square, gold.count > 2 { return matched(gold, values, collapses: false) }
            return different("a set is asked for, not a tuple")
        case .named(let entries):
            guard entries.count == gold.count else { return different("another number of values") }
            return matched(gold, entries.map(\.value), collapses: false)
        case .matrix(let rows) where rows.count == 1 || rows.first?.count == 1:
            let values = rows.flatMap { $0 }.map { normalizer.form($0) }
            guard !isSet, values.count == gold.count else { return different("a list is asked for") }
            return all(zip(gold, values).map { compare($0, $1) }, "list")
        case .reals(let set, let name):
            // `(1, 2), (3, 4)` as intervals.
            if let union = realSet(of: .unordered(gold, isSet: isSet)) {
                return reals(union, nil, .reals(set, variable: name))
            }
            return different("a list is asked for, not a range")
        default: return different("\(gold.count) values are asked for")
        }
    }

    private func ordered(_ gold: [AnswerForm], _ bracket: Expression.Bracket, _ answer: AnswerForm) -> Comparison {
        switch answer {
        case .ordered(let values, let other):
            guard values.count == gold.count else { return different("another number of entries") }
            if gold.count == 2, bracket != other, bracket != .angle, other != .angle,
                realSet(of: .ordered(gold, bracket)) != nil
            {
                return different("the brackets differ")
            }
            return all(zip(gold, values).map { compare($0, $1) }, "tuple")
        case .matrix(let rows) where rows.count == 1 || rows.first?.count == 1:
            let values = rows.flatMap { $0 }
            guard values.count == gold.count else { return different("another number of entries") }
            return all(zip(gold, values).map { compare($0, normalizer.form($1)) }, "tuple")
        case .matrix(let rows):
            return all(
                gold.count == rows.count
                    ? zip(gold, rows).map {
                        compare($0, .ordered($1.map { normalizer.form($0) }, .round))
                    } : [different("another number of rows")], "tuple")
        case .named(let entries):
            guard entries.count == gold.count else { return different("another number of entries") }
            return all(zip(gold, entries).map { compare($0, $1.value) }, "tuple")
        case .unordered(let values, isSet: false):
            guard values.count == gold.count else { return different("another number of entries") }
            return all(zip(gold, values).map { compare($0, $1) }, "tuple")
        case .reals(let set, let name):
            guard let own = realSet(of: .ordered(gold, bracket)) else { return different("a tuple is asked for") }
            return reals(own, nil, .reals(set, variable: name))
        default: return different("a tuple is asked for")
        }
    }

    /// A tuple of two, or a list of such tuples, as intervals.
    private func realSet(of form: AnswerForm) -> RealSet? {
        switch form {
        case .reals(let set, _): return set
        case .ordered(let parts, let bracket):
            guard parts.count == 2, bracket != .angle, case .scalar(let low) = parts[0],
                case .scalar(let high) = parts[1]
            else { return nil }
            return RealSet(low: low, high: high, isClosed: bracket == .square, budget: budget)
        case .unordered(let parts, isSet: false):
            let sets = parts.compactMap(realSet)
            return sets.count == parts.count ? RealSet.union(sets, budget: budget) : nil
        default: return nil
        }
    }

    private func reals(_ gold: RealSet, _ name: String?, _ answer: AnswerForm) -> Comparison {
        if case .reals(_, let other?) = answer, let name, other != name {
            return different("the range is of \(other), not of \(name)")
        }
        guard let set = realSet(of: answer) else { return different("a range of numbers is asked for") }
        guard set.intervals.count == gold.intervals.count else {
            return Comparison(.different, method: "interval-set", reason: "\(set.printed) is not \(gold.printed)")
        }
        var results: [Comparison] = []
        for (x, y) in zip(gold.intervals, set.intervals) {
            for (a, b) in [(x.low, y.low), (x.high, y.high)] {
                guard (a.value == nil) == (b.value == nil), a.isClosed == b.isClosed else {
                    return Comparison(
                        .different, method: "interval-set", reason: "\(set.printed) is not \(gold.printed)")
                }
                if let a = a.value, let b = b.value { results.append(scalars.compare(a, b)) }
            }
        }
        var result = all(results, "interval-set")
        if result.decision == .equal { result.reason = "both are \(gold.printed)" }
        return result
    }

    private func matrix(_ gold: [[Expression]], _ answer: AnswerForm) -> Comparison {
        var rows: [[AnswerForm]]
        switch answer {
        case .matrix(let other): rows = other.map { $0.map { normalizer.form($0) } }
        case .ordered(let parts, _):
            let inner = parts.compactMap { part -> [AnswerForm]? in
                if case .ordered(let entries, _) = part { entries } else { nil }
            }
            if inner.count == parts.count, !inner.isEmpty {
                rows = inner
            } else {
                rows = gold.count == 1 ? [parts] : parts.map { [$0] }
            }
        case .unordered(let parts, isSet: false) where gold.count == 1 || gold.first?.count == 1:
            rows = gold.count == 1 ? [parts] : parts.map { [$0] }
        default: return different("a matrix is asked for")
        }
        var gold = gold
        if context.options.vectorOrientationFree, gold.count == 1 || rows.count == 1, gold.count != rows.count {
            gold = MatrixForms.transposed(gold)
        }
        guard rows.map(\.count) == gold.map(\.count) else {
            return different("the matrix has another shape")
        }
        return all(
            zip(gold, rows).flatMap { zip($0, $1).map { compare(normalizer.form($0), $1) } }, "matrix")
    }

    // MARK: Joining

    /// All parts must be equal.
    private func all(_ results: [Comparison], _ method: String) -> Comparison {
        if let failed = results.first(where: { $0.decision == .different }) { return failed }
        if let open = results.first(where: { $0.decision == .undecided }) { return open }
        guard let first = results.first else { return Comparison(.equal, method: method, reason: "both are empty") }
        if results.count == 1 { return first }
        return Comparison(
            .equal, method: method, reason: "all \(results.count) parts are equal", facts: first.facts,
            switches: results.flatMap(\.switches))
    }

    /// Each value of one side has its partner on the other.
    private func matched(_ gold: [AnswerForm], _ answer: [AnswerForm], collapses: Bool) -> Comparison {
        if gold.isEmpty && answer.isEmpty { return Comparison(.equal, method: "set", reason: "both are empty") }
        guard gold.count <= StructureComparison.partLimit, answer.count <= StructureComparison.partLimit else {
            guard gold.count == answer.count else { return different("another number of values") }
            let inOrder = all(zip(gold, answer).map { compare($0, $1) }, "list")
            if inOrder.decision == .equal { return inOrder }
            return Comparison(
                .undecided, method: "list",
                reason: "more than \(StructureComparison.partLimit) values are not matched in any order")
        }
        if !collapses, gold.count != answer.count {
            return different("\(answer.count) values, not \(gold.count)")
        }
        if gold.isEmpty || answer.isEmpty { return different("\(answer.count) values, not \(gold.count)") }
        var table = [[Comparison.Decision]](
            repeating: [Comparison.Decision](repeating: .different, count: answer.count), count: gold.count)
        var switches: [String] = []
        for (i, x) in gold.enumerated() {
            for (j, y) in answer.enumerated() {
                let result = compare(x, y)
                table[i][j] = result.decision
                if result.decision == .equal { switches += result.switches }
            }
        }
        let matching = Matching(table)
        if collapses && matching.coversBothSides || matching.isPerfect {
            return Comparison(
                .equal, method: "set", reason: "all \(gold.count) values are there", switches: switches)
        }
        if matching.mayBePerfect {
            return Comparison(.undecided, method: "set", reason: "some values cannot be told apart")
        }
        return different("some values are not the same")
    }
}

extension Expression.Relation {
    /// The relation with its sides exchanged.
    var flipped: Expression.Relation {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        default: self
        }
    }
}
