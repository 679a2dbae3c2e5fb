// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Tells a sentence that refuses by its parts: who cannot, and what.
///
/// "I won't provide an answer to this question": an inability or an unwillingness ("won't"), and what an answerer does
/// ("provide an answer"), or the lack of what is needed ("not enough information"), or not knowing.
enum RefusalGrammar {
    /// What has to stand in one sentence, in this order where `isOrdered`.
    private struct Pattern {
        let first: [StaticString]
        let second: [StaticString]
        var isOrdered = true
    }

    /// The longest stretch between the two parts, in bytes.
    private static let reach = 64

    private static let patterns: [Pattern] = [
        // Inability or unwillingness, and an act.
        Pattern(
            first: [
                "i can't", "i can’t", "i cannot", "i can not", "i won't", "i won’t", "i will not", "i am not able to",
                "i'm not able to", "i’m not able to", "i am unable to", "i'm unable to", "unable to", "i refuse to",
                "refuse to", "i decline to", "decline to", "i would rather not", "i'd rather not", "i prefer not to",
                "i am not going to", "i'm not going to", "not possible for me to", "i am not allowed to",
                "i'm not allowed to", "not permitted to", "do not allow me to", "does not allow me to",
                "don't allow me to", "doesn't allow me to", "does not permit me to", "do not permit me to",
                "prevents me from", "prevent me from", "i am not in a position to", "incapable of",
                "we can't", "we cannot", "impossible to", "not possible to", "no way to",
                "i could not", "i couldn't", "not sure how to", "don't know how to", "do not know how to",
                "isn't possible to",
            ],
            second: [
                "answer", "respond", "assist", "help you", "help with", "comply", "do that", "do this", "solve this",
                "solve the", "solve it", "provide an", "provide a", "provide the", "give an answer", "give you an",
                "give a final", "give the answer", "see the image", "see the figure", "see the picture",
                "see the diagram", "view the", "access the", "browse the", "determine the answer", "engage",
                "continue with this", "fulfill", "fulfil", "complete this", "complete the request", "say for",
                "determine how", "tell how", "tell what",
                "tell from", "tell without", "be of help", "discuss", "find the answer",
                "solve without",
            ]),
        Pattern(
            first: ["can't be", "cannot be", "can’t be", "can not be"],
            second: ["answered", "determined without", "solved without", "solved with", "given without"]),
        Pattern(
            first: ["i must", "i have to", "i need to", "respectfully", "i will have to", "i'll have to"],
            second: ["decline", "refuse", "refrain from answering"]),
        // What is lacking.
        Pattern(
            first: [
                "not enough", "isn't enough", "isn’t enough", "aren't enough", "don't have enough",
                "do not have enough",
                "insufficient", "not sufficient", "isn't sufficient", "lack sufficient", "lacks sufficient",
                "inadequate",
                "not have sufficient", "too little", "missing", "lacks", "more", "without sufficient", "no sufficient",
                "lack of", "lack the",
            ],
            second: ["information", "data", "details", "context to", "info to"]),
        Pattern(
            first: ["information", "data", "details"],
            second: [
                "is insufficient", "are insufficient", "is missing", "are missing", "is not enough",
                "is not sufficient",
                "are not enough", "are not sufficient", "is inadequate", "is lacking", "isn't enough", "not provided",
            ]),
        Pattern(
            first: [
                "beyond my", "outside my", "outside of my", "exceeds my", "outside the scope of my",
                "beyond the scope of my",
            ],
            second: ["capabilit", "abilit", "knowledge", "expertise", "competence", "scope", "powers", "skills"]),
        Pattern(
            first: [
                "please provide", "please share", "please upload", "please attach", "please supply",
                "could you provide",
                "could you please", "can you provide", "can you share", "could you share", "can you please",
                "would you provide", "please send", "would you please",
            ],
            second: [
                "figure", "image", "diagram", "table", "graph", "picture", "more information", "missing", "details",
                "problem statement", "full question", "more context", "clarif", "question", "data",
            ]),
        Pattern(
            first: ["without the", "without a", "without seeing", "without access to"],
            second: ["can't", "cannot", "can’t", "impossible", "not possible", "unable"]),
        // Chinese, Japanese, Korean.
        Pattern(
            first: ["无法", "不能", "没办法", "没有办法", "拒绝", "不便", "無法", "不会", "难以", "帮不了", "帮不上"],
            second: ["回答", "解答", "作答", "提供", "解决", "求解", "确定", "给出", "判断", "帮", "你", "得出", "计算出", "答案"]),
        Pattern(
            first: ["信息", "条件", "資訊", "数据", "資料", "题目", "没有足够", "缺少", "缺乏"],
            second: ["不足", "不够", "不全", "不完整", "缺失", "信息", "条件", "数据"]),
        Pattern(
            first: ["答", "解", "お手伝い", "判断", "提供", "求め", "お力", "決定"],
            second: ["できません", "できない", "出来ません", "られません", "けません", "せません", "かねます", "えません", "れません"]),
        Pattern(
            first: ["情報", "条件", "データ"], second: ["不足", "足りません", "足りない", "欠け", "ありません", "十分では"]),
        Pattern(
            first: ["답", "풀", "도와", "도움", "제공", "결정", "알", "해결", "해드"],
            second: ["수 없", "수가 없", "못합니다", "못해", "드릴 수 없", "거절", "어렵습니다"]),
        Pattern(first: ["정보", "조건", "자료"], second: ["부족", "충분하지", "없습니다", "누락", "모자"]),
        // French, Spanish, Portuguese, Italian, German, Russian.
        Pattern(
            first: [
                "je refuse", "je ne peux", "je ne suis pas", "je ne saurais", "impossible de", "incapable de",
                "pas possible de", "je ne souhaite pas", "je préfère ne pas",
            ],
            second: ["répondre", "aider", "fournir", "résoudre", "donner", "déterminer", "réponse", "faire", "traiter"]),
        Pattern(
            first: ["pas assez", "pas suffisamment", "manque", "insuffisant", "plus"],
            second: ["informations", "information", "données", "éléments", "d'info"]),
        Pattern(
            first: [
                "no puedo", "me niego a", "no soy capaz", "imposible", "no es posible", "incapaz de",
                "no me es posible",
                "prefiero no", "no voy a", "no podemos", "no se puede",
            ],
            second: ["responder", "ayudar", "contestar", "proporcionar", "resolver", "dar", "determinar", "hacer"]),
        Pattern(
            first: ["no hay suficiente", "no hay bastante", "insuficiente", "falta", "faltan", "suficiente"],
            second: ["información", "datos", "informacion"], isOrdered: false),
        Pattern(
            first: [
                "não posso", "recuso", "não consigo", "incapaz de", "impossível", "não é possível", "não sou capaz",
                "prefiro não", "não vou",
            ],
            second: ["responder", "ajudar", "fornecer", "resolver", "dar", "determinar", "fazer"]),
        Pattern(
            first: ["não há", "insuficiente", "falta", "faltam", "não tenho"],
            second: ["informações", "informação", "dados"], isOrdered: false),
        Pattern(
            first: [
                "non posso", "mi rifiuto", "non riesco", "non sono in grado", "impossibile", "non è possibile",
                "preferisco non", "non sono capace",
            ],
            second: ["rispondere", "aiutar", "fornire", "risolvere", "dare", "determinare", "fare"]),
        Pattern(
            first: ["non ci sono abbastanza", "insufficienti", "mancano", "non ho abbastanza", "non bastano"],
            second: ["informazioni", "dati"], isOrdered: false),
        Pattern(
            first: ["kann ich", "ich kann", "kann man", "lässt sich"],
            second: [
                "nicht beantworten", "nicht lösen", "nicht helfen", "nicht bestimmen", "nicht angeben", "nicht sagen",
                "nicht berechnen", "keine antwort", "nicht ermitteln", "nicht geben",
            ]),
        Pattern(
            first: ["weigere mich", "nicht in der lage", "nicht möglich", "unmöglich", "lehne es ab", "möchte nicht"],
            second: ["antworten", "beantworten", "helfen", "lösen", "geben", "bestimmen", "zu sagen"], isOrdered: false),
        Pattern(
            first: ["nicht genug", "nicht genügend", "zu wenig", "fehlen", "keine ausreichenden", "unzureichend"],
            second: ["informationen", "angaben", "daten"], isOrdered: false),
        Pattern(
            first: [
                "не могу", "отказываюсь", "невозможно", "не в состоянии", "не способен", "нельзя", "Не могу",
                "Отказываюсь", "Невозможно", "не буду", "не удаётся",
            ],
            second: ["ответ", "помочь", "решить", "дать", "определить", "предоставить", "отвечать", "найти"]),
        Pattern(
            first: ["едостаточно", "не хватает", "мало"], second: ["данных", "информации", "сведений"],
            isOrdered: false),
    ]

