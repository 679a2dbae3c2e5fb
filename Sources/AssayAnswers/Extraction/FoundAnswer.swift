// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A value with the rule that found it.
package struct FoundAnswer: Sendable {
    package var rule: ExtractionRule
    package var value: FoundValue
    /// The text where it is not that of the span: several boxes put together.
    package var text: String?

    package init(_ rule: ExtractionRule, _ value: FoundValue, text: String? = nil) {
        self.rule = rule
        self.value = value
        self.text = text
    }

    /// The answer and its other readings; nil where nothing is left of it.
    func answer(in source: AnswerText, expected: ExpectedAnswer) -> (main: ExtractedAnswer, others: [ExtractedAnswer])?
    {
        let raw = source.string(value.span)
        var clean = text ?? AnswerSanitizer.clean(raw)
        guard !clean.isEmpty else { return nil }
        var others: [String] = []
        if text == nil, expected.kind != .text, expected.kind != .boolean, let last = Relations.consequence(of: clean) {
            others.append(clean)
            clean = last
        }
        if expected.kind == .number, text == nil, let parts = Relations.value(of: clean) {
            others.append(clean)
            if let approximate = parts.approximate { others.insert(approximate, at: 0) }
            clean = parts.exact
        }
        func extracted(_ text: String, _ span: Range<Int>) -> ExtractedAnswer {
            ExtractedAnswer(
                text: text, rawText: source.string(span), span: span, rule: rule, isHedged: value.isHedged,
                qualifier: value.qualifier)
        }
        var alternatives = others.map { extracted($0, value.span) }
        for span in value.alternatives {
            alternatives.append(extracted(AnswerSanitizer.clean(source.string(span)), span))
        }
        return (extracted(clean, value.span), alternatives)
    }
}
