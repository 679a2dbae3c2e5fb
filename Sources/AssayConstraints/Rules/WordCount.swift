// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response has a number of words within given bounds.
///
///     {"verifier": "words", "min": 300, "max": 400}
///
/// ## How it decides
/// What a word is depends on ``unit``. The score is how near the number comes to the bound.
///
/// - Source of `runs`: Zhou et al., "Instruction-Following Evaluation for Large Language Models", 2023,
///   arXiv:2311.07911, `length_constraints:number_words`.
/// - Cost: one pass, about 300 MB/s.
public struct WordCount: Rule {
    /// What counts as a word.
    public enum Unit: String, Sendable, CaseIterable {
        /// Runs of letters, numbers and `_`: `don't` and `3.14` are two words.
        case runs
        /// What stands between white space and has a letter or a number: `don't` is one word, a lone dash none.
        case spaced
        /// What stands between white space.
        case tokens
    }

    /// The bound on the number of words.
    public let bound: Bound
    /// What counts as a word.
    public let unit: Unit

    /// Creates the rule.
    public init(_ bound: Bound, unit: Unit = .runs) {
        self.bound = bound
        self.unit = unit
    }

    /// Words never become more where lines or asterisks are left out.
    public var mayPassWithLess: Bool { bound.maximum != nil || unit != .runs }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let words = WordCount.count(in: input.response, unit)
        return input.verdict(bound.contains(words), score: bound.credit(words)) {
            [.count("words", words, required: bound.described)]
        }
    }

    /// The number of words.
    static func count(in text: Text, _ unit: Unit) -> Int {
        switch unit {
        case .runs: return text.wordCount
        case .tokens: return UnicodeText.whitespaceTokenCount(of: text.bytes, in: 0..<text.bytes.count)
        case .spaced:
            var count = 0
            for token in text.whitespaceTokens where text.hasWordScalar(token) { count += 1 }
            return count
        }
    }
}

extension Text {
    /// Whether a letter or a number stands in `range`.
    func hasWordScalar(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if UnicodeScalars.isAlphanumeric(scalar) { return true }
            index += length
        }
        return false
    }
}
