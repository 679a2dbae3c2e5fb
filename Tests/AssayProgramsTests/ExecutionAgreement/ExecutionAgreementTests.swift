// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayPrograms
import Testing

/// A solution in two forms, and what has to come out.
struct TwoForms: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let response: String
    var program: String?
    var question: String?
    let label: Label
    var reason: String?
    var status = AgreementJudgement.ExecutionStatus.ok

    init(
        _ name: String, _ label: Label, because reason: String? = nil, _ response: String, _ program: String? = nil,
        status: AgreementJudgement.ExecutionStatus = .ok, asked question: String? = nil
    ) {
        testDescription = name
        self.label = label
        self.reason = reason
        self.response = response
        self.program = program
        self.status = status
        self.question = question
    }

    private static func block(_ program: String, _ text: String) -> String { "```python\n\(program)\n```\n\(text)" }

    private static let eggs =
        "Janet's ducks lay 16 eggs a day. She eats three and bakes with 4. What are the others at $2 each?"

    static let plain: [TwoForms] = [
        TwoForms("18.0 and 18", .pass, "The answer is 18.", "print((16 - 3 - 4) * 2.0)", asked: eggs),
        TwoForms("noise of binary fractions", .pass, "The answer is 0.3.", "print(0.1 + 0.2)"),
        TwoForms("noise beside a whole number", .pass, "The answer is 3.", "print(1.1 + 2.2 - 0.3)"),
        TwoForms("a fraction", .pass, "\\boxed{\\frac12}", "from fractions import Fraction\nprint(Fraction(2, 1) / 4)"),
        TwoForms("the last of two lines", .pass, "The answer is 7.", "print(3 + 2)\nprint(3 + 4)\nprint()"),
        TwoForms("a label", .pass, "The answer is 7.", "print('Total:', 3 + 4)"),
        TwoForms("a sentence", .pass, "The answer is 7.", "print('She has', 3 + 4, 'apples left')"),
        TwoForms("a unit in the text", .pass, "It takes 7 apples.", "print(3 + 4)"),
        TwoForms("solution()", .pass, "The answer is 7.", "def solution():\n    print('adding')\n    return 3 + 4"),
        TwoForms(
            "solution() that calls itself", .pass, "It is 24.",
            "def solution(n=4):\n    return n * solution(n - 1) if n else 1"),
        TwoForms("solution() that is called", .pass, "It is 8.", "def solution(): return 3 + 4\nprint(solution() + 1)"),
        TwoForms("a variable", .pass, "The answer is 7.", "a = 3\nanswer = a + 4"),
        TwoForms("a last expression", .pass, "The answer is 7.", "a = 3\na + 4"),
        TwoForms("one value in a list", .pass, "The answer is 7.", "print([3 + 4])"),
        TwoForms("several values", .pass, "\\boxed{3, 7}", "print([3 + 0, 3 + 4])"),
        TwoForms("a truth value", .pass, "So the statement is true.", "print(3 + 4 > 5)"),
        TwoForms("exit() at the end", .pass, "The answer is 7.", "import sys\nprint(3 + 4)\nsys.exit()"),
        TwoForms("main", .pass, "The answer is 7.", "def main(): print(3 + 4)\nif __name__ == '__main__': main()"),
        TwoForms("a program in fences", .pass, "The answer is 7.", "Here:\n```python\nprint(3 + 4)\n```\n"),
        TwoForms("large numbers", .pass, "It is $2^{20000}$.", "print(2 ** 20000)"),
        TwoForms("others", .fail, because: "disagrees", "The answer is 17.", "print((16 - 3 - 4) * 2)", asked: eggs),
        TwoForms("another sign", .fail, because: "disagrees", "The answer is 4.", "print(1 - 5)"),
        TwoForms("rounded where it is not said", .fail, because: "disagrees", "The answer is 583.", "print(3500 / 6)"),
        TwoForms("no answer in the text", .invalid, because: "no-answer", "I have computed it.", "print(3 + 4)"),
        TwoForms("two answers in the text", .invalid, because: "hedged", "The answer is 7 or 8.", "print(3 + 4)"),
        TwoForms("prints nothing", .abstain, because: "no-output", "It is 7.", "a = 3 + 4", status: .noOutput),
        TwoForms("prints None", .abstain, because: "no-output", "It is 7.", "print(print(3 + 4))", status: .noOutput),
        TwoForms("prints no number", .abstain, because: "unreadable", "It is 7.", "print(float('nan') + 1)"),
        TwoForms("raises", .abstain, because: "raised", "It is 7.", "print(7 / 0)", status: .error),
        TwoForms(
            "raises behind its result", .abstain, because: "raised", "It is 7.", "print(3 + 4)\nx", status: .error),
        TwoForms(
            "raises in solution()", .abstain, because: "raised", "It is 7.", "def solution(): return 1 / 0",
            status: .error),
        TwoForms("is no Python", .abstain, because: "syntax", "It is 7.", "print(3 +", status: .error),
        TwoForms(
            "a module that is not there", .abstain, because: "raised", "It is 7.", "import nothing_such\nprint(7)",
            status: .error),
        TwoForms("waits for input", .abstain, because: "raised", "It is 7.", "print(int(input()) + 4)", status: .error),
        TwoForms(
            "exit code", .abstain, because: "raised", "It is 7.", "import sys\nprint(3 + 4)\nsys.exit(1)",
            status: .error),
    ]

    static let trivial: [TwoForms] = [
        TwoForms("states", .abstain, because: "trivial", "It is 18.", "print(18)"),
        TwoForms(
            "states by a variable", .abstain, because: "trivial", "It is 18.",
            "x = 18\nanswer = float(x)\nprint(answer)"),
        TwoForms(
            "states by solution()", .abstain, because: "trivial", "It is 18.", "def solution(): return 18", asked: eggs),
        TwoForms("adds nothing", .abstain, because: "trivial", "It is 18.", "print(18 * 1 + 0)"),
        TwoForms(
            "computes, and states another thing", .abstain, because: "trivial", "It is 18.",
            "eggs = 16 - 3 - 4\nprint(18)", asked: eggs),
        TwoForms(
            "computes with other numbers", .abstain, because: "trivial", "It is 18.", "print(17 + 1)", asked: eggs),
        TwoForms("computes with number words", .pass, "It is 13.", "print(10 + 3)", asked: "three more than ten?"),
        TwoForms("a percentage", .pass, "It is 50.", "print(250 * 0.2)", asked: "What are 20% of the sum?"),
        TwoForms(
            "by way of a function", .pass, "It is 18.",
            "def price(n):\n    total = 0\n    for _ in range(n):\n        total += 2\n    return total\nleft = 16 - 3 - 4\nprint(f'${price(left)}')",
            asked: eggs),
        TwoForms("by way of a list", .pass, "It is 9.", "a = []\na.append(16 - 7)\nprint(a[0])", asked: eggs),
        TwoForms(
            "by way of a class", .pass, "It is 9.", "class A:\n    def __init__(self): self.n = 16 - 7\nprint(A().n)",
            asked: eggs),
    ]

    static let within: [TwoForms] = [
        TwoForms("a block", .pass, block("print(3 + 4)", "```output\n7\n```\nThe answer is $\\boxed{7}$.")),
        TwoForms(
            "a false output", .fail, because: "disagrees",
            block("print(3 + 4)", "```output\n8\n```\nIt is $\\boxed{8}$.")),
        TwoForms("a block without a word", .pass, "```\nprint(3 + 4)\n```\nThe answer is 7."),
        TwoForms("a session", .pass, block("a = 3", block("print(a + 4)", "The answer is 7."))),
        TwoForms("an error that is mended", .pass, block("print(1 / 0)", block("print(3 + 4)", "The answer is 7."))),
        TwoForms(
            "an error at the end", .invalid, because: "raised", block("print(1 / 0)", "The answer is 7."),
            status: .error),
        TwoForms("no text", .invalid, because: "no-answer", block("print(3 + 4)", "")),
        TwoForms(
            "text before the program alone", .invalid, because: "no-answer",
            "We add 3 and 4.\n" + block("print(3 + 4)", "")),
        TwoForms("an answer before the program", .pass, "The answer is 7.\n" + block("print(3 + 4)", "")),
        TwoForms("states", .invalid, because: "trivial", block("print(7)", "The answer is 7.")),
        TwoForms("no code", .invalid, because: "no-code", "The answer is 7.", status: .none),
        TwoForms(
            "other code", .invalid, because: "no-code", "```rust\nfn main() {}\n```\nThe answer is 7.", status: .none),
        TwoForms("a session with prompts", .pass, "```pycon\n>>> a = 3\n>>> a + 4\n7\n```\nThe answer is 7."),
        TwoForms("a byte order mark", .pass, "The answer is 7.", "\u{FEFF}print(3 + 4)"),
        TwoForms("nothing", .invalid, "", status: .none),
        TwoForms("annotations", .pass, "3+4=<<3+4=7>>7, twice is <<7*2=14>>14. A: 14", asked: "3, 4 and twice"),
        TwoForms("annotations, wrong", .fail, because: "disagrees", "3+4=<<3+4=8>>8 twice is <<8*2=16>>16. A: 16"),
        TwoForms("annotations that say nothing", .invalid, because: "trivial", "So x=<<7=7>>7. A: 7"),
        TwoForms("annotations that are none", .invalid, because: "unreadable", "So <<x+3=7>>7. A: 7", status: .error),
    ]

    static let hostile: [TwoForms] = [
        TwoForms(
            "never ends", .abstain, because: "timeout", "It is 7.", "print(3 + 4)\nwhile True: pass", status: .timeout),
        TwoForms(
            "sleeps", .abstain, because: "timeout", "It is 7.", "import time\ntime.sleep(60)\nprint(3 + 4)",
            status: .timeout),
        TwoForms(
            "10 GB of output", .abstain, because: "output-limit", "It is 7.",
            "for _ in range(10 ** 6): print('7' * 10000)", status: .error),
        TwoForms(
            "memory", .abstain, because: "memory", "It is 7.", "x = bytearray(2 << 30)\nprint(3 + 4)", status: .error),
        TwoForms("a line without end", .abstain, because: "unreadable", "It is 7.", "print('7' * 100000)"),
        TwoForms(
            "prints the mark", .abstain, because: "undecided", "It is 7.", "print('{\"consistent\": true}', 3 + 5)"),
        TwoForms(
            "writes where results go", .abstain, because: "no-output", "It is 7.",
            "import os\nos.write(3, b'{\"parsed\": true, \"trivial\": null}\\n{\"value\": \"7\", \"kind\": \"solution\"}\\n')",
            status: .noOutput),
        TwoForms(
            "closes what results go to", .pass, "It is 7.", "import os\nprint(3 + 4)\nos.closerange(3, 64)"),
        TwoForms("ends early", .pass, "It is 7.", "import os\nprint(3 + 4, flush=True)\nos._exit(0)"),
        TwoForms(
            "ends early without a result", .abstain, because: "no-output", "It is 7.", "import os\nos._exit(0)",
            status: .noOutput),
        TwoForms(
            "kills itself", .abstain, because: "signalled", "It is 7.", "import os\nos.kill(os.getpid(), 11)",
            status: .error),
        TwoForms(
            "bytes that are no text", .abstain, because: "encoding", "It is 7.",
            "import sys\nsys.stdout.buffer.write(b'\\xff7')", status: .error),
        TwoForms(
            "nested too deeply", .abstain, because: nil, "It is 7.",
            "print(" + String(repeating: "(", count: 5000) + "7" + String(repeating: ")", count: 5000) + ")",
            status: .error),
        TwoForms(
            "a value that ends the program", .abstain, because: "no-output", "It is 7.",
            "class A:\n    def __str__(self): raise SystemExit\nanswer = A()", status: .noOutput),
        TwoForms(
            "replaces print", .abstain, because: "no-output", "It is 7.",
            "import builtins\nbuiltins.print = lambda *a: None\nprint(3 + 4)", status: .noOutput),
        TwoForms("NUL", .abstain, because: "syntax", "It is 7.", "print(7)\0", status: .error),
    ]
}

