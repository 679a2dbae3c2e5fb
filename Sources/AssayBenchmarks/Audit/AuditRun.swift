// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import Synchronization

/// Measures a verifier against labels: reads labelled records, decides each, and counts where verdict and label differ.
///
///     var options = AuditOptions()
///     options.inputs = ["pairs.jsonl.gz"]
///     options.check = Check("answer")
///     let summary = try AuditRun(options: options, registry: .standard).run(.init())
///
/// ## How it decides
/// 1. Each record's own reference answer, question and options are put into the check.
/// 2. A verdict agrees with its label if it takes the response for the class that the label says, see ``Expectation``.
/// 3. Where verdicts need a reference answer, answers of records that are labelled correct are changed so that they are
///    wrong, and wrapped so that they stay right, see ``MutationReport``.
///
/// Everything but the times is the same for the same input and seed, on any number of threads.
public final class AuditRun: Sendable {
    private let options: AuditOptions
    private let registry: VerifierRegistry

    /// Creates a run.
    public init(options: AuditOptions, registry: VerifierRegistry) {
        self.options = options
        self.registry = registry
    }

    /// Where a run's bytes go, and who is told of its progress.
    public struct Outlets {
        /// Verdict lines.
        public var output: ByteSink?
        /// Called after each block with the number of records so far, bytes read, and their total where known.
        public var progress: ((Int, Int, Int?) -> Void)?

        /// Creates outlets.
        public init(output: ByteSink? = nil) { self.output = output }
    }

    /// Runs to the end of the input, or until the user interrupts it.
    ///
    /// - Throws: `CheckError` where an input cannot be read or the check cannot be made, `ByteSink.Failure` where the
    ///   output cannot be written.
    public func run(_ outlets: Outlets) throws -> AuditSummary {
        let context = options.fullContext
        let registry = registry.merging(options.verdictField == nil ? [] : [.recorded])
        let check = try options.check.map { (check) throws(CheckError) in
            try AuditedCheck(check, registry: registry)
        }
        let layout =
            try options.layout.map { (name) throws(CheckError) in try AuditLayouts.layout(named: name) }
            ?? (options.namesFields ? LabelledSampleLayout() : nil)
        let reader = try LineReader(paths: options.inputs, maximumLine: options.maximumLine, readsArrays: true)
        let readerBox = Exclusive(reader)
        let gathered = Exclusive(AuditGatherer(options: options, outlets: outlets, reader: reader))
        let remaining = Mutex(options.limit ?? Int.max)
        try OrderedWork.run(
            jobs: options.jobs,
            next: {
                guard var chunk = try readerBox.value.next() else { return nil }
                let isAllowed = remaining.withLock { left in
                    if chunk.lines.count > left { chunk.lines.removeLast(chunk.lines.count - left) }
                    left -= chunk.lines.count
                    return !chunk.lines.isEmpty
                }
                return isAllowed ? chunk : nil
            },
            state: {
                AuditWorker(
                    options: self.options, check: check, layout: layout, registry: registry, context: context)
            },
            process: { worker, chunk in worker.process(chunk) },
            consume: { result in try gathered.value.consume(result) })
        var summary = try gathered.value.finish()
        if !summary.isInterrupted, let check, check.takesGold, options.mutations > 0 {
            let plan = MutationPlan(
                candidates: gathered.value.candidates, limit: options.mutations, seed: options.seed)
            summary.mutations = try MutationTest(
                plan: plan, options: options, registry: registry, context: context
            ).run()
        }
        return summary
    }
}

/// The ordered end of a run: writes blocks and adds up figures.
private final class AuditGatherer {
    private let options: AuditOptions
    private let outlets: AuditRun.Outlets
    private let reader: LineReader
    private var summary = AuditSummary()
    private var disagreements: DisagreementList
    /// Records whose answers may be changed, at most as many as are changed.
    private(set) var candidates: [MutationCandidate] = []

    init(options: AuditOptions, outlets: AuditRun.Outlets, reader: LineReader) {
        self.options = options
        self.outlets = outlets
        self.reader = reader
        disagreements = DisagreementList(limit: options.keptDisagreements)
    }

    func consume(_ chunk: AuditChunk) throws {
        try outlets.output?.write(chunk.output)
        let part = chunk.summary
        summary.counts += part.counts
        for (type, counts) in part.byType { summary.byType[type, default: AuditCounts()] += counts }
        if let loose = part.loose {
            var sum = summary.loose ?? AuditCounts()
            sum += loose
            summary.loose = sum
        }
        for (type, counts) in part.looseByType { summary.looseByType[type, default: AuditCounts()] += counts }
        summary.records += part.records
        summary.errorRecords += part.errorRecords
        for error in part.firstErrors where summary.firstErrors.count < AuditWorker.namedErrors {
            summary.firstErrors.append(error)
        }
        summary.errorKinds += part.errorKinds
        if summary.fieldNames.isEmpty { summary.fieldNames = part.fieldNames }
        summary.seenFields.formUnion(part.seenFields)
        summary.unstable += part.unstable
        summary.times += part.times
        for catalog in part.catalogs where !summary.catalogs.contains(catalog) { summary.catalogs.append(catalog) }
        for layout in part.layouts where !summary.layouts.contains(where: { $0.file == layout.file }) {
            summary.layouts.append(layout)
        }
        summary.checksum += part.checksum
        disagreements.add(chunk.disagreements)
        candidates = MutationPlan.sampled(candidates + chunk.candidates, limit: options.mutations, seed: options.seed)
        outlets.progress?(summary.records, reader.consumed, reader.totalSize)
    }

    func finish() throws -> AuditSummary {
        try outlets.output?.finish()
        summary.disagreementCount = disagreements.count
        summary.disagreements = disagreements.items
        summary.catalogs.sort()
        summary.isInterrupted = Interruption.isRequested
        return summary
    }
}
