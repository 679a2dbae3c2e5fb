// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayStatistics

/// How often each label was given.
///
/// Errors stand beside the labels.
public struct LabelCounts: Sendable, Hashable {
    /// Decisions by label, and errors.
    public var pass = 0, fail = 0, invalid = 0, abstain = 0, error = 0

    /// Creates counts of nothing.
    public init() {}

    /// The denominator of the accuracy: what was decided, or is the response's own fault.
    public var decided: Int { pass + fail + invalid }
    /// All five together.
    public var total: Int { decided + abstain + error }
    /// Passes among the decided.
    public var accuracy: Proportion { Proportion(successes: pass, total: decided) }

    mutating func add(_ label: Label?) {
        switch label {
        case .pass: pass += 1
        case .fail: fail += 1
        case .invalid: invalid += 1
        case .abstain: abstain += 1
        case nil: error += 1
        }
    }

    /// Adds other counts.
    public static func += (a: inout LabelCounts, b: LabelCounts) {
        a.pass += b.pass
        a.fail += b.fail
        a.invalid += b.invalid
        a.abstain += b.abstain
        a.error += b.error
    }
}

/// A mean that does not depend on the order of its terms: they are added up in fixed point, in units of 2⁻⁵³.
public struct ExactMean: Sendable, Hashable {
    private var whole: Int64 = 0
    /// What is left, less than one.
    private var units: UInt64 = 0
    /// Number of terms.
    public private(set) var count = 0

    /// Creates a mean of nothing.
    public init() {}

    /// The mean; nil of nothing.
    public var value: Double? {
        count == 0 ? nil : (Double(whole) + Double(units) * 0x1p-53) / Double(count)
    }

    /// Adds a term in 0…1; what is no number is none.
    public mutating func add(_ term: Double) {
        guard !term.isNaN else { return }
        let term = min(max(term, -1e6), 1e6)
        let floor = term.rounded(.down)
        add(Int64(floor), UInt64(((term - floor) * 0x1p53).rounded()))
        count += 1
    }

    private mutating func add(_ whole: Int64, _ units: UInt64) {
        self.units += units
        self.whole &+= whole &+ Int64(self.units >> 53)
        self.units &= 1 << 53 - 1
    }

    static func += (a: inout ExactMean, b: ExactMean) {
        a.add(b.whole, b.units)
        a.count += b.count
    }
}

/// The figures of a set of responses.
public struct Tally: Sendable {
    /// One verifier's decisions.
    public struct Entry: Sendable, Hashable {
        /// Under the strict protocol, or the only one there is.
        public var strict = LabelCounts()
        /// Under the loose protocol; the strict decisions of checks that have none.
        public var loose = LabelCounts()

        /// Creates an entry without decisions.
        public init() {}

        mutating func add(_ strictLabel: Label?, _ looseLabel: Label?) {
            strict.add(strictLabel)
            loose.add(looseLabel)
        }

        static func += (a: inout Entry, b: Entry) {
            a.strict += b.strict
            a.loose += b.loose
        }
    }

    /// Records read, bad ones included.
    public var records = 0
    /// Responses as wholes: all their checks together.
    public var responses = Entry()
    /// Decisions by verifier id.
    public var ids: [String: Entry] = [:]
    /// Share of satisfied checks, a term for each response.
    public var satisfaction = ExactMean()
    /// Score, a term for each response that has one.
    public var score = ExactMean()
    /// The best response's share of satisfied checks, a term for each prompt.
    public var best = ExactMean()
    /// The mean share of satisfied checks of a prompt's responses, a term for each prompt.
    public var mean = ExactMean()
    /// Prompts with a response that passes, and prompts whose responses all pass, among `judgedPrompts`.
    public var anyPass = 0, allPass = 0, judgedPrompts = 0
    /// Prompts of the data file without a response.
    public var missing = 0
    /// Whether some prompt had several responses.
    public var hasSeveralResponses = false

    /// Creates figures of nothing.
    public init() {}

    /// All checks together.
    public var instructions: Entry { ids.values.reduce(into: Entry()) { $0 += $1 } }

    /// Decisions by the name that benchmarks share, see ``VerifierID/shared``.
    package var sharedIDs: [String: Entry] {
        ids.reduce(into: [:]) { $0[VerifierID($1.key).shared, default: Entry()] += $1.value }
    }

    /// Decisions by group: the part of an id before its last colon.
    public var groups: [String: Entry] {
        ids.reduce(into: [:]) { $0[VerifierID($1.key).group, default: Entry()] += $1.value }
    }

    mutating func add(_ result: ResponseResult) {
        responses.strict.add(result.label)
        responses.loose.add(result.looseLabel)
        for index in result.checks.indices {
            let name = result.checks[index].prepared.check.verifier.name
            ids[name, default: Entry()].add(result.checks[index].strictLabel, result.checks[index].looseLabel)
        }
        if let share = result.satisfaction { satisfaction.add(share) }
        if let value = result.score { score.add(value) }
    }

    mutating func addPrompt(_ results: [ResponseResult]) {
        records += 1
        if results.count > 1 { hasSeveralResponses = true }
        let shares = results.compactMap(\.satisfaction)
        if let highest = shares.max() {
            best.add(highest)
            mean.add(shares.reduce(0, +) / Double(shares.count))
        }
        // Abstentions and errors stand beside these figures, too.
        let labels = results.compactMap(\.label).filter { $0 != .abstain }
        guard !labels.isEmpty else { return }
        judgedPrompts += 1
        if labels.contains(.pass) { anyPass += 1 }
        if labels.allSatisfy({ $0 == .pass }), labels.count == results.count { allPass += 1 }
    }

    mutating func addError() {
        records += 1
        responses.strict.error += 1
        responses.loose.error += 1
    }

    /// A prompt that nobody answered, counted as failed.
    mutating func addMissingAsFailed(_ checks: [PreparedCheck]) {
        responses.strict.fail += 1
        responses.loose.fail += 1
        for check in checks {
            ids[check.check.verifier.name, default: Entry()].strict.fail += 1
            ids[check.check.verifier.name, default: Entry()].loose.fail += 1
        }
        satisfaction.add(0)
        score.add(0)
        best.add(0)
        mean.add(0)
        judgedPrompts += 1
    }

    static func += (a: inout Tally, b: Tally) {
        a.records += b.records
        a.responses += b.responses
        for (id, entry) in b.ids { a.ids[id, default: Entry()] += entry }
        a.satisfaction += b.satisfaction
        a.score += b.score
        a.best += b.best
        a.mean += b.mean
        a.anyPass += b.anyPass
        a.allPass += b.allPass
        a.judgedPrompts += b.judgedPrompts
        a.missing += b.missing
        a.hasSeveralResponses = a.hasSeveralResponses || b.hasSeveralResponses
    }
}
