// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension Limbs {
    /// The greatest common divisor of two words.
    package static func gcd(_ a: UInt, _ b: UInt) -> UInt {
        guard a != 0 else { return b }
        guard b != 0 else { return a }
        let shift = (a | b).trailingZeroBitCount
        var x = a >> UInt(a.trailingZeroBitCount)
        var y = b >> UInt(b.trailingZeroBitCount)
        while x != y {
            if x < y { swap(&x, &y) }
            x &-= y
            x >>= UInt(x.trailingZeroBitCount)
        }
        return x << UInt(shift)
    }

    /// The greatest common divisor by Lehmer's method: Euclid's steps are found from the leading words and done many
    /// at a time (with Collins' condition for when to stop).
    ///
    /// Allocates. About `(words · 32)` passes over the shorter number.
    package static func gcd(_ first: [UInt], _ second: [UInt]) -> [UInt] {
        var a = trimmed(first)
        var b = trimmed(second)
        if isLess(a, b) { swap(&a, &b) }
        while b.count > 1 {
            guard let step = lehmerStep(a, b) else {
                (a, b) = (b, remainder(a, b))
                continue
            }
            apply(step, &a, &b)
            if isLess(a, b) { swap(&a, &b) }
        }
        guard let word = b.first else { return a }
        let rest = a.withUnsafeMutableBufferPointer { words in
            words.baseAddress.map { divide($0, words.count, byWord: word) } ?? 0
        }
        return [gcd(word, rest)]
    }

    /// Cofactors of several steps of Euclid's: `(a, b) ← (u0·a − v0·b, v1·b − u1·a)`, or all signs turned.
    private struct Step {
        var u0: UInt, u1: UInt, v0: UInt, v1: UInt
        var isEven: Bool
    }

    private static func lehmerStep(_ a: [UInt], _ b: [UInt]) -> Step? {
        let count = a.count
        guard count - b.count <= 1, count >= 2 else { return nil }
        let shift = UInt(a[count - 1].leadingZeroBitCount)
        func top(_ high: UInt, _ low: UInt) -> UInt { shift == 0 ? high : high &<< shift | low &>> (64 - shift) }
        var x = top(a[count - 1], a[count - 2])
        var y = b.count == count ? top(b[count - 1], b[count - 2]) : top(0, b[count - 2])
        var (u0, u1, u2): (UInt, UInt, UInt) = (0, 1, 0)
        var (v0, v1, v2): (UInt, UInt, UInt) = (0, 0, 1)
        var isEven = false
        while y >= v2, x &- y >= v1 &+ v2 {
            let (quotient, rest) = x.quotientAndRemainder(dividingBy: y)
            (x, y) = (y, rest)
            (u0, u1, u2) = (u1, u2, u1 &+ quotient &* u2)
            (v0, v1, v2) = (v1, v2, v1 &+ quotient &* v2)
            isEven.toggle()
        }
        return v0 == 0 ? nil : Step(u0: u0, u1: u1, v0: v0, v1: v1, isEven: isEven)
    }

    private static func apply(_ step: Step, _ a: inout [UInt], _ b: inout [UInt]) {
        let count = a.count
        while b.count < count { b.append(0) }
        a.withUnsafeMutableBufferPointer { a in
            b.withUnsafeMutableBufferPointer { b in
                var carries: (UInt, UInt, UInt, UInt) = (0, 0, 0, 0)
                var borrows: (Bool, Bool) = (false, false)
                for i in 0..<count {
                    let (x, y) = (a[i], b[i])
                    let p = multiplyAdd(x, step.u0, carries.0)
                    let q = multiplyAdd(y, step.v0, carries.1)
                    let r = multiplyAdd(y, step.v1, carries.2)
                    let s = multiplyAdd(x, step.u1, carries.3)
                    carries = (p.high, q.high, r.high, s.high)
                    if step.isEven {
                        a[i] = difference(p.low, q.low, &borrows.0)
                        b[i] = difference(r.low, s.low, &borrows.1)
                    } else {
                        a[i] = difference(q.low, p.low, &borrows.0)
                        b[i] = difference(s.low, r.low, &borrows.1)
                    }
                }
            }
        }
        a = trimmed(a)
        b = trimmed(b)
    }

    @inline(__always)
    private static func multiplyAdd(_ a: UInt, _ b: UInt, _ c: UInt) -> (high: UInt, low: UInt) {
        let product = a.multipliedFullWidth(by: b)
        let (low, overflow) = product.low.addingReportingOverflow(c)
        return (product.high &+ (overflow ? 1 : 0), low)
    }

    @inline(__always)
    private static func difference(_ a: UInt, _ b: UInt, _ borrow: inout Bool) -> UInt {
        let (first, one) = a.subtractingReportingOverflow(b)
        let (second, two) = first.subtractingReportingOverflow(borrow ? 1 : 0)
        borrow = one || two
        return second
    }

    private static func trimmed(_ a: [UInt]) -> [UInt] {
        var a = a
        while a.last == 0 { a.removeLast() }
        return a
    }

    private static func isLess(_ a: [UInt], _ b: [UInt]) -> Bool {
        guard a.count == b.count else { return a.count < b.count }
        for i in stride(from: a.count - 1, through: 0, by: -1) where a[i] != b[i] { return a[i] < b[i] }
        return false
    }

    private static func remainder(_ a: [UInt], _ b: [UInt]) -> [UInt] { trimmed(quotientAndRemainder(a, b).remainder) }

    /// Quotient and remainder of numbers without leading zeros, `b` not 0.
    ///
    /// Allocates.
    package static func quotientAndRemainder(_ a: [UInt], _ b: [UInt]) -> (quotient: [UInt], remainder: [UInt]) {
        guard !isLess(a, b), let top = b.last else { return ([], a) }
        var rest = a
        guard b.count > 1 else {
            let remainder = rest.withUnsafeMutableBufferPointer { words in
                words.baseAddress.map { divide($0, words.count, byWord: top) } ?? 0
            }
            return (trimmed(rest), remainder == 0 ? [] : [remainder])
        }
        let shift = top.leadingZeroBitCount
        var divisor = b
        rest.append(0)
        var quotient = [UInt](repeating: 0, count: a.count - b.count + 2)
        rest.withUnsafeMutableBufferPointer { rest in
            divisor.withUnsafeMutableBufferPointer { divisor in
                quotient.withUnsafeMutableBufferPointer { quotient in
                    guard let u = rest.baseAddress, let v = divisor.baseAddress, let q = quotient.baseAddress else {
                        return
                    }
                    _ = shiftLeft(v, v, b.count, shift)
                    u[a.count] = shiftLeft(u, u, a.count, shift)
                    divide(quotient: q, u, a.count, by: v, b.count)
                    shiftRight(u, u, b.count, shift)
                }
            }
        }
        return (trimmed(quotient), trimmed(Array(rest.prefix(b.count))))
    }
}
