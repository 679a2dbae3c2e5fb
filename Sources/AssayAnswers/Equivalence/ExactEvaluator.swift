// Part of Assay. SPDX-License-Identifier: Apache-2.0

import BigInt

/// Evaluates an expression to an exact fraction, where its value is one and of a size that can be held.
struct ExactEvaluator {
    // MARK: Limits
    /// Largest result of an operation, in bits of its larger part.
    ///
    /// Literals may be longer.
    static let bitLimit = 65_536
    /// Most factors of a factorial, terms of a series, factors of a binomial.
    static let stepLimit = 20_000

    /// Values of the free variables.
    var values: [String: Rational] = [:]
    let budget: WorkBudget

    /// The value.
    ///
    /// - Throws: ``EvaluationFailure/unsupported`` where the value is not rational or too large.
    func value(of expression: Expression) throws(EvaluationFailure) -> Rational {
        try budget.spend(10)
        switch expression {
        case .number(let number): return number.value
        case .symbol(let name):
            guard let value = values[name] else { throw .unsupported }
            return value
        case .sum(let terms):
            var total = Rational(0)
            for term in terms { total = try add(total, try value(of: term)) }
            return total
        case .product(let factors):
            var total = Rational(1)
            for factor in factors { total = try multiply(total, try value(of: factor)) }
            return total
        case .negate(let inner): return try value(of: inner).negated
        case .percent(let inner): return try divide(try value(of: inner), Rational(100))
        case .quotient(let upper, let lower): return try divide(try value(of: upper), try value(of: lower))
        case .ratio(let parts):
            guard parts.count == 2 else { throw .unsupported }
            return try divide(try value(of: parts[0]), try value(of: parts[1]))
        case .power(let base, let exponent):
            return try power(try value(of: base), try value(of: exponent))
        case .root(let radicand, let degree):
            let radicand = try value(of: radicand)
            let degree = try small(try value(of: degree))
            return try root(radicand, degree)
        case .factorial(let inner): return try factorial(try small(try value(of: inner)), step: 1)
        case .doubleFactorial(let inner): return try factorial(try small(try value(of: inner)), step: 2)
        case .binomial(let upper, let lower):
            return try binomial(try value(of: upper), try small(try value(of: lower)))
        case .modulo(let dividend, let divisor): return try modulo(dividend, try value(of: divisor))
        case .series(let kind, let index, let from, let to, let body):
            return try series(kind, index, try value(of: from), try value(of: to), body)
        case .based(let digits, let base):
            return try whole(digits, base: base)
        case .apply(let function, let arguments):
            var values: [Rational] = []
            for argument in arguments { values.append(try value(of: argument)) }
            return try apply(function, values)
        default: throw .unsupported
        }
    }

    // MARK: Arithmetic

    func add(_ a: Rational, _ b: Rational) throws(EvaluationFailure) -> Rational {
        try spend(a, b)
        return try limited(a + b)
    }

    func multiply(_ a: Rational, _ b: Rational) throws(EvaluationFailure) -> Rational {
        try spend(a, b)
        return try limited(a * b)
    }

    func divide(_ a: Rational, _ b: Rational) throws(EvaluationFailure) -> Rational {
        try spend(a, b)
        guard let result = a / b else { throw .undefined }
        return try limited(result)
    }

    private func spend(_ a: Rational, _ b: Rational) throws(EvaluationFailure) {
        let bits = (a.bitWidth, b.bitWidth)
        try budget.spend(5 + WorkBudget.multiplication(bits.0, bits.1))
        if a.isInteger && b.isInteger { return }
        try budget.spend(WorkBudget.reduction(min(bits.0, bits.1) * 2))
    }

    private func limited(_ value: Rational) throws(EvaluationFailure) -> Rational {
        guard value.bitWidth <= ExactEvaluator.bitLimit else { throw .unsupported }
        return value
    }

