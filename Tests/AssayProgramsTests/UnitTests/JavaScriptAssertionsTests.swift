// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayPrograms
import Testing

/// A test in JavaScript of a program, and what has to come out.
struct Asserted: Sendable, CustomTestStringConvertible {
    let test: String
    let label: Label
    var reason: String?
    var testDescription: String { test }

    init(_ label: Label, _ test: String, because reason: String? = nil) {
        self.test = test
        self.label = label
        self.reason = reason
    }

    /// A program with what tests ask for.
    static let program = """
        ```js
        function add(a, b) { return a + b; }
        const double = async (x) => x * 2;
        class Stack {
            constructor() { this.items = []; }
            push(x) { this.items.push(x); return this; }
            get size() { return this.items.length; }
            *[Symbol.iterator]() { yield* this.items; }
        }
        class Own extends RangeError { constructor(text) { super(text); this.name = 'Own'; } }
        function small(x) { if (x < 0) throw new RangeError('negative ' + x); if (x > 5) throw new Own('big'); return x; }
        function sorted(list) { list.sort((a, b) => a - b); return list; }
        const apply = (f, list) => list.map(f);
        const all = () => ({ m: new Map([[1, 'a']]), s: new Set([1]), u: undefined, n: NaN, z: -0, b: 10n, r: /x/g });
        function* count() { yield 1; yield 2; }
        let calls = 0;
        const increment = () => ++calls;
        module.exports = { hidden: () => 7 };
        ```
        """

    /// Tests of it.
    static let honest: [Asserted] = [
        .init(.pass, "assert.strictEqual(add(1, 2), 3)"),
        .init(.pass, "assert(add(1, 2) === 3)"),
        .init(.pass, "const assert = require('node:assert/strict');\nassert.equal(add(1, 2), 3)"),
        .init(.fail, "assert.strictEqual(add(1, 2), 4)", because: "wrong"),
        .init(.fail, "console.assert(add(1, 2) === 4, 'words')", because: "wrong"),
        .init(
            .pass, "function test() {\n    let candidate = add;\n    assert.deepEqual(candidate(1, 2), 3);\n}\ntest();"),
        .init(.pass, "const { add: plus } = require('./solution'); assert.strictEqual(plus(1, 1), 2)"),
        .init(.pass, "assert.strictEqual(await double(4), 8)"),
        .init(.fail, "(async () => { assert.strictEqual(await double(1), 3) })()", because: "wrong"),
        .init(
            .pass,
            "const s = new Stack(); s.push(1).push(2); assert.strictEqual(s.size, 2); assert.deepEqual([...s], [1, 2])"),
        .init(.pass, "assert(new Stack() instanceof Stack); assert.notDeepStrictEqual(new Stack(), { items: [] })"),
        .init(
            .pass,
            "assert.throws(() => small(-1), RangeError); assert.throws(() => small(-1), { message: 'negative -1' })"),
        .init(.pass, "assert.throws(() => small(9), Own); assert.throws(() => small(9), /big/)"),
        .init(.fail, "assert.throws(() => small(1))", because: "wrong"),
        .init(.fail, "small(-1)", because: "raised"),
        .init(
            .pass, "const l = [3, 1, 2], r = sorted(l); assert.deepStrictEqual(l, [1, 2, 3]); assert.strictEqual(r, l)"),
        .init(.pass, "assert.deepStrictEqual(apply((x) => x * 2, [1, 2]), [2, 4])"),
        .init(
            .pass,
            "assert.deepStrictEqual(all(), { m: new Map([[1, 'a']]), s: new Set([1]), u: undefined, n: NaN, z: -0, b: 10n, r: /x/g })"
        ),
        .init(.pass, "assert.deepStrictEqual([...count()], [1, 2])"),
        .init(.pass, "assert.strictEqual(hidden(), 7)"),
        .init(.pass, "assert.strictEqual(increment(), 1)"),
        .init(.pass, "assert.strictEqual(increment(), 1); assert.strictEqual(increment(), 2)"),
        .init(.fail, "nothing()", because: "missing"),
        .init(.fail, "assert.throws(() => nothing())", because: "missing"),
    ]

    /// Values of `f` by which a program tries to pass `assert.strictEqual(f(), 3)` or `assert.deepEqual(f(), 3)`.
    static let hostile: [Asserted] = [
        .init(.fail, "while (true) {}", because: "timeout"),
        .init(.fail, "process.exit(0)", because: "ended"),
        .init(.fail, "process.kill(process.pid, 'SIGKILL')", because: "signalled"),
        .init(.fail, "return new Proxy({}, { get() { return 3; } })", because: "wrong"),
        .init(
            .fail, "require('assert').strictEqual = () => {}; require('assert').deepEqual = () => {}", because: "wrong"),
        .init(.fail, "return 'x'.repeat(32 << 20)", because: "unreadable"),
        .init(.fail, "const a = []; a.push(a); return a", because: "unreadable"),
        .init(.fail, "return new Promise(() => {})", because: "ended"),
        .init(
            .fail,
            "for (let n = 3; n < 64; n++) try { require('fs').writeSync(n, '{\"test\":0,\"outcome\":\"pass\"}\\n'); } catch {}"
        ),
        .init(.fail, "const a = []; while (true) a.push(new Array(1e6).fill(1.5))"),
        .init(
            .fail,
            "const fs = require('fs'); for (const p of fs.readdirSync('/proc')) try { "
                + "if (fs.readFileSync(`/proc/${p}/cmdline`, 'utf8').includes('judge')) return 3; "
                + "for (const n of fs.readdirSync(`/proc/${p}/fd`)) if (/token/.test(fs.readFileSync(`/proc/${p}/fd/4`, 'utf8'))) return 3; "
                + "} catch {} return 0", because: "wrong"),
    ]
}

