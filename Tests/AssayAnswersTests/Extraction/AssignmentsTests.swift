// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import Testing

/// Several values of one name in prose are an answer of several values.
struct AssignmentsTests {
    static let right: [JudgedCase] = [
        JudgedCase("3, -1", "The solutions are x = -1 and x = 3."),
        JudgedCase("x=3, x=-1", "The solutions are x = -1 and x = 3."),
        JudgedCase("3, -1", "Therefore the solutions are x = -1, x = 3."),
        // Another name is another quantity, and one alone is one.
        JudgedCase("3", "So a = 5 and the number of apples is b = 3."), JudgedCase("3", "So x = 3."),
        JudgedCase("3", "We have y = 2, so x = 3."),
    ]
    @Test(arguments: right) func isRight(_ judged: JudgedCase) throws { #expect(try judged.label() == .pass) }

    static let wrong: [JudgedCase] = [
        JudgedCase("3", "The solutions are x = -1 and x = 3."), JudgedCase("3", "So x = -1 and x = 3."),
        JudgedCase("-1", "So x = -1 and x = 3."), JudgedCase("3", "Thus x = -1, x = 2, and x = 3."),
        JudgedCase("3, 4", "The solutions are x = -1 and x = 3."),
    ]
    @Test(arguments: wrong) func isWrong(_ judged: JudgedCase) throws { #expect(try judged.label() != .pass) }
}