    /// A power whose value is rational: a whole exponent, or a root that comes out even.
    func power(_ base: Rational, _ exponent: Rational) throws(EvaluationFailure) -> Rational {
        if exponent.isInteger {
            if base == Rational(1) { return base }
            if base == Rational(-1) { return exponent.isOdd ? base : Rational(1) }
            if base.isZero {
                if exponent.signum > 0 { return base }
                throw .undefined
            }
            let exponent = try small(exponent, limit: ExactEvaluator.bitLimit)
            // The last of the squares is the largest part of the work.
            let bits = min(base.bitWidth * abs(exponent), 2 * ExactEvaluator.bitLimit)
            try budget.spend(2 * WorkBudget.multiplication(bits / 2, bits / 2))
            guard let result = base.power(exponent, bitLimit: ExactEvaluator.bitLimit) else { throw .unsupported }
            return result
        }
        if exponent.large == nil, exponent.small.denominator < 64, base.signum >= 0 {
            return try power(
                try root(base, exponent.small.denominator), Rational(reducedWords: exponent.small.numerator, 1))
        }
        guard base.signum >= 0, exponent.denominator.bitWidth < 8 else { throw .unsupported }
        return try power(
            try root(base, try small(Rational(exponent.denominator))), Rational(exponent.numerator))
    }

    /// The root where it is rational.
    func root(_ radicand: Rational, _ degree: Int) throws(EvaluationFailure) -> Rational {
        guard degree >= 1, degree <= 64, radicand.bitWidth <= 4_096 else { throw .unsupported }
        if radicand.signum < 0 {
            guard degree % 2 == 1 else { throw .unsupported }
            return try root(radicand.negated, degree).negated
        }
        if radicand.large == nil {
            guard let upper = try wordRoot(radicand.small.numerator, degree),
                let lower = try wordRoot(radicand.small.denominator, degree)
            else { throw .unsupported }
            return Rational(reducedWords: upper, lower)
        }
        guard let upper = try wholeRoot(radicand.numerator, degree),
            let lower = try wholeRoot(radicand.denominator, degree),
            let result = Rational(upper, lower)
        else { throw .unsupported }
        return result
    }

    /// The root of a word that is not negative, where it is whole.
    private func wordRoot(_ value: Int, _ degree: Int) throws(EvaluationFailure) -> Int? {
        if value <= 1 { return value }
        let bits = Int.bitWidth - value.leadingZeroBitCount + 1
        try budget.spend(40 + WorkBudget.multiplication(bits, bits) * 8)
        // Of 2 and more, no root of a higher degree than there are bits.
        guard degree < bits else { return nil }
        // Bit by bit: the root has at most bits/degree of them.
        var root = 0
        var bit = 1 << ((bits - 1) / degree)
        while bit > 0 {
            if let power = ExactEvaluator.power(root | bit, degree), power <= value { root |= bit }
            bit >>= 1
        }
        return ExactEvaluator.power(root, degree) == value ? root : nil
    }

    private static func power(_ base: Int, _ exponent: Int) -> Int? {
        var result = 1
        for _ in 0..<exponent {
            let (next, overflow) = result.multipliedReportingOverflow(by: base)
            if overflow { return nil }
            result = next
        }
        return result
    }

    private func wholeRoot(_ value: BigInt, _ degree: Int) throws(EvaluationFailure) -> BigInt? {
        if value <= 1 { return value }
        try budget.spend(240 + WorkBudget.multiplication(value.bitWidth, value.bitWidth) * 16)
        // Newton's method from above.
        var guess = BigInt(1) << ((value.bitWidth + degree - 1) / degree + 1)
        while true {
            let quotient: BigInt = value / guess.power(degree - 1)
            let sum: BigInt = guess * BigInt(degree - 1) + quotient
            let next: BigInt = sum / BigInt(degree)
            if next >= guess { break }
            guess = next
        }
        return guess.power(degree) == value ? guess : nil
    }

