// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Makes texts that scanners find hard: repetitions, splices, broken UTF-8, markup that never closes.
enum FuzzText {
    static let largest = 1 << 16

    /// What hostile texts are made of.
    static let fragments: [[UInt8]] =
        [
            "*", "**", "\"", "'", "(", ")", ".", "..", "...", ". ", "#", "## ", "|", "\n", "\n\n", "\r\n", "\r", "<",
            ">",
            "</", "<a>", "<<", ">>", "[", "]", "[[", "{", "}", "-", "- ", "--", "---\n", "* ", "***\n", "1. ", "1) ",
            ",",
            ", ", ";", ":", "!", "?", "?!", "\t", " ", "    ", "`", "```", "```json\n", "~", "_", "__", "\\", "\\\"",
            "/",
            "//", "@", "&", "&amp;", "%", "$", "=", "+", "^", "0", "1", "12,345.67", "1e9", "a", "A", "aB", "I", "the ",
            "Mr. ", "e.g. ", "U.S. ", "p.m. ", "don't ", "cannot ", "gonna", "'s", "n't", "P.S. ", "P.P.S", "word ",
            "Word. ", "http://a.b/c?d=e", "www.", ".com", "a@b.co", "true", "null", "{\"a\":", "[1,", "\"a\",", "|---|",
            "| a ", "é", "ß", "İ", "ı", "ſ", "ﬁ", "ǅ", "e\u{301}", "\u{301}", "\u{327}\u{301}", "\u{200D}", "👩‍👩‍👧", "😀",
            "🇫🇷", "\u{FE0F}", "漢", "字。", "です。", "カ", "ｶﾞ", "！", "？", "、", "「", "」", "中文，", "简体", "繁體", "한국어 ", "שלום ",
            "مرحبا ", "\u{202E}", "\u{200B}", "\u{FEFF}", "\u{A0}", "\u{3000}", "\u{2028}", "\u{85}", "\u{1C}", "«",
            "»",
            "¿", "¡", "—", "“", "”", "’", "…", "•", "\u{0}", "\u{7F}", "<think>", "</think>", "SECTION 1", "Paragraph",
            "<<title>>", "[name]", "2024-01-31", "x-y", "a;b", "ab\u{300}", "Ω", "ᾳ", "ΑΣ ", "ñ", "¿Qué ", "l'",
            "aujourd'hui",
        ].map { Array($0.utf8) } + [
            [0xFF], [0xC3], [0xE2, 0x84], [0xF0, 0x9F, 0x98], [0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xC0, 0xAF],
        ]

    /// Texts such as models write.
    static let samples: [[UInt8]] = [
        """
        # A short plan

        The garden needs water every morning. Mr. Brown, e.g., starts at 6 a.m. and never stops before 7.30 p.m.!
        "Why so early?" asked Ann. *Nobody* knew; **everybody** guessed - and that's that.

        * first point
        * second point, with (brackets [nested {deeply}])
            - a sub point

        1. One thing
        2. Another thing

        P.S. Don't forget the keys. P.P.S. Nor the map.
        """,
        "<<Morning Song>>\n\nSection 1\nThe sun is up; it's bright and warm.\n\n***\n\nSection 2\nIt can't last, can it?\n\n***\n",
        "{\"name\": \"Ann\", \"tags\": [\"a\", \"b\\n\", \"\\u00e9\\ud83d\\ude00\"], \"n\": -1.5e3, \"deep\": {\"x\": [{}, [], null, true]}}",
        "```json\n{\"a\": {\"b\": {\"c\": [1, 2, {\"d\": \"e\"}]}}}\n```\n",
        "ID,Country,Year\n1,\"France, north\",1999\n2,\"a \"\"quoted\"\" cell\",2000\n3,,\n",
        "| Name | Age |\n|------|:---:|\n| Ann | 31 |\n| Bob | 27 |\n\nThe table has two rows.\n",
        "> quoted\n> again\n\n## Title Two\n\n```swift\nlet a = 1\n```\n\n![image](http://example.org/a.png) and [link](b)\n",
        "今日は天気がいいです。明日は雨が降るでしょう！「はい」と答えた。\n\n・一つ目\n・二つ目\n\n以上、終わり。カタカナ、ひらがな、漢字。",
        "今天天气很好。我们去公园散步，看到了很多花！她说：“真漂亮。”\n\n第二段：繁體字與简体字。\n\n# 标题\n- 项目一\n- 项目二",
        "¿Dónde está la biblioteca? El Sr. García dijo que sí. ¡Qué día! Los años pasan… El niño comió $3.50 de pan.",
        "L'été dernier, M. Dupont a dit : « C'est l'heure ! » Aujourd'hui, qu'il pleuve ou non, nous partirons. Où ça ?",
        "<article lang=\"en\" id='1'><p class=\"x\">Text &amp; more</p><br/><b>bold</b></article>",
        "[address] and [name] wrote to <b>[email]</b>.\n\nMy answer is yes.\n******\nMy answer is no.",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z. Level madam racecar 1 2 3 5 7 11 13.",
        "Привет мир. Это второе предложение! Третье?",
        "한국어 문장입니다. 두 번째 문장!",
    ].map { Array($0.utf8) }

