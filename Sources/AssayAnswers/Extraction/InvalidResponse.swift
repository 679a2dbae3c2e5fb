// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore

/// Tells responses that cannot be judged, and that is their own fault: `repetitive`, `truncated`, `refused`.
///
/// In this order. A response with a committed answer (a box, a tag, an anchor) is never invalid: what follows its answer is
/// junk, unless `junkAfterAnswer` says that junk counts.
package enum InvalidResponse {
    /// Why the response is invalid; nil where it is not.
    ///
    /// `finish` is why the model stopped, where it is known, and `extraction` what ``AnswerExtractor`` found in the response.
    /// With `junkAfterAnswer`, a response is invalid too that degenerates after its answer.
    package static func find(
        in response: [UInt8], finish: FinishReason?, extraction: ExtractionResult, junkAfterAnswer: Bool = false
    ) -> Reason? {
        if extraction.isReasoningOpen { return .truncated }
        let isCommitted = extraction.isCommitted
        guard !isCommitted || junkAfterAnswer else { return nil }
        let text = AnswerText(response)
        let range = text.trim(extraction.searched)
        if !isLiteral(range, in: text, extraction: extraction), let detail = Repetition.find(in: range, of: text) {
            return Reason("repetitive", detail)
        }
        if isCommitted {
            return finish == .length && range.upperBound > (extraction.answer?.span.upperBound ?? 0) + 200
                ? Reason("truncated", "the response was cut off behind its answer") : nil
        }
        if finish == .length { return Reason("truncated", "the response was cut off before it gave an answer") }
        if !extraction.isWhole, let detail = Truncation.find(in: range, of: text, extraction: extraction) {
            return Reason("truncated", detail)
        }
        if !extraction.expected.admitsInability, let detail = Refusal.find(in: range, of: text) {
            return Reason("refused", detail)
        }
        return nil
    }

    /// Why a response with a wrong answer is no answer at all: it looks as if it had been cut off before it gave one.
    ///
    /// A right answer is never asked this, so that less is enough to tell.
    package static func findCut(in response: [UInt8], extraction: ExtractionResult) -> Reason? {
        guard !extraction.isCommitted, !extraction.isWhole else { return nil }
        let text = AnswerText(response)
        let range = text.trim(extraction.searched)
        if case .choice = extraction.expected.kind, extraction.answer?.rule == .whole,
            Prose.wordCount(in: range, of: text, stopAt: mostWords) >= mostWords
        {
            return Reason("no-answer", "there is no option in the response")
        }
        return Truncation.suspicion(in: range, of: text).map { Reason("truncated", $0) }
    }

    /// Words that are no option any more.
    private static let mostWords = 20

    /// Whether the response is one number or one word, which may repeat itself: 10^400 is no loop.
    private static func isLiteral(_ range: Range<Int>, in text: AnswerText, extraction: ExtractionResult) -> Bool {
        guard extraction.answer?.rule == .whole else { return false }
        return !range.contains { AnswerText.isSpace(text[$0]) }
    }
}