    /// A whole number in a base from 2 to 36.
    private func whole(_ digits: String, base: Int) throws(EvaluationFailure) -> Rational {
        guard (2...36).contains(base), !digits.isEmpty, digits.utf8.count <= 1_000 else { throw .unsupported }
        try budget.spend(digits.utf8.count * 8)
        var value = BigUInt(0)
        for byte in digits.utf8 {
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x5A: digit = byte - 0x41 + 10
            case 0x61...0x7A: digit = byte - 0x61 + 10
            default: throw .unsupported
            }
            guard digit < base else { throw .unsupported }
            value.multiply(byWord: UInt(base))
            value += BigUInt(digit)
        }
        return Rational(BigInt(value))
    }

    /// A whole number that fits.
    func small(_ value: Rational, limit: Int = Int.max / 2) throws(EvaluationFailure) -> Int {
        if let word = value.word, word.magnitude < 1 << 61 {
            guard word.magnitude <= limit.magnitude else { throw .unsupported }
            return word
        }
        guard value.isInteger, value.numerator.bitWidth < 63 else { throw .unsupported }
        let number = Int(value.numerator)
        guard abs(number) <= limit else { throw .unsupported }
        return number
    }

    // MARK: Counting

    private func factorial(_ n: Int, step: Int) throws(EvaluationFailure) -> Rational {
        guard n >= 0 else { throw .undefined }
        guard n <= ExactEvaluator.stepLimit else { throw .unsupported }
        // (n/e)^n is below n!, and its root below n!!: what is too large for certain is not begun.
        guard n > 1 else { return Rational(1) }
        let bits = Double(n) * (MathLibrary.logarithm(Double(n)) / 0.693148 - 1.4427) / Double(step)
        guard bits < Double(ExactEvaluator.bitLimit) else { throw .unsupported }
        var result = BigInt(1)
        // As many factors as a word holds are multiplied at once.
        var word: UInt = 1
        var factor = n
        while factor > 1 {
            let (product, overflow) = word.multipliedReportingOverflow(by: UInt(factor))
            if overflow {
                try budget.spend(30 + result.bitWidth / 64)
                result *= BigInt(word)
                guard result.bitWidth <= ExactEvaluator.bitLimit else { throw .unsupported }
            }
            word = overflow ? UInt(factor) : product
            factor -= step
        }
        try budget.spend(30 + result.bitWidth / 64)
        result *= BigInt(word)
        guard result.bitWidth <= ExactEvaluator.bitLimit else { throw .unsupported }
        return Rational(result)
    }

    func binomial(_ n: Rational, _ k: Int) throws(EvaluationFailure) -> Rational {
        if k < 0 { return Rational(0) }
        var k = k
        if n.isInteger, n.signum >= 0 {
            let complement = n - Rational(k)
            if complement.signum < 0 { return Rational(0) }
            if complement < Rational(k) { k = try small(complement) }
        }
        guard k <= ExactEvaluator.stepLimit else { throw .unsupported }
        if let n = n.word, n >= 2 * k { return try binomial(n, k) }
        var result = Rational(1)
        for i in 0..<k {
            result = try multiply(result, n - Rational(i))
            result = try divide(result, Rational(i + 1))
        }
        return result
    }

    /// A binomial of whole numbers, n at least 2k: each step's division leaves nothing.
    private func binomial(_ n: Int, _ k: Int) throws(EvaluationFailure) -> Rational {
        // (n/k)^k is below it: what is too large for certain is not begun.
        guard k > 0 else { return Rational(1) }
        let bits = Double(k) * MathLibrary.logarithm(Double(n) / Double(k)) / 0.693148
        guard bits < Double(ExactEvaluator.bitLimit) else { throw .unsupported }
        var result = BigInt(1)
        for i in 0..<k {
            try budget.spend(40 + result.bitWidth / 32)
            result *= BigInt(n - i)
            result /= BigInt(i + 1)
            guard result.bitWidth <= ExactEvaluator.bitLimit else { throw .unsupported }
        }
        return Rational(result)
    }

    private func modulo(_ dividend: Expression, _ divisor: Rational) throws(EvaluationFailure) -> Rational {
        guard divisor.isInteger, divisor.signum > 0 else { throw .undefined }
        if case .power(let base, let exponent) = dividend {
            let base = try value(of: base)
            let exponent = try value(of: exponent)
            if base.isInteger, exponent.isInteger, exponent.signum >= 0 {
                try budget.spend(
                    exponent.bitWidth * WorkBudget.multiplication(divisor.bitWidth, divisor.bitWidth) * 4)
                let result = base.numerator.power(exponent.numerator, modulus: divisor.numerator)
                return Rational(result.signum() < 0 ? result + divisor.numerator : result)
            }
        }
        let value = try value(of: dividend)
        guard value.isInteger else { throw .unsupported }
        try budget.spend(WorkBudget.multiplication(value.bitWidth, divisor.bitWidth))
        return Rational(value.numerator.modulus(divisor.numerator))
    }

    private func series(
        _ kind: Expression.Series, _ index: String, _ from: Rational, _ to: Rational, _ body: Expression
    ) throws(EvaluationFailure) -> Rational {
        let count = to - from + Rational(1)
        var total = Rational(kind == .sum ? 0 : 1)
        if count.signum <= 0 { return total }
        let terms = try small(count, limit: ExactEvaluator.stepLimit)
        var inner = self
        var position = from
        for _ in 0..<terms {
            inner.values[index] = position
            let term = try inner.value(of: body)
            total = kind == .sum ? try add(total, term) : try multiply(total, term)
            position = position + Rational(1)
        }
        return total
    }

    // MARK: Functions

    func apply(_ function: Expression.Function, _ values: [Rational]) throws(EvaluationFailure) -> Rational {
        guard let first = values.first else { throw .unsupported }
        switch function {
        case .absolute, .norm: return first.magnitude
        case .floor: return Rational(ExactEvaluator.floor(first))
        case .ceiling: return Rational(ExactEvaluator.floor(first.negated)).negated
        case .sign: return Rational(first.signum)
        case .round: return first.rounded(decimals: 0)
        case .max: return values.dropFirst().reduce(first) { $0 < $1 ? $1 : $0 }
        case .min: return values.dropFirst().reduce(first) { $1 < $0 ? $1 : $0 }
        case .realPart, .conjugate: return first
        case .imaginaryPart: return Rational(0)
        case .gcd, .lcm:
            var result = first
            for value in values.dropFirst() {
                guard result.isInteger, value.isInteger else { throw .unsupported }
                try budget.spend(WorkBudget.reduction(min(result.bitWidth, value.bitWidth) + 64))
                let divisor = result.numerator.greatestCommonDivisor(with: value.numerator)
                if function == .gcd {
                    result = Rational(divisor)
                } else if divisor.isZero {
                    result = Rational(0)
                } else {
                    result = try multiply(result, Rational(value.numerator / divisor)).magnitude
                }
            }
            return result
        case .permutations:
            guard values.count == 2 else { throw .unsupported }
            let (n, k) = (try small(first), try small(values[1], limit: ExactEvaluator.stepLimit))
            guard n >= 0, k >= 0 else { throw .undefined }
            if k > n { return Rational(0) }
            var result = Rational(1)
            for i in 0..<k { result = try multiply(result, Rational(n - i)) }
            return result
        case .totient:
            var rest = try small(first, limit: 1_000_000_000_000)
            guard rest > 0 else { throw .undefined }
            var result = rest
            var prime = 2
            while prime * prime <= rest {
                try budget.spend(1)
                if rest % prime == 0 {
                    while rest % prime == 0 { rest /= prime }
                    result -= result / prime
                }
                prime += 1
            }
            if rest > 1 { result -= result / rest }
            return Rational(result)
        case .gamma:
            let n = try small(first, limit: ExactEvaluator.stepLimit)
            guard n > 0 else { throw .undefined }
            return try factorial(n - 1, step: 1)
        case .logBase:
            guard values.count == 2 else { throw .unsupported }
            return try logarithm(of: values[1], base: first)
        case .log:
            guard first == Rational(1) else { throw .unsupported }
            return Rational(0)
        case .ln:
            guard first == Rational(1) else { throw .unsupported }
            return Rational(0)
        case .sin, .tan, .arcsin, .arctan, .sinh, .tanh, .arsinh, .artanh:
            guard first.isZero else { throw .unsupported }
            return first
        case .exp, .cos, .sec, .cosh, .sech:
            guard first.isZero else { throw .unsupported }
            return Rational(1)
        default: throw .unsupported
        }
    }

    /// A logarithm that is a whole number.
    private func logarithm(of value: Rational, base: Rational) throws(EvaluationFailure) -> Rational {
        guard base.signum > 0, base != Rational(1) else { throw .undefined }
        guard value.signum > 0 else { throw .unsupported }
        if value == Rational(1) { return Rational(0) }
        guard base.isInteger, value.bitWidth <= 4_096 else { throw .unsupported }
        let isInverse = !value.isInteger
        guard !isInverse || value.numerator == 1 else { throw .unsupported }
        var rest = isInverse ? value.denominator : value.numerator
        var count = 0
        while rest > 1 {
            try budget.spend(4 + rest.bitWidth / 64)
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: base.numerator)
            guard remainder.isZero else { throw .unsupported }
            rest = quotient
            count += 1
        }
        return Rational(isInverse ? -count : count)
    }

    /// The largest whole number that is not above `value`.
    static func floor(_ value: Rational) -> BigInt {
        let (quotient, remainder) = value.numerator.quotientAndRemainder(dividingBy: value.denominator)
        return remainder.signum() < 0 ? quotient - 1 : quotient
    }
}