    /// A text of at most `limit` bytes.
    static func make(_ random: inout FuzzRandom, limit: Int = largest) -> [UInt8] {
        let size = random.size(limit)
        var text: [UInt8]
        switch random.below(10) {
        case 0: text = repeated([random.pick(fragments)], size, &random)
        case 1: text = repeated((0..<2).map { _ in random.pick(fragments) }, size, &random)
        case 2: text = repeated((0..<random.below(6) + 2).map { _ in random.pick(fragments) }, size, &random)
        case 3: text = (0..<size).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        case 4: text = scalars(size, &random)
        case 5:
            // Openers first, closers last: what nests.
            let opener = random.pick(fragments)
            text = repeated([opener], size / 2, &random) + repeated([random.pick(fragments)], size / 2, &random)
        case 6:
            // One very long word, or words of one kind.
            let letter = random.pick(fragments)
            let word = repeated([letter], random.size(2000) + 1, &random)
            text = repeated([word, random.pick(fragments)], size, &random)
        default:
            text = []
            while text.count < size { text += random.pick(samples) + random.pick([[], [0x0A], [0x20], [0x0A, 0x0A]]) }
            text = cut(text, size)
        }
        for _ in 0..<random.pick([0, 0, 1, 2, 5, 20]) { text = cut(mutated(text, &random), limit) }
        return text
    }

    /// One change.
    static func mutated(_ text: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
        var text = text
        let place = random.below(text.count + 1)
        switch random.below(7) {
        case 0: text.insert(contentsOf: random.pick(fragments), at: place)
        case 1:
            let fragment = random.pick(fragments)
            text.insert(contentsOf: repeated([fragment], random.size(3000), &random), at: place)
        case 2 where !text.isEmpty:
            text[random.below(text.count)] = UInt8(truncatingIfNeeded: random.next())
        case 3 where !text.isEmpty:
            let end = min(text.count, place + random.size(200))
            text.removeSubrange(place..<end)
        case 4:
            let end = min(text.count, place + random.size(500))
            text.insert(contentsOf: Array(text[place..<end]), at: random.below(text.count + 1))
        case 5: text.insert(contentsOf: random.pick(samples), at: place)
        default: text = Array(text[place...] + text[..<place])
        }
        return text
    }

    static func repeated(_ parts: [[UInt8]], _ size: Int, _ random: inout FuzzRandom) -> [UInt8] {
        var text: [UInt8] = []
        if parts.allSatisfy(\.isEmpty) { return text }
        let isOrdered = random.once(in: 2)
        var index = 0
        while text.count < size {
            text += isOrdered ? parts[index % parts.count] : random.pick(parts)
            index += 1
        }
        return text
    }

    private static func scalars(_ size: Int, _ random: inout FuzzRandom) -> [UInt8] {
        let ranges: [ClosedRange<UInt32>] = [
            0...0x7F, 0x80...0x24F, 0x300...0x36F, 0x370...0x5FF, 0x600...0x6FF, 0x900...0x97F, 0xE00...0xE7F,
            0x1E00...0x1FFF, 0x2000...0x2BFF, 0x3040...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFF00...0xFFEF,
            0x1F300...0x1FAFF, 0x1F1E6...0x1F1FF, 0xE0000...0xE007F, 0...0x10FFFF,
        ]
        let chosen = (0..<random.below(3) + 1).map { _ in random.pick(ranges) }
        var text = ""
        while text.utf8.count < size {
            let range = random.pick(chosen)
            let value = range.lowerBound + UInt32(random.below(range.count))
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
        return Array(text.utf8)
    }

    private static func cut(_ text: [UInt8], _ size: Int) -> [UInt8] {
        text.count > size ? Array(text[..<size]) : text
    }

    /// Valid UTF-8 with the invalid parts replaced.
    static func valid(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }
}
