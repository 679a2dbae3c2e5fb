// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Compares antiderivatives: equal up to an additive constant where the gold ends in `+ C`.
struct AntiderivativeComparison {
    let context: AnswerContext
    let budget: WorkBudget

    /// Nil where the gold has no constant of integration.
    func compare(_ gold: Expression, _ answer: Expression) -> Comparison? {
        guard let (goldRest, name) = AntiderivativeComparison.split(gold) else { return nil }
        let symbols = ExpressionProfile(goldRest).symbols
        guard !symbols.isEmpty, !AntiderivativeComparison.isOneOfMany(name, symbols) else { return nil }
        let parts = AntiderivativeComparison.split(answer)
        if parts == nil, context.options.requireConstant {
            return Comparison(
                .different, method: "antiderivative", reason: "the constant of integration is missing",
                switches: ["require_constant"])
        }
        let rest = parts?.rest ?? answer
        // The difference has the same value everywhere: h(p) = h(q).
        let difference = Expression.sum([goldRest, .negate(rest)])
        let variables = ExpressionProfile(difference).symbols
        let moved = Dictionary(uniqueKeysWithValues: variables.map { ($0, $0 + "⁺") })
        let outcome = IdentityTest(salt: context.options.salt, budget: budget)
            .compare(difference, difference.renaming(moved))
        return Comparison(
            outcome.decision, method: outcome.method,
            reason: outcome.decision == .equal ? "equal up to a constant: \(outcome.reason)" : outcome.reason,
            facts: outcome.facts)
    }

    /// The expression without its constant of integration, and the constant's name.
    private static func split(_ expression: Expression) -> (rest: Expression, name: String)? {
        guard case .sum(let terms) = expression else { return nil }
        for (index, term) in terms.enumerated() {
            let name: String
            switch term {
            case .symbol(let symbol): name = symbol
            case .negate(.symbol(let symbol)): name = symbol
            default: continue
            }
            guard isConstant(name) else { continue }
            var rest = terms
            rest.remove(at: index)
            guard let first = rest.first else { return nil }
            let remaining = rest.count == 1 ? first : Expression.sum(rest)
            if ExpressionProfile(remaining).symbols.contains(name) { continue }
            return (remaining, name)
        }
        return nil
    }

    private static func isConstant(_ name: String) -> Bool {
        ["C", "c", "K", "k", "C_1", "C_0", "c_1", "constant", "const", "Constant"].contains(name)
    }

    /// Whether the letter stands among its neighbours: `a + b + c` has no constant of integration.
    private static func isOneOfMany(_ name: String, _ others: Set<String>) -> Bool {
        switch name {
        case "C", "C_1", "C_0": !others.isDisjoint(with: ["A", "B", "D"])
        case "c", "c_1": !others.isDisjoint(with: ["a", "b", "d"])
        case "k", "K": !others.isDisjoint(with: ["n", "m", "i", "j", "l", "N", "M", "L"])
        default: false
        }
    }
}
