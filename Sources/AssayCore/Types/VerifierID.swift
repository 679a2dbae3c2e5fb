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

    /// The part before the last colon: the group under which results are summed up.
    ///
    /// `change_case` of `change_case:english_capital`, `es:change_case` of `es:change_case:spanish_capital`.
    public var group: String { name.lastIndex(of: ":").map { String(name[..<$0]) } ?? name }

    /// The name under which benchmarks in several languages are held against each other: M-IFEval's English ids are
    /// IFEval's with `en:` before them.
    package var shared: String {
        name.hasPrefix("en:") && name.dropFirst(3).contains(":") ? String(name.dropFirst(3)) : name
    }

    /// By name.
    public static func < (a: VerifierID, b: VerifierID) -> Bool { a.name < b.name }
}
