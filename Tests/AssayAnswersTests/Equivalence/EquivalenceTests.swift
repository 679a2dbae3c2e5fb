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

/// Options that change what counts as equal.
@Suite struct EquivalenceOptionTests {
    private func decide(
        _ gold: String, _ answer: String, _ change: (inout AnswerOptions) -> Void
    ) -> Comparison.Decision? {
        var options = AnswerOptions()
        change(&options)
        let context = AnswerContext(options: options)
        return MathematicsKind(gold: gold, context: context)?.compare(answer, context: context)?.decision
    }

    @Test func percent() {
        #expect(decide("25\\%", "\\frac14") { _ in } == .equal)
        #expect(decide("25\\%", "\\frac14") { $0.percentEqualsFraction = false } == .different)
        #expect(decide("25\\%", "25") { $0.percentEqualsFraction = false } == .equal)
    }

    @Test func tolerances() {
        #expect(decide("1/12", "0.0833333") { _ in } == .equal)
        #expect(decide("1/12", "0.0833333") { $0 = AnswerOptions(preset: .strict) } == .different)
        #expect(decide("1/3", "0.33") { $0.rounding = 2 } == .equal)
        #expect(decide("10", "10.0001") { _ in } == .different)
        #expect(
            decide("10", "10.0001") {
                $0.toleranceForIntegers = true
                $0.relativeTolerance = 1e-4
            } == .equal)
        #expect(decide("3.0", "3.05") { $0.absoluteTolerance = 0.1 } == .equal)
    }

    @Test func forms() {
        #expect(decide("(x-1)(x+1)", "x^2-1") { $0.requireForm = .factored } == .different)
        #expect(decide("(x-1)(x+1)", "(x+1)(x-1)") { $0.requireForm = .factored } == .equal)
        #expect(decide("1/2", "2/4") { $0.requireForm = .fraction } == .different)
        #expect(decide("1/2", "0.5") { $0.requireForm = .fraction } == .different)
        #expect(decide("\\frac12", "\\frac12") { $0.requireForm = .fraction } == .equal)
        #expect(decide("2\\sqrt3", "\\sqrt{12}") { $0.requireForm = .simplified } == .different)
    }

    @Test func structures() {
        #expect(decide("1, 2", "2, 1") { $0.orderedLists = true } == .different)
        #expect(decide("\\{1,2\\}", "(1,2)") { $0.lenient = true } == .equal)
        #expect(decide("1011_2", "11") { $0.crossBase = true } == .equal)
        #expect(decide("\\frac{x^2}{2}+C", "\\frac{x^2}{2}") { $0.requireConstant = false } == .equal)
        #expect(
            decide("\\begin{pmatrix}1&2\\end{pmatrix}", "\\begin{pmatrix}1\\\\2\\end{pmatrix}") {
                $0.vectorOrientationFree = true
            } == .equal)
    }

    @Test func aQuestionAsksForFactors() {
        let context = AnswerContext(question: "Factor $x^2-1$.")
        let kind = MathematicsKind(gold: "(x-1)(x+1)", context: context)
        #expect(kind?.compare("x^2-1", context: context)?.decision == .different)
        #expect(kind?.compare("(x+1)(x-1)", context: context)?.decision == .equal)
    }

    @Test func theSameEverywhere() {
        // No clock, no global state: a decision is the same on every run and for every salt.
        let pairs = [("\\sin^2x", "1-\\cos^2x"), ("x^2-1", "(x-1)(x+1)"), ("\\sqrt{x^2}", "x")]
        for (gold, answer) in pairs {
            let first = decide(gold, answer) { _ in }
            for salt in ["a", "b", "c"] { #expect(decide(gold, answer) { $0.salt = salt } == first) }
        }
    }
}
