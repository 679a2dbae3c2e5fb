// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Puts the canonical form of an expression together: see ``CanonicalForm``.
enum CanonicalWriter<Piece: CanonicalPiece> {
    /// The form of an expression.
    static func form(_ expression: Expression) -> Piece {
        switch expression {
        case .number, .negate, .product, .quotient, .percent, .power, .root: return Term(expression).form
        case .sum(let terms):
            var parts: [Piece] = []
            parts.reserveCapacity(terms.count)
            collect(terms, into: &parts)
            return .bag("+", parts)
        case .constant(let constant):
            switch constant {
            case .pi: return .leaf("#pi")
            case .e: return .leaf("#e")
            case .i: return .leaf("#i")
            case .infinity: return .leaf("#infinity")
            }
        case .symbol(let name): return .leaf(name)
        case .text(let text): return .node("text", [.leaf(text)])
        case .set(let parts): return .bag("set", parts.map(form))
        case .emptySet: return .bag("set", [])
        case .union(let parts): return .bag("union", parts.map(form))
        case .apply(let function, let parts): return .node("apply", [.leaf(function.rawValue)] + parts.map(form))
        case .call(let name, let parts): return .node("call", [.leaf(name)] + parts.map(form))
        case .opaque(let kind, let parts): return .node("opaque", [.leaf(kind)] + parts.map(form))
        case .based(let digits, let base): return .leaf("\(digits)_\(base)")
        case .numberSet(let name): return .node("numbers", [.leaf(name)])
        case .ellipsis: return .leaf("…")
        case .quantity(let value, let unit): return .node("quantity", [form(value), .leaf(unit)])
        case .factorial(let inner): return .node("!", [form(inner)])
        case .doubleFactorial(let inner): return .node("!!", [form(inner)])
        case .degrees(let inner): return .node("°", [form(inner)])
        case .binomial(let upper, let lower): return .node("binomial", [form(upper), form(lower)])
        case .modulo(let dividend, let divisor): return .node("mod", [form(dividend), form(divisor)])
        case .ratio(let parts): return .node(":", parts.map(form))
        case .plusMinus(let first, let second, let isMinusFirst):
            return .node(isMinusFirst ? "∓" : "±", (first.map { [form($0)] } ?? []) + [form(second)])
        default: return structure(expression)
        }
    }

    /// The form of what is more than a value.
    private static func structure(_ expression: Expression) -> Piece {
        switch expression {
        case .list(let parts, _): return .node("list", parts.map(form))
        case .tuple(let parts, let bracket):
            // Two entries may be the ends of an interval, to which the bracket matters.
            guard parts.count == 2 else { return .node("tuple", parts.map(form)) }
            switch bracket {
            case .round: return .node("tuple round", parts.map(form))
            case .square: return .node("tuple square", parts.map(form))
            case .angle: return .node("tuple angle", parts.map(form))
            }
        case .interval(let low, let high, let isClosedLow, let isClosedHigh):
            let ends = [form(low), form(high)]
            return isClosedLow
                ? .node(isClosedHigh ? "[]" : "[)", ends) : .node(isClosedHigh ? "(]" : "()", ends)
        case .relation(let parts, let relations):
            return .node("relation", relations.map { .leaf($0.rawValue) } + parts.map(form))
        case .series(let kind, let index, let from, let to, let body):
            // The index is bound: its name does not matter.
            let body = index == "_" ? body : body.renaming([index: "_"])
            return .node(kind == .sum ? "sum" : "product", [form(from), form(to), form(body)])
        case .matrix(let rows): return .node("matrix", rows.map { .node("row", $0.map(form)) })
        case .piecewise(let pieces):
            return .node("cases", pieces.flatMap { [form($0.value), $0.condition.map(form) ?? .leaf("otherwise")] })
        case .intersection(let parts), .conjunction(let parts): return .node("and", parts.map(form))
        case .disjunction(let parts): return .node("or", parts.map(form))
        case .difference(let whole, let part): return .node("\\", [form(whole), form(part)])
        case .setBuilder(let variable, let condition): return .node("such that", [form(variable), form(condition)])
        default: return .node("other", expression.children.map(form))
        }
    }

    private static func collect(_ terms: [Expression], into parts: inout [Piece]) {
        for term in terms {
            if case .sum(let inner) = term { collect(inner, into: &parts) } else { parts.append(Term(term).form) }
        }
    }

    /// A product with its numbers folded into one coefficient and its factors in no order.
    private struct Term {
        var coefficient = Rational(1)
        var factors: [Piece] = []

        init(_ expression: Expression) { collect(expression, isInverse: false) }

        var form: Piece {
            if factors.isEmpty { return .number(coefficient) }
            if factors.count == 1, coefficient == Rational(1) { return factors[0] }
            return .node("*", [.number(coefficient), .bag("*", factors)])
        }

        private mutating func collect(_ expression: Expression, isInverse: Bool) {
            switch expression {
            case .number(let number):
                let value = number.value
                if value.bitWidth <= CanonicalForm.foldedBits, coefficient.bitWidth <= CanonicalForm.foldedBits {
                    if !isInverse {
                        coefficient = coefficient * value
                        return
                    }
                    if let quotient = coefficient / value {
                        coefficient = quotient
                        return
                    }
                }
                append(.number(value), 1, isInverse)
            case .negate(let inner):
                coefficient = coefficient.negated
                collect(inner, isInverse: isInverse)
            case .percent(let inner):
                collect(.number(NumberLiteral(100)), isInverse: !isInverse)
                collect(inner, isInverse: isInverse)
            case .product(let parts):
                for part in parts { collect(part, isInverse: isInverse) }
            case .quotient(let upper, let lower):
                collect(upper, isInverse: isInverse)
                collect(lower, isInverse: !isInverse)
            case .power(let base, let exponent):
                if let value = exponent.literal?.value {
                    append(CanonicalWriter.form(base), value, isInverse)
                } else {
                    append(.node("^", [CanonicalWriter.form(base), CanonicalWriter.form(exponent)]), 1, isInverse)
                }
            case .root(let radicand, let degree):
                if let degree = degree.literal?.value, degree.isOdd == false, let exponent = Rational(1) / degree {
                    append(CanonicalWriter.form(radicand), exponent, isInverse)
                } else {
                    append(
                        .node("root", [CanonicalWriter.form(radicand), CanonicalWriter.form(degree)]), 1, isInverse)
                }
            default: append(CanonicalWriter.form(expression), 1, isInverse)
            }
        }

        private mutating func append(_ piece: Piece, _ exponent: Rational, _ isInverse: Bool) {
            let exponent = isInverse ? exponent.negated : exponent
            factors.append(exponent == Rational(1) ? piece : .node("^", [piece, .number(exponent)]))
        }
    }
}
