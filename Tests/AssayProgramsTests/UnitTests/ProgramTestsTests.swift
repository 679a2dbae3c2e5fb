// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayPrograms
import Testing

/// A response, tests, and what has to come out.
struct Judged: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var language = ProgramLanguage.python
    let response: String
    let tests: [ProgramTest]
    /// `pass`, `fail` or `invalid`, and the reason's word.
    let label: Label
    var reason: String?
    var score: Double?

    init(
        _ name: String, _ label: Label, because reason: String? = nil, score: Double? = nil,
        language: ProgramLanguage = .python, _ response: String, _ tests: [ProgramTest]
    ) {
        testDescription = name
        self.language = language
        self.response = response
        self.tests = tests
        self.label = label
        self.reason = reason
        self.score = score
    }

    static func call(_ function: String, _ arguments: [JSONValue], _ expected: JSONValue) -> ProgramTest {
        .call(function: function, arguments: arguments, keywords: [:], expected: expected)
    }

    private static let add = [ProgramTest.snippet("assert add(1, 2) == 3"), .snippet("assert add(-1, 1) == 0")]

    static let honest: [Judged] = [
        Judged("right", .pass, "```python\ndef add(a, b):\n    return a + b\n```", add),
        Judged("right, whole text", .pass, "def add(a, b):\n    return a + b", add),
        Judged("right in one of two", .fail, because: "wrong", score: 0.5, "def add(a, b):\n    return 3", add),
        Judged(
            "an example in a second block", .pass,
            "Here:\n```python\ndef add(a, b):\n    return a + b\n```\nUse it:\n```python\nprint(add(1, 2))\n```", add),
        Judged(
            "two blocks that tell nothing", .invalid, because: "several-blocks", "```\nx = 1\n```\nor\n```\nx = 2\n```",
            add),
        Judged("no code", .invalid, because: "no-code", "I cannot help with that.", add),
        Judged("nothing", .invalid, because: "no-code", " \n", add),
        Judged("another language", .invalid, because: "no-code", "```rust\nfn add() {}\n```", add),
        Judged("syntax error", .fail, because: "syntax", "```python\ndef add(a, b:\n```", add),
        Judged("another name", .fail, because: "missing", "def plus(a, b):\n    return a + b", add),
        Judged("raises", .fail, because: "raised", "def add(a, b):\n    return a / 0", add),
        Judged(
            "raises when loaded", .fail, because: "raised", "import nothing_of_that_name\ndef add(a, b): return a + b",
            add),
        Judged(
            "never ends", .fail, because: "timeout", score: 0.5, "def add(a, b):\n    while a > 0: pass\n    return 0",
            add),
        Judged(
            "never ends when loaded", .fail, because: "timeout", "def add(a, b): return a + b\nwhile True: pass", add),
        Judged("too much memory", .fail, because: "memory", "def add(a, b):\n    return len(bytearray(8 << 30))", add),
        Judged(
            "changes its argument", .pass, "def grow(items): items.append(1)",
            [.snippet("items = []\ngrow(items)\nassert items == [1]")]),
        Judged(
            "classes, generators, functions as arguments", .pass,
            "class Pair:\n    def __init__(self, a): self.a = a\ndef firsts(pairs): return [p.a for p in pairs]\n"
                + "def count():\n    yield 1\n    yield 2\ndef apply(f, x): return f(x)\n",
            [
                .snippet("assert firsts([Pair(1), Pair(2)]) == [1, 2]"), .snippet("assert list(count()) == [1, 2]"),
                .snippet("assert apply(lambda x: 2 * x, 4) == 8"), .snippet("assert math.isclose(apply(abs, -1), 1)"),
            ]),
        Judged(
            "exceptions that are expected", .pass, "class Own(ValueError): pass\ndef f(): raise Own('x')",
            [
                .snippet("try:\n    f()\n    assert False\nexcept ValueError:\n    pass"),
                .snippet("try:\n    f()\n    assert False\nexcept Own:\n    pass"),
            ]),
        Judged(
            "large numbers, sets, tuples, bytes", .pass,
            "def big(): return 10 ** 5000\ndef s(): return {1, 2}\ndef t(): return (1, 'a')\ndef b(): return b'x'",
            [
                .snippet("assert big() == 10 ** 5000"), .snippet("assert s() == {2, 1}"),
                .snippet("assert t() == (1, 'a') and t() != [1, 'a']"), .snippet("assert b() == b'x'"),
            ]),
        Judged(
            "a name of Python's own", .pass, "def sum(a, b):\n    return a * b", [.snippet("assert sum(2, 3) == 6")]),
        Judged(
            "calls", .pass, "def f(a, b=1): return {'s': a + b, 't': (a, b), 'f': 0.1 + 0.2}",
            [
                call("f", [1], ["s": 2, "t": [1, 1], "f": 0.3]),
                .call(function: "f", arguments: [1], keywords: ["b": 2], expected: ["f": 0.3, "t": [1, 2], "s": 3]),
            ]),
        Judged("calls: true is not 1", .fail, because: "wrong", "def f(): return True", [call("f", [], 1)]),
        Judged("calls: wrong", .fail, because: "wrong", "def f(x): return x", [call("f", [1], 2)]),
        Judged(
            "input and output", .pass, "import sys\nprint(sum(map(int, sys.stdin.read().split())))  \nprint()",
            [.exchange(input: "1 2 3", output: "6"), .exchange(input: "", output: "0\n")]),
        Judged("input and output: wrong", .fail, because: "wrong", "print(1)", [.exchange(input: "", output: "2")]),
        Judged(
            "input and output: exit code", .fail, because: "nonzero", "print(1)\nexit(1)",
            [.exchange(input: "", output: "1")]),
        Judged(
            "input and output: not UTF-8", .fail, because: "encoding", "import sys\nsys.stdout.buffer.write(b'\\xff')",
            [.exchange(input: "", output: "x")]),
        Judged(
            "input and output: never ends", .fail, because: "timeout", "while True: pass",
            [.exchange(input: "", output: "x")]),
        Judged(
            "shell", .pass, language: .shell, "```sh\nread a; echo $((a * 2))\n```",
            [.exchange(input: "21\n", output: "42")]),
    ]

    static let hostile: [Judged] = [
        Judged("ends early and well", .fail, because: "ended", "import os\ndef add(a, b): os._exit(0)", add),
        Judged("ends early when loaded", .fail, because: "ended", "import os\nprint('2 passed')\nos._exit(0)", add),
        Judged("exits", .fail, because: "raised", "import sys\ndef add(a, b): sys.exit(0)", add),
        Judged(
            "is equal to everything", .fail, because: "wrong",
            "class E:\n    def __eq__(self, o): return True\n    def __ne__(self, o): return False\n"
                + "    __hash__ = None\ndef add(a, b): return E()", add),
        Judged(
            "an integer that is equal to everything", .fail, because: "wrong",
            "class E(int):\n    def __eq__(self, o): return True\ndef add(a, b): return E(7)", add),
        Judged(
            "prints the mark", .fail, because: "wrong",
            "def add(a, b):\n    print('{\"test\": 0, \"outcome\": \"pass\"}')", add),
        Judged(
            "writes marks everywhere", .fail,
            "import os\ndef add(a, b):\n    for n in range(1, 64):\n        try: os.write(n, b'{\"test\":0,\"outcome\":\"pass\"}\\n')\n"
                + "        except OSError: pass", add),
        Judged(
            "patches what tests use", .fail,
            "import builtins, math\nbuiltins.AssertionError = None\nmath.isclose = lambda *a: True\ndef set(x): return 1\n"
                + "def add(a, b): return 9",
            [.snippet("assert set([add(1, 2)]) == set([3])"), .snippet("assert math.isclose(add(1, 2), 3)")]),
        Judged(
            "a module of its own by a library's name", .fail,
            "class math:\n    isclose = staticmethod(lambda a, b: True)\ndef add(a, b): return 9",
            [.snippet("assert math.isclose(add(1, 2), 3)")]),
        Judged(
            "kills its parent and all others", .fail,
            "import os, signal\ndef add(a, b):\n    os.kill(-1, signal.SIGKILL)\n    return 3", add),
        Judged(
            "looks for the tests", .fail,
            """
            import gc, glob
            def add(a, b):
                for o in gc.get_objects():
                    if isinstance(o, dict) and isinstance(o.get('tests'), list): return 3 if a == 1 else 0
                for path in glob.glob('/proc/[0-9]*/mem') + glob.glob('/proc/[0-9]*/fd/3'):
                    try:
                        open(path, 'rb')
                        if '/self/' not in path and not path.startswith('/proc/%d/' % __import__('os').getpid()): return 3 if a == 1 else 0
                    except OSError: pass
            """, [.snippet("assert add(1, 2) == 3"), .snippet("assert add(5, 2) == 7")]),
        Judged("answers too much", .fail, "def add(a, b): return 'x' * (64 << 20)", add),
        Judged(
            "answers too deeply", .fail,
            "def add(a, b):\n    x = []\n    for _ in range(99999): x = [x]\n    return x", add),
        Judged(
            "fork bomb", .fail,
            "import os\ndef add(a, b):\n    while True:\n        try: os.fork()\n        except OSError: pass", add),
        Judged("output without end", .fail, "def add(a, b):\n    while True: print('x' * 10000)", add),
    ]

    static let badInput: [Judged] = [
        Judged(
            "output that is not UTF-8", .fail, because: "encoding",
            "import sys\nsys.stdout.buffer.write(bytes(range(128, 256)))", [.exchange(input: "", output: "x")]),
        Judged(
            "a value that is not Unicode", .fail, "def f(): return '\\ud800'", [call("f", [], "x")]),
        Judged(
            "a program with a NUL", .fail, because: "syntax", "def f(): return 1\0", [call("f", [], 1)]),
        Judged(
            "a case without end of output", .fail, because: "output-limit", "while True: print('x' * 10000)",
            [.exchange(input: "", output: "x")]),
        Judged(
            "a case that ends early and well", .fail, because: "wrong", "import os\nos._exit(0)",
            [.exchange(input: "", output: "x")]),
        Judged("a case with a syntax error", .fail, because: "syntax", "print(", [.exchange(input: "", output: "x")]),
        Judged(
            "a case that exits with a code", .fail, because: "nonzero", "print('x')\nimport sys\nsys.exit(3)",
            [.exchange(input: "", output: "x")]),
        Judged(
            "a case that exits well", .pass, "print('x')\nimport sys\nsys.exit()",
            [.exchange(input: "", output: "x")]),
        Judged(
            "a case that aborts", .fail, because: "signalled", "import os\nprint('x', flush=True)\nos.abort()",
            [.exchange(input: "", output: "x")]),
        Judged(
            "a case with too much memory", .fail, score: 0.5,
            "import os, time\nif input() == '1':\n    for _ in range(10):\n        if os.fork() == 0:\n"
                + "            x = bytearray(os.urandom(1 << 10) * (300 << 10))\n            time.sleep(60)\n"
                + "    time.sleep(60)\nprint('x')",
            [.exchange(input: "1\n", output: "x"), .exchange(input: "2\n", output: "x")]),
        Judged(
            "a case that writes marks to all descriptors", .fail, because: "wrong",
            "import os\nfor n in range(3, 64):\n    try: os.write(n, b'{\"case\":0,\"output\":1,\"errors\":0,\"code\":0}\\nx')\n"
                + "    except OSError: pass\n", [.exchange(input: "", output: "x")]),
        Judged(
            "threads and functions at the end of a case", .pass,
            "import atexit, threading, time\natexit.register(lambda: print('c'))\n"
                + "threading.Thread(target=lambda: (time.sleep(0.1), print('b'))).start()\nprint('a')",
            [.exchange(input: "", output: "a\nb\nc")]),
        Judged(
            "a main guard, input to the end, unread input", .pass,
            "import sys\nif __name__ == '__main__':\n    print(len(sys.stdin.read()))",
            [
                .exchange(input: String(repeating: "x", count: 300_000), output: "300000"),
                .exchange(input: "", output: "0"),
            ]),
        Judged(
            "tests that print the mark themselves", .fail, because: "wrong", "def f(): return 1",
            [.snippet("print('{\"test\":0,\"outcome\":\"pass\"}')\nassert f() == 2")]),
    ]

    static let swift: [Judged] = [
        Judged(
            "Swift: input and output", .pass, language: .swift,
            "```swift\nimport Foundation\nlet n = Int(readLine() ?? \"\") ?? 0\nprint(n * 2)\n```",
            [.exchange(input: "21\n", output: "42"), .exchange(input: "4\n", output: "8")]),
        Judged(
            "Swift: calls", .pass, language: .swift,
            "func add(_ a: Int, to b: Int) -> Int { a + b }\nfunc pairs(words: [String: Int]) -> [String] { words.keys.sorted() }\n"
                + "func half(_ x: Double) throws -> Double? { x == 0 ? nil : x / 2 }\n"
                + "func apply(_ f: Int, _ texts: [String]) -> (Int, String) { (f, texts.joined()) }",
            [
                call("add", [1, 2], 3), call("pairs", [["b": 1, "a": 2]], ["a", "b"]), call("half", [1.5], 0.75),
                call("half", [0], .null), call("apply", [1, ["\"\\", "é\n"]], [1, "\"\\é\n"]),
            ]),
        Judged(
            "Swift: wrong, traps, ends", .fail, because: "wrong", score: 0.25, language: .swift,
            "import Glibc\nfunc f(_ x: Int) -> Int {\n    if x == 1 { exit(0) }\n    if x == 2 { return [1][x] }\n    return x\n}",
            [call("f", [0], 1), call("f", [1], 1), call("f", [2], 2), call("f", [3], 3)]),
        Judged(
            "Swift: syntax", .fail, because: "syntax", language: .swift, "func f( -> Int { 1 }", [call("f", [], 1)]),
        Judged(
            "Swift: missing", .fail, because: "missing", language: .swift, "func g() -> Int { 1 }", [call("f", [], 1)]),
        Judged(
            "Swift: a main type, and a loop", .fail, because: "timeout", score: 0.5, language: .swift,
            "@main\nstruct Main {\n    static func main() {\n        let line = readLine()\n"
                + "        while line == \"1\" {}\n        print(\"x\")\n    }\n}",
            [.exchange(input: "1\n", output: "x"), .exchange(input: "2\n", output: "x")]),
    ]

    static let javascript: [Judged] = [
        Judged(
            "function", .pass, language: .javascript,
            "```js\nfunction f(a, b) { return { s: a + b, l: [a, b] }; }\nconst g = async (x) => x * 2;\nmodule.exports = { h: () => null };\n```",
            [call("f", [1, 2], ["l": [1, 2], "s": 3]), call("g", [2], 4), call("h", [], .null)]),
        Judged(
            "wrong", .fail, because: "wrong", language: .javascript, "function f() { return '1'; }", [call("f", [], 1)]),
        Judged("syntax", .fail, because: "syntax", language: .javascript, "function f( { }", [call("f", [], 1)]),
        Judged("missing", .fail, because: "missing", language: .javascript, "function g() { }", [call("f", [], 1)]),
        Judged(
            "raises", .fail, because: "raised", language: .javascript, "function f() { throw new Error('x'); }",
            [call("f", [], 1)]),
        Judged(
            "exits", .fail, because: "ended", language: .javascript, "function f() { process.exit(0); }",
            [call("f", [], 1)]),
        Judged(
            "input and output", .pass, language: .javascript,
            "console.log(require('fs').readFileSync(0, 'utf8').trim() * 2);",
            [.exchange(input: "21", output: "42")]),
    ]
}

