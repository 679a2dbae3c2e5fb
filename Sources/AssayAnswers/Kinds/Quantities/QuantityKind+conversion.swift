// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Both sides have a unit: the answer is converted into the gold's.
extension QuantityKind {
    /// The conversions between all meanings of two units, the usual meanings first.
    static func pairs(
        from source: UnitExpression, to target: UnitExpression, isDifference: Bool = false
    ) -> [(conversion: UnitConversion, source: UnitReading, target: UnitReading)] {
        var pairs: [(rank: Int, conversion: UnitConversion, source: UnitReading, target: UnitReading)] = []
        for (first, to) in target.readings.enumerated() {
            for (second, from) in source.readings.enumerated() {
                guard let conversion = UnitConversion(from: from, to: to, isDifference: isDifference) else { continue }
                pairs.append((first + second, conversion, from, to))
            }
        }
        return pairs.sorted { $0.rank < $1.rank }.map { ($0.conversion, $0.source, $0.target) }
    }

    func compare(
        _ answer: QuantityText, _ unit: UnitExpression, with goldUnit: UnitExpression, _ context: AnswerContext
    ) -> Comparison? {
        // "25 degrees" where a temperature is due.
        if unit.isDegree, goldUnit.isTemperature { return compareBare(answer, goldUnit, context) }
        let isDifference = gold.isDifference || answer.isDifference || hints.isTemperatureDifference
        let pairs = Self.pairs(from: unit, to: goldUnit, isDifference: isDifference)
        guard let first = pairs.first else {
            let value = ExactValue(text: answer.value)
            guard value != nil || answer.isCertain else { return nil }
            let names = (
                goldUnit.readings.first?.dimension.description ?? "", unit.readings.first?.dimension.description ?? ""
            )
            return comparison(
                .different, answer, unit,
                reason: "\(unit.printed) (\(names.1)) is no unit of the gold's dimension (\(names.0)).",
                facts: [("dimensions", "\(names.0) and \(names.1)")])
        }
        guard let goldValue, let value = ExactValue(text: answer.value) else {
            return compareTexts(answer, unit, goldUnit, pairs.map(\.conversion), context)
        }
        var failure: Comparison?
        for (conversion, source, target) in pairs {
            let isConverted = !conversion.isIdentity
            if isConverted, !context.options.unitConversion { continue }
            guard let converted = value.converted(by: conversion),
                let goldThere = conversion.inverse.flatMap({ goldValue.converted(by: $0) })
            else { continue }
            let finding = tolerance.compare(
                gold: goldValue, answer: converted, goldThere: goldThere, isMeasured: conversion.isApproximate)
            var facts = facts(of: finding, value)
            if isConverted {
                facts.append(("conversion", Self.describe(conversion, unit, goldUnit)))
                facts.append(("answer in the gold's unit", "\(converted.description) \(goldUnit.printed)"))
            }
            facts += Self.baseFacts(goldValue, target, value, source, isDifference)
            let decision = comparison(
                finding.isEqual ? .equal : .different, answer, unit,
                method: finding.method == "numeric-tolerance" && finding.isEqual ? finding.method : "unit",
                reason: reason(finding, answer, converted, unit: unit, goldUnit, isConverted: isConverted),
                facts: facts,
                switches: finding.switches + (isConverted && finding.isEqual ? ["unit_conversion"] : []))
            if finding.isEqual { return decision }
            failure = failure ?? decision
        }
        if let failure { return failure }
        guard !context.options.unitConversion, !first.conversion.isIdentity else { return nil }
        return comparison(
            .different, answer, unit, reason: "The units differ, and conversion is switched off.",
            switches: ["unit_conversion"])
    }

    func reason(
        _ finding: QuantityTolerance.Finding, _ answer: QuantityText, _ converted: ExactValue, unit: UnitExpression,
        _ goldUnit: UnitExpression, isConverted: Bool
    ) -> String {
        let there =
            isConverted
            ? "\(answer.value) \(unit.printed) is \(converted.description) \(goldUnit.printed)" : "The unit is the same"
        guard finding.isEqual else { return "\(there), not \(gold.value)." }
        return "\(there)\(finding.tolerance.map { ", equal to the gold when \($0)" } ?? ", as in the gold")."
    }

    /// Values that are more than numbers.
    func compareTexts(
        _ answer: QuantityText, _ unit: UnitExpression, _ goldUnit: UnitExpression, _ conversions: [UnitConversion],
        _ context: AnswerContext
    ) -> Comparison? {
        var failure: Comparison?
        for conversion in conversions where conversion.offset.isZero {
            if !conversion.isIdentity, !context.options.unitConversion { continue }
            var text = answer.value
            if conversion.piPower != 0 { text = "(\(text))\\pi^{\(conversion.piPower)}" }
            guard var result = compareTexts(text, conversion.factor) else { continue }
            result.facts.append(("conversion", Self.describe(conversion, unit, goldUnit)))
            if result.decision == .equal, !conversion.isIdentity { result.switches.append("unit_conversion") }
            if result.decision == .equal { return result }
            failure = failure ?? result
        }
        return failure
    }

    func compareTexts(_ text: String, _ factor: Rational) -> Comparison? {
        if let compareValues { return compareValues(gold.value, text, factor) }
        guard factor == 1, gold.value == text else { return nil }
        return Comparison(.equal, method: "exact", reason: "The same text.", goldForm: gold.value, answerForm: text)
    }
}
