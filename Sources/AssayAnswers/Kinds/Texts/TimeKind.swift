// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A time of day.
///
///     TimeKind(gold: #"3:15 \text{ p.m.}"#, context: …)?.compare("15:15", context: …)   // equal
///
/// ## How it decides
/// 1. Both are read as ``ClockTime``; durations ("2 hours") are quantities, not times.
/// 2. A gold without morning or afternoon is met by either.
/// 3. `3:15` and `15:20` can be ratios: without a sign of a clock on either side another kind decides, unless the
///    question asks for a time.
///
/// ## Undecided
/// An answer that leaves open what the gold says: `3:15` for `3:15 p.m.`
package struct TimeKind: AnswerKind {
    package static let name = "time"

    private let gold: ClockTime
    private let isCertain: Bool

    package init?(gold: String, context: AnswerContext) {
        let hint = KindHint(context.options, names: ["time", "clock"])
        guard hint != .other, gold.utf8.count <= 256, let time = ClockTime(PlainAnswer(gold)) else { return nil }
        self.gold = time
        isCertain = hint == .named || time.isCertain || Self.asksForTime(context.question)
    }

    package func compare(_ answer: String, context: AnswerContext) -> Comparison? {
        guard answer.utf8.count <= 1_024,
            let time = ClockTime(PlainAnswer(answer)) ?? ClockTime(PlainAnswer(SentencePeel.peeled(answer)))
        else { return nil }
        guard isCertain || time.isCertain else { return nil }
        if !gold.zone.isEmpty, !time.zone.isEmpty, gold.zone != time.zone {
            return comparison(.undecided, "different time zones", time)
        }
        let half = 43_200
        switch (gold.half, time.half) {
        case (.open, _):
            return decided(gold.seconds % half == time.seconds % half, time)
        case (_, .open):
            guard gold.seconds % half == time.seconds % half else { return decided(false, time) }
            return comparison(.undecided, "the answer leaves morning or afternoon open", time)
        default:
            return decided(gold.seconds == time.seconds, time)
        }
    }

    // MARK: Details

    private func decided(_ isEqual: Bool, _ time: ClockTime) -> Comparison {
        comparison(isEqual ? .equal : .different, isEqual ? "the same time" : "another time", time)
    }

    private func comparison(_ decision: Comparison.Decision, _ reason: String, _ time: ClockTime) -> Comparison {
        Comparison(decision, method: "date", reason: reason, goldForm: gold.text, answerForm: time.text)
    }

    /// Whether the question is about clock times.
    private static func asksForTime(_ question: String?) -> Bool {
        guard let question, question.utf8.count <= TextLimits.questionBytes else { return false }
        let tokens = AnswerTokens(PlainAnswer(question))
        for index in 0..<tokens.count where tokens.kind(index) == .word {
            switch tokens.lowercased(index) {
            case "o'clock", "oclock", "pm", "noon", "midnight", "clock": return true
            case "time": if tokens.lowercased(index - 1) == "what" { return true }
            case "m": if tokens.mark(index - 1) == UInt8(ascii: "."), tokens.letter(index - 2) != nil { return true }
            default: continue
            }
        }
        return false
    }
}
