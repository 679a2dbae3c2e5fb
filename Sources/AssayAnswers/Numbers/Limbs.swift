// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Arithmetic on runs of machine words, the least significant first: what every large number here is made of.
///
/// The functions work on memory of the caller and allocate nothing, unless they say so.
package enum Limbs {
    package typealias Words = UnsafeMutablePointer<UInt>
    package typealias Source = UnsafePointer<UInt>

    /// `result += a · w` over `count` words; the carry out.
    @inline(__always)
    package static func addProduct(_ result: Words, _ a: Source, _ count: Int, _ w: UInt) -> UInt {
        var carry: UInt = 0
        for i in 0..<count {
            let product = a[i].multipliedFullWidth(by: w)
            let (low, first) = product.low.addingReportingOverflow(carry)
            let (sum, second) = result[i].addingReportingOverflow(low)
            result[i] = sum
            carry = product.high &+ (first ? 1 : 0) &+ (second ? 1 : 0)
        }
        return carry
    }

    /// `result -= a · w` over `count` words; the borrow out.
    @inline(__always)
    package static func subtractProduct(_ result: Words, _ a: Source, _ count: Int, _ w: UInt) -> UInt {
        var borrow: UInt = 0
        for i in 0..<count {
            let product = a[i].multipliedFullWidth(by: w)
            let (low, first) = product.low.addingReportingOverflow(borrow)
            let (difference, second) = result[i].subtractingReportingOverflow(low)
            result[i] = difference
            borrow = product.high &+ (first ? 1 : 0) &+ (second ? 1 : 0)
        }
        return borrow
    }

    /// `result = a · w + carry` over `count` words; the carry out.
    ///
    /// `result` may be `a`.
    @inline(__always)
    package static func multiply(_ result: Words, _ a: Source, _ count: Int, byWord w: UInt, adding: UInt = 0) -> UInt {
        var carry = adding
        for i in 0..<count {
            let product = a[i].multipliedFullWidth(by: w)
            let (low, overflow) = product.low.addingReportingOverflow(carry)
            result[i] = low
            carry = product.high &+ (overflow ? 1 : 0)
        }
        return carry
    }

    /// `result = a + b`, both of `count` words; the carry out.
    ///
    /// `result` may be `a` or `b`.
    @inline(__always)
    package static func add(_ result: Words, _ a: Source, _ b: Source, _ count: Int) -> Bool {
        var carry = false
        for i in 0..<count {
            let (sum, first) = a[i].addingReportingOverflow(b[i])
            let (total, second) = sum.addingReportingOverflow(carry ? 1 : 0)
            result[i] = total
            carry = first || second
        }
        return carry
    }

    /// `result = a − b`, both of `count` words; the borrow out.
    ///
    /// `result` may be `a` or `b`.
    @inline(__always)
    package static func subtract(_ result: Words, _ a: Source, _ b: Source, _ count: Int) -> Bool {
        var borrow = false
        for i in 0..<count {
            let (difference, first) = a[i].subtractingReportingOverflow(b[i])
            let (total, second) = difference.subtractingReportingOverflow(borrow ? 1 : 0)
            result[i] = total
            borrow = first || second
        }
        return borrow
    }

    /// Adds a word in place; the carry out.
    @inline(__always)
    package static func add(_ a: Words, _ count: Int, word: UInt) -> Bool {
        var carry = word
        var i = 0
        while carry != 0, i < count {
            let (sum, overflow) = a[i].addingReportingOverflow(carry)
            a[i] = sum
            carry = overflow ? 1 : 0
            i += 1
        }
        return carry != 0
    }

    /// Subtracts a word in place; the borrow out.
    @inline(__always)
    package static func subtract(_ a: Words, _ count: Int, word: UInt) -> Bool {
        var borrow = word
        var i = 0
        while borrow != 0, i < count {
            let (difference, overflow) = a[i].subtractingReportingOverflow(borrow)
            a[i] = difference
            borrow = overflow ? 1 : 0
            i += 1
        }
        return borrow != 0
    }

    /// −1, 0 or 1 as `a` is less than, equal to or greater than `b`, both of `count` words.
    @inline(__always)
    package static func compare(_ a: Source, _ b: Source, _ count: Int) -> Int {
        var i = count
        while i > 0 {
            i -= 1
            if a[i] != b[i] { return a[i] < b[i] ? -1 : 1 }
        }
        return 0
    }

    /// `result = a · 2^bits` with `bits` in 0..<64; the bits shifted out.
    ///
    /// `result` may be `a` or lie above it.
    @inline(__always)
    package static func shiftLeft(_ result: Words, _ a: Source, _ count: Int, _ bits: Int) -> UInt {
        guard bits != 0 else {
            if UnsafePointer(result) != a { result.update(from: a, count: count) }
            return 0
        }
        var above: UInt = 0
        var i = count
        while i > 0 {
            i -= 1
            let word = a[i]
            if i == count - 1 { above = word &>> UInt(64 - bits) } else { result[i + 1] |= word &>> UInt(64 - bits) }
            result[i] = word &<< UInt(bits)
        }
        return above
    }

    /// `result = ⌊a / 2^bits⌋` with `bits` in 0..<64.
    ///
    /// `result` may be `a` or lie below it.
    @inline(__always)
    package static func shiftRight(_ result: Words, _ a: Source, _ count: Int, _ bits: Int) {
        guard bits != 0 else {
            if UnsafePointer(result) != a { result.update(from: a, count: count) }
            return
        }
        for i in 0..<count {
            let above = i + 1 < count ? a[i + 1] &<< UInt(64 - bits) : 0
            result[i] = a[i] &>> UInt(bits) | above
        }
    }

    /// The number of words without leading zeros.
    @inline(__always)
    package static func significant(_ a: Source, _ count: Int) -> Int {
        var count = count
        while count > 0, a[count - 1] == 0 { count -= 1 }
        return count
    }
}
