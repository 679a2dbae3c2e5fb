// Part of Assay. SPDX-License-Identifier: Apache-2.0

import BigInt

/// A text that is the same for expressions that differ only in notation: the order of terms and factors, quotients
/// against negative powers, how a number is written.
///
/// Nothing is expanded and nothing large is computed, so that `5^{5^{5^{5^5}}}` has a form too. Equal forms prove equal
/// values; different forms prove nothing.
enum CanonicalForm {
    // MARK: Limits
    /// Numbers longer than this stay factors of their own.
    static let foldedBits = 512

    /// The form of an expression.
    static func key(_ expression: Expression) -> String {
        switch expression {
        case .number, .negate, .product, .quotient, .percent: return Term(expression).key
        case .sum(let terms):
            return "(+ " + addends(terms).sorted().joined(separator: " ") + ")"
        case .constant(let constant): return "#\(constant)"
        case .symbol(let name): return name
        case .power, .root: return Term(expression).key
        case .text(let text): return "'" + text + "'"
        case .list(let parts, _): return node("list", parts)
        case .set(let parts): return "(set " + parts.map(key).sorted().joined(separator: " ") + ")"
        case .union(let parts): return "(union " + parts.map(key).sorted().joined(separator: " ") + ")"
        case .apply(let function, let parts): return node(function.rawValue, parts)
        case .call(let name, let parts): return node("call " + name, parts)
        case .opaque(let kind, let parts): return node(kind, parts)
        case .tuple(let parts, let bracket):
            // Two entries may be the ends of an interval, to which the bracket matters.
            return node(parts.count == 2 ? "tuple \(bracket)" : "tuple", parts)
        case .interval(let low, let high, let isClosedLow, let isClosedHigh):
            return node((isClosedLow ? "[" : "(") + (isClosedHigh ? "]" : ")"), [low, high])
        case .relation(let parts, let relations):
            return node("relation " + relations.map(\.rawValue).joined(separator: " "), parts)
        case .series(let kind, let index, let from, let to, let body):
            // The index is bound: its name does not matter.
            let body = index == "_" ? body : body.renaming([index: "_"])
            return node("series \(kind)", [from, to, body])
        case .based(let digits, let base): return "\(digits)_\(base)"
        case .numberSet(let name): return "set " + name
        case .emptySet: return "(set )"
        case .ellipsis: return "…"
        case .quantity(let value, let unit): return "(" + key(value) + " " + unit + ")"
        case .matrix(let rows):
            return "(matrix " + rows.map { node("row", $0) }.joined(separator: " ") + ")"
        case .piecewise(let pieces):
            return "(cases "
                + pieces.map { key($0.value) + " if " + ($0.condition.map(key) ?? "otherwise") }
                .joined(separator: "; ") + ")"
        case .factorial(let inner): return node("!", [inner])
        case .doubleFactorial(let inner): return node("!!", [inner])
        case .degrees(let inner): return node("°", [inner])
        case .binomial(let upper, let lower): return node("binomial", [upper, lower])
        case .modulo(let dividend, let divisor): return node("mod", [dividend, divisor])
        case .ratio(let parts): return node(":", parts)
        case .plusMinus(let first, let second, let isMinusFirst):
            return node(isMinusFirst ? "∓" : "±", (first.map { [$0] } ?? []) + [second])
        case .intersection(let parts): return node("and", parts)
        case .conjunction(let parts): return node("and", parts)
        case .disjunction(let parts): return node("or", parts)
        case .difference(let whole, let part): return node("\\", [whole, part])
        case .setBuilder(let variable, let condition): return node("such that", [variable, condition])
        }
    }

    /// A number of any size as text that takes linear time to write.
    private static func digits(_ value: Rational) -> String {
        if value.bitWidth <= foldedBits { return "\(value.numerator)/\(value.denominator)" }
        let sign = value.signum < 0 ? "-" : ""
        let words = value.numerator.magnitude.words.map { String($0, radix: 36) }
        return sign + words.joined(separator: ".") + "/"
            + value.denominator.magnitude.words.map { String($0, radix: 36) }.joined(separator: ".")
    }

    private static func node(_ name: String, _ parts: [Expression]) -> String {
        "(" + name + " " + parts.map(key).joined(separator: " ") + ")"
    }

    private static func addends(_ terms: [Expression]) -> [String] {
        terms.flatMap { term in
            if case .sum(let inner) = term { addends(inner) } else { [Term(term).key] }
        }
    }

    /// A product with its numbers folded into one coefficient and its factors sorted.
    private struct Term {
        var coefficient = Rational(1)
        var factors: [String] = []

        init(_ expression: Expression) { collect(expression, isInverse: false) }

        var key: String {
            let number =
                coefficient.isInteger
                ? coefficient.numerator.description : "\(coefficient.numerator)/\(coefficient.denominator)"
            if factors.isEmpty { return number }
            let product = factors.sorted().joined(separator: " ")
            if factors.count == 1, coefficient == Rational(1) { return product }
            return "(* " + number + " " + product + ")"
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
                append(CanonicalForm.digits(value), 1, isInverse)
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
                    append(CanonicalForm.key(base), value, isInverse)
                } else {
                    append("(^ " + CanonicalForm.key(base) + " " + CanonicalForm.key(exponent) + ")", 1, isInverse)
                }
            case .root(let radicand, let degree):
                if let degree = degree.literal?.value, degree.isOdd == false, let exponent = Rational(1) / degree {
                    append(CanonicalForm.key(radicand), exponent, isInverse)
                } else {
                    append(
                        "(root " + CanonicalForm.key(radicand) + " " + CanonicalForm.key(degree) + ")", 1, isInverse)
                }
            default: append(CanonicalForm.key(expression), 1, isInverse)
            }
        }

        private mutating func append(_ key: String, _ exponent: Int, _ isInverse: Bool) {
            append(key, Rational(exponent), isInverse)
        }

        private mutating func append(_ key: String, _ exponent: Rational, _ isInverse: Bool) {
            let exponent = isInverse ? exponent.negated : exponent
            if exponent == Rational(1) {
                factors.append(key)
            } else {
                factors.append("(^ \(key) \(exponent.numerator)/\(exponent.denominator))")
            }
        }
    }
}
