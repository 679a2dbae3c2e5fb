// Part of Assay. SPDX-License-Identifier: Apache-2.0

import BigInt

/// Evaluates an expression to a ball that certainly holds its value.
///
/// Principal values throughout; with ``hasRealOddRoots`` a power with an odd denominator is real for a negative base, as
/// a root of odd degree always is.
struct BallEvaluator<Ball: ComplexBall> {
    typealias Value = BallValue<Ball>

    /// Bits of precision.
    let precision: Int
    /// Values of the free variables.
    var values: [String: Value]
    let budget: WorkBudget
    /// Base of `\log` without one: nil is natural.
    var logarithmBase: Int?
    var hasRealOddRoots = false

    private var exact: ExactEvaluator { ExactEvaluator(budget: budget) }
    /// Units of a multiplication at this precision.
    private var step: Int { precision <= 64 ? 6 : 12 + precision / 16 }
    /// Units of an elementary function at this precision.
    private var functionCost: Int { precision <= 64 ? 15 : 800 + precision * 12 }

    /// Units that Γ costs beyond that: its series grows with the precision.
    private var gammaCost: Int { precision <= 64 ? 100 : 4_000 + precision * precision / 3 }

    init(precision: Int, values: [String: Value], budget: WorkBudget) {
        self.precision = precision
        self.values = values
        self.budget = budget
    }

    /// The value.
    func value(of expression: Expression) throws(EvaluationFailure) -> Value {
        try budget.spend(12)
        switch expression {
        case .number(let number): return settled(number.value)
        case .constant(let constant):
            switch constant {
            case .pi: return .ball(Ball.pi(precision: precision))
            case .e: return .ball(Ball.e(precision: precision))
            case .i: return .ball(Ball.imaginaryUnit(precision: precision))
            case .infinity: throw .unsupported
            }
        case .symbol(let name):
            guard let value = values[name] else { throw .unsupported }
            return value
        case .sum(let terms):
            var total = Value.exact(Rational(0))
            for term in terms { total = try add(total, try value(of: term)) }
            return total
        case .product(let factors):
            var total = Value.exact(Rational(1))
            for factor in factors { total = try multiply(total, try value(of: factor)) }
            return total
        case .negate(let inner): return negate(try value(of: inner))
        case .percent(let inner): return try divide(try value(of: inner), .exact(Rational(100)))
        case .degrees(let inner):
            let angle = try multiply(try value(of: inner), .ball(Ball.pi(precision: precision)))
            return try divide(angle, .exact(Rational(180)))
        case .quotient(let upper, let lower): return try divide(try value(of: upper), try value(of: lower))
        case .ratio(let parts):
            guard parts.count == 2 else { throw .unsupported }
            return try divide(try value(of: parts[0]), try value(of: parts[1]))
        case .power(let base, let exponent):
            if case .constant(.e) = base {
                let exponent = try value(of: exponent)
                if let whole = exponent.rational, whole.isZero { return .exact(Rational(1)) }
                return try function(exponent) { ball throws(BallFailure) in try ball.exp() }
            }
            return try power(try value(of: base), try value(of: exponent))
        case .root(let radicand, let degree):
            let degree = try exact.small(try rational(try value(of: degree)), limit: 10_000)
            guard degree > 0 else { throw .unsupported }
            return try root(try value(of: radicand), degree)
        case .factorial(let inner):
            let inner = try value(of: inner)
            if let n = inner.rational, n.isInteger {
                guard n.signum >= 0 else { throw .undefined }
                if let result = try whole({ e throws(EvaluationFailure) in
                    try e.value(of: .factorial(.number(NumberLiteral(n))))
                }) {
                    return settled(result)
                }
            }
            let argument = try add(inner, .exact(Rational(1)))
            try budget.spend(gammaCost)
            return try function(argument) { ball throws(BallFailure) in try ball.gamma() }
        case .binomial(let upper, let lower):
            let (n, k) = (try value(of: upper), try rational(try value(of: lower)))
            let result = try exact.binomial(try rational(n), try exact.small(k))
            return settled(result)
        case .doubleFactorial, .modulo, .based:
            var evaluator = exact
            evaluator.values = values.compactMapValues(\.rational)
            return settled(try evaluator.value(of: expression))
        case .series(let kind, let index, let from, let to, let body):
            let from = try exact.small(try rational(try value(of: from)))
            let to = try exact.small(try rational(try value(of: to)))
            var total = Value.exact(Rational(kind == .sum ? 0 : 1))
            guard from <= to else { return total }
            guard to - from < ExactEvaluator.stepLimit else { throw .unsupported }
            var inner = self
            for position in from...to {
                inner.values[index] = .exact(Rational(position))
                let term = try inner.value(of: body)
                total = kind == .sum ? try add(total, term) : try multiply(total, term)
            }
            return total
        case .piecewise(let pieces):
            for piece in pieces {
                guard let condition = piece.condition else { return try value(of: piece.value) }
                if try holds(condition) { return try value(of: piece.value) }
            }
            throw .undefined
        case .apply(let function, let arguments): return try apply(function, arguments)
        default: throw .unsupported
        }
    }

