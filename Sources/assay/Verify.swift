// Part of Assay. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import AssayCore
import AssayReport

/// `assay verify`.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Decide checks on responses.",
        discussion: """
            Reads JSON Lines (also gzipped), decides every check of every response, and prints how many pass.

            Recognised by their fields: IFEval, IFBench, M-IFEval, MulDimIF, CoDI-Eval, GSM8K, MATH, HumanEval, MBPP, the \
            samples of lm-evaluation-harness, and the rows of open-instruct, TRL and verl. Other files with a gold answer \
            are read with --gold-field and --response-field; others without one with --check.

              assay verify responses.jsonl
              assay verify responses.jsonl --data prompts.jsonl --out out.jsonl
              assay verify in.jsonl --check "words min=300" --keep pass --out out.jsonl
              assay verify in.jsonl --gold-field reference --response-field output
              cat responses.jsonl | assay verify - > verdicts.jsonl
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case table, json, markdown, csv }
    enum Missing: String, CaseIterable, ExpressibleByArgument { case show, fail }

    @Argument(
        help: ArgumentHelp("Files of JSON Lines, or - for standard input.", valueName: "file"), completion: .records)
    var files: [String]
    @Option(
        name: .customLong("check"),
        help: ArgumentHelp(
            "Add a check to every record: \"words min=300\", or a JSON object. May be repeated.", valueName: "check"),
        completion: .checks)
    var checks: [String] = []
    @OptionGroup var verification: VerificationArguments
    @Option(parsing: .unconditional, help: ArgumentHelp("Read only the first N records.", valueName: "n"))
    var limit: Int?
    @Option(
        help: ArgumentHelp(
            "Write a verdict for each response to this file (.gz by name, - for standard output).", valueName: "file"),
        completion: .file())
    var out: String?
    @Option(
        help: ArgumentHelp("Write a page with figures and samples to this file.", valueName: "file.html"),
        completion: .file())
    var report: String?
    @Option(help: "How the summary is printed.")
    var format = Format.table
    @Flag(
        name: .customLong("summary"),
        help: "Print the main figures alone, and with --by one table of all checks by its values.")
    var isShort = false
    @Option(
        help: ArgumentHelp(
            "Repeat all figures for each value of this field of the record or its metadata (model, metadata.x), or of file.",
            valueName: "field"), completion: .fields)
    var by: String?
    @Option(
        help: ArgumentHelp(
            "Write the input lines with a response of these labels, byte for byte, instead of verdicts: pass,fail,invalid,abstain,error.",
            valueName: "labels"), completion: .labels)
    var keep: String?
    @Option(
        help: ArgumentHelp(
            "Write the records with their verdicts in this new field, instead of verdicts alone.", valueName: "field"))
    var annotate: String?
    @Option(help: "Write evidence for failed checks, for all, or for none.")
    var evidence = EvidencePolicy.fail
    @Option(
        help: ArgumentHelp("Write the input lines that ended in error to this file.", valueName: "file"),
        completion: .file())
    var errors: String?
    @Option(help: "With --data, prompts that nobody answered are shown beside the accuracy, or counted as failed.")
    var missing = Missing.show
    @Option(
        help: ArgumentHelp(
            "Exit with 1 if a metric over all records is below a number: accuracy=0.8. May be repeated.",
            valueName: "metric=x"), completion: .list(SummaryJSON.metricNames))
    var failUnder: [String] = []
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Stop, and exit with 1, when more records than this end in error: a number, or 5%.", valueName: "n|p%"))
    var maxErrors: String?
    @Flag(help: "Print neither progress nor notes.")
    var quiet = false

    func validate() throws {
        if files.isEmpty { throw ValidationError("No file was given; - reads standard input.") }
        if let limit, limit < 0 { throw ValidationError("--limit is \(limit); 0 or more is expected.") }
        _ = try keptLabels()
        _ = try thresholds()
        _ = try errorLimit()
        for (option, value) in [("--annotate", annotate), ("--by", by)] where value?.isEmpty == true {
            throw ValidationError("\(option) is empty; the name of a field is expected.")
        }
        if let annotate, Verify.ownFields.contains(annotate) {
            throw ValidationError(
                "--annotate is \(annotate), a field that records have already; the name of a new one is expected.")
        }
        if isShort, format == .json || format == .csv {
            throw ValidationError("--summary goes with --format table or markdown.")
        }
        if missing == .fail, verification.data == nil {
            throw ValidationError("--missing fail needs --data: a prompt without a response stands there.")
        }
        try streams.validate()
    }

    /// What is read and written; verdict lines go to standard output where standard input is read.
    private var streams: Streams {
        let isOut = out == nil && outPath != nil
        return Streams(
            inputs: verification.inputs(files),
            outputs: [
                (isOut ? "the verdict lines (--out)" : "--out", outPath), ("--report", report), ("--errors", errors),
            ])
    }

    private var writesLines: Bool { out != nil || keep != nil || annotate != nil || files.contains("-") }

    private var outPath: String? { out ?? (writesLines ? "-" : nil) }

    /// Fields that hold what is judged, and how.
    private static let ownFields: Set<String> = Set(RecordFields.responseNames).union([
        "id", "key", "prompt", "messages", "checks", "documents", "metadata", "group",
    ])

    func run() throws {
        try reportingFailures { try verify() }
    }

    private func verify() throws {
        var options = try verification.options(inputs: files)
        options.checks = try checks.map { text throws in try Check(commandLine: text) }
        options.limit = limit
        options.by = by
        options.keep = try keptLabels()
        options.annotate = annotate
        options.evidence = evidence
        options.writesOutput = writesLines
        options.countsMissingAsFailed = missing == .fail
        options.maximumErrors = try errorLimit()
        options.collectsSamples = report != nil

        // A missing input must not cost an older output: opening one empties it.
        for input in verification.inputs(files) { try ByteSource.check(path: input) }
        // Every output is opened before the work begins: a wrong name is found at once.
        var outlets = VerificationRun.Outlets(
            output: try outPath.map { (path) throws(CheckError) in try ByteSink(path: path) },
            errors: try errors.map { (path) throws(CheckError) in try ByteSink(path: path) })
        let page = try report.map { (path) throws(CheckError) in try ByteSink(path: path) }
        let progress = ProgressLine(isShown: !quiet && System.isTerminal(2))
        let isQuiet = quiet
        outlets.progress = { records, bytes, total in progress.update(records: records, bytes: bytes, total: total) }
        outlets.recognised = { file, shape in
            if !isQuiet {
                progress.clear()
                Messages.say("\(file == "-" ? "standard input" : file): read as \(shape)")
            }
        }
        let run = VerificationRun(options: options, registry: .complete, shapes: .complete)
        let results = try run.run(outlets)
        progress.clear()
        let summary = results.summary
        let stamp = Stamp(
            summary: summary, options: options, registry: .complete, arguments: Array(CommandLine.arguments.dropFirst())
        )
        if let page {
            let document = ReportPage(
                summary: summary, samples: results.collector, by: by, stamp: stamp, title: title
            )
            try page.write(document.render())
            try page.finish()
        }
        do {
            try printSummary(summary, stamp: stamp, toStandardError: streams.takesStandardOutput)
        } catch ByteSink.Failure.closed {
            // Nobody reads the summary any more; the exit code still tells.
        }
        if !quiet { notes(summary) }
        try exit(for: summary)
    }

    private func printSummary(_ summary: VerificationSummary, stamp: Stamp, toStandardError: Bool) throws {
        let sink = ByteSink(descriptor: toStandardError ? 2 : 1)
        switch format {
        case .json: try sink.write(SummaryJSON.render(summary, by: by, stamp: stamp))
        case .csv: try sink.write(SummaryCSV.render(summary, by: by))
        case .markdown:
            let table = SummaryTable(summary, by: by, isMarkdown: true, isShort: isShort)
            try sink.write(table.render() + "\(Inert.markdown(stamp.line))\n")
        case .table:
            try sink.write(SummaryTable(summary, by: by, isShort: isShort).render())
            if !quiet, let line = nextCommand(summary) { try sink.write(line) }
        }
    }

    /// What the page is headed with: the first files.
    private var title: String {
        let names = files.prefix(3).joined(separator: ", ")
        return files.count > 3 ? "\(names) and \(files.count - 3) more" : names
    }

    /// How to see the failures that the table counts: a line that can be pasted.
    private func nextCommand(_ summary: VerificationSummary) -> String? {
        guard !files.contains("-") else { return nil }
        let counts = summary.total.responses.strict
        // A prompt without a response has nothing to show.
        let failed = counts.fail - (missing == .fail ? summary.total.missing : 0)
        let label = failed > 0 ? Label.fail : .invalid
        let count = failed > 0 ? failed : counts.invalid
        guard count > 0 else { return nil }
        let verb = failed > 0 ? (count == 1 ? "fails" : "fail") : (count == 1 ? "is invalid" : "are invalid")
        // As it was called, where that was by a path: it need not be found otherwise.
        let tool = CommandLine.arguments.first.flatMap { $0.contains("/") ? $0 : nil } ?? "assay"
        // A name that begins with a dash would be taken for an option.
        let files = files.map { $0.hasPrefix("-") ? "./" + $0 : $0 }
        let words = [tool, "explain"] + files + verification.words + checkWords + ["--label", label.rawValue]
        return "\(count) \(count == 1 ? "response" : "responses") \(verb); see why:  "
            + words.map(ShellWord.quote).joined(separator: " ") + "\n"
    }

    /// The checks as `explain` adds them: a bare id selects there, so it becomes an object.
    private var checkWords: [String] {
        checks.flatMap { text in
            let isBare = (try? Check(commandLine: text))?.arguments.isEmpty ?? false
            return ["--check", isBare && !text.hasPrefix("{") ? "{\"verifier\":\"\(text)\"}" : text]
        }
    }

    private func notes(_ summary: VerificationSummary) {
        if let by, by != "file", summary.byValue.map(\.value) == ["(none)"] {
            Messages.say(NamedField.warning(by, option: "--by", fields: summary.fieldNames))
        }
        for (option, name) in summary.unseenFields {
            Messages.say(NamedField.warning(name, option: option, fields: summary.fieldNames))
        }
        for line in summary.errorKinds.lines { Messages.say(Inert.line("error: \(line)")) }
        for (message, count) in summary.warnings { Messages.say(Inert.line("warning: \(message) (\(count)×)")) }
        if summary.filters.count > 1, by != "filter" {
            Messages.say(
                Inert.line(
                    "warning: the records hold the results of \(summary.filters.count) filters "
                        + "(\(summary.filters.joined(separator: ", "))), so that a document counts once for each of its "
                        + "filters and intervals are too narrow; --by filter tells them apart"))
        }
        if summary.total.missing > 0 {
            let names = summary.missingNames.joined(separator: ", ")
            Messages.say(
                Inert.line(
                    "warning: \(summary.total.missing) \(summary.total.missing == 1 ? "prompt of the data file has" : "prompts of the data file have") no response (\(names)\(summary.total.missing > summary.missingNames.count ? ", …" : "")); --missing fail counts \(summary.total.missing == 1 ? "it" : "them") as failed"
                ))
        }
        if summary.leftUnread, verification.data != nil, !summary.isInterrupted, !summary.hitErrorLimit {
            Messages.say(
                "warning: --limit left records unread, so that it is not known which prompts have no response; none "
                    + "counts as missing")
        }
        if summary.hitErrorLimit { Messages.say("stopped: more records ended in error than --max-errors allows") }
        if summary.isInterrupted { Messages.say("interrupted: the output ends after a whole line") }
    }

    private func exit(for summary: VerificationSummary) throws {
        if summary.isInterrupted { throw ExitCode.interrupted }
        var isBelow = summary.hitErrorLimit
        for (name, limit) in try thresholds() {
            let value = SummaryJSON.metric(name, of: summary)
            if let value, value >= limit { continue }
            Messages.say(
                "threshold not met: \(name) is \(value.map(JSONWriter.text) ?? "undefined"), at least \(JSONWriter.text(limit)) required"
            )
            isBelow = true
        }
        if isBelow { throw ExitCode.thresholdNotMet }
        if summary.errorRecords > 0 { throw ExitCode.someErrors }
    }

    private func keptLabels() throws -> Set<Label?>? {
        guard let keep else { return nil }
        var labels: Set<Label?> = []
        let words = keep.split(separator: ",").map { $0.filter { $0 != " " } }
        if words.isEmpty {
            throw ValidationError("--keep names no label; labels are pass, fail, invalid, abstain, error.")
        }
        for word in words {
            if word == "error" {
                labels.insert(nil)
            } else if let label = Label(rawValue: word) {
                labels.insert(label)
            } else {
                throw ValidationError("--keep has \"\(word)\"; labels are pass, fail, invalid, abstain, error.")
            }
        }
        return labels
    }

    private func thresholds() throws -> [(String, Double)] {
        try failUnder.map { text in
            let parts = text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let limit = Double(parts[1]), (0...1).contains(limit) else {
                throw ValidationError(
                    "--fail-under is \"\(text)\"; metric=number is expected, the number from 0 to 1, such as csr=0.9.")
            }
            let name = String(parts[0])
            guard SummaryJSON.metricNames.contains(name) else {
                let near = NearestName.find(name, in: SummaryJSON.metricNames)
                throw ValidationError(
                    "--fail-under has no metric \"\(name)\"\(near.map { "; \"\($0)\" is the nearest" } ?? ""); metrics are \(SummaryJSON.metricNames.joined(separator: ", "))."
                )
            }
            return (name, limit)
        }
    }

    private func errorLimit() throws -> VerificationOptions.ErrorLimit? {
        guard let maxErrors else { return nil }
        if maxErrors.hasSuffix("%"), let percent = Double(maxErrors.dropLast()), (0...100).contains(percent) {
            return .share(percent / 100)
        }
        guard let count = Int(maxErrors), count >= 0 else {
            throw ValidationError(
                "--max-errors is \"\(maxErrors)\"; a number such as 10 or a share such as 5% is expected.")
        }
        return .count(count)
    }
}
