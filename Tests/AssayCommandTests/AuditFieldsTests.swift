// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Labelled records with columns of the user's own, and verdicts of other graders.
struct AuditFieldsTests {
    private static func audit(_ records: String, _ arguments: [String]) throws -> (object: [String: Any], Tool.Result) {
        let result = try Tool.run(
            ["audit", "-", "--json", "--no-mutate", "--quiet"] + arguments, input: Data(records.utf8))
        let object = try? JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        return (object ?? [:], result)
    }

    @Test func columnsOfOnesOwn() throws {
        let records = """
            {"key":1,"q":"How much?","ref":"0.5","out":"so \\\\boxed{\\\\frac12}","human":1}
            {"key":2,"q":"How much?","ref":"0.5","out":"so \\\\boxed{3}","human":0}
            {"key":3,"q":"How much?","ref":"0.5","out":"so \\\\boxed{4}","human":"correct"}
            {"key":4,"q":"How much?","ref":"0.5","out":"so \\\\boxed{4}","human":null}

            """
        let fields = ["--gold-field", "ref", "--response-field", "out", "--question-field", "q"]
        let (object, result) = try Self.audit(records, fields + ["--expected-field", "human", "--check", "answer"])
        #expect(result.status == 0, "\(result.messages)")
        #expect(object["n"] as? Int == 3)
        #expect(object["unlabelled"] as? Int == 1)
        #expect(abs((object["accuracy"] as? Double ?? 0) - 2.0 / 3) < 1e-9)
        let (_, misspelt) = try Self.audit(records, ["--gold-field", "rf", "--check", "answer"])
        #expect(misspelt.status == 2)
    }

    @Test func onesAndZerosAreLabels() throws {
        let records = "{\"response\":\"a b c\",\"expected\":1}\n{\"response\":\"a\",\"expected\":0}\n"
        let (object, _) = try Self.audit(records, ["--check", "words min=3"])
        #expect(object["accuracy"] as? Double == 1)
        let (_, other) = try Self.audit("{\"response\":\"a\",\"expected\":2}\n", ["--check", "words min=3"])
        #expect(other.status == 2)
    }

    @Test func defaultsReachTheCheck() throws {
        let records = "{\"response\":\"it is 4\",\"gold\":\"4\",\"expected\":true}\n"
        func accuracy(_ more: [String]) throws -> Double? {
            try Self.audit(records, ["--check", "answer"] + more).object["accuracy"] as? Double
        }
        #expect(try accuracy([]) == 1)
        #expect(try accuracy(["--default", "answer preset=rl"]) == 0)
        let (_, wrong) = try Self.audit(records, ["--check", "answer", "--default", "answer preset=rll"])
        #expect(wrong.status == 64)
    }

    /// Any form that a verdict may have: a truth value, a word, null, or what `verify --annotate` writes.
    @Test func verdictsOfAnotherGrader() throws {
        let values = [
            ("true", true), ("1", true), ("\"pass\"", true), ("\"A\"", true),
            ("{\"label\":\"pass\",\"checks\":[]}", true),
            ("false", false), ("0", false), ("\"fail\"", false), ("\"incorrect\"", false), ("\"invalid\"", false),
        ]
        let records = values.map { "{\"id\":1,\"judge\":{\"v\":\($0.0)},\"expected\":\($0.1)}\n" }.joined()
        let (object, result) = try Self.audit(records, ["--verdict-field", "judge.v"])
        #expect(result.status == 0, "\(result.messages)")
        #expect(object["n"] as? Int == values.count)
        #expect(object["accuracy"] as? Double == 1)
        // Whatever the response is: the grader has decided.
        let truncated =
            "{\"response\":\"<think>\",\"judge\":true,\"expected\":true}\n{\"judge\":null,\"expected\":true}\n"
        let (whole, _) = try Self.audit(truncated, ["--verdict-field", "judge"])
        #expect(whole["accuracy"] as? Double == 0.5)
        #expect(whole["abstain_rate"] as? Double == 0.5)
        let (_, bad) = try Self.audit("{\"judge\":\"maybe\",\"expected\":true}\n", ["--verdict-field", "judge"])
        #expect(bad.status == 2)
        #expect(try Self.audit(records, ["--verdict-field", "judge", "--check", "words"]).1.status == 64)
        #expect(try Self.audit(records, ["--verdict-field", "judge", "--as", "catalog"]).1.status == 64)
    }

    @Test func withoutACheckItIsWrongUsage() throws {
        let result = try Tool.run(["audit", "Examples/audit.jsonl"])
        #expect(result.status == 64)
        #expect(result.output.isEmpty)
        #expect(result.messages.contains("--check with a verifier is expected"))
    }
}
