// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A thread for a run: it waits, which the threads of tasks must not, and lives as long as the program that it starts.
enum RunThread {
    /// Runs `body` there; it is told when the task is cancelled or the user asks to stop.
    static func run(_ body: @escaping @Sendable (@escaping @Sendable () -> Bool) -> RunResult) async -> RunResult {
        _ = ignoresBrokenPipes
        let flag = Flag()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // A thread of its own, not one of a queue's: the queue has as many as processors, some of which may wait for
                // this very run, and adds others once a second at most.
                let started = OwnThread.start {
                    continuation.resume(returning: body { flag.isSet || Interruption.isRequested })
                }
                if !started {
                    continuation.resume(
                        returning: RunResult(.setUpFailed("no thread can be started"), isolation: "none"))
                }
            }
        } onCancel: {
            flag.set()
        }
    }

    /// See ``ignoresBrokenPipes``; done once.
    static func ignoreBrokenPipes() { _ = ignoresBrokenPipes }

    /// A program may end before it has read its input: that is an error of writing, and must not be a signal that ends the
    /// caller, unless the caller has a handler of its own.
    private static let ignoresBrokenPipes: Bool = {
        var action = sigaction()
        guard sigaction(SIGPIPE, nil, &action) == 0 else { return false }
        #if canImport(Darwin)
            let isDefault = action.__sigaction_u.__sa_handler == nil
        #else
            let isDefault = action.__sigaction_handler.sa_handler == nil
        #endif
        if isDefault { signal(SIGPIPE, SIG_IGN) }
        return true
    }()

    private final class Flag: Sendable {
        private let value = Atomic<Bool>(false)
        var isSet: Bool { value.load(ordering: .relaxed) }
        func set() { value.store(true, ordering: .relaxed) }
    }
}
