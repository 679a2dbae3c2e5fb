// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayText

/// What a verification run is asked to do.
public struct VerificationOptions: Sendable {
    /// The inputs: files, or `-` for standard input.
    public var inputs: [String] = []
    /// A file of prompts and checks that the inputs' responses are joined to.
    public var data: String?
    /// The shape that was forced; nil to recognise it.
    public var shape: (any RecordShape)?
    /// The shape of the data file; nil to recognise it.
    public var dataShape: (any RecordShape)?
    /// Names of fields that the user has given.
    public var fields = FieldNames()
    /// Checks added to every record.
    public var checks: [Check] = []
    /// Arguments that checks of a verifier have where they do not give them themselves.
    public var defaults: [VerifierID: JSONObject] = [:]
    /// Strict, loose, or both.
    public var verificationProtocol = VerificationProtocol.both
    /// Whether published rules keep their quirks.
    public var conformance = Conformance.reference
    /// Whether reasoning is cut off.
    public var reasoning = ReasoningPolicy.strip
    /// For which decisions evidence is written.
    public var evidence = EvidencePolicy.fail
    /// A field whose values get figures of their own.
    public var by: String?
    /// Labels whose records are written as they came, instead of verdicts; `error` is nil.
    public var keep: Set<Label?>?
    /// The field in which the verdict is put into the record, instead of a verdict line.
    public var annotate: String?
    /// Whether verdict lines (or kept or annotated records) are wanted at all.
    public var writesOutput = false
    /// Whether prompts without a response count as failed.
    public var countsMissingAsFailed = false
    /// The most records that are read.
    public var limit: Int?
    /// The longest line in bytes.
    public var maximumLine = 256 << 20
    /// Threads.
    public var jobs = System.processorCount
    /// Ends the run when more records than this ended in error.
    public var maximumErrors: ErrorLimit?
    /// Whether samples are collected for a report.
    public var collectsSamples = false
    /// Which samples are collected; nil for all.
    public var collects: (@Sendable (CollectedSample) -> Bool)?
    /// Tables for sentences and tags.
    public var resources = TextResources.builtIn

    /// What verifiers may depend on besides: the seed, the deadline, models, a sandbox.
    public var context = Context()

    /// Fields that were named and are not missed where they are absent.
    var optionalFields: [(option: String, name: String)] {
        [("--id-field", fields.id), ("--prompt-field", fields.prompt), ("--options-field", fields.options)]
            .compactMap { option, name in name.map { (option, $0) } }
    }

    /// All that a decision may depend on.
    package var fullContext: Context {
        var context = context
        context.conformance = conformance
        context.defaults = defaults
        context.reasoning = reasoning
        context.evidence = evidence
        context.resources = resources
        return context
    }

    /// Creates options with defaults.
    public init() {}

    /// A limit on records that end in error.
    public enum ErrorLimit: Sendable, Hashable {
        /// A number of records.
        case count(Int)
        /// A share of the records read so far, 0…1; looked at from 100 records on, and at the end.
        case share(Double)

        func isExceeded(errors: Int, of records: Int, isEnd: Bool) -> Bool {
            switch self {
            case .count(let limit): errors > limit
            case .share(let limit): (isEnd || records >= 100) && Double(errors) > limit * Double(records)
            }
        }
    }
}
