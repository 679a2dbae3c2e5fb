// Part of Assay. SPDX-License-Identifier: Apache-2.0

import BigInt

/// A binary number: `±0.limbs · 2^exponent`, its top bit set; the middle of a ``BigReal``.
struct BigFloat: Sendable, Hashable {
    var isNegative: Bool
    var exponent: Int
    /// The fraction's words, least significant first, without zeros at either end.
    ///
    /// None for 0.
    var limbs: [UInt]

    static let zero = BigFloat(isNegative: false, exponent: 0, limbs: [])

    init(isNegative: Bool, exponent: Int, limbs: [UInt]) {
        self.isNegative = isNegative
        self.exponent = exponent
        self.limbs = limbs
    }

    init(_ value: Int) {
        guard value != 0 else {
            self = .zero
            return
        }
        let magnitude = value.magnitude
        let zeros = magnitude.leadingZeroBitCount
        self.init(isNegative: value < 0, exponent: 64 - zeros, limbs: [magnitude << UInt(zeros)])
    }

    /// The exact value of a finite double.
    init(_ value: Double) {
        guard value != 0, value.isFinite else {
            self = .zero
            return
        }
        let significand = UInt(value.magnitude.significand * 0x1p52) << 11
        self.init(isNegative: value < 0, exponent: Int(value.magnitude.exponent) + 1, limbs: [significand])
    }

    /// Words from memory, as a fraction times `2^exponent`, cut off after `limit` words from the top bit.
    ///
    /// What is cut off adds to `error`, less than a unit of the last word kept.
    init(
        _ words: Limbs.Source, _ count: Int, exponent: Int, isNegative: Bool, limit: Int, error: inout ErrorBound
    ) {
        let top = Limbs.significant(words, count)
        guard top > 0 else {
            self = .zero
            return
        }
        let zeros = words[top - 1].leadingZeroBitCount
        let scale = exponent - 64 * (count - top) - zeros
        let start = max(0, top - limit)
        if start > 0 {
            var isInexact = words[start - 1] << UInt(zeros) != 0
            var i = start - 1
            while !isInexact, i > 0 {
                i -= 1
                isInexact = words[i] != 0
            }
            if isInexact { error = error + ErrorBound(power: scale - 64 * (top - start)) }
        }
        @inline(__always)
        func word(_ i: Int) -> UInt {
            zeros == 0 || i == 0
                ? words[i] &<< UInt(zeros) : words[i] &<< UInt(zeros) | words[i - 1] &>> UInt(64 - zeros)
        }
        var low = start
        while low < top - 1, word(low) == 0 { low += 1 }
        self.isNegative = isNegative
        self.exponent = scale
        limbs = [UInt](unsafeUninitializedCapacity: top - low) { buffer, size in
            size = top - low
            for i in 0..<size { buffer[i] = word(low + i) }
        }
    }

    /// A whole number, cut off after `limit` words.
    init(_ value: BigInt, limit: Int, error: inout ErrorBound) {
        let words = value.magnitude.limbs
        guard !words.isEmpty else {
            self = .zero
            return
        }
        self = words.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return .zero }
            return BigFloat(
                base, buffer.count, exponent: 64 * buffer.count, isNegative: value.sign == .minus, limit: limit,
                error: &error)
        }
    }

    /// Puts the fraction into `count` words that stand for `2^top`, `top ≥ exponent`; whether bits were lost at the low end.
    func place(_ target: Limbs.Words, _ count: Int, top: Int) -> Bool {
        target.update(repeating: 0, count: count)
        let shift = top - exponent
        let (wordShift, bits) = (shift >> 6, UInt(shift & 63))
        var position = count - wordShift - limbs.count
        var isLost = false
        for limb in limbs {
            if position >= 0 {
                target[position] |= limb &>> bits
                if bits > 0 {
                    let low = limb &<< (64 - bits)
                    if position > 0 { target[position - 1] |= low } else if low != 0 { isLost = true }
                }
            } else {
                isLost = true
            }
            position += 1
        }
        return isLost
    }

    var isZero: Bool { limbs.isEmpty }

    var negated: BigFloat { BigFloat(isNegative: !isNegative && !isZero, exponent: exponent, limbs: limbs) }

    /// Bounds of the magnitude that share its first 32 bits.
    var upperBound: ErrorBound {
        guard let top = limbs.last else { return .zero }
        let isExact = limbs.count == 1 && top & 0xFFFF_FFFF == 0
        return ErrorBound.up(UInt64(top >> 32) + (isExact ? 0 : 1), exponent - 32)
    }

    var lowerBound: ErrorBound {
        guard let top = limbs.last else { return .zero }
        return ErrorBound.up(UInt64(top >> 32), exponent - 32)
    }

    /// The magnitude's fraction as a double in 0.5…1, cut off.
    var fraction: Double { limbs.last.map { Double($0 >> 11) * 0x1p-53 } ?? 0 }

    /// A double nearby, ±∞ and 0 past the range of doubles.
    var double: Double {
        guard !isZero else { return 0 }
        let value = Double(sign: .plus, exponent: max(min(exponent, 1100), -1200), significand: fraction)
        return isNegative ? -value : value
    }

    /// The exact value; nil where its exponent is beyond `limit`.
    func rational(limit: Int = 1 << 20) -> Rational? {
        guard !isZero else { return 0 }
        guard exponent.magnitude < limit else { return nil }
        let value = BigInt(sign: isNegative ? .minus : .plus, magnitude: BigUInt(words: limbs))
        let shift = exponent - 64 * limbs.count
        return shift >= 0 ? Rational(value << shift) : Rational(value, BigInt(1) << -shift)
    }
}
