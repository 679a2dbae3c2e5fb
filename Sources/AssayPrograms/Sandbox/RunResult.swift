// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// How a run ended.
public enum RunStatus: Sendable, Hashable {
    /// The program ended by itself.
    case exited(Int)
    /// A signal ended it that came from the program itself, or from the system.
    case signalled(Int)
    /// It ran longer than ``RunLimits/wallSeconds``.
    case wallTime
    /// A process worked longer than ``RunLimits/processorSeconds``.
    case processorTime
    /// All processes together held more than ``RunLimits/memory``.
    case memory
    /// It wrote more than ``RunLimits/output``.
    case output
    /// It ended otherwise than well while ``RunLimits/processes`` were running.
    case processes
    /// It made more files than are allowed.
    case files
    /// The caller did not wait for its end.
    case cancelled
    /// The sandbox could not be set up: the program was never started.
    case setUpFailed(String)
    /// There is no sandbox.
    case backendMissing(String)

    /// The stable word for output.
    public var word: String {
        switch self {
        case .exited(0): "ok"
        case .exited: "nonzero"
        case .signalled: "signalled"
        case .wallTime: "timeout-wall"
        case .processorTime: "timeout-cpu"
        case .memory: "memory-limit"
        case .output: "output-limit"
        case .processes: "process-limit"
        case .files: "file-limit"
        case .cancelled: "cancelled"
        case .setUpFailed: "setup-failed"
        case .backendMissing: "backend-missing"
        }
    }

    /// A sentence for people.
    public func sentence(_ limits: RunLimits) -> String {
        switch self {
        case .exited(let code): "the program ended with exit code \(code)"
        case .signalled(let number): "the program was ended by signal \(number)"
        case .wallTime: "the program ran longer than \(limits.wallSeconds) s"
        case .processorTime: "the program worked longer than \(limits.processorSeconds) s"
        case .memory: "the program used more than \(limits.memory >> 20) MiB of memory"
        case .output: "the program wrote more than \(limits.output >> 10) KiB"
        case .processes: "the program started more than \(limits.processes) processes"
        case .files: "the program made more than \(RunLimits.scratchEntries) files"
        case .cancelled: "the run was cancelled"
        case .setUpFailed(let reason), .backendMissing(let reason): reason
        }
    }

    /// Whether the run says nothing about the program: an error, never a verdict.
    public var isFailureOfTheWorld: Bool {
        switch self {
        case .setUpFailed, .backendMissing, .cancelled: true
        default: false
        }
    }
}

/// What became of a run.
public struct RunResult: Sendable, Hashable {
    /// How it ended.
    public var status: RunStatus
    /// What it wrote to standard output, up to the limit.
    public var output: [UInt8] = []
    /// What it wrote to standard error, up to the limit.
    public var errorOutput: [UInt8] = []
    /// What it wrote to descriptor 3, up to the limit.
    public var results: [UInt8] = []
    /// Whether more was written than is kept.
    public var isTruncated = false
    /// Seconds from start to end.
    public var wallSeconds = 0.0
    /// Seconds of work of all processes, as far as they were seen at work.
    public var processorSeconds = 0.0
    /// The most bytes of memory of all processes together that were seen.
    public var peakMemory = 0
    /// What kept the program apart: `bubblewrap`, `seatbelt`, `external`, `none`.
    public var isolation: String

    /// Creates a result.
    public init(_ status: RunStatus, isolation: String) {
        self.status = status
        self.isolation = isolation
    }
}
