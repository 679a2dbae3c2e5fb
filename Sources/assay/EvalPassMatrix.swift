// Part of Assay. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import AssayBenchmarks
import AssayCore
import AssayReport

/// `assay eval pass-matrix`.
struct EvalPassMatrix: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pass-matrix",
        abstract: "Run every program of a record against every one of its tests.",
        discussion: """
            Reads records with several responses and one check "tests", and prints which program passes which test: what \
            selection by consistency starts from. A record is informative where neither all programs tie nor all tests.

              assay eval pass-matrix Examples/several-programs.jsonl
              assay eval pass-matrix Examples/several-programs.jsonl --format json
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case table, json }

    @Argument(
        help: ArgumentHelp("Files of JSON Lines, or - for standard input.", valueName: "file"), completion: .records)
    var files: [String]
    @OptionGroup var reading: ReadingArguments
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Read records as this shape instead of recognising it: \(ShapeRegistry.complete.names).", valueName: "shape"
        ), completion: .shapes)
    var shape: String?
    @Option(help: "A table for each record, or a JSON object for each on a line of its own.")
    var format = Format.table

    func validate() throws {
        if files.isEmpty { throw ValidationError("No file was given; - reads standard input.") }
        try Streams(inputs: files).validate()
    }

    func run() throws {
        try reportingFailures { try evaluate() }
    }

    private func evaluate() throws {
        var options = VerificationOptions()
        options.inputs = files
        try reading.apply(to: &options)
        if let shape { options.shape = try ShapeRegistry.complete.shape(named: shape) }
        let output = ByteSink(descriptor: 1)
        var errors = 0
        try PassMatrixRun(options: options, registry: .complete, shapes: .complete).run { record in
            if case .failure(let error) = record.passes {
                errors += 1
                Messages.say("error: \(record.place): \(error.field.map { "\($0): " } ?? "")\(error.message)")
            }
            switch format {
            case .table: try output.write(PassMatrixReport.table(record))
            case .json: try output.write(PassMatrixReport.json(record))
            }
        }
        if Interruption.isRequested { throw ExitCode.interrupted }
        if errors > 0 { throw ExitCode.someErrors }
    }
}
