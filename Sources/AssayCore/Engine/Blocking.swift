// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

/// The way from a thread that may wait to asynchronous work.
package enum Blocking {
    /// Runs `body` as a task and waits for it; the task is cancelled where the user asks to stop.
    ///
    /// The thread that waits does the task's work itself: nothing depends on another thread being free, so it may also be
    /// one of those that run tasks.
    package static func run<Result: Sendable>(_ body: @escaping @Sendable () async -> Result) -> Result? {
        let executor = WaitingThread()
        let outcome = Outcome<Result>()
        let task = Task(executorPreference: executor) {
            let result = await body()
            outcome.value.withLock { $0 = result }
            executor.finish()
        }
        executor.work { task.cancel() }
        return outcome.value.withLock { $0 }
    }

    private final class Outcome<Result: Sendable>: Sendable {
        let value = Mutex<Result?>(nil)
    }
}

/// Runs the jobs of a task on the thread that waits for the task.
private final class WaitingThread: TaskExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var isFinished = false
    }

    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.jobs.append(job) }
        wake.signal()
    }

    func finish() {
        state.withLock { $0.isFinished = true }
        wake.signal()
    }

    /// Works until the task is finished; calls `cancel` once where the user asks to stop.
    func work(_ cancel: () -> Void) {
        var isCancelled = false
        while true {
            _ = wake.wait(timeout: .now() + .milliseconds(100))
            let (jobs, isFinished) = state.withLock { state in
                let jobs = state.jobs
                state.jobs.removeAll(keepingCapacity: true)
                return (jobs, state.isFinished)
            }
            for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
            if isFinished, jobs.isEmpty { return }
            if !isCancelled, Interruption.isRequested {
                isCancelled = true
                cancel()
            }
        }
    }
}
