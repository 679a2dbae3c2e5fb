// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation

/// Runs a script of the repository's `scripts` folder with Python, for tests that compare with a reference.
enum ReferenceScript {
    /// The root of the package.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The interpreter: `ASSAY_PYTHON`, or `python3` from the search path.
    static var interpreter: [String] {
        if let path = ProcessInfo.processInfo.environment["ASSAY_PYTHON"] { return [path] }
        return ["/usr/bin/env", "python3"]
    }

    /// The script's standard output, or nil where it could not run or did not end with status 0.
    static func output(of script: String, _ arguments: [String]) -> [UInt8]? {
        let process = Process()
        let command = interpreter + [root.appendingPathComponent("scripts/\(script)").path] + arguments
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
            let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            return process.terminationStatus == 0 ? [UInt8](data) : nil
        } catch {
            return nil
        }
    }

    /// Whether `python3` is there and can import all of `modules`, with Unicode 14.0 data.
    static func canImport(_ modules: [String]) -> Bool {
        let process = Process()
        let imports = modules.map { "import \($0)\n" }.joined()
        let command =
            interpreter
            + ["-c", "import sys, unicodedata\n\(imports)sys.exit(unicodedata.unidata_version != '14.0.0')"]
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
            process.waitUntilExit()
            return process.terminationStatus == 0
        } catch {
            return false
        }
    }
}