    /// Whole sentences that say no more than that their author does not know.
    private static let ignorance = PhraseSet([
        "i don't know", "i don’t know", "i do not know", "no idea", "i don't have the answer",
        "i do not have the answer",
        "it's impossible to say", "it is impossible to say", "impossible to tell", "i'm not sure how",
        "beats me", "we cannot know", "i can't say", "i cannot say", "i can't do that", "i cannot do that", "i refuse",
        "我不知道", "不知道答案", "不清楚", "我不会", "不晓得", "わかりません", "分かりません", "知りません", "わからない", "分からない",
        "모르겠", "모릅니다", "몰라", "je ne sais pas", "je l'ignore", "aucune idée", "no lo sé", "no sé", "ni idea",
        "não sei", "não faço ideia", "non lo so", "non so", "nessuna idea", "weiß es nicht", "weiß ich nicht",
        "weiß die antwort nicht", "keine ahnung", "не знаю", "Не знаю",
    ])

    /// What refuses in one sentence.
    static func refuses(_ sentence: Range<Int>, in text: AnswerText) -> Bool {
        guard mayRefuse(sentence, in: text) else { return false }
        if ignorance.first(in: sentence, of: text) != nil { return true }
        return patterns.contains { matches($0, sentence, in: text) }
    }

    /// A cheap look: whether anything stands in a sentence that refusals have.
    private static func mayRefuse(_ sentence: Range<Int>, in text: AnswerText) -> Bool {
        if sentence.contains(where: { text[$0] >= 0x80 }) { return true }
        return signs.first(in: sentence, of: text) != nil
    }

    private static let signs = PhraseSet([
        "n't", "n'", "pas ", "not", "no ", "non ", "nicht", "unable", "refuse", "decline", "impossi", "insuf", "please",
        "ould you",
        "can you", "beyond", "outside", "missing", "lack", "without", "more", "rather", "unm", "fehlen", "falta",
        "inca",
        "weigere", "recuso", "niego", "rifiuto", "manca", "ne ", "idea", "ahnung", "inadequate", "prevent", "exceed",
        "little",
    ])

    private static func matches(_ pattern: Pattern, _ sentence: Range<Int>, in text: AnswerText) -> Bool {
        for first in pattern.first {
            guard let found = text.find(first, in: sentence),
                !AnswerText.isAlphanumeric(text[found - 1]) || text[found] >= 0x80
            else { continue }
            let after = found + first.utf8CodeUnitCount
            let low = pattern.isOrdered ? after : max(sentence.lowerBound, found - reach)
            let around = low..<max(low, min(sentence.upperBound, after + reach))
            for second in pattern.second where text.find(second, in: around) != nil { return true }
        }
        return false
    }
}
