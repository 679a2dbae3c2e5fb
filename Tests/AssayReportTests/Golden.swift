// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation

/// Expected texts in files.
///
/// `ASSAY_UPDATE_GOLDEN=1` writes them anew; read what changed before you keep it.
enum Golden {
    static func text(_ name: String, now text: String) throws -> String {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
        if ProcessInfo.processInfo.environment["ASSAY_UPDATE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
}
