// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Foundation
import Testing

/// Hostile and huge inputs: each returns at once, on a small stack.
@Suite struct ParserLimitsTests {
    /// Inputs that hang or crash parsers, by what they are.
    static let hostile: [(name: String, text: String)] = [
        ("5,000 parentheses", String(repeating: "(", count: 5_000) + "4" + String(repeating: ")", count: 5_000)),
        (
            "2,000 \\left(",
            String(repeating: "\\left(", count: 2_000) + "4" + String(repeating: "\\right)", count: 2_000)
        ),
        ("unclosed parentheses", String(repeating: "(", count: 100_000)),
        ("3,000 braces", String(repeating: "{", count: 3_000) + "4" + String(repeating: "}", count: 3_000)),
        ("brackets", String(repeating: "[", count: 50_000)),
        ("sets", String(repeating: "\\{", count: 5_000)),
        ("bars", String(repeating: "|", count: 40_000)),
        ("bars and letters", String(repeating: "|x", count: 20_000)),
        ("norms", String(repeating: "\\|", count: 20_000)),
        ("radicals", String(repeating: "\\sqrt{", count: 800) + "4" + String(repeating: "}", count: 800)),
        ("bare radicals", String(repeating: "\\sqrt", count: 20_000) + "4"),
        ("fractions", String(repeating: "\\frac{1}{", count: 800) + "2" + String(repeating: "}", count: 800)),
        ("fraction chain", String(repeating: "\\frac", count: 20_000)),
        ("fractions of digits", String(repeating: "\\frac12", count: 10_000)),
        ("fractions of one long number", "\\frac" + String(repeating: "1", count: 90_000)),
        ("towers", String(repeating: "2^", count: 20_000) + "2"),
        ("braced towers", String(repeating: "5^{", count: 5_000) + "5" + String(repeating: "}", count: 5_000)),
        ("factorials", "1" + String(repeating: "!", count: 40_000)),
        ("minuses", String(repeating: "-", count: 40_000) + "1"),
        ("plus-minuses", String(repeating: "\\pm", count: 20_000) + "1"),
        ("quotients", String(repeating: "1/", count: 20_000) + "1"),
        ("sum", String(repeating: "1+", count: 20_000) + "1"),
        ("product", String(repeating: "2*", count: 20_000) + "1"),
        ("implicit product", String(repeating: "x", count: 40_000)),
        ("relations", String(repeating: "x=", count: 20_000) + "1"),
        ("functions", String(repeating: "\\sin", count: 20_000) + "x"),
        ("calls", String(repeating: "f(", count: 20_000) + "x"),
        ("indices", String(repeating: "x_", count: 20_000) + "x"),
        ("integrals", String(repeating: "\\int", count: 20_000) + "x"),
        ("sums", String(repeating: "\\sum_{i=1}^n", count: 3_000) + "x"),
        ("matrices", String(repeating: "\\begin{pmatrix}", count: 3_000)),
        ("cells", "\\begin{pmatrix}" + String(repeating: "1&", count: 20_000) + "\\end{pmatrix}"),
        ("texts", String(repeating: "\\text{", count: 5_000) + String(repeating: "}", count: 5_000)),
        (
            "conditions in texts",
            String(repeating: "\\text{if ", count: 5_000) + "1" + String(repeating: "}", count: 5_000)
        ),
        ("unclosed texts", String(repeating: "\\text{", count: 20_000)),
        ("dollars", String(repeating: "$", count: 20_000)),
        ("commas", String(repeating: "1,", count: 20_000)),
        ("grouped digits", "1" + String(repeating: ",234", count: 20_000)),
        ("words", String(repeating: "word ", count: 20_000)),
        ("colons", String(repeating: "1:", count: 20_000) + "1"),
        ("mods", String(repeating: "7 \\bmod ", count: 10_000) + "1"),
        ("accents", String(repeating: "\\overline{", count: 5_000) + "z" + String(repeating: "}", count: 5_000)),
        ("open accents", String(repeating: "\\overline{", count: 20_000)),
        ("boxes", String(repeating: "\\boxed{", count: 5_000)),
        ("combining marks", "4" + String(repeating: "\u{301}", count: 5_000)),
        ("percent signs", "1" + String(repeating: "%", count: 20_000)),
        ("degrees", "1" + String(repeating: "°", count: 20_000)),
        ("primes", "f" + String(repeating: "'", count: 20_000)),
        ("scripts", String(repeating: "²₁", count: 20_000)),
        ("ors", String(repeating: "x=1 or ", count: 10_000) + "x=2"),
        ("unions", String(repeating: "(1,2)\\cup", count: 5_000) + "(3,4)"),
        ("units", "5" + String(repeating: " km", count: 20_000)),
        ("backslashes", String(repeating: "\\", count: 40_000)),
        ("long exponent", "1e" + String(repeating: "9", count: 50_000)),
        ("long repetition", "0.\\overline{" + String(repeating: "3", count: 40_000) + "}"),
        ("open angles", String(repeating: "<", count: 20_000)),
        ("mixed numbers", String(repeating: "1 1/2 ", count: 10_000)),
        ("envelopes", String(repeating: "{}", count: 20_000)),
        ("envelopes and braces", String(repeating: "{}{", count: 20_000)),
        ("negative arguments", "\\sin" + String(repeating: "-", count: 40_000) + "x"),
        ("carets", String(repeating: "^", count: 40_000) + "x"),
        ("carets and minuses", "x" + String(repeating: "^-", count: 20_000) + "x"),
        ("subscripts", String(repeating: "_", count: 40_000)),
        ("semicolons", String(repeating: "a,b;", count: 10_000) + "c"),
    ]

