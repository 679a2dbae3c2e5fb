// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The tool as a filter: lines are answered at once, and a closed pipe or Ctrl-C ends it decently.
struct PipeTests {
    /// Reads until there are `count` line feeds, or for 20 seconds.
    private static func lines(_ count: Int, from handle: FileHandle) -> [Substring] {
        var bytes: [UInt8] = []
        var feeds = 0
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while feeds < count {
            var request = pollfd(fd: handle.fileDescriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&request, 1, 20_000) > 0 else { break }
            let read = readSome(handle.fileDescriptor, &block, block.count)
            guard read > 0 else { break }
            bytes += block[..<read]
            feeds += block[..<read].count { $0 == 0x0A }
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }

    @Test(arguments: [1, 2]) func linesAreAnsweredWhileTheInputStaysOpen(jobs: Int) throws {
        let input = Pipe()
        let output = Pipe()
        let process = try Tool.start(
            ["verify", "-", "--quiet", "--jobs", "\(jobs)"], input: input, output: output)
        for round in 0..<2 {
            var batch = ""
            for index in 0..<64 {
                batch +=
                    #"{"id":\#(round * 64 + index),"response":"one two","checks":[{"verifier":"words","min":2}]}"#
                    + "\n"
            }
            try input.fileHandleForWriting.write(contentsOf: Data(batch.utf8))
            let lines = Self.lines(64, from: output.fileHandleForReading)
            try #require(lines.count == 64)
            #expect(lines.first?.hasPrefix(#"{"id":\#(round * 64),"line":\#(round * 64 + 1),"label":"pass""#) == true)
            #expect(lines.last?.hasPrefix(#"{"id":\#(round * 64 + 63),"#) == true)
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func headEndsItQuietly() throws {
        try Tool.withFolder { folder in
            try Data(Tool.records(20_000).utf8).write(to: folder.appendingPathComponent("in.jsonl"))
            let result = try Tool.shell(
                #""$ASSAY" verify in.jsonl --quiet --out - | head -1; echo "${PIPESTATUS[0]}" >&2"#, folder: folder)
            #expect(result.output.split(separator: "\n").count == 1)
            #expect(result.output.hasPrefix(#"{"id":0,"line":1,"#))
            #expect(result.messages == "0\n")
        }
    }

    @Test(arguments: [1, 2]) func interruptEndsAfterAWholeLine(jobs: Int) throws {
        try Tool.withFolder { folder in
            let file = folder.appendingPathComponent("in.jsonl")
            let total = 60_000
            try Data(Tool.records(total).utf8).write(to: file)
            let output = Pipe()
            // The pipe fills up, so that the tool waits in the middle of its work.
            let process = try Tool.start(
                ["verify", file.path, "--quiet", "--out", "-", "--jobs", "\(jobs)"], input: FileHandle.nullDevice,
                output: output)
            let first = Self.lines(1, from: output.fileHandleForReading)
            #expect(!first.isEmpty)
            process.interrupt()
            let rest = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            #expect(process.terminationReason == .exit)
            #expect(process.terminationStatus == 130)
            #expect(rest.last == 0x0A)
            #expect(rest.split(separator: 0x0A).count + first.count < total - total / 11)
        }
    }

    @Test func gzipGoesInAndOut() throws {
        try Tool.withFolder { folder in
            try Data(Tool.records(500).utf8).write(to: folder.appendingPathComponent("in.jsonl"))
            let result = try Tool.shell(
                """
                gzip -kc in.jsonl > packed; "$ASSAY" verify packed --quiet --out verdicts.jsonl.gz >/dev/null; \
                "$ASSAY" verify in.jsonl --quiet --out verdicts.jsonl > /dev/null; gzip -dc verdicts.jsonl.gz | \
                cmp - verdicts.jsonl && wc -l < verdicts.jsonl
                """, folder: folder)
            #expect(result.messages == "")
            #expect(result.output.trimmingCharacters(in: .whitespacesAndNewlines) == "455")
        }
    }

    @Test func severalInputsAreNamed() throws {
        try Tool.withFolder { folder in
            for name in ["a", "b"] {
                try Data(#"{"id":"\#(name)","response":"x","checks":["words"]}"#.utf8)
                    .write(to: folder.appendingPathComponent(name))
            }
            let result = try Tool.run(["verify", "a", "b", "--quiet", "--out", "-"], folder: folder)
            #expect(
                result.output.split(separator: "\n").map { $0.prefix(30) } == [
                    #"{"id":"a","file":"a","line":1,"#, #"{"id":"b","file":"b","line":1,"#,
                ])
        }
    }

    private static func readSome(_ descriptor: Int32, _ block: inout [UInt8], _ count: Int) -> Int {
        read(descriptor, &block, count)
    }
}
