// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What there is: every catalog, and the way from a check to a rule.
public struct VerifierRegistry: Sendable {
    /// The catalogs, in the order in which an id without a catalog is looked for.
    public let catalogs: [Catalog]
    private let byCatalog: [String: [String: VerifierDefinition]]

    /// Creates a registry of catalogs.
    public init(_ catalogs: [Catalog]) {
        self.catalogs = catalogs
        byCatalog = Dictionary(
            catalogs.map { catalog in
                let entries = catalog.definitions.map { ($0.id.name, $0) }
                return (catalog.name, Dictionary(entries, uniquingKeysWith: { first, _ in first }))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// This registry with more catalogs: the definitions of one whose name is there already join that catalog, others
    /// follow.
    ///
    ///     VerifierRegistry.standard.merging([.answers])  // "answer" is found beside "words"
    ///
    /// So a target can add verifiers of Assay's own without knowing the targets that hold the others.
    public func merging(_ more: [Catalog]) -> VerifierRegistry {
        var result = catalogs
        for catalog in more {
            if let place = result.firstIndex(where: { $0.name == catalog.name }) {
                result[place] = result[place].adding(catalog.definitions)
            } else {
                result.append(catalog)
            }
        }
        return VerifierRegistry(result)
    }

    /// Whether some definition makes a ``Verifier`` that is no rule.
    var hasVerifiers: Bool { catalogs.contains { $0.definitions.contains { $0.makeVerifier != nil } } }

    /// Every definition, catalog by catalog.
    public var definitions: [VerifierDefinition] { catalogs.flatMap(\.definitions) }

    /// The catalog of that name.
    public func catalog(_ name: String) -> Catalog? { catalogs.first { $0.name == name } }

    /// The definition that answers to a check: in the catalog it names, else in the first catalog that has the id.
    ///
    /// A catalog that a check names is asked first, the others after it, since later benchmarks use the ids of earlier
    /// ones beside their own.
    ///
    /// - Throws: ``CheckError`` with code `verifier` that names the nearest known id.
    public func definition(of id: VerifierID, catalog name: String? = nil) throws(CheckError) -> VerifierDefinition {
        if let name {
            let own = try entries(of: name)
            if let definition = own[id.name] { return definition }
        }
        for catalog in catalogs {
            if let definition = byCatalog[catalog.name]?[id.name] { return definition }
        }
        let near = NearestName.find(id.name, in: definitions.lazy.map(\.id.name))
        throw CheckError(
            .verifier,
            "there is no verifier \"\(id.name)\"; "
                + (near.map { "\"\($0)\" is the nearest" } ?? "`assay list verifiers` shows what there is"))
    }

    /// The definitions of one catalog.
    ///
    /// - Throws: ``CheckError`` with code `verifier` that names the nearest catalog.
    public func definitions(inCatalog name: String) throws(CheckError) -> [VerifierDefinition] {
        _ = try entries(of: name)
        return catalog(name)?.definitions ?? []
    }

    private func entries(of name: String) throws(CheckError) -> [String: VerifierDefinition] {
        if let own = byCatalog[name] { return own }
        let near = NearestName.find(name, in: catalogs.map(\.name))
        throw CheckError(
            .verifier, field: "catalog",
            "there is no catalog \"\(name)\"; "
                + (near.map { "\"\($0)\" is the nearest" } ?? "known: \(catalogs.map(\.name).joined(separator: ", "))"))
    }

    /// Makes the rule for a check.
    ///
    /// - Throws: ``CheckError`` for an unknown id or an argument that is missing, mistyped or out of range.
    public func make(_ check: Check, in context: Context = Context()) throws(CheckError) -> any Rule {
        let definition = try definition(of: check.verifier, catalog: check.catalog)
        return try definition.make(
            Arguments(context.arguments(of: check), parameters: definition.parameters), context)
    }
}
