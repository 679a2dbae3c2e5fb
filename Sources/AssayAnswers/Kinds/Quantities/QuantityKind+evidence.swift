// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What is told of a comparison.
extension QuantityKind {
    static func form(_ text: QuantityText, _ unit: UnitExpression?) -> String {
        let value = ExactValue(text: text.value)?.description ?? text.value
        return [value, unit?.printed ?? text.label].compactMap { $0 }.joined(separator: " ")
    }

    func comparison(
        _ decision: Comparison.Decision, _ answer: QuantityText, _ unit: UnitExpression?, method: String = "unit",
        reason: String, facts: [(name: String, value: String)] = [], switches: [String] = []
    ) -> Comparison {
        let gold = gold
        return Comparison(decision, method: method, reason: reason, facts: facts, switches: switches)
            .reading { (Self.form(gold, gold.unit), Self.form(answer, unit)) }
    }

    func facts(of finding: QuantityTolerance.Finding, _ value: ExactValue?) -> [(name: String, value: String)] {
        var facts = finding.tolerance.map { [(name: "tolerance", value: $0)] } ?? []
        if let value, value.isComputed { facts.append(("computation", "The answer's value is \(value.description).")) }
        return facts
    }

    /// Both values in base units.
    static func baseFacts(
        _ gold: ExactValue, _ goldUnit: UnitReading, _ answer: ExactValue, _ unit: UnitReading, _ isDifference: Bool
    ) -> [(name: String, value: String)] {
        func base(_ value: ExactValue, _ unit: UnitReading) -> String? {
            let size = unit.angular
            var value = ExactValue(value.rational * size.factor, piPower: value.piPower + size.piPower)
            if !isDifference, let offset = unit.offset { value.rational = value.rational + offset }
            return "\(value.description) \(unit.dimension)"
        }
        return [("gold in base units", base(gold, goldUnit)), ("answer in base units", base(answer, unit))].compactMap {
            name, value in value.map { (name, $0) }
        }
    }

    /// `1 km = 1000 m`.
    static func describe(_ conversion: UnitConversion, _ unit: UnitExpression, _ goldUnit: UnitExpression)
        -> String
    {
        let size = ExactValue(conversion.factor, piPower: conversion.piPower)
        if conversion.offset.isZero { return "1 \(unit.printed) = \(size.description) \(goldUnit.printed)" }
        let offset = ExactValue(conversion.offset)
        return "x \(unit.printed) = (\(size.description)·x + \(offset.description)) \(goldUnit.printed)"
    }
}
