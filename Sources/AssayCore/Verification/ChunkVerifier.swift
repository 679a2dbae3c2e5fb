// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// What became of a block of lines.
struct ChunkResult: Sendable {
    var output: [UInt8] = []
    var errorLines: [UInt8] = []
    var total = Tally()
    var byValue: [(value: String, tally: Tally)] = []
    var errorRecords = 0
    var firstErrors: [(place: String, error: CheckError)] = []
    var errorKinds = ErrorKinds()
    var filters: [String] = []
    var seenFields: Set<String> = []
    var fieldNames: [String] = []
    var warnings: [(message: String, count: Int)] = []
    var idHashes: [Int] = []
    var matches: [(value: String, entry: Int)] = []
    var shapes: [(file: String, shape: String)] = []
    var catalogs: Set<String> = []
    var hasLoose = false
    var samples: [CollectedSample] = []
    var checksum = InputChecksum()
    /// Whether the user asked to stop before all lines were decided; the others are here.
    var isInterrupted = false

    /// Counts a warning.
    mutating func warn(_ message: String) {
        if let place = warnings.firstIndex(where: { $0.message == message }) {
            warnings[place].count += 1
        } else if warnings.count < 20 {
            warnings.append((message, 1))
        }
    }
}

/// Decides the records of blocks, one block after the other: a worker's own state.
struct ChunkVerifier {
    /// How many errors are named one by one.
    static let namedErrors = 10

    let options: VerificationOptions
    private let shapes: ShapeRegistry
    private let index: DataIndex?
    private let extra: [PreparedCheck]
    private let queue: VerifierQueue?
    private let compiler: CheckCompiler
    private let verifier: ResponseVerifier
    private let writer: ResultWriter
    private let document = JSONDocument()
    private let fallback: any RecordShape = NativeShape()

    init(
        options: VerificationOptions, registry: VerifierRegistry, shapes: ShapeRegistry, context: RuleContext,
        index: DataIndex?, extra: [PreparedCheck], queue: VerifierQueue?
    ) {
        self.options = options
        self.shapes = shapes
        self.index = index
        self.extra = extra
        self.queue = queue
        compiler = CheckCompiler(registry: registry, context: context)
        verifier = ResponseVerifier(
            verificationProtocol: options.verificationProtocol, reasoning: options.reasoning,
            // Without output and report nobody reads evidence.
            evidence: options.writesOutput && options.keep == nil || options.collectsSamples || options.annotate != nil
                ? options.evidence : .none,
            resources: options.resources)
        writer = ResultWriter(evidence: options.evidence, showsBoth: options.verificationProtocol == .both)
    }

    mutating func process(_ chunk: LineChunk) -> ChunkResult {
        var result = ChunkResult()
        var output = JSONWriter()
        var asked: [Int: [ResponseResult]]?
        for place in chunk.lines.indices {
            process(place, of: chunk, &asked, into: &result, &output)
            if result.isInterrupted { break }
        }
        result.output = output.bytes
        result.checksum.add(chunk)
        return result
    }

    private func process(
        _ place: Int, of chunk: LineChunk, _ asked: inout [Int: [ResponseResult]]?, into result: inout ChunkResult,
        _ output: inout JSONWriter
    ) {
        let line = chunk.lines[place]
        let file = options.inputs[chunk.file]
        var origin = ResultWriter.Origin(file: options.inputs.count > 1 ? file : nil, line: line.number)
        var by = options.by.map { $0 == "file" ? file : GroupName.none } ?? ""
        var isParsed = false
        var isAnnotatable = false
        do throws(CheckError) {
            try RecordReader.parse(chunk, line, into: document, maximumLine: options.maximumLine)
            isParsed = true
            notice(document.root, &result)
            origin.idJSON = RecordFields(document.root, names: options.fields).id().map { Array($0.raw) }
            if let field = options.by, field != "file" { by = value(of: field).map(GroupName.of) ?? GroupName.none }
            if let field = options.annotate { try admit(field) }
            isAnnotatable = true
            let (record, match) = try read(document, file, &result)
            origin.idJSON = record.idJSON
            if let queue, asked == nil, ChunkVerifier.needsVerifier(record) {
                asked = askVerifiers(chunk, from: place, queue)
                guard asked != nil else {
                    result.isInterrupted = true
                    return
                }
            }
            if let match { result.matches.append((options.by == nil ? "" : by, match)) }
            let results =
                asked?[place]
                ?? record.sample.responses.indices.map {
                    verifier.verify(record.sample, response: $0, checks: record.checks)
                }
            write(results, record, line, chunk, origin, by, &result, &output)
        } catch {
            let place = "\(file):\(line.number)"
            if result.firstErrors.count < ChunkVerifier.namedErrors { result.firstErrors.append((place, error)) }
            result.errorKinds.add(place, error)
            result.errorRecords += 1
            add(by, &result) { $0.addError() }
            if isParsed, let match = match() { result.matches.append((options.by == nil ? "" : by, match)) }
            result.errorLines += original(line, chunk)
            if options.writesOutput {
                if let keep = options.keep {
                    if keep.contains(nil) { output.bytes += original(line, chunk) }
                } else {
                    if let field = options.annotate {
                        let document = isAnnotatable ? document : nil
                        output.bytes += Annotation.insert(
                            error, origin, field: field, document: document, writer: writer)
                    } else {
                        writer.write(error, origin: origin, to: &output)
                    }
                    output.newline()
                }
            }
            if options.collectsSamples {
                collect(
                    CollectedSample(
                        origin: origin, record: nil, result: nil, error: error, by: options.by == nil ? nil : by),
                    &result)
            }
        }
    }

