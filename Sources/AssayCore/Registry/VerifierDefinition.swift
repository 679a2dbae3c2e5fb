// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Whether published rules are followed with their quirks or as they were meant.
public enum Conformance: String, Sendable, CaseIterable {
    /// Copies the reference checker, quirks included, so that published numbers come out.
    case reference
    /// Reads the instruction as it was meant.
    case corrected
}

/// What a rule may depend on when it is made, besides its arguments.
public struct RuleContext: Sendable {
    /// Whether published rules keep their quirks.
    public var conformance: Conformance
    /// Arguments that a check of a verifier has where it does not give them itself.
    public var defaults: [VerifierID: JSONObject]

    /// Creates a context.
    public init(conformance: Conformance = .reference, defaults: [VerifierID: JSONObject] = [:]) {
        self.conformance = conformance
        self.defaults = defaults
    }

    /// The arguments of a check, with the defaults of its verifier where it has none of that name.
    func arguments(of check: Check) -> JSONObject {
        guard let defaults = defaults[check.verifier] else { return check.arguments }
        var arguments = check.arguments
        for member in defaults.members where arguments[member.key] == nil { arguments[member.key] = member.value }
        return arguments
    }
}

/// One verifier that can be named in a check: its id, its parameters, and how to make it.
public struct VerifierDefinition: Sendable {
    /// Its id.
    public let id: VerifierID
    /// The catalog it belongs to; ``Catalog/native`` for Assay's own.
    public let catalog: String
    /// One line for people: what it decides.
    public let summary: String
    /// Its parameters.
    public let parameters: [Parameter]
    /// What keeps it from being exactly the reference's, if anything.
    public let approximation: String?
    /// Makes the rule from its arguments.
    public let make: @Sendable (Arguments, RuleContext) throws(CheckError) -> any Rule

    /// Creates a definition; ``Catalog`` fills in the catalog's name.
    public init(
        _ id: VerifierID, catalog: String = "", _ summary: String, _ parameters: [Parameter] = [],
        approximation: String? = nil,
        make: @escaping @Sendable (Arguments, RuleContext) throws(CheckError) -> any Rule
    ) {
        self.id = id
        self.catalog = catalog
        self.summary = summary
        self.parameters = parameters
        self.approximation = approximation
        self.make = make
    }

    func inCatalog(_ name: String) -> VerifierDefinition {
        VerifierDefinition(
            id, catalog: name, summary, parameters, approximation: approximation, make: make)
    }
}

/// The map from a publication's instruction ids to rules.
public struct Catalog: Sendable {
    /// The name of Assay's own verifiers' catalog.
    public static let native = "assay"

    /// Its name: `ifeval`, `ifbench`, ….
    public let name: String
    /// The publication.
    public let title: String
    /// Where the rules were learnt: repository and commit.
    public let reference: String
    /// Raised when a verdict changes.
    public let version: String
    /// Whether results are also given under the loose protocol (any of eight variants of the response may pass).
    public let hasLooseProtocol: Bool
    /// Whether a response of nothing but white space fails every check before its rule is asked.
    public let failsBlank: Bool
    /// Whether a failed check may have a score above 0.
    ///
    /// Published checks are passed or not.
    public let hasPartialCredit: Bool
    /// Its verifiers.
    public let definitions: [VerifierDefinition]

    /// Creates a catalog.
    public init(
        name: String, title: String, reference: String, version: String, hasLooseProtocol: Bool,
        failsBlank: Bool = true, hasPartialCredit: Bool = false, definitions: [VerifierDefinition]
    ) {
        self.name = name
        self.title = title
        self.reference = reference
        self.version = version
        self.hasLooseProtocol = hasLooseProtocol
        self.failsBlank = failsBlank
        self.hasPartialCredit = hasPartialCredit
        self.definitions = definitions.map { $0.inCatalog(name) }
    }

    /// This catalog with more definitions behind its own.
    func adding(_ more: [VerifierDefinition]) -> Catalog {
        Catalog(
            name: name, title: title, reference: reference, version: version, hasLooseProtocol: hasLooseProtocol,
            failsBlank: failsBlank, hasPartialCredit: hasPartialCredit, definitions: definitions + more)
    }

    /// Name, version and, where there is one, reference: what a stamp says of it.
    public var identity: String { reference.isEmpty ? "\(name) \(version)" : "\(name) \(version) (\(reference))" }
}
