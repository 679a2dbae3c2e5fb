// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

extension ProgramTests {
    /// Runs a Python program once a case, the cases in forks of one interpreter in one sandbox, and compares what it wrote.
    ///
    /// Each case finds processes and files as the first one did. A case that ends the whole sandbox has that as its reason,
    /// and the others go on in another sandbox.
    func caseResults(
        _ program: String, _ interpreter: String, _ sandbox: any Sandbox
    ) async throws(CheckError) -> [TestResult] {
        let cases = tests.enumerated().compactMap { index, test -> (index: Int, input: String, output: String)? in
            guard case .exchange(let input, let output) = test else { return nil }
            return (index, input, output)
        }
        var results: [TestResult] = []
        while results.count < cases.count {
            let batch = cases[results.count..<min(results.count + ProgramTests.mostCases, cases.count)]
            var limits = limits
            limits.wallSeconds = min(seconds, secondsPerTest * Double(batch.count) + 1) + 1
            limits.processorSeconds = Int(limits.wallSeconds.rounded(.up)) + 1
            limits.results = batch.count * (limits.output + ProgramTests.recordSize)
            let token = ProgramTests.token()
            var request = RunRequest(
                [interpreter] + language.options + ["judge.py", PythonRole.cases.rawValue],
                files: ["judge.py": Array(PythonDriver.source.utf8)],
                control: job(program, batch.map(\.input), token, isAlone: sandbox.isAlone), limits: limits)
            request.role = .cases
            let run = await sandbox.run(request)
            if run.status.isFailureOfTheWorld { throw CheckError(.unavailable, run.status.sentence(limits)) }
            let records = CaseRecords(run.results, token: token, work: work)
            guard records.isReady else {
                let words = String(decoding: run.errorOutput.suffix(300), as: UTF8.self)
                throw CheckError(
                    .unavailable,
                    "\(interpreter) does not work in the sandbox: \(run.status.sentence(limits)) \(words)")
            }
            var own = limits
            own.wallSeconds = secondsPerTest
            own.processorSeconds = work
            for (place, test) in batch.enumerated() {
                if let record = records.runs[place] {
                    results.append(TestResult(index: test.index, reason: reason(record, test.output, own)))
                    continue
                }
                // Here the sandbox ended.
                let ended = Reason("ended", "the program ended the interpreter that it runs in")
                let isWell = run.status == .exited(0)
                results.append(
                    TestResult(
                        index: test.index,
                        reason: isWell ? ended : Reason(run.status.word, run.status.sentence(limits))))
                // Where the time of all is over, there is none for the others.
                if run.status != .wallTime { break }
            }
        }
        return results
    }

    /// So many cases share a sandbox.
    private static let mostCases = 64
    /// Bytes around a case's output.
    private static let recordSize = 8192
    /// Seconds of work of a case's processes, each.
    private var work: Int { Int(secondsPerTest.rounded(.up)) + 1 }

    private func job(_ program: String, _ inputs: [String], _ token: String, isAlone: Bool) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("token")
            writer.string(token)
            writer.key("code")
            writer.string(program)
            writer.key("seconds")
            writer.double(secondsPerTest)
            writer.key("work")
            writer.integer(work)
            writer.key("output")
            writer.integer(limits.output)
            writer.key("alone")
            writer.bool(isAlone)
            writer.key("cases")
            writer.array { writer in for input in inputs { writer.string(input) } }
        }
        return writer.bytes
    }
}

/// What the driver wrote: for each case a line of JSON, and behind it what the program wrote.
private struct CaseRecords {
    /// Whether the driver itself works.
    private(set) var isReady = false
    /// What became of each case, as if it had been a run of its own.
    private(set) var runs: [Int: RunResult] = [:]

    init(_ bytes: [UInt8], token: String, work: Int) {
        var rest = bytes[...]
        while let end = rest.firstIndex(of: 0x0A) {
            // Only the interpreter itself writes here; what is no record of its own ends the reading.
            guard let root = try? JSONDocument(Array(rest[..<end])).root, root["token"]?.string == token else { return }
            rest = rest[(end + 1)...]
            if root["ready"]?.bool == true { isReady = true }
            guard let index = CaseRecords.integer(root["case"]), let output = CaseRecords.integer(root["output"]),
                let errors = CaseRecords.integer(root["errors"]), output >= 0, errors >= 0,
                output <= rest.count, errors <= rest.count - output
            else { continue }
            let signal = CaseRecords.integer(root["signal"]) ?? 0
            let seconds = root["seconds"]?.number?.double ?? 0
            let status: RunStatus =
                if root["over"]?.bool == true {
                    .output
                } else if root["late"]?.bool == true {
                    .wallTime
                } else if signal == CaseRecords.limitSignal || signal == 9 && seconds >= 0.9 * Double(work) {
                    .processorTime
                } else {
                    signal > 0 ? .signalled(signal) : .exited(CaseRecords.integer(root["code"]) ?? 0)
                }
            var run = RunResult(status, isolation: "")
            run.output = Array(rest.prefix(output))
            run.errorOutput = Array(rest.dropFirst(output).prefix(errors))
            run.processorSeconds = seconds
            runs[index] = run
            rest = rest.dropFirst(output + errors)
        }
    }

    private static let limitSignal = 24  // SIGXCPU

    private static func integer(_ node: JSONNode?) -> Int? { node?.number?.integer }
}
