// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Testing

@Suite struct TextKindTests {
    static let table = KindCase.table(
        #"""
        Evelyn | \text{evelyn} | =
        Evelyn | EVELYN | =
        Evelyn | **Evelyn** | =
        Evelyn | "Evelyn" | =
        Evelyn | “Evelyn” | =
        Evelyn | Evelyn. | =
        Evelyn | The answer is Evelyn. | =
        Evelyn | Answer: Evelyn | =
        Evelyn | It is Evelyn. | =
        Evelyn | So it is Evelyn | =
        Evelyn | Evelyn is the answer | =
        Evelyn | Evelyn is the correct answer. | =
        Evelyn | The answer is Evelyn because she is tallest. | =
        Evelyn | Evelyn (the tallest) | =
        Evelyn | Evelyn (or Briana) | !
        Evelyn | Briana | !
        Evelyn | The answer is Briana. | !
        Evelyn | Alina, Briana and Evelyn | !
        Evelyn | Evelyn or Briana | !
        Evelyn | Alina, Briana | !
        Evelyn | not Evelyn | !
        Evelyn | 5 | !
        \text{Evelyn} | Evelyn | =
        \mathrm{Evelyn} | \textbf{Evelyn} | =
        Ｅｖｅｌｙｎ | Evelyn | =
        Marie Curie | Curie | ?
        Marie Curie | marie curie | =
        Marie Curie | Pierre Curie | !
        Marie Curie | Lise Meitner | !
        Marie Curie | The answer is even. | !
        neither | both | !
        neither | Neither. | =
        neither | The answer is both. | !
        odd | even | !
        odd | oddd | !
        odd | \text{oddd} | !
        odd | $odd$ | =
        odd | \text{odd} | =
        \text{Even} | Even | =
        odd | Tuesday | !
        increasing | decreasing | !
        strictly increasing | strictly decreasing | !
        strictly increasing | increasing | ?
        ellipse | parabola | !
        ellipse | an ellipse | =
        ellipse | The ellipse | =
        an ellipse | Ellipse | =
        ellipse | ellipses | ?
        ellipse | It is an ellipse. | =
        ellipse | It is an ellipse with centre (0, 0). | ?
        ellipse | elliptical | ?
        June 20 | equilateral | !
        June 20 | \text{June 20} | =
        June 20 | June 21 | !
        Monday | Tuesday | !
        Monday | \text{Monday} | =
        Monday | on Monday | =
        Evelyn | I think it is Evelyn | =
        Monday | Mon | ?
        Navier-Stokes | Navier Stokes | =
        Navier-Stokes | navier-stokes | =
        Navier-Stokes | Navier–Stokes | =
        Navier-Stokes | NavierStokes | =
        Navier-Stokes | \mathrm{Navier-Stokes} | =
        Navier-Stokes | Euler | !
        Navier-Stokes | Lise Meitner | !
        Navier-Stokes | Navier-Stokes equations | ?
        sodium chloride | potassium chloride | !
        aluminum oxide | aluminium oxide | ?
        equilateral triangle | isosceles triangle | !
        isosceles right triangle | right isosceles triangle | ?
        soccer or football | soccer | ?
        sodium chloride | sodium chloride | =
        sodium chloride | Lise Meitner | !
        Poincaré | Poincare | =
        Schrödinger | Schrodinger | =
        L'Hôpital | L’Hopital | =
        Gauß | Gauss | =
        World Health Organization (WHO) | WHO | =
        World Health Organization (WHO) | World Health Organization | =
        World Health Organization | WHO | ?
        Paris (France) | Paris | =
        Paris (France) | France | ?
        three | 3 | =
        three apples | 3 apples | =
        Alice and Bob | Bob and Alice | =
        Alice, Bob and Carol | Carol, Alice, Bob | =
        Alice, Bob, Carol | Alice, Bob and Carol | =
        Alice, Bob, and Carol | Alice, Bob | !
        Alice and Bob | Alice and Carol | !
        Alice and Bob | Alice | !
        Alice and Bob | Alice or Bob | !
        Alice or Bob | Bob or Alice | =
        Evelyn | Evelyn because I guess, or Briana | ?
        Alice and Bob | Alice, Bob, Carol | !
        Marie Curie and Lise Meitner | Curie and Meitner | ?
        Marie Curie and Lise Meitner | Lise Meitner, Marie Curie | =
        red; green; blue | blue, red, green | =
        no solution | No solutions | =
        no solution | none | =
        no solution | \emptyset | =
        no solution | There is no solution. | =
        does not exist | DNE | =
        infinitely many | infinite | =
        no solution | infinitely many | !
        The quick brown fox jumps over the dog | A quick brown fox jumps over the dog | =
        The quick brown fox jumps over the lazy dog | Something else entirely | ?
        color | colour | ?
        6 and 8 | 6, 8 | x
        600 cm | 6000 mm | ?
        the value of x^2 is positive | it is negative | ?
        \begin{pmatrix}a & b\end{pmatrix} | \begin{pmatrix}b & a\end{pmatrix} | x
        Paris | I would say that the right city is London | ?
        Paris | x^2+1 | ?
        Paris | | !
        Paris | ... | !
        北京 | 北京 | =
        北京 | 上海 | !
        Москва | москва | =
        Москва | Киев | !
        New York City | new york city | =
        New York City | York | ?
        the Beatles | Beatles | =
        A minor | A minor | =
        vitamin A | vitamin | ?
        temperature -5 degrees | temperature 5 degrees | ?
        1.5 metres long | 15 metres long | ?
        1.5 metres long | 1.50 metres long | ?
        5 | 5 | x
        x | x | x
        x^2+1 | x^2+1 | x
        \frac{1}{2} | 1/2 | x
        \sin x | sin x | x
        """#)

    @Test(arguments: table) func row(_ row: KindCase) {
        #expect(row.found(TextKind.self) == row.verdict, "\(row)")
    }

    @Test func orderCounts() {
        var options = AnswerOptions()
        options.orderedLists = true
        let row = KindCase(gold: "Alice, Bob, Carol", answer: "Carol, Alice, Bob", verdict: "!")
        #expect(row.found(TextKind.self, options: options) == "!")
        let same = KindCase(gold: "Alice, Bob, Carol", answer: "Alice, Bob and Carol", verdict: "=")
        #expect(same.found(TextKind.self, options: options) == "=")
    }

    @Test func typed() {
        var options = AnswerOptions()
        options.type = "text"
        #expect(KindCase(gold: "x", answer: "X", verdict: "=").found(TextKind.self, options: options) == "=")
        options.type = "math"
        #expect(KindCase(gold: "Evelyn", answer: "Evelyn", verdict: "x").found(TextKind.self, options: options) == "x")
    }
}
