// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Which place of a response an answer was taken from.
package enum ExtractionRule: String, Sendable, Hashable {
    case boxed, boxes, tag, anchor, hashes
    case displayMath = "display-math"
    case inlineMath = "inline-math"
    case bold
    case codeOutput = "code-output"
    case lastNumber = "last-number"
    case lastLetter = "last-letter"
    case whole
}

/// An answer found in a response.
package struct ExtractedAnswer: Sendable, Hashable {
    /// The answer, cleaned: see ``AnswerSanitizer``.
    package var text: String
    /// The answer as it stands in the response.
    package var rawText: String
    /// Where it stands, in bytes of the response.
    package var span: Range<Int>
    /// The place it was taken from.
    package var rule: ExtractionRule
    /// Whether the response offers other answers beside it.
    package var isHedged: Bool

    /// Creates an extracted answer.
    package init(text: String, rawText: String, span: Range<Int>, rule: ExtractionRule, isHedged: Bool = false) {
        self.text = text
        self.rawText = rawText
        self.span = span
        self.rule = rule
        self.isHedged = isHedged
    }
}
