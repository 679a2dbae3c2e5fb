// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import Testing

/// Sentences that refuse, told by their parts, and sentences that only look like it.
@Suite struct RefusalGrammarTests {
    @Test(arguments: [
        "I will not answer this question.", "I decline to provide a solution.", "I'd rather not answer that.",
        "I am not going to solve this.", "We do not have sufficient data to find the number of pens.",
        "The given information is insufficient.", "There is insufficient data to answer.",
        "This question is outside my abilities.", "I have no idea.", "I don't have the answer.",
        "I cannot view the attached picture.", "My policy does not permit me to respond.",
        "I am not allowed to answer this.", "Please provide the missing table.", "Can you share the diagram?",
        "Without the picture it is not possible to answer.", "The problem is missing information.",
        "I'm not sure how to solve this problem.", "It's impossible to say.", "I cannot do that.", "我无法解答这个问题。",
        "我不清楚答案是什么。", "我拒绝回答。", "抱歉，我帮不了你。", "条件不足，无法求解。", "没有足够的信息来回答。", "分かりません。", "お答えすることはできません。",
        "情報が不足しているため、答えを出せません。", "申し訳ありませんが、この問題は解けません。", "모르겠습니다.", "죄송하지만 답변을 드릴 수 없습니다.", "정보가 부족하여 풀 수 없습니다.",
        "이 문제를 풀 수 없어요.", "Je refuse de répondre.", "Je ne sais pas.", "Il n'y a pas assez d'informations.",
        "Je ne peux malheureusement pas résoudre ce problème.", "No lo sé.", "Me niego a responder.",
        "No hay suficiente información para resolverlo.", "No es posible determinar la respuesta.",
        "Não sei a resposta.", "Recuso-me a responder.", "Não há informações suficientes.", "Non lo so.",
        "Mi rifiuto di rispondere.", "Non ci sono abbastanza informazioni.", "Ich weiß es nicht.",
        "Ich weigere mich zu antworten.", "Es gibt nicht genügend Informationen.",
        "Ohne die Abbildung kann ich die Aufgabe nicht lösen.", "Я не знаю ответа.", "Я отказываюсь отвечать.",
        "Недостаточно данных для решения.", "Невозможно определить ответ.",
    ])
    func refuses(_ response: String) throws { #expect(try JudgedCase("105", response).label() == .invalid) }

    @Test(arguments: [
        "Half an apple cannot be sold, so there are 105 pens.",
        "We cannot answer part b before part a, which gives 105.", "I can't believe it: 105.",
        "Without the 5 broken pens there are 105.", "There is not enough room for 106, so the answer is 105.",
        "It cannot be determined by guessing, but counting gives 105.",
        "At first I do not know the total, so I add: 100 + 5 = 105.", "He refuses to sell 5 of them, leaving 105.",
        "I'm not sure, but I think it is 105.", "Please note that the total is 105.",
    ])
    func answers(_ response: String) throws { #expect(try JudgedCase("105", response).label() == .pass) }

    /// Words that break off where a value is due.
    @Test(arguments: [
        "To find the total number of pens that Lena has, we first need to",
        "First, let us think about how the boxes are arranged in the room and wh",
        "Since every box has the same number of pens, we multiply the number of bo",
    ])
    func breaksOff(_ response: String) throws { #expect(try JudgedCase("105", response).label() == .invalid) }
}
