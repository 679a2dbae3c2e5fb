// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What is known beside the two answers.
package struct AnswerContext: Sendable {
    /// The question, where it is known.
    package var question: String?
    package var options: AnswerOptions

    package init(question: String? = nil, options: AnswerOptions = AnswerOptions()) {
        self.question = question
        self.options = options
    }
}

/// What a comparison of two answers found.
package struct Comparison: Sendable {
    package enum Decision: Sendable, Hashable {
        case equal, different
        /// Rules cannot tell, or the work budget is spent.
        case undecided
    }

    package var decision: Decision
    /// The rung that decided: `exact`, `canonical`, `finite-field`, `interval`, `numeric-tolerance`, `text`, `choice`,
    /// `unit`, `date`, ….
    package var method: String
    /// One sentence for people: what decided.
    package var reason: String
    /// How the gold and the answer were read; printed when somebody asks.
    private var forms: Forms
    /// Further facts by name: `tolerance`, `points`, `error bound`, `computation`.
    package var facts: [(name: String, value: String)]
    /// Options without which the decision would be another.
    package var switches: [String]

    package init(
        _ decision: Decision, method: String, reason: String, goldForm: String = "", answerForm: String = "",
        facts: [(name: String, value: String)] = [], switches: [String] = []
    ) {
        self.decision = decision
        self.method = method
        self.reason = reason
        forms = .written(gold: goldForm, answer: answerForm)
        self.facts = facts
        self.switches = switches
    }

    /// What was read on both sides.
    private enum Forms: Sendable {
        case written(gold: String, answer: String)
        case trees(gold: Expression, answer: Expression)
        case made(@Sendable () -> (gold: String, answer: String))
    }

    /// How the gold was read, normalised and printed.
    package var goldForm: String { printed.gold }

    /// How the answer was read, normalised and printed.
    package var answerForm: String { printed.answer }

    private var printed: (gold: String, answer: String) {
        switch forms {
        case .written(let gold, let answer): (gold, answer)
        case .trees(let gold, let answer): (gold.abbreviated.printed, answer.abbreviated.printed)
        case .made(let make): make()
        }
    }

    /// The comparison with what was read, as trees.
    func reading(gold: Expression, answer: Expression) -> Comparison {
        var copy = self
        copy.forms = .trees(gold: gold, answer: answer)
        return copy
    }

    /// The comparison with forms that are made when somebody asks.
    func reading(_ make: @escaping @Sendable () -> (gold: String, answer: String)) -> Comparison {
        var copy = self
        copy.forms = .made(make)
        return copy
    }
}

/// One kind of answer that is not (only) mathematics: a choice, a truth value, a date, a quantity with a unit, ….
///
/// Made once for a gold answer; compares any number of answers with it.
package protocol AnswerKind: Sendable {
    /// Its name in evidence and in the option `type`.
    static var name: String { get }

    /// Nil where the gold is not of this kind.
    ///
    /// `gold` and `answer` are clean short texts: sanitised, without `\boxed`, `$` and what else only wraps; LaTeX inside
    /// is kept.
    init?(gold: String, context: AnswerContext)

    /// Nil where the answer cannot be read as this kind: the next kind that reads the gold decides.
    func compare(_ answer: String, context: AnswerContext) -> Comparison?
}
