// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// All kinds of answers, in the order in which they are asked.
enum AnswerKinds {
    /// Made from what is most particular to what reads anything.
    private static let all: [any AnswerKind.Type] = [
        ChoiceKind.self, BooleanKind.self, DateKind.self, TimeKind.self, CurrencyKind.self, ChemistryKind.self,
        ProgramOutputKind.self, QuantityKind.self, MathematicsKind.self, TextKind.self,
    ]

    // MARK: Limits
    /// Bytes of the longest text that kinds other than mathematics and words are asked for.
    static let longestText = 4_096

    /// The names that the option `type` takes.
    static var names: [String] { all.map { $0.name } }

    /// The kinds that can read a gold.
    static func reading(_ gold: String, _ context: AnswerContext) -> [any AnswerKind] {
        if let type = context.options.type, let kind = all.first(where: { $0.name == type }) {
            return kind.init(gold: gold, context: context).map { [$0] } ?? []
        }
        let isLong = gold.utf8.count > longestText
        var kinds: [any AnswerKind] = all.compactMap { kind in
            if isLong, kind != MathematicsKind.self, kind != TextKind.self, kind != ProgramOutputKind.self {
                return nil
            }
            if kind == QuantityKind.self {
                return QuantityKind(gold: gold, context: context, compareValues: compareValues(context))
            }
            if kind == CurrencyKind.self {
                return CurrencyKind(gold: gold, context: context, compareValues: compareValues(context))
            }
            return kind.init(gold: gold, context: context)
        }
        // Of words alone, mathematics knows no more than whether they are the same.
        if let words = kinds.firstIndex(where: { $0 is TextKind }),
            let place = kinds.firstIndex(where: { ($0 as? MathematicsKind)?.isWords ?? false }), place < words
        {
            kinds.swapAt(place, words)
        }
        return kinds
    }

    /// Compares the values of quantities that are more than numbers, such as `2\sqrt{3}` of `2\sqrt{3} cm`.
    private static func compareValues(_ context: AnswerContext) -> QuantityKind.ValueComparison {
        { gold, answer, factor in
            MathematicsKind(gold: gold, context: context)?.compare(answer, times: factor, context: context)
        }
    }

    /// The decision of the first kind that reads the answer; of an undecided one only where no later kind is sure that
    /// the two are equal.
    static func compare(
        _ answer: String, with kinds: [any AnswerKind], _ context: AnswerContext
    ) -> Comparison? {
        var open: Comparison?
        let isLong = answer.utf8.count > longestText
        for kind in kinds
        where !isLong || kind is MathematicsKind || kind is TextKind || kind is ProgramOutputKind {
            guard let comparison = kind.compare(answer, context: context) else { continue }
            switch comparison.decision {
            case .equal: return comparison
            case .different: return open ?? comparison
            case .undecided: if open == nil { open = comparison }
            }
        }
        return open
    }
}
