// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Responses without a full stop that end with the option they come to.
extension Truncation {
    private static let connectives: [StaticString] = ["therefore", "thus", "hence", "so"]
    private static let copulas: [StaticString] = [
        "it's", "it’s", "it is", "it must be", "it has to be", "answer is", "answer must be", "answer has to be",
        "i choose", "i pick", "i select", "i'd choose", "i'll choose", "i'll go with", "i go with", "i would choose",
        "that leaves", "leaving", "which leaves",
    ]
    private static let verbs: [StaticString] = ["is", "be", "choose", "pick", "select", "with"]
    private static let nouns: [StaticString] = ["option", "choice", "answer", "letter"]

    /// Whether a text ends with the option that was found in it, behind "therefore" or "so it's".
    ///
    /// "…, therefore I think it's B" has its answer; "First consider option B" goes on.
    static func endsWithOption(_ range: Range<Int>, in text: AnswerText, extraction: ExtractionResult) -> Bool {
        guard case .choice = extraction.expected.kind, let answer = extraction.answer, !answer.isHedged else {
            return false
        }
        guard answer.span.upperBound <= range.upperBound,
            (answer.span.upperBound..<range.upperBound).allSatisfy({ !AnswerText.isAlphanumeric(text[$0]) })
        else { return false }
        var end = before(answer.span.lowerBound, from: range.lowerBound, in: text)
        if let width = ending(nouns, at: end, in: text) {
            end = before(end - width, from: range.lowerBound, in: text)
        }
        if ending(connectives, at: end, in: text) != nil { return true }
        let sentence = Explanations.sentence(endingAt: end, from: range.lowerBound, in: text)
        if ending(copulas, at: end, in: text) != nil { return true }
        return ending(verbs, at: end, in: text) != nil
            && (connectives + ["must", "conclude", "answer"]).contains { text.containsWord($0, in: sentence) }
    }

    /// The place behind the last word before `index`.
    private static func before(_ index: Int, from low: Int, in text: AnswerText) -> Int {
        var end = index
        while end > low, [0x20, 0x28, 0x2A, 0x22, 0x24, 0x2C, 0x3A].contains(text[end - 1]) { end -= 1 }
        return end
    }

    private static func ending(_ words: [StaticString], at end: Int, in text: AnswerText) -> Int? {
        words.first { text.matchesWord($0, at: end - $0.utf8CodeUnitCount) }?.utf8CodeUnitCount
    }
}

extension Explanations {
    /// The sentence of which `end` is in the midst.
    static func sentence(endingAt end: Int, from low: Int, in text: AnswerText) -> Range<Int> {
        var start = end
        while start > low, end - start < 400, text[start - 1] != 0x0A,
            !(text[start - 1] == UInt8(ascii: ".") && text[start] == 0x20)
        { start -= 1 }
        return start..<end
    }
}
