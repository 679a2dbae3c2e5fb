// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// `assay audit` as a user runs it.
struct AuditTests {
    private static let words = ["audit", "Examples/audit-words.jsonl", "--check", "words min=3"]

    private static func json(_ arguments: [String], input: String? = nil) throws -> [String: Any] {
        let result = try Tool.run(arguments + ["--json", "--quiet"], input: input.map { Data($0.utf8) })
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        return try #require(object as? [String: Any])
    }

    @Test func measuresAnyVerifier() throws {
        let object = try Self.json(Self.words)
        #expect(object["n"] as? Int == 3)
        #expect(abs(try #require(object["accuracy"] as? Double) - 2.0 / 3) < 1e-9)
        #expect(object["false_positive_rate"] as? Double == 0.5)
        #expect(object["unlabelled"] as? Int == 1)
        #expect(object["disagreements"] as? Int == 1)
        #expect(object["mutation_caught"] is NSNull)
        let keys = [
            "n", "accuracy", "precision", "recall", "false_positive_rate", "abstain_rate", "macro_f1", "by_type",
        ]
        #expect(keys.allSatisfy { object[$0] != nil })
        let table = try Tool.run(Self.words)
        #expect(table.status == 0)
        #expect(table.output.contains("1 disagreement\n"))
        #expect(table.output.contains("labelled incorrect, verdict pass"))
        #expect(table.output.contains("words: 3, at least 3 required"))
    }

    @Test func measuresReferenceVerdicts() throws {
        let object = try Self.json(["audit", "Examples/audit-instructions.jsonl"])
        #expect(object["n"] as? Int == 5)
        #expect(object["accuracy"] as? Double == 1)
        #expect((object["loose"] as? [String: Any])?["accuracy"] as? Double == 1)
        let selected = try Self.json([
            "audit", "Examples/audit-instructions.jsonl", "--check", "startend:end_checker",
        ])
        #expect(selected["n"] as? Int == 1)
    }

    @Test func measuresVerifiersThatAreNoRules() throws {
        let object = try Self.json(["audit", "Examples/audit-steps.jsonl", "--check", "step-proof"])
        #expect(object["n"] as? Int == 4)
        #expect(object["accuracy"] as? Double == 1)
        #expect(object["errors"] as? Int ?? 0 == 0)
    }

    @Test func readsAPipe() throws {
        let text = try String(
            contentsOf: Tool.root.appendingPathComponent("Examples/audit-words.jsonl"), encoding: .utf8)
        let object = try Self.json(["audit", "-", "--check", "words min=3"], input: text)
        #expect(object["n"] as? Int == 3)
    }

    @Test(arguments: [
        (["--fail-under", "accuracy=0.6"], 0), (["--fail-under", "accuracy=0.9"], 1),
        (["--fail-over", "false_positive_rate=0.4"], 1), (["--fail-over", "abstain_rate=0"], 0),
        (["--fail-under", "mutation_caught=0.5"], 1), (["--fail-under", "acuracy=0.5"], 64),
        (["--fail-under", "accuracy"], 64), (["--jobs", "0"], 64), (["--as", "nothing"], 64),
        (["--mutations", "-1"], 64), (["--out", "Examples/audit-words.jsonl"], 64),
    ])
    func exits(more: [String], status: Int) throws {
        let result = try Tool.run(Self.words + ["--quiet"] + more)
        #expect(result.status == Int32(status), "\(result.messages)")
    }

    @Test func badRecordsEndWithTwo() throws {
        let records = "{\"response\":\"a b c\",\"expected\":true}\nnot JSON\n{\"response\":\"a\",\"expected\":\"no\"}\n"
        let result = try Tool.run(["audit", "-", "--check", "words min=3", "--out", "-"], input: Data(records.utf8))
        #expect(result.status == 2)
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.dropFirst().allSatisfy { $0.contains("\"label\":\"error\"") })
        #expect(result.messages.contains("\"expected\" is \"no\"; true, false or null is expected"))
    }

    @Test func unknownVerifierIsNamed() throws {
        let result = try Tool.run(["audit", "Examples/audit-words.jsonl", "--check", "wrods min=3"])
        #expect(result.status == 64)
        #expect(result.messages.contains("\"words\" is the nearest"))
        #expect(try Tool.run(["audit", "no-such-file.jsonl", "--check", "words min=3"]).status == 3)
        #expect(try Tool.run(["audit", "Examples/audit-words.jsonl"]).status == 64)
    }

    @Test func cardSaysWhatWasMeasured() throws {
        try Tool.withFolder { folder in
            let card = folder.appendingPathComponent("card.md")
            let result = try Tool.run(Self.words + ["--card", card.path, "--quiet"])
            #expect(result.status == 0)
            let text = try String(contentsOf: card, encoding: .utf8)
            for part in [
                "# Report card: words", "{\"min\":3}", "audit-words.jsonl, read as labelled", "CRC-32",
                "## Label against verdict",
                "## Disagreements", "labelled incorrect, verdict pass", "## Known limits",
            ] { #expect(text.contains(part), "\(part)") }
            #expect(!text.contains(Tool.root.path))
        }
    }
}
