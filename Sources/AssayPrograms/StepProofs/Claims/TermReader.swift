// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

/// Turns what the parser read into the claim language, or says why it cannot.
struct TermReader {
    // MARK: Limits
    /// Most nodes of a term.
    static let nodes = 2_000
    /// Largest power of a variable.
    static let degree = 64
    /// Largest power of a number.
    static let exponent = 20_000
    /// Most digits of a number in an open claim, in bits.
    static let bits = 4_096

    /// Why something is not in the claim language.
    struct Unreadable: Error, Hashable {
        let reason: String
    }

    /// What a percent sign divides by: 100, or 1 where it is read as a unit.
    var percent = 100

    /// Reads a number.
    func term(_ expression: Expression) throws(Unreadable) -> Term {
        var nodes = 0
        return try read(expression, &nodes)
    }

    private func read(_ expression: Expression, _ nodes: inout Int) throws(Unreadable) -> Term {
        nodes += 1
        guard nodes <= TermReader.nodes else { throw Unreadable(reason: "it is too long") }
        switch expression {
        case .number(let number): return .number(number.value)
        case .symbol(let name): return .variable(name)
        case .constant(.pi), .constant(.e): return .closed(expression)
        case .constant(.i): throw Unreadable(reason: "complex numbers are not read")
        case .constant(.infinity): throw Unreadable(reason: "infinity is no number")
        case .sum(let parts): return .add(try list(parts, &nodes))
        case .product(let parts): return .multiply(try list(parts, &nodes))
        case .negate(let inner):
            let inner = try read(inner, &nodes)
            if case .number(let value) = inner { return .number(value.negated) }
            return .negate(inner)
        case .quotient(let upper, let lower): return .divide(try read(upper, &nodes), try read(lower, &nodes))
        case .percent(let inner): return .divide(try read(inner, &nodes), .number(Rational(percent)))
        case .power(let base, let exponent): return try power(base, exponent, &nodes, expression)
        case .root(let radicand, let degree):
            guard let degree = degree.literal?.value.word, (2...64).contains(degree) else {
                throw Unreadable(reason: "the degree of a root is no whole number from 2 to 64")
            }
            return .root(try read(radicand, &nodes), degree)
        case .modulo(let dividend, let divisor):
            guard let divisor = divisor.literal?.value.word, divisor > 0 else {
                throw Unreadable(reason: "a modulus is no positive whole number")
            }
            return .modulo(try read(dividend, &nodes), divisor)
        case .factorial, .doubleFactorial, .binomial, .degrees: return try closed(expression)
        case .series(_, _, _, .constant(.infinity), _): throw Unreadable(reason: "infinite series are not read")
        case .series: return try closed(expression)
        case .apply(let function, let arguments): return try apply(function, arguments, &nodes, expression)
        case .tuple(let parts, .round) where parts.count == 1: return try read(parts[0], &nodes)
        case .quantity: throw Unreadable(reason: "a unit stands inside")
        default: throw Unreadable(reason: "it is not arithmetic")
        }
    }

    private func list(_ parts: [Expression], _ nodes: inout Int) throws(Unreadable) -> [Term] {
        var terms: [Term] = []
        for part in parts { terms.append(try read(part, &nodes)) }
        return terms
    }

    private func apply(
        _ function: Expression.Function, _ arguments: [Expression], _ nodes: inout Int, _ whole: Expression
    ) throws(Unreadable) -> Term {
        switch (function, arguments.count) {
        case (.absolute, 1): return .absolute(try read(arguments[0], &nodes))
        case (.floor, 1): return .floor(try read(arguments[0], &nodes))
        case (.ceiling, 1): return .negate(.floor(.negate(try read(arguments[0], &nodes))))
        case (.min, 2...), (.max, 2...):
            let terms = try list(arguments, &nodes)
            return terms.dropFirst().reduce(terms[0]) { function == .min ? .minimum($0, $1) : .maximum($0, $1) }
        case (.log, _): throw Unreadable(reason: "a logarithm has no base")
        case (.round, _), (.realPart, _), (.imaginaryPart, _), (.conjugate, _), (.norm, _), (.determinant, _):
            throw Unreadable(reason: "\(function.rawValue) is not read")
        default: return try closed(whole)
        }
    }

    /// A part that only a constant may be.
    private func closed(_ expression: Expression) throws(Unreadable) -> Term {
        let hasVariable = expression.contains {
            switch $0 {
            case .symbol, .call, .opaque, .text, .quantity, .ellipsis, .relation: true
            default: false
            }
        }
        if case .series = expression {
        } else if hasVariable {
            throw Unreadable(reason: "a function of a variable that is not in the claim language")
        }
        return .closed(expression)
    }

    private func power(
        _ base: Expression, _ exponent: Expression, _ nodes: inout Int, _ whole: Expression
    ) throws(Unreadable) -> Term {
        let exponentTerm = try read(exponent, &nodes)
        guard exponentTerm.variables.isEmpty else { throw Unreadable(reason: "an exponent has a variable") }
        guard let value = ExactValue.rational(exponentTerm) else { return try closed(whole) }
        let inner = try read(base, &nodes)
        let isOpen = !inner.variables.isEmpty
        if let power = value.word {
            guard abs(power) <= (isOpen ? TermReader.degree : TermReader.exponent) else {
                throw Unreadable(reason: "a power is too large")
            }
            // 0⁰ is 1 to some and nothing to others.
            if power == 0, isOpen { throw Unreadable(reason: "a power of 0 of a variable") }
            return power < 0 ? .divide(.number(1), .power(inner, -power)) : .power(inner, power)
        }
        // Roots written as powers: of negative numbers they are read in two ways.
        let (upper, lower) = (value * Rational(value.denominator), Rational(value.denominator))
        guard let upper = upper.word, let lower = lower.word, (2...64).contains(lower), abs(upper) <= 64 else {
            throw Unreadable(reason: "a power is too large")
        }
        guard lower == 2 || !isOpen else { throw Unreadable(reason: "an odd root written as a power") }
        let root = Term.power(.root(inner, lower), abs(upper))
        return upper < 0 ? .divide(.number(1), root) : root
    }
}
