// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Things that are counted, and several values in one.
extension QuantityKind {
    func compareCounts(_ answer: QuantityText, _ context: AnswerContext) -> Comparison? {
        guard let goldValue, let value = ExactValue(text: answer.value) else { return nil }
        let finding = tolerance.compare(gold: goldValue, answer: value, goldThere: goldValue)
        let isSame = gold.isGeneric || answer.label == gold.label
        if !isSame, let other = answer.label ?? answer.unit?.printed { return compareStrange(value, other, answer) }
        if answer.label == nil, answer.unit == nil, finding.isEqual, !answer.isGeneric, context.options.unitRequired {
            return comparison(
                .different, answer, nil, reason: "The answer does not say what it counts.", switches: ["unit_required"])
        }
        return comparison(
            finding.isEqual ? .equal : .different, answer, nil,
            reason: finding.isEqual ? "The same number\(isSame ? " of the same" : "")." : "The numbers differ.",
            facts: facts(of: finding, value), switches: finding.switches)
    }

    /// `18 eggs` for 18; another number may still be right, as `10 factorial` is.
    func compareCountWithBareGold(_ answer: QuantityText) -> Comparison? {
        guard let goldValue, answer.label != nil || answer.isGeneric, let value = ExactValue(text: answer.value) else {
            return nil
        }
        let finding = tolerance.compare(gold: goldValue, answer: value, goldThere: goldValue)
        guard finding.isEqual else { return nil }
        return comparison(
            .equal, answer, nil, reason: "The gold has no unit, the number is the gold's.",
            facts: facts(of: finding, value),
            switches: finding.switches)
    }

    /// An answer with words behind its number that are no unit.
    func compareStrange(_ value: ExactValue, _ label: String, _ answer: QuantityText) -> Comparison? {
        guard let goldValue, !tolerance.compare(gold: goldValue, answer: value, goldThere: goldValue).isEqual else {
            return comparison(
                .undecided, answer, nil,
                reason: "The same number, but whether \"\(label)\" is the same unit is not known.")
        }
        return comparison(.different, answer, nil, reason: "The numbers differ, and so do the words behind them.")
    }

    func compareCompound(_ total: CompoundQuantity, _ context: AnswerContext) -> Comparison? {
        guard let goldUnit = gold.unit ?? hints.unit, let goldValue else { return nil }
        for target in goldUnit.readings {
            guard let value = total.value(in: target) else { continue }
            let finding = tolerance.compare(gold: goldValue, answer: value, goldThere: goldValue)
            let shown = "\(value.description) \(goldUnit.printed)"
            return Comparison(
                finding.isEqual ? .equal : .different, method: "unit",
                reason: "The answer is \(shown) in all\(finding.isEqual ? ", as the gold" : "").",
                goldForm: Self.form(gold, goldUnit), answerForm: shown, facts: facts(of: finding, value),
                switches: finding.switches)
        }
        return Comparison(
            .different, method: "unit", reason: "The answer's units are not of the gold's dimension.",
            goldForm: Self.form(gold, goldUnit))
    }
}
