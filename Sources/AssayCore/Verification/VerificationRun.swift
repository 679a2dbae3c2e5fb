// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The path of records through verification: read, decide on all cores, write in order, sum up.
public final class VerificationRun: Sendable {
    private let options: VerificationOptions
    private let registry: VerifierRegistry
    private let shapes: ShapeRegistry

    /// Creates a run.
    public init(options: VerificationOptions, registry: VerifierRegistry, shapes: ShapeRegistry) {
        self.options = options
        self.registry = registry
        self.shapes = shapes
    }

    /// Where a run's bytes go, and who is told of its progress.
    public struct Outlets {
        /// Verdict lines, kept or annotated records.
        public var output: ByteSink?
        /// The original lines that ended in error.
        public var errors: ByteSink?
        /// Called after each block with the number of records so far, bytes read, and their total where known.
        public var progress: ((Int, Int, Int?) -> Void)?
        /// Called once for each file with the shape of its first record.
        public var recognised: ((String, String) -> Void)?
        /// Takes the samples that are collected, in order, in place of the collector.
        public var sample: ((CollectedSample) throws -> Void)?

        /// Creates outlets.
        public init(output: ByteSink? = nil, errors: ByteSink? = nil) {
            self.output = output
            self.errors = errors
        }
    }

    /// What a run gives back.
    public struct Results {
        /// The figures.
        public var summary: VerificationSummary
        /// Samples for a report.
        public var collector: SampleCollector
    }

    /// Runs to the end of the input, or until the user interrupts it.
    ///
    /// - Throws: ``CheckError`` where an input cannot be read, ``ByteSink/Failure`` where an output cannot be written.
    public func run(_ outlets: Outlets) throws -> Results {
        let context = options.fullContext
        let index = try options.data.map { (path) throws(CheckError) in
            try DataIndex(
                path: path, shape: options.dataShape, shapes: shapes, fields: options.fields,
                compiler: CheckCompiler(registry: registry, context: context), maximumLine: options.maximumLine)
        }
        let extra = options.checks.map { PreparedCheck($0, registry: registry, context: context) }
        for (check, prepared) in zip(options.checks, extra) {
            if let error = prepared.failure { throw error.below("--check \(check.verifier)") }
        }
        let reader = try LineReader(
            paths: options.inputs, maximumLine: options.maximumLine, readsArrays: true)
        var queue: VerifierQueue?
        if registry.hasVerifiers {
            let verifier = SampleVerifier(
                registry: registry, context: context, verificationProtocol: options.verificationProtocol)
            queue = VerifierQueue(verifier, jobs: options.jobs)
        }
        let sharedQueue = queue
        let feed = Exclusive(ChunkFeed(reader, queue: queue))
        let gathered = Exclusive(
            RunGatherer(options: options, outlets: outlets, index: index, reader: reader))
        let remaining = Mutex(options.limit ?? Int.max)
        let isStopped = Atomic<Bool>(false)
        let isCut = Atomic<Bool>(false)
        try OrderedWork.run(
            jobs: options.jobs,
            next: {
                guard !isStopped.load(ordering: .relaxed), var chunk = try feed.value.next() else { return nil }
                let isAllowed = remaining.withLock { left in
                    if chunk.lines.count > left {
                        isCut.store(true, ordering: .relaxed)
                        chunk.lines.removeLast(chunk.lines.count - left)
                    }
                    left -= chunk.lines.count
                    return !chunk.lines.isEmpty
                }
                return isAllowed ? chunk : nil
            },
            state: {
                ChunkVerifier(
                    options: self.options, registry: self.registry, shapes: self.shapes, context: context, index: index,
                    extra: extra, queue: sharedQueue)
            },
            process: { verifier, chunk in verifier.process(chunk) },
            consume: { result in
                try gathered.value.consume(result)
                if gathered.value.isStopped { isStopped.store(true, ordering: .relaxed) }
            })
        return try gathered.value.finish(leftUnread: isCut.load(ordering: .relaxed))
    }
}

/// The ordered end of a run: writes blocks, adds up figures, watches limits.
private final class RunGatherer {
    private let options: VerificationOptions
    private let outlets: VerificationRun.Outlets
    private let index: DataIndex?
    private let reader: LineReader
    private var summary = VerificationSummary()
    private var checksum = InputChecksum()
    private var collector = SampleCollector()
    private var catalogs: Set<String> = []
    private var matched: [String: [Int]] = [:]
    private var seenIDs: Set<Int> = []
    private var seenFields: Set<String> = []
    /// Whether so many records ended in error that the rest is not read.
    private(set) var isStopped = false

    /// Ids are watched for duplicates up to this number of them.
    private static let watchedIDs = 1 << 20
    private static let namedMissing = 5

    init(options: VerificationOptions, outlets: VerificationRun.Outlets, index: DataIndex?, reader: LineReader) {
        self.options = options
        self.outlets = outlets
        self.index = index
        self.reader = reader
    }

