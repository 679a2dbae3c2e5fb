// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the number of words lies in an interval, both ends included: `codi:length`.
///
///     let rule = try CoDILengthRule(low: 3, high: 3)
///     // "Sure:\n\none two three" passes: the introduction is dropped
///
/// ## How it decides
/// 1. What follows the first colon at the end of a line is judged, if there is such a colon.
/// 2. Words are the parts between white space.
///
/// - Source: Chen et al., "Benchmarking Large Language Models on Controllable Generation under Diversified Instructions",
///   2024, arXiv:2401.00690.
public struct CoDILengthRule: Rule {
    /// The fewest words.
    public let low: Double
    /// The most words.
    public let high: Double
    /// Whether the reference's quirks are kept.
    public let conformance: Conformance

    /// Creates the rule.
    ///
    /// - Throws: `CheckError` with code `argument` where `low` is above `high`.
    public init(low: Double, high: Double, conformance: Conformance = .reference) throws(CheckError) {
        guard low <= high else {
            throw CheckError(
                .argument, field: "low",
                "\"low\" is \(JSONWriter.text(low)), above \"high\" \(JSONWriter.text(high)); "
                    + "\(JSONWriter.text(high)) or less is expected")
        }
        self.low = low
        self.high = high
        self.conformance = conformance
    }

    /// Counts the words.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let range = CoDIAnswer.range(in: text, conformance: conformance)
        let count = UnicodeText.whitespaceTokenCount(of: text.bytes, in: range)
        // The data writes 10000 where there is no limit; the reference takes it for one.
        let isUnlimited = conformance == .corrected && high >= CoDIEval.unlimited
        return input.verdict(low <= Double(count) && (isUnlimited || Double(count) <= high)) {
            [.count("words", count, required: required)] + CoDIAnswer.evidence(range, of: text)
        }
    }

    private var required: String {
        if low == high { return "exactly \(JSONWriter.text(low))" }
        if high >= CoDIEval.unlimited { return "at least \(JSONWriter.text(low))" }
        return "\(JSONWriter.text(low)) to \(JSONWriter.text(high))"
    }
}
