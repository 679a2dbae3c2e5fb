// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A value as it was found, before it becomes an ``ExtractedAnswer``.
package struct FoundValue: Sendable {
    /// All of it, with a unit.
    package var span: Range<Int>
    /// Whether it stands where a value is due, rather than somewhere in a sentence.
    package var isDirect: Bool
    /// Whether it is of the kind that is expected.
    package var isPlausible: Bool
    package var isHedged = false
    /// What words around it say against it.
    package var qualifier: Qualifier?
    /// Parts that may be the answer too: the number without its unit.
    package var alternatives: [Range<Int>] = []
}

/// Reads the value that follows an anchor, by what is expected.
package struct ValueReader {
    let text: AnswerText
    let expected: ExpectedAnswer

    package init(_ text: AnswerText, expected: ExpectedAnswer) {
        self.text = text
        self.expected = expected
    }

    /// The value at or after `start`.
    package func value(at start: Int, limit: Int) -> FoundValue? {
        let begin = Clause.begin(at: start, limit: limit, in: text)
        guard begin < limit else { return nil }
        var clause = text.trim(begin..<Clause.end(from: begin, limit: limit, in: text))
        for copula in Self.copulas where text.matches(copula, at: clause.upperBound - copula.utf8CodeUnitCount) {
            clause = text.trim(clause.lowerBound..<max(clause.lowerBound, clause.upperBound - copula.utf8CodeUnitCount))
        }
        guard !AnswerSanitizer.peeled(clause, in: text).isEmpty else { return nil }
        switch expected.kind {
        case .text, .boolean: return value(in: clause)
        default: clause = Explanations.withoutReason(clause, in: text, isCommitted: true)
        }
        let value = value(in: clause)
        // "12 or -3, but it is positive, so 12": what it comes to wins over what it offered.
        if value?.isHedged ?? false, let conclusion = Explanations.conclusion(of: clause, in: text),
            let committed = self.value(in: conclusion), committed.isPlausible, !committed.isHedged
        {
            return committed
        }
        return value
    }

    /// What ends a sentence in Japanese and Korean, behind the value.
    private static let copulas: [StaticString] = ["です", "である", "となります", "입니다", "이다"]

    /// The value of a clause.
    package func value(in clause: Range<Int>) -> FoundValue? {
        switch expected.kind {
        case .number: number(in: clause)
        case .choice(let isMultiple): choice(in: clause, isMultiple: isMultiple)
        case .boolean: boolean(in: clause)
        case .text: words(in: clause)
        case .any, .list, .relation, .expression: mathematics(in: clause)
        }
    }

    // MARK: Numbers

    private func number(in clause: Range<Int>) -> FoundValue? {
        let spans = MathSpans.all(in: clause, of: text)
        if let first = spans.first, first.full.lowerBound == clause.lowerBound {
            return mathNumber(spans, in: clause, isDirect: true)
        }
        if spans.isEmpty, Prose.wordCount(in: clause, of: text, stopAt: 1) == 0, !isSentence(clause),
            !Prose.hasWideScript(clause, of: text)
        {
            let numbers = NumberScanner.all(in: clause, of: text, limit: 8)
            let isHedged =
                Hedging.joinsAlternatives(numbers, in: clause, of: text)
                || Hedging.formsList(numbers, of: text)
            return FoundValue(
                span: clause, isDirect: true, isPlausible: !numbers.isEmpty || clause.count < 40, isHedged: isHedged,
                alternatives: Units.bareNumber(in: clause, of: text).map { [$0] } ?? [])
        }
        let from = Clause.afterLastVerb(in: clause, of: text) ?? clause.lowerBound
        for region in [from..<clause.upperBound, clause] {
            let inside = spans.filter { $0.full.lowerBound >= region.lowerBound && hasValue($0.content) }
            let number = firstNumber(in: region, outside: spans)
            if let span = inside.first, number.map({ $0.lowerBound > span.full.lowerBound }) ?? true {
                return mathNumber(inside, in: clause, isDirect: false)
            }
            if let number {
                let isDirect = number.lowerBound == clause.lowerBound || beginsWithSymbol(clause, before: number)
                if let end = Units.compoundEnd(from: number, limit: clause.upperBound, in: text) {
                    return FoundValue(span: number.lowerBound..<end, isDirect: isDirect, isPlausible: true)
                }
                let end = Units.end(after: number.upperBound, limit: clause.upperBound, in: text)
                let numbers = NumberScanner.all(in: number.lowerBound..<clause.upperBound, of: text, limit: 8)
                return FoundValue(
                    span: number.lowerBound..<end, isDirect: isDirect, isPlausible: true,
                    isHedged: Hedging.joinsAlternatives(numbers, in: region, of: text),
                    alternatives: end > number.upperBound ? [number] : [])
            }
        }
        if isInWords(clause) { return FoundValue(span: clause, isDirect: true, isPlausible: true) }
        return FoundValue(span: clause, isDirect: false, isPlausible: false)
    }

    /// Whether a range is nothing but a number in words: "twenty-one", "five apples".
    func isInWords(_ range: Range<Int>) -> Bool {
        range.count <= 120 && NumberWords.digits(of: AnswerSanitizer.clean(text.string(range))) != nil
    }

    /// A number that no other text than a currency or a name with an equals sign stands before: `x = 5`, `€5`.
    private func beginsWithSymbol(_ clause: Range<Int>, before number: Range<Int>) -> Bool {
        number.lowerBound - clause.lowerBound <= 12
            && Prose.wordCount(in: clause.lowerBound..<number.lowerBound, of: text, stopAt: 1) == 0
    }

    private func isSentence(_ clause: Range<Int>) -> Bool {
        for word in ["is", "or", "it", "be"] as [StaticString] where text.containsWord(word, in: clause) { return true }
        return false
    }

    private func hasValue(_ content: Range<Int>) -> Bool {
        content.contains { AnswerText.isDigit(text[$0]) } || text.find("\\pi", in: content) != nil
    }

    private func firstNumber(in region: Range<Int>, outside spans: [MathSpan]) -> Range<Int>? {
        var low = region.lowerBound
        for span in spans where span.full.lowerBound >= low {
            let end = min(span.full.lowerBound, region.upperBound)
            if low < end, let number = NumberScanner.first(in: low..<end, of: text) { return number }
            low = span.full.upperBound
        }
        return low < region.upperBound ? NumberScanner.first(in: low..<region.upperBound, of: text) : nil
    }

    private func mathNumber(_ spans: [MathSpan], in clause: Range<Int>, isDirect: Bool) -> FoundValue? {
        guard let first = spans.first else { return nil }
        let joined = Lists.joined(spans, of: text)
        if joined.count > 1 {
            let differs = Set(joined.map { text.string(text.trim($0.content)) }).count > 1
            let whole = first.full.lowerBound..<(joined.last ?? first).full.upperBound
            return FoundValue(
                span: whole, isDirect: isDirect, isPlausible: true, isHedged: differs && Hedging.hasOr(whole, of: text))
        }
        let content = text.trim(first.content)
        let end = Units.end(after: first.full.upperBound, limit: clause.upperBound, in: text)
        let span = end > first.full.upperBound ? first.full.lowerBound..<end : content
        return FoundValue(
            span: span, isDirect: isDirect, isPlausible: hasValue(content) || content.count < 40,
            isHedged: Hedging.hasOr(content, of: text)
                && Hedging.joinsAlternatives(NumberScanner.all(in: content, of: text), in: content, of: text),
            alternatives: end > first.full.upperBound ? [content] : [])
    }

    // MARK: Choices

    private func choice(in clause: Range<Int>, isMultiple: Bool) -> FoundValue? {
        let letters = OptionLetters.standalone(in: clause, of: text)
        if OptionLetters.isContradictory(in: clause, of: text) {
            return FoundValue(span: clause, isDirect: true, isPlausible: true)
        }
        guard let first = letters.first else {
            if let small = OptionLetters.parenthesised(in: clause, of: text) {
                return FoundValue(
                    span: small, isDirect: small.lowerBound <= clause.lowerBound + 12, isPlausible: true)
            }
            // "La respuesta no es A": the letter is there, and ruled out.
            let isDenied = OptionLetters.wholeOption(in: clause, of: text) == 1
            return FoundValue(
                span: clause, isDirect: false, isPlausible: false, qualifier: isDenied ? .denied : nil)
        }
        let run = OptionLetters.run(letters, of: text)
        let isDirect = first.lowerBound - clause.lowerBound <= 24
        if isMultiple, let extent = OptionLetters.extent(of: run, in: text) {
            return FoundValue(span: extent, isDirect: isDirect, isPlausible: true)
        }
        let isHedged = Set(run.map { text[$0.lowerBound] }).count > 1
        return FoundValue(span: first, isDirect: isDirect, isPlausible: true, isHedged: isHedged)
    }

    // MARK: Words

    private func boolean(in clause: Range<Int>) -> FoundValue? {
        var isPlausible = false
        for word in ["true", "false", "yes", "no", "not", "correct", "incorrect", "right", "wrong"] as [StaticString]
        where text.containsWord(word, in: clause) { isPlausible = true }
        return FoundValue(span: clause, isDirect: isPlausible, isPlausible: isPlausible || clause.count < 60)
    }

    private func words(in clause: Range<Int>) -> FoundValue? {
        var end = clause.upperBound
        for word in [", because", ", since", " because ", ", which", ", as ", ", so ", " (because"] as [StaticString] {
            if let found = text.find(word, in: clause), found > clause.lowerBound { end = min(end, found) }
        }
        return FoundValue(span: clause.lowerBound..<end, isDirect: true, isPlausible: end - clause.lowerBound < 400)
    }

    // MARK: Mathematics

    func mathematics(in clause: Range<Int>) -> FoundValue? {
        let clause = Clause.afterConnective(in: clause, of: text)..<clause.upperBound
        let spans = MathSpans.all(in: clause, of: text)
        if let first = spans.first, first.full.lowerBound == clause.lowerBound {
            return mathValue(spans, in: clause, isDirect: true)
        }
        if let verb = Clause.afterLastVerb(in: clause, of: text, countsEquals: false) {
            let rest = text.trim(verb..<clause.upperBound)
            if !rest.isEmpty, Prose.wordCount(in: rest, of: text, stopAt: 1) == 0 {
                return spans.isEmpty
                    ? FoundValue(span: rest, isDirect: false, isPlausible: true)
                    : mathValue(spans.filter { $0.full.lowerBound >= verb }, in: clause, isDirect: false)
                        ?? FoundValue(span: rest, isDirect: false, isPlausible: true)
            }
        }
        if Prose.wordCount(in: clause, of: text, stopAt: 3) < (spans.isEmpty ? 3 : 1) {
            return FoundValue(span: clause, isDirect: true, isPlausible: true)
        }
        let from = Clause.afterLastVerb(in: clause, of: text) ?? clause.lowerBound
        let after = spans.filter { $0.full.lowerBound >= from }
        if !after.isEmpty { return mathValue(after, in: clause, isDirect: false) }
        if from > clause.lowerBound, Prose.wordCount(in: from..<clause.upperBound, of: text, stopAt: 3) < 3 {
            return FoundValue(span: text.trim(from..<clause.upperBound), isDirect: false, isPlausible: true)
        }
        if !spans.isEmpty { return mathValue(spans, in: clause, isDirect: false) }
        return FoundValue(span: clause, isDirect: expected.kind == .any, isPlausible: clause.count < 200)
    }

    private func mathValue(_ spans: [MathSpan], in clause: Range<Int>, isDirect: Bool) -> FoundValue? {
        guard let first = spans.first else { return nil }
        let joined = Lists.joined(spans, of: text)
        guard joined.count > 1, let last = joined.last else {
            let rest = text.trim(first.full.upperBound..<clause.upperBound)
            // `$x$ = 5`, `$28$ %`: mathematics goes on without delimiters.
            let goesOn =
                !rest.isEmpty && Prose.wordCount(in: rest, of: text, stopAt: 1) == 0
                && isOperator(text[rest.lowerBound])
            let content = text.trim(first.content)
            return FoundValue(
                span: goesOn ? first.full.lowerBound..<rest.upperBound : content, isDirect: isDirect,
                isPlausible: !content.isEmpty, alternatives: goesOn ? [content] : [])
        }
        let whole = first.full.lowerBound..<last.full.upperBound
        return FoundValue(
            span: whole, isDirect: isDirect, isPlausible: true,
            isHedged: expected.kind == .expression && Hedging.hasOr(whole, of: text),
            alternatives: [text.trim(last.content)])
    }

    private func isOperator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "%"), UInt8(ascii: "<"),
            UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "/"), UInt8(ascii: "*"):
            true
        default: false
        }
    }
}
