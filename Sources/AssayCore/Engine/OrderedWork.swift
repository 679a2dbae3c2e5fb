// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

/// Work on a stream of chunks: many at a time, results in input order, a bounded number in flight.
public enum OrderedWork {
    /// Runs until `next` gives nil or something throws.
    ///
    /// `next` and `consume` are each called by one thread at a time, `consume` in the order in which `next` gave the
    /// chunks. `process` runs on up to `jobs` threads, each with a state of its own. At most `4 × jobs` chunks are
    /// between `next` and `consume`.
    ///
    /// - Throws: the first error, in input order, of `next` or `consume`.
    public static func run<Chunk: Sendable, State, Result: Sendable>(
        jobs: Int,
        next: @Sendable () throws -> Chunk?,
        state: @Sendable () -> State,
        process: @Sendable (inout State, Chunk) -> Result,
        consume: @Sendable (Result) throws -> Void
    ) throws {
        guard jobs > 1 else {
            var state = state()
            while let chunk = try next() { try consume(process(&state, chunk)) }
            return
        }
        let intake = Mutex((issued: 0, isDone: false))
        let outlet = Mutex(Outlet<Result>())
        let permits = DispatchSemaphore(value: 4 * jobs)
        let failed = Atomic<Bool>(false)

        @Sendable func fail(_ error: any Error) {
            outlet.withLock { if $0.error == nil { $0.error = error } }
            failed.store(true, ordering: .releasing)
        }
        @Sendable func take() -> (Int, Chunk)? {
            intake.withLock { intake in
                guard !intake.isDone, !failed.load(ordering: .acquiring) else { return nil }
                permits.wait()
                do {
                    if let chunk = try next() {
                        intake.issued += 1
                        return (intake.issued - 1, chunk)
                    }
                } catch {
                    fail(error)
                }
                permits.signal()
                intake.isDone = true
                return nil
            }
        }
        @Sendable func give(_ sequence: Int, _ result: Result) {
            outlet.withLock { outlet in
                outlet.pending[sequence] = result
                while let result = outlet.pending.removeValue(forKey: outlet.next) {
                    outlet.next += 1
                    if outlet.error == nil {
                        do {
                            try consume(result)
                        } catch {
                            outlet.error = error
                            failed.store(true, ordering: .releasing)
                        }
                    }
                    permits.signal()
                }
            }
        }
        DispatchQueue.concurrentPerform(iterations: jobs) { _ in
            var state = state()
            while let (sequence, chunk) = take() { give(sequence, process(&state, chunk)) }
        }
        if let error = outlet.withLock({ $0.error }) { throw error }
    }
}

/// Results that wait for their turn.
private struct Outlet<Result> {
    var pending: [Int: Result] = [:]
    var next = 0
    var error: (any Error)?
}
