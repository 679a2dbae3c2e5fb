// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Tells sentences that refuse an answer or say that none can be given.
enum Refusal {
    /// How much of the beginning and of the end is read: a refusal stands in the first or the last sentences.
    private static let head = 400
    private static let tail = 400
    /// The longest text whose beginning may refuse all of it.
    private static let longest = 2000

    /// The phrase that refuses.
    static func find(in range: Range<Int>, of text: AnswerText) -> String? {
        var regions = [max(range.lowerBound, range.upperBound - tail)..<range.upperBound]
        if range.count <= longest { regions.append(range.lowerBound..<min(range.upperBound, range.lowerBound + head)) }
        if regions.count == 2, regions[0] == regions[1] { regions.removeLast() }
        for region in regions {
            if let phrase = phrases.first(in: region, of: text), let found = text.find(phrase, in: region) {
                // "… cannot be determined by guessing, but counting gives 105"
                let end = Clause.end(from: found, limit: range.upperBound, in: text)
                if hasResult(found..<max(found, end), in: text) { continue }
                return "it says \"\(phrase)\" and gives no answer"
            }
        }
        // The last sentences by their parts, where no value stands behind them.
        var sentences: [Range<Int>] = []
        var cursor = max(range.lowerBound, range.upperBound - tail)
        while cursor < range.upperBound {
            let end = Clause.end(from: cursor, limit: range.upperBound, in: text)
            if end > cursor { sentences.append(cursor..<end) }
            cursor = max(end, cursor) + 1
        }
        for sentence in sentences.suffix(3).reversed() {
            if RefusalGrammar.refuses(sentence, in: text), !hasResult(sentence, in: text) {
                let words = text.trim(sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + 120))
                return "it says \"\(text.string(words))\" and gives no answer"
            }
            // A value behind it is an answer.
            if sentence.contains(where: { AnswerText.isDigit(text[$0]) || text[$0] == 0x24 || text[$0] == 0x5C }) {
                return nil
            }
        }
        return nil
    }

    /// Whether a sentence goes on to a value: "I'm not sure, but it is 105", "… which gives 105".
    private static func hasResult(_ sentence: Range<Int>, in text: AnswerText) -> Bool {
        guard NumberScanner.first(in: sentence, of: text) != nil else { return false }
        for word in ["so", "but", "gives", "is", "are", "therefore", "thus", "=", "leaving", "giving", "also"]
            as [StaticString]
        {
            var rest = sentence
            while let found = text.find(word, in: rest) {
                if word.utf8CodeUnitCount == 1 || text.matchesWord(word, at: found) {
                    // A value right behind: "but it is 105", "so 100 + 5 = 105".
                    let behind = (found + word.utf8CodeUnitCount)..<min(sentence.upperBound, found + 40)
                    if let number = NumberScanner.first(
                        in: behind.lowerBound..<max(behind.lowerBound, behind.upperBound), of: text),
                        Prose.wordCount(in: behind.lowerBound..<number.lowerBound, of: text, stopAt: 4) < 3
                    {
                        return true
                    }
                }
                rest = (found + 1)..<sentence.upperBound
            }
        }
        return false
    }

    /// Parts of sentences; an apostrophe may be the typographic one.
    private static let phrases = PhraseSet([
        // English
        "can't help with", "cannot help with", "can’t help with", "unable to help", "can't assist", "cannot assist",
        "can’t assist", "unable to assist", "i cannot answer", "i can't answer", "i can’t answer", "can not answer",
        "unable to answer", "cannot provide an answer", "can't provide an answer", "cannot provide a",
        "unable to provide",
        "i cannot solve", "i can't solve", "i can’t solve", "unable to solve", "cannot be solved", "can't be solved",
        "cannot be answered", "i must decline", "i have to decline", "i decline to", "won't answer", "will not answer",
        "won’t answer", "not give a final answer", "not be able to answer", "not able to answer", "not able to provide",
        "not able to help", "not able to solve", "violates my guidelines", "against my guidelines",
        "against my programming", "as an ai language model", "as an ai, i", "i'm unable to", "i’m unable to",
        "i am unable to",
        "not enough information", "insufficient information", "without more information",
        "without additional information",
        "need more information", "cannot be determined", "can't be determined", "cannot determine", "can't determine",
        "unable to determine", "i don't know", "i do not know", "i don’t know", "no answer can be given",
        "i cannot fulfill", "i can't fulfill", "i cannot comply", "i can't comply", "cannot complete this request",
        // Chinese, Japanese, Korean
        "无法回答", "不能回答", "无法解答", "无法提供", "无法解决", "无法确定答案", "信息不足", "我不能", "無法回答", "抱歉，我无法",
        "お答えできません", "回答できません", "答えられません", "解けません", "申し訳ありません", "お手伝いできません",
        "답변할 수 없", "대답할 수 없", "답할 수 없", "도와드릴 수 없", "풀 수 없",
        // French, Spanish, Portuguese, Italian, German, Russian
        "je ne peux pas", "je ne suis pas en mesure", "je suis incapable", "impossible de répondre",
        "no puedo responder", "no puedo ayudar", "no puedo proporcionar", "no puedo resolver", "lo siento, pero no",
        "não posso responder", "não posso ajudar", "não consigo", "não é possível responder",
        "non posso rispondere", "non posso aiutar", "non sono in grado", "non posso fornire",
        "kann ich nicht beantworten", "kann diese frage nicht", "kann dabei nicht helfen", "nicht beantworten",
        "kann ich nicht lösen", "tut mir leid, aber",
        "не могу ответить", "не могу помочь", "не могу решить", "не в состоянии", "невозможно ответить",
    ])
}
