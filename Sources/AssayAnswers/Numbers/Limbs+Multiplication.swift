// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension Limbs {
    /// Words from which on Karatsuba's method pays.
    private static let karatsubaLimit = 40

    /// `result = a · b` into `aCount + bCount` words, which must not overlap with `a` or `b`.
    package static func multiply(_ result: Words, _ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int) {
        if aCount < bCount { return multiply(result, b, bCount, a, aCount) }
        if bCount < karatsubaLimit { return multiplyPlain(result, a, aCount, b, bCount) }
        if aCount == bCount {
            withUnsafeTemporaryAllocation(of: UInt.self, capacity: 4 * aCount + 128) { scratch in
                guard let base = scratch.baseAddress else { return }
                multiplyBalanced(result, a, b, aCount, scratch: base)
            }
            return
        }
        multiplyInBlocks(result, a, aCount, b, bCount)
    }

    /// The method learned in school.
    @inline(__always)
    package static func multiplyPlain(_ result: Words, _ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int) {
        guard aCount > 0, bCount > 0 else {
            result.update(repeating: 0, count: aCount + bCount)
            return
        }
        result[aCount] = multiply(result, a, aCount, byWord: b[0])
        for j in 1..<max(bCount, 1) {
            result[aCount + j] = addProduct(result + j, a, aCount, b[j])
        }
    }

    /// A long factor cut into pieces as long as the short one.
    private static func multiplyInBlocks(_ result: Words, _ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int) {
        withUnsafeTemporaryAllocation(of: UInt.self, capacity: 6 * bCount + 128) { memory in
            guard let block = memory.baseAddress else { return }
            let scratch = block + 2 * bCount
            result.update(repeating: 0, count: aCount + bCount)
            var start = 0
            while start < aCount {
                let length = min(bCount, aCount - start)
                if length == bCount {
                    multiplyBalanced(block, a + start, b, bCount, scratch: scratch)
                } else {
                    multiply(block, b, bCount, a + start, length)
                }
                let target = result + start
                if add(target, target, block, length + bCount) {
                    _ = add(target + length + bCount, aCount - start - length, word: 1)
                }
                start += length
            }
        }
    }

    /// Karatsuba's method: three products of half the length.
    ///
    /// `scratch` holds `4 · count + 128` words.
    private static func multiplyBalanced(_ result: Words, _ a: Source, _ b: Source, _ count: Int, scratch: Words) {
        guard count >= karatsubaLimit else { return multiplyPlain(result, a, count, b, count) }
        let low = count / 2
        let high = count - low
        // |a₁ − a₀| and |b₁ − b₀|, of `high` words each, then their product.
        let differenceA = result
        let differenceB = result + high
        let isNegative =
            absoluteDifference(differenceA, a + low, high, a, low)
            != absoluteDifference(differenceB, b + low, high, b, low)
        let middle = scratch
        let rest = scratch + 2 * high + 2
        multiplyBalanced(middle, differenceA, differenceB, high, scratch: rest)
        multiplyBalanced(result, a, b, low, scratch: rest)
        multiplyBalanced(result + 2 * low, a + low, b + low, high, scratch: rest)
        // a₁b₀ + a₀b₁ = a₀b₀ + a₁b₁ − (a₁ − a₀)(b₁ − b₀), in 2·high + 1 words.
        let size = 2 * high
        var carry: UInt = 0
        if isNegative {
            carry = add(middle, middle, result + 2 * low, size) ? 1 : 0
        } else {
            carry = subtract(middle, result + 2 * low, middle, size) ? UInt.max : 0
        }
        if add(middle, middle, result, 2 * low) {
            if add(middle + 2 * low, size - 2 * low, word: 1) { carry &+= 1 }
        }
        if add(result + low, result + low, middle, size) { carry &+= 1 }
        _ = add(result + low + size, 2 * count - low - size, word: carry)
    }

    /// `result = |a − b|` in `aCount` words, `aCount ≥ bCount`; whether the difference is negative.
    private static func absoluteDifference(
        _ result: Words, _ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int
    ) -> Bool {
        let isLess = significant(a + bCount, aCount - bCount) == 0 && compare(a, b, bCount) < 0
        if isLess {
            _ = subtract(result, b, a, bCount)
            for i in bCount..<aCount { result[i] = 0 }
        } else {
            let borrow = subtract(result, a, b, bCount)
            for i in bCount..<aCount { result[i] = a[i] }
            if borrow { _ = subtract(result + bCount, aCount - bCount, word: 1) }
        }
        return isLess
    }
}
