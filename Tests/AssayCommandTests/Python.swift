// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation

/// The machine's python3.
enum Python {
    /// Whether there is one of 3.8 or later.
    static let isThere: Bool = {
        let check = "import sys; sys.exit(sys.version_info < (3, 8))"
        return (try? run(["-c", check], folder: Tool.root).status) == 0
    }()

    /// On Linux the wheel's tag is read from the binary.
    static var canPack: Bool {
        #if os(Linux)
            FileManager.default.isExecutableFile(atPath: "/usr/bin/readelf")
        #else
            true
        #endif
    }

    /// Runs it with arguments; what it says on both streams comes back as one text.
    static func run(
        _ arguments: [String], environment: [String: String] = [:], folder: URL
    ) throws -> (status: Int32, said: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-B"] + arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let output = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        _ = FileManager.default.createFile(atPath: output.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: output) }
        let handle = try FileHandle(forWritingTo: output)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: try Data(contentsOf: output), as: UTF8.self))
    }
}
