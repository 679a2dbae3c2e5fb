// Part of Assay. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import AssayBenchmarks
import AssayCore
import Synchronization

/// `assay eval`.
struct Eval: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a benchmark on recorded responses.", subcommands: [EvalPassMatrix.self, EvalVibeChecker.self])
}

/// `assay eval vibe-checker`.
struct EvalVibeChecker: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vibe-checker",
        abstract: "Score code by its tests and by the instructions about how it is written.",
        discussion: """
            Reads records with checks "tests" and "vericode:…", decides them, and prints by model, mode and number of \
            instructions k: the functional score and how much of it is lost (regression), the shares of instructions and \
            of tasks kept. With --preferences, a JSON object with a number for each model, also how the composite of both \
            goes with the preferences.

              assay eval vibe-checker Examples/code-instructions.jsonl
              assay eval vibe-checker responses.jsonl --preferences elo.json
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case table, json }

    @Argument(
        help: ArgumentHelp("Files of JSON Lines, or - for standard input.", valueName: "file"), completion: .records)
    var files: [String]
    @OptionGroup var verification: VerificationArguments
    @Option(
        help: ArgumentHelp("The field of the record or its metadata that names the model.", valueName: "field"),
        completion: .fields)
    var by = "model"
    @Option(
        help: ArgumentHelp("A JSON object with a number for each model: Elo, as a rule.", valueName: "file"),
        completion: .file())
    var preferences: String?
    @Option(help: "How the figures are printed.")
    var format = Format.table

    func validate() throws {
        if files.isEmpty { throw ValidationError("No file was given; - reads standard input.") }
        try Streams(inputs: verification.inputs(files) + (preferences.map { [$0] } ?? [])).validate()
    }

    func run() throws {
        try reportingFailures { try evaluate() }
    }

    private func evaluate() throws {
        let preferences = try preferences.map { (path) throws(CheckError) in try CompositeScore.preferences(path: path)
        }
        var options = try verification.options(inputs: files)
        options.by = by
        options.collectsSamples = true
        options.evidence = .none
        let scores = Scores()
        options.collects = { sample in
            scores.add(sample)
            return false
        }
        let run = VerificationRun(options: options, registry: .complete, shapes: .complete)
        let summary = try run.run(VerificationRun.Outlets()).summary
        for (place, error) in summary.firstErrors {
            Messages.say("error: \(place): \(error.field.map { "\($0): " } ?? "")\(error.message)")
        }
        let whole = scores.value.withLock { $0 }
        if by != "model", by != "file", summary.byValue.map(\.value) == ["(none)"] {
            Messages.say(NamedField.warning(by, option: "--by", fields: summary.fieldNames))
        }
        let composite = preferences.map { CompositeScore(whole.pairs, preferences: $0) }
        if let composite, composite.models == 0, let file = self.preferences {
            let models = summary.byValue.map(\.value).joined(separator: ", ")
            Messages.say("warning: \(file) has no number for any model of the records (\(models))")
        }
        let report = VibeCheckerReport(whole, composite: composite)
        switch format {
        case .table: try ByteSink(descriptor: 1).write(report.table())
        case .json: try ByteSink(descriptor: 1).write(report.json())
        }
        if summary.isInterrupted { throw ExitCode.interrupted }
        if summary.errorRecords > 0 { throw ExitCode.someErrors }
    }

    /// Sums, which do not depend on the order.
    private final class Scores: Sendable {
        let value = Mutex(VibeCheckerScores())

        func add(_ sample: CollectedSample) {
            guard let record = sample.record, let result = sample.result else { return }
            var mode = "single"
            if case .string(let given)? = record.sample.metadata["mode"] { mode = given }
            let checks = result.checks.map { ($0.prepared.check.verifier.name, $0.strictLabel) }
            value.withLock { $0.add(model: sample.by ?? "(none)", mode: mode, checks: checks) }
        }
    }
}
