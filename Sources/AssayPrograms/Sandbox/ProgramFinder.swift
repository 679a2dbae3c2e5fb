// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Finds programs by name, as files rather than as the links and shims that lead to them.
enum ProgramFinder {
    /// Where the system's own programs lie.
    static let systemFolders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin", "/opt/homebrew/bin"]

    /// The first file of that name that can be run, with all links resolved.
    static func find(_ name: String, in folders: [String]) -> String? {
        folders.lazy.compactMap { resolve("\($0)/\(name)") }.first
    }

    /// The same under the name that was asked for, in a folder whose own links are resolved.
    ///
    /// A link from elsewhere into a folder of programs is followed as far as the name stays.
    static func findInRealFolder(_ name: String, in folders: [String]) -> String? {
        for folder in folders {
            var path = "\(folder)/\(name)"
            guard access(path, X_OK) == 0 else { continue }
            for _ in 0..<8 {
                guard case .link(let target) = link(path), target.hasPrefix("/"), target.hasSuffix("/\(name)") else {
                    break
                }
                path = target
            }
            let parts = path.utf8.dropLast(name.utf8.count + 1)
            if let real = resolve(String(Substring(parts))) { return "\(real)/\(name)" }
        }
        return nil
    }

    /// The folders of `PATH`.
    static var path: [String] {
        (System.environment("PATH") ?? "").split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    }

    /// A file that can be run, with all links resolved.
    static func resolve(_ path: String) -> String? {
        guard access(path, X_OK) == 0, let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// What stands at a path.
    enum Entry: Equatable { case link(String), folder, nothing }

    /// What stands at a path, without following a link.
    static func link(_ path: String) -> Entry {
        var entry = stat()
        guard lstat(path, &entry) == 0 else { return .nothing }
        if entry.st_mode & S_IFMT == S_IFDIR { return .folder }
        guard entry.st_mode & S_IFMT == S_IFLNK else { return .nothing }
        var bytes = [UInt8](repeating: 0, count: 1024)
        let count = bytes.withUnsafeMutableBytes { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            return readlink(path, base.assumingMemoryBound(to: CChar.self), buffer.count)
        }
        return count > 0 ? .link(String(decoding: bytes.prefix(count), as: UTF8.self)) : .nothing
    }
}
