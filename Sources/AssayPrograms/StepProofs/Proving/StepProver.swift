// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

/// Proves or refutes one claim from assumptions.
///
/// Backends are provers, one after the other; a prover of formal proofs, or one that asks a model for a formalisation,
/// joins by being one more.
///
/// ## Implementation guidance
/// - `proved` needs a proof for all values of the variables of their sorts at which the assumptions hold, and that there are
///   such values; every division and root in the claim has a value there.
/// - `refuted` needs values at which the assumptions hold and the claim does not, replayed by ``ProofGoal/isRefuted(by:)``.
/// - Whatever goes wrong (a missing program, a crash, a limit) is `unknown` with a reason, and never thrown.
package protocol StepProver: Sendable {
    /// Its name in evidence: `native`, `smt`.
    var name: String { get }

    /// Tries to decide a goal.
    func prove(_ goal: ProofGoal) async -> ProofResult
}

/// A claim with what it is to follow from.
package struct ProofGoal: Hashable, Sendable {
    /// Sorts of variables; those without one are real.
    package var sorts: [String: Sort]
    /// What is assumed.
    package var assumptions: [Formula]
    /// What is to be proved.
    package var claim: Formula

    package init(_ claim: Formula, assuming assumptions: [Formula] = [], sorts: [String: Sort] = [:]) {
        self.claim = claim
        self.assumptions = assumptions
        self.sorts = sorts
    }

    /// The variables of claim and assumptions, in order.
    package var variables: [String] {
        assumptions.reduce(claim.variables) { $0.union($1.variables) }.sorted()
    }

    /// As people write it: `x > 0, x^2 = 4 ⊢ x = 2`.
    package var text: String {
        let whole = variables.filter { sorts[$0] == .integer }
        let left = assumptions.map(\.text) + (whole.isEmpty ? [] : [whole.joined(separator: ", ") + " whole"])
        return (left.isEmpty ? "" : left.joined(separator: ", ") + " ") + "⊢ " + claim.text
    }
}

/// What a prover found.
package struct ProofResult: Hashable, Sendable {
    /// The decision.
    package enum State: Hashable, Sendable { case proved, refuted, unknown, vacuous }

    package var state: State
    /// Who decided.
    package var backend: String
    /// Why, for people.
    package var reason: String
    /// The values of a counterexample, as text, by name.
    package var counterexample: [String: String] = [:]
    /// What the solver was given.
    package var statement: String?

    package init(
        _ state: State, by backend: String, _ reason: String, counterexample: [String: String] = [:],
        statement: String? = nil
    ) {
        self.state = state
        self.backend = backend
        self.reason = reason
        self.counterexample = counterexample
        self.statement = statement
    }
}

// MARK: - Side conditions

extension Formula {
    /// What has to hold so that every part of it has a value, inner parts first, each once.
    var conditions: [Formula] {
        var found: [Formula] = []
        for term in terms { term.collectConditions(&found) }
        return found
    }
}

extension Term {
    fileprivate func collectConditions(_ found: inout [Formula]) {
        for child in children { child.collectConditions(&found) }
        let condition: Formula
        switch self {
        case .divide(_, .number(let value)) where !value.isZero: return
        case .divide(_, let b): condition = .compare(b, .notEqual, .number(0))
        case .root(.number(let value), _) where value.signum >= 0: return
        case .root(let a, let n) where n % 2 == 0: condition = .compare(a, .greaterOrEqual, .number(0))
        default: return
        }
        if !found.contains(condition) { found.append(condition) }
    }
}

// MARK: - Replay

extension ProofGoal {
    /// Whether all assumptions hold for the values, exactly.
    func isSatisfied(by evaluator: ExactValue) -> Bool {
        for (name, sort) in sorts where sort == .integer {
            if let value = evaluator.values[name], value.rational?.isInteger != true { return false }
        }
        return assumptions.allSatisfy { evaluator.truth(of: $0) == .holds(bits: nil) }
    }

    /// Whether the assumptions hold and the claim does not, both exactly: the values are a counterexample.
    func isRefuted(by evaluator: ExactValue) -> Bool {
        isSatisfied(by: evaluator) && evaluator.truth(of: claim) == .fails
    }
}
