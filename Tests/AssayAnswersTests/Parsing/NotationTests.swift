// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Testing

@Suite struct NotationTests {
    static let parser = MathParser()

    static func outline(_ input: String) -> String {
        switch parser.parse(input) {
        case .success(let tree): tree.outline
        case .failure(let failure): "\(failure.code.rawValue) at \(failure.position)"
        }
    }

    static func check(_ table: String) {
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: " ;; ").map(String.init)
            guard parts.count == 2 else { continue }
            let (input, expected) = (parts[0], parts[1])
            #expect(outline(input) == expected, "\(input)")
            // What was read is printed, and reads the same.
            guard case .success(let tree) = parser.parse(input) else { continue }
            let printed = tree.printed
            #expect(parser.parse(printed) == .success(tree), "\(input) printed as \(printed)")
        }
    }

    @Test func numbers() { Self.check(NotationTables.numbers) }
    @Test func fractions() { Self.check(NotationTables.fractions) }
    @Test func powers() { Self.check(NotationTables.powers) }
    @Test func algebra() { Self.check(NotationTables.algebra) }
    @Test func functions() { Self.check(NotationTables.functions) }
    @Test func structures() { Self.check(NotationTables.structures) }
    @Test func environments() { Self.check(NotationTables.environments) }
    @Test func units() { Self.check(NotationTables.units) }
}
