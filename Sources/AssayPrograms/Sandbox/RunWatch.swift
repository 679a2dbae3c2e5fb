// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayLaunch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A run from its start to its end: it is fed, read, watched, and ended where it exceeds a limit.
struct RunWatch {
    /// What stands for the run's processes outside.
    enum Handle {
        /// A process of ours that ends when all of them have.
        case reaper(Int32)
        /// The first process of a sandbox that the warm interpreter has made, by a descriptor.
        case tenant(Int32)
    }

    /// What stands for its processes.
    let handle: Handle
    /// What is run.
    let request: RunRequest
    /// What keeps it apart.
    let isolation: String
    /// Whether the report's pipe tells the first process inside and the exit code.
    let hasReport: Bool
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

    /// Waits for the end.
    ///
    /// - Parameters:
    ///   - pipes: what leads to the program; its own ends are closed here.
    ///   - start: when it was started.
    /// - Returns: what became of it.
    func watch(_ pipes: RunPipes, from start: ContinuousClock.Instant) -> RunResult {
        let clock = ContinuousClock()
        pipes.closeInnerEnds()
        let writers = [
            Writer(pipes.input.write, request.input), Writer(pipes.control.write, request.control ?? []),
        ]
        let readers = [pipes.output, pipes.errors, pipes.results, pipes.report, pipes.usage].map { Reader($0.read) }
        // A bare number: nothing that has to live until its last use. The end of a tenant is the end of its report.
        var end: Int32 = -1
        if case .reaper(let process) = handle { end = assay_process_descriptor(process) }
        defer { if end >= 0 { close(end) } }
        let deadline = start + .seconds(request.limits.wallSeconds)
        var inside: Int32?
        var cause: Cause?
        var status: Int32?
        var usage = Usage()
        var nextLook = start + RunWatch.watchInterval
        var giveUp: ContinuousClock.Instant?

        while true {
            // A process descriptor that has told the end would wake at once for ever.
            wait(for: status == nil ? end : -1, writers, readers, hasEnd: end >= 0)
            for writer in writers { writer.write() }
            for (place, reader) in readers.enumerated() {
                reader.read(keeping: place == 2 ? request.limits.results : request.limits.output)
            }
            if inside == nil, hasReport { inside = Report.firstProcess(readers[3].bytes) }
            if status == nil { status = ended(readers[3]) }
            let now = clock.now
            if status == nil, cause == nil {
                if now >= deadline { cause = .wall }
                if isCancelled() { cause = .cancelled }
                if readers.prefix(3).contains(where: \.isOver) { cause = .output }
                if cause == nil, now >= nextLook {
                    nextLook = now + RunWatch.watchInterval
                    cause = look(inside, &usage)
                }
                if cause != nil {
                    self.end(isLast: false)
                    giveUp = now + RunWatch.patience
                }
            }
            if status != nil, readers.allSatisfy(\.isAtEnd) { break }
            if status != nil, giveUp == nil { giveUp = now + RunWatch.patience }
            if let giveUp, now >= giveUp {
                // Not even the kernel can end it: its own parent's end is the last means.
                if status == nil { self.end(isLast: true) }
                break
            }
        }
        switch handle {
        case .reaper: usage.take(readers[4].bytes)
        case .tenant: usage.take(Report.usage(readers[3].bytes))
        }
        let seconds = RunWatch.seconds(clock.now - start)
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

        /// Takes what was told at the end.
        mutating func take(_ told: (microseconds: Int, bytes: Int)) {
            processorSeconds = max(processorSeconds, Double(told.microseconds) / 1e6)
            peakMemory = max(peakMemory, told.bytes)
        }
    }

    private func look(_ inside: Int32?, _ usage: inout Usage) -> Cause? {
        let tree: ProcessTree
        var inside = inside
        switch handle {
        case .reaper(let process): tree = ProcessTree(below: process)
        case .tenant(let descriptor):
            guard let process = ProcessTree.process(of: descriptor) else { return nil }
            tree = ProcessTree(from: process)
            inside = process
        }
        usage.processorSeconds = max(usage.processorSeconds, tree.processorSeconds)
        usage.peakTasks = max(usage.peakTasks, tree.tasks)
        usage.fullLooks = tree.tasks >= request.limits.processes ? usage.fullLooks + 1 : 0
        var memory = tree.memory
        // Forked processes share much, which is worth a closer look only where it would matter.
        if memory > request.limits.memory, let shared = tree.sharedMemory() { memory = min(memory, shared) }
        usage.peakMemory = max(usage.peakMemory, memory)
        if memory > request.limits.memory { return .memory }
        // One that goes on starting processes keeps the whole machine from its work until its time is over.
        if usage.fullLooks >= RunWatch.mostFullLooks { return .processes }
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
        if hasReport, Report.hasTooManyFiles(readers[3].bytes) { return .files }
        if let reason = hasReport ? Report.failure(readers[3].bytes) : nil {
            return .setUpFailed("the sandbox could not be furnished: \(reason)")
        }
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

    private func end(isLast: Bool) {
        switch handle {
        case .reaper(let process): kill(process, isLast ? SIGKILL : SIGTERM)
        case .tenant(let descriptor): _ = assay_signal_process(descriptor, SIGKILL)
        }
    }

    private func ended(_ report: Reader) -> Int32? {
        guard case .reaper(let process) = handle else { return report.isAtEnd ? 0 : nil }
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
        var isTold = hasEnd && end >= 0
        if case .tenant = handle { isTold = true }
        // Without something that tells the end, it is asked for often.
        _ = poll(&entries, nfds_t(entries.count), isTold ? 20 : 2)
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}
