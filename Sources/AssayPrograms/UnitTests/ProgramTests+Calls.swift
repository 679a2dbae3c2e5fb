// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

extension ProgramTests {
    /// Runs calls, and in Python assertions, all in one sandbox.
    func calledResults(
        _ program: String, _ interpreter: String, _ sandbox: any Sandbox
    ) async throws(CheckError) -> [TestResult] {
        let called = tests.indices.filter { !tests[$0].isExchange && !(language == .javascript && tests[$0].isSnippet) }
        guard !called.isEmpty else { return [] }
        let token = ProgramTests.token()
        let source = language == .python ? PythonDriver.source : JavaScriptDriver.source
        let name = language == .python ? "judge.py" : "judge.js"
        var limits = limits
        limits.wallSeconds = min(seconds, secondsPerTest * Double(called.count + 1)) + 1
        limits.processorSeconds = Int(limits.wallSeconds.rounded(.up)) + 1
        // V8 reserves far more than it uses.
        if language == .javascript { limits.addressSpace = nil }
        var request = RunRequest(
            [interpreter] + language.options + [name], files: [name: Array(source.utf8)],
            control: job(program, called, token, isAlone: sandbox.isAlone), limits: limits)
        if language == .python {
            request.command.append(PythonRole.tests.rawValue)
            request.role = .tests
        }
        let run = await sandbox.run(request)
        if run.status.isFailureOfTheWorld { throw CheckError(.unavailable, run.status.sentence(limits)) }
        let records = DriverRecords(run.results, token: token)
        guard records.isReady else {
            let words = String(decoding: run.errorOutput.suffix(300), as: UTF8.self)
            throw CheckError(
                .unavailable, "\(interpreter) does not work in the sandbox: \(run.status.sentence(limits)) \(words)")
        }
        try examine(records, called, run)
        var results: [TestResult] = []
        for (place, index) in called.enumerated() {
            results.append(TestResult(index: index, reason: reason(tests[index], place, records, run, limits)))
        }
        return results
    }

    /// Whether setup and tests are well: what is wrong with them is not the program's fault.
    func examine(_ records: DriverRecords, _ called: [Int], _ run: RunResult) throws(CheckError) {
        if let problem = records.setupProblem {
            throw CheckError(.argument, field: "setup", "the setup failed, before the program was loaded: \(problem)")
        }
        if !setup.isEmpty, called.contains(where: { tests[$0].isSnippet }), !records.isSetUp {
            throw CheckError(
                .argument, field: "setup", "the setup did not end: alone, it was stopped by \(run.status.word)")
        }
        for (place, index) in called.enumerated() {
            guard let test = records.tests[place], test.outcome == "bad-test" else { continue }
            throw CheckError(.argument, field: fields[index], "\"\(fields[index])\" is no test: \(test.detail ?? "")")
        }
    }

    func reason(
        _ test: ProgramTest, _ place: Int, _ records: DriverRecords, _ run: RunResult, _ limits: RunLimits
    ) -> Reason? {
        if let load = records.load { return load }
        guard let record = records.tests[place] else {
            // The run ended before this test did.
            return run.status == .exited(0)
                ? Reason("ended", "the program ended before the test did")
                : Reason(run.status.word, run.status.sentence(limits))
        }
        switch (record.outcome, test) {
        case ("pass", .call(_, _, _, let expected)):
            let value = record.value ?? .null
            if ValueComparison.equal(value, expected, tolerance: tolerance) { return nil }
            return Reason(
                "wrong",
                "\(test.title) is \(ProgramTest.short(value.json)), \(ProgramTest.short(expected.json)) required")
        case ("pass", .snippet): return nil
        case ("fail", _): return Reason("wrong", record.detail)
        default: return Reason(record.outcome, record.detail)
        }
    }

    /// Marks the lines of a run; nothing is decided by it.
    static func token() -> String {
        var generator = SystemRandomNumberGenerator()
        return String(generator.next(), radix: 16) + String(generator.next(), radix: 16)
    }

    private func job(_ program: String, _ called: [Int], _ token: String, isAlone: Bool) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("token")
            writer.string(token)
            writer.key("code")
            writer.string(program)
            writer.key("setup")
            writer.string(setup)
            writer.key("entry")
            if let entry { writer.string(entry) } else { writer.null() }
            writer.key("seconds")
            writer.double(secondsPerTest)
            writer.key("alone")
            writer.bool(isAlone)
            writer.key("tests")
            writer.array { writer in
                for index in called {
                    writer.object { writer in
                        switch tests[index] {
                        case .snippet(let source):
                            writer.key("source")
                            writer.string(source)
                        case .call(let function, let arguments, let keywords, _):
                            // What is expected stays outside.
                            writer.key("call")
                            writer.string(function)
                            writer.key("arguments")
                            writer.value(.array(arguments))
                            writer.key("keywords")
                            writer.value(.object(keywords))
                        case .exchange: break
                        }
                    }
                }
            }
        }
        return writer.bytes
    }
}

/// What a driver wrote: a line of JSON each.
struct DriverRecords {
    struct Test {
        var outcome: String
        var detail: String?
        var value: JSONValue?
    }

    /// Whether the driver itself works.
    private(set) var isReady = false
    /// Whether the setup was run alone without an error, or needs the program.
    private(set) var isSetUp = false
    /// What is wrong with the setup.
    private(set) var setupProblem: String?
    /// Why the program could not be loaded.
    private(set) var load: Reason?
    /// Outcomes by test.
    private(set) var tests: [Int: Test] = [:]

    init(_ bytes: [UInt8], token: String) {
        for line in bytes.split(separator: 0x0A) {
            guard let root = try? JSONDocument(Array(line)).root, root["token"]?.string == token else { continue }
            let detail = root["detail"]?.string
            if root["ready"]?.bool == true {
                isReady = true
            } else if let isWell = root["setup"]?.bool {
                isSetUp = isWell
                setupProblem = isWell ? nil : detail ?? ""
            } else if let word = root["load"]?.string {
                load = Reason(word, detail)
            } else if let index = root["test"]?.number?.integer, let outcome = root["outcome"]?.string {
                if tests[index] == nil {
                    tests[index] = Test(outcome: outcome, detail: detail, value: root["value"]?.value)
                }
            }
        }
    }
}
