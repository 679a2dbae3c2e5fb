// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Words and units that stand around a value: what is left of an expression without them.
enum WordsAround {
    /// Units within an expression as products of variables: in `\sqrt{2 L C}` nothing is measured in litres.
    ///
    /// A unit behind the whole expression stays.
    static func unfolded(_ expression: Expression) -> Expression {
        if case .quantity(let value, let unit) = expression {
            return .quantity(inner(value), unit: unit)
        }
        guard expression.contains(where: { if case .quantity = $0 { true } else { false } }) else { return expression }
        return expression.mapChildren(inner)
    }

    private static func inner(_ expression: Expression) -> Expression {
        switch expression {
        case .quantity(let value, let unit):
            guard let factors = variables(unit) else { return expression.mapChildren(inner) }
            return .product([inner(value)] + factors)
        case .list, .tuple, .set, .relation, .interval, .matrix, .conjunction, .disjunction, .union:
            // Entries of a structure are whole answers.
            return expression.mapChildren(unfolded)
        default: return expression.mapChildren(inner)
        }
    }

    /// A unit such as `L*C` as variables; nil where it is more than letters side by side.
    private static func variables(_ unit: String) -> [Expression]? {
        let names = unit.split(whereSeparator: { "*· ".unicodeScalars.contains($0.unicodeScalars.first ?? "x") })
        guard !names.isEmpty, names.allSatisfy({ $0.utf8.count == 1 }) else { return nil }
        return names.map { .symbol(String($0)) }
    }

    /// The value without words before or behind it: `19 \text{ people}`, `5 \text{ cm}`; nil where there are none.
    static func stripped(_ expression: Expression) -> Expression? {
        switch expression {
        case .quantity(let value, _): return value
        case .negate(let inner): return stripped(inner).map { .negate($0) }
        case .product(let factors):
            let rest = factors.filter { if case .text(let words) = $0 { isNegation(words) } else { true } }
            guard let first = rest.first, rest.count < factors.count else { return nil }
            return rest.count == 1 ? first : .product(rest)
        case .quotient(let upper, let lower): return stripped(upper).map { .quotient($0, lower) }
        default: return nil
        }
    }

    private static let negations: Set<String> = [
        "not", "no", "isn't", "never", "neither", "nor", "except", "cannot", "can't", "wrong", "incorrect", "false",
        "rule", "ruled", "eliminate", "exclude", "excluding", "reject",
    ]

    private static func isNegation(_ words: String) -> Bool {
        words.split(separator: " ").contains { negations.contains($0.lowercased()) }
    }
}
