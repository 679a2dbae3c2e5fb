// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension Limbs {
    /// Divides in place by a word; the remainder.
    ///
    /// With a reciprocal of the divisor in place of a division a word (Möller and Granlund, "Improved division by invariant
    /// integers", 2011).
    package static func divide(_ a: Words, _ count: Int, byWord divisor: UInt) -> UInt {
        guard count > 1 else {
            guard count == 1 else { return 0 }
            let (quotient, remainder) = a[0].quotientAndRemainder(dividingBy: divisor)
            a[0] = quotient
            return remainder
        }
        // ⌊(2^128 − 1) / d⌋ − 2^64 for the divisor with its highest bit set.
        let shift = UInt(divisor.leadingZeroBitCount)
        let d = divisor &<< shift
        let reciprocal = d.dividingFullWidth((~d, UInt.max)).quotient
        var remainder = shift == 0 ? 0 : a[count - 1] &>> (64 - shift)
        var i = count
        while i > 0 {
            i -= 1
            let below = shift == 0 || i == 0 ? 0 : a[i - 1] &>> (64 - shift)
            let low = a[i] &<< shift | below
            let estimate = reciprocal.multipliedFullWidth(by: remainder)
            let (q0, overflow) = estimate.low.addingReportingOverflow(low)
            var q1 = estimate.high &+ remainder &+ (overflow ? 1 : 0) &+ 1
            var rest = low &- q1 &* d
            if rest > q0 {
                q1 &-= 1
                rest &+= d
            }
            if rest >= d {
                q1 &+= 1
                rest &-= d
            }
            a[i] = q1
            remainder = rest
        }
        return remainder &>> shift
    }

    /// Divides `a` in place by an odd word from the low end (Hensel's way); whether the division was exact.
    ///
    /// Where it was not, `a` holds nothing of use.
    package static func divideExactly(_ a: Words, _ count: Int, byOddWord divisor: UInt) -> Bool {
        // Newton's iteration for 1/d mod 2^64: each step doubles the bits, 5 to start with.
        var inverse = divisor &* 3 ^ 2
        for _ in 0..<4 { inverse = inverse &* (2 &- divisor &* inverse) }
        var borrow: UInt = 0
        for i in 0..<count {
            let (word, under) = a[i].subtractingReportingOverflow(borrow)
            let quotient = word &* inverse
            a[i] = quotient
            borrow = quotient.multipliedFullWidth(by: divisor).high &+ (under ? 1 : 0)
        }
        return borrow == 0
    }

    /// Long division (Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D).
    ///
    /// `quotient` receives `count − divisorCount + 1` words. `a` has `count + 1` words, the last of them 0 before the shift
    /// that sets the divisor's highest bit, and holds the remainder afterwards. The divisor has at least two words.
    package static func divide(
        quotient: Words, _ a: Words, _ count: Int, by divisor: Source, _ divisorCount: Int
    ) {
        let top = divisor[divisorCount - 1]
        let next = divisor[divisorCount - 2]
        var j = count - divisorCount
        while j >= 0 {
            let high = a[j + divisorCount]
            let middle = a[j + divisorCount - 1]
            let low = a[j + divisorCount - 2]
            var digit: UInt
            var rest: UInt
            var isRestSmall = true
            if high >= top {
                digit = UInt.max
                let (sum, overflow) = middle.addingReportingOverflow(top)
                rest = sum
                isRestSmall = !overflow
            } else {
                (digit, rest) = top.dividingFullWidth((high, middle))
            }
            while isRestSmall {
                let product = digit.multipliedFullWidth(by: next)
                guard product.high > rest || (product.high == rest && product.low > low) else { break }
                digit &-= 1
                let (sum, overflow) = rest.addingReportingOverflow(top)
                rest = sum
                isRestSmall = !overflow
            }
            let borrow = subtractProduct(a + j, divisor, divisorCount, digit)
            let (difference, isTooLarge) = high.subtractingReportingOverflow(borrow)
            a[j + divisorCount] = difference
            if isTooLarge {
                digit &-= 1
                let carry = add(a + j, a + j, divisor, divisorCount)
                a[j + divisorCount] = difference &+ (carry ? 1 : 0)
            }
            quotient[j] = digit
            j -= 1
        }
    }
}
