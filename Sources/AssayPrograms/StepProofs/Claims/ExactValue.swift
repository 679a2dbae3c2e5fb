// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

/// Evaluates claims exactly: by fractions and square roots, and by balls where a constant is neither.
///
/// It is this project's own reading of what a claim says, and no solver's: a counterexample counts only where it says that
/// the assumptions hold there and the claim does not.
struct ExactValue {
    /// Values of the variables.
    var values: [String: Surd] = [:]
    /// What may still be done.
    let meter: WorkMeter

    init(_ values: [String: Surd] = [:], meter: WorkMeter) {
        self.values = values
        self.meter = meter
    }

    /// Why a number has no value.
    enum Failure: Error, Hashable {
        /// It has none: 1/0, the square root of −1.
        case undefined(String)
        /// This evaluator cannot tell.
        case unsupported
        /// The work budget is spent.
        case exhausted
    }

    /// Whether a formula holds.
    enum Truth: Hashable {
        /// Exactly, or with a chance of error below 2 to minus `bits`.
        case holds(bits: Int?)
        /// Certainly not.
        case fails
        /// A part of it has no value.
        case undefined(String)
        case unknown(String)
    }

    /// The fraction that a term without variables is.
    static func rational(_ term: Term) -> Rational? {
        try? ExactValue(meter: WorkMeter(1_000_000)).value(of: term).rational
    }

    // MARK: - Numbers

    /// The value.
    func value(of term: Term) throws(Failure) -> Surd {
        meter.spend(8)
        guard !meter.isSpent else { throw .exhausted }
        switch term {
        case .number(let value): return Surd(value)
        case .variable(let name):
            guard let value = values[name] else { throw .unsupported }
            return value
        case .add(let parts):
            var total = Surd(0)
            for part in parts { total = try checked(total + (try value(of: part))) }
            return total
        case .multiply(let parts):
            var total = Surd(1)
            for part in parts { total = try checked(total * (try value(of: part))) }
            return total
        case .negate(let a): return try value(of: a).negated
        case .divide(let a, let b):
            let (a, b) = (try value(of: a), try value(of: b))
            guard b != Surd(0) else { throw .undefined("a division by 0") }
            return try checked(a * (try checked(b.reciprocal)))
        case .power(let a, let n): return try power(try value(of: a), n)
        case .root(let a, let n): return try root(try value(of: a), n)
        case .absolute(let a):
            let a = try value(of: a)
            return try sign(a) < 0 ? a.negated : a
        case .minimum(let a, let b):
            let (a, b) = (try value(of: a), try value(of: b))
            return try sign(try checked(a + b.negated)) < 0 ? a : b
        case .maximum(let a, let b):
            let (a, b) = (try value(of: a), try value(of: b))
            return try sign(try checked(a + b.negated)) > 0 ? a : b
        case .floor(let a):
            let a = try value(of: a)
            if let value = a.rational { return Surd(Rational(value.floor)) }
            guard let bounds = a.bounds(bits: 128), bounds.low.floor == bounds.high.floor else { throw .unsupported }
            return Surd(Rational(bounds.low.floor))
        case .modulo(let a, let n):
            guard let value = try value(of: a).rational, value.isInteger, let parts = value / Rational(n) else {
                throw .unsupported
            }
            return Surd(value - Rational(parts.floor) * Rational(n))
        case .closed: throw .unsupported
        }
    }

    private func checked(_ value: Surd?) throws(Failure) -> Surd {
        guard let value else { throw .unsupported }
        let bits = value.parts.values.reduce(0) { $0 + $1.bitWidth }
        if bits > 64 { meter.spend(bits / 8 + (bits / 64) * (bits / 64)) }
        return value
    }

    private func sign(_ value: Surd) throws(Failure) -> Int {
        guard let sign = value.sign else { throw .unsupported }
        return sign
    }

