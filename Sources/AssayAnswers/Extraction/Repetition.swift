// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Tells text that has run into a loop.
enum Repetition {
    /// The shortest tail that counts, in bytes.
    private static let shortestTail = 400
    /// The longest block that repeats, and how often it has to.
    private static let longestBlock = 600
    private static let repeats = 6
    /// How much of the end is looked at for a block.
    private static let window = 8 << 10
    /// From which size on the whole text is measured, and how well it may compress.
    private static let shortestMeasured = 4 << 10
    private static let largestRatio = 12.0
    /// How much of a text is measured.
    private static let longestMeasured = 256 << 10

    /// What repeats, in a sentence; nil where nothing does.
    static func find(in range: Range<Int>, of text: AnswerText) -> String? {
        if let block = block(in: range, of: text) {
            return "the end repeats a block of \(block) bytes at least \(repeats) times"
        }
        if range.count > shortestMeasured, ratio(in: range, of: text) > largestRatio {
            return "the text is \(Int(largestRatio)) times as long as what it says"
        }
        return nil
    }

    /// The length of the block that the end of `range` repeats: the Z-function of the reversed tail.
    private static func block(in range: Range<Int>, of text: AnswerText) -> Int? {
        let count = min(range.count, window)
        guard count >= shortestTail else { return nil }
        let end = range.upperBound - 1
        var z = [Int](repeating: 0, count: count)
        var (left, right) = (0, 0)
        for index in 1..<count {
            if index < right { z[index] = min(right - index, z[index - left]) }
            while index + z[index] < count, text[end - z[index]] == text[end - index - z[index]] { z[index] += 1 }
            if index + z[index] > right { (left, right) = (index, index + z[index]) }
            // The tail has the period `index` as far as it agrees with itself shifted.
            if index <= longestBlock, z[index] + index >= max(shortestTail, repeats * index) { return index }
        }
        return nil
    }

    /// About how many times shorter gzip would make the text: matches of a greedy Lempel–Ziv parse with one candidate each.
    private static func ratio(in range: Range<Int>, of text: AnswerText) -> Double {
        let low = max(range.lowerBound, range.upperBound - longestMeasured)
        var last = [Int32](repeating: -1, count: 1 << 14)
        var bits = 0.0
        var index = low
        while index < range.upperBound {
            guard index + 4 <= range.upperBound else {
                bits += 6
                index += 1
                continue
            }
            let word =
                UInt32(text[index]) | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2]) << 16
                | UInt32(text[index + 3]) << 24
            let slot = Int((word &* 2_654_435_761) >> 18)
            let candidate = Int(last[slot])
            last[slot] = Int32(truncatingIfNeeded: index - low)
            var length = 0
            if candidate >= 0, index - low - candidate <= 32768 {
                while length < 258, index + length < range.upperBound,
                    text[low + candidate + length] == text[index + length]
                {
                    length += 1
                }
            }
            if length >= 4 {
                bits += 14
                index += length
            } else {
                bits += 6
                index += 1
            }
        }
        return Double(range.upperBound - low) * 8 / max(bits, 1)
    }
}
