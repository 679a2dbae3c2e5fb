// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A step, what was claimed in it, and what became of that.
struct StepRecord {
    /// Bytes of the response, without a bullet or a number.
    var range: Range<Int>
    var claims: [ClaimRecord] = []
    /// Why parts of it were not read.
    var unread: [String] = []

    /// The step's state: the worst of its claims, in the order refuted, unknown, proved, not formalised, not required.
    var state: StepState {
        for state in [StepState.refuted, .unknown, .proved, .notFormalised]
        where claims.contains(where: { $0.state == state }) {
            return state
        }
        return unread.isEmpty ? .notRequired : .notFormalised
    }
}

/// One claim of a step.
struct ClaimRecord {
    var state: StepState
    /// Why, for people.
    var reason: String
    var backend: String
    /// The goal: `x > 0, x^2 = 4 ⊢ x = 2`.
    var statement: String
    /// What a solver was given.
    var script: String?
    var counterexample: [String: String] = [:]
    /// Bytes of the response.
    var range: Range<Int>
    /// The goal that was decided, for evidence in other languages.
    var goal: ProofGoal?
}
