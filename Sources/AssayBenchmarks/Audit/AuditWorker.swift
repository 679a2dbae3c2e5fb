// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// What became of a block of records.
struct AuditChunk: Sendable {
    var output: [UInt8] = []
    var summary = AuditSummary()
    var disagreements: DisagreementList
    var candidates: [MutationCandidate] = []
}

/// Decides the records of blocks, one block after the other: a worker's own state.
struct AuditWorker {
    /// How many errors are named one by one.
    static let namedErrors = 10

    private let options: AuditOptions
    private let check: AuditedCheck?
    private let layout: (any AuditLayout)?
    private let compiler: CheckCompiler
    private let timed: SampleVerifier
    private let explaining: SampleVerifier
    private let document = JSONDocument()

    init(
        options: AuditOptions, check: AuditedCheck?, layout: (any AuditLayout)?, registry: VerifierRegistry,
        context: Context
    ) {
        self.options = options
        self.check = check
        self.layout = layout
        compiler = CheckCompiler(registry: registry, context: context)
        var context = context
        context.evidence = .none
        timed = SampleVerifier(registry: registry, context: context)
        context.evidence = .all
        explaining = SampleVerifier(registry: registry, context: context)
    }

    mutating func process(_ chunk: LineChunk) -> AuditChunk {
        var result = AuditChunk(disagreements: DisagreementList(limit: options.keptDisagreements))
        result.summary.errorKinds = ErrorKinds()
        var output = JSONWriter()
        for line in chunk.lines { process(line, of: chunk, into: &result, &output) }
        result.output = output.bytes
        result.summary.checksum.add(chunk)
        return result
    }

    private func process(
        _ line: LineChunk.Line, of chunk: LineChunk, into result: inout AuditChunk, _ output: inout JSONWriter
    ) {
        let file = options.inputs[chunk.file]
        var origin = ResultWriter.Origin(file: options.inputs.count > 1 ? file : nil, line: line.number)
        result.summary.records += 1
        do throws(CheckError) {
            try RecordReader.parse(chunk, line, into: document, maximumLine: options.maximumLine)
            let root = document.root
            if result.summary.fieldNames.isEmpty {
                result.summary.fieldNames = root.members.prefix(200).map(\.key)
            }
            for name in [options.by, options.fields.id, options.expectedField, options.verdictField] {
                if let name, root[path: name] != nil { result.summary.seenFields.insert(name) }
            }
            origin.idJSON = RecordFields(root, names: options.fields).id().map { Array($0.raw) }
            let layout: any AuditLayout
            if let forced = self.layout { layout = forced } else { layout = try AuditLayouts.recognise(root) }
            var record = try layout.read(
                root,
                AuditRequest(
                    check: check, fields: options.fields, compiler: compiler, expectedField: options.expectedField,
                    verdictField: options.verdictField))
            if let field = options.by { record.type = root[path: field]?.text ?? "(none)" }
            origin.idJSON = record.idJSON
            if result.summary.layouts.isEmpty { result.summary.layouts.append((file, layout.name)) }
            let place = RecordPlace(name: "\(file):\(line.number)", file: chunk.file, line: line.number)
            try judge(record, origin, place, &result, &output)
        } catch {
            result.summary.errorKinds.add("\(file):\(line.number)", error)
            result.summary.errorRecords += 1
            result.summary.counts.addError()
            if result.summary.firstErrors.count < AuditWorker.namedErrors {
                result.summary.firstErrors.append(("\(file):\(line.number)", error))
            }
            if options.writesOutput {
                ResultWriter(evidence: .none, showsBoth: false).write(error, origin: origin, to: &output)
                output.newline()
            }
        }
    }

