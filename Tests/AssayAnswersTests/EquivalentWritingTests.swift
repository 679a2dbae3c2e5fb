// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import Testing

/// Ways of writing an answer that other graders' tests ask for: each rule with answers that are right and some that are not.
@Suite struct EquivalentWritingTests {
    /// Gold, response, and whether it is right.
    typealias Case = (gold: String, response: String, isRight: Bool)

    private func expect(_ item: Case) throws {
        let label = try AnswerJudge(golds: [item.gold]).judge(Array(item.response.utf8)).label
        #expect((label == .pass) == item.isRight, "\(item.response) for \(item.gold): \(label)")
    }

    @Test(
        arguments: [
            ("14916", "14 {, }916", true), ("14916", "$14 {,} 916$", true), ("14{ , }916", "14916", true),
            ("14916", "14{,}\\!916", true), ("$1 {,} 234 {,} 567$", "1234567", true), ("2{,}5", "2.5", true),
            ("14916", "\\boxed{14 {,}916}", true), ("14 {, }916", "14917", false), ("14 {, }916", "14.916", false),
            ("14 {, }916", "14", false),
        ] as [Case])
    func thousandsMayBeSeparatedByACommaInBraces(item: Case) throws { try expect(item) }

    @Test(
        arguments: [
            ("$12$ and $13$", "The final answer is \\\"$12 $ and $13 $\\\".", true),
            ("12", "The answer is \\\"12\\\".", true), ("12", "The answer is \\\"13\\\".", false),
            ("x+1", "Answer: \\\"x+1\\\"", true), ("x+1", "Answer: \\\"x+2\\\"", false),
            ("B", "The answer is \\\"B\\\".", true), ("\\\"12\\\"", "12", true),
        ] as [Case])
    func quotationMarksMayBeEscaped(item: Case) throws { try expect(item) }

    @Test(
        arguments: [
            ("B", "Let's think step by step. It's not A because it doesn't make sense, therefore I think it's B", true),
            ("B", "Let's think step by step. It's not A because it makes no sense, therefore I think it's C", false),
            ("B", "It can't be C since that would be too large, so it must be B", true),
            ("D", "Let us look at the options one by one, hence it's option D", true),
            ("B", "Let's think about each of the options in turn. I wonder whether it's B or", false),
            ("B", "Let's think step by step about every single option that there is. First consider option B", false),
        ] as [Case])
    func anOptionMayEndASentenceWithoutFullStop(item: Case) throws { try expect(item) }

    @Test(
        arguments: [
            ("B", "B。 不是 A", true), ("B", "B。不是 A", true), ("B", "B不是 A", true), ("A", "B。 不是 A", false),
            ("A", "B不是A", false), ("B", "不选A，选B", true), ("B", "選B", true), ("C", "答案选C而不是A", true),
            ("A", "答案选C而不是A", false), ("C", "答案不是C", false), ("B", "不是A，是B", true), ("A", "不是A而是B", false),
            ("B", "A错误，B正确", true), ("A", "A错误，B正确", false), ("D", "选D。A、B、C错误", true),
            ("D", "C选项不正确，应选D", true), ("C", "A和B都不对，C是正确的。", true), ("B", "Bです。Aではない", true),
            ("A", "Bです。Aではない", false), ("B", "AではなくB", true), ("B", "B가 아니라 A", false),
            ("A", "B가 아니라 A", true), ("A", "정답은 A가 아닙니다.", false), ("A", "答えはAではない", false), ("AC", "本题选AC。", true),
            ("AB", "本题选AC。", false), ("A", "本题选AC。", false),
        ] as [Case])
    func chineseJapaneseAndKoreanRuleOptionsOut(item: Case) throws { try expect(item) }

    @Test(
        arguments: [
            ("B", "réponse est B non A", true), ("A", "réponse est B non A", false), ("B", "B, nicht A", true),
            ("A", "B, nicht A", false), ("B", "B, no A", true), ("A", "B, no A", false), ("B", "Ответ B, не A", true),
            ("A", "Ответ B, не A", false), ("B", "não A, mas B", true), ("B", "A no es, es B", true),
            ("A", "A no es, es B", false), ("A", "No, A is right", true),
            ("A", "A resposta não é A", false), ("A", "La respuesta no es A", false),
            ("A", "Die Antwort ist nicht A", false), ("A", "Ответ не A", false), ("A", "La réponse n'est pas A", false),
            ("A", "La respuesta es A", true), ("A", "Die Antwort ist A", true), ("A", "I choose C, no, A", true),
            ("C", "I choose C, no, A", false),
        ] as [Case])
    func europeanLanguagesRuleOptionsOut(item: Case) throws { try expect(item) }

    @Test(
        arguments: [
            ("79", "donc 353 g - 79 g = 274 g. Donc, il a déjà 79 g de cire.", true),
            ("79", "Donc, il a déjà 78 g de cire.", false), ("5", "Por lo tanto, le quedan 5 kg de harina.", true),
            ("12", "Cela fait donc 12 m de tissu.", true), ("12", "Quindi servono 12 l di latte.", true),
            ("60 miles per hour", "So its speed is 60 miles an hour.", true),
            ("7", "Portanto, ele tem 7 g de ouro.", true),
        ] as [Case])
    func aUnitEndsBeforeWhatItMeasures(item: Case) throws { try expect(item) }

