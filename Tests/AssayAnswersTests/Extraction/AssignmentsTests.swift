// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import AssayText
import Testing

/// Several values of one name in prose are an answer of several values.
struct AssignmentsTests {
    @Test(arguments: [
        ("3", "The solutions are x = -1 and x = 3.", false), ("3", "So x = -1 and x = 3.", false),
        ("-1", "So x = -1 and x = 3.", false), ("3", "Thus x = -1, x = 2, and x = 3.", false),
        ("3, -1", "The solutions are x = -1 and x = 3.", true),
        ("x=3, x=-1", "The solutions are x = -1 and x = 3.", true),
        ("3, -1", "Therefore the solutions are x = -1, x = 3.", true),
        ("3, 4", "The solutions are x = -1 and x = 3.", false),
        // Another name is another quantity, and one alone is one.
        ("3", "So a = 5 and the number of apples is b = 3.", true), ("3", "So x = 3.", true),
        ("3", "We have y = 2, so x = 3.", true),
    ])
    func decides(gold: String, response: String, passes: Bool) throws {
        let verdict = try AnswerRule(golds: [gold]).decide(RuleInput(response: Text(response), wantsEvidence: .all))
        #expect((verdict.label == .pass) == passes, "\(verdict.evidence.map(\.sentence))")
    }
}
