// Part of Assay. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import AssayBenchmarks
import AssayConstraints
import AssayCore
import AssayPrograms
import AssayReport

/// `assay audit`.
struct Audit: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure a verifier against labels: how often is it right, and where is it wrong.",
        discussion: """
            Reads responses whose label is known, decides each with the check given, and shows where verdict and label \
            differ. Right answers are also changed so that they are wrong, and written in other ways that leave them right.

              assay audit Examples/audit.jsonl --check answer
              assay audit Examples/audit.jsonl --check answer --card card.md
              assay audit Examples/audit.jsonl --check answer --fail-under accuracy=0.98
              assay audit verifierbench.json --as verifierbench --check answer
              assay audit graded.jsonl --verdict-field judge.correct --expected-field human
              assay audit responses-with-reference-verdicts.jsonl
            """)

    @Argument(
        help: ArgumentHelp("Files of JSON Lines or of one JSON array, or - for standard input.", valueName: "file"),
        completion: .records)
    var files: [String]
    @Option(
        help: ArgumentHelp(
            "The verifier to measure: answer, \"words min=300\", or a JSON object. Its gold, question and options are "
                + "filled in from each record. Records with checks of their own need none.", valueName: "check"),
        completion: .checks)
    var check: String?
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Read records as this layout instead of recognising it: \(AuditLayouts.names).", valueName: "layout"),
        completion: .layouts)
    var layout: String?
    @Option(
        help: ArgumentHelp(
            "The field whose values get figures of their own, in place of the record's type.", valueName: "field"))
    var by: String?
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Show so many disagreements, and keep 20 times as many for the card.", valueName: "n"))
    var disagreements = 10
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Judge at most so many changed and wrapped answers; 0 for none.", valueName: "n"))
    var mutations = 2000
    @Flag(inversion: .prefixedNo, help: "Change and wrap right answers, where the verifier takes a reference answer.")
    var mutate = true
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Of all that is drawn: the same seed gives the same figures.", valueName: "n"))
    var seed: UInt64 = 0
    @Option(
        help: ArgumentHelp(
            "Write the verdict of every record, in order, to this file (.gz by name, - for standard output).",
            valueName: "file"), completion: .file())
    var out: String?
    @Option(help: ArgumentHelp("Write the report card to this file.", valueName: "file.md"), completion: .file())
    var card: String?
    @Flag(help: "Print the summary as one JSON object.")
    var json = false
    @Option(
        help: ArgumentHelp(
            "Exit with 1 if a figure is below a number: accuracy=0.98. May be repeated.", valueName: "metric=x"),
        completion: .list(AuditSummary.figureNames))
    var failUnder: [String] = []
    @Option(
        help: ArgumentHelp(
            "Exit with 1 if a figure is above a number: false_positive_rate=0.003. May be repeated.",
            valueName: "metric=x"), completion: .list(AuditSummary.figureNames))
    var failOver: [String] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("Read only the first N records.", valueName: "n"))
    var limit: Int?
    @OptionGroup var reading: ReadingArguments
    @Option(
        help: ArgumentHelp(
            "The field that holds the label: true or false, 1 or 0, correct, incorrect or invalid; null for none.",
            valueName: "name"))
    var expectedField: String?
    @Option(
        help: ArgumentHelp(
            "Measure the verdicts that another grader has left in this field, in place of a check's.", valueName: "name"
        ))
    var verdictField: String?
    @Flag(help: "Print neither progress nor notes.")
    var quiet = false

    func validate() throws {
        if files.isEmpty { throw ValidationError("No file was given; - reads standard input.") }
        for (name, value) in [
            ("--limit", limit ?? 0), ("--disagreements", disagreements), ("--mutations", mutations),
        ] where value < 0 {
            throw ValidationError("\(name) is \(value); 0 or more is expected.")
        }
        try streams.validate()
        if check != nil, verdictField != nil {
            throw ValidationError("Give either --check or --verdict-field: one verifier is measured at a time.")
        }
        if let layout, layout != "labelled", expectedField ?? verdictField ?? reading.goldField != nil {
            throw ValidationError(
                "--as \(layout) has fields of its own; --gold-field, --expected-field and --verdict-field go with labelled."
            )
        }
        _ = try gates()
    }

    private var streams: Streams { Streams(inputs: files, outputs: [("--out", out), ("--card", card)]) }

    func run() throws {
        try reportingFailures { try audit() }
    }

    private func audit() throws {
        let options = try options()
        let output = try out.map { (path) throws(CheckError) in try ByteSink(path: path) }
        let page = try card.map { (path) throws(CheckError) in try ByteSink(path: path) }
        let progress = ProgressLine(isShown: !quiet && System.isTerminal(2))
        var outlets = AuditRun.Outlets(output: output)
        outlets.progress = { records, bytes, total in progress.update(records: records, bytes: bytes, total: total) }
        let summary = try AuditRun(options: options, registry: .complete).run(outlets)
        progress.clear()
        if let first = summary.errorKinds.kinds.first, first.count == summary.records, first.error.field == "--check" {
            throw first.error
        }
        let stamp = summary.stamp(
            options: options, registry: .complete, arguments: Array(CommandLine.arguments.dropFirst()))
        if let page {
            try page.write(AuditCard.render(summary, options: options, registry: .complete, stamp: stamp))
            try page.finish()
        }
        do {
            try show(summary, options, stamp)
        } catch ByteSink.Failure.closed {
            // Nobody reads the summary any more; the exit code still tells.
        }
        if !quiet { notes(summary) }
        try exit(for: summary)
    }

    private func show(_ summary: AuditSummary, _ options: AuditOptions, _ stamp: Stamp) throws {
        let sink = ByteSink(descriptor: streams.takesStandardOutput ? 2 : 1)
        if json {
            try sink.write(AuditJSON.render(summary, options: options, stamp: stamp))
        } else {
            try sink.write(AuditTable.render(summary, options: options, shown: disagreements))
        }
    }

    private func options() throws -> AuditOptions {
        var options = AuditOptions()
        options.inputs = files
        options.check = try check.map { text throws in try Check(commandLine: text) }
        options.layout = layout
        options.fields = reading.fields
        options.expectedField = expectedField
        options.verdictField = verdictField
        options.defaults = try DefaultChecks.arguments(reading.defaultChecks)
        options.by = by
        options.conformance = reading.conformance
        options.reasoning = reading.reasoning
        options.limit = limit
        options.maximumLine = reading.lineLimit ?? options.maximumLine
        if let jobs = reading.jobs { options.jobs = jobs }
        options.resources = try UserTables.resources(reading.tables)
        if reading.unsafeNoSandbox { options.context[SandboxKey.self] = OpenSandbox() }
        options.seed = seed
        options.mutations = mutate ? mutations : 0
        options.writesOutput = out != nil
        options.keptDisagreements = card == nil ? disagreements : min(disagreements, 50_000) * 20
        return options
    }

    private func notes(_ summary: AuditSummary) {
        for (file, layout) in summary.layouts {
            Messages.say("\(file == "-" ? "standard input" : file): read as \(layout)")
        }
        for (option, name) in [
            ("--by", by), ("--id-field", reading.idField), ("--expected-field", expectedField),
            ("--verdict-field", verdictField),
        ] {
            guard let name, !summary.fieldNames.isEmpty, !summary.seenFields.contains(name) else { continue }
            Messages.say(NamedField.warning(name, option: option, fields: summary.fieldNames))
        }
        for line in summary.errorKinds.lines { Messages.say(Inert.line("error: \(line)")) }
        if summary.unstable > 0 {
            Messages.say("warning: \(summary.unstable) records were decided otherwise the second time")
        }
        if summary.isInterrupted { Messages.say("interrupted: the figures are those of the records so far") }
    }

    private func exit(for summary: AuditSummary) throws {
        if summary.isInterrupted { throw ExitCode.interrupted }
        if summary.counts.labelled == 0, summary.loose?.labelled ?? 0 == 0, summary.errorRecords == 0 {
            let what = check.map { "a label for a decision of the check \"\($0)\"" } ?? "a decision with a label"
            throw CheckError(.input, "nothing was measured: none of \(summary.records) records has \(what)")
        }
        var isMissed = false
        for gate in try gates() {
            let value = summary.figure(gate.name, seed: seed)
            if let value, gate.isUpper ? value <= gate.limit : value >= gate.limit { continue }
            Messages.say(
                "threshold not met: \(gate.name) is \(value.map(JSONWriter.text) ?? "undefined"), at "
                    + "\(gate.isUpper ? "most" : "least") \(JSONWriter.text(gate.limit)) required")
            isMissed = true
        }
        if isMissed { throw ExitCode.thresholdNotMet }
        if summary.errorRecords > 0 { throw ExitCode.someErrors }
    }

    private func gates() throws -> [(name: String, limit: Double, isUpper: Bool)] {
        try [("--fail-under", failUnder, false), ("--fail-over", failOver, true)].flatMap { option, texts, isUpper in
            try texts.map { text in
                let parts = text.split(separator: "=", maxSplits: 1)
                guard parts.count == 2, let limit = Double(parts[1]), (0...1).contains(limit) else {
                    throw ValidationError(
                        "\(option) is \"\(text)\"; metric=number is expected, the number from 0 to 1, such as accuracy=0.98."
                    )
                }
                let name = String(parts[0])
                guard AuditSummary.figureNames.contains(name) else {
                    let near = NearestName.find(name, in: AuditSummary.figureNames)
                    throw ValidationError(
                        "\(option) has no metric \"\(name)\"\(near.map { "; \"\($0)\" is the nearest" } ?? ""); "
                            + "metrics are \(AuditSummary.figureNames.joined(separator: ", ")).")
                }
                return (name, limit, isUpper)
            }
        }
    }
}