    /// Keeps what messages about the whole run need to know of a record.
    private func notice(_ root: JSONNode, _ result: inout ChunkResult) {
        if result.fieldNames.isEmpty {
            let metadata = (root["metadata"]?.members ?? []).flatMap { [$0.key, "metadata.\($0.key)"] }
            result.fieldNames = Array((root.members.map(\.key) + metadata).prefix(200))
        }
        for (_, name) in options.optionalFields where !result.seenFields.contains(name) {
            if root[path: name] != nil { result.seenFields.insert(name) }
        }
        if let filter = root["filter"]?.string, root["doc_id"] != nil, result.filters.count < 20,
            !result.filters.contains(filter)
        {
            result.filters.append(filter)
        }
    }

    /// Refuses a record in whose field something else stands than a verdict, which one would replace.
    private func admit(_ field: String) throws(CheckError) {
        guard let old = document.root[named: field], !Annotation.isVerdict(old) else { return }
        throw CheckError(
            .record, field: field,
            "the record has a field \"\(field)\" that holds no verdict; the name of a new field is expected "
                + "(--annotate)")
    }

    /// The data file's record that a record belongs to which cannot be judged: it has its response, such as it is.
    private func match() -> Int? {
        guard let index else { return nil }
        let fields = RecordFields(document.root, names: options.fields)
        var sample = Sample()
        sample.messages = (try? fields.messages()) ?? []
        return try? index.find(id: fields.id()?.text, prompt: sample.prompt)
    }

    /// The value that `--by` groups by: a field of the record, else of its metadata.
    private func value(of field: String) -> String? {
        document.root[path: field]?.label ?? document.root[path: "metadata.\(field)"]?.label
    }

    /// The record of the document, with the checks that the data file and the command line add.
    func read(
        _ document: JSONDocument, _ file: String, _ result: inout ChunkResult
    ) throws(CheckError) -> (record: SampleRecord, match: Int?) {
        let root = document.root
        let recognised = options.shape ?? shapes.recognise(root)
        var record: SampleRecord
        var match: Int?
        if let index {
            // Where another tool's layout holds the response, it is found there too.
            let shape = recognised ?? fallback
            record = try shape.read(root, fields: options.fields, compiler: compiler, part: .responses)
            let found = try index.find(id: record.sample.id, prompt: record.sample.prompt)
            match = found
            let data = index.entries[found].record
            if let prompt = record.sample.prompt, data.sample.prompt != nil, !index.isPrompt(of: found, prompt) {
                result.warn("responses with the id of a prompt in \(options.data ?? "") that is another than their own")
            }
            record.checks = data.checks
            record.checksField = data.checksField
            record.ownCheckCount = data.ownCheckCount
            record.sample.checks = data.sample.checks
            record.sample.messages = data.sample.messages
            if record.idJSON == nil {
                record.idJSON = data.idJSON
                record.sample.id = data.sample.id
            }
            if result.shapes.isEmpty {
                result.shapes.append(
                    (file, "responses joined to \(options.data ?? "") (\(index.shapeName ?? "native"))"))
            }
        } else {
            guard let shape = recognised ?? (extra.isEmpty ? nil : fallback) else {
                throw RecordReader.unrecognised(root, shapes)
            }
            record = try shape.read(root, fields: options.fields, compiler: compiler, part: .whole)
            if result.shapes.isEmpty { result.shapes.append((file, shape.name)) }
        }
        if !extra.isEmpty {
            record.checks += extra
            record.sample.checks += options.checks
        }
        if record.checks.isEmpty {
            throw CheckError(
                .record, field: record.checksField, "the record has no checks; at least one is expected (or --check)")
        }
        return (record, match)
    }

