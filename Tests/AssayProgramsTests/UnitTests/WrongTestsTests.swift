// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayPrograms
import Testing

/// Arguments that are wrong, the field that is named, and words of the message.
struct WrongArguments: Sendable, CustomTestStringConvertible {
    let arguments: JSONObject
    let field: String
    let words: String
    var testDescription: String { "\(field): \(arguments.members.map(\.key).joined(separator: ", "))" }

    init(_ arguments: JSONObject, _ field: String = "", _ words: String = "") {
        self.arguments = arguments
        self.field = field
        self.words = words
    }

    /// Those that are seen before anything runs.
    static let atOnce: [WrongArguments] = [
        .init(["tests": ["assert f() == 1", ""]], "tests[1]", "tests nothing"),
        .init(["tests": [" \n\t"]], "tests[0]", "tests nothing"),
        .init(["tests": ["# nothing\n\n  # at all"]], "tests[0]", "tests nothing"),
        .init(["tests": ["pass"]], "tests[0]", "tests nothing"),
        .init(["tests": ["pass; ..."]], "tests[0]", "tests nothing"),
        .init(["test": "", "entry_point": "f"], "test", "tests nothing"),
        .init(["test": "def check(c): assert c() == 1"], "entry_point", "missing"),
        .init(["calls": [["args": [1], "expectd": 2]]], "calls[0].args", #""arguments" is the nearest"#),
        .init(["calls": [["function": "f", "expectd": 2]]], "calls[0].expectd", #""expected" is the nearest"#),
        .init(["calls": [["function": "f", "expected": 2, "zzzzzz": 1]]], "calls[0].zzzzzz", "expected: function"),
        .init(
            ["cases": [["output": "a"], ["stdin": "a", "output": "a"]]], "cases[1].stdin", #""input" is the nearest"#),
        .init(["cases": [["output": "a", "expected": "b"]]], "cases[0].expected", "both"),
        .init(["calls": [["function": "f"]]], "calls[0].expected", "missing"),
        .init(
            ["calls": [["function": "f", "expected": 1], ["function": 3, "expected": 1]]], "calls[1].function", "3"),
        .init(
            ["calls": [["function": "f", "expected": 1], ["function": "f g", "expected": 1]]], "calls[1].function",
            "f g"),
        .init(["calls": [["function": "f", "arguments": 3, "expected": 1]]], "calls[0].arguments", "3"),
        .init(["calls": [["function": "f", "keywords": [1], "expected": 1]]], "calls[0].keywords", "object"),
        .init(["calls": [["expected": 1]]], "calls[0].function", "missing"),
        .init(["cases": [["input": 1, "output": "a"]]], "cases[0].input", "string"),
        .init(["cases": [["output": "a"], ["output": 1]]], "cases[1].output", "1"),
        .init(["cases": [["expected": 1]]], "cases[0].expected", "1"),
        .init(["test": "def check(c): assert c() == 1", "entry_point": "f()"], "entry_point", "a name such as add"),
        .init(["test": "def check(c): assert c() == 1", "entry_point": ""], "entry_point", "a name such as add"),
        .init(["test": "def check(c): assert c() == 1", "entry_point": "1f"], "entry_point", "a name such as add"),
        .init(["test": "def check(c): assert c() == 1", "entry_point": "class"], "entry_point", "a name such as add"),
        .init(["test": "def check(c): assert c() == 1", "entry_point": "A..b"], "entry_point", "a name such as add"),
        .init(["tests": ["assert f() == 1"], "processes": 1], "processes", "2 or more"),
        .init(
            ["calls": [["function": "f", "expected": 1]], "language": "javascript", "processes": 4], "processes",
            "or more"),
        .init(["tests": ["[ 1 = 1 ]"], "language": "shell"], "tests[0]", "cases are expected"),
        .init(["calls": [["function": "f", "expected": 1]], "language": "shell"], "calls[0]", "cases are expected"),
        .init(
            ["calls": [["function": "f", "keywords": ["a": 1], "expected": 1]], "language": "swift"],
            "calls[0].keywords", "Python"),
        .init([:], "tests", "there are no tests"),
    ]

    /// Those for which the tests are read or run.
    static let whenRun: [WrongArguments] = [
        .init(["tests": ["assert f() == 1", "x = 1"]], "tests[1]", "tests nothing"),
        .init(["tests": ["import math"]], "tests[0]", "tests nothing"),
        .init(["tests": ["'a text'"]], "tests[0]", "tests nothing"),
        .init(["tests": ["def g():\n    assert f() == 1"]], "tests[0]", "tests nothing"),
        .init(["tests": ["def check(c): assert c() == 1"]], "tests[0]", "never called"),
        .init(["tests": ["def test_f(): pass"]], "tests[0]", "tests nothing"),
        .init(["tests": ["def test_f(fixture): assert f() == 1"]], "tests[0]", "has parameters"),
        .init(["tests": ["assert True"]], "tests[0]", "uses nothing of the program"),
        .init(["tests": ["import random\nrandom.seed(1)"]], "tests[0]", "uses nothing of the program"),
        .init(
            ["tests": ["import unittest\nclass T(unittest.TestCase):\n    def test(self): assert f() == 1"]],
            "tests[0]", "nothing"),
        .init(["tests": ["if __name__ == '__main__':\n    assert f() == 1"]], "tests[0]", "tests nothing"),
        .init(["test": "METADATA = {}", "entry_point": "f"], "test", "no function check"),
        .init(
            ["test": "def chek(candidate): assert candidate() == 1", "entry_point": "f"], "test", "no function check"),
        .init(["test": "def check(candidate): pass", "entry_point": "f"], "test", "tests nothing"),
        .init(["test": "def check(candidate): assert True", "entry_point": "f"], "test", "uses nothing"),
        .init(["tests": ["assert f() == 1", "assert f() =="]], "tests[1]", "no Python"),
        .init(["tests": ["assert f() == 1"], "setup": "1 / 0"], "setup", "the setup failed"),
        .init(["tests": ["assert f() == 1"], "setup": "import nothing_of_that_name"], "setup", "nothing_of_that_name"),
        .init(["tests": ["assert f() == 1"], "setup": "x = "], "setup", "no Python"),
        .init(["tests": ["assert f() == 1"], "setup": "raise SystemExit"], "setup", "SystemExit"),
        .init(["tests": ["assert f() == 1"], "setup": "while True: pass"], "setup", "took longer"),
        .init(["tests": ["assert f() == 1"], "setup": "x = bytearray(8 << 30)"], "setup", "MemoryError"),
        .init(
            [
                "tests": ["assert f() == 1"],
                "setup": "while True:\n    try: sum(range(1000))\n    except BaseException: pass",
            ], "setup", "did not end"),
    ]
}

extension RunningTests {
    @Suite struct WrongTestsTests {
        private func read(_ wrong: WrongArguments) throws(CheckError) -> ProgramTests {
            try ProgramTests(Arguments(wrong.arguments, parameters: ProgramTests.parameters))
        }

        @Test(arguments: WrongArguments.atOnce)
        func atOnce(_ wrong: WrongArguments) throws {
            let error = #expect(throws: CheckError.self) { _ = try read(wrong) }
            #expect(error?.code == .argument)
            #expect(error?.field == wrong.field)
            #expect(error?.message.contains(wrong.words) == true, "\(error?.message ?? "")")
        }

        @Test(arguments: WrongArguments.whenRun)
        func whenRun(_ wrong: WrongArguments) async throws {
            var tests = try read(wrong)
            tests.secondsPerTest = 1
            for sandbox in TestSandbox.all {
                // Whatever the program: right, or no Python at all.
                for program in ["def f(): return 1", "def f(:"] {
                    let error = await #expect(throws: CheckError.self) {
                        _ = try await tests.judge("```python\n\(program)\n```", in: sandbox)
                    }
                    #expect(error?.code == .argument)
                    #expect(error?.field == wrong.field)
                    #expect(error?.message.contains(wrong.words) == true, "\(error?.message ?? "")")
                }
            }
        }

        @Test func anImportThatIsNotThere() async throws {
            let tests = try read(WrongArguments(["tests": ["import nothing_of_that_name\nassert f() == 1"]]))
            let error = await #expect(throws: CheckError.self) {
                _ = try await tests.judge("def f(): return 1", in: try #require(TestSandbox.sandbox))
            }
            #expect(error?.field == "tests[0]")
            #expect(error?.message.contains("not there") == true)
            // What a program imports when it is called is its own fault.
            let own = try read(WrongArguments(["tests": ["import math\nassert f() == 1"]]))
            let verdict = try await own.judge(
                "def f():\n    import nothing_of_that_name", in: try #require(TestSandbox.sandbox))
            #expect(verdict.reason?.code == "raised", "\(verdict)")
        }

        /// A setup that uses the program runs with it, and so the program is to blame for what it does there.
        @Test(
            arguments: [
                ("g = f", Label.pass, nil), ("g = f() + 1\nassert g == 2", .pass, nil),
                ("g = f() / 0", .fail, "raised"),
                ("g = nothing()", .fail, "missing"), ("def g(): return undefined()", .pass, nil),
                ("\u{FEFF}import math", .pass, nil),
            ] as [(String, Label, String?)])
        func setupThatUsesTheProgram(setup: String, label: Label, reason: String?) async throws {
            let tests = try read(WrongArguments(["tests": ["\u{FEFF}assert f() == 1"], "setup": .string(setup)]))
            let verdict = try await tests.judge("def f(): return 1", in: try #require(TestSandbox.sandbox))
            #expect(verdict.label == label, "\(verdict)")
            #expect(verdict.reason?.code == reason, "\(verdict)")
        }

        /// The fewest processes that are accepted are enough.
        @Test func theFewestProcesses() async throws {
            let python = "def f(): return 1\nprint(f())"
            let cases: JSONValue = [["output": "1"]]
            let calls: JSONValue = [["function": "f", "expected": 1]]
            var known: [(JSONObject, String)] = [
                (["tests": ["assert f() == 1"], "processes": 2], python), (["calls": calls, "processes": 2], python),
                (["cases": cases, "processes": 2], python),
                (["cases": cases, "language": "shell", "processes": 2], "echo $(echo 1)"),
            ]
            if ProgramLanguage.javascript.interpreter != nil {
                let program = "function f() { return 1; }\nconsole.log(f());"
                known.append(
                    (["calls": calls, "cases": cases, "language": "javascript", "processes": 8], program))
            }
            for sandbox in TestSandbox.all {
                for (arguments, program) in known {
                    let verdict = try await read(WrongArguments(arguments)).judge(program, in: sandbox)
                    #expect(verdict.label == .pass, "\(arguments) \(verdict)")
                }
            }
        }

        @Test func dottedNames() async throws {
            let tests = try read(
                WrongArguments([
                    "test": "def check(candidate): assert candidate(1, 2) == 3", "entry_point": "Solution.add",
                    "calls": [["arguments": [1, 2], "expected": 3]],
                ]))
            let program = "class Solution:\n    @staticmethod\n    def add(a, b): return a + b"
            let verdict = try await tests.judge(program, in: try #require(TestSandbox.sandbox))
            #expect(verdict.label == .pass, "\(verdict)")
            let missing = try await tests.judge("class Solution: pass", in: try #require(TestSandbox.sandbox))
            #expect(missing.reason?.code == "missing", "\(missing)")
        }
    }
}
