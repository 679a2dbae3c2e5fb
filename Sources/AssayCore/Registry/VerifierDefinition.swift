// Part of Assay. SPDX-License-Identifier: Apache-2.0

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
    /// Whether the same response always gets the same verdict: what has a limit on wall or CPU time says no.
    public let isDeterministic: Bool
    /// Whether it decides on many responses together at little more than the cost of one, and so wants many to be asked about
    /// at a time.
    public let isBatched: Bool
    /// Makes the rule from its arguments; throws where a verifier decides instead.
    public let make: @Sendable (Arguments, Context) throws(CheckError) -> any Rule
    /// Makes the verifier from its arguments; nil where a rule decides.
    public let makeVerifier: (@Sendable (Arguments, Context) throws(CheckError) -> any Verifier)?

    /// Creates the definition of a rule; ``Catalog`` fills in the catalog's name.
    public init(
        _ id: VerifierID, catalog: String = "", _ summary: String, _ parameters: [Parameter] = [],
        approximation: String? = nil,
        make: @escaping @Sendable (Arguments, Context) throws(CheckError) -> any Rule
    ) {
        self.id = id
        self.catalog = catalog
        self.summary = summary
        self.parameters = parameters
        self.approximation = approximation
        isDeterministic = true
        isBatched = false
        self.make = make
        makeVerifier = nil
    }

    /// Creates the definition of a verifier that is no rule: one that runs programs, or asks models.
    public init(
        _ id: VerifierID, catalog: String = "", _ summary: String, _ parameters: [Parameter] = [],
        approximation: String? = nil, isDeterministic: Bool, isBatched: Bool = false,
        verifier: @escaping @Sendable (Arguments, Context) throws(CheckError) -> any Verifier
    ) {
        self.id = id
        self.catalog = catalog
        self.summary = summary
        self.parameters = parameters
        self.approximation = approximation
        self.isDeterministic = isDeterministic
        self.isBatched = isBatched
        make = { _, _ throws(CheckError) in
            throw CheckError(.unavailable, "\"\(id)\" is decided by more than the text; ask with SampleVerifier")
        }
        makeVerifier = verifier
    }

    func inCatalog(_ name: String) -> VerifierDefinition {
        if let makeVerifier {
            return VerifierDefinition(
                id, catalog: name, summary, parameters, approximation: approximation,
                isDeterministic: isDeterministic, isBatched: isBatched, verifier: makeVerifier)
        }
        return VerifierDefinition(
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
