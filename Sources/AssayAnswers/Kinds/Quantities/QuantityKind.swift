// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A number with a unit: `301\text{ km}` equals `301000\text{ m}`, `5 J` equals `5 N·m`, `459 L` is not `459 mL`.
///
/// ## How it decides
/// 1. Both sides have a unit: the answer is converted into the gold's unit, exactly. Units of different dimensions are
///    different. What a symbol means (`h`, `C`, `oz`) the other side's dimension tells; the angle counts where both have one.
/// 2. Only the gold has one: a bare number is taken to be in the gold's unit, unless the option `unitRequired` is set.
/// 3. Only the answer has one: its number counts, unless the question names a unit; then the answer is converted into that.
/// 4. A single temperature is converted with its zero, a difference of temperatures and any product without.
/// 5. Values that are numbers or multiples of π are compared here, see ``QuantityTolerance``; others (`2\sqrt{3} cm`)
///    by ``compareValues``.
///
/// Things that are counted (`12 \text{ apples}`) are a unit that only equals itself; "units" equals any.
package struct QuantityKind: AnswerKind {
    package static let name = "quantity"

    /// Compares a gold value with `factor` times an answer's value, where a value is more than a number.
    package typealias ValueComparison = @Sendable (_ gold: String, _ answer: String, _ factor: Rational) -> Comparison?

    /// What compares values that are more than numbers; the judge provides it.
    package var compareValues: ValueComparison?

    /// Bytes of the longest text that is a quantity.
    static let longestText = 8_192

    let gold: QuantityText
    let goldValue: ExactValue?
    /// The gold as arithmetic with units and constants, where it is more than a value and a unit.
    let goldComputation: ExactArithmetic.Result?
    let hints: QuestionHints
    let tolerance: QuantityTolerance

    package init?(gold: String, context: AnswerContext) {
        self.init(gold: gold, context: context, compareValues: nil)
    }

    /// Reads a gold answer.
    package init?(gold text: String, context: AnswerContext, compareValues: ValueComparison?) {
        guard text.utf8.count <= Self.longestText, Self.mayHaveValue(text, context) else { return nil }
        var gold = QuantityText(text)
        var value = ExactValue(text: gold.value)
        if value == nil, let total = CompoundQuantity(text), let (sum, unit) = total.sum {
            gold = QuantityText(value: sum.description, unit: unit)
            value = sum
        }
        hints = QuestionHints(context.question)
        if let unit = gold.unit, !gold.isCertain {
            // `5m` is a quantity only where the question speaks of that unit.
            if let asked = hints.unit, Self.pairs(from: unit, to: asked).first != nil {
                gold.isCertain = true
            } else if context.options.physicalConstants {
                // `2g` is twice the acceleration of gravity, or no quantity.
                gold = QuantityText(bare: text)
                value = nil
            } else {
                return nil
            }
        }
        if let unit = gold.unit, unit.isPercent { return nil }
        // In `3 \sin 30°` the degrees are the sine's.
        if gold.unit != nil, Self.functions.contains(where: { gold.value.holds($0) }) { return nil }
        let computation =
            value == nil ? Self.compute(text, context, dimension: nil, allowsBareUnits: false) : nil
        if value == nil, Self.isList(gold.value) { return nil }
        // A bare number may be answered with a unit; bare mathematics is no quantity.
        guard gold.unit != nil || value != nil || hints.unit != nil || computation != nil, !gold.value.isEmpty else {
            return nil
        }
        if gold.label != nil, value == nil { return nil }
        goldValue = value
        goldComputation = computation
        self.gold = gold
        tolerance = QuantityTolerance(context.options)
        self.compareValues = compareValues
    }

    package func compare(_ text: String, context: AnswerContext) -> Comparison? {
        guard text.utf8.count <= Self.longestText else { return nil }
        if gold.label != nil || gold.isGeneric { return compareCounts(QuantityText(text), context) }
        if let total = CompoundQuantity(text) { return compareCompound(total, context) }
        var answer = QuantityText(text)
        if answer.unit != nil, Self.functions.contains(where: { answer.value.holds($0) }) { return nil }
        if goldComputation != nil || ExactValue(text: answer.value) == nil,
            let comparison = compareComputed(text, answer, context)
        {
            return comparison
        }
        // Where a unit is due, `5m` is one.
        // So is `5m²` where a bare number is: no variable is asked for.
        let isNumber = goldValue != nil && gold.unit == nil && text.utf8.contains(UInt8(ascii: "^"))
        let isDue = isNumber || gold.unit != nil || (hints.isStrong && hints.unit != nil)
        if answer.unit != nil, !answer.isCertain, !isDue { return nil }
        if let unit = answer.unit, unit.isPercent {
            if let goldUnit = gold.unit {
                return comparison(
                    .different, answer, unit, reason: "The gold is in \(goldUnit.printed), the answer is a percentage.")
            }
            answer.unit = nil
            answer.value = text
        }
        switch (gold.unit, answer.unit) {
        case (let goldUnit?, let unit?):
            if Self.pairs(from: unit, to: goldUnit).isEmpty, let comparison = compareComputed(text, answer, context) {
                // `2 h` may be twice Planck's constant.
                return comparison
            }
            return compare(answer, unit, with: goldUnit, context)
        case (let goldUnit?, nil): return compareBare(answer, goldUnit, context)
        case (nil, let unit?): return compareUnasked(answer, unit, context)
        case (nil, nil): return compareCountWithBareGold(answer)
        }
    }

    /// Whether a value may stand in a gold: words alone are no quantity, unless the question asks for a unit.
    private static func mayHaveValue(_ text: String, _ context: AnswerContext) -> Bool {
        if context.question != nil || context.options.physicalConstants { return true }
        return text.utf8.contains { byte in
            switch byte {
            case 0x30...0x39, 0x80..., UInt8(ascii: "\\"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"),
                UInt8(ascii: "!"), UInt8(ascii: "%"):
                true
            default: false
            }
        } || text.holds("pi") || text.holds("Pi") || text.holds("PI")
    }

    /// Functions that take an angle.
    private static let functions: [StaticString] = ["sin", "cos", "tan", "sec", "csc", "cot"]

    /// Whether a text is several quantities: `3 m, 4 s`, which are compared one by one.
    private static func isList(_ text: String) -> Bool {
        let joints: [StaticString] = [", ", " and ", ";", "\\text{ and }", " or "]
        guard let end = joints.compactMap({ text.place(of: $0) }).min() else { return false }
        return QuantityText(String(decoding: text.utf8.prefix(end), as: UTF8.self)).unit != nil
    }
}
