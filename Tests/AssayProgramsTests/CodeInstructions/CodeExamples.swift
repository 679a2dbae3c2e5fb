// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayPrograms
import Foundation
import Testing

/// A program of `Golden/*.txt` and what has to come out for one instruction.
struct CodeExample: Sendable {
    /// File and line.
    let place: String
    let check: Check
    let response: String
    let label: Label
    /// The lines of what is told, where they are given.
    let lines: [Int]
    /// The reason's word, where it is given.
    let reason: String?

    private static let reasons: Set<String> = ["syntax", "missing", "no-function", "no-object", "no-block"]

    /// All examples.
    static let all: [CodeExample] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
        return ["style", "logic", "documentation", "others"].flatMap { name in
            let text = (try? String(contentsOf: folder.appendingPathComponent("\(name).txt"), encoding: .utf8)) ?? ""
            return read(text, name)
        }
    }()

    private static func read(_ text: String, _ name: String) -> [CodeExample] {
        var examples: [CodeExample] = []
        var check = Check("")
        var mark: (line: Int, words: [String], passes: Bool)?
        var code: [String] = []
        func finish() {
            guard let found = mark else { return }
            while code.last == "" { code.removeLast() }
            let program = code.map { $0 + "\n" }.joined()
            let isWhole = check.verifier.name.hasSuffix("explain_after_code")
            examples.append(
                CodeExample(
                    place: "\(name).txt:\(found.line)", check: check,
                    response: isWhole ? program : "Here.\n```python\n\(program)```\n",
                    label: found.passes ? .pass : .fail,
                    lines: (found.passes ? [] : found.words).prefix { Int($0) != nil }.compactMap(Int.init),
                    reason: found.words.first.flatMap { reasons.contains($0) ? $0 : nil }))
            mark = nil
        }
        for (index, line) in text.components(separatedBy: "\n").enumerated() {
            if line.hasPrefix("@ ") {
                finish()
                let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
                let arguments = parts.count > 2 ? try? JSONDocument(Array(parts[2].utf8)).root.value : nil
                check = Check(VerifierID("vericode:" + parts[1]))
                if case .object(let object)? = arguments { check.arguments = object }
            } else if line.hasPrefix("+++") || line.hasPrefix("---") && !line.hasPrefix("----") {
                finish()
                let words = line.dropFirst(3).split(separator: " ").map(String.init)
                mark = (index + 1, words, line.hasPrefix("+++"))
                code = []
            } else {
                code.append(line)
            }
        }
        finish()
        return examples
    }
}

/// What decides in these tests: a reader of their own, the sandbox of the other tests.
struct CodeJudge {
    static let registry = VerifierRegistry([.programs, .vericode])
    let context: Context
    let reporter: CodeReporter

    init(ruff: String? = nil, sandbox: (any Sandbox)? = TestSandbox.sandbox) {
        reporter = CodeReporter(ruff: ruff)
        var context = Context()
        context[CodeReporterKey.self] = reporter
        if let sandbox { context[SandboxKey.self] = sandbox }
        self.context = context
    }

    /// Whether ruff can be asked here; says so where it cannot.
    static let works: Bool = {
        guard TestSandbox.works else { return false }
        do throws(CheckError) {
            _ = try RuffTool.find()
            return true
        } catch {
            print("Tests of lint are skipped: \(error.message)")
            return false
        }
    }()

    /// Decides checks on responses, all at the same time, in order.
    func decide(_ checks: [(check: Check, response: String, prompt: String)]) async throws -> [Outcome] {
        try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
            for (index, entry) in checks.enumerated() {
                group.addTask {
                    let sample = Sample(prompt: entry.prompt, response: entry.response, checks: [entry.check])
                    do {
                        let verifier = try CodeJudge.registry.makeVerifier(entry.check, in: context)
                        return (index, .verdict(try await verifier.verify(sample, response: 0, in: context)))
                    } catch let error as CheckError {
                        return (index, .error(error))
                    }
                }
            }
            var outcomes = [Outcome](repeating: .verdict(Verdict(.abstain)), count: checks.count)
            for try await (index, outcome) in group { outcomes[index] = outcome }
            return outcomes
        }
    }

    /// Decides one check; nil where there is no verdict.
    func decide(_ check: Check, _ response: String, prompt: String = "Write it.") async throws -> Verdict? {
        if case .verdict(let verdict) = try await decide([(check, response, prompt)])[0] { return verdict }
        return nil
    }
}
