// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Reads the words around a value that make something else of it.
///
/// "not 42", "at least 42" and "42 if n is even" are no 42; "twice 42" is 84; "negative 5" is -5.
///
/// ## How it decides
/// 1. From the value back to the words next to it, over words that add nothing ("exactly", "equal to"): a denial, a bound,
///    an operation, several of them. The first other word ends it.
/// 2. From the value on, over its unit: "or more", "squared", "is not the answer", "if …", "… and 43 if …".
/// 3. An operation on a number is written down; one that cannot be is ``Qualifier/transformed``.
///
/// - Cost: a fixed number of looks at each word, and few words.
struct Qualifiers {
    let text: AnswerText
    /// What is searched.
    let range: Range<Int>
    /// Whether an anchor or a tag announces it, or it is all there is.
    ///
    /// Elsewhere "at least 42 buses" may well be an answer.
    let isCommitted: Bool
    /// Whether a single value is due, so that "> 42" is none; a range may well be `x > 42`.
    var isSingleDue = true

    /// The most words that are read on one side.
    private static let reach = 8

    /// What the words around the value in `span` make of it.
    func reading(of span: Range<Int>) -> Qualification {
        let core = NumberScanner.first(in: span, of: text) ?? span
        var result = Qualification(core: core)
        var written = text.string(core)
        var isWritten = false
        // Behind: a suffix binds closer than a prefix.
        behind(core, span: span, &result, &written, &isWritten)
        if result.qualifier == nil || result.qualifier == .transformed {
            before(core, span: span, &result, &written, &isWritten)
        }
        if isWritten, result.qualifier == nil { result.rewritten = written }
        return result
    }

    // MARK: Before

    private func before(
        _ core: Range<Int>, span: Range<Int>, _ result: inout Qualification, _ written: inout String,
        _ isWritten: inout Bool
    ) {
        func isStated(_ start: Int) -> Bool { start >= span.lowerBound || isPredicate(start) }
        var cursor = core.lowerBound
        for _ in 0..<Self.reach {
            cursor = skipBack(cursor)
            guard cursor > range.lowerBound else { return }
            if isSingleDue, isComparison(cursor) {
                result.qualifier = .bounded
                return
            }
            if let width = ending(QualifierWords.denials, at: cursor)
                ?? ending(QualifierWords.wideDenials, at: cursor, isWide: true) ?? contraction(at: cursor)
            {
                let before = skipBack(cursor - width)
                if let affirming = ending(["none", "nothing", "no"], at: before) {
                    // "none other than 42"
                    cursor = before - affirming
                    continue
                }
                result.qualifier = .denied
                result.denial = cursor - width
                return
            }
            if let width = ending(QualifierWords.bounds, at: cursor)
                ?? ending(QualifierWords.wideBounds, at: cursor, isWide: true)
            {
                let start = cursor - width
                // "from 3 to 5", but "12 subtracted from 20".
                let isFrom = text.matchesWord("from", at: start) && rangeEnd(after: core.upperBound) == nil
                let isVerb = text.matches("exceed", at: start)
                if !isFrom, isVerb || isStated(start) { result.qualifier = .bounded }
                return
            }
            if let operation = operation(
                QualifierWords.operations, QualifierWords.wideOperations, endingAt: cursor)
            {
                cursor -= operation.word.utf8CodeUnitCount
                if isBinary(operation.word, at: cursor) {
                    result.qualifier = .transformed
                    return
                }
                apply(operation, &written)
                isWritten = true
                continue
            }
            if let width = ending(QualifierWords.opaque, at: cursor), isStated(cursor - width) {
                let noun = skipBack(cursor - width)
                if ending(QualifierWords.articles, at: noun) == nil { result.qualifier = .transformed }
                return
            }
            guard
                let width = ending(QualifierWords.transparent, at: cursor)
                    ?? ending(["等于", "是", "为"], at: cursor, isWide: true)
            else {
                if isDoubted(cursor) { result.qualifier = .denied }
                return
            }
            cursor -= width
        }
    }

    /// Writes an operation around a value.
    private func apply(_ operation: QualifierWords.Operation, _ written: inout String) {
        let isSimple = written.utf8.allSatisfy { AnswerText.isDigit($0) || $0 == UInt8(ascii: ".") }
        let isGrouped = operation.before.hasSuffix("{") || operation.before == "|" || isSimple
        written = operation.before + (isGrouped ? written : "(" + written + ")") + operation.after
    }

    /// Whether `minus` stands between two numbers: "10 minus 5".
    private func isBinary(_ word: StaticString, at start: Int) -> Bool {
        let before = skipBack(start) - 1
        return before >= range.lowerBound && AnswerText.isDigit(text[before])
    }

    /// A sign of comparison that ends at `end` with a space or a dollar sign before it, and not at a line's beginning.
    private func isComparison(_ end: Int) -> Bool {
        guard text[end - 1] == UInt8(ascii: "<") || text[end - 1] == UInt8(ascii: ">"), end - 2 > range.lowerBound
        else {
            return false
        }
        return [0x20, 0x24, 0x28, 0x7B].contains(text[end - 2]) && !text.beginsLine(end - 1, from: range.lowerBound)
    }

    /// Whether a sentence doubts that "the answer is" what follows: "I don't think that the answer is 42".
    private func isDoubted(_ end: Int) -> Bool {
        guard let copula = ending(["is", "equals", "was", "be"], at: end) else { return false }
        var cursor = skipBack(end - copula)
        for _ in 0..<6 {
            if ending(QualifierWords.doubts, at: cursor) != nil { return true }
            guard let width = ending(QualifierWords.doubted, at: cursor) else { return false }
            cursor = skipBack(cursor - width)
        }
        return false
    }

