// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// `--missing fail` counts a prompt that nobody answered as failed, in every figure, once, and only where it is known.
struct MissingPromptTests {
    private static let data = (1...3).map {
        #"{"id":\#($0),"prompt":"p\#($0)","checks":[{"verifier":"words","min":1}]}"# + "\n"
    }.joined()

    private static func verify(_ responses: [String], _ options: [String]) throws -> Tool.Result {
        try Tool.withFolder { folder in
            try Data(data.utf8).write(to: folder.appendingPathComponent("data.jsonl"))
            return try Tool.run(
                ["verify", "-", "--data", "data.jsonl", "--out", "/dev/null", "--format", "json"] + options,
                input: Data(responses.joined(separator: "\n").utf8), folder: folder)
        }
    }

    private static func figures(_ result: Tool.Result) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    }

    @Test func allFiguresFail() throws {
        let result = try Self.verify([#"{"id":1,"response":"x"}"#], ["--missing", "fail"])
        let figures = try Self.figures(result)
        for name in ["prompt_level_strict_acc", "inst_level_strict_acc", "csr", "score"] {
            #expect(try abs(#require(figures[name] as? Double) - 1.0 / 3) < 1e-11, "\(name)")
        }
        #expect(figures["n"] as? Int == 3)
        #expect(figures["csr_n"] as? Int == 3)
        #expect(figures["score_n"] as? Int == 3)
        let gate = try Self.verify(
            [#"{"id":1,"response":"x"}"#], ["--missing", "fail", "--fail-under", "score=0.9"])
        #expect(gate.status == 1)
        let shown = try Self.figures(Self.verify([#"{"id":1,"response":"x"}"#], []))
        #expect(shown["score"] as? Double == 1)
    }

    @Test func perPromptFiguresFailToo() throws {
        let result = try Self.verify([#"{"id":1,"responses":["x","y"]}"#], ["--missing", "fail"])
        let prompts = try #require(try Self.figures(result)["per_prompt"] as? [String: Any])
        #expect(prompts["n"] as? Int == 3)
        #expect(prompts["csr_n"] as? Int == 3)
        for name in ["best_csr", "mean_csr", "any_pass", "all_pass"] {
            #expect(try abs(#require(prompts[name] as? Double) - 1.0 / 3) < 1e-11, "\(name)")
        }
    }

    /// What was not read may hold the response.
    @Test func beyondTheLimitNothingIsMissing() throws {
        let responses = (1...3).map { #"{"id":\#($0),"response":"x"}"# }
        let cut = try Self.verify(responses, ["--missing", "fail", "--limit", "1"])
        let figures = try Self.figures(cut)
        #expect(figures["n"] as? Int == 1)
        #expect(figures["missing"] as? Int == 0)
        #expect(figures["csr"] as? Double == 1)
        #expect(cut.messages.contains("warning: --limit left records unread"))
        // All that there is was read.
        let whole = try Self.verify([responses[0]], ["--missing", "fail", "--limit", "1"])
        #expect(try Self.figures(whole)["missing"] as? Int == 2)
        #expect(!whole.messages.contains("--limit left"))
    }

    /// A response that ended in error is one all the same.
    @Test func anErrorIsNotMissingToo() throws {
        let responses = [#"{"id":1,"response":"x"}"#, #"{"id":2,"response":"y"}"#, #"{"id":3,"response":null}"#]
        let result = try Self.verify(responses, ["--missing", "fail"])
        let figures = try Self.figures(result)
        #expect(figures["n"] as? Int == 2)
        #expect(figures["missing"] as? Int == 0)
        let prompt = try #require((figures["prompt"] as? [String: [String: Any]])?["strict"])
        #expect(prompt["error"] as? Int == 1)
        #expect(prompt["pass"] as? Int == 2)
    }

    /// Of a response with a check in error, the decided checks still count for csr: each mean has an n of its own.
    @Test func meansSayOverWhat() throws {
        let bad = #"{"id":1,"responses":["x","y z"],"checks":[{"verifier":"words","min":2},"nonsense"]}"#
        let good = #"{"id":2,"responses":["x y","y z"],"checks":[{"verifier":"words","min":2}]}"#
        func run(_ format: String) throws -> Tool.Result {
            try Tool.run(
                ["verify", "-", "--out", "/dev/null", "--quiet", "--format", format],
                input: Data("\(bad)\n\(good)\n".utf8))
        }
        let figures = try Self.figures(run("json"))
        #expect(figures["n"] as? Int == 2)
        #expect(figures["csr_n"] as? Int == 4)
        #expect(figures["csr"] as? Double == 0.75)
        let prompts = try #require(figures["per_prompt"] as? [String: Any])
        #expect(prompts["n"] as? Int == 1)
        #expect(prompts["csr_n"] as? Int == 2)
        let rows = try run("table").output.split(separator: "\n")
        let place = try #require(rows.firstIndex { $0.hasPrefix("per prompt, %") })
        #expect(
            rows[place].split(separator: "  ").map { $0.trimmingCharacters(in: .whitespaces) } == [
                "per prompt, %", "prompts", "some response passes", "all pass", "with csr", "best csr", "mean csr",
            ])
        #expect(
            rows[place + 1].split(separator: " ").map(String.init)
                == ["all", "1", "100.00", "100.00", "2", "100.00", "75.00"])
    }
}
