// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Answers through the tool: the example files, one pair explained, bad golds, defaults, figures.
@Suite(.enabled(if: AnswerEngine.isThere, "the engine is not there yet"))
struct AnswerTests {
    private static func label(_ line: some StringProtocol) -> String {
        let start = line.range(of: #""label":""#)
        return start.map { String(line[$0.upperBound...].prefix { $0 != "\"" }) } ?? ""
    }

    @Test(arguments: [
        (
            ["Examples/answers.jsonl"], "gold",
            ["pass", "pass", "pass", "pass", "pass", "pass", "fail", "fail", "invalid", "abstain"]
        ),
        (["Examples/answers/gsm8k.jsonl"], "gsm8k", ["pass", "pass", "fail"]),
        (["Examples/answers/math.jsonl"], "math", ["pass", "pass", "fail"]),
        (["Examples/answers/verl.jsonl"], "verl", ["pass", "pass", "fail"]),
        (["Examples/answers/trl.jsonl"], "trl", ["pass", "pass", "fail", "pass"]),
        (["Examples/answers/lm-eval.jsonl"], "lm-eval-math", ["pass", "pass"]),
        (
            ["Examples/answers/gsm8k-responses.jsonl", "--data", "Examples/answers/gsm8k-test.jsonl"],
            "responses joined to Examples/answers/gsm8k-test.jsonl (gsm8k)", ["pass", "fail", "pass", "pass"]
        ),
    ])
    func examples(arguments: [String], shape: String, labels: [String]) throws {
        let result = try Tool.run(["verify"] + arguments + ["--out", "-"])
        #expect(result.messages.hasPrefix("\(arguments[0]): read as \(shape)\n"), "\(result.messages)")
        #expect(result.output.split(separator: "\n").map(Self.label) == labels, "\(result.output)")
        #expect(result.status == 0)
    }

    /// Golds in one file and responses in another, for every shape that has both in one.
    @Test(arguments: ["gsm8k", "math", "trl", "verl"])
    func dataAndResponsesApart(name: String) throws {
        let path = "Examples/answers/\(name).jsonl"
        let text = try String(contentsOf: Tool.root.appendingPathComponent(path), encoding: .utf8)
        var responses = ""
        for line in text.split(separator: "\n") {
            let record = try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            // What a trainer or a harness writes down of a response: what was asked, and what came.
            var kept = record.filter {
                ["question", "problem", "prompt", "response", "completion", "completions"].contains($0.key)
            }
            kept["question"] = kept["question"] ?? (record["extra_info"] as? [String: Any])?["question"]
            kept["prompt"] = kept["prompt"] ?? record["input"]
            kept["response"] = kept["response"] ?? record["solution_str"] ?? record["output"]
            responses += String(decoding: try JSONSerialization.data(withJSONObject: kept), as: UTF8.self) + "\n"
        }
        let whole = try Tool.run(["verify", path, "--out", "-", "--quiet"])
        let joined = try Tool.run(["verify", "-", "--data", path, "--quiet"], input: Data(responses.utf8))
        #expect(
            joined.output.split(separator: "\n").map(Self.label) == whole.output.split(separator: "\n").map(Self.label),
            "\(joined.messages)")
        #expect(joined.status == 0)
    }

    @Test func onePairIsExplained() throws {
        let result = try Tool.run([
            "explain", "--check", #"{"verifier":"answer","gold":"\\frac12"}"#, "--response", "so it is 0.5",
        ])
        #expect(result.status == 0)
        for part in ["pass  1 of 1 checks pass", "so it is «0.5»", #"answer: "0.5""#] {
            #expect(result.output.contains(part), "\(result.output)")
        }
    }

    @Test func anAbstentionHoldsWhatAJudgeNeeds() throws {
        let (lines, result) = try Tool.verify(
            #"{"question":"Why?","gold":"because warm air rose over the mountains and cooled","response":"The answer is that moist air was lifted by the hills."}"#
        )
        let line = try #require(lines.first)
        #expect(Self.label(line) == "abstain")
        #expect(line.contains(#""score":null"#))
        #expect(line.contains(#"{"measure":"question","found":"Why?"}"#), "\(line)")
        #expect(line.contains(#"{"measure":"gold","found":"because warm air rose over the mountains and cooled"}"#))
        #expect(line.contains(#"{"measure":"answer","found":""#))
        #expect(result.status == 0)
    }

