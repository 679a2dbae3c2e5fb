// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import Testing

/// A gold answer and a response.
struct JudgedCase: Sendable, CustomTestStringConvertible {
    var gold: String
    var response: String

    init(_ gold: String, _ response: String) {
        self.gold = gold
        self.response = response
    }

    var testDescription: String { "\(gold) | \(response)" }

    func label(_ options: AnswerOptions = AnswerOptions()) throws -> Label {
        try AnswerJudge(golds: [gold], options: options).judge(Array(response.utf8)).label
    }
}

/// Words around an answer that make something else of it.
@Suite struct QualifierTests {
    /// None of these says that the answer is 42.
    @Test(arguments: [
        "The answer is definitely not 42.", "So the final answer can’t be 42.", "The answer won't be 42.",
        "The result is not equal to $42$.", "Final answer: not $42$", "#### not 42", "<answer>not 42</answer>",
        "<answer>at least 42</answer>", "The answer is neither 42 nor 43.",
        "The answer is something other than 42.", "It is 43 rather than 42.", "The answer is 43 instead of 42.",
        "The answer is strictly less than 42.", "The answer is no more than 42.", "The answer exceeds 42.",
        "The answer is somewhere between 42 and 43.", "The answer is up to 42.", "The answer is 42 and above.",
        "The answer is 42 apples or more.", "Answer: 42 or fewer", "The answer is \\boxed{42} or more.",
        "The answer is \\boxed{\\text{at least }42}", "\\boxed{42\\text{ or more}}", "\\boxed{\\text{not }42}",
        "\\boxed{\\text{twice }42}", "\\boxed{42\\text{ squared}}", "\\boxed{\\text{less than } 42}",
        "\\boxed{\\text{half of }42}", "\\boxed{\\text{negative }42}", "The answer is double 42.",
        "The answer is one third of 42.", "The answer is the cube of 42.", "The answer is 42 cubed.",
        "The answer is 42 times 2.", "The answer is 42 divided by 2.", "The answer is 42 over 5.",
        "The answer is 42 factorial.", "The answer is 42 to the power of 2.", "The answer is the logarithm of 42.",
        "The answer is the sum of 42 and 3.", "The answer is 5 more than 42.", "The answer is 42 more than 5.",
        "The answer is 42 less than 50.", "The answer is 10% of 42.", "The answer is 42 if x > 0, otherwise 43.",
        "The answer is 42 unless n is odd.", "The answer is 42 when n is even and 43 when n is odd.",
        "The answer is 42 for even n and 43 for odd n.", "It is 42 if n is even; it is 43 if n is odd.",
        "The answer is 42 only if n is prime.", "42 is wrong.", "42 cannot be the answer.",
        "42 is definitely not the answer.", "The value 42 is incorrect.", "So 42 isn't right.",
        "Die Antwort ist nicht 42.", "Die Antwort ist mindestens 42.", "Die Antwort ist höchstens 42.",
        "Die Antwort ist minus 42.", "Die Antwort ist 42 oder mehr.", "La réponse n'est pas 42.",
        "La réponse est au moins 42.", "La réponse est moins 42.", "La réponse est la moitié de 42.",
        "La respuesta no es 42.", "La respuesta es al menos 42.", "La respuesta es menos 42.",
        "La respuesta es más de 42.", "A resposta não é 42.", "A resposta é pelo menos 42.",
        "A resposta é a metade de 42.", "La risposta non è 42.", "La risposta è almeno 42.",
        "La risposta è il doppio di 42.", "Ответ: не 42.", "Ответ: не менее 42.", "Ответ: минус 42.", "答案不是42。",
        "答案是至少42。", "答案：大于42", "答案是负42。", "答案是42以上。", "答えは42ではありません。", "答えは少なくとも42です。", "答えは42以上です。",
        "답은 42가 아닙니다.", "답은 최소 42입니다.", "답: 42 이상", "at least 42", "not 42", "42 or more", "twice 42",
        "less than 42", "The answer is 41 to 43, not 42.", "from 42 to 50", "The answer ranges from 42 to 50.",
        "The answer is not $\\boxed{42}$, it is $\\boxed{43}$.", "It would be wrong to say 42.",
        "I doubt the answer is 42.", "42, not 42", "\\boxed{> 42}", "It would be a mistake to say 42.",
        "I would exclude 42.",
        "The answer might be 42, but it isn't.", "The answer is 42? No, it is 43.",
        "The answer is 42 — no, 43.", "Nobody would say 42. The answer is 41.", "The answer is anything besides 42.",
        "The answer is some number above 42.", "The answer is 42 or so and maybe 43.",
        "The answer is the negative of 42.", "The answer is the opposite of 42.", "The answer is ten times 42.",
        "The answer is one hundred times 42.", "The answer is 42 hundred.",
        "The answer is 42 raised to the third power.", "The answer is 42 to the third power.",
        "The answer is 42 modulo 5.", "The answer is $42$ squared.", "The answer is $\\boxed{42}$ squared.",
        "The answer is $\\boxed{42}$ minus 1.", "The answer is $-$42.", "The answer is (-42).",
        "The answer is 42, unless x = 0, when it is 43.", "The answer depends: 42 for x>0, 43 otherwise.",
        "If x>0 the answer is 42, otherwise it is 43.", "42 for odd n; 43 for even n.", "Either 42 or 43.",
        "The answer is 42/43.", "The answer is 42-43.", "The answer is 42–43.", "The answer is 42 +- 1.",
        "The answer is 42 ± 1.", "The answer is ~42 to 44.", "The answer is > 42.", "The answer is ≥ 42.",
        "The answer is $> 42$.", "The answer is $x > 42$.", "The answer is $\\neq 42$.", "The answer is ≠ 42.",
        "Answer: ~42?", "The answer is minus $42$.", "The answer is the 42nd prime.", "The answer is the 42nd term.",
        "The answer is the number of divisors of 42.", "The answer is the number before 42.",
        "The answer is one less than 42.", "The answer is one more than 42.", "The answer is just under 42.",
        "The answer is just over 42.", "The answer is close to but not 42.", "The answer is not only 42 but also 43.",
        "The answer is false: 42 is too small.", "The answer is larger: 42 is too small.",
        "The answer is x where x is greater than 42.", "The answer is 42 if and only if n=1.",
        "La réponse est différente de 42.", "La réponse est comprise entre 42 et 50.",
        "Die Antwort liegt zwischen 42 und 50.", "Die Antwort ist größer als 42.", "La respuesta es mayor que 42.",
        "A resposta é menor que 42.", "La risposta è compresa tra 42 e 50.", "Ответ больше 42.", "答案在42和50之间。",
        "答案不可能是42。", "答えは42より大きい。", "답은 42보다 크다.", "答案是42的两倍。", "答案是42的一半。",
    ])
    func isNot42(_ response: String) throws {
        let judged = JudgedCase("42", response)
        #expect(try judged.label() != .pass)
        var options = AnswerOptions()
        options.extract = .anchor
        #expect(try judged.label(options) != .pass)
    }

