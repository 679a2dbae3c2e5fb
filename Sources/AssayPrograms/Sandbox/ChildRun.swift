// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayLaunch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One program started under limits, fed, watched and ended: what all sandboxes but the warm one have in common.
///
/// Descriptors of the program: 0 to 2 as usual, 3 for results, 4 for control, 5 for what the sandbox itself tells, the
/// others as the sandbox wishes. Everything happens on the calling thread, which has to live as long as the program: the
/// program is killed with it.
struct ChildRun {
    /// The program that is started, the sandbox's own where it is one.
    var command: [String]
    /// Its environment.
    var environment: [String: String] = [:]
    /// The folder it starts in.
    var folder: String?
    /// The user it gets; 0 for the caller's.
    var user: UInt32 = 0
    /// Limits of the operating system: resource and value; a soft limit one below lets the program hear of it.
    var systemLimits: [(resource: Int32, soft: UInt64, hard: UInt64)] = []
    /// Whether descriptor 5 tells the first process inside and the exit code, as bubblewrap does.
    var hasReport = false
    /// What is run.
    let request: RunRequest
    /// What keeps it apart.
    let isolation: String
    /// Whether the caller has lost interest.
    let isCancelled: @Sendable () -> Bool

    /// Runs to the end.
    ///
    /// - Parameter more: descriptors from number 6 on.
    /// - Returns: what became of it.
    func run(_ more: [Int32] = []) -> RunResult {
        guard let pipes = RunPipes(hasControl: request.control != nil, hasReport: hasReport) else {
            return RunResult(
                .setUpFailed("no pipes can be made: \(String(cString: strerror(errno)))"), isolation: isolation)
        }
        let clock = ContinuousClock()
        let start = clock.now
        switch launch(pipes.inner + more, usage: pipes.usage.write.number) {
        case .failure(let failure): return RunResult(.setUpFailed(failure.message), isolation: isolation)
        case .success(let process):
            return RunWatch(
                handle: .reaper(process), request: request, isolation: isolation, hasReport: hasReport,
                isCancelled: isCancelled
            ).watch(pipes, from: start)
        }
    }

    /// Why a program did not start.
    struct Failure: Error { let message: String }

    /// Starts the program and a process that watches over it.
    ///
    /// - Parameters:
    ///   - descriptors: what the program has, by number.
    ///   - usage: where what it has used is written at the end.
    /// - Returns: the watching process's id.
    func launch(_ descriptors: [Int32], usage: Int32) -> Result<Int32, Failure> {
        let arguments = command.map { strdup($0) } + [nil]
        let variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        let limits = systemLimits.map { assay_limit(resource: $0.resource, soft: $0.soft, hard: $0.hard) }
        var error: Int32 = 0
        var stage: UnsafePointer<CChar>?
        let process = arguments.withUnsafeBufferPointer { arguments in
            variables.withUnsafeBufferPointer { variables in
                descriptors.withUnsafeBufferPointer { descriptors in
                    limits.withUnsafeBufferPointer { limits -> Int32 in
                        guard let program = arguments.first, let program else { return -1 }
                        var launch = assay_launch()
                        launch.path = UnsafePointer(program)
                        launch.arguments = arguments.baseAddress
                        launch.environment = variables.baseAddress
                        launch.descriptors = descriptors.baseAddress
                        launch.descriptor_count = descriptors.count
                        launch.limits = limits.baseAddress
                        launch.limit_count = limits.count
                        launch.user = user
                        launch.usage = usage
                        guard let folder else { return assay_launch(&launch, &error, &stage) }
                        return folder.withCString { folder in
                            launch.folder = folder
                            return assay_launch(&launch, &error, &stage)
                        }
                    }
                }
            }
        }
        guard process > 0 else {
            let stage = stage.map { String(cString: $0) } ?? "starting the program"
            return .failure(
                Failure(message: "\(stage) failed for \(command.first ?? "?"): \(String(cString: strerror(error)))"))
        }
        return .success(process)
    }
}
