// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText
import Foundation
import Synchronization
import Testing

/// Rules and verifiers side by side, for one sample and through a whole run.
struct SampleVerifierTests {
    private struct LongEnough: Rule {
        let least: Int
        func decide(_ input: borrowing RuleInput) -> Verdict {
            let count = input.response.bytes.count
            return input.verdict(count >= least) { [.count("bytes", count, required: "at least \(least)")] }
        }
    }

    /// Waits, then says whether the response has an even number of bytes; fails of the world for "broken".
    private struct Even: Verifier {
        let milliseconds: Int
        let gauge: Gauge?

        func verify(_ sample: Sample, response: Int, in context: Context) async throws -> Verdict {
            let text = sample.responses[response].text
            gauge?.enter()
            defer { gauge?.leave() }
            try await Task.sleep(for: .milliseconds(milliseconds))
            if text == "broken" { throw CheckError(.unavailable, "the service does not answer") }
            let count = text.utf8.count
            return Verdict(
                count % 2 == 0 ? .pass : .fail, evidence: [.count("bytes", count, required: "an even number")],
                parts: [Part(key: "half", verdict: Verdict(.pass))], measures: ["seed": Double(context.seed)],
                cost: Cost(calls: 1))
        }
    }

    private final class Gauge: Sendable {
        private let state = Mutex((running: 0, most: 0))
        var most: Int { state.withLock { $0.most } }
        func enter() {
            state.withLock { state in
                state.running += 1
                state.most = max(state.most, state.running)
            }
        }
        func leave() { state.withLock { $0.running -= 1 } }
    }

    private static func registry(_ gauge: Gauge? = nil) -> VerifierRegistry {
        VerifierRegistry([
            Catalog(
                name: Catalog.native, title: "Test", reference: "", version: "1", hasLooseProtocol: false,
                definitions: [
                    VerifierDefinition("long-enough", "so many bytes", [.required("least", .count)]) {
                        arguments, _ throws(CheckError) in LongEnough(least: try arguments.integer("least"))
                    },
                    VerifierDefinition(
                        "even", "an even number of bytes", [.optional("milliseconds", .count)], isDeterministic: true
                    ) { arguments, _ throws(CheckError) in
                        Even(milliseconds: arguments.integer(ifGiven: "milliseconds") ?? 0, gauge: gauge)
                    },
                ])
        ])
    }

    private static func sample(_ text: String, _ checks: [Check]) -> Sample {
        Sample(id: "s", prompt: "p", response: text, checks: checks)
    }

    @Test func rulesAndVerifiersTogether() async throws {
        let verifier = SampleVerifier(registry: Self.registry(), context: Context(seed: 5))
        let checks: [Check] = [
            Check("even"), Check("long-enough", ["least": 3]), Check("no-such"), Check("even", ["x": 1]),
        ]
        let result = try await verifier.verify(Self.sample("four", checks), response: 0)
        #expect(result.checks.map(\.strictLabel) == [.pass, .pass, nil, nil])
        guard case .verdict(let verdict) = result.checks[0].outcome else { return }
        #expect(verdict.measures["seed"] == 5)
        guard case .error(let error) = result.checks[3].outcome else { return }
        #expect(error.code == .argument)
    }

    /// No verifier sees reasoning, none is asked about a blank response or one without an answer.
    @Test(arguments: [
        ("<think>aaa</think>\nfour", Label.pass), ("<think>four", .invalid), (" \n", .fail), ("odd", .fail),
    ])
    func onlyTheAnswerIsJudged(text: String, label: Label) async throws {
        let verifier = SampleVerifier(registry: Self.registry(), context: Context())
        let result = try await verifier.verify(Self.sample(text, [Check("even")]), response: 0)
        #expect(result.label == label)
    }

    @Test func failureOfTheWorldIsAnError() async throws {
        let verifier = SampleVerifier(registry: Self.registry(), context: Context())
        let result = try await verifier.verify(Self.sample("broken", [Check("even")]), response: 0)
        guard case .error(let error) = result.checks[0].outcome else {
            Issue.record("no error")
            return
        }
        #expect(error.message == "the service does not answer")
    }

    @Test func aRuleIsAVerifier() async throws {
        let rule = try Self.registry().makeVerifier(Check("long-enough", ["least": 3]))
        #expect(try await rule.verify(Self.sample("<think>x</think>ab", []), response: 0, in: Context()).label == .fail)
        #expect(try await rule.verify(Self.sample("abc", []), response: 0, in: Context()).label == .pass)
        let verifier = try Self.registry().makeVerifier(Check("even"))
        #expect(try await verifier.verify(Self.sample("ab", []), response: 0, in: Context()).label == .pass)
        #expect(throws: CheckError.self) { try Self.registry().makeVerifier(Check("long-enough")) }
        #expect(throws: CheckError.self) { try Self.registry().make(Check("even")) }
    }

    // MARK: Runs

    private static func run(_ lines: [String], jobs: Int, gauge: Gauge? = nil) throws -> (
        output: [String], summary: VerificationSummary
    ) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("assay-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appendingPathComponent("in.jsonl").path
        let output = folder.appendingPathComponent("out.jsonl").path
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: input))
        var options = VerificationOptions()
        options.inputs = [input]
        options.jobs = jobs
        options.writesOutput = true
        let run = VerificationRun(options: options, registry: registry(gauge), shapes: ShapeRegistry([NativeShape()]))
        let results = try run.run(.init(output: ByteSink(path: output)))
        let text = try String(contentsOfFile: output, encoding: .utf8)
        return (text.split(separator: "\n").map(String.init), results.summary)
    }

    private static let lines = (0..<150).map { index in
        switch index % 10 {
        case 4: "not JSON"
        case 7: #"{"id":\#(index),"response":"abc","checks":[{"verifier":"long-enough","least":2}]}"#
        case 8: #"{"id":\#(index),"response":"broken","checks":["even"]}"#
        case 9: #"{"id":\#(index),"responses":["ab","abc"],"checks":["even",{"verifier":"long-enough","least":3}]}"#
        default:
            #"{"id":\#(index),"response":"\#(String(repeating: "a", count: index))b","checks":[{"verifier":"even","milliseconds":\#(index % 3)}]}"#
        }
    }

    @Test func outputIsTheSameForAnyJobs() throws {
        let (one, summary) = try Self.run(Self.lines, jobs: 1)
        #expect(one.count == 165)
        #expect(summary.errorRecords == 30)
        #expect(try Self.run(Self.lines, jobs: 3).output == one)
        #expect(try Self.run(Self.lines, jobs: 16).output == one)
        #expect(
            one[0].hasPrefix(#"{"id":0,"line":1,"label":"fail","score":0,"checks":[{"check":"even","label":"fail","#))
        #expect(
            one[0].contains(
                #""parts":[{"key":"half","label":"pass","score":1}],"measures":{"seed":0},"cost":{"calls":1,"#))
        #expect(one[4].contains(#""label":"error","error":{"code":"syntax""#))
        #expect(one[8].contains(#""code":"unavailable","field":"checks[0]","message":"the service does not answer""#))
    }

    @Test(arguments: [1, 4, 12]) func soManyAreAskedAtATime(jobs: Int) throws {
        let gauge = Gauge()
        let lines = (0..<60).map { #"{"id":\#($0),"response":"ab","checks":[{"verifier":"even","milliseconds":8}]}"# }
        _ = try Self.run(lines, jobs: jobs, gauge: gauge)
        #expect(gauge.most <= jobs)
        #expect(gauge.most >= min(jobs, 3))
    }
}
