// Part of Assay. SPDX-License-Identifier: Apache-2.0

import BigInt

// MARK: - Reading

extension Rational {
    /// Bits that a decimal may take: about 400,000 digits.
    package static let decimalBitLimit = 1_400_000

    /// The value of a decimal: an optional sign, ASCII digits with at most one point, an optional exponent (`e-5`).
    ///
    /// Nil where the text is anything else, and past `bitLimit` bits. 100,000 digits take about 15 ms.
    package init?(decimal digits: some StringProtocol, bitLimit: Int = Rational.decimalBitLimit) {
        self.init(decimal: Array(digits.utf8), bitLimit: bitLimit)
    }

    /// The value of a decimal in ASCII, times a power of ten.
    package init?(decimal text: [UInt8], exponent: Int = 0, bitLimit: Int = Rational.decimalBitLimit) {
        var index = 0
        var isNegative = false
        if let first = text.first, first == 0x2D || first == 0x2B {
            isNegative = first == 0x2D
            index = 1
        }
        var digits: [UInt8] = []
        digits.reserveCapacity(text.count)
        var point: Int?
        while index < text.count {
            let byte = text[index]
            if byte == 0x2E, point == nil {
                point = digits.count
            } else if byte >= 0x30, byte <= 0x39 {
                digits.append(byte)
            } else {
                break
            }
            index += 1
        }
        guard !digits.isEmpty else { return nil }
        var power = exponent
        if index < text.count {
            guard text[index] | 0x20 == 0x65, let written = Self.exponent(text[(index + 1)...]) else { return nil }
            let (sum, overflow) = power.addingReportingOverflow(written)
            power = overflow ? (written < 0 ? Int.min / 2 : Int.max / 2) : sum
        }
        let decimals = point.map { digits.count - $0 } ?? 0
        // Zeros in front say nothing; those behind belong to the exponent.
        var significant = digits[...].drop { $0 == 0x30 }
        var scale = power.subtractingReportingOverflow(decimals).partialValue
        if power < Int.min / 4 || power > Int.max / 4 { scale = power < 0 ? Int.min / 4 : Int.max / 4 }
        while significant.last == 0x30 {
            significant.removeLast()
            scale += 1
        }
        guard !significant.isEmpty else {
            self.init(0)
            return
        }
        guard scale.magnitude < UInt(clamping: bitLimit) / 3, significant.count < bitLimit / 3 else { return nil }
        self.init(digits: significant, scale: scale, isNegative: isNegative)
    }

    /// The digits after `e`: a sign and a number, huge ones clamped.
    private static func exponent(_ text: ArraySlice<UInt8>) -> Int? {
        var rest = text
        let isNegative = rest.first == 0x2D
        if isNegative || rest.first == 0x2B { rest.removeFirst() }
        guard !rest.isEmpty else { return nil }
        var value = 0
        for byte in rest {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = min(value * 10 + Int(byte - 0x30), Int.max / 32)
        }
        return isNegative ? -value : value
    }

    /// Digits that neither begin nor end with a zero, times ten to `scale`.
    private init(digits: ArraySlice<UInt8>, scale: Int, isNegative: Bool) {
        if digits.count <= 18, scale.magnitude <= 18 {
            var value = 0
            for digit in digits { value = value * 10 + Int(digit - 0x30) }
            var power = 1
            for _ in 0..<scale.magnitude { power *= 10 }
            if isNegative { value = -value }
            if scale < 0 {
                self.init(words: value, power)
                return
            }
            let (product, overflow) = value.multipliedReportingOverflow(by: power)
            if !overflow, product != Int.min {
                self.init(words: product, 1)
                return
            }
        }
        let value = BigUInt(digits: digits)
        let sign: BigInt.Sign = isNegative ? .minus : .plus
        guard scale < 0 else {
            self.init(reduced: BigInt(sign: sign, magnitude: value.product(BigUInt.powerOfTen(scale))), 1)
            return
        }
        // The last digit is no zero, so the number has not both 2 and 5 in common with the power of ten.
        let twos = min(value.trailingZeroBitCount, -scale)
        let (fives, rest) = twos > 0 ? (0, value >> twos) : value.strippingFives(limit: -scale)
        let bottom = (BigUInt(5).power(-scale - fives, bitLimit: Int.max) ?? 1) << (-scale - twos)
        self.init(reduced: BigInt(sign: sign, magnitude: rest), BigInt(bottom))
    }
}

// MARK: - Rounding and writing

extension Rational {
    /// Decimals past which rounding changes nothing.
    package static let maximumDecimals = 100_000

    /// The nearest value with so many decimals (negative: to tens, hundreds, …), half away from zero.
    ///
    /// More than ``maximumDecimals`` leave the value as it is.
    package func rounded(decimals: Int) -> Rational {
        guard decimals <= Self.maximumDecimals else { return self }
        if decimals >= 0 {
            if isInteger { return self }
            let scale = BigInt(BigUInt.powerOfTen(decimals))
            let scaled = Self.roundedQuotient(numerator.product(scale), denominator)
            return Rational(scaled, scale) ?? self
        }
        // Ten to so many digits is more than twice the value: nothing is left.
        guard decimals > Int.min, -decimals <= numerator.magnitude.bitWidth else { return 0 }
        let scale = BigInt(BigUInt.powerOfTen(-decimals))
        return Rational(Self.roundedQuotient(numerator, denominator.product(scale)).product(scale))
    }