    private func power(_ base: Surd, _ n: Int) throws(Failure) -> Surd {
        if n == 0 {
            guard base != Surd(0) else { throw .undefined("0 to the power of 0") }
            return Surd(1)
        }
        if let base = base.rational {
            guard base.bitWidth <= 1 || base.bitWidth * n <= Surd.bits * 2,
                let power = base.power(n, bitLimit: Surd.bits)
            else { throw .unsupported }
            return try checked(Surd(power))
        }
        guard n <= 64 else { throw .unsupported }
        var result = base
        for _ in 1..<n { result = try checked(result * base) }
        return result
    }

    private func root(_ value: Surd, _ n: Int) throws(Failure) -> Surd {
        if n % 2 == 0, try sign(value) < 0 { throw .undefined("an even root of a negative number") }
        if n == 2 {
            meter.spend(2_000)
            return try checked(value.squareRoot)
        }
        guard let rational = value.rational, rational.bitWidth <= 4_096, let root = rational.exactRoot(n) else {
            throw .unsupported
        }
        return Surd(root)
    }

    // MARK: - Formulas

    /// Whether it holds for the values.
    func truth(of formula: Formula) -> Truth {
        switch formula {
        case .compare(let a, let relation, let b): return order(a, b).truth(of: relation)
        case .near(let a, let b, let bound): return near(a, b, bound)
        case .divides(let n, let a): return congruence(a, .number(0), n)
        case .congruent(let a, let b, let n): return congruence(a, b, n)
        case .not(let a):
            switch truth(of: a) {
            case .holds(nil): return .fails
            case .holds: return .unknown("it cannot be told exactly")
            case .fails: return .holds(bits: nil)
            case let other: return other
            }
        case .and(let parts):
            var least: Int?
            var other: Truth?
            for part in parts {
                switch truth(of: part) {
                case .fails: return .fails
                case .holds(let bits): least = [least, bits].compactMap { $0 }.min()
                case let truth: other = other ?? truth
                }
            }
            return other ?? .holds(bits: least)
        case .or(let parts):
            var other: Truth?
            for part in parts {
                switch truth(of: part) {
                case .holds(let bits): return .holds(bits: bits)
                case .fails: continue
                case let truth: other = other ?? truth
                }
            }
            return other ?? .fails
        case .implies(let a, let b):
            if truth(of: a) == .fails { return .holds(bits: nil) }
            return truth(of: .or([.not(a), b]))
        }
    }

    private func congruence(_ a: Term, _ b: Term, _ n: Int) -> Truth {
        do {
            guard let difference = try checked(try value(of: a) + (try value(of: b)).negated).rational,
                let quotient = difference / Rational(n)
            else { return .unknown("it is no whole number") }
            return quotient.isInteger ? .holds(bits: nil) : .fails
        } catch { return error.truth }
    }

    /// How two numbers stand to each other.
    private enum Order {
        case exact(Int)
        case agree(bits: Int)
        case none(Truth)

        func truth(of relation: Formula.Comparison) -> Truth {
            switch self {
            case .none(let truth): return truth
            case .exact(let sign):
                let isTrue =
                    switch relation {
                    case .equal: sign == 0
                    case .notEqual: sign != 0
                    case .less: sign < 0
                    case .lessOrEqual: sign <= 0
                    case .greater: sign > 0
                    case .greaterOrEqual: sign >= 0
                    }
                return isTrue ? .holds(bits: nil) : .fails
            case .agree(let bits):
                switch relation {
                case .equal, .lessOrEqual, .greaterOrEqual: return .holds(bits: bits)
                case .notEqual, .less, .greater: return .unknown("the two sides agree to \(bits) bits")
                }
            }
        }
    }

    private func order(_ a: Term, _ b: Term) -> Order {
        do throws(Failure) {
            let difference = try checked(try value(of: a) + (try value(of: b)).negated)
            return .exact(try sign(difference))
        } catch {
            guard error == .unsupported else { return .none(error.truth) }
            return balls(a, b)
        }
    }

