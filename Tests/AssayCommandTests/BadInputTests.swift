// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Every kind of bad input gets its own message, and the records around it are decided all the same.
struct BadInputTests {
    private static let good =
        #"{"id":"good","prompt":"p","response":"one two three","checks":[{"verifier":"words","min":2}]}"#

    /// A bad line between two good ones: its error record, and a part of the message.
    @Test(arguments: [
        ("not JSON", #""error":{"code":"syntax""#, #"not JSON: \"n\" at column 1; a value is expected"#),
        (#"{"id":1,"response":"x""#, #""code":"syntax""#, #"the end of the text at column 23"#),
        ("{\"id\":\"a\u{0}b\"}", #""code":"syntax""#, "byte 0x0 at column 9"),
        (#"[1,2]"#, #""code":"record""#, "the line is an array; an object is expected"),
        (
            String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000), #""code":"syntax""#,
            "nesting deeper than 1000"
        ),
        (
            #"{"id":7,"response":null,"checks":["words"]}"#,
            #"{"id":7,"line":2,"label":"error","error":{"code":"response","field":"response""#,
            #"\"response\" is null; a string is expected"#
        ),
        (
            #"{"id":7,"response":12,"checks":[{"verifier":"words","min":1}]}"#, #""code":"response""#,
            #"\"response\" is 12; a string is expected"#
        ),
        (
            #"{"id":7,"checks":[{"verifier":"words","min":1}]}"#, #""code":"response""#,
            "there is no response; expected one of the fields response, responses"
        ),
        (
            #"{"id":7,"response":"x","instruction_id_list":["punctuation:no_comma","a"],"kwargs":[{}]}"#,
            #""code":"record","field":"kwargs""#,
            #"\"kwargs\" has 1 entries and \"instruction_id_list\" 2; as many are expected"#
        ),
        (
            #"{"id":7,"response":"x","instruction_id_list":["punctuation:no_coma"],"kwargs":[{}]}"#,
            #""code":"verifier","field":"kwargs[0]""#,
            #"there is no verifier \"punctuation:no_coma\"; \"punctuation:no_comma\" is the nearest"#
        ),
        (
            #"{"id":7,"response":"x","instruction_id_list":["length_constraints:number_words"],"kwargs":[{"relation":"at least"}]}"#,
            #""code":"argument","field":"kwargs[0].num_words""#,
            #"\"num_words\" is missing; an integer of 0 or more is expected"#
        ),
        (
            #"{"id":7,"response":"x","instruction_id_list":["length_constraints:number_words"],"kwargs":[{"relation":"at least","num_words":"many"}]}"#,
            #""code":"argument","field":"kwargs[0].num_words""#,
            #"\"num_words\" is \"many\"; an integer of 0 or more is expected"#
        ),
        (
            #"{"id":7,"response":"x","checks":[{"verifier":"words","min":-1}]}"#,
            #""code":"argument","field":"checks[0].min""#, #"\"min\" is -1; an integer of 0 or more is expected"#
        ),
        (
            #"{"id":7,"response":"x","checks":[{"verifier":"words","min":1e400}]}"#,
            #""code":"argument","field":"checks[0].min""#, #"\"min\" is 1e400; an integer of 0 or more is expected"#
        ),
        (
            #"{"id":7,"response":"x","checks":[{"verifier":"words","min":5,"max":3}]}"#,
            #""code":"argument","field":"checks[0].min""#, #"\"min\" is 5, above \"max\" 3; 3 or less is expected"#
        ),
        (
            #"{"id":7,"response":"x","checks":[{"verifier":"words","minimum":5}]}"#,
            #""code":"argument","field":"checks[0].minimum""#, #"there is no argument \"minimum\""#
        ),
        (
            #"{"id":7,"response":"x","checks":[{"verifier":"pattern","pattern":"(a","min":1}]}"#,
            #""code":"argument","field":"checks[0].pattern""#, "pattern"
        ),
        (
            #"{"id":7,"response":"x","checks":[{"verifier":"pattern","pattern":"(a)\\1","min":1}]}"#,
            #""code":"argument","field":"checks[0].pattern""#, "back-reference"
        ),
        (#"{"id":7,"text":"x"}"#, #""code":"record""#, #"the record's shape is not known: it has \"id\", \"text\""#),
    ])
    func oneBadRecordNeverStopsTheOthers(line: String, beginning: String, message: String) throws {
        let (lines, result) = try Tool.verify([Self.good, line, Self.good].joined(separator: "\n") + "\n")
        try #require(lines.count == 3)
        #expect(lines[0].contains(#""label":"pass""#))
        #expect(lines[1].contains(beginning), "\(lines[1])")
        #expect(lines[1].contains(message), "\(lines[1])")
        #expect(lines[1].contains(#""line":2"#))
        #expect(lines[2].contains(#""label":"pass""#))
        #expect(result.status == 2)
    }

    @Test func invalidUTF8() throws {
        let bytes = Data(Self.good.utf8) + Data([0x0A, 0x7B, 0xFF, 0x7D, 0x0A]) + Data(Self.good.utf8)
        let result = try Tool.run(["verify", "-", "--quiet"], input: bytes)
        let lines = result.output.split(separator: "\n")
        try #require(lines.count == 3)
        #expect(
            lines[1].contains(#""code":"encoding","message":"byte 0xFF at column 2 is not UTF-8; UTF-8 is expected""#))
        #expect(result.status == 2)
    }

    @Test func truncatedLastLineIsNamed() throws {
        let (lines, result) = try Tool.verify(Self.good + "\n" + Self.good.dropLast(3))
        try #require(lines.count == 2)
        #expect(lines[1].contains("the last line has no line feed, so the file may be truncated"))
        #expect(result.status == 2)
    }

    @Test func byteOrderMarkCarriageReturnsAndBlankLinesAreNoErrors() throws {
        let (lines, result) = try Tool.verify("\u{FEFF}" + Self.good + "\r\n\r\n   \n" + Self.good + "\r\n")
        #expect(lines.count == 2)
        #expect(lines.last?.contains(#""line":4,"label":"pass""#) == true)
        #expect(result.status == 0)
    }

    @Test func lineOverTheLimitIsNotKept() throws {
        let long = #"{"response":""# + String(repeating: "a", count: 300_000) + #""}"#
        let (lines, result) = try Tool.verify(
            [Self.good, long, Self.good].joined(separator: "\n"), ["--max-line", "100K"])
        try #require(lines.count == 3)
        #expect(
            lines[1].contains(
                #""code":"too-long","message":"the line is 300015 bytes long; at most 102400 are read (--max-line)""#))
        #expect(lines[2].contains(#""line":3,"label":"pass""#))
        #expect(result.status == 2)
    }

    @Test func duplicateKeysAndIdsAreWarnings() throws {
        let twice =
            #"{"id":"good","id":"good","prompt":"p","response":"one two","checks":[{"verifier":"words","min":2}]}"#
        let result = try Tool.run(["verify", "-"], input: Data((Self.good + "\n" + twice).utf8))
        #expect(result.status == 0)
        #expect(result.output.contains(#""warnings":["duplicate key \"id\": the last one is used"]"#))
        #expect(result.messages.contains("warning: records with an id that stood in an earlier record (1×)"))
    }

    @Test func emptyResponseFails() throws {
        let (lines, result) = try Tool.verify(#"{"response":" \n","checks":[{"verifier":"words","min":0}]}"#)
        #expect(lines.first?.contains(#""label":"fail","score":0,"#) == true)
        #expect(lines.first?.contains(#""reason":"empty""#) == true)
        #expect(result.status == 0)
    }

    @Test func endlessReasoningIsInvalid() throws {
        let (lines, _) = try Tool.verify(
            #"{"response":"<think>first one, then","checks":[{"verifier":"words","min":1}]}"#)
        #expect(lines.first?.contains(#""label":"invalid","score":0,"reason":"truncated""#) == true)
    }

    @Test func patternThatWouldKeepABacktrackingEngineBusy() throws {
        let text = String(repeating: "a", count: 50_000) + "!"
        let (lines, _) = try Tool.verify(
            #"{"response":"\#(text)","checks":[{"verifier":"pattern","pattern":"(a+)+$","max":0},{"verifier":"pattern","pattern":"(a|a)*b","max":0}]}"#
        )
        #expect(lines.first?.contains(#""label":"pass","score":1,"checks""#) == true)
    }

    @Test func missingFile() throws {
        let result = try Tool.run(["verify", "nowhere.jsonl"])
        #expect(result.status == 3)
        #expect(result.messages.contains("assay: nowhere.jsonl: No such file or directory"))
    }

    @Test func folder() throws {
        let result = try Tool.run(["verify", "Sources"])
        #expect(result.status == 3)
        #expect(result.messages.contains("assay: Sources: is a directory; a file is expected"))
    }

    /// Root may read every file, so root gives that up first.
    @Test(
        .enabled(
            if: getuid() != 0 || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv"),
            "root may read every file, and setpriv is not here"))
    func unreadableFile() throws {
        try Tool.withFolder { folder in
            let file = folder.appendingPathComponent("secret.jsonl")
            try Data(Self.good.utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
            let plainly =
                getuid() == 0
                ? "setpriv --inh-caps=-dac_override,-dac_read_search --bounding-set=-dac_override,-dac_read_search" : ""
            let result = try Tool.shell("\(plainly) \"$ASSAY\" verify secret.jsonl; echo $?", folder: folder)
            #expect(result.output == "3\n")
            #expect(result.messages == "assay: secret.jsonl: Permission denied\n")
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "no /dev/full here"))
    func fullDisk() throws {
        let result = try Tool.run(["verify", "-", "--out", "/dev/full"], input: Data(Self.good.utf8))
        #expect(result.status == 3)
        #expect(result.messages.contains("assay: /dev/full: No space left on device"))
    }

    /// The disk may also be full for the summary, the page, the lines in error, and in the middle of a long output.
    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "no /dev/full here"),
        arguments: [
            (#""$ASSAY" verify in.jsonl --quiet > /dev/full"#, "standard output"),
            (#""$ASSAY" verify in.jsonl --quiet --report /dev/full"#, "/dev/full"),
            (#""$ASSAY" verify in.jsonl --quiet --errors /dev/full"#, "/dev/full"),
            (#""$ASSAY" verify in.jsonl --quiet --out - > /dev/full"#, "standard output"),
            (#""$ASSAY" explain in.jsonl > /dev/full"#, "standard output"),
            (#""$ASSAY" list systems > /dev/full"#, "standard output"),
        ])
    func fullDiskElsewhere(command: String, name: String) throws {
        try Tool.withFolder { folder in
            try Data(Tool.records(3000).utf8).write(to: folder.appendingPathComponent("in.jsonl"))
            let result = try Tool.shell(command + "; echo $? >&2", folder: folder)
            #expect(
                result.messages.hasSuffix("assay: \(name): No space left on device\n3\n"),
                "\(result.messages.suffix(300))")
        }
    }

    @Test func gzipThatWasCutOff() throws {
        try Tool.withFolder { folder in
            let records = (0..<3000).map {
                #"{"id":\#($0),"response":"a \#($0 &* $0)","checks":[{"verifier":"words","min":1}]}"# + "\n"
            }
            try Data(records.joined().utf8).write(to: folder.appendingPathComponent("all.jsonl"))
            var outputs: Set<String> = []
            for jobs in [1, 2, 4] {
                let result = try Tool.shell(
                    "gzip -c all.jsonl | head -c 8000 > cut.jsonl.gz; "
                        + "'\(Tool.path.path)' verify cut.jsonl.gz all.jsonl --jobs \(jobs) --format json --out out.jsonl",
                    folder: folder)
                #expect(result.status == 2)
                #expect(result.messages.contains("the gzip stream ends before its end; the file is truncated"))
                #expect(result.output.contains(#""prompt_level_strict_acc""#))
                outputs.insert(try String(contentsOf: folder.appendingPathComponent("out.jsonl"), encoding: .utf8))
            }
            #expect(outputs.count == 1)
            let verdicts = try #require(outputs.first).split(separator: "\n")
            let whole = try #require(verdicts.firstIndex { $0.contains(#""label":"error""#) })
            #expect(whole > 100 && verdicts.count == whole + 1 + 3000, "\(whole), \(verdicts.count)")
            #expect(verdicts[whole].contains(#""line":\#(whole + 1),"#), "\(verdicts[whole])")
        }
    }

    @Test func namedPipe() throws {
        try Tool.withFolder { folder in
            try Data(Tool.records(3).utf8).write(to: folder.appendingPathComponent("in.jsonl"))
            let result = try Tool.shell(
                "mkfifo pipe; (cat in.jsonl > pipe) & timeout 60 '\(Tool.path.path)' verify pipe --out -",
                folder: folder)
            #expect(result.output.split(separator: "\n").count == 3, "\(result.messages)")
        }
    }

    @Test func weightsWithoutBounds() throws {
        let record =
            #"{"response":"a b","checks":[{"verifier":"words","min":2,"weight":1e308},{"verifier":"words","min":2}]}"#
        let result = try Tool.run(["verify", "-"], input: Data((record + "\n").utf8))
        #expect(result.status == 2)
        #expect(result.messages.contains("a number from 0 to 1000000000 is expected"), "\(result.messages)")
    }

    @Test func brokenGzip() throws {
        try Tool.withFolder { folder in
            let file = folder.appendingPathComponent("broken.jsonl.gz")
            try Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B]).write(to: file)
            let result = try Tool.run(["verify", file.path])
            #expect(result.status == 3)
            #expect(result.messages.contains("gzip"))
        }
    }

    @Test(arguments: [
        (["verify"], "Missing expected argument"),
        (
            ["verify", "-", "--keep", "passed"],
            "--keep has \"passed\"; labels are pass, fail, invalid, abstain, error."
        ),
        (["verify", "-", "--fail-under", "csr"], "metric=number is expected"),
        (["verify", "-", "--fail-under", "crs=1"], "\"csr\" is the nearest"),
        (["verify", "-", "--max-errors", "many"], "a number such as 10 or a share such as 5% is expected"),
        (["verify", "-", "--jobs", "0"], "--jobs is 0; 1 to 1024 is expected"),
        (["verify", "-", "--jobs", "9223372036854775807"], "1 to 1024 is expected"),
        (["verify", "-", "--max-line", "big"], "a number of bytes such as 1000000, 64K or 256M is expected"),
        (["verify", "-", "--check", "wrods min=3"], "there is no verifier \"wrods\"; \"words\" is the nearest"),
        (["verify", "-", "--check", "words min=x"], "\"min\" is \"x\"; an integer of 0 or more is expected"),
        (["verify", "-", "--keep", ","], "--keep names no label; labels are pass, fail, invalid, abstain, error."),
        (["verify", "-", "--annotate", ""], "--annotate is empty; the name of a field is expected."),
        (["verify", "-", "--by", ""], "--by is empty; the name of a field is expected."),
        (["explain"], "Give a file, or --check with --response."),
        (["verfy", "x.jsonl"], "assay: there is no command \"verfy\"; \"verify\" is the nearest"),
        (["in.jsonl"], "assay: there is no command \"in.jsonl\"; there are verify, explain, "),
    ])
    func wrongUsage(arguments: [String], message: String) throws {
        let result = try Tool.run(arguments, input: Data(Self.good.utf8))
        #expect(result.status == 64)
        #expect(result.messages.contains(message), "\(result.messages)")
    }

    /// Opening an output empties it: an input must never be one, whatever name it goes by.
    @Test(arguments: ["--out", "--errors", "--report"])
    func inputIsNeverAnOutput(option: String) throws {
        try Tool.withFolder { folder in
            let file = folder.appendingPathComponent("in.jsonl")
            try Data(Self.good.utf8).write(to: file)
            let symbolic = folder.appendingPathComponent("symbolic.jsonl")
            let hard = folder.appendingPathComponent("hard.jsonl")
            try FileManager.default.createSymbolicLink(at: symbolic, withDestinationURL: file)
            try FileManager.default.linkItem(at: file, to: hard)
            for output in [file, symbolic, hard] {
                let result = try Tool.run(["verify", file.path, option, output.path])
                #expect(result.status == 64)
                #expect(result.messages.contains("which is also an input; another name is expected"))
                #expect(try Data(contentsOf: file) == Data(Self.good.utf8))
            }
        }
    }

    @Test func unknownShapeNamesTheNearest() throws {
        let result = try Tool.run(["verify", "-", "--as", "ifeva"], input: Data())
        #expect(result.status != 0)
        #expect(result.messages.contains("there is no shape \"ifeva\"; \"ifeval\" is the nearest"))
    }
}
