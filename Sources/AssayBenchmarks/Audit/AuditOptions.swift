// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
public import AssayText

/// What an audit is asked to do.
public struct AuditOptions: Sendable {
    /// The labelled records: files of JSON Lines or of one JSON array, or `-` for standard input.
    public var inputs: [String] = []
    /// The check that is measured; nil where the records bring their own.
    public var check: Check?
    /// The layout that was forced; nil to recognise it.
    public var layout: String?
    /// Names of fields that the user has given.
    public var fields = FieldNames()
    /// The label's field; nil for `expected_class`, else `expected`.
    public var expectedField: String?
    /// The field of verdicts that another grader has given: these are measured, in place of a check's.
    public var verdictField: String?
    /// Arguments that checks of a verifier have where they do not give them themselves.
    public var defaults: [VerifierID: JSONObject] = [:]
    /// The field whose values get figures of their own; nil for the layout's type.
    public var by: String?
    /// Whether published rules keep their quirks.
    public var conformance = Conformance.reference
    /// Whether reasoning is cut off.
    public var reasoning = ReasoningPolicy.strip
    /// The most records that are read.
    public var limit: Int?
    /// The longest line in bytes.
    public var maximumLine = 256 << 20
    /// What verifiers of a higher floor may depend on.
    public var context = Context()
    /// Threads.
    public var jobs = System.processorCount
    /// Tables for sentences and tags.
    public var resources = TextResources.builtIn
    /// Of all that is drawn: mutations and resamples.
    public var seed: UInt64 = 0
    /// The most mutated answers that are judged; 0 for none.
    public var mutations = 2000
    /// Whether verdict lines are wanted.
    public var writesOutput = false
    /// How many disagreements are kept with their texts and evidence.
    public var keptDisagreements = 10

    /// Whether fields were named that only records of any layout have.
    var namesFields: Bool { expectedField != nil || verdictField != nil || fields.gold != nil }

    /// Creates options with defaults.
    public init() {}

    /// The context with all that these options say of it.
    var fullContext: Context {
        var context = context
        context.conformance = conformance
        context.defaults = defaults
        context.seed = seed
        context.resources = resources
        // What another grader has decided stands, whatever the response is.
        context.reasoning = verdictField == nil ? reasoning : .keep
        return context
    }
}
