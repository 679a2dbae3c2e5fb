// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Runs programs that nobody trusts.
///
/// ## What an implementation guarantees
/// - The program reaches no network, reads no file but the system's programs and its own, and changes nothing outside.
/// - Every limit of ``RunLimits`` holds, for the program and all that it starts, together.
/// - When ``run(_:)`` returns, no process of the run is left, and nothing that it wrote. The same holds a moment after the
///   calling process was killed.
/// - What went wrong on the way is ``RunStatus/setUpFailed(_:)`` or ``RunStatus/backendMissing(_:)``. It is never taken for
///   the program's fault, and the program is never run with less isolation instead.
public protocol Sandbox: Sendable {
    /// What keeps programs apart, as a stable word that verdicts carry.
    var isolation: String { get }

    /// Runs a program to its end.
    ///
    /// Many runs at a time are for the caller to start. A cancelled task ends its run.
    func run(_ request: RunRequest) async -> RunResult
}

extension Sandbox {
    /// Whether a run has process ids and `/tmp` for itself, so that all of them may be removed.
    var isAlone: Bool { self is BubblewrapSandbox }

    /// Whether a line can lead from one run to another: not where a container's command reads requests as text.
    var hasLinks: Bool { !(self is ExternalSandbox) }
}

/// Stands where there is no sandbox: it runs nothing and says what to install.
public struct MissingSandbox: Sandbox {
    /// `missing`.
    public let isolation = "missing"
    /// What is missing, and what to do.
    public let reason: String

    /// Creates a sandbox that says so.
    public init(_ reason: String) { self.reason = reason }

    /// Says what is missing.
    public func run(_ request: RunRequest) async -> RunResult {
        RunResult(.backendMissing(reason), isolation: isolation)
    }
}
