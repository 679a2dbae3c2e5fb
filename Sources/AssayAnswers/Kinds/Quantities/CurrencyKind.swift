// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// An amount of money: `\$1,000.99` equals `1000.99 dollars`, `50 cents` equals `\$0.50`, `€5` is not `\$5`.
///
/// ## How it decides
/// 1. Amounts are exact: cents and words for thousands and millions are worked in; no exchange rate exists.
/// 2. `$` and "dollars" may be any dollar, "cents" the cents of any; two signs that cannot be the same currency differ.
/// 3. A bare number is in the gold's unit (`50 cents`: 50), unless the option `unitRequired` is set; of "3.5 million" it is
///    the full number, or 3.5 where the question asks for millions.
/// 4. An amount with more decimals than cents equals the amount that it rounds to; no other tolerance holds unless the
///    options set one.
/// 5. Rates (`\$20 per hour`) are compared in one unit; a missing "per hour" is no difference.
package struct CurrencyKind: AnswerKind {
    package static let name = "currency"

    private let gold: CurrencyAmount
    private let question: String
    private let tolerance: QuantityTolerance
    /// Compares amounts that are more than numbers; the judge provides it.
    package var compareValues: QuantityKind.ValueComparison?

    package init?(gold: String, context: AnswerContext) { self.init(gold: gold, context: context, compareValues: nil) }

    /// Reads a gold answer.
    package init?(gold text: String, context: AnswerContext, compareValues: QuantityKind.ValueComparison?) {
        guard text.utf8.count <= QuantityKind.longestText, let gold = CurrencyAmount(text),
            gold.currency != nil || gold.amount != nil
        else { return nil }
        question = String(decoding: (context.question ?? "").utf8.suffix(16_384), as: UTF8.self).lowercased()
        if gold.currency?.symbol == "£", !text.holds("£"), !text.holds("\\pounds"), !text.holds("sterling"),
            !text.uppercased().holds("GBP"), !question.holds("£"), !question.holds("sterling"),
            !question.holds("pence")
        {
            // Pounds are a weight, too.
            return nil
        }
        self.gold = gold
        tolerance = QuantityTolerance(context.options)
        self.compareValues = compareValues
    }

    package func compare(_ text: String, context: AnswerContext) -> Comparison? {
        guard text.utf8.count <= QuantityKind.longestText else { return nil }
        guard let answer = CurrencyAmount(text) else {
            guard gold.currency != nil else { return nil }
            let quantity = QuantityText(text)
            guard let unit = quantity.unit, quantity.isCertain, !unit.isPercent, ExactValue(text: quantity.value) != nil
            else {
                return nil
            }
            return comparison(.different, nil, text, reason: "\(unit.printed) is no currency.")
        }
        switch (gold.currency, answer.currency) {
        case (nil, nil): return nil
        case (let mine?, let theirs?) where !mine.agrees(with: theirs):
            return comparison(
                .different, answer, text, reason: "\(mine.symbol) and \(theirs.symbol) are different currencies.")
        case (_, nil) where context.options.unitRequired:
            return comparison(
                .different, answer, text, reason: "The answer names no currency, and one is required.",
                switches: ["unit_required"])
        default: break
        }
        guard let expected = goldAmount, let amount = answer.amount else { return compareTexts(answer) }
        var candidates = [(gold.currency == nil || answer.currency != nil ? amount : bare(answer, amount), "")]
        if answer.currency == nil, gold.multiplier > 1, answer.multiplier == 1, isAskedInMultiples {
            candidates.append((amount.scaled(by: Rational(gold.multiplier)), ", in the multiples asked for"))
        }
        guard let rate = rate(answer) else {
            return comparison(.different, answer, text, reason: "The amounts are paid for different things.")
        }
        var result: Comparison?
        for (candidate, note) in candidates {
            let finding = compare(expected, candidate.scaled(by: rate))
            let reason = finding.isEqual ? "The same amount\(note)." : "The amounts differ."
            let decision = comparison(
                finding.isEqual ? .equal : .different, answer, text,
                method: finding.method == "exact" ? "unit" : finding.method,
                reason: reason, facts: finding.tolerance.map { [("tolerance", $0)] } ?? [],
                switches: finding.switches + (answer.currency == nil && finding.isEqual ? ["unit_required"] : []))
            if finding.isEqual { return decision }
            result = result ?? decision
        }
        return result
    }

    // MARK: Amounts

    /// The gold in main units; a bare one is in cents where the question asks for cents.
    private var goldAmount: ExactValue? {
        guard gold.currency == nil, question.holds("how many cents") || question.holds("in cents") else {
            return gold.amount
        }
        return gold.amount?.scaled(by: Rational(1, 100) ?? 1)
    }

    /// A bare number in the gold's unit.
    private func bare(_ answer: CurrencyAmount, _ amount: ExactValue) -> ExactValue {
        guard let parts = gold.currency?.parts, parts > 1 else { return amount }
        return question.holds("in dollars") ? amount : amount.scaled(by: Rational(1, parts) ?? 1)
    }

    private var isAskedInMultiples: Bool {
        let words = [
            1_000: "thousands", 1_000_000: "millions", 1_000_000_000: "billions", 1_000_000_000_000: "trillions",
        ]
        return words[gold.multiplier].map { question.contains("in \($0)") || question.contains("how many \($0)") }
            ?? false
    }

    /// What turns the answer's rate into the gold's; nil where they cannot be compared.
    private func rate(_ answer: CurrencyAmount) -> Rational? {
        guard let mine = gold.per, let theirs = answer.per else { return 1 }
        for target in mine.readings {
            for source in theirs.readings {
                if let conversion = UnitConversion(from: source, to: target, isDifference: true),
                    conversion.piPower == 0
                {
                    return conversion.factor
                }
            }
        }
        return nil
    }

    private func compare(_ expected: ExactValue, _ amount: ExactValue) -> QuantityTolerance.Finding {
        if tolerance.isWiderThanNoise {
            let finding = tolerance.compare(gold: expected, answer: amount, goldThere: expected)
            if finding.isEqual { return finding }
        }
        if expected.rational == amount.rational, expected.piPower == amount.piPower {
            return QuantityTolerance.Finding(isEqual: true, method: "exact")
        }
        let cent = Rational(1, 100) ?? 1
        let (a, b) = (expected.approximation, amount.approximation)
        let statesCents =
            (expected.step == cent && amount.step != cent) || (amount.step == cent && expected.step != cent)
        // A whole-number gold is meant exactly.
        guard statesCents, expected.isDecimal || !expected.rational.isInteger,
            a.rounded(decimals: 2) == b.rounded(decimals: 2)
        else { return QuantityTolerance.Finding(isEqual: false, method: "exact") }
        return QuantityTolerance.Finding(isEqual: true, method: "numeric-tolerance", tolerance: "rounded to cents")
    }

    /// Amounts that are more than numbers.
    private func compareTexts(_ answer: CurrencyAmount) -> Comparison? {
        guard let compareValues, let rate = rate(answer) else { return nil }
        let theirs = answer.currency == nil && answer.multiplier == 1 ? gold.scale : answer.scale
        guard let factor = theirs * rate / gold.scale else { return nil }
        return compareValues(gold.value, answer.value, factor)
    }

    // MARK: Evidence

    private static func form(_ amount: CurrencyAmount) -> String {
        let number = amount.amount?.description ?? amount.value
        guard let currency = amount.currency else { return number }
        let symbol = currency.parts > 1 ? (currency.codes == ["GBP"] ? "£" : "$") : currency.symbol
        return "\(symbol)\(number)\(amount.per.map { "·\($0.printed)" } ?? "")"
    }

    private func comparison(
        _ decision: Comparison.Decision, _ answer: CurrencyAmount?, _ text: String, method: String = "unit",
        reason: String,
        facts: [(name: String, value: String)] = [], switches: [String] = []
    ) -> Comparison {
        Comparison(
            decision, method: method, reason: reason, goldForm: Self.form(gold),
            answerForm: answer.map(Self.form) ?? text,
            facts: facts, switches: switches)
    }
}
