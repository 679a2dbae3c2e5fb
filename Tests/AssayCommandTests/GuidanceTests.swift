// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Messages lead on: what was mistyped, what to do instead, and each thing said once.
struct GuidanceTests {
    private static let quickstart = "Examples/quickstart.jsonl"

    private static func record(_ id: Int, _ words: String, _ more: String = "") -> String {
        #"{"id":\#(id),"response":"\#(words)","checks":[{"verifier":"words","min":2}]\#(more)}"# + "\n"
    }

    /// As many as the command shows, of every file.
    @Test(arguments: [
        (["Examples/answers.jsonl"], "2 responses fail", "fail", 2),
        (["Examples/quickstart.jsonl", "Examples/answers.jsonl"], "7 responses fail", "fail", 7),
    ])
    func nextCommandCountsWhatItShows(files: [String], count: String, label: String, shown: Int) throws {
        let result = try Tool.run(["verify"] + files)
        let last = try #require(result.output.split(separator: "\n").last)
        // By the path by which it was called.
        #expect(
            last.hasSuffix(
                "\(count); see why:  \(Tool.path.path) explain \(files.joined(separator: " ")) --label \(label)")
                || last.contains("'"), "\(last)")
        let lines = try Tool.run(["explain"] + files + ["--label", label, "--json", "--limit", "99"]).output
        #expect(lines.split(separator: "\n").count == shown)
    }

    @Test func nextCommandOfInvalidResponsesAlone() throws {
        try Tool.withFolder { folder in
            try Data(Self.record(1, "<think>never").utf8).write(to: folder.appendingPathComponent("in.jsonl"))
            let result = try Tool.run(["verify", "in.jsonl"], folder: folder)
            #expect(result.output.contains("1 response is invalid; see why:  "), "\(result.output)")
            #expect(result.output.hasSuffix(" explain in.jsonl --label invalid\n"))
        }
    }

    /// Only a verdict of an earlier run is replaced.
    @Test func annotateOverwritesNothing() throws {
        for field in ["response", "prompt", "checks", "id"] {
            let result = try Tool.run(["verify", "-", "--annotate", field], input: Data(Self.record(1, "a b").utf8))
            #expect(result.status == 64)
            #expect(result.messages.contains("--annotate is \(field), a field that records have already"))
        }
        for value in [#""mine""#, "[1]", "{}", "null", #"{"label":"x"}"#] {
            let records = Self.record(7, "a b", ",\"v\":\(value)") + Self.record(8, "a b")
            let result = try Tool.run(["verify", "-", "--annotate", "v"], input: Data(records.utf8))
            // One such record does not stop the others.
            #expect(result.status == 2, "\(value)")
            let lines = result.output.split(separator: "\n")
            try #require(lines.count == 2)
            let message = #"the record has a field \"v\" that holds no verdict; the name of a new field is expected"#
            #expect(
                lines[0].hasPrefix(#"{"id":7,"line":1,"v":{"label":"error","error":{"code":"record","field":"v","#)
                    && lines[0].contains(message), "\(lines[0])")
            #expect(lines[1].hasPrefix(Self.record(8, "a b").dropLast(2) + #","v":{"label":"pass""#))
            #expect(result.messages.contains("error: -:1: v: the record has a field \"v\" that holds no verdict"))
        }
        let once = try Tool.run(["verify", "-", "--quiet", "--annotate", "v"], input: Data(Self.record(1, "a").utf8))
        let twice = try Tool.run(["verify", "-", "--quiet", "--annotate", "v"], input: Data(once.output.utf8))
        #expect(once.output == twice.output)
    }

    @Test(arguments: [
        (
            "punctuation:no_coma",
            "there is no verifier \"punctuation:no_coma\"; \"punctuation:no_comma\" is the nearest"
        ),
        ("no_comma", "there is no verifier \"no_comma\"; \"punctuation:no_comma\" is the nearest"),
        ("qqqqqqqq", "there is no verifier \"qqqqqqqq\"; `assay list verifiers` shows what there is"),
    ])
    func explainKnowsItsChecks(id: String, message: String) throws {
        let result = try Tool.run(["explain", Self.quickstart, "--check", id])
        #expect(result.status == 64)
        #expect(result.messages.contains("assay: --check: " + message), "\(result.messages)")
    }

    @Test func explainSelectsByGroupAndSaysWhatIsAbsent() throws {
        let group = try Tool.run(["explain", Self.quickstart, "--check", "keywords", "--json"])
        #expect(group.output.split(separator: "\n").count == 2)
        let absent = try Tool.run(["explain", Self.quickstart, "--check", "sentences"])
        #expect(absent.status == 1)
        #expect(absent.messages.contains("no response of 12 records fits; none has a check sentences"))
        // A mistyped id that stands in the records is found there.
        let mistyped = try Tool.run(["explain", "Examples/errors.jsonl", "--check", "wrods", "--json"])
        #expect(mistyped.output.contains(#""id":"misspelt""#))
    }

    @Test func explanationsStandApart() throws {
        let shown = try Tool.run(["explain", Self.quickstart, "--label", "fail", "--limit", "2"]).output
        let parts = shown.components(separatedBy: "\n\nsample ")
        #expect(parts.count == 2)
        let haiku = try Tool.run(["explain", Self.quickstart, "--id", "haiku", "--label", "fail"]).output
        #expect(haiku.hasPrefix("sample haiku, responses[1]  line "), "\(haiku)")
    }

    /// A field that holds an object is there, and yet names no group.
    @Test(arguments: [("metadata", "\"metadata.model\""), ("checks", nil)])
    func fieldsThatHoldNoValueAreNamed(name: String, inner: String?) throws {
        let records = Self.record(1, "a b", #","metadata":{"model":"m"}"#)
        let result = try Tool.run(
            ["verify", "-", "--by", name, "--out", "/dev/null"], input: Data(records.utf8))
        #expect(
            result.messages.contains(
                "warning: the field \"\(name)\" that --by names holds no text, number, true or false in any record"
                    + (inner.map { "; \($0) is a field in it" } ?? "") + "\n"), "\(result.messages)")
    }

    @Test func auditNamesTheFieldThatNoRecordHas() throws {
        let result = try Tool.run(
            ["audit", "Examples/quickstart.jsonl", "--check", "words min=3", "--expected-field", "nope"])
        #expect(result.status == 2)
        #expect(
            result.messages.contains("there is no field \"nope\"; it was given as the label's"), "\(result.messages)")
        #expect(result.messages.contains("warning: no record has the field \"nope\" that --expected-field names"))
    }

    @Test func auditThatMeasuresNothingIsAnError() throws {
        for (input, arguments) in [
            (#"{"id":1,"response":"2","gold":"2","expected":null}"#, ["--check", "answer"]),
            ("", ["--check", "answer"]),
        ] {
            let result = try Tool.run(["audit", "-", "--quiet"] + arguments, input: Data(input.utf8))
            #expect(result.status == 3)
            #expect(result.messages.contains("assay: nothing was measured: none of "), "\(result.messages)")
        }
    }

    @Test func evalNamesWhatNothingHas() throws {
        try Tool.withFolder { folder in
            let file = folder.appendingPathComponent("elo.json")
            try Data(#"{"nobody":1}"#.utf8).write(to: file)
            let result = try Tool.run(
                ["eval", "vibe-checker", Self.quickstart, "--by", "nope", "--preferences", file.path])
            #expect(result.messages.contains("warning: no record has the field \"nope\" that --by names"))
            #expect(
                result.messages.contains("has no number for any model of the records ((none))"), "\(result.messages)")
        }
    }

    /// Messages quote what they found, but not hundreds of kilobytes of it.
    @Test func longValuesAreShortened() throws {
        let pattern = "(" + String(repeating: "é", count: 100_000)
        let record = #"{"id":1,"response":"x","checks":[{"verifier":"pattern","pattern":"\#(pattern)"}]}"#
        let result = try Tool.run(["verify", "-"], input: Data(record.utf8))
        #expect(result.status == 2)
        #expect(result.output.utf8.count < 4000, "\(result.output.utf8.count)")
        #expect(result.messages.utf8.count < 4000)
        #expect(result.messages.contains(" bytes) …"), "\(result.messages)")
        #expect(!result.messages.contains("\u{FFFD}"))
    }

    @Test func fieldsThatNoRecordHasAreNamed() throws {
        let result = try Tool.run(["verify", Self.quickstart, "--by", "modle", "--id-field", "idd"])
        #expect(result.status == 0)
        #expect(
            result.messages.contains(
                "warning: no record has the field \"modle\" that --by names; \"model\" is the nearest"))
        #expect(
            result.messages.contains(
                "warning: no record has the field \"idd\" that --id-field names; \"id\" is the nearest"))
        let audit = try Tool.run(["audit", "Examples/audit-words.jsonl", "--check", "words min=3", "--by", "tpye"])
        #expect(audit.messages.contains("warning: no record has the field \"tpye\" that --by names"))
    }

    /// The remedy names the record's own columns, and stands there once.
    @Test func unknownShapesLeadToTheRemedy() throws {
        let records = (0..<20).map { #"{"id":\#($0),"reference":"2","model_output":"\\boxed{2}"}"# + "\n" }.joined()
        let result = try Tool.run(["verify", "-", "--out", "/dev/null"], input: Data(records.utf8))
        #expect(result.status == 2)
        #expect(result.messages.contains("--gold-field reference --response-field model_output"), "\(result.messages)")
        #expect(result.messages.contains("(and 19 more records)"))
        #expect(result.messages.split(separator: "\n").filter { $0.hasPrefix("error:") }.count == 1)
        let hostile = try Tool.run(["verify", "-", "--out", "/dev/null"], input: Data(#"{"gold x;":1}"#.utf8))
        #expect(hostile.messages.contains("--gold-field NAME --response-field NAME"), "\(hostile.messages)")
    }

    @Test func tenKindsOfErrorsAndTheRest() throws {
        let bad = (0..<13).map { "{\"id\":\($0),\"response\":\($0),\"checks\":[\"words\"]}\n" }.joined()
        let result = try Tool.run(["verify", "-", "--out", "/dev/null"], input: Data((bad + bad).utf8))
        let lines = result.messages.split(separator: "\n").filter { $0.hasPrefix("error:") }
        #expect(lines.count == 11)
        #expect(lines.first == "error: -:1: response: \"response\" is 0; a string is expected (and 1 more record)")
        #expect(lines.last == "error: 6 more records ended in error")
    }

    @Test func filtersOfTheSameDocumentsAreNamed() throws {
        var records = ""
        for filter in ["strict-match", "flexible-extract"] {
            for document in 0..<2 {
                records +=
                    #"{"doc_id":\#(document),"doc":{"question":"1+1?","answer":"so\n#### 2"},"resps":[["\#(filter) #### 2"]],"filter":"\#(filter)"}"#
                    + "\n"
            }
        }
        func messages(_ more: [String]) throws -> String {
            try Tool.run(["verify", "-", "--out", "/dev/null"] + more, input: Data(records.utf8)).messages
        }
        #expect(try messages([]).contains("the results of 2 filters (strict-match, flexible-extract)"))
        #expect(try !messages(["--by", "filter"]).contains("2 filters"))
    }

    @Test func accuracyIsShortForTheFirstMetric() throws {
        for (limit, status) in [("0.6", Int32(0)), ("0.7", 1)] {
            let result = try Tool.run(["verify", Self.quickstart, "--fail-under", "accuracy=\(limit)"])
            #expect(result.status == status)
        }
        let loose = try Tool.run(
            ["verify", Self.quickstart, "--protocol", "loose", "--fail-under", "accuracy=0.7"])
        #expect(loose.status == 0)
    }

    @Test func catalogsAreATable() throws {
        let lines = try Tool.run(["list", "catalogs"]).output.split(separator: "\n")
        #expect(lines.first?.hasPrefix("catalog  ") == true)
        let column = try #require(lines.first?.range(of: "title")).lowerBound.utf16Offset(in: lines[0])
        #expect(
            lines.dropFirst().allSatisfy { $0.dropFirst(column - 1).first == " " && $0.dropFirst(column).first != " " })
    }
}