    /// By rigorous balls, where there are no variables.
    private func balls(_ a: Term, _ b: Term) -> Order {
        meter.spend(500_000)
        guard !meter.isSpent else { return .none(Failure.exhausted.truth) }
        guard a.size + b.size <= 400, let first = a.expression(values), let second = b.expression(values) else {
            return .none(.unknown("a value is too large or not exact"))
        }
        switch ClosedArithmetic.compare(first, second) {
        case .less: return .exact(-1)
        case .greater: return .exact(1)
        case .equal(let bits): return .agree(bits: bits)
        case nil: return .none(.unknown("the values cannot be told apart, or one has none"))
        }
    }

    private func near(_ a: Term, _ b: Term, _ bound: NearBound) -> Truth {
        let difference = Term.absolute(.add([a, .negate(b)]))
        if case .holds = order(difference, .number(bound.half)).truth(of: .lessOrEqual) { return .holds(bits: nil) }
        // Cut off towards 0 instead of rounded.
        let isCut = [
            order(.absolute(b), .absolute(a)).truth(of: .lessOrEqual),
            order(difference, .number(bound.unit)).truth(of: .less),
        ]
        if isCut.allSatisfy({ if case .holds = $0 { true } else { false } }) { return .holds(bits: nil) }
        switch order(difference, .number(bound.unit)).truth(of: .greater) {
        case .holds: return .fails
        case .fails: return .unknown("it is off by less than a unit of the last digit shown, but not rounded")
        case let other: return other
        }
    }
}

extension ExactValue.Failure {
    var truth: ExactValue.Truth {
        switch self {
        case .undefined(let what): .undefined(what)
        case .unsupported: .unknown("a value is too large or not exact")
        case .exhausted: .unknown("the work budget of the solution is spent")
        }
    }
}

extension Term {
    /// The term as the answers' tree, with values put in; nil where a variable has none.
    func expression(_ values: [String: Surd]) -> Expression? {
        func pair(_ a: Term, _ b: Term) -> (Expression, Expression)? {
            guard let a = a.expression(values), let b = b.expression(values) else { return nil }
            return (a, b)
        }
        func list(_ parts: [Term]) -> [Expression]? {
            var result: [Expression] = []
            for part in parts {
                guard let part = part.expression(values) else { return nil }
                result.append(part)
            }
            return result
        }
        switch self {
        case .number(let value): return .number(NumberLiteral(value))
        case .variable(let name): return values[name].map(\.expression)
        case .add(let parts): return list(parts).map { $0.count == 1 ? $0[0] : .sum($0) }
        case .multiply(let parts): return list(parts).map { $0.count == 1 ? $0[0] : .product($0) }
        case .negate(let a): return a.expression(values).map { .negate($0) }
        case .divide(let a, let b): return pair(a, b).map { .quotient($0, $1) }
        case .power(let a, let n): return a.expression(values).map { .power($0, .integer(n)) }
        case .root(let a, let n): return a.expression(values).map { .root($0, degree: .integer(n)) }
        case .absolute(let a): return a.expression(values).map { .apply(.absolute, [$0]) }
        case .minimum(let a, let b): return pair(a, b).map { .apply(.min, [$0, $1]) }
        case .maximum(let a, let b): return pair(a, b).map { .apply(.max, [$0, $1]) }
        case .floor(let a): return a.expression(values).map { .apply(.floor, [$0]) }
        case .modulo(let a, let n): return a.expression(values).map { .modulo($0, .integer(n)) }
        case .closed(let expression): return expression
        }
    }
}

extension Surd {
    /// As the answers' tree.
    var expression: Expression {
        let terms = parts.sorted { $0.key < $1.key }.map { n, q -> Expression in
            let fraction = Expression.number(NumberLiteral(q))
            return n == 1 ? fraction : .product([fraction, .root(.integer(n), degree: .integer(2))])
        }
        return terms.isEmpty ? .integer(0) : terms.count == 1 ? terms[0] : .sum(terms)
    }
}
