// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayBenchmarks
import AssayCore
import AssayText
import Dispatch
import Synchronization
import Testing

/// What holds of every answer, whatever it is.
struct AnswerPropertyTests {
    private static func label(_ gold: String, _ response: String) throws -> Label {
        let rule = try AnswerRule(golds: [gold])
        return rule.decide(RuleInput(response: Text(response))).label
    }

    /// An answer equals itself, alone and in a box.
    @Test(arguments: AnswerFuzzText.answers)
    func reflexive(answer: String) throws {
        #expect(try Self.label(answer, answer) == .pass, "alone")
        #expect(try Self.label(answer, "\\boxed{\(answer)}") == .pass, "in a box")
    }

    /// Another digit is another number, at every place.
    @Test func digitsCount() throws {
        var random = SeededRandom(seed: 5)
        for _ in 0..<300 {
            let digits = random.below(9) + 1
            var text = String(random.below(9) + 1)
            for _ in 1..<digits { text += String(random.below(10)) }
            if digits > 2, digits < 6, random.below(2) == 0 {
                text.insert(".", at: text.index(text.endIndex, offsetBy: -2))
            }
            if random.below(3) == 0 { text = "-" + text }
            #expect(try Self.label(text, "\\boxed{\(text)}") == .pass, "\(text)")
            for (place, byte) in text.utf8.enumerated() where (0x30...0x39).contains(byte) {
                var other = Array(text.utf8)
                other[place] = byte == 0x39 ? 0x38 : byte + 1
                let changed = String(decoding: other, as: UTF8.self)
                #expect(try Self.label(text, "\\boxed{\(changed)}") == .fail, "\(text) | \(changed)")
            }
        }
    }

    /// However a right answer is written down, it stays right.
    @Test(arguments: ["18", "-5", "\\frac{3}{4}", "x^2-1", "[0, 1)", "\\{1, 2, 3\\}", "2\\sqrt{3}", "B", "0.25"])
    func wrapped(answer: String) throws {
        for wrapper in AnswerWrapper.all {
            guard let response = wrapper.response(answer) else { continue }
            #expect(try Self.label(answer, response) == .pass, "\(wrapper.name): \(response)")
        }
    }

    /// A change that makes an answer wrong is seen.
    @Test(arguments: AnswerFuzzText.answers)
    func changed(answer: String) throws {
        for change in AnswerChange.all(of: answer) {
            #expect(
                try Self.label(answer, "\\boxed{\(change.text)}") == .fail, "\(change.kind.rawValue): \(change.text)")
        }
    }

    /// Numbers, expressions, sets and intervals: which is the reference does not matter.
    @Test(arguments: [
        ("\\frac12", "0.5"), ("\\frac12", "\\frac24"), ("x^2-1", "(x-1)(x+1)"), ("2\\sqrt3", "\\sqrt{12}"),
        ("\\{1,2,3\\}", "\\{3,2,1\\}"), ("[0,1)", "0\\le x<1"), ("\\sin^2x", "1-\\cos^2x"), ("3+4i", "4i+3"),
        ("6e23", "60\\cdot10^{22}"), ("\\sqrt2+\\sqrt3", "\\sqrt5"), ("7", "8"), ("(0,1)", "[0,1]"), ("x+1", "x+2"),
    ])
    func symmetric(a: String, b: String) throws {
        #expect(try Self.label(a, "\\boxed{\(b)}") == Self.label(b, "\\boxed{\(a)}"))
    }

    /// The same verdicts on any number of threads.
    @Test func threads() throws {
        let pairs = AnswerFuzzText.answers.flatMap { gold in
            AnswerFuzzText.answers.prefix(12).map { (gold, "so \\boxed{\($0)}") }
        }
        let alone = pairs.map { try? Self.label($0, $1) }
        let together = Mutex<[Int: Label]>([:])
        DispatchQueue.concurrentPerform(iterations: pairs.count) { index in
            let (gold, response) = pairs[index]
            guard let label = try? Self.label(gold, response) else { return }
            together.withLock { $0[index] = label }
        }
        let found = together.withLock { $0 }
        for index in pairs.indices { #expect(found[index] == alone[index], "\(pairs[index])") }
    }
}
