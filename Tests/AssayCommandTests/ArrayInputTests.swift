// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Files that are one JSON array, and files that are something else altogether.
struct ArrayInputTests {
    private static let first = #"{"id":"a","response":"one two","checks":[{"verifier":"words","min":2}]}"#
    private static let second = #"{"id":"b","response":"one","checks":[{"verifier":"words","min":2}]}"#
    private static let laidOut = """
        [
          {
            "id": "a", "response": "one two",
            "checks": [
              {"verifier": "words", "min": 2}
            ]
          },
          \(second)
        ]
        """

    private static func verify(_ text: String, _ arguments: [String]) throws -> Tool.Result {
        try Tool.withFolder { folder in
            try Data(text.utf8).write(to: folder.appendingPathComponent("in.json"))
            return try Tool.run(["verify", "in.json", "--quiet"] + arguments, folder: folder)
        }
    }

    /// An array, in one line or laid out on several, gives what its elements as lines give.
    @Test(arguments: ["[\(first),\(second)]", laidOut, "\u{FEFF} \n[\(first)\n,\(second)]\n"])
    func elementsAreRecords(text: String) throws {
        let asLines = try Self.verify("\(Self.first)\n\(Self.second)\n", ["--out", "-"])
        #expect(try Self.verify(text, ["--out", "-"]).output == asLines.output)
    }

    /// What is written of a record that was laid out is one line all the same.
    @Test func keptAndAnnotatedRecordsAreLines() throws {
        let joined = #"{"id": "a", "response": "one two","checks": [{"verifier": "words", "min": 2}]}"#
        #expect(try Self.verify(Self.laidOut, ["--keep", "pass"]).output == joined + "\n")
        let annotated = try Self.verify(Self.laidOut, ["--annotate", "v"]).output.split(separator: "\n")
        #expect(annotated.count == 2)
        #expect(annotated.first?.hasPrefix(joined.dropLast() + #","v":{"label":"pass""#) == true)
    }

    @Test func arrayOfManyBlocks() throws {
        let records = (0..<4000).map {
            #"{"id":\#($0),"response":"\#(String(repeating: "w ", count: $0 % 90))","checks":["words"]}"#
        }
        let text = "[" + records.joined(separator: ",\n") + "]"
        let result = try Self.verify(text, ["--out", "-", "--check", "words min=40"])
        let asLines = try Self.verify(
            records.joined(separator: "\n"), ["--out", "-", "--check", "words min=40"])
        #expect(result.output == asLines.output)
    }

    @Test func promptsOfADataFileMayBeAnArray() throws {
        try Tool.withFolder { folder in
            let data = #"[{"id":"a","prompt":"p","checks":[{"verifier":"words","min":2}]}]"#
            try Data(data.utf8).write(to: folder.appendingPathComponent("data.json"))
            try Data(#"{"id":"a","response":"x y"}"#.utf8).write(to: folder.appendingPathComponent("r.jsonl"))
            let result = try Tool.run(
                ["verify", "r.jsonl", "--data", "data.json", "--out", "-", "--quiet"], folder: folder)
            #expect(result.status == 0)
            #expect(result.output.contains(#""label":"pass""#))
        }
    }

    /// A bad line that begins with a bracket is one bad line.
    @Test(arguments: ["[1,2]", "[broken", "[]"])
    func linesStayLines(line: String) throws {
        let result = try Self.verify("\(line)\n\(Self.first)\n", ["--out", "-"])
        let lines = result.output.split(separator: "\n")
        try #require(lines.count == 2)
        #expect(lines[0].contains(#""line":1,"label":"error""#))
        #expect(lines[1].contains(#""line":2,"label":"pass""#))
    }

    /// The elements before the fault are judged, and the rest is one error record.
    @Test(arguments: [
        ([first, first, "], {\"x\" 1}", second].joined(separator: ","), 3, "not JSON: "),
        (String("[\(first),\(first),\(second)]".dropLast(20)), 3, "not JSON: the end of the text"),
        ("[\(first),\(first)", 3, "not JSON: the end of the text"),
        ("[\(first),\(first),\n", 3, "not JSON: the end of the text"),
        ("[\(first),\(first)\(first)]", 2, "not JSON: "),
        ("[\(first),,\(first)]", 2, "not JSON: "),
        ("[\(first),{\"id\":\"\\x\"},\(first)]", 2, "not JSON: "),
        ("[\n\(first),\n\(first)]\n]", 3, "not JSON: "),
    ])
    func brokenArraysAreReadToTheFault(text: String, bad: Int, message: String) throws {
        let text = text.hasPrefix("[") ? text : "[" + text
        let result = try Self.verify(text, ["--out", "-"])
        #expect(result.status == 2, "\(result.messages)")
        let lines = result.output.split(separator: "\n")
        try #require(lines.count == bad, "\(lines)")
        for line in lines.dropLast() { #expect(line.contains(#""label":"pass""#), "\(line)") }
        #expect(lines.last?.contains(#""line":\#(bad),"label":"error","error":{"code":"syntax""#) == true, "\(lines)")
        #expect(lines.last?.contains(message) == true, "\(lines)")
    }

    @Test func aBadTextInAnArrayIsOneBadRecord() throws {
        try Tool.withFolder { folder in
            let bytes = Array("[\(Self.first),\n{\"id\":\"".utf8) + [0xFF] + Array("\"},\n\(Self.second)]".utf8)
            try Data(bytes).write(to: folder.appendingPathComponent("in.json"))
            let result = try Tool.run(["verify", "in.json", "--quiet", "--out", "-"], folder: folder)
            let lines = result.output.split(separator: "\n")
            try #require(lines.count == 3, "\(result.messages)")
            #expect(lines[1].contains(#""line":2,"label":"error","error":{"code":"encoding""#))
            #expect(lines[2].contains(#""line":3,"label":"fail""#))
        }
    }

    /// The first line tells what a file seems to be.
    @Test(arguments: [
        (laidOut, "this looks like a JSON array; `jq -c '.[]'` makes lines of its elements"),
        ("[\(first)]", "an object is expected; `jq -c '.[]'` makes lines of an array's elements"),
        ("{\n\"id\": 1\n}", "this looks like JSON laid out on several lines; `jq -c .` writes one object a line"),
        ("id,response\n1,x\n", "this looks like CSV; JSON Lines are expected, one object a line"),
        ("id\tresponse\n1\tx\n", "this looks like TSV; JSON Lines are expected, one object a line"),
    ])
    func pipesAreToldWhatTheyLookLike(text: String, hint: String) throws {
        let result = try Tool.run(["verify", "-", "--out", "/dev/null"], input: Data(text.utf8))
        #expect(result.status == 2)
        #expect(result.messages.contains(hint), "\(result.messages)")
    }
}
