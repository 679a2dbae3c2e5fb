// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// An upper bound of an error: a 32-bit mantissa and an exponent of any size; all operations round up.
struct ErrorBound: Sendable, Hashable {
    /// 0, or in `2^31 ..< 2^32`.
    let mantissa: UInt64
    /// The bound is `mantissa · 2^exponent`; `Int.max` where there is none.
    let exponent: Int

    static let zero = ErrorBound(mantissa: 0, exponent: 0)
    static let infinite = ErrorBound(mantissa: 1 << 31, exponent: Int.max)
    /// Exponents past it count as infinite, or as small as can be.
    static let exponentLimit = 1 << 52

    private init(mantissa: UInt64, exponent: Int) {
        self.mantissa = mantissa
        self.exponent = exponent
    }

    /// `2^power`.
    init(power: Int) { self = Self.up(1 << 31, power - 31) }

    /// At least `value · 2^exponent`, for a value that is not negative.
    init(_ value: Double, exponent: Int = 0) {
        guard value > 0 else {
            self = value == 0 ? .zero : .infinite
            return
        }
        let raised = value * (1 + 0x1p-40)
        guard raised.isFinite else {
            self = .infinite
            return
        }
        self = Self.up(UInt64((raised.significand * 0x1p31).rounded(.up)), Int(raised.exponent) - 31 + exponent)
    }

    /// At least `mantissa · 2^exponent`.
    @inline(__always)
    static func up(_ mantissa: UInt64, _ exponent: Int) -> ErrorBound {
        guard mantissa != 0 else { return .zero }
        var (m, e) = (mantissa, exponent)
        let shift = 32 - m.leadingZeroBitCount
        if shift > 0 {
            let isInexact = m & (1 << UInt64(shift) - 1) != 0
            m = m >> UInt64(shift) + (isInexact ? 1 : 0)
            if m >> 32 != 0 {
                m >>= 1
                e += 1
            }
        } else {
            m <<= UInt64(-shift)
        }
        e += shift
        if e > exponentLimit { return .infinite }
        return ErrorBound(mantissa: m, exponent: max(e, -exponentLimit))
    }

    var isZero: Bool { mantissa == 0 }

    var isInfinite: Bool { exponent == Int.max }

    /// Some `e` with the bound below `2^e`; not for 0.
    var upperExponent: Int { isInfinite ? Int.max : exponent + 32 }

    static func + (a: ErrorBound, b: ErrorBound) -> ErrorBound {
        if a.isZero { return b }
        if b.isZero { return a }
        if a.isInfinite || b.isInfinite { return .infinite }
        let (large, small) = a.exponent >= b.exponent ? (a, b) : (b, a)
        let shift = large.exponent - small.exponent
        // With 24 bits to spare, so that many small errors do not add up to many units.
        let part = shift < 56 ? (small.mantissa << 24) >> UInt64(shift) + 1 : 1
        return up(large.mantissa << 24 + part, large.exponent - 24)
    }

    static func * (a: ErrorBound, b: ErrorBound) -> ErrorBound {
        if a.isZero || b.isZero { return .zero }
        if a.isInfinite || b.isInfinite { return .infinite }
        return up(a.mantissa * b.mantissa, a.exponent + b.exponent)
    }

    func scaled(by power: Int) -> ErrorBound { isZero || isInfinite ? self : Self.up(mantissa, exponent + power) }

    static func < (a: ErrorBound, b: ErrorBound) -> Bool {
        if a.isZero || b.isZero { return !b.isZero }
        return a.exponent != b.exponent ? a.exponent < b.exponent : a.mantissa < b.mantissa
    }

    /// At least the bound over `2^scale`, infinite past the range of doubles.
    func double(over scale: Int = 0) -> Double {
        if isZero { return 0 }
        guard !isInfinite else { return .infinity }
        let power = exponent - scale
        if power > 900 { return .infinity }
        if power < -900 { return 0x1p-860 }
        return Double(mantissa) * Double(sign: .plus, exponent: power, significand: 1)
    }
}
