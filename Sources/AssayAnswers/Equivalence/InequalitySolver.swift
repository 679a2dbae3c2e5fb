// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Solves chains of inequalities that are linear in one variable: `-2x < 6`, `-5 < x \le -2`, `x \ne 0`.
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
        guard let (slope, root) = root(of: left, right, name) else { return nil }
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
