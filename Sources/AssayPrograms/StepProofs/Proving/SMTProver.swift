// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Proves and refutes by an SMT solver (z3), and believes neither its models nor its silence: a counterexample is
/// computed again exactly, and assumptions that nothing meets prove nothing.
///
/// ## How it decides
/// 1. Assumptions, side conditions and the claim's negation: where nothing meets them, the claim holds wherever it has a value.
/// 2. A model is put into the goal by exact arithmetic; one that does not refute it there decides nothing.
/// 3. The assumptions alone have to be met by something, else they are vacuous.
/// 4. Each side condition (a denominator that is not 0, a radicand that is not negative) has to follow, else it is named.
///
/// - Cost: a few milliseconds a goal; ``SMTSolver/limit`` at most.
package struct SMTProver: StepProver {
    package var name: String { "smt" }
    /// Where solvers come from.
    let pool: SolverPool

    /// Creates a prover.
    package init(_ pool: SolverPool) { self.pool = pool }

    package func prove(_ goal: ProofGoal) async -> ProofResult {
        let problem: SMTProblem
        do { problem = try SMTProblem(goal) } catch { return ProofResult(.unknown, by: name, error.reason) }
        guard problem.refutation.utf8.count <= 200_000, problem.conditions.count <= 8 else {
            return ProofResult(.unknown, by: name, "the goal is too long for the solver")
        }
        var deadline = SolverDeadline()
        let main = await pool.ask(problem, problem.refutation, wantsModel: true, &deadline)
        let statement = "(set-logic \(problem.logic))\n\(problem.refutation)\n(check-sat)"
        func result(_ state: ProofResult.State, _ reason: String, _ values: [String: String] = [:]) -> ProofResult {
            ProofResult(state, by: name, reason, counterexample: values, statement: statement)
        }
        switch main {
        case .failed(let reason): return result(.unknown, reason)
        case .unknown(let reason): return result(.unknown, "the solver gave up: \(reason)")
        case .satisfiable(let text):
            guard let found = SMTValues.read(text) else {
                return result(.unknown, "the solver has a counterexample that cannot be computed again exactly")
            }
            var values: [String: Surd] = [:]
            for (variable, symbol) in problem.names { values[variable] = found[symbol] }
            let evaluator = ExactValue(values, meter: WorkMeter(50_000_000))
            guard goal.isRefuted(by: evaluator) else {
                return result(.unknown, "the solver's counterexample does not hold when it is computed again")
            }
            let shown = values.mapValues { $0.rational.map(ValueText.text) ?? $0.text }
            return result(.refuted, NativeProver.values(goal.claim, evaluator), shown)
        case .unsatisfiable: break
        }
        if !goal.assumptions.isEmpty {
            switch await pool.ask(problem, problem.consistency, wantsModel: false, &deadline) {
            case .satisfiable: break
            case .unsatisfiable: return result(.vacuous, "the assumptions contradict each other")
            case .unknown(let reason), .failed(let reason):
                return result(.unknown, "whether the assumptions contradict each other is not known: \(reason)")
            }
        }
        for index in problem.conditions.indices {
            let condition = problem.conditions[index].formula
            switch await pool.ask(problem, problem.violation(index), wantsModel: false, &deadline) {
            case .unsatisfiable: continue
            case .satisfiable:
                return result(.unknown, "it holds only where \(condition.text), which is not said")
            case .unknown(let reason), .failed(let reason):
                return result(.unknown, "whether \(condition.text) is not known: \(reason)")
            }
        }
        return result(.proved, "no values meet the assumptions and not the claim")
    }
}

/// What a solver said.
enum SolverAnswer: Sendable, Hashable {
    case unsatisfiable
    /// With what it answered to `get-value`.
    case satisfiable(String)
    /// It does not know: a limit, or incompleteness.
    case unknown(String)
    /// It is missing, broke or hung.
    case failed(String)
}

/// What is left of a step's time.
struct SolverDeadline: Sendable {
    /// Milliseconds of a whole step.
    static let milliseconds = 2_000
    private(set) var left = SolverDeadline.milliseconds

    /// Takes away what a question has used.
    mutating func use(_ milliseconds: Int) { left = max(0, left - milliseconds) }
}
