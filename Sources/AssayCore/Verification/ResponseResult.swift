// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The decision on one check of one response.
public struct CheckResult: Sendable {
    /// The check.
    public let prepared: PreparedCheck
    /// The verdict or the error; under the strict protocol where both were asked for.
    public let outcome: Outcome
    /// Whether some variant passed under the loose protocol; nil where it was not asked for or there is none.
    public let loosePassed: Bool?
    /// The label under the strict protocol (or the only one); nil for an error.
    public let strictLabel: Label?

    /// A check that was decided.
    init(prepared: PreparedCheck, verdict: consuming Verdict, loosePassed: Bool?) {
        self.prepared = prepared
        // Taken before the verdict is put away: reading it out again would copy all of it.
        strictLabel = verdict.label
        outcome = .verdict(verdict)
        self.loosePassed = loosePassed
    }

    /// A check that could not be decided.
    init(prepared: PreparedCheck, error: CheckError) {
        self.prepared = prepared
        strictLabel = nil
        outcome = .error(error)
        loosePassed = nil
    }

    /// The label under the loose protocol, the strict one where there is none.
    public var looseLabel: Label? { loosePassed == true ? .pass : strictLabel }
}

/// The decisions on one response.
public struct ResponseResult: Sendable {
    /// Index of the response in its record.
    public var index: Int
    /// The answer that was judged: the response after its reasoning.
    public var answer: [UInt8]
    /// The decisions in the order of the checks.
    public var checks: [CheckResult]

    /// The worst of the checks in the order error, fail, invalid, abstain, pass; nil for an error.
    public var label: Label? {
        var worst = Label.pass
        // By index: a loop over elements would copy each verdict.
        for index in checks.indices {
            guard let label = checks[index].strictLabel else { return nil }
            if ResponseResult.rank(label) > ResponseResult.rank(worst) { worst = label }
        }
        return worst
    }

    /// The same under the loose protocol.
    public var looseLabel: Label? {
        var worst = Label.pass
        for index in checks.indices {
            guard let label = checks[index].looseLabel else { return nil }
            if ResponseResult.rank(label) > ResponseResult.rank(worst) { worst = label }
        }
        return worst
    }

    private static func rank(_ label: Label) -> Int {
        switch label {
        case .pass: 0
        case .abstain: 1
        case .invalid: 2
        case .fail: 3
        }
    }

    /// The weighted mean of the checks' scores; nil where one has none.
    public var score: Double? {
        var sum = 0.0
        var weight = 0.0
        for check in checks {
            guard case .verdict(let verdict) = check.outcome, let score = verdict.score else { return nil }
            sum += score * check.prepared.check.weight
            weight += check.prepared.check.weight
        }
        return weight > 0 ? sum / weight : nil
    }

    /// The share of satisfied checks (constraint satisfaction rate): Σ wₖ·fₖ / Σ wₖ over the decided ones, fₖ 1 for pass,
    /// else 0. Nil where none was decided.
    ///
    /// - Source: Wang et al., "ACT: Aligning to ConsTraints", 2024, arXiv:2403.06326.
    public var satisfaction: Double? {
        var sum = 0.0
        var weight = 0.0
        for index in checks.indices {
            guard let label = checks[index].strictLabel, label != .abstain else { continue }
            let share = checks[index].prepared.check.weight
            if label == .pass { sum += share }
            weight += share
        }
        return weight > 0 ? sum / weight : nil
    }
}
