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

    /// Creates the rule.
    public init(_ bound: Bound) { self.bound = bound }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let sentences = input.response.sentences.count
        return input.verdict(bound.contains(sentences), score: bound.credit(sentences)) {
            [.count("sentences", sentences, required: bound.described)]
        }
    }
}
