// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Solves chains of inequalities that are linear or quadratic in one variable: `-2x < 6`, `-5 < x \le -2`, `x² < 4`.
struct InequalitySolver {
    let budget: WorkBudget

    /// The reals for which the chain holds; nil where it is not linear in exactly one variable.
    func solve(_ sides: [Expression], _ relations: [Expression.Relation]) -> RealSet? {
        guard sides.count == relations.count + 1 else { return nil }
        let symbols = ExpressionProfile(sides).symbols
        guard symbols.count == 1, let name = symbols.first else { return nil }
        var sets: [RealSet] = []
        for (index, relation) in relations.enumerated() {
            guard let set = solve(sides[index], relation, sides[index + 1], name) else { return nil }
            sets.append(set)
        }
        return RealSet.intersection(sets, budget: budget)
    }

    private func solve(
        _ left: Expression, _ relation: Expression.Relation, _ right: Expression, _ name: String
    ) -> RealSet? {
        guard [.less, .lessOrEqual, .greater, .greaterOrEqual, .notEqual].contains(relation) else { return nil }
        if case .apply(.absolute, let inner) = left, inner.count == 1, !ExpressionProfile(right).symbols.contains(name)
        {
            return magnitude(of: inner[0], relation, right, name)
        }
        if case .apply(.absolute, let inner) = right, inner.count == 1, !ExpressionProfile(left).symbols.contains(name)
        {
            return magnitude(of: inner[0], relation.flipped, left, name)
        }
        guard let (slope, root) = root(of: left, right, name) else {
            return quadratic(left, relation, right, name)
        }
        // left − right = slope · (x − root)
        var relation = relation
        if slope < 0 {
            switch relation {
            case .less: relation = .greater
            case .lessOrEqual: relation = .greaterOrEqual
            case .greater: relation = .less
            case .greaterOrEqual: relation = .lessOrEqual
            default: break
            }
        }
        let infinity = Expression.constant(.infinity)
        switch relation {
        case .less, .lessOrEqual:
            return RealSet(
                .interval(.negate(infinity), root, isClosedLow: false, isClosedHigh: relation == .lessOrEqual),
                budget: budget)
        case .greater, .greaterOrEqual:
            return RealSet(
                .interval(root, infinity, isClosedLow: relation == .greaterOrEqual, isClosedHigh: false),
                budget: budget)
        case .notEqual:
            return RealSet(.difference(.numberSet("R"), .set([root])), budget: budget)
        default: return nil
        }
    }

    /// `|u| < c` is −c < u < c, and `|u| > c` is u < −c or u > c, for a c that is not negative.
    private func magnitude(
        of inner: Expression, _ relation: Expression.Relation, _ bound: Expression, _ name: String
    ) -> RealSet? {
        guard let value = RealSet.approximation(bound, budget), value >= 0 else { return nil }
        guard let above = solve(inner, relation, bound, name),
            let below = solve(inner, relation.flipped, .negate(bound), name)
        else { return nil }
        switch relation {
        case .less, .lessOrEqual: return RealSet.intersection([above, below], budget: budget)
        case .greater, .greaterOrEqual: return RealSet.union([above, below], budget: budget)
        default: return nil
        }
    }

