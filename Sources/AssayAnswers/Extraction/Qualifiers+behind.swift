// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What stands behind a value: bounds, operations, conditions, and denials.
extension Qualifiers {
    /// How far behind a value another case is looked for.
    private static let caseReach = 240

    func behind(
        _ core: Range<Int>, span: Range<Int>, _ result: inout Qualification, _ written: inout String,
        _ isWritten: inout Bool
    ) {
        // Next to the number: what makes another number of it.
        var next = skip(core.upperBound)
        guard next < range.upperBound else { return }
        while let operation = operation(at: next) {
            written = operation.before + Self.grouped(written, in: operation) + operation.after
            isWritten = true
            next = skip(next + operation.word.utf8CodeUnitCount)
        }
        if starting(QualifierWords.opaqueAfter, at: next) != nil || isPower(next) {
            result.qualifier = .transformed
            return
        }
        if let joint = joint(at: next), joint.written != nil || isCommitted || isPredicate(core.lowerBound) {
            if let text = joint.written {
                written = written + text
                isWritten = true
            } else {
                result.qualifier = .transformed
            }
            return
        }
        if let end = rangeEnd(after: core.upperBound) {
            // "3 to 4" is a ratio, or a range that "from" or "between" announces.
            written += ":" + text.string(end)
            isWritten = true
            return
        }
        // Behind the unit too: what is said about the value.
        let unit = Units.end(after: core.upperBound, limit: range.upperBound, in: text)
        for end in Set([core.upperBound, unit, span.upperBound]).sorted() where end >= core.upperBound {
            let place = skip(end)
            guard place < range.upperBound, let found = statement(at: place, core: core, span: span) else { continue }
            result.qualifier = found
            return
        }
    }

    private static func grouped(_ written: String, in operation: QualifierWords.Operation) -> String {
        let isSimple = written.utf8.allSatisfy { AnswerText.isDigit($0) || $0 == UInt8(ascii: ".") }
        return operation.before.hasSuffix("{") || isSimple ? written : "(" + written + ")"
    }

    /// "to the third power".
    private func isPower(_ place: Int) -> Bool {
        guard text.matchesWord("to the", at: place) else { return false }
        return text.find("power", in: place..<min(range.upperBound, place + 24)) != nil
    }

    /// What the words at `place` say about the value before them.
    private func statement(at place: Int, core: Range<Int>, span: Range<Int>) -> Qualifier? {
        let isStated = isCommitted || place < span.upperBound || isPredicate(core.lowerBound)
        if isStated {
            if starting(QualifierWords.boundsAfter, at: place) != nil
                || starting(QualifierWords.wideBoundsAfter, at: place, isWide: true) != nil
            {
                return .bounded
            }
        }
        if starting(QualifierWords.denialsAfter, at: place) != nil
            || starting(QualifierWords.wideDenialsAfter, at: place, isWide: true) != nil
        {
            return .denied
        }
        if let width = starting(QualifierWords.copulaDenials, at: place), namesAnswer(after: place + width) {
            return .denied
        }
        if text[place] == UInt8(ascii: ","), let width = starting(QualifierWords.secondThoughts, at: skip(place + 1)) {
            let end = skip(skip(place + 1) + width)
            // "which is not far from" says something else.
            if namesAnswer(after: end) || end >= range.upperBound { return .denied }
        }
        let near = place..<min(range.upperBound, place + 32)
        if isStated, text[place] >= 0xE3, QualifierWords.wideBetween.contains(where: { text.find($0, in: near) != nil })
        {
            return .bounded
        }
        var condition = place
        if text[condition] == UInt8(ascii: ",") { condition = skip(condition + 1) }
        if hasOtherCase(at: condition, core: core) { return .conditional }
        guard isStated else { return nil }
        if let width = starting(QualifierWords.conditions, at: condition)
            ?? starting(QualifierWords.wideConditions, at: condition, isWide: true),
            starting(QualifierWords.harmless, at: skip(condition + width)) == nil
        {
            return .conditional
        }
        return nil
    }

    /// Whether one of the next words is "answer", "correct" or the like, or the sentence ends.
    private func namesAnswer(after index: Int) -> Bool {
        var cursor = skip(index)
        for _ in 0..<4 {
            if starting(QualifierWords.answerNouns, at: cursor) != nil { return true }
            let start = cursor
            while AnswerText.isLetter(text[cursor]), cursor < range.upperBound { cursor += 1 }
            if cursor == start { return cursor >= range.upperBound || text[cursor] == UInt8(ascii: ".") }
            cursor = skip(cursor)
        }
        return false
    }

    /// Whether a case is given at `place`, and another value for another case behind it: "for even n and 43 for odd n".
    private func hasOtherCase(at place: Int, core: Range<Int>) -> Bool {
        guard let width = starting(QualifierWords.cases, at: place) else { return false }
        let word = text.bytes[place..<min(place + width, text.count)]
        var cursor = place + width
        let end = min(range.upperBound, place + Self.caseReach)
        let sentence = cursor..<max(cursor, Clause.end(from: cursor, limit: end, in: text))
        for number in NumberScanner.all(in: sentence, of: text, limit: 6)
        where text.bytes[number] != text.bytes[core] {
            cursor = skip(Units.end(after: number.upperBound, limit: end, in: text))
            let direct = skip(number.upperBound)
            for index in [cursor, direct] where index + width <= end {
                if text.bytes[index...].starts(with: word) { return isAlternative(before: number, from: place) }
                if starting(QualifierWords.otherwise, at: text[index] == UInt8(ascii: ",") ? skip(index + 1) : index)
                    != nil
                {
                    return true
                }
            }
            if isAlternative(before: number, from: place), let otherwise = otherwise(in: sentence),
                otherwise < number.lowerBound
            {
                return true
            }
        }
        return false
    }

