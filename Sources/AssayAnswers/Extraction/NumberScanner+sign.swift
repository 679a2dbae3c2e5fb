// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Signs and currencies before a number.
extension NumberScanner {
    /// The place where the number at `index` begins with its sign and its currency.
    static func withSign(_ index: Int, to end: Int, from low: Int, in text: AnswerText) -> Int {
        var start = index
        // `$28$` is mathematics.
        if start > low, text[start - 1] == UInt8(ascii: "$"), text[end] != UInt8(ascii: "$") {
            start -= start - 1 > low && text[start - 2] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard start > low else { return start }
        var sign = start
        if text[sign - 1] == UInt8(ascii: "-") || text[sign - 1] == UInt8(ascii: "+") {
            sign -= 1
        } else if sign - 3 >= low, text[sign - 3] == 0xE2, text[sign - 2] == 0x88, text[sign - 1] == 0x92 {
            sign -= 3
        } else {
            return start
        }
        // A sign, not the operator of a difference or a hyphen: nothing that could be subtracted from stands before it.
        var before = sign - 1
        while before >= low, text[before] == 0x20 { before -= 1 }
        guard before >= low else { return sign }
        let byte = text[before]
        let isOperator =
            AnswerText.isAlphanumeric(byte) || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "}")
            || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "$") && before == sign - 1 || byte == UInt8(ascii: "%")
        if isOperator {
            // "is -5": a word, then a space, then the sign next to its digit.
            let isAfterWord =
                AnswerText.isLetter(byte) && before < sign - 1 && wordLength(endingAt: before, in: text) > 1
            return isAfterWord && (start == sign + 1 || text[sign] == 0xE2) ? sign : start
        }
        return sign
    }

    private static func wordLength(endingAt index: Int, in text: AnswerText) -> Int {
        var length = 0
        while length < 4, AnswerText.isLetter(text[index - length]) { length += 1 }
        return length
    }
}
