// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import Testing

/// Numbers that are written in words, in groups, in other bases, or in several units.
@Suite struct SpelledAnswersTests {
    static let right: [JudgedCase] = [
        // Words
        JudgedCase("5", "five"), JudgedCase("21", "twenty-one"), JudgedCase("21", "The answer is twenty-one."),
        JudgedCase("5", "The answer is **five**."), JudgedCase("5", "The answer is five apples."),
        JudgedCase("105", "one hundred and five"), JudgedCase("2300", "two thousand three hundred"),
        JudgedCase("1000000", "The answer is one million."), JudgedCase("100", "The answer is a hundred."),
        JudgedCase("24", "two dozen"), JudgedCase("-7", "negative seven"), JudgedCase("0", "\\boxed{\\text{zero}}"),
        JudgedCase("\\frac23", "two thirds"), JudgedCase("0.5", "The answer is one half."),
        JudgedCase("\\frac34", "\\boxed{\\text{three-quarters}}"), JudgedCase("3.5", "three and a half"),
        JudgedCase("five", "5"), JudgedCase("twenty-one", "The answer is 21."), JudgedCase("five", "five"),
        JudgedCase("5", "\\boxed{\\text{five}}"), JudgedCase("5", "The answer is 4, no wait, the answer is five."),
        JudgedCase("12 feet", "twelve feet"), JudgedCase("42%", "forty-two percent"),
        // Bases
        JudgedCase("1108_9", "1108 in base 9"), JudgedCase("1108_9", "The answer is 1108 in base 9."),
        JudgedCase("1108_9", "1108 (base 9)"), JudgedCase("1011_2", "\\boxed{1011_{\\text{two}}}"),
        JudgedCase("1011_2", "1011 in base two"), JudgedCase("1011_2", "1011 \\text{ (base 2)}"),
        JudgedCase("1011_2", "1011_{\\text{base }2}"), JudgedCase("1A3_{16}", "1a3_{16}"),
        JudgedCase("1A3_{16}", "1A3 in base 16"), JudgedCase("1A3_{16}", "1a3 in base 16"),
        JudgedCase("2FE_{16}", "2fe_{16}"), JudgedCase("2a_{16}", "2 \\cdot a_{16}"),
        // Groups and decimal commas
        JudgedCase("1234.5", "1 234,5"), JudgedCase("1234567.89", "1 234 567,89"),
        JudgedCase("1234,5", "1 234,5"), JudgedCase("1 234,5", "1234.5"),
        // Several units
        JudgedCase("2.5 \\text{ h}", "2 hours and 30 minutes"), JudgedCase("2.5 \\text{ hours}", "2 hours 30 minutes"),
        JudgedCase("2.5 \\text{ hours}", "The answer is 2 hours and 30 minutes."),
        JudgedCase("150 \\text{ minutes}", "2 hours and 30 minutes"),
        JudgedCase("5 \\text{ ft } 10 \\text{ in}", "70 in"),
        // Percent
        JudgedCase("42", "42 percent"), JudgedCase("42", "42\\%"), JudgedCase("0.42", "42 percent"),
    ]
    @Test(arguments: right) func isRight(_ judged: JudgedCase) throws { #expect(try judged.label() == .pass) }

    static let wrong: [JudgedCase] = [
        JudgedCase("5", "six"), JudgedCase("5", "five or six"), JudgedCase("5", "The answer is five or six."),
        JudgedCase("5", "not five"), JudgedCase("5", "The answer isn't five."),
        JudgedCase("5", "The answer is not five."),
        JudgedCase("5", "five squared"), JudgedCase("5", "The answer is five times two."),
        JudgedCase("5", "The answer is five less than ten."), JudgedCase("5", "The answer is at least five."),
        JudgedCase("5", "The answer is five or more."), JudgedCase("5", "twenty-five"), JudgedCase("5", "five hundred"),
        JudgedCase("5", "five dozens"), JudgedCase("5", "fifth"), JudgedCase("5", "five thirds"),
        JudgedCase("21", "twenty one hundred"), JudgedCase("1", "one of them"), JudgedCase("1", "none"),
        JudgedCase("1", "The answer is one more than five."), JudgedCase("25", "two five"),
        JudgedCase("five", "6"), JudgedCase("five", "50"), JudgedCase("One Direction", "1"),
        JudgedCase("3", "a third"), JudgedCase("4", "The answer is the answer to question four, which is five."),
        JudgedCase("1108_9", "1108 in base 8"), JudgedCase("1108_9", "The answer is 1108 in base 8."),
        JudgedCase("1011_2", "11 in base ten"), JudgedCase("1A3_{16}", "1a4_{16}"), JudgedCase("42_{16}", "2a_{16}"),
        JudgedCase("1234.5", "1 234,6"), JudgedCase("12345", "1 234,5"), JudgedCase("1234", "1 234,5"),
        JudgedCase("5", "1 234,5"), JudgedCase("2.3 \\text{ h}", "2 hours and 30 minutes"),
        JudgedCase("2 \\text{ h}", "2 hours and 30 minutes"), JudgedCase("30", "2 hours and 30 minutes"),
        JudgedCase("43", "42 percent"), JudgedCase("3/4", "three fourths percent"), JudgedCase("0.75", "0.75 percent"),
        JudgedCase("4.2", "42 percent"),
    ]
    @Test(arguments: wrong) func isWrong(_ judged: JudgedCase) throws { #expect(try judged.label() != .pass) }

    /// A base that the question does not ask for makes another number of the digits.
    @Test(arguments: [
        ("What is 6 times 7?", "101010", "101010_2", Label.fail),
        ("Write 42 in base two.", "101010", "101010_2", .pass),
        ("What is 6 times 7?", "42", "101010_2", .fail),
    ])
    func basesThatAreAskedFor(_ question: String, _ gold: String, _ response: String, _ label: Label) throws {
        let judge = try AnswerJudge(golds: [gold], question: question)
        #expect(judge.judge(Array(response.utf8)).label == label)
    }

    /// Numbers too long for arithmetic are compared digit by digit.
    @Test func longNumbers() throws {
        let nines = String(repeating: "9", count: 200_000)
        #expect(try JudgedCase(nines, nines).label() == .pass)
        #expect(try JudgedCase(nines, "00" + nines).label() == .pass)
        #expect(try JudgedCase(nines, nines.dropLast() + "8").label() == .fail)
        #expect(try JudgedCase(nines, "-" + nines).label() == .fail)
        #expect(try JudgedCase("1", nines).label() == .fail)
        #expect(try JudgedCase(nines, nines + "9").label() == .fail)
    }
}
