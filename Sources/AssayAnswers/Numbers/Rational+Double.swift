// Part of Assay. SPDX-License-Identifier: Apache-2.0

import BigInt

extension Rational {
    /// The nearest double, ties to even; ±∞ and 0 only past the range of doubles.
    package var doubleValue: Double {
        if large == nil, small.numerator.magnitude <= 1 << 53, small.denominator <= 1 << 53 {
            return Double(small.numerator) / Double(small.denominator)
        }
        let sign = signum < 0 ? -1.0 : 1.0
        let (top, bottom) = (numerator.magnitude, denominator.magnitude)
        // A quotient of 64 or 65 bits: |x| = (quotient + part of 1) · 2^−shift.
        let shift = 65 - (top.bitWidth - bottom.bitWidth)
        if shift > 65 + 1100 { return sign * 0 }
        if shift < 65 - 1030 { return sign * Double.infinity }
        let dividend = shift >= 0 ? top << shift : top >> -shift
        guard let (quotient, remainder) = dividend.divided(by: bottom) else { return .nan }
        let isInexact = !remainder.isZero || (shift < 0 && top.trailingZeroBitCount < -shift)
        return sign * Self.double(quotient, exponent: -shift, isInexact: isInexact)
    }

    /// `(value + part of 1) · 2^exponent`, rounded once, for a value of 55 to 128 bits.
    private static func double(_ value: BigUInt, exponent: Int, isInexact: Bool) -> Double {
        // The bits that a double has room for: 53, fewer under 2^−1022.
        let top = value.bitWidth + exponent
        let kept = min(53, top + 1074)
        guard kept >= 0 else { return 0 }
        let dropped = value.bitWidth - kept
        var bits = UInt64((value >> dropped).words.first ?? 0)
        let isHalf = value[bitAt: dropped - 1]
        let isBeyond = isInexact || value.trailingZeroBitCount < dropped - 1
        if isHalf, isBeyond || bits & 1 == 1 { bits += 1 }
        let power = exponent + dropped
        // Both steps are exact, save for the overflow to infinity.
        let scaled = Double(bits) * Double(sign: .plus, exponent: max(power, -1000), significand: 1)
        return power < -1000 ? scaled * Double(sign: .plus, exponent: power + 1000, significand: 1) : scaled
    }
}
