// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What may be read and written at once, and where the summary goes.
struct StreamsTests {
    private static let record = #"{"id":1,"response":"one two","checks":[{"verifier":"words","min":2}]}"# + "\n"
    private static let labelled = #"{"id":1,"response":"2","gold":"2","expected":true}"# + "\n"

    /// One file by two names would be written twice over, whether it is there yet or not.
    @Test(arguments: [
        ["verify", "q", "--out", "x", "--report", "./x"],
        ["verify", "q", "--out", "sub/n", "--errors", "sub/../sub/n"],
        ["verify", "q", "--out", "sub/n", "--errors", "link/n"],
        ["verify", "q", "--out", "dangling", "--report", "nowhere"],
        ["audit", "l", "--check", "answer", "--out", "aa", "--card", "./aa"],
        ["verify", "q", "--out", "./q"],
        ["verify", "q", "--out", "link/../q"],
        ["audit", "l", "--check", "answer", "--card", "./l"],
    ])
    func oneFileIsWrittenOnce(arguments: [String]) throws {
        try Tool.withFolder { folder in
            let manager = FileManager.default
            let sub = folder.appendingPathComponent("sub")
            try manager.createDirectory(at: sub, withIntermediateDirectories: true)
            try manager.createSymbolicLink(
                at: folder.appendingPathComponent("link"), withDestinationURL: sub)
            try manager.createSymbolicLink(
                atPath: folder.appendingPathComponent("dangling").path, withDestinationPath: "nowhere")
            try Data(Self.record.utf8).write(to: folder.appendingPathComponent("q"))
            try Data(Self.labelled.utf8).write(to: folder.appendingPathComponent("l"))
            let result = try Tool.run(arguments, folder: folder)
            #expect(result.status == 64, "\(arguments)")
            #expect(result.messages.contains("another name is expected"), "\(result.messages)")
            #expect(try Data(contentsOf: folder.appendingPathComponent("q")) == Data(Self.record.utf8))
            for name in ["x", "aa", "nowhere", "sub/n"] {
                #expect(!manager.fileExists(atPath: folder.appendingPathComponent(name).path))
            }
        }
    }

