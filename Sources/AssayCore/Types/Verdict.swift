// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What a verdict says of a response.
public enum Label: String, Sendable, Hashable, CaseIterable {
    /// The response meets the requirement.
    case pass
    /// It does not.
    case fail
    /// It cannot be judged, and that is its own fault: truncated, repetitive, refused. Counted as not passed.
    case invalid
    /// The verifier cannot tell, or its work budget is spent. Counted beside the mean, never in it.
    case abstain
}

/// The decision on one check.
public struct Verdict: Sendable, Hashable {
    /// The decision.
    public var label: Label
    /// 0…1; none where the verifier abstains.
    public var score: Double?
    /// Why, where the label is not told by the evidence alone.
    public var reason: Reason?
    /// The facts behind it.
    public var evidence: [Evidence]
    /// Decisions on parts: steps, tests, criteria, subtasks.
    public var parts: [Part]
    /// Numbers measured on the way, by name.
    public var measures: [String: Double]
    /// What the decision cost in model calls.
    public var cost: Cost

    /// Creates a verdict; the score follows from the label where none is given.
    public init(
        _ label: Label, score: Double? = nil, reason: Reason? = nil, evidence: [Evidence] = [], parts: [Part] = [],
        measures: [String: Double] = [:], cost: Cost = Cost()
    ) {
        self.label = label
        self.score = label == .abstain ? nil : score ?? (label == .pass ? 1 : 0)
        self.reason = reason
        self.evidence = evidence
        self.parts = parts
        self.measures = measures
        self.cost = cost
    }
}

/// A decision on a part of the response.
public struct Part: Sendable, Hashable {
    /// The part's name.
    public var key: String
    /// Where it stands.
    public var span: Span?
    /// The decision.
    public var verdict: Verdict

    /// Creates a part.
    public init(key: String, span: Span? = nil, verdict: Verdict) {
        self.key = key
        self.span = span
        self.verdict = verdict
    }
}

/// Why a verdict has its label.
public struct Reason: Sendable, Hashable {
    /// A stable word: `truncated`, `budget`, `empty`.
    public var code: String
    /// A sentence for people.
    public var detail: String?

    /// Creates a reason.
    public init(_ code: String, _ detail: String? = nil) {
        self.code = code
        self.detail = detail
    }

    /// Reasoning that never ends: there is no answer to judge.
    public static let truncated = Reason("truncated", "the reasoning never ends, so there is no answer")
    /// The work budget is spent.
    public static func budget(_ detail: String) -> Reason { Reason("budget", detail) }
}

/// A verdict, or the error that prevented one.
public enum Outcome: Sendable, Hashable {
    case verdict(Verdict)
    case error(CheckError)
}