    @Test func aBadGoldIsAnErrorOfItsRecord() throws {
        let records = #"""
            {"id":1,"gold":"","response":"5"}
            {"id":2,"gold":"\f12","response":"5"}
            {"id":3,"response":"5"}
            {"id":4,"gold":"5","options":{"unit_conversoin":true},"response":"5"}
            {"id":5,"gold":"5","response":"5"}

            """#
        let (lines, result) = try Tool.verify(records, ["--as", "gold"])
        #expect(lines.map(Self.label) == ["error", "error", "error", "error", "pass"])
        #expect(result.status == 2)
        let parts = [
            #""field":"gold","message":"\"gold\" is empty; an answer is expected""#, "written twice in JSON",
            #""field":"gold","message":"there is no field \"gold\"; one is expected, or --gold-field NAME""#,
            #""field":"options.unit_conversoin""#,
        ]
        for (line, part) in zip(lines, parts) { #expect(line.contains(part), "\(line)") }
    }

    @Test func defaultsAndARecordsOwnOptions() throws {
        let records = #"""
            {"gold":"5","response":"I think 5"}
            {"gold":"5","options":{"preset":"math"},"response":"I think 5"}
            {"gold":"5","options":{"extract":"any"},"response":"I think 5"}

            """#
        let (usual, _) = try Tool.verify(records)
        #expect(usual.map(Self.label) == ["pass", "pass", "pass"])
        let (strict, _) = try Tool.verify(records, ["--default", "answer preset=rl"])
        #expect(strict.map(Self.label) == ["invalid", "pass", "pass"])
        let (_, wrong) = try Tool.verify(records, ["--default", "answer presett=rl"])
        #expect(wrong.status == 64)
        #expect(wrong.messages.contains(#"--default answer.presett: there is no argument "presett"; "preset""#))
    }

    @Test func whyTheModelStoppedIsSeen() throws {
        let (lines, _) = try Tool.verify(
            #"""
            {"gold":"5","response":"We count them and so far there are","finish_reason":"length"}
            {"gold":"5","response":{"content":"so \\boxed{5}","finish_reason":"stop"}}

            """#)
        #expect(lines.map(Self.label) == ["invalid", "pass"])
        #expect(lines.first?.contains(#""reason":"truncated""#) == true)
    }

    @Test func figuresHaveIntervalsAndAbstentions() throws {
        let result = try Tool.run(["verify", "Examples/answers.jsonl", "--format", "json", "--quiet"])
        let figures = #""answer":{"strict":{"acc":0.666666666667,"interval":["#
        #expect(result.output.contains(figures), "\(result.output)")
        #expect(result.output.contains(#""n":9,"pass":6,"fail":2,"invalid":1,"abstain":1,"error":0"#))
    }

    @Test func keptLinesAreTheInputs() throws {
        let result = try Tool.run(["verify", "Examples/answers.jsonl", "--keep", "abstain,invalid", "--quiet"])
        let text = try String(contentsOf: Tool.root.appendingPathComponent("Examples/answers.jsonl"), encoding: .utf8)
        #expect(result.output.split(separator: "\n") == text.split(separator: "\n").suffix(2))
    }

    @Test(arguments: [1, 2, 7]) func jobsChangeNothing(jobs: Int) throws {
        let one = try Tool.run(["verify", "Examples/answers.jsonl", "--out", "-", "--evidence", "all", "--jobs", "1"])
        let many = try Tool.run([
            "verify", "Examples/answers.jsonl", "--out", "-", "--evidence", "all", "--jobs", "\(jobs)",
        ])
        #expect(one.output == many.output)
    }
}

/// Whether answers are compared at all.
enum AnswerEngine {
    static let isThere = (try? Tool.verify(#"{"gold":"1","response":"1"}"#).lines.first?.contains("pass")) == true
}
