// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Finds the last box, tag or anchor that has a value.
struct CommittedSearch {
    let text: AnswerText
    let range: Range<Int>
    let expected: ExpectedAnswer
    let extract: AnswerOptions.Extraction

    /// The answer that the response commits itself to.
    func answer() -> FoundAnswer? {
        var scanner = CommitmentScanner(text, in: range)
        var boxes = BoxReader(text, limit: range.upperBound)
        let reader = ValueReader(text, expected: expected)
        // The last value that stands somewhere in a sentence: a value right behind its anchor, or a box, goes first.
        var indirect: FoundAnswer?
        // The last value of another kind than expected.
        var unlikely: FoundAnswer?
        while let commitment = scanner.next() {
            guard commitment.kind == .box || extract != .boxed else { continue }
            guard let found = read(commitment, reader: reader, boxes: &boxes, scanner: scanner) else { continue }
            guard found.value.isPlausible else {
                if unlikely == nil { unlikely = found }
                continue
            }
            if found.value.isDirect { return corrected(found) }
            if commitment.kind == .finalAnchor || commitment.kind == .hashes { return corrected(indirect ?? found) }
            if indirect == nil { indirect = found }
        }
        return indirect.map(corrected) ?? unlikely
    }

    private func read(
        _ commitment: Commitment, reader: ValueReader, boxes: inout BoxReader, scanner: CommitmentScanner
    ) -> FoundAnswer? {
        switch commitment.kind {
        case .box:
            guard let box = boxes.box(of: commitment), !isPlaceholder(box.content) else { return nil }
            return Boxes(text: text, expected: expected).answer(last: box, reader: boxes, scanner: scanner)
        case .tag:
            let content = text.trim(commitment.valueStart..<commitment.limit)
            guard !content.isEmpty else { return nil }
            if var value = reader.value(at: content.lowerBound, limit: content.upperBound), value.isPlausible {
                value.isDirect = true
                return FoundAnswer(.tag, value)
            }
            return FoundAnswer(.tag, FoundValue(span: content, isDirect: true, isPlausible: true))
        case .hashes:
            guard let value = reader.value(at: commitment.valueStart, limit: commitment.limit),
                !isHeading(value.span, line: commitment)
            else { return nil }
            return FoundAnswer(.hashes, value)
        case .initial where isChoice && !isOption(behind: commitment): return nil
        case .anchor, .finalAnchor, .initial:
            guard let value = reader.value(at: commitment.valueStart, limit: commitment.limit),
                !isRemark(value.span)
            else { return nil }
            return FoundAnswer(.anchor, value)
        }
    }

    /// Whether a line has nothing but option letters behind its `A:`.
    private func isOption(behind commitment: Commitment) -> Bool {
        let end = text.lineEnd(from: commitment.valueStart, limit: commitment.limit)
        return OptionLetters.wholeOption(in: commitment.valueStart..<max(end, commitment.valueStart), of: text) != nil
            && end - commitment.valueStart <= 16
    }

    private var isChoice: Bool {
        if case .choice = expected.kind { true } else { false }
    }

    /// `\boxed{}`, `\boxed{...}`, `\boxed{answer}`: the instruction, repeated.
    private func isPlaceholder(_ content: Range<Int>) -> Bool {
        let content = text.trim(content)
        guard content.count <= 40 else { return false }
        if content.isEmpty { return true }
        // The gap of an equation that the question asks to fill.
        if text.matches("\\phantom{", at: content.lowerBound),
            Braces.end(ofGroupAt: content.lowerBound + 8, limit: content.upperBound, in: text) == content.upperBound
        {
            return true
        }
        for word in [
            "...", "\\ldots", "\\dots", "answer", "your answer", "final answer", "your final answer", "the answer",
            "\\text{answer}", "\\text{final answer}", "\\text{your answer}", "…", "\\cdots", " ",
        ] as [StaticString]
        where content.count == word.utf8CodeUnitCount && text.matches(word, at: content.lowerBound) {
            return true
        }
        return false
    }

    /// `#### 3. Area of the base`: a heading of markdown, with more text behind it.
    private func isHeading(_ value: Range<Int>, line: Commitment) -> Bool {
        let rest = text.trim(line.limit..<range.upperBound)
        guard !rest.isEmpty, line.limit < range.upperBound, text[line.limit] == 0x0A else { return false }
        let content = text.trim(line.valueStart..<line.limit)
        if text[content.upperBound - 1] == UInt8(ascii: ":") { return true }
        var cursor = content.lowerBound
        while AnswerText.isDigit(text[cursor]) { cursor += 1 }
        let isItem =
            cursor > content.lowerBound && (text[cursor] == UInt8(ascii: ".") || text[cursor] == UInt8(ascii: ")"))
            && text[cursor + 1] == 0x20
        return isItem || Prose.wordCount(in: content, of: text, stopAt: 3) >= 2
    }

    /// "The answer is correct.", "the answer is as follows": says something about an answer.
    private func isRemark(_ value: Range<Int>) -> Bool {
        for word in [
            "correct", "wrong", "incorrect", "right", "reasonable", "as follows", "below", "above", "given", "provided",
            "verified", "consistent", "in the", "not", "not correct", "therefore", "also", "found by", "obtained",
            "the same", "expressed", "rounded",
        ] as [StaticString] where text.matchesWord(word, at: value.lowerBound) {
            if expected.kind == .boolean, value.count < 12 { return false }
            if word.utf8CodeUnitCount == value.count || word.utf8CodeUnitCount > 5 && word != "not correct" {
                return true
            }
            if text.matchesWord("in the", at: value.lowerBound) { return true }
        }
        return false
    }

    // MARK: Corrections

    private func corrected(_ found: FoundAnswer) -> FoundAnswer {
        guard
            let value = Corrections(text: text, expected: expected).value(
                after: found.value.span.upperBound, limit: range.upperBound)
        else { return found }
        return FoundAnswer(.anchor, value)
    }
}

extension StaticString {
    /// Compares two literals.
    fileprivate static func != (left: StaticString, right: StaticString) -> Bool {
        left.description != right.description
    }
}
