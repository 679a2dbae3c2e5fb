// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

/// The way from a thread that may wait to asynchronous work.
enum Blocking {
    /// Runs `body` as a task and waits for it; the task is cancelled where the user asks to stop.
    ///
    /// Not to be called from a task: its thread must be one that may wait, as those of ``OrderedWork`` are.
    static func run<Result: Sendable>(_ body: @escaping @Sendable () async -> Result) -> Result? {
        let outcome = Outcome<Result>()
        let done = DispatchSemaphore(value: 0)
        let task = Task {
            let result = await body()
            outcome.value.withLock { $0 = result }
            done.signal()
        }
        var isCancelled = false
        while done.wait(timeout: .now() + .milliseconds(100)) == .timedOut {
            if !isCancelled, Interruption.isRequested {
                isCancelled = true
                task.cancel()
            }
        }
        return outcome.value.withLock { $0 }
    }

    private final class Outcome<Result: Sendable>: Sendable {
        let value = Mutex<Result?>(nil)
    }
}
