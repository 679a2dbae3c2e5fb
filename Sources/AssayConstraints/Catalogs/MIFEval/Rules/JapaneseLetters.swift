// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// Readings of Japanese text by its letters.
enum JapaneseLetters {
    /// Whether a scalar is a kanji, as the reference checkers have it.
    static func isKanji(_ scalar: UInt32) -> Bool { (0x4E00...0x9FAF).contains(scalar) }

    /// Whether a scalar is a letter (general category L).
    static func isLetter(_ scalar: UInt32) -> Bool { UnicodeScalars.isAlphabetic(scalar) }

    /// The first run of kanji after which no `（hiragana）` stands.
    static func firstWithoutFurigana(in bytes: [UInt8]) -> Range<Int>? {
        var start: Int?
        var index = 0
        while index <= bytes.count {
            let (scalar, length) = index < bytes.count ? UTF8Decoding.scalar(bytes, at: index) : (0, 1)
            if isKanji(scalar) {
                start = start ?? index
            } else if let begin = start {
                if !hasFurigana(bytes, at: index) { return begin..<index }
                start = nil
            }
            index += length
        }
        return nil
    }

    private static func hasFurigana(_ bytes: [UInt8], at index: Int) -> Bool {
        var end = index
        var count = 0
        while end < bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: end)
            if end == index {
                guard scalar == 0xFF08 else { return false }
            } else if (0x3041...0x3093).contains(scalar) {
                count += 1
            } else {
                return scalar == 0xFF09 && count > 0
            }
            end += length
        }
        return false
    }

    /// The parts of one line between 《 and the next 》 that are not blank.
    static func highlights(in text: Text) -> [Range<Int>] {
        let bytes = text.bytes
        var result: [Range<Int>] = []
        var open: Int?
        var index = 0
        while index < bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            switch scalar {
            case 0x300A: open = index
            case 0x300B:
                if let start = open, !text.strip(start + 3..<index).isEmpty { result.append(start..<index + length) }
                open = nil
            case 0x0A: open = nil
            default: break
            }
            index += length
        }
        return result
    }

    /// The bytes without 「…」 and then without 『…』, the shortest of one line.
    static func withoutQuotations(_ bytes: [UInt8]) -> [UInt8] {
        let inner = EnclosedText.removed(bytes, open: [0xE3, 0x80, 0x8C], close: [0xE3, 0x80, 0x8D])
        return EnclosedText.removed(inner, open: [0xE3, 0x80, 0x8E], close: [0xE3, 0x80, 0x8F])
    }

    /// The first part between 。, ！ and ？, quotations left out, that does not end in `ending`.
    ///
    /// Empty parts do not count; where `stripsSpace` is not set, a part of white space does.
    static func sentenceWithout(ending: [UInt8], in bytes: [UInt8], stripsSpace: Bool) -> String? {
        let text = withoutQuotations(bytes)
        var start = 0
        var index = 0
        while index <= text.count {
            let (scalar, length) = index < text.count ? UTF8Decoding.scalar(text, at: index) : (0x3002, 1)
            if scalar == 0x3002 || scalar == 0xFF01 || scalar == 0xFF1F {
                let part = stripsSpace ? UnicodeText.strippedRange(of: text, in: start..<index) : start..<index
                if !part.isEmpty, !EnclosedText.ends(text, part, with: ending) {
                    return Text(text).tail(part, limit: 30)
                }
                start = index + length
            }
            index += length
        }
        return nil
    }
}
