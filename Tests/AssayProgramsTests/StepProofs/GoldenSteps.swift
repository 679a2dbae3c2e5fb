// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayPrograms
import Testing

/// A solution and the state of its last step.
struct GoldenStep: Sendable, CustomTestStringConvertible {
    var text: String
    var state: StepState
    /// What the reason or the evidence says.
    var says = ""
    /// Whether only a solver decides it.
    var needsSolver = false
    var testDescription: String { text }

    init(_ text: String, _ state: StepState, says: String = "", solver: Bool = false) {
        self.text = text
        self.state = state
        self.says = says
        needsSolver = solver
    }

    /// What the publication's reproduction has to decide.
    static let all: [GoldenStep] = [
        GoldenStep("16 - 3 - 4 = 9", .proved),
        GoldenStep("9*2 = 17", .refuted, says: "18 ≠ 17"),
        GoldenStep("2x+3=13 ⟹ x=5", .proved),
        GoldenStep("2x+3=13 ⟹ x=6", .refuted, says: "x = 5"),
        GoldenStep("2x + 3 = 13\nx = 5", .proved),
        GoldenStep("2x + 3 = 13\nSo x = 6", .refuted, says: "x = 5"),
        GoldenStep("2x + 3 = 13\nx = 6", .refuted),
        GoldenStep("x^2 = 4 ⟹ x = 2", .refuted, says: "x = -2"),
        GoldenStep("x^2 = 4\nSo x = 2", .refuted, says: "x = -2"),
        GoldenStep("If x^2 = 4 and x > 0 then x = 2", .proved),
        GoldenStep("x²=4 ∧ x>0 ⟹ x=2", .proved),
        GoldenStep("a²+b² ≥ 2ab", .proved, solver: true),
        GoldenStep("for all real a, b: a^2+b^2 >= 2ab", .proved, solver: true),
        GoldenStep("For all real $a, b$: $a^2 + b^2 \\ge 2ab$.", .proved, solver: true),
        GoldenStep("n mod 4 = 2 ⟹ n² mod 4 = 0", .proved),
        GoldenStep("x/x = 1", .unknown, says: "x ≠ 0"),
        GoldenStep("If x ≠ 0 then x/x = 1", .proved),
        GoldenStep("0.1+0.2=0.3", .proved),
        GoldenStep("√2·√3=√6", .proved),
        GoldenStep("$\\sqrt{2}\\cdot\\sqrt{3}=\\sqrt{6}$", .proved),
        GoldenStep("1/3 = 0.33", .refuted),
        GoldenStep("1/3 ≈ 0.33", .proved),
        // Traps.
        GoldenStep("x=1, x=2 ⟹ y=7", .notFormalised, says: "contradict"),
        GoldenStep("If x = 1 and x = 2 then y = 7", .notFormalised, says: "contradict"),
        GoldenStep("x^2 + 1 = 0 ⟹ x = 7", .notFormalised, says: "contradict"),
        GoldenStep("If a+b=0 then a+b=0", .notFormalised, says: "circular"),
        GoldenStep("a+b=0 ⟹ a+b=0", .notFormalised, says: "circular"),
        GoldenStep("If x = 0 then 5/x = 1", .unknown, says: "0"),
        GoldenStep("12/x = 3 ⟹ x = 4", .proved),
        GoldenStep("for all x: sqrt(x^2) = x", .refuted, says: "-1"),
        GoldenStep("If x ≥ 0 then sqrt(x^2) = x", .proved, solver: true),
        GoldenStep("If x^2 = 2 then x = sqrt(2)", .refuted, says: "-sqrt(2)"),
        GoldenStep("for all x: (x+1)^2 = x^2 + 1", .refuted),
        GoldenStep("(x+1)^2 = x^2 + 2x + 1", .proved),
        GoldenStep("7/2 = 3", .refuted),
        GoldenStep("-7 mod 3 = 2", .proved),
        GoldenStep("17 = 2 (mod 5)", .proved),
        GoldenStep("17 mod 5 = 3", .refuted),
        GoldenStep("If n is odd then n^2 mod 8 = 1", .proved),
        GoldenStep("-2x < 10 ⟹ x < -5", .refuted),
        GoldenStep("2x < 10 ⟹ x < 5", .proved, solver: true),
        GoldenStep("If x + y = 5 and xy = 6 then x^2 + y^2 = 13", .proved),
        GoldenStep("If a > b and b > c then a > c", .proved, solver: true),
        GoldenStep("x^2 - 5x + 6 = 0\nso x = 2 or x = 3", .proved),
        GoldenStep("x^2 - 5x + 6 = 0\nso x = 2", .refuted, says: "x = 3"),
        // Words, units, signs.
        GoldenStep("It takes 2*1/2=<<2*1/2=1.0>>1 bolt of white fiber", .proved),
        GoldenStep("He pays 3 * $4 = $12.", .proved),
        GoldenStep("5 candies - 3 candies = 3 candies", .refuted),
        GoldenStep("1,200 / 4 = 300", .proved),
        GoldenStep("20% of 50 = 10", .proved),
        GoldenStep("20/50*100 = 40%", .proved),
        GoldenStep("half of 12 + 6 = 18", .notFormalised),
        GoldenStep("1 hour + 30 minutes = 90 minutes", .notFormalised),
        GoldenStep("17/5 = 3 remainder 2", .notFormalised),
        GoldenStep("x = number of apples", .notRequired),
        GoldenStep("Is 3*4 = 13?", .notRequired),
        GoldenStep("3*4 is not 13, since 3*4 = 13 is false", .notFormalised),
        GoldenStep("\\frac{3}{4} + \\frac{1}{4} = 1", .proved),
        GoldenStep("The total is $\\boxed{12}$.", .notRequired),
        GoldenStep("11/18*162 = <<11/18*162=99.00000000000001>>99 years", .proved),
    ]

    /// Claims whose readings must never be refuted, nor proved by a part of what they say.
    static let careful = [
        "twice 5 + 3 = 13", "the perimeter of 3 x 4 = 14", "3 more than 2*5 = 13", "cost of 5 apples = 5 * 2",
        "2 weeks * 3 = 42 days", "100 cm = 1 m", "3 + 4 = 7 dozen", "f(2) = 5", "3,5 * 2 = 7", "5 of 10 = 2",
        "The score was 3 - 2 = a win", "x = 2 or -2", "Number of weeks in 2 years = 2 * 52", "at 3:30 + 2 = 5:30",
        "1 + 2 + ... + 10 = 55", "2^3^2 = 64", "1/2x = 4", "50 - 20% = 40", "Chapter 2 - 3 * 4 = 12",
        "5 years = 5 * 12", "7.5 / 1/2 = 15", "10/3 = 3 rounded down",
        "Suppose 2 + 2 = 5.", "We might guess 3 * 4 = 13, which is wrong.", "10 = 2 x 5 cm = 100 mm",
    ]
}
