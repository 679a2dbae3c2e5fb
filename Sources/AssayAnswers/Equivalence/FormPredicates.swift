// Part of Assay. SPDX-License-Identifier: Apache-2.0

import BigInt

/// Whether an answer has the form that was asked for, beside the right value.
enum FormPredicates {
    /// Why the answer lacks the form; nil where it has it.
    ///
    /// - `factored`: a product with at least as many factors (powers counted) as the gold has, no common numeric factor
    ///   left inside. A gold that is no product asks for nothing.
    /// - `simplified`: fractions in lowest terms, no arithmetic left to do between numbers, square roots without square
    ///   factors and not in denominators.
    /// - `fraction`: a quotient of two whole numbers in lowest terms, or a whole number; no decimals, no mixed numbers.
    static func lack(_ form: AnswerOptions.Form, answer: Expression, gold: Expression) -> String? {
        switch form {
        case .factored:
            let (needed, found) = (factors(gold), factors(answer))
            return found < needed ? "a factored form is asked for" : nil
        case .simplified: return isSimplified(answer) ? nil : "a simplified form is asked for"
        case .fraction: return isFraction(answer) ? nil : "a common fraction is asked for"
        }
    }

    /// Number of factors that hold a variable, powers counted.
    private static func factors(_ expression: Expression) -> Int {
        switch expression {
        case .product(let parts): return parts.reduce(0) { $0 + factors($1) }
        case .negate(let inner): return factors(inner)
        case .quotient(let upper, let lower):
            return ExpressionProfile(lower).symbols.isEmpty ? factors(upper) : factors(upper) + factors(lower)
        case .power(let base, let exponent):
            guard let literal = exponent.literal?.value, literal.isInteger, literal.signum > 0,
                literal.bitWidth < 16
            else { return 1 }
            return factors(base) * Int(literal.numerator)
        case .relation(let sides, _): return sides.map(factors).max() ?? 0
        default: return ExpressionProfile(expression).symbols.isEmpty ? 0 : 1
        }
    }

    private static func isFraction(_ expression: Expression) -> Bool {
        switch expression {
        case .negate(let inner): return isFraction(inner)
        case .number(let number): return !number.isDecimal && number.value.isInteger
        case .quotient(let upper, let lower):
            guard let x = upper.literal, let y = lower.literal, !x.isDecimal, !y.isDecimal, x.value.isInteger,
                y.value.isInteger
            else { return false }
            return isReduced(x.value, y.value)
        default: return false
        }
    }

    private static func isReduced(_ x: Rational, _ y: Rational) -> Bool {
        guard !y.isZero, x.bitWidth < 8_192, y.bitWidth < 8_192 else { return !y.isZero }
        guard let quotient = x / y else { return false }
        return quotient.denominator.magnitude == y.numerator.magnitude && !(y == Rational(1))
    }

    private static func isSimplified(_ expression: Expression) -> Bool {
        switch expression {
        case .quotient(let upper, let lower):
            if let x = upper.literal?.value, let y = lower.literal?.value, x.isInteger, y.isInteger,
                !isReduced(x, y)
            {
                return false
            }
            if lower.contains(where: { if case .root = $0 { true } else { false } }) { return false }
        case .sum(let terms) where terms.filter({ isNumber($0) }).count > 1: return false
        case .product(let factors) where factors.filter({ $0.literal != nil }).count > 1: return false
        case .power(let base, let exponent) where isNumber(base) && isNumber(exponent): return false
        case .root(let radicand, let degree):
            guard let value = radicand.literal?.value, value.isInteger, let degree = degree.literal?.value,
                degree.isInteger, degree.bitWidth < 8
            else { break }
            return isPowerFree(value, Int(degree.numerator))
        default: break
        }
        return expression.children.allSatisfy(isSimplified)
    }

    private static func isNumber(_ expression: Expression) -> Bool {
        switch expression {
        case .quotient(let upper, let lower): isNumber(upper) && isNumber(lower)
        default: expression.literal != nil
        }
    }

    private static func isPowerFree(_ value: Rational, _ degree: Int) -> Bool {
        guard value.bitWidth < 40, degree >= 2 else { return true }
        let number = Int(value.numerator.magnitude)
        var factor = 2
        while true {
            var power = 1
            for _ in 0..<degree {
                power = power.multipliedReportingOverflow(by: factor).partialValue
                if power > number { return true }
            }
            if number % power == 0 { return false }
            factor += 1
            if factor > 10_000 { return true }
        }
    }
}
