// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

extension ProgramTests {
    /// Runs the program once, in a sandbox of its own, and compares what it wrote.
    func exchange(
        _ index: Int, _ program: String, input: String, output: String, _ interpreter: String, _ sandbox: any Sandbox
    ) async throws(CheckError) -> TestResult {
        var limits = limits
        limits.wallSeconds = secondsPerTest
        limits.processorSeconds = Int(secondsPerTest.rounded(.up)) + 1
        if language == .javascript { limits.addressSpace = nil }
        let request = RunRequest(
            [interpreter] + language.options + [language.fileName],
            files: [language.fileName: Array(program.utf8)], input: Array(input.utf8), limits: limits)
        let run = await sandbox.run(request)
        if run.status.isFailureOfTheWorld { throw CheckError(.unavailable, run.status.sentence(limits)) }
        return TestResult(index: index, reason: reason(run, output, limits))
    }

    /// Why a run is not what is expected; nil where it is.
    func reason(_ run: RunResult, _ expected: String, _ limits: RunLimits) -> Reason? {
        guard run.status == .exited(0) else {
            var words = run.status.sentence(limits)
            let lines = run.errorOutput.split(separator: 0x0A)
            if let last = lines.last { words += ": \(ProgramTest.short(String(decoding: last, as: UTF8.self)))" }
            let isSyntax = lines.last?.starts(with: "SyntaxError".utf8) ?? false
            return Reason(run.status.word == "timeout-wall" ? "timeout" : isSyntax ? "syntax" : run.status.word, words)
        }
        if ValueComparison.sameOutput(run.output, Array(expected.utf8)) { return nil }
        guard String(validating: run.output, as: UTF8.self) != nil else {
            return Reason("encoding", "the program wrote bytes that are not UTF-8")
        }
        let shown = String(decoding: run.output.prefix(400), as: UTF8.self)
        return Reason(
            "wrong",
            "the program wrote \(ProgramTest.short(JSONValue.string(shown).json)), "
                + "\(ProgramTest.short(JSONValue.string(expected).json)) required")
    }
}
