// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Answers that are arithmetic with units and constants of nature.
extension QuantityKind {
    /// A text as arithmetic with units and constants of nature; nil where it has neither or is no such arithmetic.
    static func compute(
        _ text: String, _ context: AnswerContext, dimension: Dimension?, allowsBareUnits: Bool
    ) -> ExactArithmetic.Result? {
        guard text.utf8.count <= longestComputation, let expression = ExactValue.expression(text) else { return nil }
        let allowsConstants = context.options.physicalConstants
        var results: [ExactArithmetic.Result] = []
        for prefersUnits in allowsConstants ? [false, true] : [true] {
            let arithmetic = ExactArithmetic(
                allowsConstants: allowsConstants, prefersUnits: prefersUnits, allowsBareUnits: allowsBareUnits)
            if let result = arithmetic.evaluate(expression), result.hasUnits || !result.constants.isEmpty {
                results.append(result)
            }
        }
        guard let dimension else { return results.first }
        return results.first { $0.dimension == dimension }
    }

    static let longestComputation = 1_000

    /// Compares an answer or a gold that is such arithmetic; nil where neither is, or the dimensions differ.
    func compareComputed(_ text: String, _ answer: QuantityText, _ context: AnswerContext) -> Comparison? {
        for target in targets {
            // A bare gold has any dimension.
            let isBare = gold.unit == nil && goldComputation == nil
            var theirs = Self.compute(
                text, context, dimension: isBare ? nil : target.dimension, allowsBareUnits: !isBare)
            if theirs == nil, goldComputation != nil, let value = ExactValue(text: answer.value) {
                theirs = Self.base(value, answer.unit, target.dimension)
            }
            guard let theirs, isBare || theirs.dimension == target.dimension else { continue }
            guard let mine = goldComputation ?? goldValue.flatMap({ Self.base($0, gold.unit, target.dimension) }) else {
                continue
            }
            let constants = mine.constants + theirs.constants
            let finding =
                constants.isEmpty
                ? tolerance.compare(gold: mine.value, answer: theirs.value, goldThere: mine.value)
                : tolerance.compareConstant(
                    gold: mine.value, answer: theirs.value, isConventional: mine.isConventional || theirs.isConventional
                )
            var facts = facts(of: finding, nil)
            facts.append(("computation", "\(text) = \(theirs.value.description) \(theirs.dimension)"))
            facts += constants.map {
                ("constant", "\($0.symbol) = \($0.value.decimalDescription(significantDigits: 12)) \($0.unit)")
            }
            return comparison(
                finding.isEqual ? .equal : .different, answer, answer.unit,
                method: finding.method == "numeric-tolerance" && finding.isEqual ? finding.method : "unit",
                reason: finding.isEqual
                    ? "The computation gives the gold's value." : "The computation gives another value.",
                facts: facts, switches: finding.switches)
        }
        return nil
    }

    /// The meanings of the gold's unit that a computation may come to.
    var targets: [UnitReading] {
        if let goldComputation { return [UnitReading(dimension: goldComputation.dimension, factor: 1)] }
        return gold.unit?.readings.filter { $0.offset == nil } ?? [.one]
    }

    /// A value with a unit in base units; a bare one has the dimension that is asked for.
    static func base(_ value: ExactValue, _ unit: UnitExpression?, _ dimension: Dimension) -> ExactArithmetic
        .Result?
    {
        guard let unit else { return ExactArithmetic.Result(value: value, dimension: dimension) }
        let target = UnitReading(dimension: dimension, factor: 1)
        for reading in unit.readings {
            if let conversion = UnitConversion(from: reading, to: target, isDifference: true),
                let value = value.converted(by: conversion)
            {
                return ExactArithmetic.Result(value: value, dimension: dimension, hasUnits: true)
            }
        }
        return nil
    }
}
