// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Testing

@Suite struct ChoiceOptionsTests {
    static let questions: [(String, [String])] = [
        ("Which?\nA. red\nB. green\nC. blue", ["red", "green", "blue"]),
        ("Which?\n(A) red\n(B) green\n(C) blue", ["red", "green", "blue"]),
        ("Which?\nA) red\nB) green", ["red", "green"]),
        ("Which?\nA: red\nB: green", ["red", "green"]),
        ("Which?\n[A] red\n[B] green", ["red", "green"]),
        ("Which? (A) red (B) green (C) blue", ["red", "green", "blue"]),
        ("Which? A. red B. green C. blue", ["red", "green", "blue"]),
        ("Which? a) red b) green c) blue", ["red", "green", "blue"]),
        ("Which?\n(a) red\n(b) green", ["red", "green"]),
        ("Options: A. yes; B. no", ["yes;", "no"]),
        ("Options:\nA. yes\nB. no\n\nAnswer:", ["yes", "no"]),
        ("Options:(A) 3 (B) 4", ["3", "4"]),
        ("What?\n\\textbf{(A)}\\ 3 \\qquad \\textbf{(B)}\\ 4", ["\\ 3 \\qquad", "\\ 4"]),
        ("Which?\n- A. red\n- B. green", ["red", "green"]),
        ("Which?\n**A.** red\n**B.** green", ["red", "green"]),
        ("哪个？\nA．红\nB．绿", ["红", "绿"]),
        ("哪个？\nA、红\nB、绿", ["红", "绿"]),
        ("Mr. A. Smith met B. Jones.", ["Smith met", "Jones."]),
        ("Read (A) first. Then:\n(A) red\n(B) green", ["red", "green"]),
        ("Given the function f(x), find a and b.", []),
        ("What is 2+2?", []),
        ("A. alone", []),
        ("A. one\nC. three", []),
        ("", []),
    ]

    @Test(arguments: questions) func texts(_ question: String, _ texts: [String]) {
        #expect(ChoiceOptions(question: question).options.map(\.text) == texts)
    }

    @Test func lookUp() {
        let options = ChoiceOptions(question: "Which?\nA. red\nB. green\nC. Red")
        #expect(options.index(ofText: "GREEN") == 1)
        // Two options with one text name none.
        #expect(options.index(ofText: "red") == nil)
        #expect(options.letters.text == "A, B, C")
    }

    @Test func longQuestion() {
        let question = String(repeating: "A. x B. y ", count: 20_000)
        #expect(ChoiceOptions(question: question).options.count == 2)
        #expect(ChoiceOptions(question: String(repeating: "(A) ", count: 200_000)).isEmpty)
    }
}