    private func judge(
        _ record: LabelledRecord, _ origin: ResultWriter.Origin, _ place: RecordPlace, _ result: inout AuditChunk,
        _ output: inout JSONWriter
    ) throws(CheckError) {
        let start = System.threadNanoseconds()
        let checks: [PreparedCheck]
        switch record.checks {
        case .prepared(let prepared): checks = prepared
        case .made(let made): checks = made.map(compiler.prepare)
        }
        guard !checks.isEmpty else { return }
        guard let decided = timed.wait(record.sample, response: 0, checks: checks) else { return }
        let elapsed = System.threadNanoseconds() - start
        for check in decided.checks {
            if case .error(let error) = check.outcome { throw error.below(check.prepared.check.verifier.name) }
            if let definition = check.prepared.definition, !result.summary.catalogs.contains(definition.catalog) {
                result.summary.catalogs.append(definition.catalog)
            }
        }
        result.summary.times.add(nanoseconds: elapsed, decisions: checks.count)
        let judged = JudgedRecord(record: record, decisions: decided, place: place.name, by: options.by)
        for decision in judged.all { count(decision, &result.summary) }
        let differing = judged.all.filter(\.differs)
        let wantsEvidence =
            differing.contains { result.disagreements.keeps($0.label) }
            || options.writesOutput && decided.label != .pass
        var explained = decided
        if wantsEvidence {
            explained = explaining.wait(record.sample, response: 0, checks: checks) ?? decided
            if explained.checks.map(\.strictLabel) != decided.checks.map(\.strictLabel) { result.summary.unstable += 1 }
        }
        for decision in differing {
            let item = result.disagreements.keeps(decision.label) ? judged.disagreement(decision, explained) : nil
            result.disagreements.add(item, label: decision.label)
        }
        if options.writesOutput {
            write(explained, checks, judged, origin, hasDisagreement: !differing.isEmpty, to: &output)
        }
        if options.mutations > 0, let check, check.takesGold, let gold = record.gold,
            case .made(let made) = record.checks,
            case .whole(let expectation?) = record.labels, expectation.response == .correct, let first = made.first,
            AnswerCore.isAlone(AnswerCore.text(of: gold))
        {
            // The changed and wrapped answers stand in responses, whatever this one is.
            var base = first
            base.arguments["extract"] = check.check.arguments["extract"]
            result.candidates.append(
                MutationCandidate(
                    check: base, gold: gold, messages: record.sample.messages,
                    key: place.key(for: gold), place: place))
        }
    }

    private func count(_ decision: JudgedRecord.Decision, _ summary: inout AuditSummary) {
        if decision.isLoose {
            var loose = summary.loose ?? AuditCounts()
            loose.add(decision.expectation, decision.label)
            summary.loose = loose
            summary.looseByType[decision.type, default: AuditCounts()].add(decision.expectation, decision.label)
        } else {
            summary.counts.add(decision.expectation, decision.label)
            summary.byType[decision.type, default: AuditCounts()].add(decision.expectation, decision.label)
        }
    }

    /// The verdict line of `verify`, with the label and whether it agrees behind it.
    private func write(
        _ result: ResponseResult, _ checks: [PreparedCheck], _ judged: JudgedRecord, _ origin: ResultWriter.Origin,
        hasDisagreement: Bool, to output: inout JSONWriter
    ) {
        let writer = ResultWriter(evidence: hasDisagreement ? .all : .fail, showsBoth: true)
        var sample = SampleRecord(
            sample: judged.record.sample, idJSON: origin.idJSON, checks: checks, checksField: "checks")
        sample.ownCheckCount = 0
        output.object { output in
            output.key("id")
            if let id = origin.idJSON { output.raw(id) } else { output.null() }
            if let file = origin.file {
                output.key("file")
                output.string(file)
            }
            output.key("line")
            output.integer(origin.line)
            writer.body(result, sample, to: &output)
            output.key("type")
            output.string(judged.record.type)
            judged.writeLabels(to: &output)
        }
        output.newline()
    }
}

/// Where a record stands.
struct RecordPlace: Sendable, Comparable {
    /// File and line, for people.
    var name: String
    /// Index of the file among the inputs.
    var file: Int
    /// The line, or the number in an array.
    var line: Int

    /// The stream of what is drawn for a text here.
    ///
    /// A text that stands twice among the inputs gets draws of its own each time; the folder that the file lies in does not
    /// count.
    func key(for text: String) -> UInt64 { SeededRandom.hash(Array(text.utf8) + Array(" \(file) \(line)".utf8)) }

    /// In the order of the input.
    static func < (a: RecordPlace, b: RecordPlace) -> Bool { (a.file, a.line) < (b.file, b.line) }
}
