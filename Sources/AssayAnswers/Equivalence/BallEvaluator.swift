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

    var exact: ExactEvaluator { ExactEvaluator(budget: budget) }
    /// Units of a multiplication at this precision.
    private var step: Int { precision <= 64 ? 6 : 12 + precision / 16 }
    /// Units of an elementary function at this precision.
    var functionCost: Int { precision <= 64 ? 15 : 800 + precision * 12 }

    /// Units that Γ costs beyond that: its series grows with the precision.
    var gammaCost: Int { precision <= 64 ? 100 : 4_000 + precision * precision / 3 }

    init(precision: Int, values: [String: Value], budget: WorkBudget) {
        self.precision = precision
        self.values = values
        self.budget = budget
    }

    /// The value.
    ///
    /// Each kind of node has a function of its own that is never inlined: only the frames of those on the way are on the
    /// stack, which is small enough for a tree of any height that the parser makes.
    func value(of expression: Expression) throws(EvaluationFailure) -> Value {
        try budget.spend(12)
        switch expression {
        case .number(let number): return settled(number.value)
        case .constant(let name): return try constant(name)
        case .symbol(let name):
            guard let value = values[name] else { throw .unsupported }
            return value
        case .sum(let terms): return try sum(terms)
        case .product(let factors): return try product(factors)
        case .negate(let inner): return try negated(inner)
        case .percent(let inner): return try hundredth(inner)
        case .degrees(let inner): return try radians(inner)
        case .quotient(let upper, let lower): return try quotient(upper, lower)
        case .ratio(let parts):
            guard parts.count == 2 else { throw .unsupported }
            return try quotient(parts[0], parts[1])
        case .power(let base, let exponent): return try raised(base, exponent)
        case .root(let radicand, let degree): return try root(of: radicand, degree)
        case .factorial(let inner): return try factorial(inner)
        case .binomial(let upper, let lower): return try binomial(upper, lower)
        case .doubleFactorial, .modulo, .based: return try exactly(expression)
        case .series(let kind, let index, let from, let to, let body): return try series(kind, index, from, to, body)
        case .piecewise(let pieces): return try piecewise(pieces)
        case .apply(let function, let arguments): return try applied(function, arguments)
        default: throw .unsupported
        }
    }

    // MARK: Arithmetic

    /// An exact value that is short enough to stay one.
    @inline(never)
    func settled(_ value: Rational) -> Value {
        value.bitWidth <= Value.exactBits ? .exact(value) : .ball(Ball.exact(value, precision: precision))
    }

    func rational(_ value: Value) throws(EvaluationFailure) -> Rational {
        guard let rational = value.rational else { throw .unsupported }
        return rational
    }

    /// The exact result of `work`, nil where it is too large or not rational.
    func whole(
        _ work: (ExactEvaluator) throws(EvaluationFailure) -> Rational
    ) throws(EvaluationFailure) -> Rational? {
        do { return try work(exact) } catch {
            if error == .unsupported { return nil }
            throw error
        }
    }

    @inline(never)
    func negate(_ value: Value) -> Value {
        switch value {
        case .exact(let rational): .exact(rational.negated)
        case .ball(let ball): .ball(-ball)
        }
    }

    @inline(never)
    func add(_ a: Value, _ b: Value) throws(EvaluationFailure) -> Value {
        if case .exact(let x) = a, case .exact(let y) = b { return settled(try exact.add(x, y)) }
        try budget.spend(step)
        return .ball(a.ball(precision) + b.ball(precision))
    }

    @inline(never)
    func multiply(_ a: Value, _ b: Value) throws(EvaluationFailure) -> Value {
        if case .exact(let x) = a, case .exact(let y) = b { return settled(try exact.multiply(x, y)) }
        if let x = a.rational, x == Rational(1) { return b }
        if let y = b.rational, y == Rational(1) { return a }
        try budget.spend(step * 2)
        return .ball(a.ball(precision) * b.ball(precision))
    }

    @inline(never)
    func divide(_ a: Value, _ b: Value) throws(EvaluationFailure) -> Value {
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

    @inline(never)
    func power(_ base: Value, _ exponent: Value) throws(EvaluationFailure) -> Value {
        if let exponent = exponent.rational {
            if let base = base.rational, !isLong(base, exponent),
                let result = try whole({ e throws(EvaluationFailure) in try e.power(base, exponent) })
            {
                // What is long has to be made a ball again.
                if result.large != nil { try budget.spend(result.bitWidth / 4) }
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
    @inline(never)
    func root(_ radicand: Value, _ degree: Int) throws(EvaluationFailure) -> Value {
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
    func sign(_ value: Value) -> Int? {
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
}
