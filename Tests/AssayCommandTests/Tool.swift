// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation

/// The built `assay`, run as a user runs it.
enum Tool {
    /// What a run left behind.
    struct Result {
        var status: Int32
        var output: String
        var messages: String
    }

    /// The binary beside the test bundle.
    static let path: URL = {
        let product = Bundle.main.bundleURL
        for folder in [
            product, product.deletingLastPathComponent(),
            URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent(),
        ] {
            let candidate = folder.appendingPathComponent("assay")
            if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
        }
        return product.appendingPathComponent("assay")
    }()

    /// The package's root folder.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Runs `assay` with arguments, in the package's root unless told, and waits.
    static func run(_ arguments: [String], input: Data? = nil, environment: [String: String] = [:], folder: URL = root)
        throws -> Result
    {
        let process = Process()
        process.executableURL = path
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var variables = ProcessInfo.processInfo.environment
        // The user's own tables must not change what a test sees.
        variables["ASSAY_NLTK_DATA"] = "/nonexistent"
        process.environment = variables.merging(environment) { $1 }
        // Files rather than pipes: a full pipe would block the tool.
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let names = ["in", "out", "err"].map { scratch.appendingPathComponent($0) }
        for name in names {
            _ = FileManager.default.createFile(atPath: name.path, contents: name == names[0] ? input : nil)
        }
        process.standardInput = try FileHandle(forReadingFrom: names[0])
        process.standardOutput = try FileHandle(forWritingTo: names[1])
        process.standardError = try FileHandle(forWritingTo: names[2])
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
            messages: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
    }

    /// Runs `body` with a folder of its own that is removed afterwards.
    static func withFolder<T>(_ body: (URL) throws -> T) throws -> T {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("assay-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    /// Runs `assay verify - ` on records and gives the verdict lines.
    static func verify(_ records: String, _ arguments: [String] = []) throws -> (lines: [String], result: Result) {
        let result = try run(["verify", "-", "--quiet"] + arguments, input: Data(records.utf8))
        return (result.output.split(separator: "\n").map(String.init), result)
    }

    /// An `assay` that runs beside the test, with pipes or files for its streams.
    static func start(_ arguments: [String], input: Any, output: Any) throws -> Process {
        let process = Process()
        process.executableURL = path
        process.arguments = arguments
        process.currentDirectoryURL = root
        process.environment = ProcessInfo.processInfo.environment.merging(["ASSAY_NLTK_DATA": "/nonexistent"]) { $1 }
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Runs a line of bash in which `$ASSAY` is the tool.
    static func shell(_ line: String, folder: URL) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", "(\(line)) >out.shell 2>err.shell"]
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["ASSAY_NLTK_DATA": "/nonexistent", "ASSAY": path.path]) { $1 }
        try process.run()
        process.waitUntilExit()
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
        }
        return Result(status: process.terminationStatus, output: try text("out.shell"), messages: try text("err.shell"))
    }

    /// Records of which some pass, some fail and some are bad, `count` of them.
    static func records(_ count: Int) -> String {
        var text = ""
        for index in 0..<count {
            switch index % 11 {
            case 3: text += "not JSON \(index)\n"
            case 5: text += "{\"id\":\(index),\"response\":null,\"checks\":[\"words\"]}\r\n"
            case 7: text += "\n  \n"
            default:
                let words = String(repeating: "word é 漢字 ", count: index % 97)
                text +=
                    "{\"id\":\(index),\"prompt\":\"p\(index)\",\"model\":\"m\(index % 3)\",\"response\":\"\(words)\",\"checks\":[{\"verifier\":\"words\",\"min\":100},{\"verifier\":\"length_constraints:number_words\",\"relation\":\"at least\",\"num_words\":50}],\"metadata\":{\"n\":\(index % 2)}}\n"
            }
        }
        return text
    }
}
