// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// Reads programs by ruff and by Python's parser, many in one look.
///
/// ## How it works
/// 1. A program that was read already is told at once.
/// 2. Else it waits for a look; the next one takes all that wait, and asks of each all that all its checks need.
/// 3. A look is one run of the sandbox, with one process of ruff in it; only a program that ends ruff costs more. Two may be
///    under way, so that one hands over its programs or its findings while ruff reads those of the other.
///
/// What is told of a program does not depend on the others of its look.
package actor CodeReporter {
    /// The most programs, and the most bytes of them, in one look.
    static let mostPrograms = 2000
    static let mostBytes = 4 << 20
    /// Looks at a time.
    private static let mostLooks = 2
    /// The longest program that is read, in bytes.
    static let longestProgram = 256 << 10
    /// Programs that are remembered, at least; twice as many at most.
    private static let remembered = 6000

    private struct Waiter {
        var code: String
        var continuation: CheckedContinuation<Call, Never>
    }

    /// What one that waits is to do.
    private enum Call { case askAgain, lead, stop(CheckError) }

    private var wanted: [(code: String, demand: CodeDemand)] = []
    private var places: [String: Int] = [:]
    private var waiters: [Waiter] = []
    /// Whether a look is about to take what is wanted.
    private var isGathering = false
    /// What is looked for, by look.
    private var underWay: [Int: [String: CodeDemand]] = [:]
    private var young: [String: CodeReport] = [:]
    private var old: [String: CodeReport] = [:]
    private let named: String?
    private var ruff: (path: String, bytes: [UInt8]?)?
    private var started = 0
    /// Runs of the sandbox so far.
    package private(set) var looks = 0

    /// Creates a reader.
    ///
    /// - Parameter ruff: ruff's file; nil to look for it.
    package init(ruff: String? = nil) { named = ruff }

    /// What is found in a program.
    ///
    /// - Parameters:
    ///   - code: the program.
    ///   - demand: what to look for.
    ///   - sandbox: what ruff runs in.
    /// - Returns: a report that covers the demand.
    /// - Throws: `CheckError` where ruff, Python or the sandbox are missing.
    func report(
        on code: String, _ demand: CodeDemand, in sandbox: any Sandbox
    ) async throws -> CodeReport {
        while true {
            if let report = known(code), report.covers(demand) { return report }
            let isAwaited = underWay.values.contains { $0[code]?.covers(demand) ?? false }
            if !isAwaited { want(code, demand) }
            if isAwaited || isGathering || underWay.count >= CodeReporter.mostLooks {
                switch await withCheckedContinuation({ waiters.append(Waiter(code: code, continuation: $0)) }) {
                case .askAgain: break
                case .lead: try await look(in: sandbox)
                case .stop(let error): throw error
                }
            } else {
                isGathering = true
                try await look(in: sandbox)
            }
            try Task.checkCancellation()
        }
    }

    func known(_ code: String) -> CodeReport? {
        if let report = young[code] { return report }
        guard let report = old[code] else { return nil }
        young[code] = report
        return report
    }

    private func remember(_ code: String, _ report: CodeReport) {
        if young.count >= CodeReporter.remembered {
            old = young
            young.removeAll(keepingCapacity: true)
        }
        young[code] = report
    }

    private func want(_ code: String, _ demand: CodeDemand) {
        if let place = places[code] {
            wanted[place].demand.formUnion(demand)
        } else {
            places[code] = wanted.count
            wanted.append((code, demand))
        }
    }

    /// Looks at what is wanted, for all that wait; who calls has set `isGathering`.
    private func look(in sandbox: any Sandbox) async throws {
        // Others that are about to ask join.
        var count = 0
        while count < wanted.count, wanted.count < CodeReporter.mostPrograms {
            count = wanted.count
            for _ in 0..<4 { await Task.yield() }
        }
        isGathering = false
        let batch = take()
        started += 1
        let number = started
        underWay[number] = Dictionary(batch.map { ($0.code, $0.demand) }) { first, _ in first }
        callLeader()
        let result: Result<Void, CheckError>
        do throws(CheckError) {
            let reports = try await read(batch, in: sandbox)
            for (entry, report) in zip(batch, reports) {
                var whole = known(entry.code) ?? CodeReport()
                whole.take(report)
                remember(entry.code, whole)
            }
            result = .success(())
        } catch {
            result = .failure(error)
        }
        underWay[number] = nil
        let isCancelled = Task.isCancelled
        let codes = Set(batch.map(\.code))
        let waiting = waiters
        waiters = waiting.filter { !codes.contains($0.code) }
        let call: Call = if case .failure(let error) = result, !isCancelled { .stop(error) } else { .askAgain }
        for waiter in waiting where codes.contains(waiter.code) { waiter.continuation.resume(returning: call) }
        callLeader()
        if isCancelled { throw CancellationError() }
        try result.get()
    }

    /// Has one of those that no look has taken lead the next, where there may be one.
    private func callLeader() {
        guard !isGathering, underWay.count < CodeReporter.mostLooks, !wanted.isEmpty,
            let place = waiters.firstIndex(where: { places[$0.code] != nil })
        else { return }
        isGathering = true
        waiters.remove(at: place).continuation.resume(returning: .lead)
    }

    /// The next batch, in the order in which it was asked for.
    private func take() -> [(code: String, demand: CodeDemand)] {
        var bytes = 0
        var count = 0
        while count < wanted.count, count < CodeReporter.mostPrograms {
            bytes += wanted[count].code.utf8.count * max(1, wanted[count].demand.rules.count)
            if count > 0, bytes > CodeReporter.mostBytes { break }
            count += 1
        }
        let batch = Array(wanted[..<count])
        wanted.removeFirst(count)
        places.removeAll(keepingCapacity: true)
        for (place, entry) in wanted.enumerated() { places[entry.code] = place }
        return batch
    }

    // MARK: - A look

    private func read(
        _ batch: [(code: String, demand: CodeDemand)], in sandbox: any Sandbox
    ) async throws(CheckError) -> [CodeReport] {
        guard let interpreter = ProgramLanguage.python.interpreter else {
            throw CheckError(.unavailable, "python3 is not installed; install it (apt-get install python3)")
        }
        let isFirst = ruff == nil
        let (path, bytes) = if let ruff { ruff } else { try found(sandbox) }
        let job = CodeJob(batch)
        var limits = RunLimits(
            wallSeconds: 120, addressSpace: nil, processes: 32 + CodeJob.threads, fileSize: 256 << 20,
            scratch: 192 << 20, output: 512 << 20)
        limits.memory = 2 << 30
        let request = RunRequest(
            [interpreter, "-I", "-S", "-X", "utf8", "lint.py"],
            files: ["lint.py": Array(LintDriver.source.utf8)].merging(bytes.map { ["ruff": $0] } ?? [:]) { $1 },
            control: job.json(ruff: bytes == nil ? path : "./ruff", asksVersion: isFirst),
            readable: bytes == nil ? [path] : [], limits: limits)
        let run = await sandbox.run(request)
        looks += 1
        if run.status.isFailureOfTheWorld { throw CheckError(.unavailable, run.status.sentence(limits)) }
        let lines = DriverLines(run.results)
        if let version = lines.version { throw RuffTool.wrongVersion(version, at: path) }
        if let problem = lines.problem { throw CheckError(.unavailable, "\(path): \(problem)") }
        guard lines.isDone else {
            if batch.count > 1, run.status != .exited(0) {
                // One of them is too much for the limits: the others are not.
                var reports: [CodeReport] = []
                for half in [batch[..<(batch.count / 2)], batch[(batch.count / 2)...]] {
                    reports += try await read(Array(half), in: sandbox)
                }
                return reports
            }
            if !isFirst, run.status != .exited(0), run.status != .exited(1) {
                return batch.map { CodeReport(demand: $0.demand, isTooMuch: true) }
            }
            let words = String(decoding: run.errorOutput.suffix(300), as: UTF8.self)
            throw CheckError(
                .unavailable, "ruff cannot be run in the sandbox: \(run.status.sentence(limits)) \(words)")
        }
        ruff = (path, bytes)
        return batch.indices.map { job.report($0, batch[$0].demand, lines) }
    }

    private func found(_ sandbox: any Sandbox) throws(CheckError) -> (path: String, bytes: [UInt8]?) {
        let path = try RuffTool.find(named)
        return (path, RuffTool.isVisible(path, in: sandbox) ? nil : try RuffTool.bytes(path))
    }
}