    /// `x² < 4`: where a quadratic polynomial with rational coefficients has the sign that is asked for.
    private func quadratic(
        _ left: Expression, _ relation: Expression.Relation, _ right: Expression, _ name: String
    ) -> RealSet? {
        let difference = Expression.sum([left, .negate(right)])
        guard ExpressionProfile(difference).isRational else { return nil }
        func value(_ place: Int) -> Rational? {
            try? ExactEvaluator(values: [name: Rational(place)], budget: budget).value(of: difference)
        }
        guard let c = value(0), let above = value(1), let below = value(-1),
            let a = ((above + below) / Rational(2)).map({ $0 - c }), let b = (above - below) / Rational(2), !a.isZero
        else { return nil }
        for place in [2, 3, 1_009, -100_003] {
            let x = Rational(place)
            guard value(place) == (a * x + b) * x + c else { return nil }
        }
        let discriminant = b * b - Rational(4) * a * c
        let isStrict = relation == .less || relation == .greater
        let asksForPositive = relation == .greater || relation == .greaterOrEqual
        let (infinity, line) = (Expression.constant(.infinity), Expression.numberSet("R"))
        guard discriminant.signum > 0 else {
            // A tangent, or no zero at all: left to the other forms, but for the sign that holds everywhere.
            guard discriminant.signum < 0, relation != .notEqual else { return nil }
            return RealSet((a.signum > 0) == asksForPositive ? line : .emptySet, budget: budget)
        }
        // (−b ∓ √D) / 2a, the lower one first.
        let root = Expression.root(.number(NumberLiteral(discriminant)), degree: .integer(2))
        let ends = [Expression.negate(root), root].map { root in
            Expression.quotient(
                .sum([.number(NumberLiteral(b.negated)), a.signum > 0 ? root : .negate(root)]),
                .number(NumberLiteral(a * Rational(2))))
        }
        if relation == .notEqual { return RealSet(.difference(line, .set(ends)), budget: budget) }
        if (a.signum > 0) != asksForPositive {
            return RealSet(
                .interval(ends[0], ends[1], isClosedLow: !isStrict, isClosedHigh: !isStrict), budget: budget)
        }
        return RealSet(
            .union([
                .interval(.negate(infinity), ends[0], isClosedLow: false, isClosedHigh: !isStrict),
                .interval(ends[1], infinity, isClosedLow: !isStrict, isClosedHigh: false),
            ]), budget: budget)
    }

    /// The sign of the slope of left − right, and where it vanishes.
    private func root(of left: Expression, _ right: Expression, _ name: String) -> (slope: Int, root: Expression)? {
        // A bare variable against anything constant, which may be irrational.
        if left == .symbol(name), !ExpressionProfile(right).symbols.contains(name) { return (1, right) }
        if right == .symbol(name), !ExpressionProfile(left).symbols.contains(name) { return (-1, left) }
        let difference = Expression.sum([left, .negate(right)])
        var values: [Rational] = []
        for point in [Rational(0), Rational(1), Rational(1_009) / Rational(37) ?? Rational(5), Rational(-100_003)] {
            let evaluator = ExactEvaluator(values: [name: point], budget: budget)
            guard let value = try? evaluator.value(of: difference) else {
                return scaled(left, right, name)
            }
            values.append(value)
        }
        let slope = values[1] - values[0]
        guard values[2] - values[0] == slope * (Rational(1_009) / Rational(37) ?? Rational(5)),
            values[3] - values[0] == slope * Rational(-100_003), !slope.isZero,
            ExpressionProfile(difference).isRational, let root = values[0].negated / slope
        else { return nil }
        return (slope.signum, .number(NumberLiteral(root)))
    }

    /// `2x > √2`: a rational multiple of the variable on one side.
    private func scaled(_ left: Expression, _ right: Expression, _ name: String) -> (slope: Int, root: Expression)? {
        let isLeft = ExpressionProfile(left).symbols.contains(name)
        let (linear, constant) = isLeft ? (left, right) : (right, left)
        guard !ExpressionProfile(constant).symbols.contains(name), ExpressionProfile(linear).isRational else {
            return nil
        }
        let values = [0, 1, 2].compactMap {
            try? ExactEvaluator(values: [name: Rational($0)], budget: budget).value(of: linear)
        }
        guard values.count == 3 else { return nil }
        let slope = values[1] - values[0]
        guard !slope.isZero, values[2] - values[1] == slope else { return nil }
        let shifted = Expression.sum([constant, .number(NumberLiteral(values[0].negated))])
        return (
            isLeft ? slope.signum : -slope.signum, .quotient(shifted, .number(NumberLiteral(slope)))
        )
    }
}
