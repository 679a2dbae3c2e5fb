// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A stream needs no more memory than its largest lines.
struct MemoryTests {
    private static let hasProc = FileManager.default.fileExists(atPath: "/proc/self/status")

    /// The most memory in KiB that a process has had resident.
    private static func peak(_ process: Int32) -> Int? {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
        else { return nil }
        return Int(line.filter(\.isNumber))
    }

    /// An unoptimised build would take minutes for all of it.
    #if DEBUG
        private static let streamSize = 30 << 20
    #else
        private static let streamSize = 300 << 20
    #endif

    @Test(.enabled(if: hasProc, "there is no /proc to read the peak of memory from"))
    func streamOfLongLinesStaysBelow100MB() throws {
        try Tool.withFolder { folder in
            let file = folder.appendingPathComponent("verdicts.jsonl")
            _ = FileManager.default.createFile(atPath: file.path, contents: nil)
            let input = Pipe()
            let process = try Tool.start(
                ["verify", "-", "--quiet", "--jobs", "2", "--evidence", "none"], input: input,
                output: try FileHandle(forWritingTo: file))
            var written = 0
            var count = 0
            while written < Self.streamSize {
                // From a few words up to 1 MiB.
                let size = 1 << (6 + count * 7 % 15)
                let line =
                    #"{"id":\#(count),"response":""#
                    + String(repeating: "Some words. ", count: min(size, 1_048_000) / 12)
                    + #"","checks":[{"verifier":"words","min":5},{"verifier":"length_constraints:number_sentences","relation":"at least","num_sentences":3}]}"#
                    + "\n"
                try input.fileHandleForWriting.write(contentsOf: Data(line.utf8))
                written += line.utf8.count
                count += 1
            }
            // The tool has not ended while its input is open, so its figures can be read.
            var lines = 0
            for _ in 0..<600 where lines < count {
                usleep(50_000)
                lines = try Data(contentsOf: file).count { $0 == 0x0A }
            }
            let peak = try #require(Self.peak(process.processIdentifier))
            try input.fileHandleForWriting.close()
            process.waitUntilExit()
            #expect(lines == count)
            #expect(process.terminationStatus == 0)
            print("peak memory on \(written >> 20) MiB of lines up to 1 MiB: \(peak / 1024) MiB")
            #expect(peak <= 100 * 1_000_000 / 1024)
        }
    }
}
