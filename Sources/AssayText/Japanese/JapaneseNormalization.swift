// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The normalization of Japanese text that mecab-ipadic-NEologd proposes, as far as the ends of sentences depend on it.
///
/// ## What it does
/// 1. White space at both ends goes; full-width letters and digits become ASCII, half-width kana and signs full-width.
/// 2. `！ ？ （ ）` become `! ? ( )`. Runs of spaces become one, and a space goes where a Japanese scalar, or a sign that
///    the normalization makes full-width for a while, stands on one side of it and the same or ASCII on the other.
/// 3. Dashes, long-vowel signs and tildes are told apart from other scalars only for step 2; they are not merged.
///
/// - Source: "Regexp.ja", wiki of mecab-ipadic-neologd, as ported in ja_sentence_segmenter 0.0.2 (MIT licence).
enum JapaneseNormalization {
    /// The normalized text.
    static func normalized(_ bytes: [UInt8]) -> [UInt8] {
        let range = UnicodeText.strippedRange(of: bytes, in: 0..<bytes.count)
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var last = Kind.other
        var waitsWithSpace = false
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            index += length
            if scalar == 0x20 || scalar == 0x3000 {
                waitsWithSpace = true
                continue
            }
            let (written, kind) = map(scalar)
            if waitsWithSpace {
                let goes = last == .block && kind != .other || last == .latin && kind == .block
                if !goes { result.append(0x20) }
                waitsWithSpace = false
            }
            UTF8Decoding.append(written, to: &result)
            last = kind
        }
        return result
    }

    /// On which side of a space a scalar takes part in its removal.
    private enum Kind {
        case block, latin, other
    }

    private static func map(_ scalar: UInt32) -> (UInt32, Kind) {
        switch scalar {
        case 0x22, 0x27: return (scalar, .other)
        case 0x5C: return (scalar, .latin)
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return (scalar, .block)
        case 0..<0x80: return (scalar, .latin)
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return (scalar - 0xFEE0, .latin)
        case 0xFF01, 0xFF08, 0xFF09, 0xFF1F: return (scalar - 0xFEE0, .block)
        case 0xFF61: return (0x3002, .block)
        case 0xFF62: return (0x300C, .block)
        case 0xFF63: return (0x300D, .block)
        case 0x4E00...0x9FFF, 0x3000...0x30FF, 0xFF00...0xFFEF: return (scalar, .block)
        // Hyphens, long-vowel signs, tildes and the yen sign, which are made full-width.
        case 0x2D7, 0x58A, 0x2010...0x2015, 0x2043, 0x207B, 0x208B, 0x2212, 0xFE63, 0x2500, 0x2501, 0x223C, 0x223E,
            0xA5:
            return (scalar, .block)
        default: return (scalar, .other)
        }
    }
}
