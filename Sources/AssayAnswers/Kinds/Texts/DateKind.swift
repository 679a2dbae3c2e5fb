// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A calendar date.
///
///     DateKind(gold: "June 20, 2024", context: …)?.compare("2024-06-20", context: …)   // equal
///
/// A gold without a year is met by a date with one. Months, weekdays and years alone are left to other kinds.
///
/// ## Undecided
/// `3/4/2024` where day first and month first give different verdicts, and answers without a year that the gold has.
package struct DateKind: AnswerKind {
    package static let name = "date"

    private let gold: [CalendarDate]

    package init?(gold: String, context: AnswerContext) {
        let hint = KindHint(context.options, names: ["date"])
        guard hint != .other, gold.utf8.count <= 256 else { return nil }
        self.gold = DateReader.readings(PlainAnswer(gold))
        if self.gold.isEmpty { return nil }
    }

    package func compare(_ answer: String, context: AnswerContext) -> Comparison? {
        guard answer.utf8.count <= 1_024 else { return nil }
        var answers = DateReader.readings(PlainAnswer(answer))
        if answers.isEmpty { answers = DateReader.readings(PlainAnswer(SentencePeel.peeled(answer))) }
        guard let shown = answers.first else { return nil }
        if gold.count == 2, answers == gold { return comparison(.equal, "the same date in the same notation", shown) }
        var verdicts: Set<Comparison.Decision> = []
        for one in gold {
            for other in answers { verdicts.insert(Self.decide(one, other)) }
        }
        if let only = verdicts.first, verdicts.count == 1 {
            return comparison(only, Self.reason(only), shown)
        }
        return comparison(.undecided, "day and month can be read in either order", shown)
    }

    // MARK: Details

    private static func decide(_ gold: CalendarDate, _ answer: CalendarDate) -> Comparison.Decision {
        guard gold.agrees(with: answer) else { return .different }
        return gold.isCovered(by: answer) ? .equal : .undecided
    }

    private static func reason(_ decision: Comparison.Decision) -> String {
        switch decision {
        case .equal: "the same date"
        case .different: "another date"
        case .undecided: "the answer leaves a part of the date open"
        }
    }

    private func comparison(_ decision: Comparison.Decision, _ reason: String, _ date: CalendarDate) -> Comparison {
        Comparison(
            decision, method: "date", reason: reason, goldForm: gold.first?.text ?? "", answerForm: date.text)
    }
}
