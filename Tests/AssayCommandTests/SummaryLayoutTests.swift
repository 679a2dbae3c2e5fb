// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The short summary, and what the long one leaves out.
struct SummaryLayoutTests {
    private static func summary(_ arguments: [String], input: String? = nil) throws -> String {
        try Tool.run(["verify"] + arguments + ["--quiet"], input: input.map { Data($0.utf8) }).output
    }

    @Test func shortWithoutByIsTheMainTable() throws {
        let text = try Self.summary(["Examples/quickstart.jsonl", "--summary"])
        #expect(text.hasPrefix("accuracy, %  "))
        #expect(!text.contains("by check") && !text.contains("by group"))
    }

    @Test func shortWithByIsOneTableOfChecks() throws {
        let text = try Self.summary(["Examples/quickstart.jsonl", "--summary", "--by", "model"])
        let lines = text.split(separator: "\n")
        let heading = try #require(lines.firstIndex { $0.hasPrefix("by check, strict, %") })
        #expect(lines[heading].split(separator: " ").suffix(4) == ["n", "model-a", "model-b", "all"])
        #expect(
            lines.contains { $0.split(separator: " ") == ["detectable_format:title", "2", "100.00", "0.00", "50.00"] })
        #expect(lines.contains { $0.split(separator: " ") == ["startend:end_checker", "1", "0.00", "–", "0.00"] })
        #expect(!text.contains("== "))
    }

    @Test func markdownEndsWithTheStamp() throws {
        let text = try Self.summary(["Examples/quickstart.jsonl", "--format", "markdown", "--summary", "--by", "model"])
        let last = try #require(text.split(separator: "\n").last)
        #expect(last.hasPrefix("assay ") && last.contains("ifeval 1") && last.contains("CRC-32"), "\(last)")
    }

    /// Groups of one check each are not repeated.
    @Test func groupsOfOneCheckAreLeftOut() throws {
        let text = try Self.summary(["Examples/answers.jsonl"])
        #expect(text.contains("by check") && !text.contains("by group"))
    }

    /// M-IFEval's groups keep their language, and its English ids stand in one row with IFEval's.
    @Test func languagesHaveGroupsOfTheirOwn() throws {
        func record(_ model: String, _ ids: String...) -> String {
            let checks = ids.map { "{\"verifier\":\"\($0)\"}" }.joined(separator: ",")
            return "{\"id\":1,\"model\":\"\(model)\",\"response\":\"x\",\"checks\":[\(checks)]}\n"
        }
        let records =
            record("a", "punctuation:no_comma", "es:punctuation:no_comma", "es:startend:quotation")
            + record("b", "en:punctuation:no_comma", "en:startend:quotation")
        let all = try Self.summary(["-", "--out", "/dev/null", "--format", "csv"], input: records)
        #expect(all.contains(",group,es:punctuation,") && all.contains(",group,es:startend,"))
        #expect(!all.contains(",group,es,"))
        let short = try Self.summary(["-", "--out", "/dev/null", "--summary", "--by", "model"], input: records)
        #expect(
            short.split(separator: "\n").contains {
                $0.split(separator: " ") == ["punctuation:no_comma", "2", "100.00", "100.00", "100.00"]
            }, "\(short)")
    }
}
