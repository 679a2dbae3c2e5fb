// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayPrograms
import Testing

extension RunningTests {
    @Suite struct PassMatrixTests {
        @Test func rowsAndColumnsInOrder() async throws {
            let programs = ["def f(x): return x", "def f(x): return 1", "nothing", "def f(x): return 1 / x"]
            let samples = programs.map { Sample(prompt: "", response: $0, checks: []) }
            let tests = try ProgramTests(
                language: .python,
                tests: [.snippet("assert f(1) == 1"), .snippet("assert f(2) == 2"), .snippet("assert f(3) == 1")])
            var context = Context()
            context[SandboxKey.self] = try #require(TestSandbox.sandbox)
            let verdict = try await PassMatrix(tests, jobs: 2).verify(samples, in: context)
            #expect(
                verdict.finding
                    == .passes([
                        [true, true, false], [true, false, true], [false, false, false], [true, false, false],
                    ]))
            #expect(verdict.members.count == 4)
        }
    }
}
