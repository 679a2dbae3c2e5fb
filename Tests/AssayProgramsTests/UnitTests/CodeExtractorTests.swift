// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayPrograms
import Testing

extension Judged {
    /// Where the program stands in a response.
    static let places: [Judged] = [
        Judged("a mark of byte order", .pass, "\u{FEFF}def add(a, b):\n    return a + b", sum),
        Judged(
            "a mark of byte order before a fence", .pass, "\u{FEFF}```python\ndef add(a, b): return a + b\n```", sum),
        Judged("a mark of byte order in a block", .pass, "```python\n\u{FEFF}def add(a, b): return a + b\n```", sum),
        Judged(
            "a session", .pass,
            "```pycon\n>>> def add(a, b):\n...     return a + b\n...\n>>> add(1, 2)\n3\n>>> add(0, 0)\n0\n```", sum),
        Judged(
            "a session in a block of Python", .pass,
            "```python\n>>> add = lambda a, b: a + b\n>>> add(1, 2)\n3\n```", sum),
        Judged("a session without signs", .pass, "```pycon\ndef add(a, b): return a + b\n```", sum),
        Judged(
            "a session beside the program", .pass,
            "```python\ndef f(a): return a\n```\nTry it:\n```pycon\n>>> f(1)\n1\n```", [call("f", [1], 1)]),
        Judged("a session in which nothing is typed", .invalid, because: "no-code", "```pycon\n>>>\n3\n```", sum),
        Judged(
            "a console", .pass, language: .shell, "```console\n$ read a\n$ echo $((a * 2))\n42\n```",
            [.exchange(input: "21\n", output: "42")]),
    ]

    private static let sum = [ProgramTest.snippet("assert add(1, 2) == 3")]
}

extension RunningTests {
    @Suite struct CodeExtractorTests {
        @Test(arguments: Judged.places)
        func found(_ judged: Judged) async throws {
            let tests = try ProgramTests(language: judged.language, tests: judged.tests)
            for sandbox in TestSandbox.all {
                let verdict = try await tests.judge(judged.response, in: sandbox)
                #expect(verdict.label == judged.label, "\(verdict)")
                if let reason = judged.reason { #expect(verdict.reason?.code == reason, "\(verdict)") }
            }
        }
    }
}
