// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// macOS's own sandbox, by `sandbox-exec`.
///
/// The program reads the system's programs and libraries and its own folder, writes there alone, and has no network. macOS
/// has no namespaces of processes: the program's session is killed with all that is seen of it.
public struct SeatbeltSandbox: Sandbox {
    /// `seatbelt`.
    public let isolation = "seatbelt"

    /// Creates the sandbox.
    public init() {}

    /// Runs a program to its end.
    public func run(_ request: RunRequest) async -> RunResult {
        #if os(macOS)
            if let problem = request.problem { return RunResult(.setUpFailed(problem), isolation: isolation) }
            return await RunThread.run { isCancelled in
                ScratchFolder.with(request, isolation) { folder in
                    let profile = SeatbeltSandbox.profile(folder: folder, readable: request.readable)
                    var child = ChildRun(
                        command: ["/usr/bin/sandbox-exec", "-p", profile] + request.command, request: request,
                        isolation: isolation, isCancelled: isCancelled)
                    child.folder = folder
                    child.environment = ["PATH": "/usr/bin:/bin", "HOME": folder, "LANG": "C.UTF-8"]
                        .merging(request.variables(link: 6)) { _, own in own }
                    child.systemLimits = SystemLimits.of(request.limits)
                    return child.run(request.link.map { [$0] } ?? [])
                }
            }
        #else
            RunResult(.backendMissing("seatbelt is a part of macOS"), isolation: isolation)
        #endif
    }

    /// The rules, in the sandbox's own language.
    ///
    /// - Parameters:
    ///   - folder: the scratch folder, with all links resolved.
    ///   - readable: folders that may be read besides.
    /// - Returns: the profile.
    package static func profile(folder: String, readable: [String]) -> String {
        let system = ["/usr", "/bin", "/sbin", "/System", "/Library", "/opt/homebrew", "/private/var/db/dyld"]
        let reads = (system + readable + [folder]).map { "(subpath \(quoted($0)))" }.joined(separator: " ")
        return """
            (version 1)
            (deny default)
            (allow process-exec process-fork)
            (allow signal (target same-sandbox))
            (allow sysctl-read)
            (allow file-read-metadata)
            (allow file-read* \(reads) (literal "/") (literal "/dev/null") (literal "/dev/random") (literal "/dev/urandom"))
            (allow file-write* (subpath \(quoted(folder))) (literal "/dev/null"))
            (deny network*)
            """
    }

    private static func quoted(_ path: String) -> String {
        let escaped = path.unicodeScalars.reduce(into: "") { text, scalar in
            if scalar == "\"" || scalar == "\\" { text.unicodeScalars.append("\\") }
            text.unicodeScalars.append(scalar)
        }
        return "\"\(escaped)\""
    }
}
