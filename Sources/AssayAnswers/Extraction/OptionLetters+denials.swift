// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Words of other languages than English that rule an option out.
extension OptionLetters {
    // MARK: Chinese, Japanese, Korean

    private static let wideDenials: [StaticString] = [
        "不可能是", "不应该选", "不應該選", "不应选", "不應選", "不能选", "不能選", "并不是", "並不是", "不会是", "不會是", "不是", "并非", "並非", "而非",
        "不选", "不選", "没有选", "沒有選", "没选", "沒選", "不为", "不為", "排除", "除了",
    ]
    private static let wideTurns: [StaticString] = ["而是", "选", "選", "是", "所以", "因此", "答案", "为", "為", "に"]
    private static let wideStops: [StaticString] = ["。", "；", "！", "？", "｡"]
    private static let wideRejections: [StaticString] = [
        "不正确", "不正確", "不对", "不對", "错误", "錯誤", "是错", "是錯", "错", "錯", "不成立", "ではな", "ではありません", "じゃな", "は間違", "は誤", "は違",
        "아니", "아닙", "아닌", "틀리", "틀린", "틀렸", "오답",
    ]
    /// Words between a letter and what is said of it.
    private static let wideFillers: [StaticString] = [
        "选项", "選項", "项", "項", "都", "均", "也", "皆", "全", "显然", "顯然", "明显", "明顯", "이", "가", "은", "는", "도", "も",
    ]
    private static let wideJoints: [StaticString] = ["、", "和", "与", "與", "及", "，", "と", "や"]

    /// Whether the last word of Chinese before the letter at `index` rules it out: "不是A", but not "不是A，是B".
    static func isDeniedWidely(_ index: Int, from low: Int, in text: AnswerText) -> Bool {
        guard Prose.hasWideScript(low..<index, of: text) else { return false }
        var isDenied = false
        var cursor = low
        while cursor < index {
            guard text[cursor] >= 0xE3 else {
                cursor += 1
                continue
            }
            if let width = width(of: wideDenials, at: cursor, in: text) {
                isDenied = true
                cursor += width
            } else if let width = width(of: wideTurns, at: cursor, in: text)
                ?? width(of: wideStops, at: cursor, in: text)
            {
                isDenied = false
                cursor += width
            } else {
                cursor += 1
            }
        }
        return isDenied
    }

    /// Whether a word behind the letters that end at `end` rules them out: "A错误", "A、C不对", "Aではない", "A가 아니라".
    static func isRejectedWidely(_ end: Int, limit: Int, in text: AnswerText) -> Bool {
        var cursor = end
        for _ in 0..<24 {
            guard cursor < limit else { return false }
            if [0x20, 0x29, 0x2A, 0x24, 0x7D].contains(text[cursor])
                || isLetter(text[cursor]) && !AnswerText.isAlphanumeric(text[cursor + 1])
            {
                cursor += 1
            } else if width(of: wideRejections, at: cursor, in: text) != nil {
                return true
            } else if text.matches("不是", at: cursor) || text.matches("不选", at: cursor) {
                // "A不是答案", but not "B不是A".
                var next = cursor + 6
                while text[next] == 0x20 || text[next] == 0x28 { next += 1 }
                return next >= limit || !isLetter(text[next]) || AnswerText.isAlphanumeric(text[next + 1])
            } else if let width = width(of: wideFillers, at: cursor, in: text) {
                cursor += width
            } else if let width = width(of: wideJoints, at: cursor, in: text),
                AnswerText.isUpper(text[cursor + width])
            {
                cursor += width
            } else {
                return false
            }
        }
        return false
    }

    /// Words that options follow without a space.
    private static let wideNames: [StaticString] = ["选", "選", "择", "擇", "是", "为", "為", "案", "项", "項", "："]