    /// The nearest value with so many significant digits, half away from zero.
    ///
    /// Fewer than one counts as one.
    package func rounded(significantDigits: Int) -> Rational {
        guard let exponent = decimalExponent else { return self }
        let digits = min(max(significantDigits, 1), 1 << 40)
        return rounded(decimals: digits - 1 - exponent)
    }

    /// ⌊log₁₀ |x|⌋: the power of ten that the first significant digit stands for.
    ///
    /// Nil of 0.
    package var decimalExponent: Int? {
        guard !isZero else { return nil }
        let (top, bottom) = (numerator.magnitude, denominator.magnitude)
        let bits = top.bitWidth - bottom.bitWidth
        // 2^(bits − 1) < |x| < 2^(bits + 1), which leaves at most two powers of ten.
        var exponent = Int((Double(bits - 1) * 0.301029995663981).rounded(.down)) - 1
        func isAtLeast(_ exponent: Int) -> Bool {
            exponent >= 0
                ? top >= bottom.product(BigUInt.powerOfTen(exponent))
                : top.product(BigUInt.powerOfTen(-exponent)) >= bottom
        }
        while isAtLeast(exponent + 1) { exponent += 1 }
        return exponent
    }

    /// The value as a decimal with so many significant digits, without zeros at its end: `0.333333`, `-1.5`, `1.2e-20`.
    ///
    /// In scientific notation where the first digit stands for less than 10⁻⁶ or at least 10²¹.
    package func decimalDescription(significantDigits: Int) -> String {
        let digits = min(max(significantDigits, 1), Self.maximumDecimals)
        if let (text, exponent) = smallDigits(digits) { return decimal(text, exponent) }
        let value = rounded(significantDigits: digits)
        guard let exponent = value.decimalExponent else { return "0" }
        // The digits as a whole number: |value| · 10^(digits − 1 − exponent).
        let shift = digits - 1 - exponent
        let scaled =
            shift >= 0
            ? value.numerator.magnitude.product(BigUInt.powerOfTen(shift)).divided(by: value.denominator.magnitude)
            : value.numerator.magnitude.divided(by: value.denominator.magnitude.product(BigUInt.powerOfTen(-shift)))
        return decimal(Array(String(scaled?.quotient ?? 0).utf8), exponent)
    }

    /// The first digits, rounded, and the power of ten of the first one, where words are enough to tell.
    private func smallDigits(_ digits: Int) -> (text: [UInt8], exponent: Int)? {
        guard large == nil, digits <= 15, small.numerator != 0 else { return nil }
        let (top, bottom) = (UInt64(small.numerator.magnitude), UInt64(small.denominator))
        guard top < 1_000_000_000_000, bottom < 1_000_000_000_000 else { return nil }
        func tens(_ power: Int) -> UInt64 { (0..<power).reduce(1) { result, _ in result * 10 } }
        // Decimals of both parts tell the exponent but for one.
        var exponent = String(top).utf8.count - String(bottom).utf8.count
        let isBelow =
            exponent >= 0 ? top < bottom &* tens(exponent) : top &* tens(-exponent) < bottom
        if isBelow { exponent -= 1 }
        let shift = digits - 1 - exponent
        guard (0...18).contains(shift) else { return nil }
        let scaled = top.multipliedFullWidth(by: tens(shift))
        guard scaled.high < bottom else { return nil }
        var (quotient, rest) = bottom.dividingFullWidth(scaled)
        if rest >= bottom - rest { quotient += 1 }
        let text = Array(String(quotient).utf8)
        return (text, text.count > digits ? exponent + 1 : exponent)
    }

    /// Digits as a decimal, without zeros at the end.
    private func decimal(_ digits: [UInt8], _ exponent: Int) -> String {
        var text = digits
        while text.count > 1, text.last == 0x30 { text.removeLast() }
        let sign = signum < 0 ? "-" : ""
        func string(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
        if exponent < -6 || exponent >= 21 {
            let rest = text.count > 1 ? "." + string(text.dropFirst()) : ""
            return "\(sign)\(string(text.prefix(1)))\(rest)e\(exponent)"
        }
        if exponent < 0 { return "\(sign)0.\(String(repeating: "0", count: -exponent - 1))\(string(text))" }
        if text.count <= exponent + 1 {
            return sign + string(text) + String(repeating: "0", count: exponent + 1 - text.count)
        }
        return "\(sign)\(string(text.prefix(exponent + 1))).\(string(text.dropFirst(exponent + 1)))"
    }

    /// The quotient rounded to the nearest whole number, half away from zero; the divisor is positive.
    private static func roundedQuotient(_ a: BigInt, _ b: BigInt) -> BigInt {
        guard let (quotient, remainder) = a.magnitude.divided(by: b.magnitude) else { return 0 }
        let rounded = remainder << 1 >= b.magnitude ? quotient + 1 : quotient
        return BigInt(sign: a.sign, magnitude: rounded)
    }
}
