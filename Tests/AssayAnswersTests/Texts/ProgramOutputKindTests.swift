// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Testing

@Suite struct ProgramOutputKindTests {
    static let typedRows = KindCase.table(
        #"""
        [1, 2] | [1,2] | =
        [1, 2] | [2, 1] | !
        [1,2] | (1,2) | !
        (1,2) | (1, 2) | =
        (1,2) | (1, 2,) | =
        (1,) | (1,) | =
        (1,) | (1) | !
        {'a': 1} | {"a":1} | =
        {'a': 1, 'b': 2} | {"b": 2, "a": 1} | =
        {'a': 1} | {'a': 2} | !
        {'a': 1} | {'a': '1'} | !
        True | true | =
        True | False | !
        None | null | =
        None | 0 | !
        1 | 1 | =
        1 | 1.0 | !
        1.0 | 1.00 | =
        1.50 | 1.5 | =
        0.1 | 1e-1 | =
        1e3 | 1000.0 | =
        1_000 | 1000 | =
        -0 | 0 | =
        -5 | 5 | !
        'abc' | "abc" | =
        'abc' | 'ABC' | !
        'a\'b' | "a'b" | =
        '\u0041' | 'A' | =
        {1, 2} | {2, 1} | =
        {1, 2} | {2, 1, 1} | =
        {1, 2} | [1, 2] | !
        set() | set() | =
        {} | {} | =
        [] | [] | =
        [] | {} | !
        [[1, 2], [3]] | [[1,2],[3]] | =
        [[1, 2], [3]] | [[1,2,3]] | !
        ['a', 'b'] | ["a","b"] | =
        ['a', 'b'] | ["a, b"] | !
        [True, None] | [true, null] | =
        hello world | hello world | =
        hello world | hello world   \n | =
        hello world | Hello world | !
        hello world | hello  world | !
        a\nb | a  \nb\n\n | =
        a\nb | a b | !
        a\n\nb | a\nb | !
        hello | ```\nhello\n``` | =
        [1, 2] | ```python\n[1, 2]\n``` | =
        [1, 2] | `[1, 2]` | =
        [1, 2] | 1, 2 | !
        """#)

    static let freeRows = KindCase.table(
        #"""
        {'a': 1} | {"a":1} | =
        ['a', 'b'] | ["a","b"] | =
        ['a', 'b'] | a, b | -
        [True, False] | [true, false] | =
        (1, 'x') | (1, "x") | =
        (1, 'x') | [1, "x"] | !
        [1, 2] | [1, 2] | x
        (1, 2) | (1, 2) | x
        {1, 2} | {1, 2} | x
        True | True | x
        hello | hello | x
        [0, \infty) | [0, 1] | x
        (a, b) | (a, b) | x
        """#)

    @Test(arguments: typedRows) func typed(_ row: KindCase) {
        var options = AnswerOptions()
        options.type = "program-output"
        #expect(row.found(ProgramOutputKind.self, options: options) == row.verdict, "\(row)")
    }

    @Test(arguments: freeRows) func free(_ row: KindCase) {
        #expect(row.found(ProgramOutputKind.self) == row.verdict, "\(row)")
    }

    @Test func deepNesting() {
        var options = AnswerOptions()
        options.type = "program-output"
        let text = String(repeating: "[", count: 60_000)
        #expect(
            KindCase(gold: "[1]", answer: text, verdict: "!").found(ProgramOutputKind.self, options: options) == "!")
    }
}
