// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Every `assay …` line in the documentation is run where a reader would run it, and prints what the page shows.
///
/// Fenced blocks of `sh` hold commands; `# exit 2` at a line's end says that another exit code than 0 is expected. Blocks of
/// `console` hold `$ assay …` and below it what standard output has, in full.
struct DocumentedCommandsTests {
    struct Command: CustomTestStringConvertible, Sendable {
        var page: String
        var text: String
        var status: Int32 = 0
        var output: String?
        var testDescription: String { "\(page): \(text)" }
    }

    static let commands: [Command] = {
        let docs = Tool.root.appendingPathComponent("docs")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: docs.path)) ?? []
        let pages = ["README.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
        return pages.flatMap { page -> [Command] in
            let file = Tool.root.appendingPathComponent(page)
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
            return blocks(of: page, text) + (page == "docs/systems.md" ? cells(of: page, text) : [])
        }
    }()

    /// The commands of a page's fenced blocks.
    private static func blocks(of page: String, _ text: String) -> [Command] {
        var commands: [Command] = []
        var fence: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                fence = fence == nil ? String(line.dropFirst(3)) : nil
            } else if fence == "sh", line.hasPrefix("assay ") {
                commands.append(command(page, String(line)))
            } else if fence == "console", line.hasPrefix("$ assay ") {
                commands.append(command(page, String(line.dropFirst(2))))
                commands[commands.count - 1].output = ""
            } else if fence == "console", let last = commands.indices.last {
                commands[last].output? += line + "\n"
            }
        }
        return commands
    }

    /// The commands in the last column of the table of systems.
    private static func cells(of page: String, _ text: String) -> [Command] {
        text.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("| "), let start = line.range(of: "| `assay "), line.hasSuffix("` |") else {
                return nil
            }
            return command(page, "assay " + line[start.upperBound...].dropLast(3))
        }
    }

    private static func command(_ page: String, _ line: String) -> Command {
        guard let mark = line.range(of: "  # exit ") else { return Command(page: page, text: line) }
        return Command(
            page: page, text: String(line[..<mark.lowerBound]), status: Int32(line[mark.upperBound...]) ?? -1)
    }

    @Test func thereAreCommands() {
        #expect(Self.commands.count >= 15)
        #expect(Self.commands.contains { $0.output != nil })
        #expect(Self.commands.filter { $0.page == "docs/systems.md" }.count >= 3)
    }

    /// Whether ruff can be asked here.
    private static let hasLinter: Bool = {
        let works = (try? Tool.run(["doctor"]).output.contains(" works in the sandbox (")) ?? false
        if !works { print("Documented commands that need ruff are skipped; assay doctor says why.") }
        return works
    }()

    @Test(arguments: commands)
    func runs(command: Command) throws {
        if command.text.contains("code-instructions") || command.text.contains("lint"), !Self.hasLinter { return }
        try Tool.withFolder { folder in
            try FileManager.default.copyItem(
                at: Tool.root.appendingPathComponent("Examples"), to: folder.appendingPathComponent("Examples"))
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/bin/sh")
            // A table cell may hold several commands, and a line a pipe; both find this build's binary first.
            shell.arguments = ["-c", command.text]
            shell.currentDirectoryURL = folder
            shell.environment = ProcessInfo.processInfo.environment.merging(
                [
                    "ASSAY_NLTK_DATA": "/nonexistent",
                    "PATH": Tool.path.deletingLastPathComponent().path + ":/usr/local/bin:/usr/bin:/bin",
                ]
            ) { $1 }
            let output = folder.appendingPathComponent(".output")
            let messages = folder.appendingPathComponent(".messages")
            _ = FileManager.default.createFile(atPath: output.path, contents: nil)
            _ = FileManager.default.createFile(atPath: messages.path, contents: nil)
            shell.standardInput = FileHandle.nullDevice
            shell.standardOutput = try FileHandle(forWritingTo: output)
            shell.standardError = try FileHandle(forWritingTo: messages)
            try shell.run()
            shell.waitUntilExit()
            let said = try String(contentsOf: messages, encoding: .utf8)
            #expect(shell.terminationStatus == command.status, "\(said)")
            if let expected = command.output {
                #expect(try String(contentsOf: output, encoding: .utf8) == expected)
            }
        }
    }
}
