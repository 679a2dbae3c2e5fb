// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What each option of `verify` does to the output and the exit code.
struct VerifyOptionsTests {
    private static func record(_ id: String, _ response: String, _ more: String = "") -> String {
        #"{"id":"\#(id)","response":"\#(response)","checks":[{"verifier":"words","min":2}]\#(more)}"#
    }
    private static let pass = record("good", "one two", #","model":"a","metadata":{"x":1}"#)
    private static let fail = record("short", "one", #","model":"b","metadata":{"x":2}"#)
    private static let both = pass + "\n" + fail + "\n"

    @Test func keepWritesTheLinesByteForByte() throws {
        let input = "\(Self.pass)  \t\r\n\(Self.fail)\r\nbad \r\n  \(Self.pass)\n"
        func kept(_ labels: String) throws -> String {
            try Tool.run(["verify", "-", "--quiet", "--keep", labels], input: Data(input.utf8)).output
        }
        #expect(try kept("pass") == "\(Self.pass)  \t\r\n  \(Self.pass)\n")
        #expect(try kept("fail") == "\(Self.fail)\r\n")
        #expect(try kept("error") == "bad \r\n")
        #expect(try kept("pass,fail,error") == input)
    }

    @Test func annotatePutsTheVerdictIntoTheRecord() throws {
        func annotated(_ record: String) throws -> String {
            try Tool.run(["verify", "-", "--quiet", "--annotate", "verdict"], input: Data(record.utf8)).output
        }
        let verdict = #"{"label":"pass","score":1,"checks":[{"check":"words","label":"pass","score":1}]}"#
        #expect(try annotated(Self.pass + "\r\n") == Self.pass.dropLast() + #","verdict":\#(verdict)}"# + "\n")
        let old = #"{"verdict": {"label":"","checks":0}, "response":"one two","checks":[{"verifier":"words","min":2}]}"#
        #expect(
            try annotated(old)
                == #"{"verdict": \#(verdict), "response":"one two","checks":[{"verifier":"words","min":2}]}"# + "\n")
        let several = #"{"responses":["one two","x"],"checks":[{"verifier":"words","min":2}]}"#
        let line = try annotated(several)
        #expect(
            line.hasPrefix(several.dropLast() + #","verdict":[\#(verdict),{"label":"fail","score":0.5,"#), "\(line)")
        #expect(line.hasSuffix("}]}\n"))
    }

    /// A record that cannot be judged stays in its place.
    @Test func annotatePutsTheErrorIntoTheRecord() throws {
        let input = "{\"id\":7,\"response\":null,\"checks\":[\"words\"]}\nnot JSON\n\(Self.pass)\n"
        let lines = try Tool.run(["verify", "-", "--quiet", "--annotate", "v"], input: Data(input.utf8)).output
            .split(separator: "\n")
        try #require(lines.count == 3)
        #expect(
            lines[0].hasPrefix(
                #"{"id":7,"response":null,"checks":["words"],"v":{"label":"error","error":{"code":"response","#))
        #expect(lines[1].hasPrefix(#"{"id":null,"line":2,"v":{"label":"error","error":{"code":"syntax","message":"#))
        #expect(lines[2].contains(#""v":{"label":"pass""#))
    }

    @Test func labelsToKeepMayHaveSpaces() throws {
        #expect(try Tool.verify(Self.both, ["--keep", "pass, fail"]).lines.count == 2)
    }

    @Test func byLooksIntoTheMetadata() throws {
        let input = Self.record("a", "one two", #","metadata":{"model":"m1"}"#)
        let result = try Tool.run(
            ["verify", "-", "--out", "/dev/null", "--format", "csv", "--by", "model"], input: Data(input.utf8))
        #expect(result.output.contains("\nm1,prompt,,strict,1,1,"), "\(result.output)")
        let missing = try Tool.run(
            ["verify", "-", "--out", "/dev/null", "--format", "csv", "--by", "modle"], input: Data(input.utf8))
        #expect(missing.messages.contains("warning: no record has the field \"modle\" that --by names"))
    }

    /// The last line of the table can be pasted: it finds the same failures.
    @Test(arguments: [
        (["--check", "words min=9"], "assay explain in.jsonl --check 'words min=9' --label fail"),
        (
            ["--check", "punctuation:no_comma"],
            #"assay explain in.jsonl --check '{"verifier":"punctuation:no_comma"}' --label fail"#
        ),
        (
            ["--protocol", "strict", "--response-field", "answer", "--check", "words min=9"],
            "assay explain in.jsonl --response-field answer --protocol strict --check 'words min=9' --label fail"
        ),
    ])
    func nextCommandShowsTheFailures(options: [String], command: String) throws {
        try Tool.withFolder { folder in
            let record = #"{"id":"x","response":"one, two","answer":"three, four"}"#
            try Data(record.utf8).write(to: folder.appendingPathComponent("in.jsonl"))
            let result = try Tool.run(["verify", "in.jsonl"] + options, folder: folder)
            // By the path by which it was called.
            let called = command.replacingOccurrences(of: "assay explain", with: "\(Tool.path.path) explain")
            #expect(result.output.hasSuffix("1 response fails; see why:  \(called)\n"), "\(result.output)")
            let shown = try Tool.shell(command.replacingOccurrences(of: "assay", with: "\"$ASSAY\""), folder: folder)
            #expect(shown.output.hasPrefix("sample x  line 1  fail"), "\(shown.output) \(shown.messages)")
        }
    }

    @Test func missingInputLeavesOldOutputsAlone() throws {
        try Tool.withFolder { folder in
            let old = folder.appendingPathComponent("verdicts.jsonl")
            try Data("old\n".utf8).write(to: old)
            let result = try Tool.run(["verify", "nowhere.jsonl", "--out", "verdicts.jsonl"], folder: folder)
            #expect(result.status == 3)
            #expect(result.messages == "assay: nowhere.jsonl: No such file or directory\n")
            #expect(try Data(contentsOf: old) == Data("old\n".utf8))
        }
    }

    @Test func severalResponsesAreNumbered() throws {
        let (lines, _) = try Tool.verify(
            #"{"id":1,"responses":["one two","x"],"checks":[{"verifier":"words","min":2}]}"#)
        #expect(lines.map { $0.prefix(28) } == [#"{"id":1,"line":1,"response":"#, #"{"id":1,"line":1,"response":"#])
    }

    @Test func errorsKeepsTheOriginalLines() throws {
        try Tool.withFolder { folder in
            let file = folder.appendingPathComponent("errors.jsonl")
            let input = "bad one \r\n\(Self.pass)\n{\"id\":3}\n"
            let result = try Tool.run(
                ["verify", "-", "--quiet", "--errors", file.path], input: Data(input.utf8))
            #expect(result.status == 2)
            #expect(try Data(contentsOf: file) == Data("bad one \r\n{\"id\":3}\n".utf8))
        }
    }

    @Test(arguments: [("model", "a", "b"), ("metadata.x", "1", "2"), ("none", "(none)", "(none)")])
    func byRepeatsTheFigures(field: String, first: String, second: String) throws {
        let result = try Tool.run(
            ["verify", "-", "--quiet", "--out", "/dev/null", "--format", "csv", "--by", field],
            input: Data((Self.both + "bad").utf8))
        let rows = result.output.split(separator: "\n")
        #expect(rows.first?.hasPrefix("\(field),level,name,protocol,n,accuracy") == true, "\(rows.first ?? "")")
        #expect(rows.contains { $0.hasPrefix("\(first),prompt,,strict,") })
        #expect(rows.contains { $0.hasPrefix("\(second),prompt,,strict,") })
        #expect(rows.contains { $0.hasPrefix("(none),prompt,,strict,") }, "a record that cannot be read has no value")
        #expect(!rows.contains { $0.hasPrefix(",") })
        #expect(rows.contains { $0.hasPrefix("all,prompt,,strict,2,0.5,") })
    }

    /// A value that is called as the whole, or as what has none, stands in quotes.
    @Test func groupsAreTold() throws {
        let values = [#""all""#, #""(none)""#, "null", #""\"all\"""#]
        let input = values.enumerated().map { Self.record("\($0)", "one two", ",\"model\":\($1)") }
        func summary(_ format: String) throws -> String {
            try Tool.run(
                ["verify", "-", "--quiet", "--out", "/dev/null", "--format", format, "--by", "model", "--summary"]
                    .filter { format != "csv" || $0 != "--summary" }, input: Data(input.joined(separator: "\n").utf8)
            ).output
        }
        let names = try summary("csv").split(separator: "\n").filter { $0.contains(",prompt,,strict,") }
            .map { $0.components(separatedBy: ",prompt")[0] }
        // Quotes in CSV are doubled.
        let expected = ["'''all'''", "'''(none)'''", "(none)", "'''''all'''''", "all"]
        #expect(names == expected.map { $0.replacingOccurrences(of: "'", with: "\"") })
        let rows = try summary("table").split(separator: "\n").dropFirst().prefix(5)
        #expect(
            rows.map { $0.split(separator: " ")[0] } == ["\"all\"", "\"(none)\"", "(none)", "\"\"all\"\"", "all"])
    }

    @Test func byFileNamesTheFiles() throws {
        try Tool.withFolder { folder in
            try Data(Self.pass.utf8).write(to: folder.appendingPathComponent("a.jsonl"))
            try Data(Self.fail.utf8).write(to: folder.appendingPathComponent("b.jsonl"))
            let result = try Tool.run(
                ["verify", "a.jsonl", "b.jsonl", "--quiet", "--format", "csv", "--by", "file"], folder: folder)
            #expect(result.output.contains("\na.jsonl,prompt,,strict,1,1,"))
            #expect(result.output.contains("\nb.jsonl,prompt,,strict,1,0,"))
            #expect(result.status == 0)
        }
    }

    @Test func limitReadsTheFirstRecords() throws {
        let (lines, result) = try Tool.verify(Self.both + "bad\n", ["--limit", "1"])
        #expect(lines.count == 1)
        #expect(result.status == 0)
        #expect(try Tool.verify(Self.both, ["--limit", "0"]).lines.isEmpty)
    }

    @Test func failUnderDecidesTheExitCode() throws {
        func status(_ options: String...) throws -> Int32 {
            try Tool.verify(Self.both + "bad\n", options).result.status
        }
        #expect(try status() == 2)
        #expect(try status("--fail-under", "csr=0.5") == 2)
        #expect(try status("--fail-under", "csr=0.51") == 1)
        #expect(try status("--fail-under", "csr=0.5", "--fail-under", "prompt_level_strict_acc=0.9") == 1)
        let (_, result) = try Tool.verify(Self.both, ["--fail-under", "csr=0.9"])
        #expect(result.messages.contains("threshold not met: csr is 0.5, at least 0.9 required"))
    }

    @Test(arguments: [("0", 1), ("1", 1), ("2", 2), ("49%", 1), ("50%", 2), ("100%", 2)])
    func maximumOfErrors(limit: String, status: Int32) throws {
        let input = "bad\n\(Self.both)worse\n"
        let (_, result) = try Tool.verify(input, ["--max-errors", limit])
        #expect(result.status == status, "\(result.messages)")
    }

    @Test func maximumOfErrorsStopsReading() throws {
        try Tool.withFolder { folder in
            // `yes` never ends: only the limit does.
            let result = try Tool.shell(
                #"yes bad | timeout 60 "$ASSAY" verify - --quiet --max-errors 10 --out verdicts > /dev/null; echo "${PIPESTATUS[1]}""#,
                folder: folder)
            #expect(result.output == "1\n")
        }
    }

    @Test func evidenceOfFailuresOfAllOrOfNone() throws {
        func evidence(_ policy: String) throws -> [Bool] {
            try Tool.verify(Self.both, ["--evidence", policy]).lines.map {
                $0.contains(#""evidence":[{"measure":"words""#)
            }
        }
        #expect(try evidence("fail") == [false, true])
        #expect(try evidence("all") == [true, true])
        #expect(try evidence("none") == [false, false])
    }

    @Test func formatsOfTheSummary() throws {
        func summary(_ format: String) throws -> String {
            try Tool.run(
                ["verify", "-", "--quiet", "--out", "/dev/null", "--format", format], input: Data(Self.both.utf8)
            ).output
        }
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(summary("json").utf8)) as? [String: Any])
        #expect(object["prompt_level_strict_acc"] as? Double == 0.5)
        #expect(object["inst_level_strict_acc"] as? Double == 0.5)
        #expect(object["csr"] as? Double == 0.5)
        #expect((object["stamp"] as? [String: Any])?["protocol"] as? String == "both")
        #expect(try summary("markdown").hasPrefix("| accuracy, % | n | accuracy | 95 % |"))
        #expect(try summary("csv").contains("prompt,,strict,2,0.5,"))
        #expect(try summary("table").contains("instruction"))
    }

    @Test(arguments: [
        "words min=1 max=1", #"{"verifier":"words","min":1,"max":1}"#, #"{"verifier":"words","arguments":{"max":1}}"#,
    ])
    func checkIsAddedToEveryRecord(check: String) throws {
        let (lines, result) = try Tool.verify(Self.both, ["--check", check])
        #expect(lines.map { $0.contains(#""label":"fail""#) } == [true, true])
        #expect(lines.allSatisfy { $0.components(separatedBy: #"{"check":"words""#).count == 3 })
        #expect(result.status == 0)
    }

    @Test func checkAloneReadsPlainRecords() throws {
        let (lines, _) = try Tool.verify(#"{"response":"one two three"}"#, ["--check", "words min=3"])
        #expect(lines.first?.contains(#""label":"pass""#) == true)
    }

    @Test func exitCodes() throws {
        #expect(try Tool.verify(Self.both).result.status == 0)
        #expect(try Tool.verify(Self.both, ["--fail-under", "csr=1"]).result.status == 1)
        #expect(try Tool.verify("bad\n").result.status == 2)
        #expect(try Tool.run(["verify", "/nonexistent/file"]).status == 3)
        #expect(try Tool.run(["verify", "-", "--nonsense"]).status == 64)
    }
}
