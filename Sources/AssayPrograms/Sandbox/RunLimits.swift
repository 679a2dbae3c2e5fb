// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What a program that is run may use; exceeding any of it ends the run.
public struct RunLimits: Sendable, Hashable {
    /// Seconds from start to end; 10 unless given.
    public var wallSeconds: Double
    /// Seconds of work of each process; one more than ``wallSeconds`` unless given.
    public var processorSeconds: Int
    /// Bytes of memory of all processes together, looked at ten times a second; 1 GiB unless given.
    public var memory: Int
    /// Bytes of address space of each process; 1 GiB unless given, nil for programs that reserve more than they use.
    public var addressSpace: Int?
    /// Processes and threads at a time; 64 unless given.
    public var processes: Int
    /// Open files of each process; 256 unless given.
    public var openFiles: Int
    /// Bytes of one file; 16 MiB unless given.
    public var fileSize: Int
    /// Bytes of all files together; 64 MiB unless given.
    public var scratch: Int
    /// Bytes of standard output, of standard error, and of results, each; 1 MiB unless given.
    public var output: Int
    /// Bytes of results; as many as of output unless given.
    package var results: Int

    /// Creates limits.
    public init(
        wallSeconds: Double = 10, processorSeconds: Int? = nil, memory: Int = 1 << 30, addressSpace: Int? = 1 << 30,
        processes: Int = 64, openFiles: Int = 256, fileSize: Int = 16 << 20, scratch: Int = 64 << 20,
        output: Int = 1 << 20
    ) {
        self.wallSeconds = min(max(wallSeconds, 0.01), 86400)
        self.processorSeconds = max(1, processorSeconds ?? Int(self.wallSeconds.rounded(.up)) + 1)
        self.memory = memory
        self.addressSpace = addressSpace
        self.processes = processes
        self.openFiles = openFiles
        self.fileSize = fileSize
        self.scratch = scratch
        self.output = output
        self.results = output
    }

    /// The most files and folders in the scratch folder; they take memory of the kernel that no other limit counts.
    package static let scratchEntries = 100_000
}
