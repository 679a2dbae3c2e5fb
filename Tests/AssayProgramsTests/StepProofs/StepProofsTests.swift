// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayPrograms
import Testing

/// Whether z3 is on this machine.
enum Solver {
    static let isThere: Bool = {
        if SolverPool.z3 == nil { print("Tests that need z3 are skipped: it is not installed.") }
        return SolverPool.z3 != nil
    }()
}

@Suite struct StepProofsTests {
    static func states(_ verdict: Verdict) -> [String] { verdict.parts.compactMap { $0.verdict.reason?.code } }

    static func words(_ verdict: Verdict) -> String {
        verdict.parts.flatMap { part in
            [part.verdict.reason?.detail ?? ""] + part.verdict.evidence.map(\.sentence)
        }.joined(separator: "\n")
    }

    @Test(arguments: GoldenStep.all)
    func golden(step: GoldenStep) async {
        if step.needsSolver, !Solver.isThere { return }
        let verdict = await StepProofs().judge(step.text, prompt: nil)
        #expect(Self.states(verdict).last == step.state.rawValue, "\(Self.words(verdict))")
        if !step.says.isEmpty { #expect(Self.words(verdict).contains(step.says), "\(Self.words(verdict))") }
    }

    /// Without a solver nothing else is said than with it, only less.
    @Test(arguments: GoldenStep.all)
    func withoutSolver(step: GoldenStep) async {
        let none = SMTProver(SolverPool(program: nil))
        let verdict = await StepProofs().judge(step.text, prompt: nil, provers: [none])
        let state = Self.states(verdict).last
        if step.needsSolver {
            #expect(state == "unknown" || state == "not-required", "\(Self.words(verdict))")
        } else {
            #expect(state == step.state.rawValue, "\(Self.words(verdict))")
        }
    }

    @Test(arguments: GoldenStep.careful)
    func neverRefuted(text: String) async {
        let verdict = await StepProofs().judge(text, prompt: nil)
        #expect(verdict.label != .fail, "\(Self.words(verdict))")
    }

    @Test func missingSolverIsNamed() async {
        let none = SMTProver(SolverPool(program: nil))
        let verdict = await StepProofs().judge(
            "for all real a, b: a^4 + b^4 >= 2a^2b^2", prompt: nil, provers: [none])
        #expect(verdict.label == .abstain)
        #expect(Self.words(verdict).contains("install z3"), "\(Self.words(verdict))")
    }

    @Test func verdictSaysWhich() async {
        let verdict = await StepProofs().judge("16 - 3 - 4 = 9\n9 * 2 = 17", prompt: nil)
        #expect(verdict.label == .fail)
        #expect(verdict.measures["first_bad_step"] == 2)
        #expect((verdict.score ?? 1) <= 0.05)
        #expect(verdict.parts.map(\.key) == ["1", "2"])
        #expect(verdict.parts[1].span == Span(15..<25))
        let good = await StepProofs().judge("16 - 3 - 4 = 9\n9 * 2 = 18", prompt: nil)
        #expect(good.label == .pass)
        #expect((good.score ?? 0) > 0.5)
        let prose = await StepProofs().judge("Paris.", prompt: nil)
        #expect(prose.label == .abstain)
        var strict = StepProofs()
        strict.leastProved = 3
        #expect(await strict.judge("1 + 1 = 2", prompt: nil).label == .abstain)
    }

    /// A fact that is not read keeps a claim from being refuted that only lacks it.
    @Test func hiddenFacts() async {
        let verdict = await StepProofs().judge("x^2 = 4\nSo x = 2", prompt: "The length of a side is x.")
        #expect(Self.states(verdict).last == "unknown")
        let contradiction = await StepProofs().judge("x^2 = 4\nSo x = 3", prompt: "The length of a side is x.")
        #expect(Self.states(contradiction).last == "refuted")
    }

    /// What the question states is assumed; what it says in words keeps from refuting.
    @Test func questions() async {
        let read = await StepProofs().judge("So x = 4.", prompt: "Solve x + y = 10 with y = 6.")
        #expect(Self.states(read) == ["proved"], "\(Self.words(read))")
        let wrong = await StepProofs().judge("So x = 5.", prompt: "Solve x + y = 10 with y = 6.")
        #expect(Self.states(wrong) == ["refuted"], "\(Self.words(wrong))")
        let words = await StepProofs().judge("x + y = 10\nSo x = 4.", prompt: "Ann has x apples and Bob 6.")
        #expect(Self.states(words).last == "unknown", "\(Self.words(words))")
        let again = await StepProofs().judge("Let x = 2. Then 3x = 6. Let x = 5. Then 3x = 15.", prompt: nil)
        #expect(again.label == .pass, "\(Self.words(again))")
    }

    @Test func rounding() async {
        var proofs = StepProofs()
        #expect(await proofs.judge("10 / 3 = 3.33", prompt: nil).label == .fail)
        proofs.allowsRounding = true
        #expect(await proofs.judge("10 / 3 = 3.33", prompt: nil).label == .pass)
        #expect(await proofs.judge("10 / 3 = 3.34", prompt: nil).label != .pass)
        #expect(await proofs.judge("10 / 3 = 3.43", prompt: nil).label == .fail)
        #expect(await proofs.judge("7 / 2 = 3", prompt: nil).label == .fail)
    }

    @Test func hostileInputEnds() async {
        let equations = (0..<10_000).map { "\($0) + 1 = \($0 + 1)" }.joined(separator: "\n")
        let inputs = [
            String(repeating: "7", count: 1_000_000) + " = 7", "9^9^9^9 = 3", "9**9**9**9 = 3", "(9^99999)^99999 = 1",
            equations, String(repeating: "(", count: 100_000) + "1 = 1", String(repeating: "((1)+", count: 50_000),
            String(repeating: "1+", count: 200_000) + "1 = 3", String(repeating: "$", count: 100_000),
            String(repeating: "<<1=", count: 100_000), String(repeating: "\\frac{", count: 50_000),
            String(repeating: "x = ", count: 50_000) + "1", String(repeating: "if x = 1, ", count: 20_000),
            String(repeating: "a ", count: 100_000) + "= 1", String(repeating: "|", count: 100_000) + "= 1",
            String(repeating: "3 or ", count: 50_000) + "x = 1 or x = 2",
            String(repeating: "1/", count: 3_000) + "1 = 2",
            String(repeating: "= ", count: 100_000), "10^10^10 = 10", "2^(2^(2^(2^(2^2)))) = 1", "1e999999999 = 1",
            "100000! = 1", "sqrt(" + String(repeating: "9", count: 300) + ") = 3",
        ]
        for input in inputs {
            let verdict = await StepProofs().judge(input, prompt: nil)
            #expect(verdict.label != .invalid)
        }
        #expect(await StepProofs().judge(equations, prompt: nil).measures["proved"] == 10_000)
    }
}