    private func otherwise(in sentence: Range<Int>) -> Int? {
        for word in QualifierWords.otherwise {
            if let found = text.find(word, in: sentence), text.matchesWord(word, at: found) { return found }
        }
        return nil
    }

    /// Whether "and", "or", a comma, a semicolon or "otherwise" stands right before a number.
    private func isAlternative(before number: Range<Int>, from low: Int) -> Bool {
        var cursor = number.lowerBound
        while cursor > low, [0x20, 0x24, 0x2A].contains(text[cursor - 1]) { cursor -= 1 }
        for word in ["is", "it"] as [StaticString] where text.matchesWord(word, at: cursor - 2) {
            cursor -= 2
            while cursor > low, text[cursor - 1] == 0x20 { cursor -= 1 }
        }
        let byte = text[cursor - 1]
        if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") { return true }
        for word in ["and", "or", "but", "otherwise", "else", "und", "et", "y", "e", "и", "sonst", "sinon"]
            as [StaticString]
        where text.matches(word, at: cursor - word.utf8CodeUnitCount) { return true }
        return false
    }

    // MARK: Two numbers

    /// What "minus 1" writes behind a value; nil written where it is not written down.
    private func joint(at place: Int) -> (written: String?, end: Int)? {
        for joint in QualifierWords.joints where text.matchesWord(joint.word, at: place) {
            let start = skip(place + joint.word.utf8CodeUnitCount)
            guard let number = NumberScanner.first(in: start..<range.upperBound, of: text),
                number.lowerBound == start || text[start] == UInt8(ascii: "$") && number.lowerBound <= start + 1
            else { continue }
            let after = skip(number.upperBound)
            // "42 over 3 days"
            if text.matchesWord("over", at: place), text.firstWord(of: QualifierWords.spans, at: after) != nil {
                continue
            }
            let isLast =
                after >= range.upperBound
                || [0x2E, 0x2C, 0x0A, 0x21, 0x3B].contains(text[after]) && !AnswerText.isDigit(text[after + 1])
            return (isLast ? joint.before + text.string(number) + joint.after : nil, number.upperBound)
        }
        for word in QualifierWords.opaqueJoints {
            let width = word.utf8CodeUnitCount
            guard text.matches(word, at: place), !AnswerText.isLetter(text[place + width]) else { continue }
            var start = skip(place + width)
            if text.matchesWord("the", at: start) || text.matchesWord("a", at: start) { start = skip(start + 3) }
            guard let number = NumberScanner.first(in: start..<min(range.upperBound, start + 24), of: text),
                number.lowerBound <= start + 1, !text.matchesWord("from", at: place)
            else { continue }
            return (nil, number.upperBound)
        }
        return nil
    }

    /// The second number of "3 to 4", with nothing but an end behind it.
    func rangeEnd(after end: Int) -> Range<Int>? {
        let place = skip(end)
        guard place > end, text.matchesWord("to", at: place) else { return nil }
        let start = skip(place + 2)
        guard let number = NumberScanner.first(in: start..<min(range.upperBound, start + 24), of: text),
            number.lowerBound <= start + 1
        else { return nil }
        return number
    }

    // MARK: Places

    /// The place after spaces and closing markup.
    func skip(_ index: Int) -> Int {
        var cursor = index
        while cursor < range.upperBound {
            switch text[cursor] {
            case 0x20, 0x09, UInt8(ascii: "$"), UInt8(ascii: "*"), UInt8(ascii: "}"), UInt8(ascii: "\""),
                UInt8(ascii: "`"), UInt8(ascii: "~"):
                cursor += 1
            case UInt8(ascii: "\\"):
                let next = text[cursor + 1]
                if next == UInt8(ascii: ")") || next == UInt8(ascii: "]") || next == UInt8(ascii: ",") || next == 0x20 {
                    cursor += 2
                } else if text.matches("\\text{", at: cursor) {
                    cursor += 6
                } else if text.matches("\\quad", at: cursor) {
                    cursor += 5
                } else {
                    return cursor
                }
            default:
                guard let width = text.spaceWidth(at: cursor), text[cursor] >= 0x80 else { return cursor }
                cursor += width
            }
        }
        return min(cursor, range.upperBound)
    }

    /// The length of the longest of `words` that stands at `place` as words of their own.
    private func starting(_ words: [StaticString], at place: Int, isWide: Bool = false) -> Int? {
        var longest: Int?
        for word in words {
            let width = word.utf8CodeUnitCount
            guard width > longest ?? 0, place + width <= range.upperBound, text.matches(word, at: place) else {
                continue
            }
            let next = text[place + width]
            if !isWide, AnswerText.isAlphanumeric(next) || next >= 0xC3 && next < 0xE2 { continue }
            longest = width
        }
        return longest
    }

    private func operation(at place: Int) -> QualifierWords.Operation? {
        for operation in QualifierWords.operationsAfter where text.matches(operation.word, at: place) {
            let next = text[place + operation.word.utf8CodeUnitCount]
            if !AnswerText.isAlphanumeric(next), next < 0xC3 || next >= 0xE2 { return operation }
        }
        return QualifierWords.wideOperationsAfter.first { text.matches($0.word, at: place) }
    }
}
