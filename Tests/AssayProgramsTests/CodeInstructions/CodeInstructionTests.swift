// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayPrograms
import Foundation
import Testing

@Suite(.enabled(if: CodeJudge.works)) struct CodeInstructionTests {
    static func lines(_ verdict: Verdict) -> [Int] {
        verdict.evidence.compactMap { evidence in
            guard let range = evidence.measure.range(of: ", line ") else { return nil }
            return Int(evidence.measure[range.upperBound...].prefix { $0.isNumber })
        }.sorted()
    }

    @Test func examples() async throws {
        let judge = CodeJudge()
        let outcomes = try await judge.decide(CodeExample.all.map { ($0.check, $0.response, "Do it.") })
        for (example, outcome) in zip(CodeExample.all, outcomes) {
            guard case .verdict(let verdict) = outcome else {
                Issue.record("\(example.place): \(outcome)")
                continue
            }
            #expect(verdict.label == example.label, "\(example.place): \(verdict.evidence.map(\.sentence))")
            if !example.lines.isEmpty {
                #expect(Self.lines(verdict) == example.lines, "\(example.place): \(verdict.evidence.map(\.sentence))")
            }
            if let reason = example.reason { #expect(verdict.reason?.code == reason, "\(example.place)") }
            if verdict.label == .fail {
                #expect(!verdict.evidence.isEmpty || verdict.reason != nil, "\(example.place) says nothing")
            }
        }
        // All together, not one after the other.
        #expect(await judge.reporter.looks <= 20)
    }

    @Test func examplesOfEachInstruction() {
        #expect(CodeInstruction.all.count == 30)
        let sizes = CodeInstruction.Category.allCases.map { category in
            CodeInstruction.all.count { $0.category == category }
        }
        #expect(sizes == [9, 9, 6, 4, 2])
        #expect(CodeInstruction.all.count { $0.ruff != nil } == 27)
        for instruction in CodeInstruction.all {
            for label in [Label.pass, .fail] {
                let count = CodeExample.all.count { $0.check.verifier == instruction.id && $0.label == label }
                #expect(count >= 6, "\(instruction.slug): \(count) of \(label)")
            }
        }
    }

    /// Limits are measured with ruff's own set to 0, and rules are looked for together with those of others.
    ///
    /// The same comes
    /// out where ruff is set as a person would set it, for this rule alone.
    @Test func sameAsDirectSettings() async throws {
        let limits: [(slug: String, name: String, rule: String, values: [Int])] = [
            ("complexity", "max_complexity", "C901", Array(3...10)),
            ("max_returns", "max_returns", "PLR0911", [1, 2, 3, 4]),
            ("max_branches", "max_branches", "PLR0912", [2, 3, 4]), ("max_args", "max_args", "PLR0913", [3, 4, 5, 6]),
            ("max_statements", "max_statements", "PLR0915", [10, 11, 20, 30]),
            ("max_nesting", "max_nesting", "PLR1702", [2, 3, 4]),
        ]
        var pairs: [(Check, Check)] = []
        for limit in limits {
            for value in limit.values {
                let number = JSONValue.number(JSONNumber(lexeme: "\(value)"))
                pairs.append(
                    (
                        Check(VerifierID("vericode:" + limit.slug), ["max": number]),
                        Check("lint", ["rules": .string(limit.rule), limit.name: number, "functions": 1])
                    ))
            }
        }
        for instruction in CodeInstruction.all {
            guard let rules = instruction.ruff, !limits.contains(where: { $0.slug == instruction.slug }) else {
                continue
            }
            // What has to be present is no rule of ruff's.
            guard !["all_docstrings", "convention"].contains(instruction.slug) else { continue }
            let list = JSONValue.array(rules.components(separatedBy: ", ").map { .string($0) })
            var direct: JSONObject = ["rules": list, "functions": 1]
            if instruction.slug == "line_length" { direct["line_length"] = 79 }
            pairs.append((Check(instruction.id), Check("lint", direct)))
        }
        let programs = Set(CodeExample.all.map(\.response)).sorted()
        let asked = pairs.flatMap { pair in
            programs.flatMap { [(pair.0, $0, "Do it."), (pair.1, $0, "Do it.")] }
        }
        let outcomes = try await CodeJudge().decide(asked)
        var compared = 0
        for index in stride(from: 0, to: outcomes.count, by: 2) {
            guard case .verdict(let one) = outcomes[index], case .verdict(let other) = outcomes[index + 1] else {
                Issue.record("\(asked[index].0): \(outcomes[index]) \(outcomes[index + 1])")
                continue
            }
            compared += 1
            if one.label != other.label || Self.lines(one) != Self.lines(other) {
                Issue.record(
                    "\(asked[index].0) \(asked[index + 1].0)\n\(asked[index].1)\n\(one.evidence.map(\.sentence)) \(other.evidence.map(\.sentence))"
                )
            }
        }
        #expect(compared == pairs.count * programs.count)
    }

    @Test func aloneAndTogether() async throws {
        let some = CodeExample.all.enumerated().filter { $0.offset % 40 == 7 }.map(\.element)
        for example in some {
            let verdict = try await CodeJudge().decide(example.check, example.response)
            #expect(verdict?.label == example.label, "\(example.place)")
        }
    }
}

@Suite(.enabled(if: CodeJudge.works)) struct LintTests {
    let judge = CodeJudge()

    @Test func rulesOfRuff() async throws {
        let response = "```python\nimport os\nx = 1\n```"
        let verdict = try #require(try await judge.decide(Check("lint", ["rules": "F"]), response))
        #expect(verdict.label == .fail)
        #expect(verdict.score == 0)
        #expect(
            verdict.evidence.map(\.sentence) == ["F401, line 1, column 8: \"`os` imported but unused\", none required"])
        #expect(try await judge.decide(Check("lint", ["rules": "W"]), response)?.label == .pass)
        #expect(try await judge.decide(Check("lint", ["rules": "W", "functions": 1]), response)?.label == .fail)
    }

    @Test func rulesThatSwitchEachOtherOff() async throws {
        // Looked for together, ruff would leave one of the two out.
        let response = "```python\nclass A:\n    \"\"\"A class.\"\"\"\n```"
        let outcomes = try await judge.decide([
            (Check("lint", ["rules": "D203"]), response, ""), (Check("lint", ["rules": "D211"]), response, ""),
        ])
        #expect(
            outcomes.map(\.label)
                == [.fail, .pass])
    }

    @Test func spans() async throws {
        // In a list, with line ends of two signs, and wide and composed characters before the place.
        let response = "é:\r\n  ```python\r\n  def f():\r\n      x = \"漢é\"; print(x)\r\n  ```\r\n"
        let verdict = try #require(try await judge.decide(Check("vericode:no_print"), response))
        #expect(verdict.evidence.count == 1)
        let span = try #require(verdict.evidence[0].span)
        #expect(String(decoding: Array(response.utf8)[span.bytes], as: UTF8.self) == "print")
        #expect(verdict.evidence[0].measure == "T201, line 2, column 15")
    }

    @Test func promptsGiveNames() async throws {
        let prompt = "Write `def doIt(firstArg, b=(1, 2), *, c: Dict[str, X], d=4, e=5, f=6):` in `class some_thing:`."
        let code = "```python\nclass some_thing:\n    def doIt(firstArg, b, c, d, e, f): return b\n```"
        #expect(try await judge.decide(Check("vericode:naming"), code, prompt: prompt)?.label == .pass)
        #expect(try await judge.decide(Check("vericode:max_args"), code, prompt: prompt)?.label == .pass)
        #expect(try await judge.decide(Check("vericode:naming"), code)?.label == .fail)
        #expect(try await judge.decide(Check("vericode:max_args"), code)?.label == .fail)
        let other = "```python\ndef doIt(secondArg): return b\n```"
        let verdict = try await judge.decide(Check("vericode:naming"), other, prompt: prompt)
        #expect(verdict?.evidence.count == 1)
    }

    @Test func theBlockThatIsMeant() async throws {
        let print = Check("vericode:no_print")
        let good = "```python\ndef f(): return 1\n```\n"
        let bad = "```python\ndef g(): print(1)\n```\n"
        #expect(try await judge.decide(print, bad + good)?.label == .pass)
        #expect(try await judge.decide(print, good + bad)?.label == .fail)
        #expect(try await judge.decide(print, good + bad, prompt: "def f(): ...")?.label == .pass)
        #expect(try await judge.decide(print, "def f(): print(1)\n")?.label == .fail)
        #expect(try await judge.decide(print, good + "```\n{\"a\": 1}\n```\n")?.label == .pass)
        for response in ["No.", "", "```js\nlet a\n```", "```python\n\n```", "```python\n# nothing\n```"] {
            let verdict = try await judge.decide(print, response)
            #expect(verdict?.label == .invalid)
            #expect(verdict?.reason?.code == "no-code")
        }
    }

    @Test func programsThatAreTooMuch() async throws {
        let deep = "```python\ndef f(a): return a" + String(repeating: ".b", count: 100_000) + "\n```"
        let long = "```python\ndef f(): return [" + String(repeating: "1,\n", count: 200_000) + "]\n```"
        let good = "```python\ndef f(): return 1\n```"
        let comments = Check("vericode:comment_density")
        let outcomes = try await judge.decide([
            (comments, deep, ""), (Check("vericode:no_print"), long, ""), (Check("vericode:no_print"), good, ""),
            (Check("vericode:quotes"), "```python\ndef f(): return 1\0\n```", ""),
        ])
        #expect(
            outcomes.map(\.label)
                == [.abstain, .abstain, .pass, .fail])
    }

    @Test(arguments: [
        (Check("vericode:max_branches", ["max": 9]), "\"max\" is 9; an integer from 2 to 4 is expected"),
        (Check("vericode:complexity", ["max": 2]), "\"max\" is 2; an integer from 3 to 10 is expected"),
        (Check("vericode:quotes", ["kind": "triple"]), "one of \"double\", \"single\" is expected"),
        (
            Check("vericode:convention", ["convention": "sphinx"]),
            "one of \"google\", \"numpy\", \"pep257\" is expected"
        ),
        (Check("vericode:line_length", ["line_length": "long"]), "an integer from 1 to 320 is expected"),
        (Check("vericode:line_length", ["columns": 79]), "there is no argument \"columns\""),
        (Check("vericode:line_lenght"), "\"vericode:line_length\" is the nearest"),
        (Check("vericode:explain_after_code", ["keys": .array([])]), "a list of different keys is expected"),
        (Check("lint"), "\"rules\" is missing"),
        (Check("lint", ["rules": "E5O1"]), "a rule of ruff 0.17.6"),
        (Check("lint", ["rules": "E20"]), "each code of its own: E201, E202"),
        (Check("lint", ["rules": "ANN101"]), "a rule of ruff 0.17.6"),
        (Check("lint", ["rules": "F", "line_length": 321]), "an integer from 1 to 320 is expected"),
    ])
    func badArguments(_ check: Check, _ message: String) async throws {
        guard case .error(let error) = try await judge.decide([(check, "```python\nx = 1\n```", "")])[0] else {
            Issue.record("no error")
            return
        }
        #expect(error.message.contains(message), "\(error.message)")
    }

    @Test func noRuff() async throws {
        let judges = [
            CodeJudge(ruff: "/nowhere/ruff"), CodeJudge(ruff: "/usr/bin/env"),
            CodeJudge(sandbox: MissingSandbox("there is no sandbox")),
        ]
        for (judge, word) in zip(judges, ["no program", "ruff 0.17.6 is needed", "there is no sandbox"]) {
            guard
                case .error(let error) = try await judge.decide([(Check("vericode:no_print"), "def f(): return 1", "")]
                )[0]
            else {
                Issue.record("no error")
                continue
            }
            #expect(error.code == .unavailable)
            #expect(error.message.contains(word), "\(error.message)")
            if word != "there is no sandbox" { #expect(error.message.contains("pip install ruff==0.17.6")) }
        }
    }

    @Test func eachRuleIsKnown() {
        #expect(RuffRules.codes.count > 900)
        #expect(RuffRules.codes["PLR1702"] == true)
        #expect(RuffRules.codes["E501"] == false)
    }
}

extension Outcome {
    /// The verdict's label; nil for an error.
    fileprivate var label: Label? {
        if case .verdict(let verdict) = self { verdict.label } else { nil }
    }
}
