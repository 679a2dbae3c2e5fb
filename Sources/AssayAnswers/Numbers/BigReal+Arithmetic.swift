// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension BigReal {
    package static prefix func - (a: BigReal) -> BigReal { BigReal(a.middle.negated, error: a.error, words: a.words) }

    package static func + (a: BigReal, b: BigReal) -> BigReal { sum(a, b, isNegated: false) }

    package static func - (a: BigReal, b: BigReal) -> BigReal { sum(a, b, isNegated: true) }

    package var magnitude: BigReal {
        BigReal(
            BigFloat(isNegative: false, exponent: middle.exponent, limbs: middle.limbs), error: error, words: words)
    }

    package func scaled(by exponent: Int) -> BigReal {
        var middle = middle
        if !middle.isZero { middle.exponent += min(max(exponent, -Self.exponentLimit), Self.exponentLimit) }
        return BigReal(middle, error: error.scaled(by: exponent), words: words)
    }

    /// Words that a result keeps: those of exact numbers that have more than the precision stay.
    @inline(__always)
    private static func limit(_ a: BigReal, _ b: BigReal, _ words: Int) -> Int {
        max(a.middle.limbs.count, b.middle.limbs.count) > words && a.isExact && b.isExact ? exactLimit : words
    }

    private static func sum(_ a: BigReal, _ b: BigReal, isNegated: Bool) -> BigReal {
        let words = max(a.words, b.words)
        var error = a.error + b.error
        if error.isInfinite { return around(.infinite, words: words) }
        if b.middle.isZero { return BigReal(a.middle, error: error, words: words) }
        if a.middle.isZero {
            return BigReal(isNegated ? b.middle.negated : b.middle, error: error, words: words)
        }
        let limit = limit(a, b, words)
        let top = max(a.middle.exponent, b.middle.exponent)
        func needed(_ x: BigFloat) -> Int { x.limbs.count + min(top - x.exponent + 63, 1 << 20) / 64 }
        let window = min(limit + 2, max(needed(a.middle), needed(b.middle)))
        let isSubtraction = (a.middle.isNegative != b.middle.isNegative) != isNegated
        var isNegative = a.middle.isNegative
        let middle = withUnsafeTemporaryAllocation(of: UInt.self, capacity: 2 * window + 2) { memory -> BigFloat in
            guard let x = memory.baseAddress else { return .zero }
            let y = x + window + 1
            if a.middle.place(x, window, top: top) { error = error + ErrorBound(power: top - 64 * window) }
            if b.middle.place(y, window, top: top) { error = error + ErrorBound(power: top - 64 * window) }
            x[window] = 0
            if !isSubtraction {
                x[window] = Limbs.add(x, x, y, window) ? 1 : 0
            } else if Limbs.compare(x, y, window) >= 0 {
                _ = Limbs.subtract(x, x, y, window)
            } else {
                _ = Limbs.subtract(x, y, x, window)
                isNegative.toggle()
            }
            return BigFloat(
                x, window + 1, exponent: top + 64, isNegative: isNegative, limit: limit, error: &error)
        }
        return BigReal(middle, error: error, words: words)
    }

    package static func * (a: BigReal, b: BigReal) -> BigReal {
        let words = max(a.words, b.words)
        if a.isExactZero || b.isExactZero { return BigReal(.zero, words: words) }
        var error = ErrorBound.zero
        if !a.error.isZero || !b.error.isZero {
            if a.error.isInfinite || b.error.isInfinite { return around(.infinite, words: words) }
            error = a.middle.upperBound * b.error + (b.middle.upperBound + b.error) * a.error
        }
        if a.middle.isZero || b.middle.isZero { return around(error, words: words) }
        let middle = product(a.middle, b.middle, limit: limit(a, b, words), error: &error)
        return BigReal(middle, error: error, words: words)
    }

    private static func product(_ a: BigFloat, _ b: BigFloat, limit: Int, error: inout ErrorBound) -> BigFloat {
        let count = a.limbs.count + b.limbs.count
        return withUnsafeTemporaryAllocation(of: UInt.self, capacity: count) { memory in
            a.limbs.withUnsafeBufferPointer { x in
                b.limbs.withUnsafeBufferPointer { y in
                    guard let result = memory.baseAddress, let p = x.baseAddress, let q = y.baseAddress else {
                        return .zero
                    }
                    Limbs.multiply(result, p, x.count, q, y.count)
                    return BigFloat(
                        result, count, exponent: a.exponent + b.exponent, isNegative: a.isNegative != b.isNegative,
                        limit: limit, error: &error)
                }
            }
        }
    }

    package var square: BigReal {
        // Around 0 the square lies in 0…r², which is half as wide as the product.
        guard containsZero, !isExactZero, !error.isInfinite else { return self * self }
        let bound = (upperBound * upperBound).scaled(by: -1)
        let half = BigFloat(isNegative: false, exponent: bound.exponent + 32, limbs: [UInt(bound.mantissa) << 32])
        return BigReal(half, error: bound, words: words)
    }

    package func divided(by divisor: BigReal) throws(BallFailure) -> BigReal {
        if divisor.isExactZero { throw .undefined }
        if divisor.containsZero { throw .imprecise }
        let words = max(words, divisor.words)
        if isExactZero { return BigReal(.zero, words: words) }
        if error.isInfinite { return Self.around(.infinite, words: words) }
        var error = ErrorBound.zero
        let quotient = middle.isZero ? BigFloat.zero : Self.quotient(middle, divisor.middle, words, error: &error)
        if !self.error.isZero || !divisor.error.isZero {
            // |a/b − a'/b'| ≤ (|a/b|·εb + εa) / (|b| − εb)
            let least = divisor.middle.fraction - divisor.error.double(over: divisor.middle.exponent)
            guard least > 0 else { throw .imprecise }
            let spread = (quotient.upperBound + error) * divisor.error + self.error
            error = error + spread * ErrorBound(1 / least, exponent: -divisor.middle.exponent)
        }
        return BigReal(quotient, error: error, words: words)
    }

    private static func quotient(_ a: BigFloat, _ b: BigFloat, _ words: Int, error: inout ErrorBound) -> BigFloat {
        let divisorCount = b.limbs.count
        let length = divisorCount + words + 1
        let scale = a.exponent - b.exponent
        return withUnsafeTemporaryAllocation(of: UInt.self, capacity: length + 1 + words + 2) { memory in
            guard let dividend = memory.baseAddress else { return .zero }
            let quotient = dividend + length + 1
            var isInexact = a.place(dividend, length, top: a.exponent)
            dividend[length] = 0
            b.limbs.withUnsafeBufferPointer { divisor in
                guard let base = divisor.baseAddress else { return }
                if divisorCount > 1 {
                    Limbs.divide(quotient: quotient, dividend, length, by: base, divisorCount)
                    isInexact = isInexact || Limbs.significant(dividend, divisorCount) > 0
                } else {
                    isInexact = Limbs.divide(dividend, length, byWord: base[0]) != 0 || isInexact
                    quotient.update(from: dividend, count: words + 2)
                }
            }
            if isInexact { error = error + ErrorBound(power: scale - 64 * (words + 1)) }
            return BigFloat(
                quotient, words + 2, exponent: scale + 64, isNegative: a.isNegative != b.isNegative, limit: words,
                error: &error)
        }
    }

    /// The whole power, exactly where an exact number's takes no more bits than exact numbers may have.
    package func power(_ exponent: Int) throws(BallFailure) -> BigReal {
        if isExact, let low = middle.limbs.first {
            let bits = 64 * middle.limbs.count - low.trailingZeroBitCount
            let (total, overflow) = bits.multipliedReportingOverflow(by: Int(clamping: exponent.magnitude))
            if !overflow, total <= 64 * (Self.exactLimit - 2), total > 64 * words {
                let power = try with(words: Self.exactLimit).powerBySquaring(abs(exponent)).with(words: words)
                return exponent < 0 ? try constant(1).divided(by: power) : power
            }
        }
        return try powerBySquaring(exponent)
    }
}