    @Test(
        arguments: [
            ("67", "इसलिए, गणना करें: [ 56 + 11 = 67 ] इसलिए, दुकान में अब 67 कमीजें हैं। ", true),
            ("67", "इसलिए, दुकान में अब हम सब के लिए कुल मिलाकर 68 कमीजें हैं।", false),
            ("8", "اس لیے اب اس کے پاس کل ملا کر اب 8 سیب ہیں۔", true),
        ] as [Case])
    func sentencesEndInAllScripts(item: Case) throws { try expect(item) }

    @Test(
        arguments: [
            ("1", "how many $? just about 1$", true), ("1", "how many $? just about 2$", false),
            ("3", "total $? it is 3$", true), ("10", "in $: 11$", false),
        ] as [Case])
    func aDollarSignBeforePunctuationOpensNothing(item: Case) throws { try expect(item) }

    @Test(
        arguments: [
            ("$\\frac{NO}{BO}=\\frac{1}{\\sqrt{6}}$", "$\\frac{1}{\\sqrt{6}}$", true),
            ("$\\frac{NO}{BO}=\\frac{1}{\\sqrt{6}}$", "$\\frac{1}{\\sqrt{5}}$", false),
            ("\\frac{NO}{BO}=\\frac{1}{\\sqrt{6}}", "\\frac{BO}{NO}=\\sqrt{6}", true),
            ("\\frac{NO}{BO}=\\frac{1}{\\sqrt{6}}", "\\sqrt{6}", false),
            ("\\frac{1}{\\sqrt6}", "\\frac{NO}{BO}=\\frac{1}{\\sqrt{6}}", true), ("AB/CD = 3", "3", true),
            ("\\triangle ABC=12", "12", true), ("\\cos A = \\frac12", "\\frac12", true),
            ("\\tan\\angle ABC = 2", "2", true), ("\\frac{S_1}{S_2}=4", "4", true),
            ("\\vec a\\cdot\\vec b=3", "3", true), ("\\frac{[ABC]}{[DEF]}=2", "2", true),
            ("x^2+y^2=25", "25", false), ("x^2=25", "25", false), ("x+y=5", "5", false), ("2x=10", "10", false),
            ("xy=6", "6", false), ("\\frac{x}{y}=2", "2", false), ("\\sin x=\\frac12", "\\frac12", false),
            ("AB^2=5", "5", false), ("f(1)+f(2)=3", "3", false), ("\\sqrt{x}=3", "3", false),
        ] as [Case])
    func aSideMayBeNothingButAName(item: Case) throws { try expect(item) }

    @Test(
        arguments: [
            (
                "\\Delta p\\approx -\\frac{\\hbar \\omega_{L}}{c}", "-\\frac{\\omega_{L} \\hbar}{c}", true
            ),
            ("\\Delta p\\approx -\\frac{\\hbar \\omega_{L}}{c}", "\\frac{\\omega_{L} \\hbar}{c}", false),
            ("\\Delta E = mc^2", "mc^2", true), ("mc^2", "\\Delta E = m c^2", true),
            ("F \\equiv \\frac{kq}{r}", "\\frac{kq}{r}", true), ("x := 5", "5", true),
            ("x \\equiv 3 \\pmod 7", "3", false), ("\\Delta x + \\Delta y = 5", "5", false),
            ("\\frac{dy}{dx}=2x", "2x", true), ("v \\approx 3.5", "4.5", false),
        ] as [Case])
    func otherSignsDefineToo(item: Case) throws { try expect(item) }

    @Test(
        arguments: [
            ("\\\\boxed{W(n) = 1 \\\\text{ and } W(n) = -1", "W(x)=1orW(x)=-1", true),
            ("\\\\boxed{W(n) = 1 \\\\text{ and } W(n) = -1}", "W(x)=1orW(x)=-2", false),
            ("\\frac{1}{2}", "The answer is \\\\boxed{\\\\frac{1}{2}}.", true),
            ("\\frac{1}{2}", "The answer is \\\\boxed{\\\\frac{1}{3}}.", false),
            (
                "\\begin{matrix} x \\\\ \\sqrt{3} \\end{matrix}",
                "\\\\begin{matrix} x \\\\\\\\ \\\\sqrt{3} \\\\end{matrix}", true
            ),
            ("\\begin{pmatrix}1\\\\2\\end{pmatrix}", "\\begin{pmatrix}1\\\\2\\end{pmatrix}", true),
        ] as [Case])
    func backslashesMayBeDoubled(item: Case) throws { try expect(item) }

    @Test(
        arguments: [
            ("\u{0C}rac{7}{4}", "7/4", true), ("\u{0C}rac{7}{4}", "7/5", false),
            ("\\frac{7}{4}", "The answer is \u{08}oxed{\u{0C}rac{7}{4}}.", true),
            ("-\\\u{0C}rac{7}{4}", "-7/4", true), ("\\theta", "\theta", true), ("2 \times 3", "6", true),
            ("\\left(1,2\right)", "(1,2)", true), ("\\beta+1", "\u{08}eta+1", true),
            ("5", "The\tanswer is 5.", true),
        ] as [Case])
    func controlCharactersStandForCommands(item: Case) throws { try expect(item) }

    @Test func theSpanIsThatOfTheResponse() throws {
        let response = "As \u{0C}rac{1}{2} is half, the answer is \u{0C}rac{7}{4}."
        let judgement = try AnswerJudge(golds: ["7/4"]).judge(Array(response.utf8))
        #expect(judgement.label == .pass)
        let span = try #require(judgement.extraction?.span)
        #expect(String(decoding: Array(response.utf8)[span], as: UTF8.self) == "\u{0C}rac{7}{4}")
    }
}
