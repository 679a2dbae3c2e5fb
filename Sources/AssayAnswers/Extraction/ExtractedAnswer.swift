// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The place of a response that its answer was found in.
package enum ExtractionRule: String, Sendable, Hashable, CaseIterable {
    /// `\boxed{…}`.
    case boxed
    /// Several boxes that form one list.
    case boxes
    /// `<answer>…</answer>`.
    case tag
    /// "The answer is …", in ten languages.
    case anchor
    /// `#### …`.
    case hashes
    case displayMath = "display-math"
    case inlineMath = "inline-math"
    /// `**…**`.
    case bold
    /// What a code block printed.
    case codeOutput = "code-output"
    case lastNumber = "last-number"
    case lastLetter = "last-letter"
    /// The response is nothing but the answer.
    case whole
}

/// An answer that was found in a response.
package struct ExtractedAnswer: Sendable, Hashable {
    /// The answer, cleaned: see ``AnswerSanitizer/clean(_:)``.
    package var text: String
    /// The answer as the response has it.
    package var rawText: String
    /// Where the response has it, in bytes.
    package var span: Range<Int>
    package var rule: ExtractionRule
    /// Whether it is offered as one of several alternatives: "41 or 42" where one number is due.
    package var isHedged: Bool
    /// What words around it say against it: "not 42".
    package var qualifier: Qualifier?

    package init(
        text: String, rawText: String, span: Range<Int>, rule: ExtractionRule, isHedged: Bool = false,
        qualifier: Qualifier? = nil
    ) {
        self.qualifier = qualifier
        self.text = text
        self.rawText = rawText
        self.span = span
        self.rule = rule
        self.isHedged = isHedged
    }

    /// Says where the answer stands in another version of the response.
    mutating func moveSpan(_ move: (Range<Int>) -> Range<Int>) { span = move(span) }
}

/// What was found in a response.
package struct ExtractionResult: Sendable, Hashable {
    /// The answer; nil where the response has none.
    package var answer: ExtractedAnswer?
    /// Other readings of the same place, or other places; at most 3, best first.
    package var alternatives: [ExtractedAnswer]
    /// Whether the response says that this is its answer: a box, a tag, an anchor.
    package var isCommitted: Bool
    /// The bytes that were searched: without reasoning, chat-template tokens and problems the model made up afterwards.
    package var searched: Range<Int>
    /// Whether a reasoning block never ends.
    package var isReasoningOpen: Bool
    /// Whether all of the response was taken to be the answer, as the option `extract` asked.
    package var isWhole = false
    /// What the gold answer led to expect.
    package var expected: ExpectedAnswer

    package init(
        answer: ExtractedAnswer? = nil, alternatives: [ExtractedAnswer] = [], isCommitted: Bool = false,
        searched: Range<Int>, isReasoningOpen: Bool = false, expected: ExpectedAnswer = .any
    ) {
        self.answer = answer
        self.alternatives = alternatives
        self.isCommitted = isCommitted
        self.searched = searched
        self.isReasoningOpen = isReasoningOpen
        self.expected = expected
    }
}
