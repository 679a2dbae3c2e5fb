// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What `explain` says of how many there are holds for any number and size of records.
struct ExplainSelectionTests {
    private static func record(_ id: Int, _ response: String) -> String {
        #"{"id":\#(id),"response":"\#(response)","checks":[{"verifier":"words","min":2}]}"# + "\n"
    }

    @Test func countsAreTrueBeyondWhatAPageHolds() throws {
        let input = (0..<20_000).map { Self.record($0, $0 % 2 == 0 ? "one" : "one two") }.joined()
        let failing = try Tool.run(["explain", "-", "--label", "fail", "--limit", "1"], input: Data(input.utf8))
        #expect(failing.status == 0)
        #expect(failing.messages == "9999 more; --limit 10000 shows all\n")
        let all = try Tool.run(["explain", "-", "--limit", "0"], input: Data((input + input).utf8))
        #expect(all.messages == "40000 more; --limit 40000 shows all\n")
        #expect(all.output.isEmpty)
        let shown = try Tool.run(
            ["explain", "-", "--label", "fail", "--limit", "20000", "--json"], input: Data((input + input + input).utf8)
        )
        #expect(shown.output.split(separator: "\n").count == 20_000)
        #expect(shown.messages == "10000 more; --limit 30000 shows all\n")
    }

    @Test func oneFatRecordIsShown() throws {
        let fat = String(repeating: "word ", count: 14 << 20)
        let input = Data((Self.record(1, fat) + Self.record(2, "one") + Self.record(3, "one two")).utf8)
        let result = try Tool.run(["explain", "-", "--id", "1"], input: input)
        #expect(result.status == 0, "\(result.messages)")
        #expect(result.output.hasPrefix("sample 1  line 1  pass"))
        let two = try Tool.run(["explain", "-", "--limit", "1"], input: input)
        #expect(two.output.hasPrefix("sample 2  line 2  fail"), "failures come first")
        #expect(two.messages == "2 more; --limit 3 shows all\n")
    }

    /// Failures in input order, then passes for which there is room.
    @Test func failuresComeFirst() throws {
        let input = [(1, "a b"), (2, "a"), (3, "a b"), (4, "a")].map(Self.record).joined()
        let result = try Tool.run(["explain", "-", "--limit", "3", "--json"], input: Data(input.utf8))
        #expect(result.output.split(separator: "\n").map { $0.prefix(7) } == [#"{"id":2"#, #"{"id":4"#, #"{"id":1"#])
        #expect(result.messages == "1 more; --limit 4 shows all\n")
    }

    @Test(
        arguments: [
            (["--id", "1"], 0), (["--id", "9"], 1), (["--label", "invalid"], 1), (["--label", "error"], 2), ([], 2),
            (["--label", "fail"], 0), (["--check", "sentences"], 1),
        ] as [([String], Int32)])
    func exitCodes(options: [String], status: Int32) throws {
        let input = Self.record(1, "one two") + Self.record(2, "one") + "bad\n"
        let result = try Tool.run(["explain", "-"] + options, input: Data(input.utf8))
        #expect(result.status == status, "\(options): \(result.messages)")
        if status == 1 {
            #expect(result.messages.contains("no response of 3 records fits"))
            #expect(result.messages.contains("1 ended in error, which --label error shows"))
        }
    }

    @Test func interruptionIsTold() throws {
        try Tool.withFolder { folder in
            // Input never ends: only the signal does.
            let result = try Tool.shell(
                #"""
                yes '{"id":1,"response":"one","checks":[{"verifier":"words","min":2}]}' \
                | timeout --foreground --preserve-status -s INT -k 100 3 "$ASSAY" explain - --limit 1 > shown; echo "${PIPESTATUS[1]}"
                """#, folder: folder)
            #expect(result.output == "130\n", "\(result.messages)")
            #expect(result.messages.contains("interrupted: what is shown and counted is of the records so far"))
        }
    }
}
