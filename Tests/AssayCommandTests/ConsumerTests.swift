// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What a package takes in that uses `AssayConstraints` alone, and that the README's example is that package's program.
struct ConsumerTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    @Test func pullsInNoOtherPackage() throws {
        let process = Process()
        process.executableURL = Self.root.appendingPathComponent("scripts/consumer.sh")
        process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT": "swift"]) { $1 }
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let printed = String(decoding: data, as: UTF8.self)
        print(printed)
        #expect(process.terminationStatus == 0)
        #expect(printed.contains("packages besides assay: none\n"))
        #expect(printed.contains("linked: "))
    }

    @Test func readmeShowsItsProgram() throws {
        let program = try Self.text("Examples/Consumer/Sources/Consumer/main.swift")
        let readme = try Self.text("README.md")
        let block = try #require(readme.range(of: "```swift\n"))
        let rest = readme[block.upperBound...]
        let end = try #require(rest.range(of: "```\n"))
        #expect(String(rest[..<end.lowerBound]) == program)
    }

    @Test func programHasAtMostEightLines() throws {
        let program = try Self.text("Examples/Consumer/Sources/Consumer/main.swift")
        let lines = program.split(separator: "\n").filter { !$0.hasPrefix("//") }
        #expect(lines.count <= 8)
    }
}
