// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

extension ProgramTests {
    /// Runs assertions in JavaScript: the judge in one sandbox, the program in another, a socket between them.
    ///
    /// A test that does not get its answer in time ends both; the others go on in two new ones.
    func assertedResults(
        _ program: String, _ interpreter: String, _ sandbox: any Sandbox
    ) async throws(CheckError) -> [TestResult] {
        let asserted = tests.indices.filter { tests[$0].isSnippet }
        guard !asserted.isEmpty else { return [] }
        guard sandbox.hasLinks else {
            throw CheckError(
                .unavailable,
                "assertions in JavaScript need two sandboxes with a line between them, which \(sandbox.isolation) does "
                    + "not have; calls and cases do without")
        }
        var results: [TestResult] = []
        var left = seconds
        while results.count < asserted.count, left > 0 {
            let called = Array(asserted[results.count...])
            var limits = limits
            limits.wallSeconds = min(left, secondsPerTest * Double(called.count + 1)) + 1
            limits.processorSeconds = Int(limits.wallSeconds.rounded(.up)) + 1
            // V8 reserves far more than it uses.
            limits.addressSpace = nil
            let token = ProgramTests.token()
            let job = assertions(called, token, isFirst: results.isEmpty)
            let (judged, ran) = try await pair(job, program, interpreter, sandbox, limits)
            for run in [judged, ran] where run.status.isFailureOfTheWorld {
                throw CheckError(.unavailable, run.status.sentence(limits))
            }
            let records = DriverRecords(judged.results, token: token)
            guard records.isReady else {
                let words = String(decoding: judged.errorOutput.suffix(300), as: UTF8.self)
                throw CheckError(
                    .unavailable,
                    "\(interpreter) does not work in the sandbox: \(judged.status.sentence(limits)) \(words)")
            }
            try examine(records, called, judged)
            let done = records.load == nil ? max(1, records.tests.count) : called.count
            for (place, index) in called.prefix(done).enumerated() {
                var reason = reason(tests[index], place, records, judged, limits)
                // What ended the program says more than that it has ended.
                if reason?.code == "ended", ran.status != .exited(0) {
                    reason = Reason(ran.status.word, ran.status.sentence(limits))
                }
                results.append(TestResult(index: index, reason: reason))
            }
            left -= judged.wallSeconds
        }
        let late = Reason("timeout", "all tests together took longer than \(seconds) s")
        results += asserted.dropFirst(results.count).map { TestResult(index: $0, reason: late) }
        return results
    }

    /// Runs the judge and the program at the same time; the program's run ends with the judge's.
    private func pair(
        _ job: [UInt8], _ program: String, _ interpreter: String, _ sandbox: any Sandbox, _ limits: RunLimits
    ) async throws(CheckError) -> (judged: RunResult, ran: RunResult) {
        guard let link = SandboxLink(patience: secondsPerTest) else {
            throw CheckError(.unavailable, "no socket can be made")
        }
        var judge = RunRequest(
            [interpreter, "judge.js"], files: ["judge.js": Array(JavaScriptPrograms.judge.utf8)], control: job,
            limits: limits)
        judge.link = link.asking
        var code = JSONWriter()
        code.object { writer in
            writer.key("code")
            writer.string(program)
        }
        var candidate = RunRequest(
            [interpreter, "program.js"], files: ["program.js": Array(JavaScriptPrograms.candidate.utf8)],
            control: code.bytes, limits: limits)
        candidate.link = link.answering
        let requests = (judge: judge, candidate: candidate)
        return await withTaskGroup(of: (isJudge: Bool, run: RunResult).self) { group in
            group.addTask { (true, await sandbox.run(requests.judge)) }
            group.addTask {
                let run = await sandbox.run(requests.candidate)
                link.hangUp()
                return (false, run)
            }
            var judged = RunResult(.cancelled, isolation: sandbox.isolation)
            var ran = judged
            var isJudged = false
            for await (isJudge, run) in group {
                if isJudge {
                    judged = run
                    isJudged = true
                    link.hangUp()
                    group.cancelAll()
                } else {
                    ran = run
                    // Cancelled from here, it has ended as it should.
                    if run.status == .cancelled, isJudged { ran.status = .exited(0) }
                }
            }
            return withExtendedLifetime(link) { (judged, ran) }
        }
    }

    private func assertions(_ called: [Int], _ token: String, isFirst: Bool) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("token")
            writer.string(token)
            writer.key("setup")
            writer.string(setup)
            writer.key("entry")
            if let entry { writer.string(entry) } else { writer.null() }
            writer.key("seconds")
            writer.double(secondsPerTest)
            writer.key("first")
            writer.bool(isFirst)
            writer.key("tests")
            writer.array { writer in
                for index in called {
                    guard case .snippet(let source) = tests[index] else { continue }
                    writer.object { writer in
                        writer.key("source")
                        writer.string(source)
                    }
                }
            }
        }
        return writer.bytes
    }
}
