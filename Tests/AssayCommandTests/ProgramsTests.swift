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

    @Test func matrixOfProgramsAndTests() throws {
        let result = try Tool.run(["eval", "pass-matrix", "Examples/several-programs.jsonl", "--format", "json"])
        #expect(result.status == 0, "\(result.messages)")
        #expect(
            result.output == """
                {"id":"median","line":1,"passes":[[true,true,true],[true,false,true],[false,false,true],[false,false,false]],\
                "passed_by_program":[3,2,1,0],"accepted_by_test":[2,1,3],"informative":true}
                {"id":"double","line":2,"passes":[[true,true],[true,true]],"passed_by_program":[2,2],\
                "accepted_by_test":[2,2],"informative":false}

                """)
    }

    @Test func matrixOfABadRecord() throws {
        let records = """
            {"id":1,"responses":["def f(): return 1","x"],"checks":[{"verifier":"words","min":1}]}
            {"id":2,"responses":["def f(): return 1"],"checks":[{"verifier":"tests","tests":["assert f() == "]}]}
            {"id":3,"responses":["def f(): return 1"],"checks":[{"verifier":"tests","tests":["assert f() == 1"]}]}

            """
        let result = try Tool.run(["eval", "pass-matrix", "-"], input: Data(records.utf8))
        #expect(result.status == 2)
        #expect(result.messages.contains("error: -:1: checks: the record has no check \"tests\"; one is expected"))
        #expect(result.messages.contains("error: -:2: "), "\(result.messages)")
        #expect(result.output.contains("record 3  line 3  1 program, 1 test, "), "\(result.output)")
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

    /// What was stopped on the way was not decided: there is no line for it.
    @Test(arguments: [1, 3]) func interruptedProgramsHaveNoVerdict(jobs: Int) throws {
        try Tool.withFolder { folder in
            let file = folder.appendingPathComponent("in.jsonl")
            var text = ""
            for id in 0..<8 {
                text +=
                    #"{"id":\#(id),"response":"```python\nimport time\ntime.sleep(\#(id == 0 ? 0 : 8))\ndef f():\n    return 1\n```","checks":[{"verifier":"tests","tests":["assert f() == 1"]}]}"#
                    + "\n"
            }
            try Data(text.utf8).write(to: file)
            let output = Pipe()
            let process = try Tool.start(
                ["verify", file.path, "--quiet", "--out", "-", "--jobs", "\(jobs)"], input: FileHandle.nullDevice,
                output: output)
            let first = output.fileHandleForReading.availableData
            #expect(String(decoding: first, as: UTF8.self).hasPrefix(#"{"id":0,"line":1,"label":"pass""#))
            Thread.sleep(forTimeInterval: 0.5)
            process.interrupt()
            let rest = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 130)
            #expect(!rest.contains("error"), "\(rest)")
        }
    }

    @Test func explained() throws {
        let result = try Tool.run(["explain", "Examples/programs.jsonl", "--label", "fail"])
        #expect(result.status == 0)
        #expect(result.output.contains("tests passed"), "\(result.output)")
    }
}