    @Test(arguments: [
        "minus 42", "not 42", "at least 42", "42 or more", "twice 42", "42 squared", "half of 42", "negative 42",
        "The answer is not 42.", "The answer is at least 42.",
    ])
    func bareIsNot42(_ answer: String) throws {
        var options = AnswerOptions()
        options.extract = .whole
        #expect(try JudgedCase("42", answer).label(options) != .pass)
    }

    static let right: [JudgedCase] = [
        JudgedCase("84", "The answer is twice 42."), JudgedCase("21", "The answer is half of 42."),
        JudgedCase("1764", "The answer is 42 squared."), JudgedCase("6", "The answer is the square root of 36."),
        JudgedCase("-42", "The answer is negative 42."), JudgedCase("-42", "Die Antwort ist minus 42."),
        JudgedCase("-42", "答案是负42。"), JudgedCase("41", "The answer is 42 minus 1."),
        JudgedCase("84", "The answer is 42 times 2."), JudgedCase("21", "The answer is 42 divided by 2."),
        JudgedCase("1/5", "The answer is the reciprocal of 5."),
        JudgedCase("14", "The answer is one third of 42."), JudgedCase("120", "The answer is 5 factorial."),
        JudgedCase("12", "The answer is not 10, but 12."), JudgedCase("12", "The answer isn't 10; it's 12."),
        JudgedCase("12", "Die Antwort ist nicht 10, sondern 12."),
        JudgedCase("12", "La respuesta no es 10 sino 12."), JudgedCase("12", "答案不是10，而是12。"),
        JudgedCase("12", "The answer is 12, not 10."),
        JudgedCase("12", "The answer is \\boxed{12}, not \\boxed{10}."),
        JudgedCase("12", "The answer is 12 rather than 10."), JudgedCase("42", "The answer is approximately 42."),
        JudgedCase("42", "The answer is about 42."), JudgedCase("42", "The answer is exactly 42."),
        JudgedCase("42", "The answer is 42 since 6*7 = 42 and 5*8 = 40."),
        JudgedCase("42", "The answer is 42 (because 6*7=42)."),
        JudgedCase("42", "The answer is 42, which is less than 50."),
        JudgedCase("42", "The answer is 42, which is even."), JudgedCase("42", "They need at least 42 buses."),
        JudgedCase("42", "So the number of buses is 42, since 41 would be too few."),
        JudgedCase("42", "The answer is 42 if we round to the nearest integer."),
        JudgedCase("42", "The answer is 42 when rounded to the nearest whole number."),
        JudgedCase("42", "The answer is a total of 42."),
        JudgedCase("42", "The answer is 42 dollars for the week."),
        JudgedCase("42", "The answer is not hard to find: 42."),
        JudgedCase("42", "It could not be simpler: the answer is 42."), JudgedCase("42", "No, the answer is 42."),
        JudgedCase("42", "The answer is none other than 42."), JudgedCase("42", "So 6 times 7 is 42."),
        JudgedCase("42", "Since 6*7 = 42, the answer is 42."), JudgedCase("42", "This is 6*7, which is 42."),
        JudgedCase("42", "Donc la réponse est 42 parce que 6*7 = 42 et 5*8 = 40."),
        JudgedCase("42", "Die Antwort ist 42, weil 6*7 = 42 und 5*8 = 40."),
        JudgedCase("42", "x = 42 or x = 3; since x > 5, x = 42."),
        JudgedCase("42", "The answer is 42 or 3, but it must be even, so 42."),
        JudgedCase("42", "He must score at least $\\boxed{42}$ points."), JudgedCase("4", "$2x=8$, hence $x=4$."),
        JudgedCase("4", "$2x = 8 ⇒ x = 4$"), JudgedCase("x=4", "$$2x=8 \\implies x=4$$"),
        JudgedCase("4", "From $2x=8$ we get $x=4$."), JudgedCase("x+1", "So $2y=2x+2 \\Rightarrow y=x+1$"),
        JudgedCase("3", "\\boxed{\\textbf{(B) } 3}"), JudgedCase("-2", "\\boxed{(C)\\ -2}"),
        JudgedCase("11", "The answer is eleven (i.e. 11)."), JudgedCase("12", "The answer is **12**!"),
        JudgedCase("120", "The answer is $5!$"), JudgedCase("5280", "The distance is 5 280 ft."),
        JudgedCase("1000", "There are 1 000 of them."), JudgedCase("1234567", "The answer is 1 234 567."),
        JudgedCase("7:30 a.m.", "The train leaves at 7:30 AM."),
        JudgedCase("2024-06-20", "It happened on 20 June 2024."),
        JudgedCase("14:05", "Der Zug kommt um 14:05 an."),
        JudgedCase("42", "The answer is 42 (not 43)."), JudgedCase("42", "The answer is 42, not 43."),
        JudgedCase("42", "42, not 43"), JudgedCase("42", "The total is 42 over 3 weeks."),
        JudgedCase("42", "The answer is none other than 42."), JudgedCase("42", "So the answer is no other than 42."),
        JudgedCase("(5,\\infty)", "The answer is $x > 5$."), JudgedCase("x>5", "\\boxed{x > 5}"),
        JudgedCase("42", "The answer is clearly 42 and nothing else."),
        JudgedCase("42", "Not surprisingly, the answer is 42."),
        JudgedCase("42", "It is not hard to see that the answer is 42."),
        JudgedCase("42", "This is not the end; the answer is 42."),
        JudgedCase("42", "We need not check further: the answer is 42."),
        JudgedCase("42", "Without loss of generality, the answer is 42."),
        JudgedCase("42", "The answer is therefore 42 dollars."), JudgedCase("42", "The total for both is $42."),
        JudgedCase("42", "He will have 42 apples left if he eats none."),
        JudgedCase("42", "She paid $42 for the shirts."), JudgedCase("42", "The answer is 42 cm for the first side."),
        JudgedCase("42", "Therefore, at most 42 people can attend."), JudgedCase("42", "The maximum is 42."),
        JudgedCase("42", "The least number is 42."), JudgedCase("42", "So there are no more than... let me count: 42."),
        JudgedCase("42", "The answer is 42 less than a minute later."),
        JudgedCase("42", "It takes 42 minutes to get there."), JudgedCase("42", "It takes him 42 more minutes."),
        JudgedCase("42", "There are 42 more apples than pears."), JudgedCase("42", "So John has 42 more than Mary."),
        JudgedCase("42", "The answer is 42 more."), JudgedCase("42", "The difference is 42 less."),
        JudgedCase("42", "He needs 42 more dollars."), JudgedCase("42", "He has 42 left over."),
        JudgedCase("42", "The answer is 42 over all."),
        JudgedCase("42", "42 of the 50 students passed, so the answer is 42."),
        JudgedCase("42", "So 42 of them are red."), JudgedCase("42", "The answer is 42 of the students."),
        JudgedCase("42", "The answer is 42 students of the 50."), JudgedCase("42", "The total is 42 over 3 days."),
        JudgedCase("42", "He runs 42 miles from Monday to Friday."),
        JudgedCase("42", "The answer is 42 miles from home."), JudgedCase("42", "The answer is 42 times."),
        JudgedCase("42", "He goes 42 times to the park."), JudgedCase("42", "He walks 42 minus no steps, which is 42."),
        JudgedCase("42", "The temperature is 42 above zero."), JudgedCase("42", "The sum of the two numbers is 42."),
        JudgedCase("42", "The product of 6 and 7 is 42."), JudgedCase("42", "Half of 84 is 42."),
        JudgedCase("42", "Twice 21 is 42."), JudgedCase("42", "6 squared plus 6 is 42."),
        JudgedCase("42", "The square root of 1764 is 42."), JudgedCase("42", "10% of 420 is 42."),
        JudgedCase("42", "The number is 42 since it can't be 41."),
        JudgedCase("42", "Mary is 42 if she is twice as old as Tom."),
        JudgedCase("42", "From 8 to 50 there are 42 steps."),
        JudgedCase("42", "The answer is between 41 and 43, so it is 42."),
        JudgedCase("42", "It is more than 41 and less than 43, so the answer is 42."),
        JudgedCase("1/2", "The answer is 1 over 2."), JudgedCase("1/2", "The probability is one half, or 1/2."),
        JudgedCase("50", "The answer is 50 percent of the class."),
        JudgedCase("3", "The answer is 3 to 1 odds, i.e. 3."), JudgedCase("5", "$x \\neq 3$, so $x = 5$."),
        JudgedCase("5", "x is not 3, so x is 5."), JudgedCase("5", "Since x is not 3, the answer is 5."),
        JudgedCase("5", "We exclude 3, leaving 5."), JudgedCase("5", "3 is not a solution, so the only solution is 5."),
        JudgedCase("5", "The solutions are 3 and 5, but 3 is not valid, so the answer is 5."),
        JudgedCase("5", "The roots are 3 and 5; since 3 is extraneous, the answer is 5."),
    ]
    /// Words that calculate are read, words that add nothing are passed, and explanations count for nothing.
    @Test(arguments: right) func isRight(_ judged: JudgedCase) throws { #expect(try judged.label() == .pass) }

    static let wrong: [JudgedCase] = [
        JudgedCase("5", "The answer is negative 5."), JudgedCase("3", "The ratio is 3 to 4."),
    ]
    @Test(arguments: wrong) func isWrong(_ judged: JudgedCase) throws { #expect(try judged.label() != .pass) }

    /// What a denial of the value, a bound and a condition are called.
    @Test(arguments: [
        ("The answer is not 42.", Qualifier.denied), ("The answer is at least 42.", .bounded),
        ("The answer is 42 if n is even.", .conditional), ("The answer is the logarithm of 42.", .transformed),
    ])
    func named(_ response: String, _ qualifier: Qualifier) {
        let found = AnswerExtractor(expected: .number).extract(from: Array(response.utf8))
        #expect(found.answer?.qualifier == qualifier)
    }

    /// A text that is its own gold passes, however long it is and however it ends.
    @Test(arguments: [
        (0..<80).map(String.init).joined(separator: ", "), (1..<60).map { "\($0)/7" }.joined(separator: ", "),
        "the words of a very long answer that goes on and on for more than a hundred and twenty letters and then stops at a",
    ])
    func isItsOwnGold(_ text: String) throws {
        #expect(try JudgedCase(text, text).label() == .pass)
        var options = AnswerOptions()
        options.extract = .whole
        #expect(try JudgedCase(text, text).label(options) == .pass)
    }
}
