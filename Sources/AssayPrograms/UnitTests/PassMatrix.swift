// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// Which of several programs pass which of several tests: what selection by consistency starts from.
///
///     let matrix = try await PassMatrix(tests).verify(samples, in: context)
///
/// A row for each response of each sample, in order; a column for each test. A response without a program has a row of
/// tests that did not pass. All tests of a program share one sandbox, and no two programs do.
public struct PassMatrix: GroupVerifier {
    /// The tests, with language and limits.
    public let tests: ProgramTests
    /// How many programs are run at a time.
    public let jobs: Int

    /// Creates a matrix.
    public init(_ tests: ProgramTests, jobs: Int = System.processorCount) {
        self.tests = tests
        self.jobs = max(1, jobs)
    }

    /// Runs everything against everything.
    ///
    /// - Throws: `CheckError` where sandbox or interpreter are missing, or a test itself is wrong.
    public func verify(_ samples: [Sample], in context: Context) async throws -> GroupVerdict {
        let texts = samples.flatMap { $0.responses.map(\.text) }
        let sandbox = context[SandboxKey.self]
        let verdicts = try await withThrowingTaskGroup(of: (Int, Verdict).self) { group in
            var verdicts = [Verdict](repeating: Verdict(.abstain), count: texts.count)
            var next = 0
            func start() {
                guard next < texts.count else { return }
                let place = next
                next += 1
                group.addTask { (place, try await tests.judge(texts[place], in: sandbox)) }
            }
            for _ in 0..<min(jobs, texts.count) { start() }
            while let (place, verdict) = try await group.next() {
                verdicts[place] = verdict
                start()
            }
            return verdicts
        }
        let rows = verdicts.map { verdict -> [Bool?] in
            guard verdict.parts.count == tests.tests.count else { return tests.tests.map { _ in false } }
            return verdict.parts.map { $0.verdict.label == .pass }
        }
        return GroupVerdict(
            .passes(rows), members: verdicts,
            evidence: [Evidence("isolation", found: .string(sandbox.isolation))])
    }
}
