// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import Synchronization

/// Judges the answers of a plan, on all cores, and counts in the plan's order.
struct MutationTest {
    let plan: MutationPlan
    let options: AuditOptions
    let registry: VerifierRegistry
    let context: RuleContext

    /// Groups that are handed to a worker at a time.
    private static let batch = 32

    private struct Judged: Sendable {
        var cases: [(miss: MutationReport.Miss, isHeld: Bool)] = []
        var unaccepted = 0
        var answers = 0
    }

    func run() throws -> MutationReport {
        let next = Mutex(0)
        let report = Exclusive(Box())
        try OrderedWork.run(
            jobs: options.jobs,
            next: { () -> Range<Int>? in
                next.withLock { start in
                    guard start < plan.groups.count, !Interruption.isRequested else { return nil }
                    let range = start..<min(plan.groups.count, start + MutationTest.batch)
                    start = range.upperBound
                    return range
                }
            },
            state: { CheckCompiler(registry: registry, context: context) },
            process: { compiler, range in
                var result = Judged()
                for index in range { judge(plan.groups[index], compiler, &result) }
                return result
            },
            consume: { judged in
                report.value.report.unaccepted += judged.unaccepted
                report.value.report.answers += judged.answers
                for item in judged.cases { report.value.report.add(item.miss, isHeld: item.isHeld) }
            })
        report.value.report.sortRows()
        return report.value.report
    }

    private final class Box {
        var report = MutationReport()
    }

    private func judge(_ group: MutationPlan.Group, _ compiler: CheckCompiler, _ result: inout Judged) {
        let candidate = group.candidate
        let prepared = compiler.prepare(candidate.check)
        guard case .success = prepared.rule else { return }
        let verifier = ResponseVerifier(
            verificationProtocol: .strict, reasoning: options.reasoning, evidence: .none, resources: options.resources)
        func label(_ response: String) -> Label? {
            let sample = Sample(messages: candidate.messages, responses: [Response(response)])
            return verifier.verify(sample, response: 0, checks: [prepared]).label
        }
        let answer = AnswerCore.text(of: candidate.gold)
        let before = AnswerWrapper.plain.response(answer).flatMap(label)
        result.answers += 1
        if before != .pass { result.unaccepted += 1 }
        for item in group.cases {
            // Where the right answer does not pass, failing a wrong one is no merit.
            if item.isChange, before != .pass { continue }
            let after = label(item.response)
            let isHeld = item.isChange ? after == .fail || after == .invalid : after == before
            result.cases.append(
                (
                    MutationReport.Miss(
                        kind: item.kind, isChange: item.isChange, place: candidate.place.name, gold: candidate.gold,
                        response: item.response, before: before, after: after), isHeld
                ))
        }
    }
}
