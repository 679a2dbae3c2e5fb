// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayStatistics

/// What an audit found.
public struct AuditSummary: Sendable {
    /// Decisions by class and label; under the strict protocol where there are two.
    public var counts = AuditCounts()
    /// The same for each type.
    public var byType: [String: AuditCounts] = [:]
    /// Decisions under the loose protocol; nil where the labels have none.
    public var loose: AuditCounts?
    /// The same for each type.
    public var looseByType: [String: AuditCounts] = [:]
    /// Records read, bad ones included.
    public var records = 0
    /// Records that ended in error.
    public var errorRecords = 0
    /// The first errors, with their places.
    public var firstErrors: [(place: String, error: CheckError)] = []
    /// All errors by what they say; the first ten kinds.
    public var errorKinds = ErrorKinds(limit: AuditWorker.namedErrors)
    /// The fields of the first record that could be read, for messages.
    public var fieldNames: [String] = []
    /// Of the fields that were named for groups, ids, labels and verdicts, those that some record has.
    public var seenFields: Set<String> = []
    /// Decisions whose second turn, made for its evidence, gave another label than the first: none, unless a verifier is
    /// not a function of its input.
    public var unstable = 0
    /// What each decision cost.
    public var times = DecisionTimes()
    /// Decisions that differ from their labels.
    public var disagreementCount = 0
    /// The first of them, wrong passes before all others.
    public var disagreements: [Disagreement] = []
    /// What became of changed and of wrapped answers; nil where none were made.
    public var mutations: MutationReport?
    /// The catalogs that were used.
    public var catalogs: [String] = []
    /// The layout of the first record of each file.
    public var layouts: [(file: String, layout: String)] = []
    /// CRC-32 and length of the input's records.
    public var checksum = InputChecksum()
    /// Whether the run was ended by the user.
    public var isInterrupted = false

    /// Creates a summary of nothing.
    public init() {}

    /// The figures that ``figure(_:seed:)`` knows.
    public static let figureNames = AuditFigure.keys + ["mutation_caught", "mutation_preserved"]

    /// A figure by its name in JSON; under the strict protocol where there are two.
    public func figure(_ name: String, seed: UInt64) -> Double? {
        switch name {
        case "mutation_caught": mutations?.caught.value
        case "mutation_preserved": mutations?.preserved.value
        default: AuditFigure.figures(of: counts, seed: seed).first { $0.key == name }?.value
        }
    }

    /// What the figures depend on besides the input.
    public func stamp(options: AuditOptions, registry: VerifierRegistry, arguments: [String]) -> Stamp {
        var summary = VerificationSummary()
        summary.catalogs = catalogs
        summary.inputChecksum = checksum.crc32
        summary.inputBytes = checksum.byteCount
        var verification = VerificationOptions()
        verification.conformance = options.conformance
        verification.resources = options.resources
        return Stamp(summary: summary, options: verification, registry: registry, arguments: arguments)
    }
}

/// Processor time of decisions: the thread's own, so that other work on the machine does not count.
///
/// Making the rule from its arguments is part of a decision where each record brings its own, as a reference answer is.
public struct DecisionTimes: Sendable {
    /// Hundredths of microseconds, one for each decision.
    private var hundredths: [UInt32] = []
    /// All together.
    public private(set) var nanoseconds: UInt64 = 0

    /// Creates times of nothing.
    public init() {}

    /// Number of decisions.
    public var count: Int { hundredths.count }

    mutating func add(nanoseconds: UInt64, decisions: Int) {
        guard decisions > 0 else { return }
        self.nanoseconds += nanoseconds
        let each = UInt32(clamping: nanoseconds / UInt64(decisions) / 10)
        hundredths.append(contentsOf: repeatElement(each, count: decisions))
    }

    /// The median, the 99th percentile and the maximum in microseconds; nil of nothing.
    public var quantiles: (median: Double, p99: Double, max: Double)? {
        let sorted = hundredths.sorted()
        guard let median = Quantile.nearestRank(sorted, 0.5), let p99 = Quantile.nearestRank(sorted, 0.99),
            let longest = sorted.last
        else { return nil }
        return (Double(median) / 100, Double(p99) / 100, Double(longest) / 100)
    }

    /// Decisions in a second of processor time; nil of nothing.
    public var perSecond: Double? { nanoseconds == 0 ? nil : Double(count) * 1e9 / Double(nanoseconds) }

    static func += (a: inout DecisionTimes, b: DecisionTimes) {
        a.hundredths += b.hundredths
        a.nanoseconds += b.nanoseconds
    }
}
