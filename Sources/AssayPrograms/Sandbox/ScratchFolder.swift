// Part of Assay. SPDX-License-Identifier: Apache-2.0

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A folder on disk for a run where no namespace gives it one of its own.
enum ScratchFolder {
    /// Makes the folder with the request's files, and removes it afterwards.
    static func with(_ request: RunRequest, _ isolation: String, _ body: (String) -> RunResult) -> RunResult {
        let manager = FileManager.default
        let url = manager.temporaryDirectory.resolvingSymlinksInPath().appendingPathComponent(
            "assay-run-\(UUID().uuidString)")
        defer { try? manager.removeItem(at: url) }
        do {
            try manager.createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            for (name, bytes) in request.files {
                let file = url.appendingPathComponent(name)
                try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(bytes).write(to: file)
                if request.programs.contains(name) {
                    try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file.path)
                }
            }
        } catch {
            return RunResult(.setUpFailed("the folder \(url.path) cannot be made: \(error)"), isolation: isolation)
        }
        return body(url.path)
    }
}
