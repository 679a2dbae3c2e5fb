// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// Finds the answer of a response that names none: all of a short text, or something in its last sentences.
struct FallbackSearch {
    let text: AnswerText
    let range: Range<Int>
    let expected: ExpectedAnswer

    /// The longest text that may be nothing but an answer, in bytes.
    static let shortest = 400
    /// How much of the end is split into sentences.
    private static let window = 8 << 10
    /// How many sentences are read from the end.
    private static let sentences = 40

    func answer() -> FoundAnswer? {
        let trimmed = text.trim(range)
        guard !trimmed.isEmpty else { return nil }
        if let whole = whole(trimmed) { return whole }
        let sentences = lastSentences(trimmed)
        if expected.kind == .number, let output = CodeOutput.last(in: window(trimmed), of: text) {
            if let answer = printed(output, sentences: sentences) { return answer }
        }
        return fromSentences(sentences) ?? lastResort(trimmed)
    }

    // MARK: Sentences

    private func window(_ range: Range<Int>) -> Range<Int> {
        guard range.count > Self.window else { return range }
        var low = range.upperBound - Self.window
        // From the beginning of a line, where there is one.
        let end = text.lineEnd(from: low, limit: range.upperBound - Self.window / 2)
        if text[end] == 0x0A { low = end + 1 }
        return low..<range.upperBound
    }

    func lastSentences(_ range: Range<Int>) -> [Range<Int>] {
        let window = window(range)
        var sentences: [Range<Int>] = []
        var cursor = window.lowerBound
        while cursor < window.upperBound {
            var begin = cursor
            while begin < window.upperBound, let width = text.spaceWidth(at: begin) { begin += width }
            begin = afterListNumber(begin)
            let end = Clause.end(from: begin, limit: window.upperBound, in: text)
            let sentence = text.trim(min(begin, end)..<end)
            if !sentence.isEmpty { sentences.append(sentence) }
            cursor = max(end, begin) + 1
        }
        return sentences.suffix(Self.sentences)
    }

    /// The place after the `3. ` of a list.
    private func afterListNumber(_ index: Int) -> Int {
        var cursor = index
        while AnswerText.isDigit(text[cursor]) { cursor += 1 }
        guard cursor > index, cursor - index <= 2,
            text[cursor] == UInt8(ascii: ".") || text[cursor] == UInt8(ascii: ")"),
            AnswerText.isSpace(text[cursor + 1]), cursor + 1 < text.count,
            text.beginsLine(index, from: range.lowerBound)
        else { return index }
        return cursor + 2
    }

    private func fromSentences(_ sentences: [Range<Int>]) -> FoundAnswer? {
        let reader = ValueReader(text, expected: expected)
        var words: FoundAnswer?
        if case .choice(isMultiple: false) = expected.kind, let letter = committedOption(sentences) {
            return FoundAnswer(.lastLetter, FoundValue(span: letter, isDirect: false, isPlausible: true))
        }
        for whole in sentences.reversed() where !isClosing(whole) {
            if expected.isMoment, let moment = moment(in: whole) { return moment }
            let sentence = main(of: whole)
            switch expected.kind {
            case .number:
                if let found = lastNumber(in: sentence) { return found }
            case .choice:
                let letters = OptionLetters.standalone(in: sentence, of: text)
                if let last = letters.last {
                    let run = OptionLetters.run(letters, of: text)
                    let isHedged =
                        run.count > 1 && run.count == letters.count
                        && Set(run.map { text[$0.lowerBound] }).count > 1 && Hedging.hasOr(sentence, of: text)
                    return FoundAnswer(
                        .lastLetter, FoundValue(span: last, isDirect: false, isPlausible: true, isHedged: isHedged))
                }
                if let small = OptionLetters.parenthesised(in: sentence, of: text) {
                    return FoundAnswer(.lastLetter, FoundValue(span: small, isDirect: false, isPlausible: true))
                }
            case .boolean:
                if let value = reader.value(in: sentence), value.isDirect { return FoundAnswer(.whole, value) }
            case .text:
                if let bold = bold(in: sentence) {
                    return FoundAnswer(.bold, FoundValue(span: bold, isDirect: false, isPlausible: true))
                }
                if words == nil, let value = reader.value(in: sentence) { words = FoundAnswer(.whole, value) }
            case .any, .list, .relation, .expression:
                if let found = mathematics(in: sentence, reader: reader) { return found }
            }
        }
        return words
    }

    /// A sentence without what only explains, and without what it draws a conclusion from.
    private func main(of sentence: Range<Int>) -> Range<Int> {
        switch expected.kind {
        case .text, .boolean: return sentence
        default: break
        }
        let main = Explanations.withoutReason(sentence, in: text)
        if case .choice = expected.kind { return main }
        return Explanations.conclusion(of: main, in: text) ?? main
    }

