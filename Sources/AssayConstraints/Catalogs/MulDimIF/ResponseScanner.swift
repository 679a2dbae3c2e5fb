// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// Searches in responses for what fixed demands name: citations, sources, attributes, lists, tables.
///
/// All are linear.
enum ResponseScanner {
    // MARK: Citations

    /// Whether a line that ends the text holds something after `Sources:`, with nothing but white space between them.
    static func endsWithSources(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var ends = [range.upperBound]
        // A final line feed may stand behind the end.
        if !range.isEmpty, bytes[range.upperBound - 1] == 0x0A { ends.append(range.upperBound - 1) }
        let name = Array("Sources:".utf8)
        return ends.contains { end in
            var lastLine = end
            while lastLine > range.lowerBound, bytes[lastLine - 1] != 0x0A { lastLine -= 1 }
            guard lastLine < end else { return false }
            let space = UnicodeText.rightStrippedRange(of: bytes, in: range.lowerBound..<lastLine).upperBound
            var start = range.lowerBound
            while let found = ByteSearch.first(name, in: bytes, from: start), found + name.count <= end {
                let behind = found + name.count
                if behind > lastLine ? behind < end : behind >= space { return true }
                start = found + 1
            }
            return false
        }
    }

    /// `[12]` and, with names, `(Smith, 2020)`; counting ends at `limit`.
    static func citations(_ bytes: [UInt8], names: Bool, limit: Int) -> Int {
        var count = 0
        var index = 0
        while index < bytes.count, count < limit {
            let byte = bytes[index]
            var end: Int?
            if byte == UInt8(ascii: "[") {
                end = number(bytes, index + 1, count: nil).flatMap { sign(bytes, $0, UInt8(ascii: "]")) }
            } else if names, byte == UInt8(ascii: "(") {
                var behind = index + 1
                while behind < bytes.count, (bytes[behind] | 0x20) &- 0x61 < 26 { behind += 1 }
                if behind > index + 1 {
                    end = sign(bytes, behind, UInt8(ascii: ",")).flatMap { sign(bytes, $0, 0x20) }
                        .flatMap { number(bytes, $0, count: 4) }.flatMap { sign(bytes, $0, UInt8(ascii: ")")) }
                }
            }
            if let end {
                count += 1
                index = end
            } else {
                index += 1
            }
        }
        return count
    }

    /// `( Name , 2020 )` with white space where it stands here, but for the place before the comma.
    static func hasAuthorAndYear(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while let open = ByteSearch.first(UInt8(ascii: "("), in: bytes, from: index, to: bytes.count) {
            index = open + 1
            let name = space(bytes, open + 1)
            var behind = name
            while behind < bytes.count {
                let (scalar, length) = UTF8Decoding.scalar(bytes, at: behind)
                if !UnicodeScalars.isWord(scalar) { break }
                behind += length
            }
            guard behind > name, let comma = sign(bytes, behind, UInt8(ascii: ",")),
                let year = number(bytes, space(bytes, comma), count: 4),
                sign(bytes, space(bytes, year), UInt8(ascii: ")")) != nil
            else { continue }
            return true
        }
        return false
    }

    private static func sign(_ bytes: [UInt8], _ index: Int, _ wanted: UInt8) -> Int? {
        index < bytes.count && bytes[index] == wanted ? index + 1 : nil
    }

    private static func space(_ bytes: [UInt8], _ index: Int) -> Int {
        UnicodeText.leftStrippedRange(of: bytes, in: min(index, bytes.count)..<bytes.count).lowerBound
    }

