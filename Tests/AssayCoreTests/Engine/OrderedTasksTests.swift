// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import Synchronization
import Testing

struct OrderedTasksTests {
    private struct Failure: Error {}

    private final class Counter: Sendable {
        private let state = Mutex((next: 0, running: 0, most: 0))
        var most: Int { state.withLock { $0.most } }
        var given: Int { state.withLock { $0.next } }

        func next(below limit: Int) -> Int? {
            state.withLock { state in
                guard state.next < limit else { return nil }
                state.next += 1
                return state.next - 1
            }
        }

        func enter() {
            state.withLock { state in
                state.running += 1
                state.most = max(state.most, state.running)
            }
        }

        func leave() { state.withLock { $0.running -= 1 } }
    }

    /// Later items end first; results come in input order all the same, and never more than `jobs` are in work.
    @Test(arguments: [1, 2, 7, 100]) func keepsOrderAndBound(jobs: Int) async throws {
        let counter = Counter()
        var results: [Int] = []
        try await OrderedTasks.run(
            jobs: jobs, next: { counter.next(below: 60) },
            process: { item in
                counter.enter()
                try await Task.sleep(for: .microseconds(item % 5 == 0 ? 4000 : 200))
                counter.leave()
                return item * item
            },
            consume: { results.append($0) })
        #expect(results == (0..<60).map { $0 * $0 })
        #expect(counter.most <= jobs)
    }

    /// A consumer that stops takes nothing more from the reader than what may be in flight.
    @Test func consumerStopsTheReader() async {
        let counter = Counter()
        await #expect(throws: Failure.self) {
            try await OrderedTasks.run(
                jobs: 2, next: { counter.next(below: 1_000_000) }, process: { $0 },
                consume: { if $0 == 10 { throw Failure() } })
        }
        #expect(counter.given <= 10 + 1 + 8 + 1)
    }

    /// What is done is handed on while the reader waits for more.
    @Test(.timeLimit(.minutes(1))) func resultsDoNotWaitForTheNextItem() async throws {
        let (items, feed) = AsyncStream.makeStream(of: Int.self)
        let source = Mutex(items.makeAsyncIterator())
        let isSeen = Atomic<Bool>(false)
        feed.yield(1)
        try await OrderedTasks.run(
            jobs: 2,
            next: {
                var iterator = source.withLock { $0 }
                return await iterator.next()
            },
            process: { $0 },
            consume: { _ in
                if !isSeen.exchange(true, ordering: .relaxed) { feed.finish() }
            })
        let wasSeen = isSeen.load(ordering: .relaxed)
        #expect(wasSeen)
    }

    @Test func errorOfTheWorkEndsIt() async {
        let counter = Counter()
        await #expect(throws: Failure.self) {
            try await OrderedTasks.run(
                jobs: 3, next: { counter.next(below: 100) },
                process: { (item: Int) -> Int in
                    if item == 5 { throw Failure() }
                    return item
                }, consume: { _ in })
        }
    }

    @Test func limiterBoundsAndEndsWhenCancelled() async throws {
        let limiter = TaskLimiter(3)
        let counter = Counter()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    try await limiter.run {
                        counter.enter()
                        await Task.yield()
                        counter.leave()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect((1...3).contains(counter.most))
        let task = Task { try await limiter.run { try await Task.sleep(for: .seconds(100)) } }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await limiter.run { 7 } == 7)
    }
}
