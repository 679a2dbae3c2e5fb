// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Several values of one name in prose: `x = -1 and x = 3`.
enum Assignments {
    /// The most values that are looked for.
    private static let most = 16

    /// Where a run of assignments to one letter begins whose last value is `number`; nil where there is one alone.
    static func start(of number: Range<Int>, from low: Int, in text: AnswerText) -> Int? {
        guard var begin = name(before: number.lowerBound, from: low, in: text) else { return nil }
        let letter = text[begin]
        var isRun = false
        for _ in 0..<most {
            guard let end = joint(before: begin, from: low, in: text),
                let value = NumberScanner.all(in: low..<end, of: text).last, value.upperBound == end,
                let earlier = name(before: value.lowerBound, from: low, in: text), text[earlier] == letter
            else { break }
            begin = earlier
            isRun = true
        }
        return isRun ? begin : nil
    }

    /// The place of the letter of `x = ` before a value.
    private static func name(before value: Int, from low: Int, in text: AnswerText) -> Int? {
        var index = spaces(before: value, from: low, in: text)
        if index > low, text[index - 1] == UInt8(ascii: "-") { index = spaces(before: index - 1, from: low, in: text) }
        guard index > low, text[index - 1] == UInt8(ascii: "=") else { return nil }
        index = spaces(before: index - 1, from: low, in: text)
        guard index > low, AnswerText.isLetter(text[index - 1]) else { return nil }
        let before = index - 1 > low ? text[index - 2] : 0x20
        return AnswerText.isAlphanumeric(before) || before == UInt8(ascii: "\\") ? nil : index - 1
    }

    /// The end of what stands before a comma, "and" or "or".
    private static func joint(before place: Int, from low: Int, in text: AnswerText) -> Int? {
        var index = spaces(before: place, from: low, in: text)
        let start = index
        for word in ["and", "or"] as [StaticString]
        where index - word.utf8CodeUnitCount > low && text.matchesWord(word, at: index - word.utf8CodeUnitCount) {
            index = spaces(before: index - word.utf8CodeUnitCount, from: low, in: text)
            break
        }
        if index > low, text[index - 1] == UInt8(ascii: ",") { index = spaces(before: index - 1, from: low, in: text) }
        return index < start ? index : nil
    }

    private static func spaces(before place: Int, from low: Int, in text: AnswerText) -> Int {
        var index = place
        while index > low, text[index - 1] == 0x20 { index -= 1 }
        return index
    }
}
