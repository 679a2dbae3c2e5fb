// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Mathematics: numbers, expressions, sets, intervals, matrices, equations.
///
/// Both sides are parsed into their plausible readings, preferred first (`1,234` is a number before it is a list). The
/// preferred readings decide, unless other readings are equal.
package struct MathematicsKind: AnswerKind {
    package static let name = "math"

    private let golds: [Expression]
    private let parser: MathParser

    package init?(gold: String, context: AnswerContext) {
        parser = MathParser(
            options: ParserOptions(strictLatex: context.options.strictLatex, isUnit: { UnitTable.isUnit($0) }))
        golds = parser.readings(gold)
        if golds.isEmpty { return nil }
    }

    /// Whether the gold is words, or a list of words, and nothing else.
    var isWords: Bool { golds.allSatisfy(MathematicsKind.isWords) }

    private static func isWords(_ expression: Expression) -> Bool {
        switch expression {
        case .text: true
        case .list(let parts, _), .conjunction(let parts), .disjunction(let parts): parts.allSatisfy(isWords)
        default: false
        }
    }

    /// Readings of the gold, preferred first.
    var readings: [Expression] { golds }

    package func compare(_ answer: String, context: AnswerContext) -> Comparison? {
        compare(answer, times: Rational(1), context: context)
    }

    /// Compares the gold with `factor` times the answer.
    func compare(_ answer: String, times factor: Rational, context: AnswerContext) -> Comparison? {
        var answers = parser.readings(answer)
        if factor != Rational(1) { answers = answers.map { .product([.number(NumberLiteral(factor)), $0]) } }
        guard !answers.isEmpty else { return nil }
        let budget = WorkBudget()
        let comparer = StructureComparison(context: context, budget: budget)
        var preferred: Comparison?
        for gold in golds {
            for reading in answers {
                var result = comparer.compare(gold, reading)
                if result.decision == .equal, let form = form(asked: context, gold),
                    let lack = FormPredicates.lack(form, answer: reading, gold: gold)
                {
                    result.decision = .different
                    result.method = "form"
                    result.reason = lack
                    result.switches.append("require_form")
                }
                if preferred == nil || result.decision == .equal {
                    result = result.reading(gold: gold, answer: reading)
                    preferred = result
                }
                if result.decision == .equal { return result }
            }
        }
        return preferred
    }

    /// The form that the options or the question ask for.
    private func form(asked context: AnswerContext, _ gold: Expression) -> AnswerOptions.Form? {
        if let form = context.options.requireForm { return form }
        guard case .product = gold else { return nil }
        return context.asksForFactors ? .factored : nil
    }
}
