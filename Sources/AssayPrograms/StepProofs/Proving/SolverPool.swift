// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import Dispatch
import Synchronization

/// Long-lived solver processes that are asked one question at a time each.
///
/// Every question begins with a reset, so that no answer depends on earlier ones. A process that breaks, hangs or answers
/// with something else is ended, and the next question starts another.
package final class SolverPool: Sendable {
    /// The solver's program; nil where there is none.
    package let program: String?
    /// Processes at a time.
    private let most: Int
    private struct State: Sendable {
        var idle: [SolverWorker] = []
        var running = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }
    private let state = Mutex(State())

    /// A pool of processes of `program`; z3 as it is found unless given.
    package init(program: String? = SolverPool.z3, most: Int = max(1, System.processorCount)) {
        self.program = program
        self.most = most
    }

    /// Where z3 is.
    package static let z3: String? = ProgramFinder.find("z3", in: ProgramFinder.path + ProgramFinder.systemFolders)

    /// Ends all processes that wait for questions.
    package func close() {
        let idle = state.withLock { state in
            let idle = state.idle
            state.idle = []
            return idle
        }
        for worker in idle { worker.close() }
    }

    deinit { close() }

    /// Asks a question within what is left of a step's time.
    func ask(
        _ problem: SMTProblem, _ script: String, wantsModel: Bool, _ deadline: inout SolverDeadline
    ) async -> SolverAnswer {
        guard let program else { return .failed("no prover: install z3") }
        guard deadline.left >= 50 else { return .unknown("the time limit of the step") }
        let left = deadline.left
        let worker = await take(program)
        let names = problem.names.map(\.symbol).joined(separator: " ")
        let question = SolverQuestion(
            logic: problem.logic, script: script, names: wantsModel && !names.isEmpty ? names : nil, milliseconds: left)
        let (answer, used) = await worker.ask(question)
        deadline.use(used)
        give(worker)
        return answer
    }

    private func take(_ program: String) async -> SolverWorker {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let isFree = state.withLock { state in
                if state.running < most {
                    state.running += 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
        return state.withLock { $0.idle.popLast() } ?? SolverWorker(program)
    }

    private func give(_ worker: SolverWorker) {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            if worker.isUsable { state.idle.append(worker) }
            if state.waiting.isEmpty {
                state.running -= 1
                return nil
            }
            return state.waiting.removeFirst()
        }
        if !worker.isUsable { worker.close() }
        next?.resume()
    }
}

/// A question for a solver.
struct SolverQuestion: Sendable {
    var logic: String
    var script: String
    /// The names whose values are wanted.
    var names: String?
    var milliseconds: Int

    /// Steps of the solver's own count, so that an answer depends on the machine as little as possible.
    static let resources = 40_000_000

    /// What the solver is sent, ended by `mark`.
    func text(mark: String) -> String {
        """
        (reset)
        (set-option :print-success false)
        (set-option :timeout \(max(50, milliseconds - 300)))
        (set-option :rlimit \(SolverQuestion.resources))
        (set-logic \(logic))
        \(script)
        (check-sat)
        \(names.map { "(get-value (\($0)))\n" } ?? "")(get-info :reason-unknown)
        (echo "\(mark)")

        """
    }
}
