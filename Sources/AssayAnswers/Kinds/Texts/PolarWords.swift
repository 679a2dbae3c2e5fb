// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Words that say yes or no.
package enum PolarWords {
    package enum Role: Sendable, Hashable {
        /// Yes, whatever is before it.
        case yes
        /// No, whatever is before it.
        case no
        /// Says that a statement holds; can be negated.
        case holds
        /// Says that it does not; can be negated.
        case fails
    }

    /// English words in a sentence.
    package static let roles: [String: Role] = {
        var roles: [String: Role] = [:]
        func add(_ role: Role, _ words: String) {
            for word in words.split(separator: " ") { roles[String(word)] = role }
        }
        add(.yes, "yes yeah yep yup affirmative")
        add(.no, "no nope nah")
        add(.holds, "true correct valid holds hold")
        add(.fails, "false incorrect wrong invalid untrue")
        return roles
    }()

    /// Whole answers in several languages, in lower case and decomposed or not.
    private static let answers: [String: Bool] = {
        var answers: [String: Bool] = [:]
        func add(_ value: Bool, _ words: String) {
            for word in words.split(separator: " ") { answers[String(word)] = value }
        }
        add(true, "yes true correct holds right yeah yep affirmative valid")
        add(false, "no false incorrect wrong nope untrue invalid")
        // German, French, Spanish, Italian, Portuguese.
        add(
            true,
            "ja wahr richtig korrekt oui vrai vraie correcte sí si verdadero verdadera correcto cierto sì vero vera")
        add(false, "nein falsch unwahr inkorrekt non faux fausse incorrecte falso falsa incorrecto não nao errado")
        add(true, "sim verdadeiro verdadeira correto certo tak prawda evet doğru")
        add(false, "incorreto nie fałsz hayır yanlış nee")
        // Russian, Ukrainian.
        add(true, "да верно правда истина правильно так")
        add(false, "нет неверно ложь неправда неправильно ні")
        // Chinese, Japanese, Korean, Arabic, Hindi.
        add(true, "是 对 對 正确 正確 真 是的 对的 可以 成立 はい 正しい 예 네 참 맞다 نعم صحيح हाँ सही")
        add(false, "否 不 不是 错 錯 错误 錯誤 假 不对 不正确 不能 不可以 不成立 いいえ 誤り 正しくない 아니요 아니오 아니 거짓 لا خطأ नहीं गलत")
        return answers
    }()

    /// What a text says that is one such word, with punctuation around it.
    package static func whole(_ tokens: AnswerTokens) -> Bool? {
        var found: Bool?
        for index in 0..<tokens.count {
            switch tokens.kind(index) {
            case .word:
                guard found == nil, let value = answers[tokens.lowercased(index)] else { return nil }
                found = value
            case .mark, .newline: continue
            default: return nil
            }
        }
        return found
    }
}