extension RunningTests {
    @Suite(.enabled(if: ProgramLanguage.javascript.interpreter != nil))
    struct JavaScriptAssertionsTests {
        @Test func honest() async throws {
            var tests = try ProgramTests(language: .javascript, tests: Asserted.honest.map { .snippet($0.test) })
            tests.secondsPerTest = 5
            for sandbox in TestSandbox.all + [OpenSandbox()] {
                let verdict = try await tests.judge(Asserted.program, in: sandbox)
                try #require(verdict.parts.count == Asserted.honest.count)
                for (part, test) in zip(verdict.parts, Asserted.honest) {
                    #expect(part.verdict.label == test.label, "\(test.test) \(part.verdict)")
                    #expect(part.verdict.reason?.code == test.reason, "\(test.test) \(part.verdict)")
                }
            }
        }

        @Test(arguments: Asserted.hostile)
        func hostile(_ asserted: Asserted) async throws {
            var tests = try ProgramTests(
                language: .javascript,
                tests: [
                    .snippet("assert.strictEqual(f(), 3)"), .snippet("assert.deepEqual(f(), 3)"),
                    .snippet("assert.throws(() => g())"),
                ])
            tests.secondsPerTest = 2
            for sandbox in TestSandbox.all {
                let verdict = try await tests.judge(
                    "function f() { \(asserted.test) }\nfunction g() { throw new Error('x'); }", in: sandbox)
                #expect(verdict.parts.prefix(2).allSatisfy { $0.verdict.label == .fail }, "\(verdict)")
                if let reason = asserted.reason { #expect(verdict.reason?.code == reason, "\(verdict)") }
                // One test that ends the program does not end the others.
                #expect(verdict.parts.last?.verdict.label == .pass, "\(verdict)")
            }
            #expect(TestSandbox.processesLeft() == [])
        }

        @Test(arguments: [
            ("function f( {", "syntax"), ("while (true) {}", "timeout"), ("process.exit(0)", "ended"),
            ("null.x", "raised"),
            ("function g() {}", "missing"),
        ])
        func programsThatDoNotLoad(program: String, reason: String) async throws {
            var tests = try ProgramTests(
                language: .javascript, tests: [.snippet("assert(f() === 1)"), .snippet("assert.throws(() => f())")])
            tests.secondsPerTest = 1
            let verdict = try await tests.judge("```js\n\(program)\n```", in: try #require(TestSandbox.sandbox))
            #expect(verdict.score == 0)
            #expect(verdict.parts.allSatisfy { $0.verdict.reason?.code == reason }, "\(verdict)")
        }

        @Test(arguments: [
            WrongArguments(["tests": ["x = 1"]], "tests[0]", "uses nothing of the program"),
            WrongArguments(
                ["tests": ["assert(f() === 1)", "assert(true)"]], "tests[1]", "uses nothing of the program"),
            WrongArguments(["tests": ["function t() { assert(f() === 1) }"]], "tests[0]", "uses nothing"),
            WrongArguments(["tests": ["expect(f()).toBe(1)"]], "tests[0]", "expect()"),
            WrongArguments(["tests": ["assert(f() =="]], "tests[0]", "no JavaScript"),
            WrongArguments(["tests": ["// nothing"]], "tests[0]", "tests nothing"),
            WrongArguments(["tests": ["assert(f() === 1)"], "setup": "throw new Error('x')"], "setup", "Error: x"),
            WrongArguments(["tests": ["assert(f() === 1)"], "setup": "let ="], "setup", "no JavaScript"),
            WrongArguments(["tests": ["assert(f() === 1)"], "setup": "while (true) {}"], "setup", "did not end"),
        ])
        func wrongTests(_ wrong: WrongArguments) async throws {
            let error = await #expect(throws: CheckError.self) {
                var arguments = wrong.arguments
                arguments["language"] = "javascript"
                arguments["seconds"] = 1
                let tests = try ProgramTests(Arguments(arguments, parameters: ProgramTests.parameters))
                _ = try await tests.judge("function f() { return 1; }", in: try #require(TestSandbox.sandbox))
            }
            #expect(error?.code == .argument)
            #expect(error?.field == wrong.field)
            #expect(error?.message.contains(wrong.words) == true, "\(error?.message ?? "")")
        }

        @Test func checkAndSetup() async throws {
            let arguments: JSONObject = [
                "language": "javascript", "entry_point": "f", "setup": "const g = f, one = 1;",
                "tests": [
                    "function check(candidate) { assert.strictEqual(candidate(), one) }",
                    "assert.strictEqual(g(), one)",
                ],
                "calls": [["expected": 1]], "cases": [["output": "hello"]],
            ]
            let tests = try ProgramTests(Arguments(arguments, parameters: ProgramTests.parameters))
            for sandbox in TestSandbox.all {
                let verdict = try await tests.judge(
                    "function f() { return 1; }\nconsole.log('hello');", in: sandbox)
                #expect(verdict.label == .pass, "\(verdict)")
                #expect(verdict.parts.count == 4)
            }
        }

        @Test func noLineToAContainer() async throws {
            let tests = try ProgramTests(language: .javascript, tests: [.snippet("assert(f() === 1)")])
            let error = await #expect(throws: CheckError.self) {
                _ = try await tests.judge("function f() { return 1; }", in: ExternalSandbox(command: "true"))
            }
            #expect(error?.code == .unavailable)
            #expect(error?.message.contains("calls and cases") == true)
        }
    }
}
