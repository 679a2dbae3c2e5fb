// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Tells one answer from several that are offered as alternatives.
package enum Hedging {
    /// Whether "or" stands in `range` as a word, also in other languages.
    package static func hasOr(_ range: Range<Int>, of text: AnswerText) -> Bool {
        text.containsWord("or", in: range) || text.containsWord("oder", in: range) || text.containsWord("ou", in: range)
            || text.find("或", in: range) != nil || text.find("または", in: range) != nil
            || text.find("или", in: range) != nil || text.find("또는", in: range) != nil
    }

    /// Whether different numbers of one clause are offered as alternatives: "41 or 42", "41, 42 or 43".
    package static func joinsAlternatives(_ numbers: [Range<Int>], in clause: Range<Int>, of text: AnswerText) -> Bool {
        guard numbers.count > 1 else { return false }
        for (first, second) in zip(numbers, numbers.dropFirst()) {
            let gap = first.upperBound..<max(first.upperBound, second.lowerBound)
            // "2 or more", "5 or so" have no second number; "12 apples or 3 pears" names two things, and two answers.
            if gap.count <= 24, hasOr(gap, of: text), differ(first, second, in: text) { return true }
        }
        return false
    }

    /// Whether different numbers stand one after the other with nothing but commas and "and" between: `41, 42, 43`.
    package static func formsList(_ numbers: [Range<Int>], of text: AnswerText) -> Bool {
        guard numbers.count > 1 else { return false }
        var hasDifference = false
        for (first, second) in zip(numbers, numbers.dropFirst()) {
            guard second.lowerBound > first.upperBound,
                Lists.isJoiner(first.upperBound..<second.lowerBound, of: text)
            else { return false }
            if differ(first, second, in: text) { hasDifference = true }
        }
        return hasDifference
    }

    /// Whether two numbers are not the same: `1/2` and `0.5` are.
    private static func differ(_ first: Range<Int>, _ second: Range<Int>, in text: AnswerText) -> Bool {
        if text.bytes[first] == text.bytes[second] { return false }
        guard let one = value(first, in: text), let other = value(second, in: text) else { return true }
        return abs(one - other) > 1e-3 * max(abs(one), abs(other))
    }

    /// The value of a decimal or of a quotient of two.
    private static func value(_ range: Range<Int>, in text: AnswerText) -> Double? {
        var parts: [[UInt8]] = [[]]
        let isPercent = text[range.upperBound] == UInt8(ascii: "%") || text.matches("\\%", at: range.upperBound)
        for index in range {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "$"): continue
            case UInt8(ascii: "/"): parts.append([])
            default: parts[parts.count - 1].append(byte)
            }
        }
        guard parts.count <= 2 else { return nil }
        let values = parts.compactMap { Double(String(decoding: $0, as: UTF8.self)) }
        guard values.count == parts.count, let first = values.first else { return nil }
        return (values.count == 2 ? first / values[1] : first) / (isPercent ? 100 : 1)
    }
}
