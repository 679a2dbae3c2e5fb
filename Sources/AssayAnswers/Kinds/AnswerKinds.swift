// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// All kinds of answers, in the order in which they are asked.
enum AnswerKinds {
    /// Made from what is most particular to what reads anything.
    static let all: [any AnswerKind.Type] = [
        ChoiceKind.self, BooleanKind.self, DateKind.self, TimeKind.self, CurrencyKind.self, ChemistryKind.self,
        ProgramOutputKind.self, QuantityKind.self, MathematicsKind.self, TextKind.self,
    ]

    /// The places of mathematics and of words.
    static let mathematics = all.firstIndex { $0 == MathematicsKind.self } ?? 0
    static let words = all.firstIndex { $0 == TextKind.self } ?? 0

    // MARK: Limits
    /// Bytes of the longest text that kinds other than mathematics and words are asked for.
    static let longestText = 4_096

    /// The names that the option `type` takes.
    static var names: [String] { all.map { $0.name } }

    /// One kind made for a gold; nil where the gold is not of that kind.
    static func make(_ kind: any AnswerKind.Type, _ gold: String, _ context: AnswerContext) -> (any AnswerKind)? {
        if kind == QuantityKind.self {
            return QuantityKind(gold: gold, context: context, compareValues: compareValues(context))
        }
        if kind == CurrencyKind.self {
            return CurrencyKind(gold: gold, context: context, compareValues: compareValues(context))
        }
        return kind.init(gold: gold, context: context)
    }

    /// Whether a gold can be read as the kind that the option `type` names, or as any where it names none.
    static func canRead(_ gold: String, _ context: AnswerContext) -> Bool {
        guard let type = context.options.type, let kind = all.first(where: { $0.name == type }) else { return true }
        return make(kind, gold, context) != nil
    }

    /// Compares the values of quantities that are more than numbers, such as `2\sqrt{3}` of `2\sqrt{3} cm`.
    private static func compareValues(_ context: AnswerContext) -> QuantityKind.ValueComparison {
        { gold, answer, factor in
            MathematicsKind(gold: gold, context: context)?.compare(answer, times: factor, context: context)
        }
    }
}