    // MARK: Arithmetic

    /// An exact value that is short enough to stay one.
    private func settled(_ value: Rational) -> Value {
        value.bitWidth <= Value.exactBits ? .exact(value) : .ball(Ball.exact(value, precision: precision))
    }

    private func rational(_ value: Value) throws(EvaluationFailure) -> Rational {
        guard let rational = value.rational else { throw .unsupported }
        return rational
    }

    /// The exact result of `work`, nil where it is too large or not rational.
    private func whole(
        _ work: (ExactEvaluator) throws(EvaluationFailure) -> Rational
    ) throws(EvaluationFailure) -> Rational? {
        do { return try work(exact) } catch {
            if error == .unsupported { return nil }
            throw error
        }
    }

    private func negate(_ value: Value) -> Value {
        switch value {
        case .exact(let rational): .exact(rational.negated)
        case .ball(let ball): .ball(-ball)
        }
    }

    private func add(_ a: Value, _ b: Value) throws(EvaluationFailure) -> Value {
        if case .exact(let x) = a, case .exact(let y) = b { return settled(try exact.add(x, y)) }
        try budget.spend(step)
        return .ball(a.ball(precision) + b.ball(precision))
    }

    private func multiply(_ a: Value, _ b: Value) throws(EvaluationFailure) -> Value {
        if case .exact(let x) = a, case .exact(let y) = b { return settled(try exact.multiply(x, y)) }
        if let x = a.rational, x == Rational(1) { return b }
        if let y = b.rational, y == Rational(1) { return a }
        try budget.spend(step * 2)
        return .ball(a.ball(precision) * b.ball(precision))
    }

    private func divide(_ a: Value, _ b: Value) throws(EvaluationFailure) -> Value {
        if case .exact(let x) = a, case .exact(let y) = b { return settled(try exact.divide(x, y)) }
        try budget.spend(step * 8)
        return .ball(
            try EvaluationFailure.catching { () throws(BallFailure) in
                try a.ball(precision).divided(by: b.ball(precision))
            })
    }

    /// Whether a whole power is much longer than what stays exact: then it need not be exact on the way either.
    private func isLong(_ base: Rational, _ exponent: Rational) -> Bool {
        guard base.bitWidth > 1, let word = exponent.word else { return false }
        let (bits, overflow) = Int(clamping: word.magnitude).multipliedReportingOverflow(by: base.bitWidth)
        return overflow || bits > 4 * Value.exactBits
    }

    private func power(_ base: Value, _ exponent: Value) throws(EvaluationFailure) -> Value {
        if let exponent = exponent.rational {
            if let base = base.rational, !isLong(base, exponent),
                let result = try whole({ e throws(EvaluationFailure) in try e.power(base, exponent) })
            {
                return settled(result)
            }
            if exponent.isInteger {
                let n = try exact.small(exponent, limit: 1 << 40)
                try budget.spend(step * 80)
                return .ball(
                    try EvaluationFailure.catching { () throws(BallFailure) in try base.ball(precision).power(n) })
            }
            if exponent.denominator == 2, exponent.bitWidth < 20 {
                let n = try exact.small(Rational(exponent.numerator))
                return try power(try root(base, 2), .exact(Rational(n)))
            }
            if hasRealOddRoots, exponent.bitWidth < 20, Rational(exponent.denominator).isOdd, sign(base) == -1 {
                let n = try exact.small(Rational(exponent.numerator))
                let degree = try exact.small(Rational(exponent.denominator))
                return try power(try root(base, degree), .exact(Rational(n)))
            }
        }
        if let rational = base.rational, rational.isZero {
            let sign = sign(exponent)
            if sign == 1 { return base }
            throw sign == nil ? .imprecise : .undefined
        }
        try budget.spend(functionCost * 3)
        return .ball(
            try EvaluationFailure.catching { () throws(BallFailure) in
                try base.ball(precision).power(exponent.ball(precision))
            })
    }

