// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import Foundation

/// A run over records whose verdicts stand in the records themselves: the path of a real run, with rules that are told
/// what to say.
struct ScriptedRun {
    let summary: VerificationSummary
    let samples: SampleCollector
    let stamp: Stamp

    /// The ids that the catalog has.
    static let ids: [VerifierID] = ["length:words", "length:sentences", "format:json", "keywords:sun", "language"]

    /// Says the label in its argument `say`, the one in `loose` for variants of the response, with evidence at `at`.
    private struct Scripted: Rule {
        let arguments: Arguments

        func decide(_ input: borrowing RuleInput) -> Verdict {
            // Variants of a response are judged without evidence, which tells them from the response itself.
            let word = input.wantsEvidence == .none ? arguments.string(ifGiven: "loose") : nil
            let label = Label(rawValue: word ?? arguments.string(ifGiven: "say") ?? "pass") ?? .pass
            var evidence: [Evidence] = []
            if let measure = arguments.string(ifGiven: "measure") {
                let low = arguments.integer(ifGiven: "from")
                evidence.append(
                    Evidence(
                        measure, found: arguments.value("found"), required: arguments.string(ifGiven: "required"),
                        span: low.map { Span($0..<(arguments.integer(ifGiven: "to") ?? $0)) }))
            }
            return Verdict(
                label, reason: arguments.string(ifGiven: "reason").map { Reason("reason", $0) }, evidence: evidence)
        }
    }

    static let registry = VerifierRegistry([
        Catalog(
            name: "scripted", title: "Scripted", reference: "none", version: "1", hasLooseProtocol: true,
            failsBlank: false,
            definitions: ids.map { id in
                VerifierDefinition(
                    id, "Says what it is told.",
                    [
                        .optional("say", .string), .optional("loose", .string), .optional("measure", .string),
                        .optional("found", .any), .optional("required", .string), .optional("reason", .string),
                        .optional("from", .integer(Int.min...Int.max)), .optional("to", .integer(Int.min...Int.max)),
                    ]
                ) { arguments, _ in Scripted(arguments: arguments) }
            })
    ])

    /// Runs over records, one JSON text each.
    init(_ lines: [String], by: String? = nil, protocol verificationProtocol: VerificationProtocol = .both) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".jsonl")
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        var options = VerificationOptions()
        options.inputs = [file.path]
        options.collectsSamples = true
        options.evidence = .all
        options.by = by
        options.verificationProtocol = verificationProtocol
        let run = VerificationRun(
            options: options, registry: ScriptedRun.registry, shapes: ShapeRegistry([NativeShape()]))
        let results = try run.run(.init())
        var summary = results.summary
        // The file's name is not the same twice.
        summary.shapes = summary.shapes.map { ("responses.jsonl", $0.shape) }
        summary.firstErrors = summary.firstErrors.map {
            ("responses.jsonl" + $0.place.dropFirst(file.path.count), $0.error)
        }
        self.summary = summary
        samples = results.collector
        stamp = Stamp(
            summary: summary, options: options, registry: ScriptedRun.registry,
            arguments: ["verify", "responses.jsonl"])
    }

    /// A record.
    static func record(
        id: String, prompt: String, response: JSONValue, checks: [JSONValue], model: String? = nil
    ) -> String {
        var writer = JSONWriter()
        let isList = if case .array = response { true } else { false }
        writer.object { writer in
            let members: [(String, JSONValue)] = [
                ("id", .string(id)), ("prompt", .string(prompt)), (isList ? "responses" : "response", response),
                ("checks", .array(checks)),
            ]
            for (key, value) in members + (model.map { [("model", .string($0))] } ?? []) {
                writer.key(key)
                writer.value(value)
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
