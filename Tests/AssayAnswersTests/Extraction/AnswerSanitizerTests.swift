// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Testing

@Suite struct AnswerSanitizerTests {
    static let wrappers: [(String, String)] = [
        ("$5$", "5"), ("$$ 5 $$", "5"), ("\\(5\\)", "5"), ("\\[ \n 5 \n \\]", "5"), ("\\boxed{5}", "5"),
        ("$\\boxed{\\text{**Paris**}}.$", "Paris"), ("\\text{13}", "13"), ("\\textbf{(D)}", "(D)"),
        ("\\mathrm{E}", "E"),
        ("**73**", "73"), ("__73__", "73"), ("*73*", "73"), ("`x`", "x"), ("\"yes\"", "yes"), ("{5}", "5"),
        ("5.", "5"), ("5,", "5"), ("5;", "5"), ("5\\ ", "5"), ("5\\quad", "5"), ("5。", "5"), (": 5", "5"), ("= 5", "5"),
        ("Yes!", "Yes"), ("**73", "**73"), ("73**", "73"), ("\\boxed", ""), ("\\boxed{}", ""), ("$$", ""), ("", ""),
    ]
    static let kept: [String] = [
        "5!", "0.333...", "10:22 p.m.", "{1,234}", "\\{1,2\\}", "{{7*7}}", "\\frac{1}{2}", "(1,2)", "[0,1)", "-5",
        "\\left(1,2\\right)", "\\text{a} + \\text{b}", "x^{2}", "5 \\text{ cm}", "$1,000.99", "2**3", "'a' or 'b'",
        "\\sqrt{2}", "\\begin{pmatrix}1 & 2\\\\3 & 4\\end{pmatrix}",
    ]
    static let unicode: [(String, String)] = [
        ("−4", "-4"), ("½", "\\frac{1}{2}"), ("2½", "2\\frac{1}{2}"), ("x²", "x^{2}"), ("10⁻⁷", "10^{-7}"),
        ("H₂O", "H_{2}O"),
        ("４", "4"), ("٤", "4"), ("4\u{200B}", "4"), ("\u{FEFF}4", "4"), ("3≤x", "3\\le x"), ("π", "\\pi"),
        ("90°", "90^{\\circ}"), ("25℃", "25^{\\circ}C"), ("Navier–Stokes", "Navier-Stokes"), ("“odd”", "odd"),
        ("𝑥", "x"), ("√2", "\\sqrt 2"), ("3×5", "3\\times 5"), ("(１，２)", "(1,2)"), ("Café", "Café"), ("€5", "€5"),
        ("4\0", "4"),
    ]

    @Test(arguments: wrappers + unicode) func cleans(_ raw: String, _ clean: String) {
        #expect(AnswerSanitizer.clean(raw) == clean)
    }

    @Test(arguments: kept) func keeps(_ text: String) { #expect(AnswerSanitizer.clean(text) == text) }

    @Test func delimitersInside() {
        #expect(AnswerSanitizer.clean("$28$ %") == "28 %")
        #expect(AnswerSanitizer.clean("$x = 2$ or $x = -3$") == "x = 2 or x = -3")
        #expect(AnswerSanitizer.clean("$5 or $6") == "$5 or $6")
    }

    /// What is clean stays as it is.
    @Test(arguments: wrappers.map(\.1) + unicode.map(\.1) + kept) func isIdempotent(_ text: String) {
        let clean = AnswerSanitizer.clean(text)
        #expect(AnswerSanitizer.clean(clean) == clean)
    }

    @Test func deepNesting() {
        let deep = String(repeating: "\\boxed{", count: 5000) + "4" + String(repeating: "}", count: 5000)
        #expect(AnswerSanitizer.clean(deep).contains("4"))
        #expect(AnswerSanitizer.clean(String(repeating: "$", count: 20_000) + "4").contains("4"))
    }
}