    @Test(arguments: [
        ["--out", "x", "--errors", "sub/x"], ["--out", "/dev/null", "--errors", "/dev/null"],
        ["--out", "x", "--report", "x.html"],
    ])
    func otherFilesAreAllowed(options: [String]) throws {
        try Tool.withFolder { folder in
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent("sub"), withIntermediateDirectories: true)
            try Data(Self.record.utf8).write(to: folder.appendingPathComponent("q"))
            #expect(try Tool.run(["verify", "q"] + options, folder: folder).status == 0)
        }
    }

    @Test(arguments: [
        (["verify", "-", "--report", "-"], "the verdict lines (--out) and --report are both standard output (-)"),
        (["verify", "q", "--out", "-", "--report", "-"], "--out and --report are both standard output (-)"),
        (["verify", "q", "--out", "-", "--errors", "-"], "--out and --errors are both standard output (-)"),
        (["verify", "q", "--report", "/dev/stdout", "--errors", "-"], "--report and --errors are both"),
        (["audit", "q", "--out", "-", "--card", "-"], "--out and --card are both standard output (-)"),
        (["verify", "-", "--data", "-"], "Standard input (-) can be read once only."),
        (["verify", "-", "-"], "Standard input (-) can be read once only."),
        (["explain", "-", "--data", "-"], "Standard input (-) can be read once only."),
        (["eval", "vibe-checker", "-", "--data", "-"], "Standard input (-) can be read once only."),
    ])
    func aStreamHasOneUse(arguments: [String], message: String) throws {
        let result = try Tool.run(arguments, input: Data(Self.record.utf8))
        #expect(result.status == 64)
        #expect(result.messages.contains(message), "\(result.messages)")
        #expect(result.output.isEmpty)
    }

    /// Whatever else goes to standard output, the summary does not.
    @Test func theSummaryMakesRoom() throws {
        try Tool.withFolder { folder in
            try Data((Self.record + "bad\n").utf8).write(to: folder.appendingPathComponent("q"))
            try Data(Self.labelled.utf8).write(to: folder.appendingPathComponent("l"))
            let page = try Tool.run(["verify", "q", "--report", "-"], folder: folder)
            #expect(page.output.hasSuffix("</html>\n"), "\(page.output.suffix(80))")
            #expect(page.messages.contains("accuracy, %"))
            let errors = try Tool.run(["verify", "q", "--errors", "-", "--format", "json"], folder: folder)
            #expect(errors.output == "bad\n")
            #expect(errors.messages.contains(#""csr":1"#))
            let card = try Tool.run(["audit", "l", "--check", "answer", "--card", "-"], folder: folder)
            #expect(card.output.hasPrefix("#"), "\(card.output.prefix(80))")
            #expect(!card.messages.isEmpty)
        }
    }

    @Test(arguments: [
        (["verify", "q", "--summary", "--format", "csv"], "--summary goes with --format table or markdown."),
        (["verify", "q", "--summary", "--format", "json"], "--summary goes with --format table or markdown."),
        (["verify", "q", "--missing", "fail"], "--missing fail needs --data"),
        (["explain", "q", "--prompt", "x"], "--prompt goes with --response."),
        (["explain", "q", "--limit", "-1"], "--limit is -1; 0 or more is expected."),
        (["explain", "q", "--limit=-1"], "--limit is -1; 0 or more is expected."),
        (["verify", "q", "--jobs", "-1"], "--jobs is -1; 1 to 1024 is expected."),
        (["verify", "q", "--limit", "-1"], "--limit is -1; 0 or more is expected."),
        (["verify", "q", "--max-errors", "-1"], "--max-errors is \"-1\"; a number such as 10"),
        (["audit", "q", "--limit", "-1"], "--limit is -1; 0 or more is expected."),
        (["audit", "q", "--mutations", "-1"], "--mutations is -1; 0 or more is expected."),
        (["verify", "-dash.jsonl"], "a file whose name begins with a dash is given as ./-dash.jsonl"),
        (["verify", "--quiet", "-h.jsonl"], "a file whose name begins with a dash is given as ./-h.jsonl"),
    ])
    func nothingIsIgnored(arguments: [String], message: String) throws {
        let result = try Tool.run(arguments)
        #expect(result.status == 64)
        #expect(result.messages.contains(message), "\(result.messages)")
        #expect(result.output.isEmpty)
    }

    @Test func namesThatBeginWithADash() throws {
        try Tool.withFolder { folder in
            let record = Self.record.replacingOccurrences(of: "one two", with: "one")
            try Data(record.utf8).write(to: folder.appendingPathComponent("-dash.jsonl"))
            let result = try Tool.run(["verify", "--", "-dash.jsonl"], folder: folder)
            #expect(result.status == 0)
            let command = try #require(result.output.components(separatedBy: "see why:  ").last)
            #expect(command.hasSuffix(" explain ./-dash.jsonl --label fail\n"), "\(command)")
            let shown = try Tool.shell(command.trimmingCharacters(in: .newlines), folder: folder)
            #expect(shown.status == 0, "\(shown.messages)")
            let text = try Tool.run(["explain", "--check", "words min=1", "--response", "- an item"], folder: folder)
            #expect(text.status == 0, "\(text.messages)")
        }
    }

    /// Bytes of a name that are not UTF-8, and signs that would steer a terminal.
    @Test func strangeNames() throws {
        try Tool.withFolder { folder in
            try Data(Self.record.utf8).write(to: folder.appendingPathComponent("q"))
            let result = try Tool.shell(
                #"""
                cp q $'a\xff.jsonl' && "$ASSAY" verify $'a\xff.jsonl' --out=$'b\xfe.jsonl' --quiet >/dev/null \
                && cmp <("$ASSAY" verify q --quiet --out -) $'b\xfe.jsonl' && "$ASSAY" verify $'a\xff.jsonl' --report=$'./a\xff.jsonl'
                """#, folder: folder)
            #expect(result.status == 64, "\(result.messages)")
            #expect(result.messages.contains("which is also an input"), "\(result.messages)")
            let steering = try Tool.shell(
                #"cp q $'c\e[31m.jsonl' && "$ASSAY" verify $'c\e[31m.jsonl' >/dev/null"#, folder: folder)
            #expect(steering.messages == "c⟨U+001B⟩[31m.jsonl: read as native\n", "\(steering.messages)")
        }
    }
}
