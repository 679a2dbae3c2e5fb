// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// What compiling may use: other limits than those of the program.
enum CompileLimits {
    /// Seconds; a compiler works longer than most programs.
    static func limits(seconds: Double) -> RunLimits {
        var limits = RunLimits(
            wallSeconds: seconds, memory: 4 << 30, addressSpace: nil, processes: 128, openFiles: 1024,
            fileSize: 256 << 20, scratch: 512 << 20)
        limits.results = 64 << 20
        return limits
    }
}

extension ProgramTests {
    /// Compiles a Swift program once, in a sandbox of its own, and runs it for each test in another.
    ///
    /// Calls are made by lines that are appended to the program; what they give is compared outside.
    func compiledResults(
        _ program: String, _ compiler: String, _ sandbox: any Sandbox
    ) async throws(CheckError) -> [TestResult] {
        let calls = tests.indices.filter { !tests[$0].isExchange }
        var results: [TestResult] = []
        for isCall in [true, false] {
            let chosen = tests.indices.filter { tests[$0].isExchange != isCall }
            guard !chosen.isEmpty else { continue }
            let source = isCall ? SwiftCalls(tests: calls.map { tests[$0] }, program: program).source : program
            switch try await compile(source, lines: program, compiler, sandbox) {
            case .failure(let failure):
                results += chosen.map { TestResult(index: $0, reason: failure.reason) }
            case .success(let binary):
                for (place, index) in chosen.enumerated() {
                    let reason =
                        if case .exchange(let input, let output) = tests[index] {
                            self.reason(try await run(binary, [], input, sandbox), output, runLimits)
                        } else {
                            called(tests[index], try await run(binary, ["\(place)"], "", sandbox, hasResults: true))
                        }
                    results.append(TestResult(index: index, reason: reason))
                }
            }
        }
        return results
    }

    private struct CompileFailure: Error { let reason: Reason }

    private func compile(
        _ source: String, lines: String, _ compiler: String, _ sandbox: any Sandbox
    ) async throws(CheckError) -> Result<[UInt8], CompileFailure> {
        // The shell hands the program out: what is written in a sandbox is gone with it.
        let option =
            source.utf8.split(separator: 0x0A).contains { $0.starts(with: "@main".utf8) } ? "-parse-as-library" : ""
        let script = "\"$0\" -O \(option) -o program main.swift && cat program >&3"
        var request = RunRequest(
            ["/bin/sh", "-c", script, compiler], files: [language.fileName: Array(source.utf8)],
            environment: ["TMPDIR": "/tmp"], control: [], readable: language.readable,
            limits: CompileLimits.limits(seconds: compileSeconds))
        if !sandbox.isAlone { request.environment = [:] }
        let run = await sandbox.run(request)
        if run.status.isFailureOfTheWorld { throw CheckError(.unavailable, run.status.sentence(request.limits)) }
        if run.status == .exited(0), !run.results.isEmpty { return .success(run.results) }
        let words = (run.errorOutput + run.output).split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        guard case .exited = run.status else {
            return .failure(
                CompileFailure(
                    reason: Reason(run.status.word, "while it was compiled, " + run.status.sentence(request.limits))))
        }
        guard let line = words.first(where: { $0.utf8.starts(with: "main.swift:".utf8) && $0.contains("error:") })
        else {
            // No line of the program is to blame.
            throw CheckError(
                .unavailable, "\(compiler) does not work in the sandbox: \(words.prefix(3).joined(separator: " "))")
        }
        let isMissing = line.contains("error: cannot find '") && missingName(in: line) != nil
        return .failure(CompileFailure(reason: Reason(isMissing ? "missing" : "syntax", ProgramTest.short(line))))
    }

    /// The name that a line of the compiler says is missing, where a test calls it.
    private func missingName(in line: String) -> String? {
        let parts = line.utf8.split(separator: UInt8(ascii: "'"))
        guard parts.count > 1 else { return nil }
        let name = String(Substring(parts[1]))
        return tests.contains { $0.names.contains(name) } ? name : nil
    }

    /// What each run of a compiled program may use.
    private var runLimits: RunLimits {
        var limits = limits
        limits.wallSeconds = secondsPerTest
        limits.processorSeconds = Int(secondsPerTest.rounded(.up)) + 1
        return limits
    }

    private func run(
        _ binary: [UInt8], _ arguments: [String], _ input: String, _ sandbox: any Sandbox, hasResults: Bool = false
    ) async throws(CheckError) -> RunResult {
        var request = RunRequest(
            ["/bin/sh", "-c", "exec ./program \"$@\"", "sh"] + arguments, files: ["program": binary],
            input: Array(input.utf8), control: hasResults ? [] : nil, readable: language.readable, limits: runLimits)
        request.programs = ["program"]
        let run = await sandbox.run(request)
        if run.status.isFailureOfTheWorld { throw CheckError(.unavailable, run.status.sentence(request.limits)) }
        return run
    }

    private func called(_ test: ProgramTest, _ run: RunResult) -> Reason? {
        guard case .call(_, _, _, let expected) = test else { return nil }
        let line = run.results.split(separator: 0x0A).first.map(Array.init) ?? []
        guard let root = try? JSONDocument(line).root else {
            return run.status == .exited(0)
                ? Reason("ended", "the program ended before the test did")
                : reason(run, "", runLimits)
        }
        if let error = root["raised"]?.string { return Reason("raised", error) }
        if let kind = root["unreadable"]?.string {
            return Reason("unreadable", "the value is of type \(kind), which no expected value can equal")
        }
        let value = root["value"]?.value ?? .null
        if ValueComparison.equal(value, expected, tolerance: tolerance) { return nil }
        return Reason(
            "wrong",
            "\(test.title) is \(ProgramTest.short(value.json)), \(ProgramTest.short(expected.json)) required")
    }
}