extension RunningTests {
    @Suite struct ProgramTestsTests {
        @Test(arguments: Judged.honest + Judged.hostile + Judged.badInput)
        func judged(_ judged: Judged) async throws { try await check(judged) }

        @Test(.enabled(if: ProgramLanguage.javascript.interpreter != nil), arguments: Judged.javascript)
        func javascript(_ judged: Judged) async throws { try await check(judged) }

        @Test(.enabled(if: TestSandbox.compiles), arguments: Judged.swift)
        func swift(_ judged: Judged) async throws { try await check(judged) }

        private func check(_ judged: Judged) async throws {
            var tests = try ProgramTests(language: judged.language, tests: judged.tests)
            tests.secondsPerTest = 2
            for sandbox in TestSandbox.all {
                let verdict = try await tests.judge(judged.response, in: sandbox)
                #expect(verdict.label == judged.label, "\(verdict)")
                if let reason = judged.reason { #expect(verdict.reason?.code == reason, "\(verdict)") }
                if let score = judged.score { #expect(verdict.score == score) }
                if verdict.label != .invalid {
                    #expect(verdict.parts.count == judged.tests.count)
                    #expect(
                        verdict.evidence.contains { $0.measure == "isolation" && $0.found == .string("bubblewrap") })
                }
            }
        }

        @Test(arguments: Judged.betweenRuns)
        func oneRunDoesNotReachTheNext(_ judged: Judged) async throws { try await check(judged) }

        @Test func humanEval() async throws {
            let prompt =
                "import math\n\ndef half(x):\n    return x / 2\n\ndef quarter(x):\n    \"\"\"A quarter.\"\"\"\n"
            let test = "METADATA = {}\n\ndef check(candidate):\n    assert candidate(4) == 1\n    assert half(2) == 1\n"
            var tests = try ProgramTests(language: .python, tests: [.snippet(test)])
            tests.entry = "quarter"
            tests.prefix = prompt
            tests.setup = "import math\n\ndef half(x):\n    return x / 2\n"
            let sandbox = try #require(TestSandbox.sandbox)
            for (response, label) in [
                ("    return half(half(x))\n", Label.pass), ("    return 3", .fail),
                ("```python\ndef quarter(x):\n    return half(half(x))\n```", .pass),
                ("def half(x):\n    return 1\ndef quarter(x):\n    return 2", .fail),
            ] {
                let verdict = try await tests.judge(response, in: sandbox)
                #expect(verdict.label == label, "\(response) \(verdict)")
            }
        }

        @Test func wrongTestsAreErrors() async throws {
            let tests = try ProgramTests(language: .python, tests: [.snippet("assert add(1, 2) ===")])
            await #expect(throws: CheckError.self) {
                _ = try await tests.judge("def add(a, b): return 3", in: try #require(TestSandbox.sandbox))
            }
        }

        @Test func missingSandboxIsAnError() async throws {
            let tests = try ProgramTests(language: .python, tests: [.snippet("assert add(1, 2) == 3")])
            await #expect(throws: CheckError(.unavailable, "install it")) {
                _ = try await tests.judge("def add(a, b): return 3", in: MissingSandbox("install it"))
            }
        }

