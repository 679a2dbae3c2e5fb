// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import AssayText
import Testing

/// The answer verifier on answers of every kind and on hostile ones: it returns, in time, with evidence inside the response,
/// and says the same the second time.
///
/// `make fuzz` runs a million inputs, each of which may take 50 ms.
struct AnswerFuzzTests {
    private static let options: [AnswerOptions] =
        [AnswerOptions()] + AnswerOptions.Preset.allCases.map { AnswerOptions(preset: $0) }

    @Test func answers() throws {
        var labels: [Label: Int] = [:]
        try FuzzRun.run("AnswerFuzzTests", iterations: 3000, most: 1_000_000) { run in
            let gold = AnswerFuzzText.gold(&run.random)
            let response = AnswerFuzzText.response(to: gold, &run.random)
            let options = run.random.once(in: 2) ? Self.options[0] : run.random.pick(Self.options)
            let policy: EvidencePolicy = run.random.once(in: 4) ? .all : .fail
            let input = Array(gold.utf8) + [0x0A] + response
            let size = max(gold.utf8.count, response.count)
            let verdict = run.time("answer", size: size, input) { () -> Verdict? in
                guard let rule = try? AnswerRule(golds: [gold], options: options) else { return nil }
                return rule.decide(RuleInput(response: Text(response), wantsEvidence: policy))
            }
            guard let verdict else { return }
            labels[verdict.label, default: 0] += 1
            for evidence in verdict.evidence {
                if let span = evidence.span, span.bytes.upperBound > response.count {
                    run.fail("answer", "evidence outside the response", input)
                }
            }
            if verdict.label == .abstain, verdict.score != nil { run.fail("answer", "abstains with a score", input) }
            guard run.random.once(in: 8) else { return }
            let again = try? AnswerRule(golds: [gold], options: options)
            if again?.decide(RuleInput(response: Text(response), wantsEvidence: policy)) != verdict {
                run.fail("answer", "another verdict the second time", input)
            }
        }
        if FuzzRun.seconds != nil { print("AnswerFuzzTests: verdicts \(labels)") }
    }
}