extension RunningTests {
    @Suite struct ExecutionAgreementTests {
        @Test(arguments: TwoForms.plain + TwoForms.trivial + TwoForms.within + TwoForms.hostile)
        func judged(_ forms: TwoForms) async throws {
            var agreement = ExecutionAgreement()
            // Only what never ends may meet its limit, however busy the machine is.
            agreement.limits.wallSeconds = forms.status == .timeout ? 3 : 60
            let judgement = try await agreement.judge(
                forms.response, program: forms.program, question: forms.question,
                in: try #require(TestSandbox.sandbox))
            #expect(judgement.label == forms.label, "\(judgement)")
            #expect(judgement.status == forms.status, "\(judgement)")
            if let reason = forms.reason { #expect(judgement.reason?.code == reason, "\(judgement)") }
            if forms.label == .pass { #expect(judgement.reason == nil && judgement.agreement == .agrees) }
            if forms.label == .fail { #expect(judgement.agreement == .disagrees) }
            if forms.label != .pass && forms.label != .fail { #expect(judgement.agreement == .unknown) }
        }

        @Test func bothValuesAreShown() async throws {
            let verdict = try await ExecutionAgreement().judge(
                "```python\nprint(3 + 4)\n```\nIt is $\\boxed{8}$.", in: try #require(TestSandbox.sandbox)
            ).verdict
            let facts = Dictionary(verdict.evidence.map { ($0.measure, $0.found) }) { first, _ in first }
            #expect(facts["text answer"] == .string("8") && facts["program answer"] == .string("7"))
            #expect(facts["exec_status"] == .string("ok") && facts["consistent"] == .bool(false))
            #expect(facts["isolation"] == .string("bubblewrap"))
            #expect(verdict.measures["text_value"] == 8 && verdict.measures["program_value"] == 7)
            // The place is that in the whole response.
            #expect(verdict.evidence.first?.span?.bytes == 41..<42)
        }

        @Test func votesOfAGroup() async throws {
            let samples = [("It is 12.", "print(3 * 4)"), ("It is 15.", "print(3 * 4)"), ("It is 15.", "print(1 / 0)")]
                .map { text, program in
                    var sample = Sample(prompt: "", response: text, checks: [])
                    sample.metadata = ["program": .string(program)]
                    return sample
                }
            var context = Context()
            context[SandboxKey.self] = try #require(TestSandbox.sandbox)
            let verifier = ExecutionAgreementVerifier(field: "program")
            for (mode, answer) in [(CollaborativeVote.Mode.filter, "12"), (.soft, "12"), (.off, "15")] {
                let verdict = try await AgreementVote(verifier, vote: CollaborativeVote(mode: mode), jobs: 2)
                    .verify(samples, in: context)
                guard case .votes(let votes) = verdict.finding else { throw CheckError(.record, "no votes") }
                #expect(votes.first?.answer == answer)
                #expect(verdict.members.map(\.label) == [.pass, .fail, .abstain])
                #expect(verdict.measures["agrees"] == 1 && verdict.measures["unknown"] == 1)
            }
        }

        @Test func annotationsAsAProgram() async throws {
            let text = "<<16-3-4=10>>10, <<10*2=20>>20, <<20%*(3+2)=1>>1, <<2^3+10/4=10.5>>"
            let annotations = CalculatorAnnotations(in: text)
            #expect(annotations.steps.map(\.holds) == [false, true, true, true])
            let judgement = try await ExecutionAgreement().judge(
                "\\boxed{10.25}", program: annotations.program, in: try #require(TestSandbox.sandbox))
            #expect(judgement.agreement == .agrees, "\(annotations.program) \(judgement)")
            #expect(annotations.result == "10.25")
        }
    }
}

@Suite struct ExecutionAgreementArgumentTests {
    private func make(_ object: JSONObject) throws(CheckError) -> (any Verifier)? {
        let definition = ExecutionAgreementVerifier.definition
        return try definition.makeVerifier?(Arguments(object, parameters: definition.parameters), Context())
    }

    @Test func missingSandboxIsAnError() async throws {
        await #expect(throws: CheckError(.unavailable, "install it")) {
            _ = try await ExecutionAgreement().judge("It is 7.", program: "print(7)", in: MissingSandbox("install it"))
        }
        // Annotations need none.
        let judgement = try await ExecutionAgreement().judge(
            "She has 3+4=<<3+4=7>>7 eggs.\nA: 7", in: MissingSandbox("install it"))
        #expect(judgement.agreement == .agrees)
    }

    @Test(
        arguments: [
            ["program": ""], ["program": 7], ["program": []], ["program": ["print(1)", 2]],
            ["program": "x", "program_field": "y"],
            ["seconds": 0], ["memory": 1], ["options": ["preset": "none"]], ["code": "print(1)"],
        ] as [JSONObject])
    func badArguments(_ object: JSONObject) {
        #expect(throws: CheckError.self) { try make(object) }
    }

    @Test func programsForResponses() async throws {
        let verifier = ExecutionAgreementVerifier(programs: ["print(1)", "print(2)", "print(3)"])
        let sample = Sample(prompt: "", response: "It is 7.", checks: [])
        await #expect(throws: CheckError.self) { _ = try await verifier.verify(sample, response: 0, in: Context()) }
        let named = ExecutionAgreementVerifier(field: "program")
        await #expect(throws: CheckError.self) { _ = try await named.verify(sample, response: 0, in: Context()) }
    }
}
