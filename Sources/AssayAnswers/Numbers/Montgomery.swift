// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Arithmetic modulo an odd word, on numbers in Montgomery's form (`a · 2^64 mod m`).
struct Montgomery: Sendable {
    let modulus: UInt64
    /// `−1 / modulus` modulo 2^64.
    private let factor: UInt64
    /// The form of 1, and that of 2^64.
    let one: UInt64
    private let square: UInt64

    /// `modulus` is odd and above 1.
    init(_ modulus: UInt64) {
        self.modulus = modulus
        var inverse = modulus &* 3 ^ 2
        for _ in 0..<4 { inverse = inverse &* (2 &- modulus &* inverse) }
        factor = 0 &- inverse
        one = (0 &- modulus) % modulus
        square = modulus.dividingFullWidth(one.multipliedFullWidth(by: one)).remainder
    }

    @inline(__always)
    func multiply(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        let reduction = (product.low &* factor).multipliedFullWidth(by: modulus)
        // The low words add up to 0 modulo 2^64, with a carry unless both are 0.
        let (sum, overflow) = product.high.addingReportingOverflow(reduction.high)
        let (result, second) = sum.addingReportingOverflow(product.low == 0 ? 0 : 1)
        return overflow || second || result >= modulus ? result &- modulus : result
    }

    @inline(__always)
    func add(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow || sum >= modulus ? sum &- modulus : sum
    }

    func form(_ a: UInt64) -> UInt64 { multiply(a % modulus, square) }

    func value(_ a: UInt64) -> UInt64 { multiply(a, 1) }

    func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
        // Four bits at a time, so that no branch depends on the exponent's.
        var powers = SIMD16<UInt64>(repeating: one)
        for index in 1..<16 { powers[index] = multiply(powers[index - 1], base) }
        var result = one
        var bit = (64 - exponent.leadingZeroBitCount + 3) & ~3
        while bit > 0 {
            bit -= 4
            for _ in 0..<4 { result = multiply(result, result) }
            result = multiply(result, powers[Int(exponent >> UInt64(bit) & 15)])
        }
        return result
    }
}