    /// The principal root; the real one of a negative radicand where the degree is odd.
    private func root(_ radicand: Value, _ degree: Int) throws(EvaluationFailure) -> Value {
        if degree == 1 { return radicand }
        if let value = radicand.rational {
            if value.isZero { return radicand }
            if let result = try whole({ e throws(EvaluationFailure) in try e.root(value, degree) }) {
                return settled(result)
            }
        }
        if degree == 2 {
            return try function(radicand) { ball throws(BallFailure) in try ball.squareRoot() }
        }
        guard let inverse = Rational(1) / Rational(degree) else { throw .unsupported }
        if degree % 2 == 1 {
            switch sign(radicand) {
            case 0: return .exact(Rational(0))
            case -1: return negate(try root(negate(radicand), degree))
            case nil where radicand.ball(precision).isExactlyReal: throw .imprecise
            default: break
            }
        }
        try budget.spend(functionCost * 3)
        return .ball(
            try EvaluationFailure.catching { () throws(BallFailure) in
                try radicand.ball(precision).power(Ball.exact(inverse, precision: precision))
            })
    }

    /// The sign of a real value, where it is certain.
    private func sign(_ value: Value) -> Int? {
        switch value {
        case .exact(let rational): rational.signum
        case .ball(let ball): ball.isExactlyReal ? ball.realSign : nil
        }
    }

    // MARK: Conditions

    /// Whether a condition of real values holds.
    func holds(_ condition: Expression) throws(EvaluationFailure) -> Bool {
        switch condition {
        case .conjunction(let parts), .list(let parts, join: .and), .list(let parts, join: .comma):
            for part in parts where try !holds(part) { return false }
            return true
        case .disjunction(let parts), .list(let parts, join: .or):
            for part in parts where try holds(part) { return true }
            return false
        case .relation(let sides, let relations):
            guard sides.count == relations.count + 1 else { throw .unsupported }
            var left = try value(of: sides[0])
            for (index, relation) in relations.enumerated() {
                let right = try value(of: sides[index + 1])
                let difference = try add(left, negate(right))
                guard let sign = sign(difference) else { throw .imprecise }
                let isTrue: Bool
                switch relation {
                case .equal: isTrue = sign == 0
                case .notEqual: isTrue = sign != 0
                case .less: isTrue = sign < 0
                case .lessOrEqual: isTrue = sign <= 0
                case .greater: isTrue = sign > 0
                case .greaterOrEqual: isTrue = sign >= 0
                default: throw .unsupported
                }
                if !isTrue { return false }
                left = right
            }
            return true
        default: throw .unsupported
        }
    }

    // MARK: Functions

    private func function(
        _ argument: Value, _ work: (Ball) throws(BallFailure) -> Ball
    ) throws(EvaluationFailure) -> Value {
        try budget.spend(functionCost)
        return .ball(
            try EvaluationFailure.catching { () throws(BallFailure) in try work(argument.ball(precision)) })
    }

