// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The stable name of a verifier: a bare word for Assay's own (`words`), verbatim for published ones
/// (`length_constraints:number_words`).
public struct VerifierID: Sendable, Hashable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The name.
    public let name: String

    /// Creates an id; the registry decides whether something answers to it.
    public init(_ name: String) { self.name = name }

    /// Creates an id from a literal.
    public init(stringLiteral value: String) { self.init(value) }

    /// The name.
    public var description: String { name }

    /// The part before the first colon: the group under which results are summed up.
    public var group: String { String(name.prefix { $0 != ":" }) }

    /// By name.
    public static func < (a: VerifierID, b: VerifierID) -> Bool { a.name < b.name }
}
