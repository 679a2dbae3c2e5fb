// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText
import Testing

/// Registries joined, and arguments that hold where a check gives none.
@Suite struct RegistryMergingTests {
    /// Passes where its argument says so.
    private struct Told: Rule {
        let passes: Bool
        func decide(_ input: borrowing RuleInput) -> Verdict { input.verdict(passes) { [] } }
    }

    private static func catalog(_ name: String, _ id: VerifierID) -> Catalog {
        Catalog(
            name: name, title: name, reference: "", version: "1", hasLooseProtocol: false,
            definitions: [
                VerifierDefinition(id, "told", [.required("passes", .bool)]) { arguments, _ throws(CheckError) in
                    Told(passes: arguments.bool(ifGiven: "passes") ?? false)
                }
            ])
    }

    @Test func definitionsOfOneNameJoin() throws {
        let registry = VerifierRegistry([Self.catalog("assay", "a"), Self.catalog("b", "b")])
            .merging([Self.catalog("assay", "c"), Self.catalog("d", "d")])
        #expect(registry.catalogs.map(\.name) == ["assay", "b", "d"])
        #expect(registry.definitions.map(\.id.name) == ["a", "c", "b", "d"])
        #expect(try registry.definition(of: "c").catalog == "assay")
    }

    @Test func defaultsHoldWhereACheckGivesNone() throws {
        let registry = VerifierRegistry([Self.catalog("assay", "a")])
        let context = RuleContext(defaults: ["a": ["passes": true]])
        #expect(try registry.decide(Check("a"), on: "x", in: context).label == .pass)
        #expect(try registry.decide(Check("a", ["passes": false]), on: "x", in: context).label == .fail)
        #expect(throws: CheckError.self) { try registry.decide(Check("a"), on: "x") }
    }
}
