// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Only one side has a unit.
extension QuantityKind {
    func compareBare(_ answer: QuantityText, _ goldUnit: UnitExpression, _ context: AnswerContext)
        -> Comparison?
    {
        guard let goldValue, let value = ExactValue(text: answer.value) else {
            guard answer.label == nil, var result = compareTexts(answer.value, 1) else { return nil }
            if result.decision == .equal, context.options.unitRequired {
                return comparison(
                    .different, answer, nil, reason: "The answer has no unit.", switches: ["unit_required"])
            }
            if result.decision != .equal, let angle = compareAngleText(answer, goldUnit) { return angle }
            result.switches.append("unit_required")
            return result
        }
        if context.options.unitRequired {
            return comparison(
                .different, answer, nil, reason: "The answer has no unit, and one is required.",
                switches: ["unit_required"])
        }
        if let label = answer.label { return compareStrange(value, label, answer) }
        var finding = tolerance.compare(gold: goldValue, answer: value, goldThere: goldValue)
        var reason = finding.isEqual ? "The answer has no unit and the gold's number." : "The numbers differ."
        if !finding.isEqual {
            for (other, explanation) in bareReadings(goldUnit) {
                guard let converted = value.converted(by: other),
                    let goldThere = other.inverse.flatMap({ goldValue.converted(by: $0) })
                else { continue }
                let next = tolerance.compare(gold: goldValue, answer: converted, goldThere: goldThere)
                guard next.isEqual else { continue }
                finding = next
                reason = explanation
                break
            }
        }
        return comparison(
            finding.isEqual ? .equal : .different, answer, nil,
            method: finding.method == "numeric-tolerance" && finding.isEqual ? finding.method : "unit", reason: reason,
            facts: facts(of: finding, value), switches: finding.switches + (finding.isEqual ? ["unit_required"] : []))
    }

    /// What a bare number may mean beside a number in the gold's unit.
    func bareReadings(_ goldUnit: UnitExpression) -> [(UnitConversion, String)] {
        var readings: [(UnitConversion, String)] = []
        if let asked = hints.unit, let conversion = Self.pairs(from: asked, to: goldUnit).first?.conversion,
            !conversion.isIdentity
        {
            readings.append((conversion, "The answer is in the unit that the question names, \(asked.printed)."))
        }
        guard let unit = goldUnit.readings.first, unit.dimension.isAngular, unit.offset == nil else { return readings }
        // A plain number is an angle in radians only where angles are the subject; 2 dozen are always 24.
        if unit.dimension.isNone || hints.isAboutAngles,
            let conversion = UnitConversion(from: .one, to: unit, isDifference: true)
        {
            readings.append(
                (conversion, unit.dimension.isNone ? "The gold is that number." : "The answer is in radians."))
        }
        return readings
    }

    /// An angle that is written with functions: `\arcsin\frac12` for 30°.
    func compareAngleText(_ answer: QuantityText, _ goldUnit: UnitExpression) -> Comparison? {
        guard hints.isAboutAngles || answer.value.holds("arc") || answer.value.holds("^{-1}"),
            let unit = goldUnit.readings.first, !unit.dimension.isNone, unit.dimension.isAngular,
            let conversion = UnitConversion(from: .one, to: unit, isDifference: true), !conversion.isIdentity,
            let result = compareTexts("(\(answer.value))\\pi^{\(conversion.piPower)}", conversion.factor),
            result.decision == .equal
        else { return nil }
        return result
    }

    func compareUnasked(_ answer: QuantityText, _ unit: UnitExpression, _ context: AnswerContext) -> Comparison? {
        if let asked = hints.unit {
            let pairs = Self.pairs(from: unit, to: asked, isDifference: hints.isTemperatureDifference)
            if !pairs.isEmpty { return compare(answer, unit, with: asked, context) }
            if hints.isStrong {
                return comparison(
                    .different, answer, unit,
                    reason: "The question asks for \(asked.printed), the answer is in \(unit.printed).")
            }
        }
        guard let goldValue else { return nil }
        guard let value = ExactValue(text: answer.value) else { return compareTexts(answer.value, 1) }
        // 45° for π/4, 2 dozen for 24.
        if let reading = unit.readings.first, reading.dimension.isAngular, reading.offset == nil,
            let number = UnitConversion(from: reading, to: .one, isDifference: true), !number.isIdentity,
            let converted = value.converted(by: number), converted.rational == goldValue.rational,
            converted.piPower == goldValue.piPower
        {
            return comparison(.equal, answer, unit, reason: "The answer is that number.")
        }
        let finding = tolerance.compare(gold: goldValue, answer: value, goldThere: goldValue)
        return comparison(
            finding.isEqual ? .equal : .different, answer, unit,
            method: finding.method == "numeric-tolerance" && finding.isEqual ? finding.method : "unit",
            reason: finding.isEqual ? "The gold has no unit, the number is the gold's." : "The numbers differ.",
            facts: facts(of: finding, value), switches: finding.switches)
    }
}
