// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// How far two values of one unit may be apart.
///
/// Exact values are compared exactly. Where one holds a decimal literal they are equal too when they
/// (a) agree after rounding the more precise to the last place of the less precise, which shows at least three digits, or
/// (b) differ by at most the relative or the absolute tolerance of the options.
/// A whole-number gold has no tolerance unless the options say so.
struct QuantityTolerance {
    /// Largest relative difference.
    var relative: Rational
    /// Largest absolute difference, in the gold's unit.
    var absolute: Rational
    var isForIntegers: Bool
    /// Whether a decimal equals what rounds to it.
    var roundsAsStated: Bool
    var rounding: Int?
    var precision: Int?

    /// What decided.
    struct Finding {
        var isEqual: Bool
        /// `exact` or `numeric-tolerance`.
        var method: String
        /// What was compared, for people: `rounded to 0.01`, `relative difference 1.2e-4, at most 0.01`.
        var tolerance: String?
        /// Options without which values would differ.
        var switches: [String] = []
    }

    /// The largest relative tolerance that is taken for noise of the arithmetic.
    private static let noise = Rational(1, 1_000_000) ?? 0

    /// The tolerance of options.
    init(_ options: AnswerOptions) {
        // The nearest double to 1e-6 is not 1e-6.
        relative =
            options.relativeTolerance == 1e-6 ? Self.noise : Rational(exactly: options.relativeTolerance) ?? 0
        absolute = Rational(exactly: options.absoluteTolerance) ?? 0
        isForIntegers = options.toleranceForIntegers
        roundsAsStated = options.roundingAsStated
        rounding = options.rounding
        precision = options.precision
    }

    /// Whether options allow more than the noise of arithmetic.
    var isWiderThanNoise: Bool {
        relative > Self.noise || !absolute.isZero || rounding != nil || precision != nil
    }

    /// Compares two values in the gold's unit; `goldThere` is the gold in the answer's unit.
    func compare(gold: ExactValue, answer: ExactValue, goldThere: ExactValue, isMeasured: Bool = false) -> Finding {
        if gold.rational == answer.rational, gold.piPower == answer.piPower {
            return Finding(isEqual: true, method: "exact")
        }
        if gold.rational.isZero != answer.rational.isZero, absolute.isZero {
            return Finding(isEqual: false, method: "exact")
        }
        let (a, b) = (gold.approximation, answer.approximation)
        if let rounding, a.rounded(significantDigits: rounding) == b.rounded(significantDigits: rounding) {
            return Finding(
                isEqual: true, method: "numeric-tolerance", tolerance: "rounded to \(rounding) digits",
                switches: ["rounding"])
        }
        if let precision, a.rounded(decimals: precision) == b.rounded(decimals: precision) {
            return Finding(
                isEqual: true, method: "numeric-tolerance", tolerance: "rounded to \(precision) decimals",
                switches: ["precision"])
        }
        guard gold.isDecimal || answer.isDecimal || isMeasured || isForIntegers else {
            return Finding(isEqual: false, method: "exact")
        }
        // A whole number is meant exactly, also where it still is one in the answer's unit: 36 km/h is 10 m/s, not 10.0001;
        // but 1 ly is 9.461e15 m, which leaves digits out that it could not have left out by chance.
        let isSameUnit = goldThere.rational == gold.rational
        let scale = (goldThere.rational / gold.rational)?.magnitude ?? 1
        let isFine = isSameUnit || (answer.step ?? 0) * scale < 1
        let isWhole =
            !gold.isDecimal && !isMeasured && goldThere.rational.isInteger && goldThere.piPower == 0 && isFine
        if isWhole, !isForIntegers { return Finding(isEqual: false, method: "exact") }
        return compare(a, b, gold: gold, answer: answer)
    }

    /// Compares with a value that holds a constant of nature: by the relative tolerance only.
    func compareConstant(gold: ExactValue, answer: ExactValue, isConventional: Bool) -> Finding {
        if gold.rational == answer.rational, gold.piPower == answer.piPower {
            return Finding(isEqual: true, method: "exact", switches: ["physical_constants"])
        }
        // Nobody writes a constant of nature to the noise of the arithmetic.
        let isLoose = isConventional || relative == Self.noise
        let limit = isLoose ? max(relative, PhysicalConstant.conventionalTolerance) : relative
        let (a, b) = (gold.approximation, answer.approximation)
        let size = ((a - b).magnitude / a.magnitude)?.decimalDescription(significantDigits: 3) ?? "none"
        let isEqual = (a - b).magnitude <= limit * a.magnitude
        let shown = limit.decimalDescription(significantDigits: 3)
        return Finding(
            isEqual: isEqual, method: "numeric-tolerance",
            tolerance: "relative difference \(size), \(isEqual ? "at most" : "more than") \(shown)",
            switches: ["physical_constants"] + (relative > Self.noise && isEqual ? ["rel_tol"] : []))
    }

    private func compare(_ a: Rational, _ b: Rational, gold: ExactValue, answer: ExactValue) -> Finding {
        let difference = (a - b).magnitude
        // Of two literals in one unit only the coarser can be a rounding of the other; a converted value can be rounded to
        // either.
        for side in [gold, answer] where roundsAsStated {
            guard let step = side.step, side.significantDigits >= 3, difference * 2 <= step else { continue }
            let shown = step.decimalDescription(significantDigits: 3)
            return Finding(isEqual: true, method: "numeric-tolerance", tolerance: "rounded to \(shown)")
        }
        // Digits that differ where both state them are no noise, however small the difference.
        let step = [gold.step, answer.step].compactMap { $0 }.max()
        let isStated = step.map { difference >= $0 } ?? false
        let isNear = difference <= relative * a.magnitude && (relative > Self.noise || !isStated)
        if isNear || (difference <= absolute && !absolute.isZero) {
            let size = (difference / a.magnitude)?.decimalDescription(significantDigits: 3) ?? "none"
            let limit = relative.decimalDescription(significantDigits: 3)
            return Finding(
                isEqual: true, method: "numeric-tolerance",
                tolerance: "relative difference \(size), at most \(limit)",
                switches: relative > Self.noise ? ["rel_tol"] : isNear ? [] : ["abs_tol"])
        }
        let size = (difference / a.magnitude)?.decimalDescription(significantDigits: 3)
        return Finding(
            isEqual: false, method: "numeric-tolerance", tolerance: size.map { "relative difference \($0)" })
    }
}
