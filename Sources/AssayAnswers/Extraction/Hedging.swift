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
            guard gap.count <= 24, hasOr(gap, of: text), text.string(first) != text.string(second) else { continue }
            // "2 or more", "5 or so" have no second number; "12 apples or 3 pears" names two things, and two answers.
            return true
        }
        return false
    }
}
