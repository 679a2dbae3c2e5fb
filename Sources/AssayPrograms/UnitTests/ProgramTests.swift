// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// Judges the program in a response by tests, in a sandbox.
///
///     let tests = try ProgramTests(language: .python, tests: [.snippet("assert add(1, 2) == 3")])
///     let verdict = try await tests.judge("def add(a, b):\n    return a + b", in: sandbox)
///
/// ## How it decides
/// 1. The program is found in the response (`CodeExtractor`).
/// 2. Assertions and calls: a judge inside the sandbox runs the tests; the program runs in another process, in JavaScript in
///    another sandbox, which has neither the tests nor what is expected, and answers calls with plain data. Input and output:
///    the program runs once a case, and what it wrote is compared outside.
/// 3. The score is the share of tests that passed; all have to pass.
///
/// What a program can do to its verdict is to give right answers: the exit code, what it prints, patched functions and
/// overridden operators decide nothing.
///
/// ## Fails, invalid
/// Fails, with the reason of the first test that did not pass: `wrong`, `raised`, `timeout`, `ended`, `missing`, `memory`,
/// `unreadable`, or `syntax`. Invalid without a program (`no-code`) or where nothing tells which of several it is
/// (`several-blocks`).
///
/// - Cost: about 0.1 s for all tests of a program in Python; an exchange about as much each. It has limits on time, so it is
///   not deterministic for programs near them.
public struct ProgramTests: Sendable {
    /// The language of the programs.
    public let language: ProgramLanguage
    /// The tests.
    public let tests: [ProgramTest]
    /// The arguments that the tests come from, one for each: `calls[3]`.
    package let fields: [String]
    /// Source that runs before each snippet, on the tests' side; alone first, where it uses nothing of the program's.
    public var setup = ""
    /// The function that a snippet's `check` is given as `candidate`.
    public var entry: String?
    /// The beginning of the program that the response may continue.
    public var prefix: String?
    /// Seconds of each test; 5 unless given.
    public var secondsPerTest = 5.0
    /// The most seconds of all tests together; 60 unless given.
    public var seconds = 60.0
    /// Seconds that compiling may take, where a language has that; 60 unless given.
    public var compileSeconds = 60.0
    /// Relative tolerance for expected values that are no integers; 1e-9 unless given.
    public var tolerance = 1e-9
    /// What the program may use besides.
    public var limits = RunLimits()

    /// Creates a judge.
    ///
    /// - Throws: `CheckError` with code `argument` without tests, for tests that test nothing, or for tests that the language
    ///   does not have.
    public init(language: ProgramLanguage, tests: [ProgramTest]) throws(CheckError) {
        var counts: [String: Int] = [:]
        let fields = tests.map { test -> String in
            defer { counts[test.field, default: 0] += 1 }
            return "\(test.field)[\(counts[test.field, default: 0])]"
        }
        try self.init(language: language, tests: tests, fields: fields)
    }

    /// Creates a judge of tests that come from the arguments of these names.
    package init(language: ProgramLanguage, tests: [ProgramTest], fields: [String]) throws(CheckError) {
        guard !tests.isEmpty else {
            throw CheckError(.argument, field: "tests", "there are no tests; one of tests, calls, cases is expected")
        }
        for (test, field) in zip(tests, fields) {
            if let problem = language.problem(of: test) {
                let place = problem.field.map { "\(field).\($0)" } ?? field
                throw CheckError(.argument, field: place, "\"\(place)\" \(problem.sentence)")
            }
        }
        self.language = language
        self.tests = tests
        self.fields = fields
    }

    /// Judges a response.
    ///
    /// - Parameters:
    ///   - text: the response.
    ///   - sandbox: what programs run in.
    /// - Returns: the verdict, with a part for each test.
    /// - Throws: `CheckError` where sandbox or interpreter are missing, or a test itself is wrong.
    public func judge(_ text: String, in sandbox: any Sandbox) async throws(CheckError) -> Verdict {
        try await judge(text, in: sandbox, interpreter: language.interpreter)
    }

