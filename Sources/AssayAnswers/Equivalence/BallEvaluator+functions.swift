// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The functions that have a value in balls.
extension BallEvaluator {
    /// The value of an elementary function.
    func function(
        _ argument: Value, _ work: (Ball) throws(BallFailure) -> Ball
    ) throws(EvaluationFailure) -> Value {
        try budget.spend(functionCost)
        return .ball(
            try EvaluationFailure.catching { () throws(BallFailure) in try work(argument.ball(precision)) })
    }

    /// The value of a function; nothing in it goes down the tree.
    @inline(never)
    func apply(_ name: Expression.Function, _ values: [Value]) throws(EvaluationFailure) -> Value {
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

    func logarithm(_ value: Value) throws(EvaluationFailure) -> Value {
        if let rational = value.rational, rational == Rational(1) { return .exact(Rational(0)) }
        return try function(value) { x throws(BallFailure) in try x.log() }
    }
}