        @Test func missingInterpreterIsAnError() async throws {
            let tests = try ProgramTests(language: .python, tests: [.snippet("assert add(1, 2) == 3")])
            let error = await #expect(throws: CheckError.self) {
                _ = try await tests.judge(
                    "def add(a, b): return 3", in: try #require(TestSandbox.sandbox), interpreter: nil)
            }
            #expect(error?.code == .unavailable)
            #expect(error?.message.contains("apt-get install python3") == true)
        }

        @Test func interpreterThatDoesNotStartIsAnError() async throws {
            for tests in [[ProgramTest.snippet("assert add(1, 2) == 3")], [.exchange(input: "", output: "")]] {
                let tests = try ProgramTests(language: .python, tests: tests)
                let error = await #expect(throws: CheckError.self) {
                    _ = try await tests.judge(
                        "def add(a, b): return 3", in: try #require(TestSandbox.sandbox),
                        interpreter: "/nonexistent/python3")
                }
                #expect(error?.code == .unavailable)
            }
        }

        @Test func testsThatALanguageDoesNotHave() {
            for language in [ProgramLanguage.shell, .swift] {
                let error = #expect(throws: CheckError.self) {
                    try ProgramTests(language: language, tests: [.snippet("assert(f() === 1)")])
                }
                #expect(error?.message.contains("python and javascript") == true, "\(error?.message ?? "")")
            }
            #expect(throws: CheckError.self) {
                try ProgramTests(
                    language: .shell, tests: [.call(function: "f", arguments: [], keywords: [:], expected: 1)])
            }
            #expect(throws: CheckError.self) { try ProgramTests(language: .python, tests: []) }
        }
    }
}
