// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Makes an answer of the last box and those before it that belong to it.
struct Boxes {
    let text: AnswerText
    let expected: ExpectedAnswer

    /// The answer in `last`, or in it and its neighbours where they form one list.
    ///
    /// A box of another kind than expected is taken by itself: there may be many, and each look around costs a copy.
    func answer(last: Box, reader: BoxReader, scanner: CommitmentScanner) -> FoundAnswer {
        let alone = single(last, isHedged: false)
        guard alone.value.isPlausible else { return alone }
        var reader = reader
        var scanner = scanner
        var boxes = [last]
        var extent = last.full
        var isHedged = false
        let isList = expected.kind == .list || expected.kind == .any
        while boxes.count < Lists.longest, let commitment = scanner.next(), commitment.kind == .box,
            let box = reader.box(of: commitment)
        {
            if box.full.upperBound >= extent.upperBound {
                // It holds the one read last; a box around nothing but a box is the same box.
                if boxes.count == 1, text.trim(box.content) != extent { boxes = [box] }
                extent = box.full
                continue
            }
            guard box.full.upperBound <= extent.lowerBound else { break }
            let gap = box.full.upperBound..<extent.lowerBound
            let isJoined = gap.isEmpty || Lists.isJoiner(gap, of: text)
            guard isJoined || isList && Lists.isWithinSentence(gap, of: text) else { break }
            let differs = text.string(text.trim(box.content)) != text.string(text.trim(boxes[0].content))
            if !isList {
                guard differs else {
                    if gap.isEmpty { break }
                    continue
                }
                isHedged = true
                break
            }
            boxes.insert(box, at: 0)
            extent = box.full.lowerBound..<extent.upperBound
        }
        if isList, boxes.count > 1 { return list(boxes) }
        return single(boxes[boxes.count - 1], isHedged: isHedged)
    }

    /// Bytes of the longest box that is looked at as a number or as an option.
    private static let longestValue = 2_000

    private func single(_ box: Box, isHedged: Bool) -> FoundAnswer {
        var value = FoundValue(span: text.trim(box.content), isDirect: true, isPlausible: true, isHedged: isHedged)
        // Boxes within boxes are each looked at: what is long is neither a number nor an option.
        guard value.span.count <= Self.longestValue else {
            if case .choice = expected.kind { value.isPlausible = false }
            return FoundAnswer(.boxed, value)
        }
        switch expected.kind {
        case .number, .expression, .list, .relation:
            value.span = OptionLetters.withoutLabel(value.span, of: text)
        default: break
        }
        switch expected.kind {
        case .number:
            let end = Units.end(
                after: closing(box.full.upperBound), limit: min(text.count, box.full.upperBound + 40), in: text)
            if end > closing(box.full.upperBound) { value.alternatives = [box.full.lowerBound..<end] }
            let numbers = NumberScanner.all(in: value.span, of: text, limit: 8)
            if Hedging.joinsAlternatives(numbers, in: value.span, of: text) || Hedging.formsList(numbers, of: text) {
                value.isHedged = true
            }
            if OptionLetters.wholeOption(in: value.span, of: text) != nil { value.isPlausible = false }
        case .choice(let isMultiple):
            let letters = OptionLetters.standalone(in: value.span, of: text)
            if OptionLetters.isContradictory(in: value.span, of: text) { break }
            let small = OptionLetters.parenthesised(in: value.span, of: text)
            if let first = letters.first, !isMultiple {
                let run = OptionLetters.run(letters, of: text)
                if Set(run.map { text[$0.lowerBound] }).count > 1 {
                    value.isHedged = true
                } else if OptionLetters.wholeOption(in: value.span, of: text) != nil {
                    value.span = first
                }
            } else if letters.isEmpty, small == nil,
                value.span.count > 1 || !AnswerText.isLetter(text[value.span.lowerBound])
            {
                value.isPlausible = OptionLetters.wholeOption(in: value.span, of: text) != nil
            }
        default: break
        }
        return FoundAnswer(.boxed, value)
    }

    /// The place after what closes the math span around a box.
    private func closing(_ index: Int) -> Int {
        var cursor = index
        if text[cursor] == UInt8(ascii: "$") {
            cursor += text[cursor + 1] == UInt8(ascii: "$") ? 2 : 1
        } else if text[cursor] == UInt8(ascii: "\\"), text[cursor + 1] == UInt8(ascii: ")") {
            cursor += 2
        }
        return cursor
    }

    private func list(_ boxes: [Box]) -> FoundAnswer {
        let names = boxes.map { name(before: $0) }
        let isNamed = names.allSatisfy { $0 != nil }
        let parts = zip(boxes, names).map { box, name in
            let content = AnswerSanitizer.clean(text.string(box.content))
            return isNamed ? "\(name ?? "") = \(content)" : content
        }
        let first = boxes[0].full.lowerBound
        let last = boxes[boxes.count - 1]
        var value = FoundValue(span: first..<last.full.upperBound, isDirect: true, isPlausible: true)
        value.alternatives = [text.trim(last.content)]
        return FoundAnswer(.boxes, value, text: parts.joined(separator: ", "))
    }

    /// `y_1` of `y_1 = \boxed{…}`.
    private func name(before box: Box) -> String? {
        var end = box.full.lowerBound
        while text[end - 1] == 0x20 { end -= 1 }
        guard text[end - 1] == UInt8(ascii: "=") else { return nil }
        end -= 1
        while text[end - 1] == 0x20 { end -= 1 }
        var start = end
        while end - start < 24,
            AnswerText.isAlphanumeric(text[start - 1]) || text[start - 1] == UInt8(ascii: "_")
                || text[start - 1] == UInt8(ascii: "{") || text[start - 1] == UInt8(ascii: "}")
                || text[start - 1] == UInt8(ascii: "'")
        { start -= 1 }
        return start < end && AnswerText.isLetter(text[start]) ? text.string(start..<end) : nil
    }
}
