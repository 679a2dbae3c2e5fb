// Part of Assay. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import AssayCore
import AssayPrograms
import AssayReport

/// `assay explain`.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Show decisions: the response with what decided marked, and for each check what was measured and required.",
        discussion: """
              assay explain responses.jsonl --id 1012
              assay explain responses.jsonl --label fail --check punctuation:no_comma
              assay explain --check "words min=300" --response "Too short."

            Exit codes: 0 shown, 1 no response fits, 2 some that fit ended in error.
            """)

    enum Selection: String, CaseIterable, ExpressibleByArgument { case pass, fail, invalid, abstain, error }

    @Argument(
        help: ArgumentHelp("Files of JSON Lines, or - for standard input.", valueName: "file"), completion: .records)
    var files: [String] = []
    @OptionGroup var verification: VerificationArguments
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Judge this text, or - for standard input, with the checks given.", valueName: "text"))
    var response: String?
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("With --response: the prompt that it answers.", valueName: "text"))
    var prompt: String?
    @Option(help: ArgumentHelp("Only the record with this id.", valueName: "id"))
    var id: String?
    @Option(help: "Only responses with this label.")
    var label: Selection?
    @Option(
        name: .customLong("check"),
        help: ArgumentHelp(
            "With files: the id of a verifier or a group shows only responses in which it did not pass; a check with arguments "
                + "(\"words min=300\", or a JSON object) is added to every record. With --response: the check to try. "
                + "May be repeated.", valueName: "check"), completion: .checks)
    var checks: [String] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("Show at most this many responses.", valueName: "n"))
    var limit = 5
    @Flag(help: "Print the verdicts as JSON Lines.")
    var json = false

    func validate() throws {
        if response == nil, files.isEmpty {
            throw ValidationError("Give a file, or --check with --response.")
        }
        if response != nil, !files.isEmpty { throw ValidationError("Give either files or --response.") }
        if response != nil, checks.isEmpty { throw ValidationError("--response needs --check.") }
        if prompt != nil, response == nil { throw ValidationError("--prompt goes with --response.") }
        if limit < 0 { throw ValidationError("--limit is \(limit); 0 or more is expected.") }
        try Streams(inputs: verification.inputs(files)).validate()
    }

    func run() throws {
        try reportingFailures {
            var options = try verification.options(inputs: files)
            options.evidence = .all
            options.checks = try checks.filter { try response != nil || !isSelection($0) }
                .map { text throws in try Check(commandLine: text) }
            if let response { try explain(response, options) } else { try explainFiles(&options) }
        }
    }

    /// Whether a check given with files is a bare id, which selects; any other is added to the records.
    private func isSelection(_ text: String) throws -> Bool {
        try !text.contains("{") && Check(commandLine: text).arguments.isEmpty
    }

    private func explain(_ response: String, _ options: VerificationOptions) throws {
        var text = response
        if response == "-" {
            let source = try ByteSource(path: "-")
            var bytes: [UInt8] = []
            while try source.read(into: &bytes, limit: 1 << 16) > 0 {}
            text = String(decoding: bytes, as: UTF8.self)
        }
        var context = Context(
            conformance: options.conformance, defaults: options.defaults, reasoning: options.reasoning, evidence: .all,
            resources: options.resources)
        if verification.reading.unsafeNoSandbox { context[SandboxKey.self] = OpenSandbox() }
        let compiler = CheckCompiler(registry: .complete, context: context)
        let checks = options.checks.map(compiler.prepare)
        for (check, prepared) in zip(options.checks, checks) {
            if let error = prepared.failure { throw error.below("--check \(check.verifier)") }
        }
        let sample = Sample(
            messages: prompt.map { [Message(role: "user", text: $0)] } ?? [], responses: [Response(text)],
            checks: options.checks)
        let verifier = SampleVerifier(
            registry: .complete, context: context, verificationProtocol: options.verificationProtocol)
        guard let result = verifier.wait(sample, response: 0, checks: checks) else { throw ExitCode.interrupted }
        var record = SampleRecord(sample: sample, idJSON: nil, checks: checks, checksField: "--check")
        record.ownCheckCount = 0
        try show(CollectedSample(origin: .init(file: nil, line: 1), record: record, result: result), isFirst: true)
        if result.label == nil { throw ExitCode.someErrors }
    }

    private func explainFiles(_ options: inout VerificationOptions) throws {
        let selection = SampleSelection(
            id: id, label: label?.rawValue,
            verifiers: try checks.filter(isSelection).map { text throws in try Check(commandLine: text).verifier })
        options.collectsSamples = true
        options.collects = { selection.contains($0) }
        let run = VerificationRun(options: options, registry: .complete, shapes: .complete)
        var isFirst = true
        let selected = ExplainedSamples(limit: limit) { sample in
            try show(sample, isFirst: isFirst)
            isFirst = false
        }
        var outlets = VerificationRun.Outlets()
        outlets.sample = selected.take
        let summary = try run.run(outlets).summary
        try selected.finish()
        try tell(selected, of: summary, selection)
    }

    /// What has to be said of those that were not shown, and the exit code.
    private func tell(
        _ selected: ExplainedSamples, of summary: VerificationSummary, _ selection: SampleSelection
    ) throws {
        for (option, name) in summary.unseenFields {
            Messages.say(NamedField.warning(name, option: option, fields: summary.fieldNames))
        }
        if selected.count == 0, !summary.isInterrupted {
            let there = summary.total.ids.keys.sorted()
            let absent = selection.verifiers.filter { wanted in !there.contains { wanted.selects(VerifierID($0)) } }
            for id in absent { try Explain.admit(id, there) }
            let note = absent.isEmpty ? "" : "; none has a check \(absent.map(\.name).joined(separator: " or "))"
            let errors = summary.errorRecords
            let more = errors > 0 ? "; \(errors) ended in error, which --label error shows" : ""
            Messages.say("no response of \(summary.total.records) records fits\(note)\(more)")
        }
        if selected.count > selected.shown {
            Messages.say("\(selected.count - selected.shown) more; --limit \(selected.count) shows all")
        }
        if summary.isInterrupted {
            Messages.say("interrupted: what is shown and counted is of the records so far")
            throw ExitCode.interrupted
        }
        if selected.errors > 0 { throw ExitCode.someErrors }
        if selected.count == 0 { throw ExitCode.thresholdNotMet }
    }

    /// Whether some verifier answers to a name that selected nothing, or a group has it.
    ///
    /// - Throws: `CheckError` that names the nearest one, of those among the records first.
    private static func admit(_ id: VerifierID, _ there: [String]) throws(CheckError) {
        let known = there + VerifierRegistry.complete.definitions.map(\.id.name)
        if known.contains(where: { id.selects(VerifierID($0)) }) { return }
        let groups = known.map { VerifierID($0).group }
        let near = known.first { $0.hasSuffix(":" + id.name) } ?? NearestName.find(id.name, in: known + groups)
        throw CheckError(
            .verifier, field: "--check",
            "there is no verifier \"\(id)\"; "
                + (near.map { "\"\($0)\" is the nearest" } ?? "`assay list verifiers` shows what there is"))
    }

    private func show(_ sample: CollectedSample, isFirst: Bool) throws {
        let sink = ByteSink(descriptor: 1)
        guard json else {
            let color = System.isTerminal(1) && System.environment("NO_COLOR") == nil
            let text = ExplanationView().render(sample, color: color, width: 100)
            return try sink.write(isFirst ? text : "\n" + text)
        }
        let writer = ResultWriter(evidence: .all, showsBoth: verification.verificationProtocol == .both)
        var output = JSONWriter()
        if let result = sample.result, let record = sample.record {
            writer.write(result, of: record, origin: sample.origin, warnings: [], to: &output)
        } else if let error = sample.error {
            writer.write(error, origin: sample.origin, to: &output)
        }
        output.newline()
        try sink.write(output.bytes)
    }
}

/// Which samples are shown.
private struct SampleSelection: Sendable {
    let id: String?
    let label: String?
    let verifiers: [VerifierID]

    func contains(_ sample: CollectedSample) -> Bool {
        if let id {
            let own = sample.origin.idJSON.map { String(decoding: $0, as: UTF8.self) }
            guard own == id || own == "\"\(id)\"" || sample.record?.sample.id == id else { return false }
        }
        if let label {
            guard (sample.result?.label?.rawValue ?? "error") == label else { return false }
        }
        guard !verifiers.isEmpty else { return true }
        return sample.result?.checks.contains {
            let verifier = $0.prepared.check.verifier
            return $0.strictLabel != .pass && verifiers.contains { $0.selects(verifier) }
        } ?? false
    }
}

extension VerifierID {
    /// Whether this is the name of a verifier, or of its group.
    fileprivate func selects(_ verifier: VerifierID) -> Bool { self == verifier || name == verifier.group }
}
