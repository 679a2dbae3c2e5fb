// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayLaunch
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One program started, fed, read, watched and ended: what all sandboxes have in common.
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
    /// Whether the program has descriptors 3 and 4.
    var hasControl: Bool { request.control != nil }
    /// What is run.
    let request: RunRequest
    /// What keeps it apart.
    let isolation: String
    /// Whether the caller has lost interest.
    let isCancelled: @Sendable () -> Bool

    /// Why the program was killed from here.
    private enum Cause { case wall, output, memory, files, processes, cancelled }

    /// How long to wait for a killed program's last process, which the kernel ends by itself.
    private static let patience = Duration.seconds(5)
    /// How often memory is looked at.
    private static let watchInterval = Duration.milliseconds(100)

    /// So often in a row, all processes that are allowed may be there.
    private static let mostFullLooks = 5

    /// Runs to the end.
    ///
    /// - Parameter more: descriptors from number 6 on.
    /// - Returns: what became of it.
    func run(_ more: [Int32] = []) -> RunResult {
        guard let input = Descriptor.pipe(), let output = Descriptor.pipe(), let errors = Descriptor.pipe(),
            let results = Descriptor.pipe(), let control = Descriptor.pipe(), let report = Descriptor.pipe(),
            let usage = Descriptor.pipe()
        else { return RunResult(.setUpFailed("no pipes can be made: \(ChildRun.lastError)"), isolation: isolation) }
        let nothing = Descriptor.nothing()
        let clock = ContinuousClock()
        let start = clock.now

        let process = launch(
            [
                input.read.number, output.write.number, errors.write.number,
                hasControl ? results.write.number : nothing.number, hasControl ? control.read.number : nothing.number,
                hasReport ? report.write.number : nothing.number,
            ] + more, usage: usage.write.number)
        guard case .success(let process) = process else {
            if case .failure(let failure) = process {
                return RunResult(.setUpFailed(failure.message), isolation: isolation)
            }
            return RunResult(.setUpFailed("the program did not start"), isolation: isolation)
        }
        // Only the program holds its ends from here on, so that the end of each pipe is seen.
        for end in [
            input.read, output.write, errors.write, results.write, control.read, report.write, usage.write,
        ] { end.finish() }
        let writers = [Writer(input.write, request.input), Writer(control.write, request.control ?? [])]
        let readers = [output, errors, results, report, usage].map { Reader($0.read) }
        return watch(process, writers, readers, start: start, clock)
    }

    // MARK: - Starting

    private struct Failure: Error { let message: String }

    private func launch(_ descriptors: [Int32], usage: Int32) -> Result<Int32, Failure> {
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

    // MARK: - Watching

    private func watch(
        _ process: Int32, _ writers: [Writer], _ readers: [Reader], start: ContinuousClock.Instant,
        _ clock: ContinuousClock
    ) -> RunResult {
        // A bare number: nothing that has to live until its last use.
        let end = assay_process_descriptor(process)
        defer { if end >= 0 { close(end) } }
        let deadline = start + .seconds(request.limits.wallSeconds)
        var inside: Int32?
        var cause: Cause?
        var status: Int32?
        var usage = Usage()
        var nextLook = start + ChildRun.watchInterval
        var giveUp: ContinuousClock.Instant?

        while true {
            // A process descriptor that has told the end would wake at once for ever.
            wait(for: status == nil ? end : -1, writers, readers, hasEnd: end >= 0)
            for writer in writers { writer.write() }
            for reader in readers { reader.read(keeping: request.limits.output) }
            if inside == nil, hasReport { inside = Report.firstProcess(readers[3].bytes) }
            if status == nil { status = ChildRun.ended(process) }
            let now = clock.now
            if status == nil, cause == nil {
                if now >= deadline { cause = .wall }
                if isCancelled() { cause = .cancelled }
                if readers.prefix(3).contains(where: \.isOver) { cause = .output }
                if cause == nil, now >= nextLook {
                    nextLook = now + ChildRun.watchInterval
                    cause = look(below: process, inside, &usage)
                }
                if cause != nil {
                    kill(process, SIGTERM)
                    giveUp = now + ChildRun.patience
                }
            }
            if status != nil, readers.allSatisfy(\.isAtEnd) { break }
            if status != nil, giveUp == nil { giveUp = now + ChildRun.patience }
            if let giveUp, now >= giveUp {
                // Not even the kernel can end it: its own parent's end is the last means.
                if status == nil { kill(process, SIGKILL) }
                break
            }
        }
        usage.take(readers[4].bytes)
        let seconds = ChildRun.seconds(clock.now - start)
        var result = RunResult(verdict(status ?? 0, cause, readers, usage), isolation: isolation)
        result.output = readers[0].bytes
        result.errorOutput = readers[1].bytes
        result.results = readers[2].bytes
        result.isTruncated = readers.prefix(3).contains(where: \.isOver)
        result.wallSeconds = seconds
        result.processorSeconds = usage.processorSeconds
        result.peakMemory = usage.peakMemory
        return result
    }

    /// What was seen of the program at work.
    private struct Usage {
        var processorSeconds = 0.0
        var peakMemory = 0
        var peakTasks = 0
        /// How often in a row all processes that are allowed were there.
        var fullLooks = 0

        /// Takes what was measured at the end.
        mutating func take(_ bytes: [UInt8]) {
            guard bytes.count == MemoryLayout<assay_usage>.size else { return }
            let usage = bytes.withUnsafeBytes { $0.loadUnaligned(as: assay_usage.self) }
            processorSeconds = max(processorSeconds, usage.processor_seconds)
            peakMemory = max(peakMemory, Int(clamping: usage.largest_process))
        }
    }

    private func look(below process: Int32, _ inside: Int32?, _ usage: inout Usage) -> Cause? {
        let tree = ProcessTree(below: process)
        usage.processorSeconds = max(usage.processorSeconds, tree.processorSeconds)
        usage.peakTasks = max(usage.peakTasks, tree.tasks)
        usage.fullLooks = tree.tasks >= request.limits.processes ? usage.fullLooks + 1 : 0
        var memory = tree.memory
        // Forked processes share much, which is worth a closer look only where it would matter.
        if memory > request.limits.memory, let shared = tree.sharedMemory() { memory = min(memory, shared) }
        usage.peakMemory = max(usage.peakMemory, memory)
        if memory > request.limits.memory { return .memory }
        // One that goes on starting processes keeps the whole machine from its work until its time is over.
        if usage.fullLooks >= ChildRun.mostFullLooks { return .processes }
        if let inside, ProcessTree.hasTooManyFiles(inside) { return .files }
        return nil
    }

    private func verdict(_ status: Int32, _ cause: Cause?, _ readers: [Reader], _ usage: Usage) -> RunStatus {
        switch cause {
        case .wall: return .wallTime
        case .output: return .output
        case .memory: return .memory
        case .files: return .files
        case .processes: return .processes
        case .cancelled: return .cancelled
        case nil: break
        }
        // The end may have come before the excess was looked at.
        if readers.prefix(3).contains(where: \.isOver) { return .output }
        if status & 0x7F != 0 { return .setUpFailed("what watches the program was ended by a signal") }
        var code = Int(status >> 8 & 0xFF)
        if hasReport {
            guard let inner = Report.exitCode(readers[3].bytes) else {
                let words = String(decoding: readers[1].bytes.suffix(400), as: UTF8.self)
                return .setUpFailed("\(isolation) could not start, exit code \(code): \(words)")
            }
            code = inner
        }
        let signal = code > 128 && code <= 128 + 64 ? code - 128 : 0
        let isWorn = usage.processorSeconds >= Double(request.limits.processorSeconds) * 0.9
        if signal == Int(SIGXCPU) || (signal == Int(SIGKILL) && isWorn) { return .processorTime }
        let isWell = signal == 0 && code == 0
        if !isWell, usage.peakTasks >= request.limits.processes { return .processes }
        return signal != 0 ? .signalled(signal) : .exited(code)
    }

    // MARK: - Ending

    private static func ended(_ process: Int32) -> Int32? {
        var status: Int32 = 0
        while true {
            let found = waitpid(process, &status, WNOHANG)
            if found == process { return status }
            if found < 0, errno == EINTR { continue }
            return found < 0 ? 0 : nil
        }
    }

    private func wait(for end: Int32, _ writers: [Writer], _ readers: [Reader], hasEnd: Bool) {
        var entries: [pollfd] = []
        for writer in writers where writer.isOpen {
            entries.append(pollfd(fd: writer.number, events: Int16(POLLOUT), revents: 0))
        }
        for reader in readers where !reader.isAtEnd {
            entries.append(pollfd(fd: reader.number, events: Int16(POLLIN), revents: 0))
        }
        if end >= 0 { entries.append(pollfd(fd: end, events: Int16(POLLIN), revents: 0)) }
        // Without something that tells the end, it is asked for often.
        _ = poll(&entries, nfds_t(entries.count), hasEnd && end >= 0 ? 20 : 2)
    }

    private static var lastError: String { String(cString: strerror(errno)) }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}
