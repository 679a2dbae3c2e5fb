// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Testing

@Suite struct EquivalenceTests {
    private func decide(_ gold: String, _ answer: String) -> Comparison? {
        MathematicsKind(gold: gold, context: AnswerContext())?.compare(answer, context: AnswerContext())
    }

    private func check(_ row: [String]) throws {
        try #require(row.count == 3, "\(row)")
        let comparison = decide(row[0], row[1])
        let found = comparison?.decision
        let isRight =
            switch row[2] {
            case "=": found == .equal
            case "!": found == .different
            case "?": found == .undecided
            case "-": found == .equal || found == .undecided
            case "~": found == .different || found == .undecided
            default: false
            }
        #expect(
            isRight,
            """
            \(row[0])  against  \(row[1]): \(found.map { "\($0)" } ?? "not read"), \(row[2]) expected; \
            \(comparison?.method ?? "") \(comparison?.reason ?? ""); \(comparison?.goldForm ?? "") | \
            \(comparison?.answerForm ?? "")
            """)
    }

    @Test(arguments: EquivalenceCases.rows(EquivalenceCases.numbers))
    func numbers(_ row: [String]) throws { try check(row) }

    @Test(arguments: EquivalenceCases.rows(EquivalenceCases.expressions))
    func expressions(_ row: [String]) throws { try check(row) }

    @Test(arguments: EquivalenceCases.rows(EquivalenceCases.structures))
    func structures(_ row: [String]) throws { try check(row) }
}