    /// The end of a run of digits at `index`, or of exactly `count` of them.
    private static func number(_ bytes: [UInt8], _ index: Int, count: Int?) -> Int? {
        var end = index
        var digits = 0
        while end < bytes.count, digits < count ?? Int.max {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: end)
            if !UnicodeScalars.isDigit(scalar) { break }
            end += length
            digits += 1
        }
        return digits >= count ?? 1 ? end : nil
    }

    // MARK: Words and signs

    /// Whether a word of ASCII letters begins with `letter`.
    static func hasWord(beginningWith letter: UInt8, _ bytes: [UInt8]) -> Bool {
        var index = 0
        while let found = ByteSearch.first(letter, in: bytes, from: index, to: bytes.count) {
            index = found + 1
            while index < bytes.count, (bytes[index] | 0x20) &- 0x61 < 26 { index += 1 }
            let follows = found > 0 && UnicodeScalars.isWord(UTF8Decoding.scalar(bytes, before: found).value)
            let goesOn = index < bytes.count && UnicodeScalars.isWord(UTF8Decoding.scalar(bytes, at: index).value)
            if !follows, !goesOn { return true }
        }
        return false
    }

    /// Whether `phrase` stands between two word boundaries, in any case.
    static func hasPhrase(_ phrase: ScalarText, _ bytes: [UInt8]) -> Bool {
        let keys = phrase.scalars.map(CaseKey.of)
        var index = 0
        while index <= bytes.count {
            if index == bytes.count || !UTF8Decoding.isContinuation(bytes[index]), isBoundary(bytes, index) {
                var end = index
                var matched = 0
                while matched < keys.count, end < bytes.count {
                    let (scalar, length) = UTF8Decoding.scalar(bytes, at: end)
                    if CaseKey.of(scalar) != keys[matched] { break }
                    matched += 1
                    end += length
                }
                if matched == keys.count, isBoundary(bytes, end) { return true }
            }
            index += 1
        }
        return false
    }

    private static func isBoundary(_ bytes: [UInt8], _ index: Int) -> Bool {
        let before = index > 0 && UnicodeScalars.isWord(UTF8Decoding.scalar(bytes, before: index).value)
        let after = index < bytes.count && UnicodeScalars.isWord(UTF8Decoding.scalar(bytes, at: index).value)
        return before != after
    }

    /// Straight or curly quotation marks.
    static func hasQuotationMark(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while index < bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if [0x22, 0x27, 0x2018, 0x2019, 0x201C, 0x201D].contains(scalar) { return true }
            index += length
        }
        return false
    }

    /// The parts between white space that follows an end mark; white space at the very end parts nothing.
    static func spacedSentences(_ bytes: [UInt8]) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte == 0x2E || byte == 0x21 || byte == 0x3F else { continue }
            let next = space(bytes, index)
            if next > index, next < bytes.count {
                sentences.append(start..<index)
                start = next
            }
            index = next
        }
        return sentences + [start..<bytes.count]
    }

    /// Runs of what the reference takes for emoji: besides emoji, everything from U+24C2 to U+1F251, and beyond the
    /// first plane.
    static func emojiRuns(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        var count = 0
        var isInside = false
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            let isEmoji = scalar >= 0x24C2
            if isEmoji, !isInside { count += 1 }
            isInside = isEmoji
            index += length
        }
        return count
    }

    // MARK: Lists and tables

    /// Whether a line begins, after white space, with one of two signs.
    static func hasBullet(_ text: Text) -> Bool {
        text.lines.contains { line in
            let content = text.strip(line)
            return !content.isEmpty
                && (text.bytes[content.lowerBound] == UInt8(ascii: "-")
                    || text.bytes[content.lowerBound] == UInt8(ascii: "*"))
        }
    }

    /// Whether a line begins, after white space, with a number and a full stop, and white space where that is asked for.
    static func hasNumberedLine(_ text: Text, spaced: Bool) -> Bool {
        text.lines.contains { line in
            let start = text.strip(line).lowerBound
            guard let end = number(text.bytes, start, count: nil), let behind = sign(text.bytes, end, 0x2E) else {
                return false
            }
            return !spaced || space(text.bytes, behind) > behind
        }
    }

    /// Rows that begin and end with a bar, without rules.
    static func barRows(_ text: Text) -> Int {
        text.lines.reduce(0) { count, line in
            let bytes = text.bytes
            let bar = UInt8(ascii: "|")
            guard line.count > 1, bytes[line.lowerBound] == bar, bytes[line.upperBound - 1] == bar else {
                return count
            }
            return isRule(text, line) ? count : count + 1
        }
    }

    /// `|`, then cells of hyphens with white space around them.
    private static func isRule(_ text: Text, _ line: Range<Int>) -> Bool {
        var start = line.lowerBound + 1
        while let bar = ByteSearch.first(UInt8(ascii: "|"), in: text.bytes, from: start, to: line.upperBound) {
            let cell = text.strip(start..<bar)
            guard !cell.isEmpty, text.bytes[cell].allSatisfy({ $0 == UInt8(ascii: "-") }) else { return false }
            start = bar + 1
        }
        return true
    }

    // MARK: XML

    /// The numbers of attributes of the tags that are well formed, in order, with their places.
    static func attributeCounts(_ bytes: [UInt8], _ range: Range<Int>) -> [(count: Int, tag: Range<Int>)] {
        var tags: [(count: Int, tag: Range<Int>)] = []
        var index = range.lowerBound
        while let open = ByteSearch.first(UInt8(ascii: "<"), in: bytes, from: index, to: range.upperBound) {
            index = open + 1
            guard let end = tagEnd(bytes, open + 1, range.upperBound) else { continue }
            tags.append((attributes(bytes, open..<end), open..<end))
            index = end
        }
        return tags
    }

    private static func tagEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
        func space(_ index: Int) -> Int {
            UnicodeText.leftStrippedRange(of: bytes, in: index..<limit).lowerBound
        }
        func name(_ index: Int) -> Int? {
            guard index < limit, isNameStart(bytes[index]) else { return nil }
            var end = index + 1
            while end < limit {
                let (scalar, length) = UTF8Decoding.scalar(bytes, at: end)
                guard UnicodeScalars.isWord(scalar) || scalar == 0x3A || scalar == 0x2E || scalar == 0x2D else { break }
                end += length
            }
            return end
        }
        guard var index = name(space(start)) else { return nil }
        while true {
            let next = space(index)
            if next < limit, bytes[next] == UInt8(ascii: ">") { return next + 1 }
            if next + 1 < limit, bytes[next] == UInt8(ascii: "/"), bytes[next + 1] == UInt8(ascii: ">") {
                return next + 2
            }
            guard next > index, let behind = name(next), behind + 1 < limit, bytes[behind] == UInt8(ascii: "="),
                isQuote(bytes[behind + 1])
            else { return nil }
            var close = behind + 2
            while close < limit, !isQuote(bytes[close]) { close += 1 }
            guard close < limit else { return nil }
            index = close + 1
        }
    }

    private static func isNameStart(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

    /// A word, `=`, and a quoted value, counted without overlap.
    private static func attributes(_ bytes: [UInt8], _ tag: Range<Int>) -> Int {
        var count = 0
        var index = tag.lowerBound
        var begin = index
        while let sign = ByteSearch.first(UInt8(ascii: "="), in: bytes, from: index, to: tag.upperBound) {
            index = sign + 1
            guard index < tag.upperBound, isQuote(bytes[index]), sign > begin,
                UnicodeScalars.isWord(UTF8Decoding.scalar(bytes, before: sign).value)
            else { continue }
            var close = index + 1
            while close < tag.upperBound, !isQuote(bytes[close]) { close += 1 }
            guard close < tag.upperBound else { continue }
            count += 1
            index = close + 1
            begin = index
        }
        return count
    }
}
