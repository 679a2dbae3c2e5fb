// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Testing

@Suite struct ExpectedAnswerTests {
    @Test(arguments: [
        "42", "-5", "1,234", "39{,}836{,}353", "0.4", "\\frac{10}{9}", "25\\%", "\\$5.50", "16 feet", "90^\\circ",
        "6\\times 10^{23}", "$15\\mbox{ cm}^2$", "5 m/s^2", "1/3", "2\\frac13",
    ])
    func numbers(_ gold: String) { #expect(ExpectedAnswer(gold: gold).kind == .number) }

    @Test(arguments: ["B", "(B)", "\\text{(C)}", "\\textbf{A}", "(b)", "B. 12 metres", "(D) Alina"])
    func choices(_ gold: String) { #expect(ExpectedAnswer(gold: gold).kind == .choice(isMultiple: false)) }

    @Test(arguments: ["AC", "A, C", "A and C", "(A)(C)"])
    func severalChoices(_ gold: String) { #expect(ExpectedAnswer(gold: gold).kind == .choice(isMultiple: true)) }

    @Test(arguments: ["true", "No", "\\text{Yes}", "False"])
    func booleans(_ gold: String) { #expect(ExpectedAnswer(gold: gold).kind == .boolean) }

    @Test(arguments: ["Evelyn", "Marie Curie", "\\text{odd}", "Navier-Stokes", "sodium chloride"])
    func words(_ gold: String) { #expect(ExpectedAnswer(gold: gold).kind == .text) }

    @Test(arguments: [
        "2,3,5", "\\{1,2,3\\}", "{1,2}", "x=1,y=2", "\\pm 2", "19, 46 \\text{ and } 82", "(1,2),(3,4)",
    ])
    func lists(_ gold: String) { #expect(ExpectedAnswer(gold: gold).kind == .list) }

    @Test(arguments: ["x=5", "y=2x+3", "x>3", "0\\le x<1", "3x-y+13=0"])
    func relations(_ gold: String) { #expect(ExpectedAnswer(gold: gold).kind == .relation) }

    @Test(arguments: ["x", "x^2+1", "(1,2)", "[0,1)", "2\\pi", "3:4", "10:22 \\text{ p.m.}", "\\sin x", "1011_2", "5x"])
    func expressions(_ gold: String) { #expect(ExpectedAnswer(gold: gold).kind == .expression) }

    @Test func inability() {
        #expect(ExpectedAnswer(gold: "cannot be determined").admitsInability)
        #expect(!ExpectedAnswer(gold: "42").admitsInability)
    }
}
