// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import Testing

@Suite struct InvalidResponseTests {
    static func reason(_ response: String, gold: String = "12", finish: FinishReason? = nil, junk: Bool = false)
        -> String?
    {
        let bytes = Array(response.utf8)
        let extraction = AnswerExtractor(expected: ExpectedAnswer(gold: gold)).extract(from: bytes)
        return InvalidResponse.find(in: bytes, finish: finish, extraction: extraction, junkAfterAnswer: junk)?.code
    }

    @Test(arguments: [
        "… so the total is 12 and then the remain", "<think>\\boxed{42}", "\\boxed{4", "so we get \\boxed{\\frac{1}{2}",
        "```python\ndef f():\n    total = 3", "We have\n\\[\nx = 3 +", "\\begin{align*} x &= 3",
        "First, we add.\n2. Then\n3. ",
        "He has 5 apples and buys 3 more, so the number of apples that he has after he went to the",
        "1. We know that x is 3.\n\n2. **Milk after the first ", "Each bag costs $3, so the three bags will cost him,",
    ])
    func truncated(_ response: String) { #expect(Self.reason(response) == "truncated") }

    @Test(arguments: [
        String(repeating: "x=1. ", count: 100),
        "So " + String(repeating: "we multiply by two and then we add three. ", count: 12),
        "The value is 0." + String(repeating: "3", count: 600) + " and so on " + String(repeating: "0", count: 500),
        "好" + String(repeating: "我们再算一次，结果不对。", count: 40),
    ])
    func repetitive(_ response: String) { #expect(Self.reason(response) == "repetitive") }

    @Test(arguments: [
        "I cannot solve this without the figure.", "I'm sorry, but I can't help with that.",
        "I must decline to provide an answer.",
        "As an AI language model, I am unable to access external documents.", "抱歉，我无法回答这个问题。",
        "申し訳ありませんが、この質問には回答できません。", "죄송하지만 이 질문에는 답변할 수 없습니다.",
        "Je ne peux pas répondre à cette question.", "Lo siento, no puedo responder a esta pregunta.",
        "Diese Frage kann ich nicht beantworten.", "Извините, я не могу ответить на этот вопрос.",
        "Non posso rispondere a questa domanda.", "Desculpe, não posso responder a essa pergunta.",
        "There is not enough information to determine the answer.",
    ])
    func refused(_ response: String) { #expect(Self.reason(response) == "refused") }

    @Test(arguments: [
        "\\boxed{5} I hope this helps", "I can't be sure, but \\boxed{5}", "12", "x = 5", "28 pct", "[0,1)", "16 feet",
        "D. it can't be A or B", "The statement is true.", "\\frac{1}{2}", "16-3-4=9, 9*2=18\nA: 18", "9*2=18",
        "So we add the first two numbers and get 4 + 8 = 12", "He has 12 apples.", "计划的比例为13/28",
        "The answer is 5. " + String(repeating: "This answer is wrong. ", count: 60), "\\boxed{4}and then the remain",
        String(repeating: "9", count: 20_000), "",
    ])
    func valid(_ response: String) { #expect(Self.reason(response) == nil) }

    /// What looks cut off, and holds no right answer, is no answer; a right one stays right.
    @Test(arguments: [
        (
            "1. There are 3 bags.\n2. Each bag holds 12 kg of flour, and the baker needs 5 of them every week of the year, so "
                + "that he has to buy them.\n3. In all he uses 5", "60"
        ),
        (
            "We compare the graphs one by one with what is asked, and look at the places where each of them is zero.\n\n"
                + "- **Graph A:** It is zero at 3, as it has to be.\n\n- **Graph B:**", "C"
        ),
        (
            "1. Eva has saved some money, and Roy has saved twice as much as she has, which is what the problem says.\n"
                + "2. By the problem, Eva has saved $20, and what Roy has saved is twice that, so he has saved $", "40"
        ),
        (
            "Let us call the number in the box $b$. The equation is $-3 = -7 + \\boxed{\\phantom{2}}$, and to solve it we "
                + "first move the number on the right side over to the left side.\n\nThen,", "4"
        ),
    ])
    func cut(_ response: String, _ gold: String) throws {
        #expect(try JudgedCase(gold, response).label() == .invalid)
    }

    @Test(arguments: [
        (
            "We add.\nThere are twelve bags of flour in each of the rooms.\nEach of the bags weighs 5 kg, and so in all there "
                + "are 60 kg of flour, that is 60", "60"
        ),
        (
            "The number in the box is what makes $-3 = -7 + \\boxed{\\phantom{2}}$ true. Adding 7 to both sides of it gives "
                + "that the number is 4.", "4"
        ),
    ])
    func notCut(_ response: String, _ gold: String) throws {
        #expect(try JudgedCase(gold, response).label() == .pass)
    }

    @Test func finishReason() {
        #expect(Self.reason("He has 12 apples.", finish: .length) == "truncated")
        #expect(Self.reason("He has 12 apples.", finish: .stop) == nil)
        #expect(Self.reason("\\boxed{12}", finish: .length) == nil)
    }

    @Test func junkAfterAnswer() {
        let response = "The answer is 5. " + String(repeating: "This answer is wrong. ", count: 60)
        #expect(Self.reason(response, junk: true) == "repetitive")
        #expect(Self.reason("The answer is 5. I hope it is correct.", junk: true) == nil)
    }

    @Test func goldsThatAdmitInability() {
        #expect(Self.reason("There is not enough information.", gold: "not enough information") == nil)
    }

    @Test func wordsWithoutFullStop() {
        #expect(Self.reason("Because the limit of the quotient does not exist at zero", gold: "no") == nil)
    }
}
