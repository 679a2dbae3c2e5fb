// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// ruff, the linter, in the one version whose decisions Assay knows.
package enum RuffTool {
    /// The version; another one has other rules and other readings of them.
    package static let version = "0.17.6"
    /// The Python whose grammar is read, as ruff names it.
    static let language = "py313"
    /// What to do where it is missing.
    static let cure = "install it (pip install ruff==\(version)), or name its file (ASSAY_RUFF=PATH)"

    /// ruff's file: what `ASSAY_RUFF` names, else the first on `PATH`.
    ///
    /// - Throws: `CheckError` with code `unavailable` that says what to install.
    package static func find(_ given: String? = nil) throws(CheckError) -> String {
        if let named = given ?? System.environment("ASSAY_RUFF"), !named.isEmpty {
            if let file = ProgramFinder.resolve(named), file.hasPrefix("/") { return file }
            throw CheckError(.unavailable, "ASSAY_RUFF is \"\(named)\", which is no program; \(cure)")
        }
        // A shim is a script that asks a version manager each time, and does not work in a sandbox.
        let folders = ProgramFinder.path.filter { !$0.hasSuffix("/shims") } + ProgramFinder.systemFolders
        guard let file = ProgramFinder.find("ruff", in: folders) else {
            throw CheckError(.unavailable, "ruff is not installed; \(cure)")
        }
        return file
    }

    /// Says that a version is not the one.
    static func wrongVersion(_ found: String, at path: String) -> CheckError {
        CheckError(
            .unavailable, "ruff \(version) is needed, and \(path) is \"\(found)\"; \(cure)")
    }

    /// Whether a sandbox shows a program where it lies.
    ///
    /// A sandbox has a `/tmp` of its own, and a user of its own where the caller is root: a program in a folder that is
    /// closed to others has to be handed in as bytes.
    static func isVisible(_ path: String, in sandbox: any Sandbox) -> Bool {
        switch sandbox.isolation {
        case "none", "seatbelt": return true
        case "bubblewrap": break
        default: return false
        }
        if ["/tmp/", "/dev/", "/proc/"].contains(where: path.hasPrefix) { return false }
        guard geteuid() == 0 else { return true }
        var entry = stat()
        guard stat(path, &entry) == 0, entry.st_mode & 0o005 == 0o005 else { return false }
        var folder = path[...]
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            guard stat(folder.isEmpty ? "/" : String(folder), &entry) == 0, entry.st_mode & 0o001 != 0 else {
                return false
            }
        }
        return true
    }

    /// All bytes of the program.
    static func bytes(_ path: String) throws(CheckError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw CheckError(.unavailable, "\(path) cannot be read; \(cure)") }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
            if count <= 0 { return bytes }
            bytes += buffer[..<count]
        }
    }
}
