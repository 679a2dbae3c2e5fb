// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Runs a suite's iterations: a fixed few of them in an ordinary test run, as many as fit into ASSAY_FUZZ_SECONDS otherwise.
///
/// Every iteration depends on the seed and its number alone. Before each, its number is written to a file, so that
/// one that ends the process can be repeated: `ASSAY_FUZZ_SEED=… ASSAY_FUZZ_FROM=…`.
final class FuzzRun {
    /// An input may take this many seconds for each 64 KiB.
    static let limit = 0.05

    private static let environment = ProcessInfo.processInfo.environment
    /// Seconds for each suite; nil in an ordinary test run.
    static let seconds = environment["ASSAY_FUZZ_SECONDS"].flatMap(Double.init)
    static let seed = environment["ASSAY_FUZZ_SEED"].flatMap(UInt64.init) ?? 1
    private static let first = environment["ASSAY_FUZZ_FROM"].flatMap(Int.init) ?? 0
    /// Where inputs that fail are kept.
    static let folder: URL = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("assay-fuzz")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }()

    let suite: String
    private(set) var iteration = 0
    var random = FuzzRandom(seed: 0, iteration: 0)
    private var timed = 0
    private var slowest: [String: Double] = [:]
    /// How many failures of each kind there were, and in which iteration the last one was.
    private var failures: [String: (count: Int, iteration: Int)] = [:]
    /// So many of each kind are reported.
    private static let reported = 8

    private init(_ suite: String) { self.suite = suite }

    /// Runs `body` again and again.
    ///
    /// - Parameters:
    ///   - suite: its name in messages and files.
    ///   - iterations: how often in an ordinary test run.
    ///   - most: how often at most in a long one.
    ///   - body: one iteration.
    /// - Throws: what `body` throws.
    static func run(
        _ suite: String, iterations: Int, most: Int = .max, _ body: (FuzzRun) throws -> Void
    ) throws {
        let run = FuzzRun(suite)
        let place = folder.appendingPathComponent("\(suite).at").path
        let file = open(place, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        defer { close(file) }
        let start = FuzzRun.now()
        var count = 0
        while seconds.map({ FuzzRun.now() - start < $0 && count < most }) ?? (count < iterations) {
            run.iteration = first + count
            run.random = FuzzRandom(seed: seed, iteration: run.iteration)
            let note = Array("ASSAY_FUZZ_SEED=\(seed) ASSAY_FUZZ_FROM=\(run.iteration)      \n".utf8)
            _ = pwrite(file, note, note.count, 0)
            try body(run)
            count += 1
        }
        if seconds != nil {
            print(
                "\(suite): \(count) iterations, \(run.timed) timed calls, seed \(seed), "
                    + "\(run.failures.values.reduce(0) { $0 + $1.count }) failures")
            for (what, time) in run.slowest.sorted(by: { $0.value > $1.value }).prefix(8) {
                print("  \(what): \(String(format: "%.1f", time * 1000)) ms per 64 KiB at most")
            }
        }
    }

    /// Runs `body` on an input of `size` bytes; too slow is a failure in a long run, if it is so again three times.
    func time<T>(_ what: String, size: Int, _ input: @autoclosure () -> [UInt8], _ body: () throws -> T) rethrows -> T {
        let start = FuzzRun.now()
        let value = try body()
        timed += 1
        guard FuzzRun.seconds != nil else { return value }
        let scale = max(1, Double(size) / 65536)
        var elapsed = FuzzRun.now() - start
        if elapsed > FuzzRun.limit * scale {
            for _ in 0..<3 {
                // The machine may be shared: what the thread itself used counts.
                let before = FuzzRun.now(CLOCK_THREAD_CPUTIME_ID)
                _ = try body()
                elapsed = min(elapsed, FuzzRun.now(CLOCK_THREAD_CPUTIME_ID) - before)
            }
            if elapsed > FuzzRun.limit * scale {
                fail(what, "\(Int(elapsed * 1000)) ms for \(size) bytes", input())
            }
        }
        slowest[what] = max(slowest[what] ?? 0, elapsed / scale)
        return value
    }

    /// Reports a failure, once for each kind and iteration, and keeps its input.
    func fail(_ what: String, _ how: String, _ input: [UInt8]) {
        let known = failures[what] ?? (0, -1)
        guard known.iteration != iteration else { return }
        failures[what] = (known.count + 1, iteration)
        guard known.count < Self.reported else { return }
        let name = "\(suite)-\(FuzzRun.seed)-\(iteration).txt"
        let file = FuzzRun.folder.appendingPathComponent(name)
        try? Data(input).write(to: file)
        Issue.record(
            "\(suite): \(what): \(how); input in \(file.path); ASSAY_FUZZ_SEED=\(FuzzRun.seed) ASSAY_FUZZ_FROM=\(iteration)"
        )
    }

    static func now(_ clock: clockid_t = CLOCK_MONOTONIC) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
