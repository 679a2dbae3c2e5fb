// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Texts that are nothing but an answer.
extension FallbackSearch {
    /// The answer where all of a text is one: without prose, or short and of the kind that is expected.
    func whole(_ range: Range<Int>) -> FoundAnswer? {
        let spans = range.count <= 8192 ? MathSpans.all(in: range, of: text) : []
        if spans.count == 1, let span = spans.first, span.full == range {
            return FoundAnswer(.whole, FoundValue(span: range, isDirect: true, isPlausible: true))
        }
        let isOneWord = !range.contains { AnswerText.isSpace(text[$0]) }
        let hasWords = Prose.wordCount(in: range, of: text, stopAt: 1) > 0
        // A sentence without spaces: Chinese, Japanese.
        let isSentence = isOneWord && Prose.hasWideScript(range, of: text)
        if isOneWord && (!isSentence || expected.kind != .number) || !hasWords && !hasSmallWords(range),
            range.count <= Self.shortest || isOneWord
        {
            return wholeValue(range, spans: spans)
        }
        guard range.count <= Self.shortest else { return nil }
        switch expected.kind {
        case .text, .boolean:
            return sentenceCount(range) <= 2
                ? FoundAnswer(.whole, FoundValue(span: range, isDirect: true, isPlausible: true)) : nil
        case .choice:
            if case .choice(isMultiple: false) = expected.kind, let letter = committedOption(lastSentences(range)) {
                return FoundAnswer(.whole, FoundValue(span: letter, isDirect: true, isPlausible: true))
            }
            return wholeValue(Explanations.withoutReason(range, in: text), spans: spans)
        case .number:
            if ValueReader(text, expected: expected).isInWords(range) {
                return FoundAnswer(.whole, FoundValue(span: range, isDirect: true, isPlausible: true))
            }
            // `28 pct`, `16 feet`, `$5 per hour`.
            guard let number = NumberScanner.first(in: range, of: text), number.lowerBound == range.lowerBound else {
                return nil
            }
            if let end = Units.compoundEnd(from: number, limit: range.upperBound, in: text), end >= range.upperBound - 1
            {
                return FoundAnswer(.whole, FoundValue(span: range, isDirect: true, isPlausible: true))
            }
            guard
                Units.end(after: number.upperBound, limit: range.upperBound, in: text) >= range.upperBound - 1
            else { return nil }
            return FoundAnswer(
                .whole, FoundValue(span: range, isDirect: true, isPlausible: true, alternatives: [number]))
        case .any, .list, .relation, .expression:
            guard sentenceCount(range) <= 1, spans.isEmpty, !expected.isMoment || !hasSmallWords(range),
                Prose.wordCount(in: range, of: text, stopAt: 3) < 3,
                let value = ValueReader(text, expected: expected).mathematics(in: range)
            else { return nil }
            return FoundAnswer(.whole, value)
        }
    }

    func wholeValue(_ range: Range<Int>, spans: [MathSpan]) -> FoundAnswer? {
        if case .choice(let isMultiple) = expected.kind {
            return option(range, isMultiple: isMultiple).map { FoundAnswer(.whole, $0) }
        }
        var value = FoundValue(span: range, isDirect: true, isPlausible: true)
        if expected.kind == .number, range.count <= Self.shortest {
            let numbers = NumberScanner.all(in: range, of: text, limit: 8)
            value.isHedged =
                Hedging.joinsAlternatives(numbers, in: range, of: text)
                || Hedging.formsList(numbers, of: text)
            value.alternatives = Units.bareNumber(in: range, of: text).map { [$0] } ?? []
        }
        return FoundAnswer(.whole, value)
    }

    /// The option of a short text: the letter it begins with, or the last one that is not denied.
    func option(_ range: Range<Int>, isMultiple: Bool) -> FoundValue? {
        let peeled = AnswerSanitizer.peeled(range, in: text)
        if OptionLetters.isContradictory(in: range, of: text) {
            return FoundValue(span: peeled, isDirect: true, isPlausible: true)
        }
        if let count = OptionLetters.wholeOption(in: peeled, of: text), count == 1 || isMultiple,
            !offersAnother(peeled)
        {
            let letters = OptionLetters.standalone(in: peeled, of: text)
            let span = count == 1 ? letters.first ?? peeled : peeled
            return FoundValue(span: span, isDirect: true, isPlausible: true)
        }
        // `E*2` is no option E.
        if !range.contains(where: { AnswerText.isSpace(text[$0]) }), !text.matches("option", at: range.lowerBound),
            !Prose.hasWideScript(range, of: text)
        {
            return FoundValue(span: peeled, isDirect: true, isPlausible: true)
        }
        let letters = OptionLetters.standalone(in: range, of: text)
        guard let last = letters.last else {
            return FoundValue(
                span: OptionLetters.parenthesised(in: range, of: text) ?? peeled, isDirect: true, isPlausible: true)
        }
        let run = OptionLetters.run(letters, of: text)
        if isMultiple, let extent = OptionLetters.extent(of: letters, in: text) {
            return FoundValue(span: extent, isDirect: true, isPlausible: true)
        }
        // `D. it can't be A or B`
        let first = letters[0]
        if first.lowerBound <= range.lowerBound + 1, run.count == 1 {
            return FoundValue(span: first, isDirect: true, isPlausible: true)
        }
        let isHedged =
            letters.count > 1 && run.count == letters.count
            && Set(run.map { text[$0.lowerBound] }).count > 1
        return FoundValue(span: last, isDirect: true, isPlausible: true, isHedged: isHedged)
    }

    /// Whether an alternative stands behind an option and its dot: "B. Or A."
    private func offersAnother(_ range: Range<Int>) -> Bool {
        let run = OptionLetters.run(OptionLetters.standalone(in: range, of: text), of: text)
        return run.count > 1 && Hedging.hasOr(range, of: text)
    }

    func hasSmallWords(_ range: Range<Int>) -> Bool {
        for word in ["is", "it", "we", "or", "to", "of", "so", "if", "be", "as", "he", "no", "at", "on", "not"]
            as [StaticString]
        where text.containsWord(word, in: range) { return true }
        return false
    }

    func sentenceCount(_ range: Range<Int>) -> Int {
        var count = 0
        var cursor = range.lowerBound
        while cursor < range.upperBound, count < 8 {
            let end = Clause.end(from: cursor, limit: range.upperBound, in: text)
            if !text.trim(cursor..<end).isEmpty { count += 1 }
            cursor = max(end, cursor) + 1
        }
        return count
    }
}
