// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Takes an answer out of the sentence around it: "The answer is parabola." → "parabola".
///
/// Only frames that add nothing go: an anchor ("the answer is", "answer:"), a lead ("it is", "so"), "… is the
/// answer", and a reason at the end ("because …").
package enum SentencePeel {
    /// The text without its frame; the text itself where it has none.
    package static func peeled(_ text: String) -> String {
        let tokens = AnswerTokens(PlainAnswer(text))
        let range = range(tokens)
        guard range != 0..<tokens.count, let first = range.first, let last = range.last else { return text }
        return String(decoding: tokens.bytes[tokens.tokens[first].start..<tokens.tokens[last].end], as: UTF8.self)
    }

    /// Whether the text says that it names the answer.
    package static func hasAnchor(_ plain: PlainAnswer) -> Bool {
        let tokens = AnswerTokens(plain)
        return (0..<tokens.count).contains { isAnchor(tokens, $0) }
    }

    /// The tokens inside the frame.
    package static func range(_ tokens: AnswerTokens) -> Range<Int> {
        var low = 0
        var high = tokens.count
        while high > low, isStop(tokens, high - 1) { high -= 1 }
        for index in stride(from: high - 1, through: 0, by: -1) where isAnchor(tokens, index) {
            let after = afterAnchor(tokens, index)
            if after < high {
                low = after
            } else if let end = subjectEnd(tokens, anchor: index) {
                high = end
            }
            break
        }
        while low < high, isLead(tokens, low, high) { low += 1 }
        if let reason = reasonStart(tokens, low, high), !takesBack(tokens, reason, high) { high = reason }
        while high > low, isStop(tokens, high - 1) { high -= 1 }
        return low < high ? low..<high : 0..<tokens.count
    }

    // MARK: Details

    private static func isStop(_ tokens: AnswerTokens, _ index: Int) -> Bool {
        if tokens.kind(index) == .newline { return true }
        switch tokens.mark(index) {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: ":"): return true
        default: return false
        }
    }

    private static func isAnchor(_ tokens: AnswerTokens, _ index: Int) -> Bool {
        guard tokens.kind(index) == .word else { return false }
        switch tokens.lowercased(index) {
        case "answer", "ans", "antwort", "réponse", "respuesta", "risposta", "resposta", "ответ": return true
        default: return false
        }
    }

    /// The first token after "answer is", "answer:", "answer would be".
    private static func afterAnchor(_ tokens: AnswerTokens, _ anchor: Int) -> Int {
        var index = anchor + 1
        while index < tokens.count, index <= anchor + 4 {
            switch tokens.lowercased(index) {
            case "is", "are", "was", "be", "would", "must", "should", "will", ":", "=", "ist", "est", "es", "thus", "-":
                index += 1
            default:
                return index
            }
        }
        return index
    }

    /// Where "X" ends in "X is the (correct) answer".
    private static func subjectEnd(_ tokens: AnswerTokens, anchor: Int) -> Int? {
        var index = anchor - 1
        while index > 0, index >= anchor - 4 {
            switch tokens.lowercased(index) {
            case "the", "correct", "final", "right", "my", "our": index -= 1
            case "is", "are", "be": return index
            default: return nil
            }
        }
        return nil
    }

    /// Words before an answer that add nothing.
    private static func isLead(_ tokens: AnswerTokens, _ index: Int, _ high: Int) -> Bool {
        guard index + 1 < high else { return false }
        switch tokens.lowercased(index) {
        case "so", "thus", "hence", "therefore", "then", ",", ":", "=", "it's", "that's", "final", "we", "get", "have",
            "obtain", "clearly", "definitely", "on", "in", "at", "think", "believe":
            return true
        case "it", "this", "that", "they", "these", "he", "she":
            let next = tokens.lowercased(index + 1)
            return index + 2 < high && (next == "is" || next == "are" || next == "was" || next == "were")
        case "i":
            let next = tokens.lowercased(index + 1)
            return next == "think" || next == "believe"
        case "is", "are", "was", "were":
            return index > 0
        default:
            return false
        }
    }

    /// Whether words from `low` on name another answer or take the first one back.
    private static func takesBack(_ tokens: AnswerTokens, _ low: Int, _ high: Int) -> Bool {
        (low..<high).contains { index in
            !SentenceRole.of(tokens.lowercased(index)).isDisjoint(with: [.or, .hedge, .correction])
                || tokens.lowercased(index) == "but"
        }
    }

    private static func reasonStart(_ tokens: AnswerTokens, _ low: Int, _ high: Int) -> Int? {
        for index in low..<high where index > low && tokens.kind(index) == .word {
            switch tokens.lowercased(index) {
            case "because": return index
            case "since", "as": if tokens.mark(index - 1) == UInt8(ascii: ",") { return index }
            default: break
            }
        }
        return nil
    }
}
