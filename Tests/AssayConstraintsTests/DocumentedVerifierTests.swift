// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import Foundation
import Testing

/// The verifier that the README and `docs/writing-a-verifier.md` show: it compiles, and it decides what they say.
struct DocumentedVerifierTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private static let registry = VerifierRegistry(
        VerifierRegistry.standard.catalogs + [
            Catalog(
                name: "mine", title: "My own", reference: "", version: "1", hasLooseProtocol: false,
                definitions: [ExclamationLimit.definition])
        ])

    @Test(arguments: [
        ("Well done!", 1, Label.pass), ("Well! Done!", 1, .fail), ("Done.", 0, .pass), ("！！", 0, .pass),
        ("!\u{301}", 0, .fail), (String(repeating: "!", count: 1_000_000), 2, .fail), ("", 3, .fail),
    ])
    func decides(response: String, limit: Int, label: Label) throws {
        let check = Check("exclamation-limit", ["limit": .number(JSONNumber(lexeme: String(limit)))])
        #expect(try Self.registry.decide(check, on: response).label == label)
    }

    @Test func badArgumentIsNamed() throws {
        #expect(throws: CheckError.self) {
            try Self.registry.decide(Check("exclamation-limit", ["limit": "many"]), on: "!")
        }
    }

    @Test(arguments: ["README.md", "docs/writing-a-verifier.md"])
    func isTheOneShown(page: String) throws {
        let root = Self.folder.deletingLastPathComponent().deletingLastPathComponent()
        let shown = try String(contentsOf: root.appendingPathComponent(page), encoding: .utf8)
        let source = try String(
            contentsOf: Self.folder.appendingPathComponent("Documented/ExclamationLimit.swift"), encoding: .utf8)
        #expect(shown.contains("```swift\n\(source)```\n"))
        #expect(source.split(separator: "\n").count <= 15)
    }

    @Test(arguments: [
        ("Boil water, add leaves.", Label.fail), ("Pour hot water over the leaves.", .pass),
        ("<think>Well, tea.</think>Pour hot water.", .pass), (" ", .fail), ("<think>Well", .invalid),
    ])
    func oneCallDecides(response: String, label: Label) throws {
        #expect(try VerifierRegistry.standard.decide(Check("punctuation:no_comma"), on: response).label == label)
    }

    @Test func oneCallNamesTheNearestVerifier() {
        #expect {
            try VerifierRegistry.standard.decide(Check("wrods"), on: "a")
        } throws: { "\($0)".contains("\"words\" is the nearest") }
    }
}