    func consume(_ result: ChunkResult) throws {
        guard !isStopped else { return }
        for (file, shape) in result.shapes where !summary.shapes.contains(where: { $0.file == file }) {
            summary.shapes.append((file, shape))
            outlets.recognised?(file, shape)
        }
        try outlets.output?.write(result.output)
        try outlets.errors?.write(result.errorLines)
        summary.total += result.total
        for (value, tally) in result.byValue {
            if let place = summary.byValue.firstIndex(where: { $0.value == value }) {
                summary.byValue[place].tally += tally
            } else {
                summary.byValue.append((value, tally))
            }
        }
        summary.errorRecords += result.errorRecords
        for error in result.firstErrors where summary.firstErrors.count < ChunkVerifier.namedErrors {
            summary.firstErrors.append(error)
        }
        summary.errorKinds += result.errorKinds
        for filter in result.filters where !summary.filters.contains(filter) { summary.filters.append(filter) }
        seenFields.formUnion(result.seenFields)
        if summary.fieldNames.isEmpty { summary.fieldNames = result.fieldNames }
        for (message, count) in result.warnings { warn(message, count) }
        for hash in result.idHashes where seenIDs.count < RunGatherer.watchedIDs {
            if !seenIDs.insert(hash).inserted { warn("records with an id that stood in an earlier record", 1) }
        }
        for (value, entry) in result.matches {
            matched[value, default: Array(repeating: 0, count: index?.entries.count ?? 0)][entry] += 1
        }
        if result.hasLoose {
            summary.hasLoose = options.verificationProtocol == .both
            summary.isLooseOnly = options.verificationProtocol == .loose
        }
        catalogs.formUnion(result.catalogs)
        checksum += result.checksum
        for sample in result.samples {
            if let take = outlets.sample { try take(sample) } else { collector.add(sample) }
        }
        if result.isInterrupted { isStopped = true }
        outlets.progress?(summary.total.records, reader.consumed, reader.totalSize)
        checkLimit(isEnd: false)
    }

    private func checkLimit(isEnd: Bool) {
        guard let limit = options.maximumErrors else { return }
        if limit.isExceeded(errors: summary.errorRecords, of: summary.total.records, isEnd: isEnd) {
            summary.hitErrorLimit = true
            isStopped = true
        }
    }

    private func warn(_ message: String, _ count: Int) {
        if let place = summary.warnings.firstIndex(where: { $0.message == message }) {
            summary.warnings[place].count += count
        } else if summary.warnings.count < 100 {
            summary.warnings.append((message, count))
        }
    }

    func finish(leftUnread: Bool) throws -> VerificationRun.Results {
        summary.isInterrupted = Interruption.isRequested
        summary.leftUnread = leftUnread
        // Who is missing is known at the end of all responses alone.
        let isWhole = !leftUnread && !isStopped && !summary.isInterrupted
        checkLimit(isEnd: true)
        try outlets.output?.finish()
        try outlets.errors?.finish()
        if let index {
            countErrors(index)
            if isWhole { countMissing(index) }
            if let first = index.duplicates.first {
                warn(
                    "\(options.data ?? ""): records with an id that stood in an earlier one (line \(first.line): "
                        + "\"\(first.id)\"); the prompt tells which is meant, else the first is", index.duplicates.count
                )
            }
        }
        summary.catalogs = catalogs.sorted()
        if options.data == nil, !summary.fieldNames.isEmpty {
            summary.unseenFields = options.optionalFields.filter { !seenFields.contains($0.name) }
        }
        summary.inputChecksum = checksum.crc32
        summary.inputBytes = checksum.byteCount
        return .init(summary: summary, collector: collector)
    }

    private func countErrors(_ index: DataIndex) {
        for (line, error) in index.errors {
            summary.errorRecords += 1
            summary.total.responses.strict.error += 1
            summary.total.responses.loose.error += 1
            if summary.firstErrors.count < ChunkVerifier.namedErrors {
                summary.firstErrors.append(("\(options.data ?? ""):\(line)", error))
            }
            summary.errorKinds.add("\(options.data ?? ""):\(line)", error)
        }
    }

    private func countMissing(_ index: DataIndex) {
        let values = options.by == nil ? [""] : summary.byValue.map(\.value)
        for value in values {
            let counts = matched[value] ?? Array(repeating: 0, count: index.entries.count)
            for (entry, count) in zip(index.entries, counts) {
                if count > 1 { warn("responses to a prompt that another response answers too", count - 1) }
                guard count == 0 else { continue }
                if summary.missingNames.count < RunGatherer.namedMissing {
                    let name = entry.record.sample.id.map { "id \($0)" } ?? "line \(entry.line)"
                    summary.missingNames.append(value.isEmpty ? name : "\(name) of \(value)")
                }
                summary.total.missing += 1
                if options.countsMissingAsFailed { summary.total.addMissingAsFailed(entry.record.checks) }
                if let place = summary.byValue.firstIndex(where: { $0.value == value }), options.by != nil {
                    summary.byValue[place].tally.missing += 1
                    if options.countsMissingAsFailed {
                        summary.byValue[place].tally.addMissingAsFailed(entry.record.checks)
                    }
                }
            }
        }
    }
}
