// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore

/// Whether two answers are the same, neither of them being a gold.
enum AnswerEquality {
    /// Either may be the one that says what is asked for.
    static func areEqual(_ first: String, _ second: String, _ options: AnswerOptions) -> Bool {
        accepts(first, second, options) || accepts(second, first, options)
    }

    private static func accepts(_ gold: String, _ answer: String, _ options: AnswerOptions) -> Bool {
        var options = options
        options.extract = .whole
        options.checkInvalid = false
        guard let judge = try? AnswerJudge(golds: [gold], options: options) else { return false }
        return judge.judge(Array(answer.utf8)).label == .pass
    }
}

/// Powers of e.
enum Exponential {
    /// eˣ by Taylor's series of x/1024, squared ten times: the same on every platform.
    static func of(_ value: Double) -> Double {
        guard value > -745 else { return 0 }
        let part = value / 1024
        var term = 1.0
        var sum = 1.0
        for place in 1...12 {
            term *= part / Double(place)
            sum += term
        }
        for _ in 0..<10 { sum *= sum }
        return sum
    }
}