    /// Adds up what was decided on a record, and writes it.
    private func write(
        _ results: [ResponseResult], _ record: SampleRecord, _ line: LineChunk.Line, _ chunk: LineChunk,
        _ origin: ResultWriter.Origin, _ by: String, _ result: inout ChunkResult, _ output: inout JSONWriter
    ) {
        if let id = record.idJSON { result.idHashes.append(stableHash(id, chunk.file)) }
        for check in record.checks {
            if let definition = check.definition { result.catalogs.insert(definition.catalog) }
            if check.hasLooseProtocol, options.verificationProtocol != .strict { result.hasLoose = true }
        }
        add(by, &result) { tally in
            tally.addPrompt(results)
            for response in results { tally.add(response) }
        }
        let hasError = results.contains { $0.label == nil }
        if hasError {
            result.errorRecords += 1
            result.errorLines += original(line, chunk)
            if let error = firstError(results, record) {
                let place = "\(options.inputs[chunk.file]):\(line.number)"
                if result.firstErrors.count < ChunkVerifier.namedErrors { result.firstErrors.append((place, error)) }
                result.errorKinds.add(place, error)
            }
        }
        for warning in document.warnings { result.warn(warning) }
        if options.writesOutput { write(results, record, line, chunk, origin, &output) }
        if options.collectsSamples {
            for response in results {
                collect(
                    CollectedSample(
                        origin: origin, record: record, result: response, by: options.by == nil ? nil : by), &result)
            }
        }
    }

    private func collect(_ sample: CollectedSample, _ result: inout ChunkResult) {
        if options.collects?(sample) ?? true { result.samples.append(sample) }
    }

    private func write(
        _ results: [ResponseResult], _ record: SampleRecord, _ line: LineChunk.Line, _ chunk: LineChunk,
        _ origin: ResultWriter.Origin, _ output: inout JSONWriter
    ) {
        if let keep = options.keep, !results.contains(where: { keep.contains($0.label) }) { return }
        if let field = options.annotate {
            output.bytes += Annotation.insert(results, record, field: field, document: document, writer: writer)
            output.newline()
        } else if options.keep != nil {
            output.bytes += original(line, chunk)
        } else {
            for response in results {
                writer.write(response, of: record, origin: origin, warnings: document.warnings, to: &output)
                output.newline()
            }
        }
    }

    private func firstError(_ results: [ResponseResult], _ record: SampleRecord) -> CheckError? {
        for result in results {
            for (index, check) in result.checks.enumerated() {
                if case .error(let error) = check.outcome { return ResultWriter.located(error, check: index, record) }
            }
        }
        return nil
    }

    private func add(_ by: String, _ result: inout ChunkResult, _ body: (inout Tally) -> Void) {
        body(&result.total)
        guard options.by != nil else { return }
        if let place = result.byValue.firstIndex(where: { $0.value == by }) {
            body(&result.byValue[place].tally)
        } else {
            var tally = Tally()
            body(&tally)
            result.byValue.append((by, tally))
        }
    }

    /// The line as it came, with a line feed.
    private func original(_ line: LineChunk.Line, _ chunk: LineChunk) -> [UInt8] {
        ArrayFile.oneLine(Array(chunk.bytes[line.original])) + [0x0A]
    }

    /// FNV-1a over the id, the same in every process.
    private func stableHash(_ bytes: [UInt8], _ file: Int) -> Int {
        // The file's number spreads over all bits before the id is added: ids of two files must not meet.
        var hash: UInt64 = (0xCBF2_9CE4_8422_2325 ^ UInt64(file)) &* 0x9E37_79B9_7F4A_7C15
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash)
    }
}

/// Names of the groups that figures are compared by.
enum GroupName {
    /// Of records that have no value.
    static let none = "(none)"

    /// Of a value: the value itself, in quotes where it could be taken for ``none``.
    static func of(_ value: String) -> String { value == none || value.hasPrefix("\"") ? "\"\(value)\"" : value }
}

extension JSONNode {
    /// A value as the name of a group.
    var label: String? {
        switch kind {
        case .string: string
        case .number: number?.lexeme
        case .bool: bool == true ? "true" : "false"
        default: nil
        }
    }
}
