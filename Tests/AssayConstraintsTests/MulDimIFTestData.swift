// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import AssayCore
import AssayText
import Foundation
import Testing

/// Records of MulDimIF data, read from files beside the repository.
enum MulDimIFTestData {
    /// Whether the files are there.
    static var isPresent: Bool { path("golden_dev.jsonl.gz") != nil }

    /// The file in `../shared`, or in `../../shared` where the checkout stands one folder deeper.
    static func path(_ name: String) -> String? {
        var root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        for _ in 0..<3 {
            root = root.deletingLastPathComponent()
            let path = root.appendingPathComponent("shared/data/muldimif/\(name)").path
            if FileManager.default.fileExists(atPath: path) { return path }
        }
        return nil
    }

    /// The records of a JSON Lines file, gzip or plain.
    static func records(_ path: String) throws -> [JSONValue] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = path.hasSuffix(".gz") ? ["gzip", "-dc", path] : ["cat", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = [UInt8](pipe.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return try bytes.split(separator: 0x0A).map { try JSONDocument(Array($0)).root.value }
    }
}

extension JSONValue {
    subscript(key: String) -> JSONValue? { if case .object(let object) = self { object[key] } else { nil } }
    subscript(index: Int) -> JSONValue? {
        if case .array(let elements) = self, elements.indices.contains(index) { elements[index] } else { nil }
    }
    var text: String? { if case .string(let value) = self { value } else { nil } }
    var truth: Bool? { if case .bool(let value) = self { value } else { nil } }
    var list: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
}
