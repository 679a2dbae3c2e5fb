// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Finds the final answer of a response.
///
///     AnswerExtractor(extract: .any, expected: .number).extract(from: Array("So \\boxed{18}. Check: 9*2=18.".utf8))
///
/// ## How it decides
/// 1. What is searched: ``SearchRegion``.
/// 2. From the end to the beginning: the first box, tag or anchor whose value is of the expected kind. Text behind it that
///    takes it back ("no, wait, it is 12") gives the answer instead.
/// 3. Without one, and where the whole text is short and nothing but an answer: the text.
/// 4. Else what a code block printed, and the last sentences: their mathematics, bold text, number or option letter.
///
/// `boxed` looks at boxes only, `anchor` goes as far as step 2, `whole` takes all of the text.
///
/// - Cost: linear in the response, whatever it has; most bytes are looked at once.
package struct AnswerExtractor: Sendable {
    package let extract: AnswerOptions.Extraction
    package let expected: ExpectedAnswer

    package init(extract: AnswerOptions.Extraction = .any, expected: ExpectedAnswer = .any) {
        self.extract = extract
        self.expected = expected
    }

    /// The most readings beside the answer.
    private static let maximumAlternatives = 3

    /// The answer of a response in UTF-8.
    package func extract(from response: [UInt8]) -> ExtractionResult {
        let text = AnswerText(response)
        let region = SearchRegion(of: text)
        var result = ExtractionResult(
            searched: region.range, isReasoningOpen: region.isReasoningOpen, expected: expected)
        guard !region.isReasoningOpen else { return result }
        if extract == .whole {
            result.isWhole = true
            finish(&result, sentence(region.range, of: text) ?? whole(region.range, of: text), in: text)
            return result
        }
        for range in ranges(of: region.range) {
            let search = CommittedSearch(text: text, range: range, expected: expected, extract: extract)
            if let found = search.answer() {
                result.isCommitted = true
                finish(&result, found, in: text)
                return result
            }
        }
        if extract == .any {
            finish(&result, FallbackSearch(text: text, range: region.range, expected: expected).answer(), in: text)
        }
        if result.answer == nil, let box = emptyBox(in: region.range, of: text) {
            result.isCommitted = true
            result.answer = ExtractedAnswer(text: "", rawText: text.string(box), span: box, rule: .boxed)
        }
        return result
    }

    /// All of a range; tail and head of a very long one.
    private func ranges(of range: Range<Int>) -> [Range<Int>] {
        guard range.count > SearchRegion.wholeLimit else { return [range] }
        return [
            (range.upperBound - SearchRegion.tailLength)..<range.upperBound,
            range.lowerBound..<(range.lowerBound + SearchRegion.headLength),
        ]
    }

    /// The last box where it has nothing in it.
    private func emptyBox(in range: Range<Int>, of text: AnswerText) -> Range<Int>? {
        var scanner = CommitmentScanner(text, in: range)
        var boxes = BoxReader(text, limit: range.upperBound)
        while let commitment = scanner.next() {
            guard commitment.kind == .box else { continue }
            let box = boxes.box(of: commitment)
            return boxes.hasOpenBox ? nil : box?.full ?? commitment.start..<commitment.valueStart
        }
        return nil
    }

    private func whole(_ range: Range<Int>, of text: AnswerText) -> FoundAnswer? {
        let range = text.trim(range)
        return range.isEmpty ? nil : FoundAnswer(.whole, FoundValue(span: range, isDirect: true, isPlausible: true))
    }

    /// The number of a short sentence that says what the answer is.
    private func sentence(_ range: Range<Int>, of text: AnswerText) -> FoundAnswer? {
        guard expected.kind == .number, range.count <= FallbackSearch.shortest else { return nil }
        var scanner = CommitmentScanner(text, in: range)
        guard let commitment = scanner.next(), commitment.kind == .anchor || commitment.kind == .finalAnchor,
            commitment.start - range.lowerBound <= 24
        else { return nil }
        return CommittedSearch(text: text, range: range, expected: expected, extract: .anchor).answer()
    }

    private func finish(_ result: inout ExtractionResult, _ found: FoundAnswer?, in text: AnswerText) {
        guard let found else { return }
        let qualified = QualifiedSearch(text: text, range: result.searched, expected: expected).qualified(found)
        guard let answer = qualified.answer(in: text, expected: expected) else { return }
        result.answer = answer.main
        guard !answer.others.isEmpty else { return }
        var seen: Set<String> = [answer.main.text]
        result.alternatives = Array(
            answer.others.filter { !$0.text.isEmpty && seen.insert($0.text).inserted }.prefix(Self.maximumAlternatives))
    }
}
