// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Lets a bounded number of tasks work at a time; the others wait in the order in which they came.
public final class TaskLimiter: Sendable {
    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
        /// The first of `waiting` that still waits.
        var first = 0
    }

    private let state: Mutex<State>

    /// Creates a limiter.
    ///
    /// - Parameter limit: how many may work at a time; at least 1.
    public init(_ limit: Int) { state = Mutex(State(free: max(1, limit))) }

    /// Runs `body` when there is room.
    ///
    /// - Throws: what `body` throws, and `CancellationError` where the task was cancelled before there was room.
    public func run<Result>(_ body: () async throws -> Result) async throws -> Result {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                if state.free > 0 {
                    state.free -= 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
        defer { leave() }
        try Task.checkCancellation()
        return try await body()
    }

    private func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.first < state.waiting.count else {
                state.free += 1
                return nil
            }
            let next = state.waiting[state.first]
            state.first += 1
            if state.first > 64, 2 * state.first > state.waiting.count {
                state.waiting.removeFirst(state.first)
                state.first = 0
            }
            return next
        }
        next?.resume()
    }
}