    /// Judges a response by an interpreter of the caller's choice; nil is one that is missing.
    package func judge(
        _ text: String, in sandbox: any Sandbox, interpreter: String?
    ) async throws(CheckError) -> Verdict {
        let names = (entry.map { [ProgramTest.root(of: $0)] } ?? []) + tests.flatMap(\.names)
        var isolation = [Evidence("isolation", found: .string(sandbox.isolation))]
        var found = CodeExtractor(language: language, names: names).find(in: text)
        // A bare continuation of the prompt is no program by itself.
        if prefix != nil, case .none("no-code", _) = found, CodeExtractor.blocks(of: text).isEmpty {
            found = .code(text, blocks: 0)
        }
        guard case .code(let code, let blocks) = found else {
            guard case .none(let word, let sentence) = found else { return Verdict(.abstain) }
            return Verdict(.invalid, reason: Reason(word, sentence))
        }
        if blocks > 1 {
            isolation.append(
                Evidence(
                    "blocks of code", found: .number(JSONNumber(lexeme: "\(blocks)")),
                    required: "one; the last that defines what is tested is judged"))
        }
        guard let interpreter else {
            throw CheckError(
                .unavailable, "\(language.rawValue) is not installed; install it (\(language.installation))")
        }
        let program = complete(code)
        var results: [TestResult]
        if language == .swift {
            results = try await compiledResults(program, interpreter, sandbox)
            results.sort { $0.index < $1.index }
            return verdict(results, isolation, isIsolated: sandbox.isolation != OpenSandbox().isolation)
        }
        results = try await calledResults(program, interpreter, sandbox)
        if language == .javascript { results += try await assertedResults(program, interpreter, sandbox) }
        if language == .python {
            results += try await caseResults(program, interpreter, sandbox)
        } else {
            for (index, test) in tests.enumerated() {
                guard case .exchange(let input, let output) = test else { continue }
                results.append(
                    try await exchange(index, program, input: input, output: output, interpreter, sandbox))
            }
        }
        results.sort { $0.index < $1.index }
        return verdict(results, isolation, isIsolated: sandbox.isolation != OpenSandbox().isolation)
    }

    /// The program: the response's, or the prompt's beginning and the response's continuation.
    private func complete(_ code: String) -> String {
        guard let prefix else { return code }
        let extractor = CodeExtractor(language: language, names: [])
        guard let entry else { return prefix + code }
        let name = ProgramTest.root(of: entry)
        guard extractor.defines(name, code) else { return prefix + code }
        // The response begins anew: what stands above the function in the prompt is still needed.
        return PromptParts(prefix, entry: name).head + "\n" + code
    }

    private func verdict(_ results: [TestResult], _ evidence: [Evidence], isIsolated: Bool) -> Verdict {
        let passed = results.count { $0.reason == nil }
        let parts = results.map { result in
            Part(
                key: "\(result.index + 1)",
                verdict: Verdict(
                    result.reason == nil ? .pass : .fail, reason: result.reason,
                    evidence: [Evidence("test", found: .string(tests[result.index].title))]))
        }
        let first = results.first { $0.reason != nil }
        let count = Evidence.count("tests passed", passed, required: "all \(results.count)")
        return Verdict(
            first == nil ? .pass : .fail, score: Double(passed) / Double(max(1, results.count)), reason: first?.reason,
            evidence: [count] + evidence, parts: parts,
            measures: [
                "passed": Double(passed), "tests": Double(results.count), "isolated": isIsolated ? 1 : 0,
            ])
    }
}

/// What became of one test.
struct TestResult: Sendable, Hashable {
    /// The test's place.
    var index: Int
    /// Why it did not pass; nil where it did.
    var reason: Reason?
}

/// The parts of a prompt that a program continues: what stands above the function, and the function's beginning.
struct PromptParts {
    /// Imports and helpers, above the last definition of the function.
    let head: String

    init(_ prompt: String, entry: String) {
        let lines = prompt.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        let extractor = CodeExtractor(language: .python, names: [])
        let place = lines.lastIndex { extractor.defines(entry, String(Substring($0))) } ?? 0
        head = lines[..<place].map { String(Substring($0)) + "\n" }.joined()
    }
}
