// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What a verification run found.
public struct VerificationSummary: Sendable {
    /// Figures over all responses.
    public var total = Tally()
    /// Figures by value of the field that was asked for, in order of first appearance.
    public var byValue: [(value: String, tally: Tally)] = []
    /// Records that ended in error: bad records, and records with a check that could not be decided.
    public var errorRecords = 0
    /// The first errors, with their places.
    public var firstErrors: [(place: String, error: CheckError)] = []
    /// All errors by what they say; the first ten kinds.
    public var errorKinds = ErrorKinds(limit: ChunkVerifier.namedErrors)
    /// Filters of lm-evaluation-harness whose results the records hold.
    public var filters: [String] = []
    /// Options that name a field which no record has, with that name.
    public var unseenFields: [(option: String, name: String)] = []
    /// The fields of the first record that could be read, for messages.
    public var fieldNames: [String] = []
    /// Warnings, each once, with the number of records.
    public var warnings: [(message: String, count: Int)] = []
    /// Prompts of the data file without a response: the first few, as `line 7` or their id.
    public var missingNames: [String] = []
    /// Whether the loose protocol was asked for and some check has it.
    public var hasLoose = false
    /// Whether only the loose protocol was asked for: the figures that are named strict elsewhere are loose then.
    public var isLooseOnly = false
    /// The catalogs that were used, with their versions and references.
    public var catalogs: [String] = []
    /// The shape of the first record of each file.
    public var shapes: [(file: String, shape: String)] = []
    /// CRC-32 and length of the input's lines.
    public var inputChecksum: UInt32 = 0
    /// Length of the input's lines in bytes.
    public var inputBytes = 0
    /// Whether the run was ended by the user.
    public var isInterrupted = false
    /// Whether records were left unread because of the limit on their number.
    public var leftUnread = false
    /// Whether the run was ended because too many records ended in error.
    public var hitErrorLimit = false

    /// Creates a summary of nothing.
    public init() {}
}
