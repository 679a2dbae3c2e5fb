// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Synchronization

/// π, e and ln 2, computed once to the longest precision asked for so far.
enum BigConstants {
    /// A constant in 1/2…1 as a fraction's words, least significant first, and the first of them of no use.
    private final class Store: Sendable {
        private let known = Mutex<[UInt]>([])
        private let compute: @Sendable (Int) -> [UInt]

        init(_ compute: @escaping @Sendable (Int) -> [UInt]) { self.compute = compute }

        /// The constant's leading words, cut off: less than two units of the last are missing.
        func words(_ count: Int) -> ArraySlice<UInt> {
            known.withLock { known in
                // One word more than asked for takes the errors of the computation.
                if known.count < count + 1 { known = compute(max(count + 1, 2 * known.count, 8)) }
                return known.suffix(count)
            }
        }
    }

    private static let quarterPi = Store { count in
        // π/4 = 4 arctan(1/5) − arctan(1/239)
        var sum = series(count, scale: 4, of: 5, isAlternating: true)
        subtract(series(count, scale: 1, of: 239, isAlternating: true), from: &sum)
        return sum
    }

    private static let logarithmOfTwo = Store { count in
        // ln 2 = 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749)
        var sum = series(count, scale: 18, of: 26, isAlternating: false)
        subtract(series(count, scale: 2, of: 4801, isAlternating: false), from: &sum)
        add(series(count, scale: 8, of: 8749, isAlternating: false), to: &sum)
        return sum
    }

    private static let quarterE = Store { count in
        // e/4 = Σ 1/(4 k!); its first two terms are 1/2.
        var term = [UInt](repeating: 0, count: count)
        term[count - 1] = 1 << 62
        var sum = term
        var k: UInt = 1
        while term.contains(where: { $0 != 0 }) {
            divide(&term, by: k)
            add(term, to: &sum)
            k += 1
        }
        return sum
    }

    /// `scale · Σ (±1)^k / ((2k + 1) n^(2k+1))`, for a first term below 1.
    private static func series(_ count: Int, scale: UInt, of n: UInt, isAlternating: Bool) -> [UInt] {
        // The first term is scale / n: a division of `scale` as the word above the fraction.
        var power = [UInt](repeating: 0, count: count + 1)
        power[count] = scale
        divide(&power, by: n)
        power.removeLast()
        var sum = power
        var k: UInt = 1
        while power.contains(where: { $0 != 0 }) {
            divide(&power, by: n * n)
            var term = power
            divide(&term, by: 2 * k + 1)
            if isAlternating, k % 2 == 1 { subtract(term, from: &sum) } else { add(term, to: &sum) }
            k += 1
        }
        return sum
    }

    private static func divide(_ a: inout [UInt], by n: UInt) {
        a.withUnsafeMutableBufferPointer { words in
            guard let base = words.baseAddress else { return }
            _ = Limbs.divide(base, Limbs.significant(base, words.count), byWord: n)
        }
    }

    private static func add(_ a: [UInt], to b: inout [UInt]) { combine(a, &b) { Limbs.add($0, $0, $1, $2) } }

    private static func subtract(_ a: [UInt], from b: inout [UInt]) {
        combine(a, &b) { Limbs.subtract($0, $0, $1, $2) }
    }

    private static func combine(_ a: [UInt], _ b: inout [UInt], _ body: (Limbs.Words, Limbs.Source, Int) -> Bool) {
        b.withUnsafeMutableBufferPointer { b in
            a.withUnsafeBufferPointer { a in
                if let x = b.baseAddress, let y = a.baseAddress { _ = body(x, y, min(a.count, b.count)) }
            }
        }
    }

    // MARK: - The constants

    /// π/4 in 1/2…1, to within two units of the last word.
    static func quarterPi(words: Int) -> ArraySlice<UInt> { quarterPi.words(words) }

    /// ln 2, to within two units of the last word.
    static func logarithmOfTwo(words: Int) -> ArraySlice<UInt> { logarithmOfTwo.words(words) }

    static func pi(words: Int) -> BigReal { ball(quarterPi.words(words), exponent: 2, words: words) }

    static func e(words: Int) -> BigReal { ball(quarterE.words(words), exponent: 2, words: words) }

    static func logarithmOfTwo(words: Int) -> BigReal { ball(logarithmOfTwo.words(words), exponent: 0, words: words) }

    private static func ball(_ fraction: ArraySlice<UInt>, exponent: Int, words: Int) -> BigReal {
        var error = ErrorBound(power: exponent - 64 * words + 1)
        let middle = fraction.withUnsafeBufferPointer { buffer -> BigFloat in
            guard let base = buffer.baseAddress else { return .zero }
            return BigFloat(base, buffer.count, exponent: exponent, isNegative: false, limit: words, error: &error)
        }
        return BigReal(middle, error: error, words: words)
    }
}
