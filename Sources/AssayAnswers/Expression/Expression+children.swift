// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension Expression {
    /// The direct parts, in the order written.
    package var children: [Expression] {
        switch self {
        case .number, .constant, .symbol, .based, .emptySet, .numberSet, .text, .ellipsis: []
        case .negate(let a), .factorial(let a), .doubleFactorial(let a), .percent(let a), .degrees(let a): [a]
        case .quantity(let a, _): [a]
        case .quotient(let a, let b), .power(let a, let b), .binomial(let a, let b), .modulo(let a, let b): [a, b]
        case .root(let a, let b), .setBuilder(let a, let b), .difference(let a, let b): [a, b]
        case .interval(let a, let b, _, _): [a, b]
        case .plusMinus(let a, let b, _): a.map { [$0, b] } ?? [b]
        case .sum(let parts), .product(let parts), .ratio(let parts), .set(let parts), .union(let parts): parts
        case .intersection(let parts), .conjunction(let parts), .disjunction(let parts): parts
        case .apply(_, let parts), .call(_, let parts), .opaque(_, let parts), .tuple(let parts, _): parts
        case .list(let parts, _), .relation(let parts, _): parts
        case .series(_, _, let from, let to, let body): [from, to, body]
        case .matrix(let rows): rows.flatMap { $0 }
        case .piecewise(let pieces): pieces.flatMap { [$0.value] + ($0.condition.map { [$0] } ?? []) }
        }
    }

    /// The same node with each direct part replaced.
    package func mapChildren(_ change: (Expression) -> Expression) -> Expression {
        switch self {
        case .number, .constant, .symbol, .based, .emptySet, .numberSet, .text, .ellipsis: self
        case .negate(let a): .negate(change(a))
        case .factorial(let a): .factorial(change(a))
        case .doubleFactorial(let a): .doubleFactorial(change(a))
        case .percent(let a): .percent(change(a))
        case .degrees(let a): .degrees(change(a))
        case .quantity(let a, let unit): .quantity(change(a), unit: unit)
        case .quotient(let a, let b): .quotient(change(a), change(b))
        case .power(let a, let b): .power(change(a), change(b))
        case .binomial(let a, let b): .binomial(change(a), change(b))
        case .modulo(let a, let b): .modulo(change(a), change(b))
        case .root(let a, let b): .root(change(a), degree: change(b))
        case .setBuilder(let a, let b): .setBuilder(change(a), condition: change(b))
        case .difference(let a, let b): .difference(change(a), change(b))
        case .interval(let a, let b, let low, let high):
            .interval(change(a), change(b), isClosedLow: low, isClosedHigh: high)
        case .plusMinus(let a, let b, let isMinusFirst):
            .plusMinus(a.map(change), change(b), isMinusFirst: isMinusFirst)
        case .sum(let parts): .sum(parts.map(change))
        case .product(let parts): .product(parts.map(change))
        case .ratio(let parts): .ratio(parts.map(change))
        case .set(let parts): .set(parts.map(change))
        case .union(let parts): .union(parts.map(change))
        case .intersection(let parts): .intersection(parts.map(change))
        case .conjunction(let parts): .conjunction(parts.map(change))
        case .disjunction(let parts): .disjunction(parts.map(change))
        case .apply(let function, let parts): .apply(function, parts.map(change))
        case .call(let name, let parts): .call(name, parts.map(change))
        case .opaque(let kind, let parts): .opaque(kind: kind, arguments: parts.map(change))
        case .tuple(let parts, let bracket): .tuple(parts.map(change), bracket)
        case .list(let parts, let join): .list(parts.map(change), join: join)
        case .relation(let parts, let relations): .relation(parts.map(change), relations)
        case .series(let kind, let index, let from, let to, let body):
            .series(kind, index: index, from: change(from), to: change(to), body: change(body))
        case .matrix(let rows): .matrix(rows.map { $0.map(change) })
        case .piecewise(let pieces): .piecewise(pieces.map { Piece(change($0.value), if: $0.condition.map(change)) })
        }
    }

    /// Whether `test` holds for this node or one below it.
    package func contains(where test: (Expression) -> Bool) -> Bool {
        test(self) || hasChild { $0.contains(where: test) }
    }

    /// Whether `test` holds for a direct part; they are asked in the order written.
    package func hasChild(where test: (Expression) -> Bool) -> Bool {
        switch self {
        case .number, .constant, .symbol, .based, .emptySet, .numberSet, .text, .ellipsis: false
        case .negate(let a), .factorial(let a), .doubleFactorial(let a), .percent(let a), .degrees(let a): test(a)
        case .quantity(let a, _): test(a)
        case .quotient(let a, let b), .power(let a, let b), .binomial(let a, let b), .modulo(let a, let b):
            test(a) || test(b)
        case .root(let a, let b), .setBuilder(let a, let b), .difference(let a, let b): test(a) || test(b)
        case .interval(let a, let b, _, _): test(a) || test(b)
        case .plusMinus(let a, let b, _): a.map(test) == true || test(b)
        case .sum(let parts), .product(let parts), .ratio(let parts), .set(let parts), .union(let parts):
            parts.contains(where: test)
        case .intersection(let parts), .conjunction(let parts), .disjunction(let parts): parts.contains(where: test)
        case .apply(_, let parts), .call(_, let parts), .opaque(_, let parts), .tuple(let parts, _):
            parts.contains(where: test)
        case .list(let parts, _), .relation(let parts, _): parts.contains(where: test)
        case .series(_, _, let from, let to, let body): test(from) || test(to) || test(body)
        case .matrix(let rows): rows.contains { $0.contains(where: test) }
        case .piecewise(let pieces): pieces.contains { test($0.value) || $0.condition.map(test) == true }
        }
    }

    /// Looks at the direct parts in the order written.
    package func forEachChild(_ look: (Expression) -> Void) {
        _ = hasChild {
            look($0)
            return false
        }
    }

    /// The same expression with free variables renamed.
    ///
    /// - Parameter names: old names to new ones; the index of a series is bound and stays.
    /// - Returns: the expression under the new names.
    package func renaming(_ names: [String: String]) -> Expression {
        if case .symbol(let name) = self { return names[name].map(Expression.symbol) ?? self }
        if case .series(_, let index, _, _, _) = self, names[index] != nil {
            var inner = names
            inner[index] = nil
            return mapChildren { $0.renaming(inner) }
        }
        return mapChildren { $0.renaming(names) }
    }

    /// The same expression with free variables replaced by expressions.
    package func substituting(_ values: [String: Expression]) -> Expression {
        if case .symbol(let name) = self { return values[name] ?? self }
        return mapChildren { $0.substituting(values) }
    }

    /// The same expression for people: numbers of hundreds of digits cut short.
    package var abbreviated: Expression {
        if case .number(let number) = self {
            guard number.value.bitWidth > 1_000 else { return self }
            return .text("a number of \(number.value.bitWidth) bits")
        }
        return mapChildren(\.abbreviated)
    }

    /// A whole number.
    package static func integer(_ value: Int) -> Expression { .number(NumberLiteral(value)) }

    /// The number, where this is a literal or a negated one.
    package var literal: NumberLiteral? {
        switch self {
        case .number(let number): return number
        case .negate(.number(var number)):
            number.value = number.value.negated
            return number
        default: return nil
        }
    }
}
