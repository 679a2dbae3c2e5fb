// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// Marks around Japanese text that M-IFEval's checkers look past.
enum JapaneseMarkup {
    /// Where the text of a paragraph begins after white space, quote signs, headings, list and emphasis marks, and
    /// opening brackets, in any order.
    static func textStart(in bytes: [UInt8], _ paragraph: Range<Int>) -> Int {
        let end = paragraph.upperBound
        var index = UnicodeText.leftStrippedRange(of: bytes, in: paragraph).lowerBound
        var before = -1
        while before != index {
            before = index
            while index < end, bytes[index] == UInt8(ascii: ">") { index = skipSpace(bytes, index + 1, end) }
            index = afterHeading(bytes, index, end)
            index = afterListMark(bytes, index, end)
            index = afterNumber(bytes, index, end)
            while index < end, isEmphasis(bytes[index]) { index += 1 }
            while index < end, let length = opening.first(where: { starts(bytes, index..<end, $0) })?.count {
                index += length
            }
        }
        return index
    }

    /// A part without marks of emphasis and the brackets 」 and 』 at its end, and without these brackets at its
    /// beginning.
    static func withoutFinalMarks(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        if end > range.lowerBound, isEmphasis(bytes[end - 1]) {
            var before = -1
            while before != end {
                before = end
                while end > range.lowerBound, isEmphasis(bytes[end - 1]) { end -= 1 }
                end = UnicodeText.rightStrippedRange(of: bytes, in: range.lowerBound..<end).upperBound
            }
        }
        return withoutBrackets(bytes, UnicodeText.strippedRange(of: bytes, in: range.lowerBound..<end))
    }

    /// A part without 」 and 』 at either end.
    static func withoutBrackets(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var core = range
        while closing.contains(where: { EnclosedText.starts(bytes, core, with: $0) }) {
            core = core.lowerBound + 3..<core.upperBound
        }
        while closing.contains(where: { EnclosedText.ends(bytes, core, with: $0) }) {
            core = core.lowerBound..<core.upperBound - 3
        }
        return core
    }

    // MARK: Marks

    private static let opening = "「『（(《〈".unicodeScalars.map { Array(String($0).utf8) }
    private static let closing = "」』".unicodeScalars.map { Array(String($0).utf8) }

    private static func isEmphasis(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "_")
    }

    private static func afterHeading(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end, index - start < 6, bytes[index] == UInt8(ascii: "#") { index += 1 }
        return index == start ? start : skipSpace(bytes, index, end)
    }

    private static func afterListMark(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        guard start < end else { return start }
        if let dot = LineMarkers.middleDot(bytes, at: start) { return skipSpace(bytes, dot, end) }
        guard [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(bytes[start]) else { return start }
        let after = skipSpace(bytes, start + 1, end)
        return after > start + 1 ? after : start
    }

    private static func afterNumber(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            guard UnicodeScalars.isDigit(scalar) else { break }
            index += length
        }
        guard index > start, index < end, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")") else {
            return start
        }
        let after = skipSpace(bytes, index + 1, end)
        return after > index + 1 ? after : start
    }

    private static func skipSpace(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
        UnicodeText.leftStrippedRange(of: bytes, in: min(index, end)..<end).lowerBound
    }

    private static func starts(_ bytes: [UInt8], _ range: Range<Int>, _ prefix: [UInt8]) -> Bool {
        EnclosedText.starts(bytes, range, with: prefix)
    }
}
