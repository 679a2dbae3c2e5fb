// Part of Assay. SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// No isolation: limits of time, memory and output, and nothing else.
///
/// Only for programs that are trusted, or on a machine that is a container itself; used only where somebody asks for it.
public struct OpenSandbox: Sandbox {
    /// `none`.
    public let isolation = "none"

    /// Creates a sandbox that is none.
    public init() {}

    /// Runs a program to its end.
    public func run(_ request: RunRequest) async -> RunResult {
        if let problem = request.problem { return RunResult(.setUpFailed(problem), isolation: isolation) }
        return await RunThread.run { isCancelled in
            ScratchFolder.with(request, isolation) { folder in
                var child = ChildRun(
                    command: request.command, request: request, isolation: isolation, isCancelled: isCancelled)
                child.folder = folder
                child.environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder, "LANG": "C.UTF-8"]
                    .merging(request.variables(link: 6)) { _, own in own }
                child.systemLimits = SystemLimits.of(request.limits)
                return child.run(request.link.map { [$0] } ?? [])
            }
        }
    }
}
