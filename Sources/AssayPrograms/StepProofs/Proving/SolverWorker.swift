// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayLaunch
import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One solver process, and the thread that it lives on: the process is ended when that thread ends, whatever happens.
final class SolverWorker: Sendable {
    private struct Task: Sendable {
        var question: SolverQuestion
        var continuation: CheckedContinuation<(SolverAnswer, Int), Never>
    }

    private struct State: Sendable {
        var task: Task?
        var isClosed = false
        var isUsable = true
    }

    private let program: String
    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)

    init(_ program: String) {
        self.program = program
        let thread = DispatchQueue(label: "assay.solver")
        thread.async { [self] in serve() }
    }

    /// Whether its process answers as it should.
    var isUsable: Bool { state.withLock { $0.isUsable && !$0.isClosed } }

    /// Ends the process as soon as it has answered.
    func close() {
        state.withLock { $0.isClosed = true }
        wake.signal()
    }

    /// Asks; also how many milliseconds that took.
    func ask(_ question: SolverQuestion) async -> (SolverAnswer, Int) {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if state.isClosed { return false }
                state.task = Task(question: question, continuation: continuation)
                return true
            }
            guard isOpen else { return continuation.resume(returning: (.failed("the solver is closed"), 0)) }
            wake.signal()
        }
    }

    private func serve() {
        var process: SolverProcess?
        var count = 0
        while true {
            wake.wait()
            let (task, isClosed) = state.withLock { state in
                let task = state.task
                state.task = nil
                return (task, state.isClosed)
            }
            if let task {
                count += 1
                let clock = ContinuousClock()
                let start = clock.now
                if process == nil {
                    switch SolverProcess.start(program) {
                    case .success(let started): process = started
                    case .failure(let failure):
                        state.withLock { $0.isUsable = false }
                        task.continuation.resume(
                            returning: (.failed("the solver did not start: \(failure.message)"), 0))
                        continue
                    }
                }
                let answer = process?.ask(task.question, number: count) ?? .failed("the solver is gone")
                if case .failed = answer {
                    process?.end()
                    process = nil
                    state.withLock { $0.isUsable = false }
                }
                let used = (clock.now - start).components
                let milliseconds = Int(used.seconds) * 1_000 + Int(used.attoseconds / 1_000_000_000_000_000)
                task.continuation.resume(returning: (answer, milliseconds))
            }
            if isClosed {
                process?.end()
                return
            }
        }
    }
}