    /// Whether the letter at `index` is one of several side by side behind a word of Chinese: 选AC.
    static func isInWideRun(_ index: Int, in range: Range<Int>, of text: AnswerText) -> Bool {
        var low = index
        while low > range.lowerBound, index - low < 8, isLetter(text[low - 1]) { low -= 1 }
        var high = index + 1
        while high < range.upperBound, high - index < 8, isLetter(text[high]) { high += 1 }
        var before = low
        while before > range.lowerBound, text[before - 1] == 0x20 { before -= 1 }
        guard high - low > 1, before - 3 >= range.lowerBound, !AnswerText.isAlphanumeric(text[high]),
            text[high] != UInt8(ascii: "="), width(of: wideNames, at: before - 3, in: text) != nil
        else { return false }
        return (low + 1..<high).allSatisfy { text[$0 - 1] < text[$0] }
    }

    private static func width(of words: [StaticString], at index: Int, in text: AnswerText) -> Int? {
        words.first { text.matches($0, at: index) }?.utf8CodeUnitCount
    }

    // MARK: European languages

    private static let denials: [StaticString] = [
        "nicht", "kein", "keine", "pas", "non", "no", "não", "не", "ni", "weder", "noch", "né", "nem", "ни", "sauf",
        "außer", "salvo", "excepto", "statt", "anstatt", "plutôt que", "au lieu de", "en lugar de", "en vez de",
        "em vez de", "invece di", "вместо", "кроме",
    ]
    private static let nouns: [StaticString] = [
        "option", "opción", "opção", "opzione", "antwort", "réponse", "respuesta", "resposta", "risposta", "вариант",
        "ответ", "die", "la", "le", "l'option", "es", "é", "è", "être", "ser", "essere", "o",
    ]
    private static let rejections: [StaticString] = [
        "no es", "n'est pas", "n’est pas", "ist nicht", "ist falsch", "non è", "não é", "est faux", "est fausse",
        "es incorrecta", "es incorrecto", "es falsa", "es falso", "está errada", "está errado", "é falsa", "è falsa",
        "è sbagliata", "не является", "неверно", "неправильно", "не подходит",
    ]

    /// Whether a denial stands next to the letter at `index`: "nicht A", "no es la A".
    ///
    /// It may stand before what is searched: in "La respuesta no es A", that begins behind "es".
    static func isDeniedBeside(_ index: Int, in text: AnswerText) -> Bool {
        let low = max(0, index - 64)
        var end = index
        for _ in 0..<4 {
            while end > low, [0x20, 0x28, 0x2A, 0x22, 0x24].contains(text[end - 1]) { end -= 1 }
            if word(of: denials, endingAt: end, from: low, in: text) != nil { return true }
            guard let width = word(of: nouns, endingAt: end, from: low, in: text) else { return false }
            end -= width
        }
        return false
    }

    /// Whether a rejection stands behind the letter that ends at `end`: "A no es", but not "B no es A".
    static func isRejectedBeside(_ end: Int, limit: Int, in text: AnswerText) -> Bool {
        var cursor = end
        while cursor < limit, [0x20, 0x29, 0x2A, 0x24, 0x7D].contains(text[cursor]) { cursor += 1 }
        guard let width = width(of: rejections, at: cursor, in: text) else { return false }
        var next = cursor + width
        while text[next] == 0x20 || text[next] == 0x28 { next += 1 }
        return next >= limit || !isLetter(text[next]) || AnswerText.isAlphanumeric(text[next + 1])
    }

    /// The length of the word that ends at `end`, with nothing of a word before it.
    private static func word(of words: [StaticString], endingAt end: Int, from low: Int, in text: AnswerText) -> Int? {
        words.first { word in
            let start = end - word.utf8CodeUnitCount
            guard start >= low, text.matches(word, at: start) else { return false }
            let before = text[start - 1]
            return start == 0 || !AnswerText.isAlphanumeric(before) && before < 0x80
        }?.utf8CodeUnitCount
    }
}
