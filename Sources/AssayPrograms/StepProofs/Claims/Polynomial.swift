// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

/// A polynomial with exact coefficients, expanded.
///
/// Two terms are equal for all values where their difference is the zero polynomial. Nothing is tried at random.
struct Polynomial: Hashable {
    // MARK: Limits
    /// Most monomials.
    static let terms = 600
    /// Largest degree.
    static let degree = 64

    /// Variables with their powers, in order.
    struct Monomial: Hashable {
        var powers: [Power] = []

        struct Power: Hashable {
            var name: String
            var exponent: Int
        }

        var degree: Int { powers.reduce(0) { $0 + $1.exponent } }

        static func * (a: Monomial, b: Monomial) -> Monomial {
            if a.powers.isEmpty { return b }
            if b.powers.isEmpty { return a }
            var exponents: [String: Int] = [:]
            for power in a.powers + b.powers { exponents[power.name, default: 0] += power.exponent }
            return Monomial(
                powers: exponents.sorted { $0.key < $1.key }.map { Power(name: $0.key, exponent: $0.value) })
        }
    }

    /// The coefficient of each monomial; none is 0.
    private(set) var coefficients: [Monomial: Rational]

    init(_ value: Rational) { coefficients = value.isZero ? [:] : [Monomial(): value] }

    init(variable name: String) { coefficients = [Monomial(powers: [.init(name: name, exponent: 1)]): 1] }

    private init(_ coefficients: [Monomial: Rational]) { self.coefficients = coefficients.filter { !$0.value.isZero } }

    var isZero: Bool { coefficients.isEmpty }

    /// The value, where it has no variable.
    var constant: Rational? {
        if coefficients.isEmpty { return 0 }
        return coefficients.count == 1 ? coefficients[Monomial()] : nil
    }

    /// Its variables.
    var variables: Set<String> { Set(coefficients.keys.flatMap { $0.powers.map(\.name) }) }

    // MARK: - Arithmetic

    static func + (a: Polynomial, b: Polynomial) -> Polynomial {
        Polynomial(a.coefficients.merging(b.coefficients) { $0 + $1 })
    }

    var negated: Polynomial { Polynomial(coefficients.mapValues(\.negated)) }

    static func - (a: Polynomial, b: Polynomial) -> Polynomial { a + b.negated }

    static func * (a: Polynomial, b: Polynomial) -> Polynomial? {
        guard a.coefficients.count * b.coefficients.count <= 40_000 else { return nil }
        var result: [Monomial: Rational] = [:]
        for (m, x) in a.coefficients {
            for (n, y) in b.coefficients {
                let product = m * n
                guard product.degree <= degree, x.bitWidth + y.bitWidth <= 4_096 else { return nil }
                result[product] = (result[product] ?? 0) + x * y
                guard result.count <= terms else { return nil }
            }
        }
        return Polynomial(result)
    }

    // MARK: - From terms

    /// The polynomial that a term is; nil where it is none.
    init?(_ term: Term, meter: WorkMeter) {
        meter.spend(50)
        guard !meter.isSpent else { return nil }
        switch term {
        case .number(let value): self.init(value)
        case .variable(let name): self.init(variable: name)
        case .add(let parts):
            var total = Polynomial(0)
            for part in parts {
                guard let part = Polynomial(part, meter: meter) else { return nil }
                total = total + part
                meter.spend(total.coefficients.count * 20)
                guard total.coefficients.count <= Polynomial.terms else { return nil }
            }
            self = total
        case .multiply(let parts):
            var total = Polynomial(1)
            for part in parts {
                guard let part = Polynomial(part, meter: meter) else { return nil }
                meter.spend(total.coefficients.count * part.coefficients.count * 60)
                guard let product = total * part else { return nil }
                total = product
            }
            self = total
        case .negate(let a):
            guard let a = Polynomial(a, meter: meter) else { return nil }
            self = a.negated
        case .divide(let a, let b):
            guard let a = Polynomial(a, meter: meter), let b = Polynomial(b, meter: meter)?.constant?.reciprocal,
                let quotient = a * Polynomial(b)
            else { return nil }
            self = quotient
        case .power(let a, let n):
            guard let base = Polynomial(a, meter: meter) else { return nil }
            if let value = base.constant {
                guard !(value.isZero && n == 0), let power = value.power(n, bitLimit: 4_096) else { return nil }
                self.init(power)
                return
            }
            guard n <= Polynomial.degree else { return nil }
            var total = Polynomial(1)
            for _ in 0..<n {
                meter.spend(total.coefficients.count * base.coefficients.count * 60)
                guard !meter.isSpent, let product = total * base else { return nil }
                total = product
            }
            self = total
        case .root, .absolute, .minimum, .maximum, .floor, .modulo, .closed: return nil
        }
    }

    // MARK: - Solving

    /// A variable that stands alone, times a constant, and what it is equal to where the polynomial is 0; first one that is
    /// preferred.
    func solved(for preferred: (String) -> Bool) -> (name: String, value: Polynomial)? {
        var linear: [String: Rational] = [:]
        var nonlinear: Set<String> = []
        for (monomial, coefficient) in coefficients {
            if monomial.powers.count == 1, monomial.powers[0].exponent == 1 {
                linear[monomial.powers[0].name] = coefficient
            } else {
                for power in monomial.powers { nonlinear.insert(power.name) }
            }
        }
        let candidates = linear.keys.filter { !nonlinear.contains($0) }.sorted()
        guard let name = candidates.first(where: preferred) ?? candidates.first, let factor = linear[name],
            let inverse = factor.negated.reciprocal
        else { return nil }
        var rest = self
        rest.coefficients[Monomial(powers: [.init(name: name, exponent: 1)])] = nil
        guard let value = rest * Polynomial(inverse) else { return nil }
        return (name, value)
    }

    /// The polynomial as a term.
    var term: Term {
        let terms = coefficients.map { monomial, coefficient -> (String, Term) in
            var factors: [Term] = monomial.powers.map {
                $0.exponent == 1 ? .variable($0.name) : .power(.variable($0.name), $0.exponent)
            }
            if coefficient != 1 || factors.isEmpty { factors.insert(.number(coefficient), at: 0) }
            let term: Term = factors.count == 1 ? factors[0] : .multiply(factors)
            return (term.text, term)
        }
        let sorted = terms.sorted { $0.0 < $1.0 }.map(\.1)
        return sorted.isEmpty ? .number(0) : sorted.count == 1 ? sorted[0] : .add(sorted)
    }
}