/// The programs of one look, by the settings that they need.
struct CodeJob {
    /// Threads that ruff uses.
    static let threads = min(16, System.processorCount)

    private let batch: [(code: String, demand: CodeDemand)]
    private var groups: [(settings: RuffSettings, rules: Set<String>, programs: [Int])] = []
    private var places: [RuffSettings: Int] = [:]

    init(_ batch: [(code: String, demand: CodeDemand)]) {
        self.batch = batch
        var wanted: [RuffSettings: (rules: Set<String>, programs: [Int])] = [:]
        for (index, entry) in batch.enumerated() {
            for (settings, rules) in entry.demand.rules {
                wanted[settings, default: ([], [])].rules.formUnion(rules)
                wanted[settings]?.programs.append(index)
            }
        }
        // In a fixed order, so that a look is the same each time.
        groups = wanted.map { ($0.key, $0.value.rules, $0.value.programs) }
            .sorted { $0.settings.file(selecting: []) < $1.settings.file(selecting: []) }
        for (place, group) in groups.enumerated() { places[group.settings] = place }
    }

    /// The job as the driver reads it.
    func json(ruff: String, asksVersion: Bool) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("ruff")
            writer.string(ruff)
            writer.key("version")
            if asksVersion { writer.string(RuffTool.version) } else { writer.null() }
            writer.key("threads")
            writer.integer(CodeJob.threads)
            writer.key("seconds")
            writer.integer(LintDriver.secondsPerLook)
            writer.key("most")
            writer.integer(LintDriver.mostViolations)
            writer.key("groups")
            writer.array { writer in
                for group in groups {
                    writer.object { writer in
                        writer.key("settings")
                        writer.string(group.settings.file(selecting: group.rules.sorted()))
                        writer.key("files")
                        writer.array { writer in for program in group.programs { writer.integer(program) } }
                    }
                }
            }
            writer.key("files")
            writer.array { writer in
                for entry in batch {
                    writer.object { writer in
                        writer.key("code")
                        writer.string(CodeJob.withoutSwitches(entry.code))
                        writer.key("facts")
                        writer.integer(entry.demand.facts.rawValue)
                    }
                }
            }
        }
        return writer.bytes
    }

    /// What was found in a program of the batch.
    func report(_ index: Int, _ demand: CodeDemand, _ lines: DriverLines) -> CodeReport {
        var report = CodeReport(demand: demand, isTooMuch: lines.gone.contains(index), facts: lines.facts[index])
        for settings in demand.rules.keys {
            guard let place = places[settings] else { continue }
            report.violations[settings] = lines.violations[place]?[index] ?? []
        }
        return report
    }

    /// The program without comments that switch the rule on imports off, as `# isort: skip_file` does.
    ///
    /// Others of the same length stand in their place, which say nothing. Those of other rules ruff ignores by itself.
    static func withoutSwitches(_ code: String) -> String {
        let word = Array("isort:".utf8)
        var bytes = Array(code.utf8)
        var isChanged = false
        var index = 0
        while let place = bytes[index...].firstIndex(of: UInt8(ascii: "#")) {
            index = place + 1
            var end = index
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != UInt8(ascii: "#") {
                if bytes[end] == word[0], bytes[end...].starts(with: word) {
                    // Neither the switch, nor anything that reads as code.
                    bytes[end + 2] = 0x20
                    isChanged = true
                }
                end += 1
            }
            index = end
        }
        return isChanged ? String(decoding: bytes, as: UTF8.self) : code
    }
}

/// The reader in a `Context`: one for all checks of a process.
package enum CodeReporterKey: ContextKey {
    package static let standard = CodeReporter()
}
