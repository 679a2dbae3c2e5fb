// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import BigInt

/// The operations of BigInt that answers use on large numbers, by faster methods: the package's own greatest common
/// divisor takes seconds where Lehmer's takes milliseconds, and hostile answers are large.
extension BigUInt {
    /// The words, least significant first, without leading zeros.
    package var limbs: [UInt] {
        let words = words
        return [UInt](unsafeUninitializedCapacity: words.count) { buffer, count in
            count = words.count
            for i in 0..<count { buffer[i] = words[i] }
            while count > 0, buffer[count - 1] == 0 { count -= 1 }
        }
    }

    /// The product, by Karatsuba's method from 40 words on.
    package func product(_ other: BigUInt) -> BigUInt {
        guard bitWidth > 256, other.bitWidth > 256 else { return self * other }
        let (a, b) = (limbs, other.limbs)
        let count = a.count + b.count
        return BigUInt(
            words: [UInt](unsafeUninitializedCapacity: count) { buffer, size in
                size = count
                a.withUnsafeBufferPointer { a in
                    b.withUnsafeBufferPointer { b in
                        guard let result = buffer.baseAddress, let x = a.baseAddress, let y = b.baseAddress else {
                            return
                        }
                        Limbs.multiply(result, x, a.count, y, b.count)
                    }
                }
            })
    }

    /// Quotient and remainder; nil where `divisor` is 0.
    package func divided(by divisor: BigUInt) -> (quotient: BigUInt, remainder: BigUInt)? {
        guard !divisor.isZero else { return nil }
        let (quotient, remainder) = Limbs.quotientAndRemainder(limbs, divisor.limbs)
        return (BigUInt(words: quotient), BigUInt(words: remainder))
    }

    /// The greatest common divisor, by Lehmer's method.
    package func commonDivisor(_ other: BigUInt) -> BigUInt {
        if self == 1 || other == 1 { return 1 }
        return BigUInt(words: Limbs.gcd(limbs, other.limbs))
    }

    /// The power by squaring; nil where the result would have more than `bitLimit` bits.
    package func power(_ exponent: Int, bitLimit: Int) -> BigUInt? {
        guard exponent > 0 else { return exponent == 0 ? 1 : nil }
        if bitWidth <= 1 { return self }
        let (least, overflow) = (bitWidth - 1).multipliedReportingOverflow(by: exponent)
        guard !overflow, least < bitLimit else { return nil }
        var result = self
        for bit in stride(from: Int.bitWidth - exponent.leadingZeroBitCount - 2, through: 0, by: -1) {
            result = result.product(result)
            if exponent >> bit & 1 == 1 { result = result.product(self) }
        }
        return result.bitWidth <= bitLimit ? result : nil
    }

    /// The power of ten; exponents up to a million are meant.
    package static func powerOfTen(_ exponent: Int) -> BigUInt {
        guard exponent > 0 else { return 1 }
        return (BigUInt(5).power(exponent, bitLimit: Int.max) ?? 1) << exponent
    }

    /// The number that ASCII digits stand for; other bytes are a mistake of the caller's and count as 0.
    ///
    /// Long ones by halves, so that the time is that of a few products.
    package init(digits: ArraySlice<UInt8>) {
        guard digits.count > 2000 else {
            self.init(fewDigits: digits)
            return
        }
        let low = digits.count / 2
        let high = BigUInt(digits: digits.dropLast(low)).product(BigUInt.powerOfTen(low))
        self = high + BigUInt(digits: digits.suffix(low))
    }

    private init(fewDigits digits: ArraySlice<UInt8>) {
        var words: [UInt] = []
        words.reserveCapacity(digits.count / 19 + 1)
        var (chunk, length, scale): (UInt, Int, UInt) = (0, 0, 1)
        func push() {
            let carry = words.withUnsafeMutableBufferPointer { buffer in
                buffer.baseAddress.map { Limbs.multiply($0, $0, buffer.count, byWord: scale, adding: chunk) } ?? chunk
            }
            if carry != 0 { words.append(carry) }
            (chunk, length, scale) = (0, 0, 1)
        }
        for digit in digits {
            let value = UInt(digit &- 0x30)
            chunk = chunk &* 10 &+ (value < 10 ? value : 0)
            scale = scale &* 10
            length += 1
            if length == 19 { push() }
        }
        if length > 0 { push() }
        self.init(words: words)
    }

    /// How often 5 divides a number that is not 0, and what is left of it; at most `limit` times.
    func strippingFives(limit: Int) -> (count: Int, rest: BigUInt) {
        var count = 0
        var words = limbs
        // By 5^27, then by 5, a word at a time. A number made of fives alone goes by its large powers first.
        var powers: [BigUInt] = []
        var power = BigUInt(5).power(27, bitLimit: 64) ?? 1
        var size = 27
        func isDivided(by divisor: UInt) -> Bool {
            var copy = words
            let isExact = copy.withUnsafeMutableBufferPointer { buffer in
                buffer.baseAddress.map { Limbs.divideExactly($0, buffer.count, byOddWord: divisor) } ?? false
            }
            guard isExact else { return false }
            while copy.last == 0 { copy.removeLast() }
            words = copy
            return true
        }
        let wordPower = power.limbs.first ?? 1
        guard limit >= 27, isDivided(by: wordPower) else {
            while count < limit, isDivided(by: 5) { count += 1 }
            return (count, BigUInt(words: words))
        }
        count += 27
        while power.bitWidth * 2 < words.count * 64, count + 2 * size <= limit {
            power = power.product(power)
            size *= 2
            powers.append(power)
        }
        for large in powers.reversed() {
            if count + size <= limit {
                let (quotient, remainder) = Limbs.quotientAndRemainder(words, large.limbs)
                if remainder.isEmpty {
                    words = quotient
                    count += size
                }
            }
            size /= 2
        }
        while count + 27 <= limit, isDivided(by: wordPower) { count += 27 }
        while count < limit, isDivided(by: 5) { count += 1 }
        return (count, BigUInt(words: words))
    }
}

extension BigInt {
    /// The product, by Karatsuba's method from 40 words on.
    package func product(_ other: BigInt) -> BigInt {
        BigInt(sign: sign == other.sign ? .plus : .minus, magnitude: magnitude.product(other.magnitude))
    }

    /// Quotient rounded towards 0 and remainder; nil where `divisor` is 0.
    package func divided(by divisor: BigInt) -> (quotient: BigInt, remainder: BigInt)? {
        guard let (quotient, remainder) = magnitude.divided(by: divisor.magnitude) else { return nil }
        return (
            BigInt(sign: sign == divisor.sign ? .plus : .minus, magnitude: quotient),
            BigInt(sign: sign, magnitude: remainder)
        )
    }
}
