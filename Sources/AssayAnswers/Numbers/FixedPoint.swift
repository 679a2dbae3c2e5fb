// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Elementary functions of fractions of `count` words (the value is the words over `2^(64·count)`).
///
/// Each returns how many bits at the low end of its result may be wrong: errors are below `2^bits` units of the last word.
enum FixedPoint {
    /// Words of scratch memory that the functions need.
    static func scratch(_ count: Int) -> Int { 6 * count + 8 }

    /// `result = exp(r)` in `count + 1` words, the last of them the whole part; `r` below 1 is destroyed.
    static func exponential(_ result: Limbs.Words, _ r: Limbs.Words, _ count: Int, _ scratch: Limbs.Words) -> Int {
        let halvings = 4 + Int(Double(64 * count).squareRoot() * 0.55)
        Limbs.shiftRight(r, r, count, min(halvings, 63))
        result.update(from: r, count: count)
        result[count] = 1
        let term = scratch
        let product = scratch + count
        term.update(from: r, count: count)
        let length = Limbs.significant(r, count)
        var size = length
        var k: UInt = 2
        while true {
            size = nextTerm(term, size, r, length, count, product, divisor: k)
            if size == 0 { break }
            if Limbs.add(result, result, term, size) { _ = Limbs.add(result + size, count + 1 - size, word: 1) }
            k += 1
        }
        let square = scratch
        for _ in 0..<min(halvings, 63) {
            Limbs.multiply(square, result, count + 1, result, count + 1)
            result.update(from: square + count, count: count + 1)
        }
        // Terms are off by at most 2 units each, and every squaring about doubles what is off.
        return halvings + 12
    }

    /// `sine = sin r` and `versine = 1 − cos r` for `r` in 0…0.8, which is destroyed.
    static func sineVersine(
        _ sine: Limbs.Words, _ versine: Limbs.Words, _ r: Limbs.Words, _ count: Int, _ scratch: Limbs.Words
    ) -> Int {
        let halvings = min(4 + Int(Double(64 * count).squareRoot() * 0.4), 63)
        Limbs.shiftRight(r, r, count, halvings)
        sine.update(from: r, count: count)
        versine.update(repeating: 0, count: count)
        let term = scratch
        let product = scratch + count
        term.update(from: r, count: count)
        let length = Limbs.significant(r, count)
        var size = length
        var k: UInt = 2
        while true {
            size = nextTerm(term, size, r, length, count, product, divisor: k)
            if size == 0 { break }
            let target = k & 1 == 0 ? versine : sine
            // t − t³/6 + …, t²/2 − t⁴/24 + …
            if k & 3 == 0 || k & 3 == 3 {
                if Limbs.subtract(target, target, term, size) {
                    _ = Limbs.subtract(target + size, count - size, word: 1)
                }
            } else if Limbs.add(target, target, term, size) {
                _ = Limbs.add(target + size, count - size, word: 1)
            }
            k += 1
        }
        for _ in 0..<halvings {
            // sin 2t = 2 (sin t − sin t · v), 1 − cos 2t = 2 sin² t
            Limbs.multiply(product, sine, count, versine, count)
            Limbs.multiply(product + 2 * count, sine, count, sine, count)
            _ = Limbs.subtract(sine, sine, product + count, count)
            _ = Limbs.shiftLeft(sine, sine, count, 1)
            _ = Limbs.shiftLeft(versine, product + 3 * count, count, 1)
        }
        return halvings + 13
    }

    /// `term ← term · r / divisor`, of which `size` words count; the words that count afterwards.
    @inline(__always)
    private static func nextTerm(
        _ term: Limbs.Words, _ size: Int, _ r: Limbs.Words, _ length: Int, _ count: Int, _ product: Limbs.Words,
        divisor: UInt
    ) -> Int {
        let total = size + length
        guard size > 0, length > 0, total > count else { return 0 }
        Limbs.multiply(product, term, size, r, length)
        let kept = total - count
        term.update(from: product + count, count: kept)
        _ = Limbs.divide(term, kept, byWord: divisor)
        return Limbs.significant(term, kept)
    }
}
