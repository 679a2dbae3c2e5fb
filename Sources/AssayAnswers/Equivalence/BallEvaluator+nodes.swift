// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What each kind of node does with the values below it.
extension BallEvaluator {
    @inline(never)
    func constant(_ constant: Expression.Constant) throws(EvaluationFailure) -> Value {
        switch constant {
        case .pi: return .ball(Ball.pi(precision: precision))
        case .e: return .ball(Ball.e(precision: precision))
        case .i: return .ball(Ball.imaginaryUnit(precision: precision))
        case .infinity: throw .unsupported
        }
    }

    @inline(never)
    func sum(_ terms: [Expression]) throws(EvaluationFailure) -> Value {
        var total = Value.exact(Rational(0))
        for term in terms { total = try add(total, try value(of: term)) }
        return total
    }

    @inline(never)
    func product(_ factors: [Expression]) throws(EvaluationFailure) -> Value {
        var total = Value.exact(Rational(1))
        for factor in factors { total = try multiply(total, try value(of: factor)) }
        return total
    }

    @inline(never)
    func negated(_ inner: Expression) throws(EvaluationFailure) -> Value { negate(try value(of: inner)) }

    @inline(never)
    func hundredth(_ inner: Expression) throws(EvaluationFailure) -> Value {
        try divide(try value(of: inner), .exact(Rational(100)))
    }

    @inline(never)
    func radians(_ inner: Expression) throws(EvaluationFailure) -> Value {
        let angle = try multiply(try value(of: inner), try constant(.pi))
        return try divide(angle, .exact(Rational(180)))
    }

    @inline(never)
    func quotient(_ upper: Expression, _ lower: Expression) throws(EvaluationFailure) -> Value {
        try divide(try value(of: upper), try value(of: lower))
    }

    @inline(never)
    func raised(_ base: Expression, _ exponent: Expression) throws(EvaluationFailure) -> Value {
        if case .constant(.e) = base { return try exponential(try value(of: exponent)) }
        return try power(try value(of: base), try value(of: exponent))
    }

    @inline(never)
    private func exponential(_ exponent: Value) throws(EvaluationFailure) -> Value {
        if let whole = exponent.rational, whole.isZero { return .exact(Rational(1)) }
        return try function(exponent) { ball throws(BallFailure) in try ball.exp() }
    }

    @inline(never)
    func root(of radicand: Expression, _ degree: Expression) throws(EvaluationFailure) -> Value {
        try budget.spend(60)
        let degree = try exact.small(try rational(try value(of: degree)), limit: 10_000)
        guard degree > 0 else { throw .unsupported }
        return try root(try value(of: radicand), degree)
    }

    @inline(never)
    func factorial(_ inner: Expression) throws(EvaluationFailure) -> Value { try factorial(of: try value(of: inner)) }

    @inline(never)
    private func factorial(of inner: Value) throws(EvaluationFailure) -> Value {
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
    }

    @inline(never)
    func binomial(_ upper: Expression, _ lower: Expression) throws(EvaluationFailure) -> Value {
        let (n, k) = (try value(of: upper), try rational(try value(of: lower)))
        return settled(try exact.binomial(try rational(n), try exact.small(k)))
    }

    /// What only exact arithmetic evaluates.
    @inline(never)
    func exactly(_ expression: Expression) throws(EvaluationFailure) -> Value {
        var evaluator = exact
        evaluator.values = values.compactMapValues(\.rational)
        return settled(try evaluator.value(of: expression))
    }

    @inline(never)
    func series(
        _ kind: Expression.Series, _ index: String, _ from: Expression, _ to: Expression, _ body: Expression
    ) throws(EvaluationFailure) -> Value {
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
    }

    @inline(never)
    func piecewise(_ pieces: [Expression.Piece]) throws(EvaluationFailure) -> Value {
        for piece in pieces {
            guard let condition = piece.condition else { return try value(of: piece.value) }
            if try holds(condition) { return try value(of: piece.value) }
        }
        throw .undefined
    }

    @inline(never)
    func applied(_ function: Expression.Function, _ arguments: [Expression]) throws(EvaluationFailure) -> Value {
        var values: [Value] = []
        for argument in arguments { values.append(try value(of: argument)) }
        return try apply(function, values)
    }
}
