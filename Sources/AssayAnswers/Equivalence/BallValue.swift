// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A value on the way through an evaluation: exact as long as it is a small fraction, then a ball.
enum BallValue<Ball: ComplexBall> {
    case exact(Rational)
    case ball(Ball)

    /// Fractions longer than this become balls.
    static var exactBits: Int { 1_024 }

    /// As a ball.
    func ball(_ precision: Int) -> Ball {
        switch self {
        case .exact(let value): Ball.exact(value, precision: precision)
        case .ball(let ball): ball
        }
    }

    /// The fraction, where it is known.
    var rational: Rational? {
        if case .exact(let value) = self { value } else { nil }
    }
}

extension BallFailure {
    var evaluation: EvaluationFailure {
        switch self {
        case .undefined: .undefined
        case .imprecise: .imprecise
        }
    }
}

extension EvaluationFailure {
    /// Runs ball arithmetic and passes its failures on as those of an evaluation.
    static func catching<T>(_ work: () throws(BallFailure) -> T) throws(EvaluationFailure) -> T {
        do { return try work() } catch { throw error.evaluation }
    }
}