    @Test(arguments: hostile.map(\.name))
    func returnsAtOnce(name: String) throws {
        let text = try #require(Self.hostile.first { $0.name == name }).text
        let elapsed = ContinuousClock().measure {
            Self.onSmallStack {
                let readings = MathParser().readings(text)
                for tree in readings { _ = tree.printed.utf8.count }
            }
        }
        // A guard against what is not linear, generous for a busy machine and a debug build.
        #expect(elapsed < .seconds(20))
    }

    /// The whole check, as gold and as response, on the small stack.
    @Test(arguments: hostile.map(\.name))
    func checksOnASmallStack(name: String) throws {
        let text = try #require(Self.hostile.first { $0.name == name }).text
        let elapsed = ContinuousClock().measure {
            Self.onSmallStack {
                for (gold, response) in [("4", text), (text, "4"), (text, text + " + 1")] {
                    guard let judge = try? AnswerJudge(golds: [gold]) else { continue }
                    _ = judge.judge(Array(response.utf8)).evidence()
                }
            }
        }
        #expect(elapsed < .seconds(60))
    }

    /// The deepest trees that are read are compared there too, level by level different.
    @Test(arguments: [
        ("(", "+1)"), ("\\sqrt{", "+1}"), ("\\frac{1}{1+", "}"), ("|1+", "|"), ("\\sin(", ")"), ("x^{", "}"),
        ("\\{1,", "\\}"), ("\\ln(2+", ")"), ("(", ")!"), ("\\begin{pmatrix}", "\\end{pmatrix}"), ("-", ""),
        ("\\text{", "}"), ("\\boxed{", "}"), ("\\max(1,", ")"),
    ])
    func comparesDeepTreesOnASmallStack(_ open: String, _ close: String) {
        for count in [20, 60, 100, 126, 127, 128, 200, 2_000] {
            let (opened, closed) = (String(repeating: open, count: count), String(repeating: close, count: count))
            Self.onSmallStack {
                for (gold, answer) in [("x", "x+0"), ("x", "y"), ("2", "3")] {
                    guard let judge = try? AnswerJudge(golds: [opened + gold + closed]) else { continue }
                    _ = judge.judge(Array((opened + answer + closed).utf8)).evidence()
                }
            }
        }
    }

    @Test func codes() {
        let parser = MathParser()
        func code(_ text: String) -> ParseFailure.Code? {
            if case .failure(let failure) = parser.parse(text) { failure.code } else { nil }
        }
        #expect(code("") == .empty)
        #expect(code(" \n\t ") == .empty)
        #expect(code("\\frac{8}{2") == .syntax)
        #expect(code(String(repeating: "(", count: 5_000)) == .tooDeep)
        #expect(code(String(repeating: "1+", count: 20_000) + "1") == .tooLong)
        #expect(code(String(repeating: "1+", count: 60_000) + "1") == .tooLong)
        #expect(code(String(repeating: "1", count: 60_001)) == .tooLong)
        #expect(code(String(repeating: "1", count: 60_000)) == nil)
    }

    /// The deepest trees that are allowed are read, printed and freed on the small stack.
    @Test func deepest() {
        for (open, close) in [
            ("(", ")"), ("\\sqrt{", "}"), ("\\frac{1}{", "}"), ("\\{", "\\}"), ("|1+", "|"), ("x^{", "}"),
        ] {
            for count in 1...130 {
                let text = String(repeating: open, count: count) + "x" + String(repeating: close, count: count)
                Self.onSmallStack {
                    if case .success(let tree) = MathParser().parse(text) { _ = tree.printed }
                }
            }
        }
    }

    /// Texts that aim at an evaluator: no mathematics, or trees of letters.
    @Test(arguments: [
        #"__import__("os").system("touch x")"#, "().__class__.__bases__[0].__subclasses__()", #"exec("1")"#,
        #"open("/etc/passwd").read()"#, "lambda: 1", "a.__class__", #"eval("2+2")"#, "{{7*7}}", "$(id)", "`id`",
        "%n%n%n%s",
        "\\input{/etc/passwd}", "print(4", "[x for x in range(10**9)]", "<script>alert(1)</script>", "${7*7}",
        "' OR '1'='1", "\u{0}", "4\u{0}",
    ])
    func injections(text: String) {
        for tree in MathParser().readings(text) {
            let isNumeric: Bool =
                switch tree {
                case .number: true
                case .sum(let parts), .product(let parts):
                    parts.allSatisfy { if case .number = $0 { true } else { false } }
                default: false
                }
            #expect(!isNumeric, "\(text) reads as \(tree.outline)")
        }
    }

    /// The stack that is enough in a release build; without optimisation frames are many times as large.
    static let stackSize: Int = {
        #if DEBUG
            32 << 20
        #else
            512 << 10
        #endif
    }()

    /// Runs a closure on a thread with a small stack.
    static func onSmallStack(_ body: @escaping @Sendable () -> Void) {
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            body()
            done.signal()
        }
        thread.stackSize = stackSize
        thread.start()
        done.wait()
    }
}
