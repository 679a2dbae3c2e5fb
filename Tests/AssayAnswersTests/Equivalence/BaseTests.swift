// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import AssayText
import Testing

/// Numbers in every base that has digits, and in those that have none.
struct BaseTests {
    private func label(_ gold: String, _ answer: String) throws -> Label {
        var options = AnswerOptions()
        options.crossBase = true
        return try AnswerRule(golds: [gold], options: options).decide(RuleInput(response: Text("\\boxed{\(answer)}")))
            .label
    }

    @Test(arguments: 2...36) func everyBase(base: Int) throws {
        let number = 2 * base * base + base + 1
        let digits = String(number, radix: base, uppercase: true)
        #expect(try label("\(number)", "\(digits)_{\(base)}") == .pass, "\(digits) in base \(base)")
        #expect(try label("\(number + 1)", "\(digits)_{\(base)}") != .pass, "\(digits) in base \(base)")
    }

    @Test(arguments: ["10_{37}", "10_{1}", "10_{0}", "12_{2}", "1Z_{35}", "10_{99999999999}", "10_{-3}"])
    func noSuchNumber(answer: String) throws {
        #expect(try label("36", answer) != .pass)
    }
}
