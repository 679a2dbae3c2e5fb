// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Counts sentences that end in a noun (体言止め), by letters.
///
/// A sign 。, ！ or ？ follows a noun where kanji, katakana, a digit or a letter of another script stands before it, or a
/// noun written in hiragana out of a short list. Inflected words end in hiragana. The reference asks a morphological
/// analyser; this is an approximation.
public enum JapaneseNominalEndings {
    /// The number of signs 。, ！ and ？ directly after a noun.
    public static func count(in bytes: [UInt8]) -> Int {
        var count = 0
        var index = 0
        while index < bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if scalar == 0x3002 || scalar == 0xFF01 || scalar == 0xFF1F, index > 0, endsInNoun(bytes, index) {
                count += 1
            }
            index += length
        }
        return count
    }

    private static func endsInNoun(_ bytes: [UInt8], _ end: Int) -> Bool {
        let scalar = UTF8Decoding.scalar(bytes, before: end).value
        if (0x3041...0x309F).contains(scalar) {
            return words.contains { word in
                word.count <= end && bytes[end - word.count..<end].elementsEqual(word)
            }
        }
        return UnicodeScalars.isAlphanumeric(scalar)
    }

    private static let words = [
        "こと", "もの", "ため", "とき", "ところ", "わけ", "はず", "つもり", "まま", "うち", "ほう", "おかげ", "せい", "ひと", "さま",
        "みんな", "それぞれ", "すべて", "いま", "ここ", "そこ", "どこ", "これ", "それ", "あれ", "どれ", "わたし", "あなた", "とおり", "しあわせ",
        "たち",
    ].map { Array($0.utf8) }
}
