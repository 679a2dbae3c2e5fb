// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A chemical formula or equation.
///
///     ChemistryKind(gold: "H_2SO_4", context: …)?.compare(#"\mathrm{H2SO4}"#, context: …)     // equal
///     ChemistryKind(gold: "Ca(OH)_2", context: …)?.compare("CaOH_2", context: …)              // different
///
/// ## How it decides
/// 1. Formulas are compared by their groups: elements and groups with counts, in any order, and by charge. A state such
///    as `(aq)` counts where both have one.
/// 2. Equations are compared side by side, as multisets of formulas, up to a common factor of all coefficients.
/// 3. The gold has to be evidently chemistry: `\ce`, a charge, an isotope, two elements with a subscript, or two
///    symbols of which one has two letters. `CO`, `O_2`, `C` are compared only with answers that are evidently
///    chemistry.
/// 4. Some fifty names ("water") equal their formulas.
///
/// ## Undecided
/// Equal composition in another order where the order tells how atoms are bound (C₂H₆O, CH₃OCH₃), and names not known.
package struct ChemistryKind: AnswerKind {
    package static let name = "chemistry"

    private let gold: [[ChemicalTerm]]
    private let isEvident: Bool
    private let isPlain: Bool
    private let form: String

    package init?(gold: String, context: AnswerContext) {
        let hint = KindHint(
            context.options, names: ["chemistry", "formula", "chemical-equation"],
            wider: ["any", "auto", "text", "science"])
        guard hint != .other, gold.utf8.count <= 8_192 else { return nil }
        let notation = ChemicalNotation(gold)
        isPlain = notation.isPlain
        if let parsed = ChemicalParser.parse(notation) {
            self.gold = parsed
            isEvident = hint == .named || notation.isDeclared || Self.isEvident(parsed)
        } else if let formula = ChemicalNames.formula(gold),
            let parsed = ChemicalParser.parse(ChemicalNotation(formula))
        {
            self.gold = parsed
            isEvident = false
        } else {
            return nil
        }
        form = ChemicalEquation.text(self.gold)
    }

    package func compare(_ answer: String, context: AnswerContext) -> Comparison? {
        guard answer.utf8.count <= 8_192 else { return nil }
        var notation = ChemicalNotation(answer)
        var parsed = ChemicalParser.parse(notation)
        if parsed == nil {
            let peeled = SentencePeel.peeled(answer)
            if peeled != answer {
                notation = ChemicalNotation(peeled)
                parsed = ChemicalParser.parse(notation)
            }
            if parsed == nil, let formula = ChemicalNames.formula(peeled) {
                notation = ChemicalNotation(formula)
                parsed = isEvident ? ChemicalParser.parse(notation) : nil
            }
        }
        guard let parsed else {
            guard isEvident, TextForm(answer).letterWordCount > 0, !ChemicalNotation(answer).isDeclared,
                TextForm(answer).words.contains(where: { $0.utf8.count > 3 && TextRelations.isPlainWord($0) })
            else { return nil }
            return Comparison(
                .undecided, method: "text", reason: "words against a chemical formula", goldForm: form,
                answerForm: answer)
        }
        let decision = ChemicalEquation.compare(gold, parsed)
        if !isEvident, !(notation.isDeclared || Self.isEvident(parsed)) {
            // Neither side is evidently chemistry: `O_2` is `O2` all the same, anything else is left to mathematics.
            guard decision == .equal, isPlain, notation.isPlain else { return nil }
        }
        let reason: String
        switch decision {
        case .equal: reason = "the same elements and groups"
        case .different: reason = "other elements, counts, groups or charges"
        case .undecided: reason = "the same composition; the order may say another structure"
        }
        return Comparison(
            decision, method: "canonical", reason: reason, goldForm: form, answerForm: ChemicalEquation.text(parsed))
    }

    private static func isEvident(_ sides: [[ChemicalTerm]]) -> Bool {
        sides.contains { $0.contains { $0.isEvident } } && (sides.count == 2 || sides.allSatisfy { $0.count == 1 })
    }
}
