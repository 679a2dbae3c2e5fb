// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Prompts and checks in one file, responses in another.
struct JoinTests {
    private static let data = [
        #"{"key":1,"prompt":"First?","instruction_id_list":["punctuation:no_comma"],"kwargs":[{}]}"#,
        #"{"key":2,"prompt":" Second?\n","instruction_id_list":["length_constraints:number_words"],"kwargs":[{"relation":"at least","num_words":2}]}"#,
        #"{"key":3,"prompt":"Third?","instruction_id_list":["punctuation:no_comma","change_case:english_lowercase"],"kwargs":[{},{}]}"#,
    ]

    private func join(
        _ responses: [String], _ options: [String] = [], data: [String] = data
    ) throws -> (lines: [String], result: Tool.Result) {
        try Tool.withFolder { folder in
            let file = folder.appendingPathComponent("prompts.jsonl")
            try Data((data.joined(separator: "\n") + "\n").utf8).write(to: file)
            let input = Data((responses.joined(separator: "\n") + "\n").utf8)
            let result = try Tool.run(["verify", "-", "--data", file.path] + options, input: input)
            return (result.output.split(separator: "\n").map(String.init), result)
        }
    }

    @Test(arguments: [
        ("key", #"{"key":2,"response":"one two"}"#, "pass"),
        ("id", #"{"id":2,"response":"one"}"#, "fail"),
        ("a text as id", #"{"id":"2","response":"one two"}"#, "pass"),
        ("exact prompt", #"{"prompt":" Second?\n","response":"one two"}"#, "pass"),
        ("stripped prompt", #"{"prompt":"Second?","response":"one"}"#, "fail"),
        (
            "prompt of messages",
            #"{"messages":[{"role":"user","content":"Second?"},{"role":"assistant","content":"one two"}]}"#, "pass"
        ),
        ("an id of its own, so the prompt", #"{"id":"run-7","prompt":"Second?","response":"one two"}"#, "pass"),
        ("several responses", #"{"key":2,"responses":["one two"]}"#, "pass"),
        (
            "lm-eval samples",
            #"{"doc_id":0,"doc":{"key":2,"prompt":"x","instruction_id_list":[],"kwargs":[]},"resps":[["one two"]]}"#,
            "pass"
        ),
    ])
    func isFoundBy(way: String, response: String, label: String) throws {
        let (lines, result) = try join([response])
        try #require(lines.count == 1, "\(result.messages)")
        #expect(lines[0].contains(#""line":1,"label":"\#(label)""#), "\(way): \(lines[0])")
        #expect(lines[0].contains(#""check":"length_constraints:number_words""#))
        #expect(result.messages.contains("standard input: read as responses joined to "))
        #expect(result.messages.contains("(ifeval)"))
    }

    @Test func anIDThatStandsTwice() throws {
        let data = [
            #"{"key":1,"prompt":"a","instruction_id_list":["punctuation:no_comma"],"kwargs":[{}]}"#,
            #"{"key":1,"prompt":"b","instruction_id_list":["keywords:existence"],"kwargs":[{"keywords":["zz"]}]}"#,
        ]
        let (lines, result) = try join(
            [#"{"key":1,"prompt":"b","response":"x"}"#, #"{"key":1,"prompt":"other","response":"x"}"#], data: data)
        try #require(lines.count == 2, "\(result.messages)")
        #expect(lines[0].contains(#""label":"fail""#) && lines[0].contains("keywords:existence"))
        #expect(lines[1].contains(#""label":"pass""#) && lines[1].contains("punctuation:no_comma"))
        #expect(result.messages.contains("records with an id that stood in an earlier one (line 2: \"1\")"))
        #expect(result.messages.contains("that is another than their own (1×)"))
    }

    @Test func idOfTheDataWhereTheResponseHasNone() throws {
        let (lines, _) = try join([#"{"prompt":"Third?","response":"this is a good answer to the question"}"#])
        #expect(lines.first?.hasPrefix(#"{"id":3,"line":1,"label":"pass""#) == true, "\(lines)")
    }

    @Test func fieldsOfOtherNames() throws {
        let (lines, result) = try join(
            [#"{"n":"Third?","out":"yes"}"#], ["--response-field", "out", "--id-field", "n"],
            data: [#"{"n":"Third?","prompt":"p","instruction_id_list":["punctuation:no_comma"],"kwargs":[{}]}"#])
        #expect(lines.first?.contains(#""label":"pass""#) == true, "\(lines) \(result.messages)")
    }

    @Test func unmatchedIsAnErrorRecordAndTheOthersGoOn() throws {
        let (lines, result) = try join([
            #"{"key":9,"response":"a"}"#, #"{"prompt":"Fourth?","response":"a"}"#, #"{"response":"a"}"#,
            #"{"key":9,"prompt":"Fourth?","response":"a"}"#, #"{"key":1,"response":"a"}"#,
        ])
        try #require(lines.count == 5)
        #expect(lines[0].contains(#""code":"unmatched","message":"no record of the data file has the id \"9\"""#))
        #expect(lines[1].contains("no record of the data file has this prompt"))
        #expect(lines[2].contains("the record has neither an id nor a prompt"))
        #expect(lines[3].contains(#"has the id \"9\" or this prompt"#))
        #expect(lines[4].contains(#""label":"pass""#))
        #expect(result.status == 2)
    }

    @Test func missingResponsesAreNamedAndLeftOut() throws {
        let (lines, result) = try join([#"{"key":1,"response":"a"}"#, #"{"key":2,"response":"one two"}"#])
        #expect(lines.count == 2)
        let warning = "warning: 1 prompt of the data file has no response (id 3)"
        #expect(result.messages.contains(warning), "\(result.messages)")
        #expect(result.messages.contains("--missing fail counts it as failed"))
        #expect(result.status == 0)
    }

    @Test func missingResponsesCountAsFailedWhereAskedFor() throws {
        let response = [#"{"key":1,"response":"a"}"#, #"{"key":2,"response":"one two"}"#]
        let (_, leftOut) = try join(response, ["--fail-under", "prompt_level_strict_acc=0.99"])
        #expect(leftOut.status == 0, "\(leftOut.messages)")
        let (_, counted) = try join(
            response, ["--missing", "fail", "--fail-under", "prompt_level_strict_acc=0.67"])
        #expect(counted.status == 1, "\(counted.messages)")
        #expect(counted.messages.contains("prompt_level_strict_acc is 0.666666666667"), "\(counted.messages)")
        let (_, instructions) = try join(
            response, ["--missing", "fail", "--fail-under", "inst_level_strict_acc=0.51"])
        #expect(instructions.messages.contains("inst_level_strict_acc is 0.5,"), "\(instructions.messages)")
    }

    @Test func duplicatesAreWarnedOf() throws {
        let (lines, result) = try join([
            #"{"key":1,"response":"a"}"#, #"{"key":1,"response":"a, b"}"#, #"{"key":2,"response":"one two"}"#,
            #"{"key":3,"response":"b"}"#,
        ])
        #expect(lines.count == 4)
        #expect(result.messages.contains("warning: "), "\(result.messages)")
        #expect(result.status == 0)
        #expect(!result.messages.contains("have no response"))
    }

    @Test func badLineOfTheDataFileIsNamed() throws {
        let (lines, result) = try join([#"{"key":1,"response":"a"}"#], data: [Self.data[0], "nonsense"])
        #expect(lines.first?.contains(#""label":"pass""#) == true)
        #expect(result.messages.contains("not JSON"), "\(result.messages)")
    }

    @Test func dataFileWithoutAUsableRecord() throws {
        let (_, result) = try join([#"{"key":1,"response":"a"}"#], data: [#"{"a":1}"#])
        #expect(result.status == 3)
        #expect(result.messages.contains("no record of the data file can be used: line 1:"), "\(result.messages)")
    }

    @Test func muldimifAndCoDIInTwoFiles() throws {
        let (first, _) = try join(
            [#"{"id":"m","response":"a b"}"#],
            data: [#"{"id":"m","conversations":[],"constraints":[["Length","Words","At most 3 words"]]}"#])
        #expect(first.first?.contains(#""check":"muldimif:length_words","label":"pass""#) == true, "\(first)")
        let (second, _) = try join(
            [#"{"instruction":"Say hello.","label":[1,2],"text":"Hello there"}"#],
            data: [#"{"instruction":"Say hello.","mode":"at most","label":[1,2]}"#])
        #expect(second.first?.contains(#""check":"codi:length","label":"pass""#) == true, "\(second)")
    }

    /// Prompts of the published files, with the responses apart as the benchmarks publish them: the figures do not change.
    @Test(
        .enabled(if: Self.folder != nil, "../shared/data/ifeval is not there"),
        arguments: ["en__gpt-4-20231107", "ifbench_sample_dev"])
    func twoFilesGiveTheFiguresOfOne(name: String) throws {
        let file = try #require(Self.folder).appendingPathComponent(name + ".jsonl.gz").path
        let unpack = Process()
        unpack.executableURL = URL(fileURLWithPath: "/bin/gzip")
        unpack.arguments = ["-dc", file]
        let pipe = Pipe()
        unpack.standardOutput = pipe
        try unpack.run()
        let records = pipe.fileHandleForReading.readDataToEndOfFile()
        unpack.waitUntilExit()
        var responses = Data()
        for line in records.split(separator: 0x0A).reversed() {
            let record = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
            let kept = record.filter { $0.key == "prompt" || $0.key == "response" }
            responses += try JSONSerialization.data(withJSONObject: kept) + [0x0A]
        }
        // The data file holds responses too; only its prompts and checks are used.
        let joined = try Tool.run(
            ["verify", "-", "--data", file, "--format", "json", "--out", "/dev/null"], input: responses)
        let whole = try Tool.run(["verify", file, "--format", "json"])
        #expect(joined.status == 0, "\(joined.messages)")
        for metric in [
            "prompt_level_strict_acc", "inst_level_strict_acc", "prompt_level_loose_acc", "inst_level_loose_acc",
        ] {
            let value = try Self.number(metric, in: joined.output)
            #expect(try value == Self.number(metric, in: whole.output), "\(metric)")
            #expect(value > 0)
        }
    }

    private static func number(_ key: String, in json: String) throws -> Double {
        let start = try #require(json.range(of: "\"\(key)\":"))
        return try #require(Double(json[start.upperBound...].drop { $0 == " " }.prefix { !",}\n ".contains($0) }))
    }

    private static let folder: URL? = {
        let places = [Tool.root, Tool.root.deletingLastPathComponent()]
            .map { $0.deletingLastPathComponent().appendingPathComponent("shared/data/ifeval") }
        return places.first { FileManager.default.fileExists(atPath: $0.path) }
    }()
}