    private func apply(
        _ name: Expression.Function, _ arguments: [Expression]
    ) throws(EvaluationFailure) -> Value {
        var values: [Value] = []
        for argument in arguments { values.append(try value(of: argument)) }
        guard let first = values.first else { throw .unsupported }
        let rationals = values.compactMap(\.rational)
        if rationals.count == values.count, name != .round,
            let result = try whole({ e throws(EvaluationFailure) in try e.apply(name, rationals) })
        {
            return settled(result)
        }
        let one = Value.exact(Rational(1))
        switch name {
        case .sin: return try function(first) { x throws(BallFailure) in try x.sin() }
        case .cos: return try function(first) { x throws(BallFailure) in try x.cos() }
        case .tan: return try function(first) { x throws(BallFailure) in try x.tan() }
        case .cot:
            return try divide(
                try function(first) { x throws(BallFailure) in try x.cos() },
                try function(first) { x throws(BallFailure) in try x.sin() })
        case .sec: return try divide(one, try function(first) { x throws(BallFailure) in try x.cos() })
        case .csc: return try divide(one, try function(first) { x throws(BallFailure) in try x.sin() })
        case .arcsin: return try function(first) { x throws(BallFailure) in try x.arcsin() }
        case .arccos: return try function(first) { x throws(BallFailure) in try x.arccos() }
        case .arctan: return try function(first) { x throws(BallFailure) in try x.arctan() }
        case .arccot:
            let arctan = try function(first) { x throws(BallFailure) in try x.arctan() }
            return try add(try divide(.ball(Ball.pi(precision: precision)), .exact(Rational(2))), negate(arctan))
        case .arcsec: return try function(try divide(one, first)) { x throws(BallFailure) in try x.arccos() }
        case .arccsc: return try function(try divide(one, first)) { x throws(BallFailure) in try x.arcsin() }
        case .sinh: return try function(first) { x throws(BallFailure) in try x.sinh() }
        case .cosh: return try function(first) { x throws(BallFailure) in try x.cosh() }
        case .tanh: return try function(first) { x throws(BallFailure) in try x.tanh() }
        case .coth: return try divide(one, try function(first) { x throws(BallFailure) in try x.tanh() })
        case .sech: return try divide(one, try function(first) { x throws(BallFailure) in try x.cosh() })
        case .csch: return try divide(one, try function(first) { x throws(BallFailure) in try x.sinh() })
        case .arsinh: return try function(first) { x throws(BallFailure) in try x.arsinh() }
        case .arcosh: return try function(first) { x throws(BallFailure) in try x.arcosh() }
        case .artanh: return try function(first) { x throws(BallFailure) in try x.artanh() }
        case .exp: return try function(first) { x throws(BallFailure) in try x.exp() }
        case .ln: return try logarithm(first)
        case .log:
            let natural = try logarithm(first)
            guard let base = logarithmBase else { return natural }
            return try divide(natural, try logarithm(.exact(Rational(base))))
        case .logBase:
            guard values.count == 2 else { throw .unsupported }
            return try divide(try logarithm(values[1]), try logarithm(first))
        case .absolute: return try function(first) { x throws(BallFailure) in try x.magnitude() }
        case .norm: return try function(first) { x throws(BallFailure) in try x.magnitude() }
        case .floor: return try function(first) { x throws(BallFailure) in try x.floor() }
        case .ceiling: return try function(first) { x throws(BallFailure) in try x.ceiling() }
        case .sign:
            guard let sign = sign(first) else { throw .imprecise }
            return .exact(Rational(sign))
        case .max, .min:
            var best = first
            for value in values.dropFirst() {
                guard let sign = sign(try add(best, negate(value))) else { throw .imprecise }
                if name == .max ? sign < 0 : sign > 0 { best = value }
            }
            return best
        case .realPart: return try function(first) { x throws(BallFailure) in x.realPart }
        case .imaginaryPart: return try function(first) { x throws(BallFailure) in x.imaginaryPart }
        case .conjugate: return try function(first) { x throws(BallFailure) in x.conjugate }
        case .argument: return try function(first) { x throws(BallFailure) in try x.argument() }
        case .gamma:
            try budget.spend(gammaCost)
            return try function(first) { x throws(BallFailure) in try x.gamma() }
        case .errorFunction: return try function(first) { x throws(BallFailure) in try x.errorFunction() }
        case .lambertW: return try function(first) { x throws(BallFailure) in try x.lambertW() }
        default: throw .unsupported
        }
    }

    private func logarithm(_ value: Value) throws(EvaluationFailure) -> Value {
        if let rational = value.rational, rational == Rational(1) { return .exact(Rational(0)) }
        return try function(value) { x throws(BallFailure) in try x.log() }
    }
}
