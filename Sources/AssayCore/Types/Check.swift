// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A claim about a response: a verifier's id and its arguments.
///
/// Data, not code.
public struct Check: Sendable, Hashable {
    /// What decides it.
    public var verifier: VerifierID
    /// The verifier's arguments by name.
    public var arguments: JSONObject
    /// A name for this check inside its sample, where two checks of one verifier have to be told apart.
    public var id: String?
    /// The publication whose ids are meant, where one id stands in two.
    public var catalog: String?
    /// The share of this check in the sample's score, relative to the others; 0 or more.
    public var weight: Double
    /// Index of the message that gave the rule, in a conversation.
    public var since: Int?

    /// Creates a check.
    public init(
        _ verifier: VerifierID, _ arguments: JSONObject = [:], id: String? = nil, catalog: String? = nil,
        weight: Double = 1, since: Int? = nil
    ) {
        self.verifier = verifier
        self.arguments = arguments
        self.id = id
        self.catalog = catalog
        self.weight = weight
        self.since = since
    }
}
