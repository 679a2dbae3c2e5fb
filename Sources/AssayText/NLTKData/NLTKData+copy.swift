// Part of Assay. SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

extension NLTKData {
    /// Copies the files that Assay can use to `target`, with the same layout; what was imported there before is replaced.
    ///
    /// - Throws: an error of the file system.
    public func copy(to target: String) throws {
        for file in files {
            let path = "\(target)/\(file.path)"
            let parent = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
            try FileManager.default.copyItem(atPath: "\(folder)/\(file.path)", toPath: path)
        }
    }
}
