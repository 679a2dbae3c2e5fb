// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Counts sentences that end in a noun (体言止め), by letters.
///
/// ## How it decides
/// A sign 。, ！ or ？ follows a noun where before it stands
/// 1. a kanji, katakana, a digit or a letter of Latin, Greek or Cyrillic, but for some adverbs such as 突然;
/// 2. a noun in hiragana out of a list, such as こと or みんな, or one with さ such as 美しさ;
/// 3. kanji with the kana of a noun that is made from a verb, such as 願い, 流れ or 広がり, if no を stands before it.
///
/// Other words in hiragana are verbs, adjectives and particles. The reference asks a morphological analyser; this is an
/// approximation, which errs most on rare nouns in hiragana and on stems of verbs in the middle of a sentence.
///
/// - Complexity: Linear in the number of bytes.
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
        let (last, length) = UTF8Decoding.scalar(bytes, before: end)
        guard isHiragana(last) else { return isNounLetter(last) && !ends(bytes, end, last, in: adverbs) }
        if ends(bytes, end, last, in: words) { return !ends(bytes, end, last, in: otherWords) }
        let before = end > length ? UTF8Decoding.scalar(bytes, before: end - length).value : 0
        switch last {
        case scalar("う") where before == scalar("よ"):
            // よう, "as if", stands after a plain form; after others it is the ending of a proposal, as in 食べよう.
            let start = end - length - 3
            return start > 0 && plainEnds.contains(UTF8Decoding.scalar(bytes, before: start).value)
        case scalar("さ") where isHiragana(before): return stemEnds.contains(before)
        case scalar("さ"): return isKanji(before)
        default: return endsInVerbalNoun(bytes, end, last)
        }
    }

    /// Whether kanji and the kana of a noun that is made from a verb or adjective end at `end`.
    private static func endsInVerbalNoun(_ bytes: [UInt8], _ end: Int, _ last: UInt32) -> Bool {
        var kanaStart = end
        while end - kanaStart < 12, kanaStart > 0 {
            let (value, length) = UTF8Decoding.scalar(bytes, before: kanaStart)
            guard isHiragana(value) else { break }
            kanaStart -= length
        }
        guard kanaStart > 0 else { return false }
        let (kanji, length) = UTF8Decoding.scalar(bytes, before: kanaStart)
        guard isKanji(kanji) else { return false }
        guard end - kanaStart <= 3 else { return ends(bytes, end, last, in: verbalEnds) }
        switch last {
        case scalar("い"): return kanjiBeforeI.contains(kanji)
        case scalar("か"): return kanjiBeforeKa.contains(kanji)
        case scalar("つ"): return numerals.contains(kanji)
        default: break
        }
        guard verbalKana.contains(last) else { return false }
        let before = kanaStart > length ? UTF8Decoding.scalar(bytes, before: kanaStart - length).value : 0
        // A verb with its object, as in 手紙を書き, and する after two kanji, as in 説明し.
        return before != scalar("を") && !(last == scalar("し") && isKanji(before))
    }

    // MARK: Letters

    private static func isHiragana(_ scalar: UInt32) -> Bool { (0x3041...0x309F).contains(scalar) }

    private static func isKanji(_ scalar: UInt32) -> Bool {
        (0x4E00...0x9FFF).contains(scalar) || scalar == 0x3005
    }

    private static func isNounLetter(_ scalar: UInt32) -> Bool {
        guard UnicodeScalars.isAlphanumeric(scalar) else { return false }
        return scalar < 0x590 || (0x2160...0x217F).contains(scalar)
            || (scalar >= 0x3000 && !(0xAC00...0xD7FF).contains(scalar))
    }

    private static func scalar(_ letter: Unicode.Scalar) -> UInt32 { letter.value }

    private static func letters(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }

    /// Kana before よう where it is a noun.
    private static let plainEnds = letters("のるたなうくすつむぶぬぐいだ")
    /// Kana before さ where it makes a noun of an adjective.
    private static let stemEnds = letters("しかけきよさいろたるうずごすこ")
    /// The last kana of verbs where they serve as nouns.
    private static let verbalKana = letters("りみきちぎえけせめれげべびし")
    /// Kanji after which い ends a noun; after others it ends an adjective.
    private static let kanjiBeforeI = letters("違願思誓戦笑祝会合匂臭占扱使救争問狙勢誘迷憂集行償払買賑装競養舞災幸類住値伴害商疑添狂漂憩酔具整弔")
    /// Kanji after which か ends an adjectival noun.
    private static let kanjiBeforeKa = letters("静豊確細密微僅遥遙愚厳定")
    private static let numerals = letters("一二三四五六七八九幾")

    // MARK: Words

    /// Words by their last letter.
    private typealias WordList = [UInt32: [[UInt8]]]

    private static func list(_ words: String) -> WordList {
        Dictionary(grouping: words.split(separator: " ")) { $0.unicodeScalars.last?.value ?? 0 }
            .mapValues { $0.map { Array($0.utf8) } }
    }

    private static func ends(_ bytes: [UInt8], _ end: Int, _ last: UInt32, in list: WordList) -> Bool {
        list[last]?.contains { $0.count <= end && bytes[end - $0.count..<end].elementsEqual($0) } ?? false
    }

    private static let words = list(
        "こと もの もん ため とき ころ ごろ わけ はず つもり まま うち ほう ほか のち おかげ せい ひと さま さん ちゃん くん みんな みな それぞれ "
            + "すべて いま ここ そこ どこ これ それ あれ どれ これら それら どっち どちら こちら そちら あちら こっち そっち あっち わたし あなた ぼく だれ "
            + "どなた いつ なに いくつ いくら とおり たち みたい もと さまざま たくさん いっぱい いっしょ いろいろ ばらばら めちゃくちゃ きのう あした きょう "
            + "ことし あさって となり そば あたり かわり はじめ まとめ おすすめ おわり はじまり ひろがり つながり つくり まつり ぬくもり やすらぎ こだわり ゆとり "
            + "やりとり あこがれ せせらぎ にぎわい たたずまい やりがい きっかけ ひととき おもてなし まなざし えがお まごころ しずく しぐさ きずな ふるさと かたち "
            + "こころ からだ ことば なまえ きもち おもい ねがい いのち ゆめ なか まえ あと うえ よこ そと みち まち うみ やま かわ そら ねこ いぬ とり さかな "
            + "さくら ひかり かぜ あめ ゆき つき おと うそ ほんとう ひま ふつう だめ むり すき きらい じょうず ひつよう かんたん べつ きれい しあわせ おしゃれ "
            + "おとな こども ともだち なかま かぞく おみやげ あいさつ ごはん おやつ おかず にんじん じゃがいも りんご みかん ぶどう いちご おにぎり おなか くるま "
            + "ひとつ ふたつ みっつ よっつ ひとり ふたり ごみ 全て 彼ら 自ら 我ら 僕ら 君ら 新た 多く 近く 遠く 古く 日差し 眼差し 見通し 手直し")

    private static let otherWords = list("ただいま であれ")

    private static let adverbs = list(
        "結構 勿論 無論 多分 突然 全然 少々 再度 一層 一応 一度 一旦 益々 比較的 実際 当然 早速 早々 続々 着々 色々 時々 度々 随分 何故 何卒 極力")

    /// Two kana and more after kanji that end a noun.
    private static let verbalEnds = list(
        "かり がり まり わり らか やか しみ わせ まえ っこ ばえ かけ もり ぎり つき くり とり ぐり じめ ごと ばり そり ども がい なみ やり ざし ねぎ ぶり "
            + "あい だち わい びと ねえ みち けら")
}
