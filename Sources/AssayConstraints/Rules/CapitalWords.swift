// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response has a number of words in capital letters within given bounds.
///
///     {"verifier": "capital-words", "max": 5}
///
/// ## How it decides
/// A word in capitals has at least one letter with case and none that is not upper case: `I`, `GPT-4` and `U.S.` are.
/// Words stand between white space, punctuation around them left out; with ``usesTokens`` they are tokens by the
/// Treebank conventions, which part `DON'T` in two. The score is how near the number comes to the bound.
///
/// - Source of the tokens: Zhou et al., arXiv:2311.07911, `change_case:capital_word_frequency`.
public struct CapitalWords: Rule {
    /// The bound on the number of words in capitals.
    public let bound: Bound
    /// Whether words are tokens by the Treebank conventions.
    public let usesTokens: Bool

    /// Creates the rule.
    public init(_ bound: Bound, usesTokens: Bool = false) {
        self.bound = bound
        self.usesTokens = usesTokens
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        if usesTokens {
            // Most texts are far from the limit: then bounds decide, and the number is only needed as evidence.
            let bounds = TreebankTokenizer.uppercaseBounds(in: text.bytes)
            let isInside =
                (bound.minimum.map { bounds.lowerBound >= $0 } ?? true)
                && (bound.maximum.map { bounds.upperBound <= $0 } ?? true)
            let isOutside =
                (bound.minimum.map { bounds.upperBound < $0 } ?? false)
                || (bound.maximum.map { bounds.lowerBound > $0 } ?? false)
            if isInside || isOutside, !input.wantsEvidence.wants(isInside) { return Verdict(isInside ? .pass : .fail) }
        }
        let count = capitals(in: text) { _ in }
        return input.verdict(bound.contains(count), score: bound.credit(count)) {
            var evidence = [Evidence.count("words in capitals", count, required: bound.described)]
            _ = capitals(in: text) { if evidence.count < 6 { evidence.append(.place("word in capitals", $0)) } }
            return evidence
        }
    }

    private func capitals(in text: Text, _ body: (Range<Int>) -> Void) -> Int {
        var count = 0
        if usesTokens {
            for token in text.tokens where text.isUpper(token.range) {
                count += 1
                body(token.range)
            }
        } else {
            for token in text.whitespaceTokens where text.isUpper(token) {
                count += 1
                body(UnicodeText.strippedRange(of: text.bytes, in: token, characters: .punctuation))
            }
        }
        return count
    }
}

extension Text {
    /// Whether a part has a cased scalar and none that is lower or title case (`str.isupper`).
    func isUpper(_ range: Range<Int>) -> Bool { UnicodeText.isUpper(bytes, in: range) }
}
