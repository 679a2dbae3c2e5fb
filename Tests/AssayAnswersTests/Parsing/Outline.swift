// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

extension Expression {
    /// The tree with every operator in front of its operands in parentheses, for tables of expected trees.
    var outline: String {
        switch self {
        case .number(let literal): literal.isDecimal || !literal.value.isInteger ? "\(printed)d" : printed
        case .constant(let constant): "#\(constant)"
        case .symbol(let name): name
        case .sum(let terms): Self.node("+", terms)
        case .product(let factors): Self.node("*", factors)
        case .quotient(let top, let bottom): Self.node("/", [top, bottom])
        case .negate(let inner): Self.node("-", [inner])
        case .power(let base, let exponent): Self.node("^", [base, exponent])
        case .root(let radicand, let degree): Self.node("root", [degree, radicand])
        case .plusMinus(let left, let right, let isMinusFirst):
            Self.node(isMinusFirst ? "∓" : "±", (left.map { [$0] } ?? []) + [right])
        case .factorial(let inner): Self.node("!", [inner])
        case .doubleFactorial(let inner): Self.node("!!", [inner])
        case .binomial(let top, let bottom): Self.node("binom", [top, bottom])
        case .percent(let inner): Self.node("%", [inner])
        case .degrees(let inner): Self.node("deg", [inner])
        case .apply(let function, let arguments): Self.node(function.rawValue, arguments)
        case .call(let name, let arguments): Self.node("\(name):", arguments)
        case .series(let series, let index, let from, let to, let body):
            Self.node("series-\(series)", [.symbol(index), from, to, body])
        case .opaque(let kind, let arguments): Self.node(kind, arguments)
        case .modulo(let value, let modulus): Self.node("mod", [value, modulus])
        case .based(let digits, let base): "\(digits)_\(base)"
        case .ratio(let parts): Self.node("ratio", parts)
        case .tuple(let entries, let bracket): Self.node("tuple-\(bracket)", entries)
        case .set(let entries): Self.node("set", entries)
        case .list(let items, let join): Self.node("list-\(join)", items)
        case .interval(let low, let high, let isClosedLow, let isClosedHigh):
            "\(isClosedLow ? "[" : "(")\(low.outline) .. \(high.outline)\(isClosedHigh ? "]" : ")")"
        case .union(let parts): Self.node("union", parts)
        case .intersection(let parts): Self.node("intersection", parts)
        case .difference(let set, let other): Self.node("without", [set, other])
        case .emptySet: "#empty"
        case .numberSet(let name): "#\(name)"
        case .setBuilder(let variable, let condition): Self.node("such-that", [variable, condition])
        case .matrix(let rows): "(matrix \(rows.map { Self.node("row", $0) }.joined(separator: " ")))"
        case .piecewise(let pieces):
            "(cases \(pieces.map { Self.node("if", [$0.value] + ($0.condition.map { [$0] } ?? [])) }.joined(separator: " ")))"
        case .relation(let operands, let relations):
            "(\(operands.enumerated().map { ($0 > 0 ? relations[$0 - 1].rawValue + " " : "") + $1.outline }.joined(separator: " ")))"
        case .conjunction(let parts): Self.node("and", parts)
        case .disjunction(let parts): Self.node("or", parts)
        case .text(let text): "\"\(text)\""
        case .quantity(let value, let unit): "(unit \(value.outline) \(unit))"
        case .ellipsis: "#ellipsis"
        }
    }

    private static func node(_ name: String, _ parts: [Expression]) -> String {
        parts.isEmpty ? "(\(name))" : "(\(name) \(parts.map(\.outline).joined(separator: " ")))"
    }
}
