// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// Passes when keywords stand in the response as often as they should.
///
///     {"verifier": "keyword", "keyword": ["sun", "moon"], "min": 2}
///
/// ## How it decides
/// 1. The occurrences of each keyword are counted, without overlap.
/// 2. A keyword is satisfied when its count lies within the bound (at least one where none is given).
/// 3. `all` keywords have to be satisfied, or `any`, or `none`.
///
/// The score is the share of satisfied keywords (with `none`, of those that are not), except with `any`; for a single
/// keyword it is how near the count comes to the bound.
///
/// - Cost: one search per keyword, some GB/s for a word of ASCII.
public struct KeywordRule: Rule {
    /// How many of the keywords have to be satisfied.
    public enum Quantity: String, Sendable, CaseIterable {
        case all, any, none
    }

    /// The keywords, each with the bound of its count.
    public let keywords: [(keyword: Keyword, bound: Bound)]
    /// How many of them have to be satisfied.
    public let quantity: Quantity

    /// Creates the rule with one bound for all keywords.
    public init(_ keywords: [Keyword], _ quantity: Quantity = .all, bound: Bound = Bound(minimum: 1)) {
        self.init(keywords.map { ($0, bound) }, quantity)
    }

    /// Creates the rule with a bound for each keyword.
    public init(_ keywords: [(keyword: Keyword, bound: Bound)], _ quantity: Quantity = .all) {
        self.keywords = keywords
        self.quantity = quantity
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        var satisfied = 0
        var lastCount = 0
        for (keyword, bound) in keywords {
            if bound.minimum == 1, bound.maximum == nil {
                lastCount = keyword.first(in: text) == nil ? 0 : 1
            } else {
                lastCount = keyword.count(in: text)
            }
            if bound.contains(lastCount) { satisfied += 1 }
        }
        let total = keywords.count
        let passed: Bool
        var score: Double?
        switch quantity {
        case .all:
            passed = satisfied == total
            if total == 1 {
                score = keywords[0].bound.credit(lastCount)
            } else if total > 0 {
                score = Double(satisfied) / Double(total)
            }
        case .any:
            passed = satisfied > 0
        case .none:
            passed = satisfied == 0
            if total > 0 { score = Double(total - satisfied) / Double(total) }
        }
        return input.verdict(passed, score: score) {
            var evidence: [Evidence] = []
            for (keyword, bound) in keywords where evidence.count < 5 {
                let count = keyword.count(in: text)
                if !passed, quantity != .any, bound.contains(count) == (quantity == .all) { continue }
                let required = quantity == .none ? "not \(bound.described)" : bound.described
                evidence.append(
                    .count(
                        "keyword \"\(keyword.source)\"", count,
                        required: quantity == .none && bound == Bound(minimum: 1) ? "none" : required))
                guard evidence.count < 3 else { continue }
                for place in keyword.places(in: text, limit: 3) {
                    evidence.append(.place("keyword \"\(keyword.source)\"", place))
                }
            }
            return evidence
        }
    }
}
