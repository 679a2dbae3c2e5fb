// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response has a number of sentences within given bounds.
///
///     {"verifier": "sentences", "max": 5}
///
/// Sentences are those of the Punkt algorithm with an English model; a line feed alone does not end one. The score is
/// how near the number comes to the bound.
///
/// - Source: Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary Detection", Computational Linguistics 32(4),
///   2006.
public struct SentenceCount: Rule {
    /// The bound on the number of sentences.
    public let bound: Bound

    /// Whether the number is always counted, for the score; else only as far as the decision and its evidence need.
    public let countsAlways: Bool

    /// Creates the rule.
    public init(_ bound: Bound, countsAlways: Bool = true) {
        self.bound = bound
        self.countsAlways = countsAlways
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        if !countsAlways, let verdict = quickVerdict(text, input.wantsEvidence) { return verdict }
        let sentences = text.sentences.count
        return input.verdict(bound.contains(sentences), score: bound.credit(sentences)) {
            [.count("sentences", sentences, required: bound.described)]
        }
    }

    /// The decision without the number, where nobody will read it.
    private func quickVerdict(_ text: Text, _ evidence: EvidencePolicy) -> Verdict? {
        func hasSentences(_ count: Int) -> Bool { text.resources.english.hasSentences(atLeast: count, in: text.bytes) }
        let isEnough = bound.minimum.map(hasSentences) ?? true
        let isTooMany = bound.maximum.map { $0 < Int.max && hasSentences($0 + 1) } ?? false
        let passed = isEnough && !isTooMany
        return evidence.wants(passed) ? nil : Verdict(passed ? .pass : .fail)
    }
}
