// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// How answers are found in a response, and what counts as equal.
///
/// A value of its own for each switch; ``Preset`` sets several at once.
public struct AnswerOptions: Sendable, Hashable {
    /// Which places of a response may hold the answer.
    public enum Extraction: String, Sendable, CaseIterable {
        /// Only `\boxed{…}`.
        case boxed
        /// A box, or an explicit anchor: "the answer is", `####`, `<answer>`.
        case anchor
        /// Those, else the last math, bold text, number or option letter.
        case any
        /// The whole text is the answer.
        case whole
    }

    /// Named settings.
    public enum Preset: String, Sendable, CaseIterable {
        case math, gsm8k, science, scibench, strict, rl
    }

    /// The form that an answer must have.
    public enum Form: String, Sendable, CaseIterable {
        case factored, simplified, fraction
    }

    /// Where a response's answer is looked for.
    public var extract: Extraction = .any
    /// The kind of the gold answer, where its text does not tell: `math`, `choice`, `text`, `program-output`, ….
    public var type: String?
    /// Whether `25\%` equals 0.25: nil means that it does where exactly one side has the sign.
    public var percentEqualsFraction: Bool?
    /// Whether quantities in different units are converted.
    public var unitConversion = true
    /// Whether an answer must have a unit where the gold has one.
    public var unitRequired = false
    /// Whether named physical constants (`g`, `c`, …) equal their values.
    public var physicalConstants = false
    /// Largest relative difference of a decimal, 0 or more.
    public var relativeTolerance = 1e-6
    /// Largest absolute difference of a decimal, 0 or more.
    public var absoluteTolerance = 0.0
    /// Whether a decimal equals a number that rounds to it, or that it was cut off from: 0.333 and 1/3.
    public var roundingAsStated = true
    /// Whether the tolerances hold for whole numbers too.
    public var toleranceForIntegers = false
    /// Numbers equal when rounded to so many significant digits.
    public var rounding: Int?
    /// Numbers equal when rounded to so many decimals.
    public var precision: Int?
    /// Whether `10^12` reads as LaTeX has it (10¹·2).
    public var strictLatex = false
    /// Whether the order of a list without brackets matters.
    public var orderedLists = false
    /// Whether a set may be answered by a tuple in the same order, and the like.
    public var lenient = false
    /// Whether a row and a column with the same entries are equal.
    public var vectorOrientationFree = false
    /// The form the answer must have.
    public var requireForm: Form?
    /// Whether a constant of integration in the gold must be in the answer.
    public var requireConstant = true
    /// Whether `1011_2` equals 11.
    public var crossBase = false
    /// Whether truncated, repetitive and refused responses are invalid.
    public var checkInvalid = true
    /// Whether text after a committed answer that degenerates makes the response invalid.
    public var junkAfterAnswerIsInvalid = false
    /// Mixed into the random points; a secret keeps an adversary from knowing them.
    public var salt = ""

    /// The defaults.
    public init() {}
}
