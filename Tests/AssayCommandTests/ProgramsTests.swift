// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Whether programs can be run on this machine.
private enum Machine {
    static let works: Bool = {
        let found = ["/usr/bin/bwrap", "/usr/bin/python3"].allSatisfy {
            FileManager.default.isExecutableFile(atPath: $0)
        }
        if !found { print("Tests of programs are skipped: bubblewrap or python3 is not installed.") }
        return found
    }()
}

/// `assay verify` on programs; skipped where there is no bubblewrap.
@Suite(.enabled(if: Machine.works))
struct ProgramsTests {
    @Test func humanEvalAndMBPPAreReadAsTheyAre() throws {
        let result = try Tool.run(["verify", "Examples/programs.jsonl", "--out", "-"])
        #expect(result.status == 2, "\(result.messages)")
        let lines = result.output.split(separator: "\n").map(String.init)
        try #require(lines.count == 6)
        let labels = ["pass", "fail", "pass", "fail", "invalid"]
        for (line, label) in zip(lines, labels) { #expect(line.contains("\"label\":\"\(label)\""), "\(line)") }
        #expect(lines[1].contains("is a"), "\(lines[1])")
        #expect(lines[5].contains("\"error\""), "\(lines[5])")
    }

    @Test func missingSandboxIsAnError() throws {
        let result = try Tool.run(
            ["verify", "Examples/programs.jsonl", "--out", "-", "--limit", "1"],
            environment: ["ASSAY_SANDBOX": "nonsense"])
        #expect(result.status == 2)
        #expect(result.output.contains("\"error\""), "\(result.output)")
        #expect(!result.output.contains("\"label\":\"fail\""))
    }

    @Test func withoutSandboxByWish() throws {
        let result = try Tool.run(
            ["verify", "Examples/programs.jsonl", "--out", "-", "--limit", "1", "--unsafe-no-sandbox"])
        #expect(result.status == 0, "\(result.messages)")
        #expect(result.output.contains("\"isolated\":0"), "\(result.output)")
    }

    @Test func explained() throws {
        let result = try Tool.run(["explain", "Examples/programs.jsonl", "--label", "fail"])
        #expect(result.status == 0)
        #expect(result.output.contains("tests passed"), "\(result.output)")
    }
}
