// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What becomes of the warm interpreter and its sandboxes.
@Suite(.serialized)
struct WarmEndTests {
    private static let hasSandbox = ["/usr/bin/bwrap", "/usr/bin/python3"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// A process, told from a later one of the same number.
    private struct Running: Hashable {
        var id: Int32
        var start: Substring
    }

    @Test(.enabled(if: hasSandbox)) func nothingIsLeftAfterAKill() async throws {
        let tool = Process()
        tool.executableURL = Tool.path
        tool.arguments = ["verify", "-", "--out", "-"]
        let input = Pipe()
        let output = Pipe()
        tool.standardInput = input
        tool.standardOutput = output
        tool.standardError = FileHandle.nullDevice
        try tool.run()
        func send(_ number: Int, _ program: String) throws {
            let check: [String: Any] = ["verifier": "tests", "tests": ["assert f() == \(number)"], "seconds": 60]
            let record: [String: Any] = ["prompt": "", "response": program, "checks": [check]]
            input.fileHandleForWriting.write(try JSONSerialization.data(withJSONObject: record) + Data("\n".utf8))
        }
        for number in 0..<40 { try send(number, "def f(): return \(number)") }
        var lines = 0
        while lines < 40 {
            let data = output.fileHandleForReading.availableData
            if data.isEmpty { break }
            lines += data.count { $0 == 0x0A }
        }
        #expect(lines == 40)
        // This one runs until it is killed.
        try send(40, "def f():\n    while True: pass")
        try await Task.sleep(for: .milliseconds(500))
        let tree = WarmEndTests.below(tool.processIdentifier)
        // The warm interpreter is among them.
        #expect(tree.contains { WarmEndTests.text("\($0.id)/cmdline").contains("template.py") })
        kill(tool.processIdentifier, SIGKILL)
        tool.waitUntilExit()
        var left = tree
        for _ in 0..<500 where !left.isEmpty {
            left = left.filter { WarmEndTests.running($0.id) == $0 }
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(left == [])
    }

    private static func below(_ process: Int32) -> Set<Running> {
        var queue = [process]
        var found: Set<Running> = []
        while let next = queue.popLast() {
            let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(next)/task")) ?? []
            for task in tasks {
                for child in text("\(next)/task/\(task)/children").split(separator: " ").compactMap({ Int32($0) }) {
                    if let running = running(child) { found.insert(running) }
                    queue.append(child)
                }
            }
        }
        return found
    }

    private static func running(_ process: Int32) -> Running? {
        let line = text("\(process)/stat")
        guard let end = line.lastIndex(of: ")") else { return nil }
        let fields = line[end...].split(separator: " ")
        return fields.count > 20 ? Running(id: process, start: fields[20]) : nil
    }

    private static func text(_ path: String) -> String {
        (try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(path)"))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    @Test func missingSandboxIsAnErrorThatSaysWhatToDo() throws {
        let record =
            #"{"prompt":"","response":"def f(): return 1","checks":[{"verifier":"tests","tests":["assert f() == 1"]}]}"#
        for (sandbox, words) in [
            ("nonsense", "ASSAY_SANDBOX"), ("external:/nonexistent/program", "/nonexistent/program"),
        ] {
            let result = try Tool.run(
                ["verify", "-", "--out", "-"], input: Data((record + "\n").utf8),
                environment: ["ASSAY_SANDBOX": sandbox])
            #expect(result.status == 2)
            #expect(result.output.contains(#""code":"unavailable""#), "\(result.output)")
            #expect(result.output.contains(words), "\(result.output)")
        }
    }

    @Test(.enabled(if: hasSandbox)) func anEmptyPathIsNoHindrance() throws {
        let record =
            #"{"prompt":"","response":"def f(): return 1","checks":[{"verifier":"tests","tests":["assert f() == 1"]}]}"#
        let result = try Tool.run(
            ["verify", "-", "--out", "-"], input: Data((record + "\n").utf8), environment: ["PATH": ""])
        #expect(result.status == 0, "\(result.messages)")
        #expect(result.output.contains(#""label":"pass""#), "\(result.output)")
    }
}