    private static let copulas: [StaticString] = [
        "answer", "antwort", "réponse", "respuesta", "resposta", "risposta", "ответ", "Ответ", "is", "are", "was",
        "equals", "ist", "est", "es", "é", "è", "lies", "falls", "ranges", "varies",
    ]
    private static let wideCopulas: [StaticString] = ["是", "为", "為", "は", "은", "는", "：", "—"]

    /// Whether what begins at `start` is what a sentence says: "is", "are" or nothing stands before it.
    func isPredicate(_ start: Int) -> Bool {
        var cursor = skipBack(start)
        for _ in 0..<4 {
            guard cursor > range.lowerBound else { return true }
            if [0x2E, 0x0A, 0x3A, 0x3E, 0x23].contains(text[cursor - 1]) { return true }
            if ending(Self.copulas, at: cursor) != nil || ending(Self.wideCopulas, at: cursor, isWide: true) != nil {
                return true
            }
            // "She must be at least 42 cm tall" asks for it; "the answer must be at least 42" names no value.
            if isCommitted, ending(["be", "sein", "être", "ser", "essere"], at: cursor) != nil { return true }
            if isCommitted, let width = word(endingAt: cursor) {
                cursor = skipBack(cursor - width)
                continue
            }
            guard
                let width = ending(
                    ["therefore", "thus", "always", "the", "strictly", "a", "somewhere", "no"], at: cursor)
            else {
                return false
            }
            cursor = skipBack(cursor - width)
        }
        return false
    }

    /// The length of a word that no one acts in: "some", "number", but not "she", "needs".
    private func word(endingAt end: Int) -> Int? {
        var start = end
        while start > range.lowerBound, AnswerText.isLetter(text[start - 1]), end - start < 16 { start -= 1 }
        guard start < end, end - start < 16, text[end - 1] | 0x20 != UInt8(ascii: "s") else { return nil }
        let isActor =
            text.firstWord(
                of: [
                    "he", "she", "it", "they", "we", "you", "i", "must", "should", "need", "have", "had", "get", "got",
                    "that", "who", "to", "can", "will", "would", "be", "require", "take",
                ], at: start) != nil
        return isActor ? nil : end - start
    }

    /// "isn't", "can’t".
    private func contraction(at end: Int) -> Int? {
        for word in ["n't", "n’t"] as [StaticString] where text.matches(word, at: end - word.utf8CodeUnitCount) {
            var start = end - word.utf8CodeUnitCount
            while AnswerText.isLetter(text[start - 1]), end - start < 16 { start -= 1 }
            return end - start
        }
        return nil
    }

    /// The place before white space, markup, and the commands and brackets that only wrap.
    private func skipBack(_ index: Int) -> Int {
        var cursor = index
        var lineFeeds = 0
        while cursor > range.lowerBound {
            switch text[cursor - 1] {
            case 0x0A:
                lineFeeds += 1
                if lineFeeds > 2 { return cursor }
                cursor -= 1
            case 0x20, 0x09, 0x0D, UInt8(ascii: "$"), UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "\""),
                UInt8(ascii: "}"), UInt8(ascii: "~"):
                cursor -= 1
            case UInt8(ascii: "("), UInt8(ascii: "["):
                guard text[cursor - 2] == UInt8(ascii: "\\") else { return cursor }
                cursor -= 2
            case UInt8(ascii: "{"):
                let open = cursor - 1
                var start = open
                while AnswerText.isLetter(text[start - 1]), open - start < 16 { start -= 1 }
                guard start < open, text[start - 1] == UInt8(ascii: "\\"), start > range.lowerBound,
                    ["boxed", "fbox", "text", "textbf", "mathrm", "mathbf", "mbox", "textit"].contains(
                        where: { (word: StaticString) in
                            word.utf8CodeUnitCount == open - start && text.matches(word, at: start)
                        })
                else { return cursor }
                cursor = start - 1
            default:
                // No-break and other wide spaces.
                if cursor - 2 >= range.lowerBound, text.spaceWidth(at: cursor - 2) == 2 {
                    cursor -= 2
                } else if cursor - 3 >= range.lowerBound, text.spaceWidth(at: cursor - 3) == 3 {
                    cursor -= 3
                } else {
                    return cursor
                }
            }
        }
        return cursor
    }

    /// The length of the longest of `words` that ends at `end` as a word of its own.
    private func ending(_ words: [StaticString], at end: Int, isWide: Bool = false) -> Int? {
        var longest: Int?
        for word in words where word.utf8CodeUnitCount > longest ?? 0 && ends(word, at: end, isWide: isWide) {
            longest = word.utf8CodeUnitCount
        }
        return longest
    }

    /// Whether `word` ends at `end`, as a word of its own unless its script has no spaces.
    private func ends(_ word: StaticString, at end: Int, isWide: Bool = false) -> Bool {
        let start = end - word.utf8CodeUnitCount
        guard start >= range.lowerBound, text.matches(word, at: start) else { return false }
        guard !isWide, start > range.lowerBound else { return true }
        let before = text[start - 1]
        let isLetter = AnswerText.isAlphanumeric(before) || before >= 0xC3 && before < 0xE2
        return !isLetter && !(before >= 0x80 && before < 0xC0 && text[start] >= 0xC3)
    }

    /// The longest operation that ends at `end`: "half of" before "half".
    private func operation(
        _ words: [QualifierWords.Operation], _ wide: [QualifierWords.Operation], endingAt end: Int
    ) -> QualifierWords.Operation? {
        var longest: QualifierWords.Operation?
        for operation in words
        where operation.word.utf8CodeUnitCount > longest?.word.utf8CodeUnitCount ?? 0 && ends(operation.word, at: end) {
            longest = operation
        }
        return longest ?? wide.first { ends($0.word, at: end, isWide: true) }
    }
}