    /// The option that a sentence chooses, from the last sentence on; else the one that is all of the first line.
    func committedOption(_ sentences: [Range<Int>]) -> Range<Int>? {
        for sentence in sentences.reversed() {
            let main = Explanations.withoutReason(sentence, in: text)
            if let letter = OptionLetters.chosen(in: main, of: text) { return letter }
        }
        guard sentences.count > 1, let first = sentences.first, first.lowerBound == text.trim(range).lowerBound else {
            return nil
        }
        let peeled = AnswerSanitizer.peeled(first, in: text)
        guard peeled.count <= 3, OptionLetters.wholeOption(in: peeled, of: text) == 1,
            text[text.lineEnd(from: first.lowerBound, limit: range.upperBound)] == 0x0A
        else { return nil }
        return OptionLetters.standalone(in: peeled, of: text).first
    }

    /// The time or date that a sentence ends with: "He arrives at 3:15 PM".
    private func moment(in sentence: Range<Int>) -> FoundAnswer? {
        var start: Int?
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            if AnswerText.isLetter(text[index]) || text[index] >= 0xC3, !AnswerText.isAlphanumeric(text[index - 1]),
                let width = text.firstWord(of: Self.beforeMoments, at: index)
            {
                start = index + width
                index += width
            } else {
                index += 1
            }
        }
        guard let start, start < sentence.upperBound else { return nil }
        let rest = text.trim(start..<sentence.upperBound)
        guard rest.count <= 32, Prose.wordCount(in: rest, of: text, stopAt: 3) < 3,
            rest.contains(where: { AnswerText.isDigit(text[$0]) })
        else { return nil }
        // "14:05 an": a time ends with its digits or its half of the day.
        var span = rest
        if let last = NumberScanner.all(in: rest, of: text).last {
            let time = NumberScanner.withTime(last, in: rest, of: text)
            if time.contains(where: { text[$0] == UInt8(ascii: ":") }) { span = time }
        }
        return FoundAnswer(.lastNumber, FoundValue(span: span, isDirect: false, isPlausible: true))
    }

    private static let beforeMoments: [StaticString] = [
        "is", "at", "on", "was", "will be", "until", "by", "um", "am", "ist", "à", "est", "le", "a las", "es", "el",
        "às", "é", "em", "alle", "è", "il", "в",
    ]

    /// "I hope it is correct.", "Let me know …": nothing that is an answer.
    private func isClosing(_ sentence: Range<Int>) -> Bool {
        for phrase in ["i hope", "let me know", "hope this", "feel free", "note:", "note that", "please let"]
            as [StaticString]
        where text.matches(phrase, at: sentence.lowerBound) { return true }
        return false
    }

    private func mathematics(in sentence: Range<Int>, reader: ValueReader) -> FoundAnswer? {
        let spans = MathSpans.all(in: sentence, of: text)
        if let last = spans.last {
            let from = Clause.afterLastVerb(in: sentence, of: text) ?? sentence.lowerBound
            let after = spans.filter { $0.full.lowerBound >= from }
            let rule: ExtractionRule = last.kind == .inline ? .inlineMath : .displayMath
            if let value = reader.value(in: (after.first ?? last).full.lowerBound..<sentence.upperBound) {
                return FoundAnswer(rule, value)
            }
        }
        if let bold = bold(in: sentence) {
            return FoundAnswer(.bold, FoundValue(span: bold, isDirect: false, isPlausible: true))
        }
        if spans.isEmpty, let number = NumberScanner.all(in: sentence, of: text).last,
            let start = Assignments.start(of: number, from: sentence.lowerBound, in: text)
        {
            return FoundAnswer(
                .lastNumber, FoundValue(span: start..<number.upperBound, isDirect: false, isPlausible: true))
        }
        let from = Clause.afterLastVerb(in: sentence, of: text) ?? sentence.lowerBound
        let rest = text.trim(from..<sentence.upperBound)
        if !rest.isEmpty, Prose.wordCount(in: rest, of: text, stopAt: 1) == 0,
            rest.contains(where: { AnswerText.isDigit(text[$0]) })
        {
            return FoundAnswer(.lastNumber, FoundValue(span: rest, isDirect: false, isPlausible: true))
        }
        if let number = NumberScanner.all(in: sentence, of: text).last {
            let span = NumberScanner.withTime(number, in: sentence, of: text)
            return FoundAnswer(.lastNumber, FoundValue(span: span, isDirect: false, isPlausible: true))
        }
        return nil
    }

    private func lastNumber(in sentence: Range<Int>) -> FoundAnswer? {
        let spans = MathSpans.all(in: sentence, of: text)
        let valued = spans.filter { span in span.content.contains { AnswerText.isDigit(text[$0]) } }
        if let last = valued.last {
            let from = Clause.afterLastVerb(in: sentence, of: text) ?? sentence.lowerBound
            let span = valued.first { $0.full.lowerBound >= from } ?? last
            let rule: ExtractionRule = span.kind == .inline ? .inlineMath : .displayMath
            if let value = ValueReader(text, expected: expected).value(in: span.full.lowerBound..<sentence.upperBound) {
                return FoundAnswer(rule, value)
            }
        }
        var region = sentence
        var rule = ExtractionRule.lastNumber
        if let bold = bold(in: sentence), NumberScanner.first(in: bold, of: text) != nil {
            region = bold
            rule = .bold
        }
        var number = NumberScanner.all(in: region, of: text).last
        let all = NumberScanner.all(in: region, of: text, limit: 16)
        if rule == .lastNumber, let from = Clause.afterLastVerb(in: sentence, of: text),
            let after = NumberScanner.first(in: from..<sentence.upperBound, of: text)
        {
            number = after
        }
        guard let number else { return nil }
        // "x = -1 and x = 3" are two.
        if rule == .lastNumber, let last = all.last,
            let start = Assignments.start(of: last, from: region.lowerBound, in: text)
        {
            return FoundAnswer(rule, FoundValue(span: start..<last.upperBound, isDirect: false, isPlausible: true))
        }
        // "2 hours and 30 minutes" is one value.
        for first in all where first.lowerBound <= number.lowerBound {
            if let end = Units.compoundEnd(from: first, limit: region.upperBound, in: text), end >= number.upperBound {
                return FoundAnswer(
                    rule, FoundValue(span: first.lowerBound..<end, isDirect: false, isPlausible: true))
            }
        }
        let end = Units.end(after: number.upperBound, limit: region.upperBound, in: text)
        return FoundAnswer(
            rule,
            FoundValue(
                span: number.lowerBound..<end, isDirect: false, isPlausible: true,
                isHedged: Hedging.joinsAlternatives(all, in: region, of: text),
                alternatives: end > number.upperBound ? [number] : []))
    }

    /// The last `**…**` of a sentence.
    private func bold(in sentence: Range<Int>) -> Range<Int>? {
        var marks: [Int] = []
        var index = sentence.lowerBound
        while index + 1 < sentence.upperBound {
            if text[index] == UInt8(ascii: "*"), text[index + 1] == UInt8(ascii: "*") {
                marks.append(index)
                index += 2
            } else {
                index += 1
            }
        }
        guard marks.count >= 2 else { return nil }
        let close = marks.count - (marks.count % 2 == 0 ? 1 : 2)
        let content = text.trim((marks[close - 1] + 2)..<marks[close])
        // A heading: `**Step 3:**`
        guard !content.isEmpty, text[content.upperBound - 1] != UInt8(ascii: ":"),
            text[marks[close] + 2] != UInt8(ascii: ":")
        else { return nil }
        return content
    }

    // MARK: Code

    /// What was printed, unless the text behind names one other number.
    private func printed(_ output: Range<Int>, sentences: [Range<Int>]) -> FoundAnswer? {
        guard let number = NumberScanner.first(in: output, of: text) else { return nil }
        let behind = sentences.filter { $0.lowerBound > output.upperBound }
        let numbers = behind.flatMap { NumberScanner.all(in: $0, of: text, limit: 8) }
        if numbers.count == 1, let sentence = behind.last(where: { NumberScanner.first(in: $0, of: text) != nil }),
            !isGiven(numbers[0], before: output.lowerBound)
        {
            return lastNumber(in: sentence)
        }
        return FoundAnswer(.codeOutput, FoundValue(span: number, isDirect: false, isPlausible: true))
    }

    /// Whether the same number stands in the text before `end` already: something the problem gave.
    private func isGiven(_ number: Range<Int>, before end: Int) -> Bool {
        let digits = Array(text.bytes[number])
        var start = max(range.lowerBound, end - Self.window)
        while let found = ByteSearch.first(digits, in: text.bytes, from: start), found < end {
            if !AnswerText.isDigit(text[found - 1]), !AnswerText.isDigit(text[found + digits.count]) { return true }
            start = found + 1
        }
        return false
    }

    private func lastResort(_ range: Range<Int>) -> FoundAnswer? {
        if expected.kind == .number, let number = NumberScanner.last(in: window(range), of: text) {
            return FoundAnswer(.lastNumber, FoundValue(span: number, isDirect: false, isPlausible: true))
        }
        guard range.count <= Self.shortest else { return nil }
        return FoundAnswer(.whole, FoundValue(span: range, isDirect: false, isPlausible: false))
    }
}
