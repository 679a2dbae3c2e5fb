// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayBenchmarks
import Testing

/// Which changes are made of an answer, and which are not because they might be right.
struct AnswerChangeTests {
    @Test(arguments: [
        ("18", ["digit: 28", "sign: -18"]),
        ("-5", ["digit: -6", "sign: 5"]),
        (
            "$\\frac{3}{4}$",
            [
                "digit: \\frac{4}{4}", "digit: \\frac{3}{5}", "sign: -\\frac{3}{4}", "sign: \\frac{-3}{4}",
                "sign: \\frac{3}{-4}", "fraction upside down: \\frac{4}{3}",
            ]
        ),
        ("x^2-1", ["exponent off by one: x^3-1", "sign: -x^2-1", "sign: x^2+1", "digit: x^2-2", "digit: x^3-1"]),
        ("2\\sqrt{3}", ["digit: 3\\sqrt{3}", "digit: 2\\sqrt{4}", "sign: -2\\sqrt{3}"]),
        ("y = 5x+3", ["digit: y = 6x+3", "sign: y = -5x+3", "digit: y = 5x+4", "sign: y = 5x-3"]),
        ("[-2, 18]", ["bracket: (-2, 18]", "bracket: [-2, 18)", "digit: [-3, 18]", "sign: [2, 18]"]),
        ("(-\\infty, 3]", ["bracket: (-\\infty, 3)"]),
        (
            "(1, 2)",
            ["bracket: [1, 2)", "bracket: (1, 2]", "order of a tuple: (2, 1)", "digit: (2, 2)", "sign: (-1, 2)"]
        ),
        (
            "\\{4, 7\\}",
            ["digit: \\{5, 7\\}", "sign: \\{-4, 7\\}", "element added: \\{4, 7, 8\\}", "element dropped: \\{4\\}"]
        ),
        ("1, 2, 3", ["digit: 2, 2, 3", "sign: -1, 2, 3", "element added: 1, 2, 3, 4", "element dropped: 1, 2"]),
        ("B", ["letter: A"]), ("(A)", ["letter: B"]), ("Yes", ["yes and no: No"]),
        ("600\\text{ cm}", ["digit: 700\\text{ cm}", "unit: 600\\text{ m}"]),
        ("\\$908.77", ["digit: \\$108.77", "unit: €908.77"].map { $0.replacing("$1", with: "$8") }),
        ("9:45 \\text{ p.m.}", ["digit: 8:45 \\text{ p.m.}"]), ("3:4", ["digit: 4:4", "order of a tuple: 4:3"]),
        ("x > -13", ["bracket: x \\ge  -13", "digit: x > -23", "sign: x > 13"]),
        (
            "3.2 \\times 10^{6}",
            [
                "digit: 4.2 \\times 10^{6}", "digit: 3.2 \\times 20^{6}", "digit: 3.2 \\times 10^{7}",
                "exponent off by one: 3.2 \\times 10^{7}", "sign: -3.2 \\times 10^{6}", "sign: 3.2 \\times 10^{-6}",
            ]
        ),
        (
            "\\begin{pmatrix}4 & -5 \\\\ 7 & 6\\end{pmatrix}",
            [
                "digit: \\begin{pmatrix}5 & -5 \\\\ 7 & 6\\end{pmatrix}",
                "sign: \\begin{pmatrix}-4 & -5 \\\\ 7 & 6\\end{pmatrix}",
            ]
        ),
    ])
    func changes(gold: String, expected: [String]) {
        let found = AnswerChange.all(of: gold).map { "\($0.kind.rawValue): \($0.text)" }
        #expect(Set(found) == Set(expected))
    }

    /// Changes that might be right by accident, and answers that are not read.
    @Test(arguments: [
        "\\binom{5}{2}", "\\frac{1}{7}x^7+C", "\\pm 2", "Marie Curie", "1,22", "(-1)^n", "1011_2", "10^12",
        "the set of all reals", "", "x^2+y^2=4", "2 \\pmod 7",
    ])
    func nothing(gold: String) {
        #expect(AnswerChange.all(of: gold).isEmpty, "\(AnswerChange.all(of: gold))")
    }

    @Test func signsOfFamiliesAndPowersStay() {
        #expect(!AnswerChange.all(of: "2\\pi n").contains { $0.kind == .sign })
        #expect(!AnswerChange.all(of: "(-3)^2").contains { $0.text == "(3)^2" })
    }

    @Test(arguments: [
        ("$\\boxed{5}$", "5"), (" \\(x\\) ", "x"), ("$1$ and $2$", "$1$ and $2$"),
        ("\\boxed{1}, \\boxed{2}", "\\boxed{1}, \\boxed{2}"),
        ("\\$5", "\\$5"), ("$", "$"), ("", ""),
    ])
    func core(gold: String, expected: String) { #expect(AnswerCore.text(of: gold) == expected) }

    @Test(arguments: [
        ("18", true), ("\\$5", true), ("", false), ("so \\boxed{5}", false), ("a\nb", false), ("it is $5$", false),
        ("\\{1\\}", true), ("{", false),
    ])
    func alone(core: String, expected: Bool) { #expect(AnswerCore.isAlone(core) == expected) }
}
