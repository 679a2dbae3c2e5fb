// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayPrograms
import Foundation
import Testing

/// What solvers do that are not as they should be.
@Suite struct SolverPoolTests {
    private static let goal = ProofGoal(
        .compare(
            .add([.power(.variable("a"), 4), .power(.variable("b"), 4)]), .greaterOrEqual,
            .multiply([.number(2), .power(.variable("a"), 2), .power(.variable("b"), 2)])))

    private func result(of script: String) async throws -> ProofResult {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("solver-\(UUID().uuidString)")
        // Written by a process of its own: a file that this one has open to write, and a process forked meanwhile by another
        // test with it, cannot be run ("Text file busy").
        let writer = Process()
        writer.executableURL = URL(fileURLWithPath: "/bin/sh")
        writer.arguments = [
            "-c", #"printf '#!/bin/sh\n%s\n' "$2" > "$1" && chmod 755 "$1""#, "sh", file.path, script,
        ]
        try writer.run()
        writer.waitUntilExit()
        defer { try? FileManager.default.removeItem(at: file) }
        let pool = SolverPool(program: file.path, most: 1)
        let result = await SMTProver(pool).prove(Self.goal)
        pool.close()
        return result
    }

    @Test func brokenSolversAreUnknown() async throws {
        for script in [
            "exit 0", "exit 1", "kill -9 $$", "echo garbage; exec cat >/dev/null", "yes sat", "echo sat",
            "while read line; do echo \"$line\"; done",
        ] {
            let result = try await result(of: script)
            #expect(result.state == .unknown, "\(script): \(result)")
            #expect(!result.reason.isEmpty)
        }
    }

    @Test func hangingSolverIsEnded() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let result = try await result(of: "sleep 98765 & exec sleep 98765")
        #expect(result.state == .unknown)
        // The solver's own clock ended it; the wait for a free thread in a busy test run is none of its time.
        #expect(result.reason == "the solver did not keep its time limit and was ended")
        #expect(clock.now - start < .seconds(120))
        let left = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).filter { name in
            guard Int(name) != nil, let line = try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(name)/cmdline"))
            else { return false }
            return line == Data("sleep\u{0}98765\u{0}".utf8)
        }
        #expect(left.isEmpty)
    }

    @Test func missingProgramIsUnknown() async {
        let result = await SMTProver(SolverPool(program: "/nonexistent/z3")).prove(Self.goal)
        #expect(result.state == .unknown)
    }

    @Test(.enabled(if: Solver.isThere)) func z3Proves() async {
        let pool = SolverPool()
        #expect(await SMTProver(pool).prove(Self.goal).state == .proved)
        // A process is asked again and again, and ended ones are replaced.
        for _ in 0..<20 { #expect(await SMTProver(pool).prove(Self.goal).state == .proved) }
        pool.close()
        #expect(await SMTProver(pool).prove(Self.goal).state == .proved)
        pool.close()
    }

    /// Thirty variables, equations of degree 3: it ends within its limit.
    @Test(.enabled(if: Solver.isThere)) func hardGoalEnds() async {
        let names = (0..<30).map { "x\($0)" }
        func variable(_ index: Int) -> Term { .variable(names[index % 30]) }
        let equations = (0..<20).map { row in
            let terms = (0..<6).map {
                Term.multiply([variable(7 * row + $0 * 11), variable(3 * row + $0), variable(row + 5 * $0)])
            }
            return Formula.compare(.add(terms), .equal, .number(1))
        }
        let sum = Term.add((0..<30).map { .multiply([variable($0), variable($0 + 1)]) })
        let goal = ProofGoal(.compare(sum, .less, .number(100)), assuming: equations)
        let clock = ContinuousClock()
        let start = clock.now
        let pool = SolverPool()
        let result = await SMTProver(pool).prove(goal)
        pool.close()
        #expect(result.state != .vacuous)
        #expect(clock.now - start < .seconds(120))
    }
}
