// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Asynchronous work on a stream: some at a time, results in input order, a bounded number in flight.
///
/// ``OrderedWork`` does the same for work that waits for nothing.
public enum OrderedTasks {
    /// Runs until `next` gives nil or something throws.
    ///
    /// `next` and `consume` are each called one after the other, `consume` in the order in which `next` gave the items,
    /// and also while `next` waits for more. At most `jobs` items are in work, and at most `4 × jobs` between `next` and
    /// `consume`: a slow consumer stops the reader. Where something throws, or the task is cancelled, all work is
    /// cancelled and waited for.
    ///
    /// - Parameters:
    ///   - jobs: how many items are in work at a time; at least 1.
    ///   - next: gives the next item, nil at the end.
    ///   - process: works on an item.
    ///   - consume: takes a result.
    /// - Throws: the first error of `next`, `process` or `consume`.
    public static func run<Item: Sendable, Result: Sendable>(
        jobs: Int,
        next: @escaping @Sendable () async throws -> Item?,
        process: @escaping @Sendable (Item) async throws -> Result,
        consume: (Result) async throws -> Void
    ) async throws {
        let jobs = max(1, jobs)
        try await withThrowingTaskGroup(of: Event<Item, Result>.self) { group in
            var state = State<Result>()
            func read() { group.addTask { .item(try await next()) } }
            read()
            while let event = try await group.next() {
                switch event {
                case .item(nil): state.isDone = true
                case .item(let item?):
                    let sequence = state.issued
                    state.issued += 1
                    state.running += 1
                    group.addTask { .result(sequence, try await process(item)) }
                    state.isReading = false
                case .result(let sequence, let result):
                    state.running -= 1
                    state.pending[sequence] = result
                    while let result = state.pending.removeValue(forKey: state.consumed) {
                        state.consumed += 1
                        try await consume(result)
                    }
                }
                let isFull = state.running >= jobs || state.issued - state.consumed >= 4 * jobs
                if !state.isDone, !state.isReading, !isFull {
                    state.isReading = true
                    read()
                }
            }
        }
    }

    private enum Event<Item: Sendable, Result: Sendable>: Sendable {
        case item(Item?)
        case result(Int, Result)
    }

    private struct State<Result> {
        var isDone = false
        var isReading = true
        var issued = 0
        var running = 0
        var consumed = 0
        var pending: [Int: Result] = [:]
    }
}
