// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import AssayCore
import AssayText
import Foundation
import Testing

/// Prints how long decisions take; asserts nothing about time.
@Suite(
    .serialized,
    .enabled(
        if: SharedData.exists && ProcessInfo.processInfo.environment["ASSAY_TIMING"] != nil,
        "ASSAY_TIMING is not set, or there is no shared data"))
struct TimingTests {
    @Test(arguments: ["en__gpt-4-20231107", "en__claude-3-5-sonnet-20240620"]) func decides(file: String) throws {
        let compiler = CheckCompiler(registry: VerifierRegistry([.ifeval, .iftrain]), context: RuleContext())
        let records = try SharedData.records(file)
        let prefix = file.hasPrefix("en__gpt-4-2") ? 0 : 3
        func prepared(_ record: ReferenceRecord) -> [PreparedCheck] {
            zip(record.instructions, record.arguments).map {
                compiler.prepare(Check(VerifierID(String($0.dropFirst(prefix))), $1))
            }
        }
        let compiling = milliseconds { for record in records { _ = prepared(record) } }
        let cases = records.map { record in
            let checks = prepared(record)
            return (Sample(prompt: "", response: record.response, checks: checks.map(\.check)), checks)
        }
        print("\(file): compiling \(compiling / Double(records.count) * 1000) µs a record")
        for kind in [VerificationProtocol.strict, .both] {
            let verifier = ResponseVerifier(
                verificationProtocol: kind, reasoning: .keep, evidence: .fail, resources: SharedData.resources)
            let times = (0..<7).map { _ in
                milliseconds {
                    for (sample, checks) in cases { _ = verifier.verify(sample, response: 0, checks: checks) }
                }
            }
            print("\(file) \(kind): \((times.min() ?? 0) / Double(cases.count) * 1000) µs a response")
        }
        // Which ids cost most.
        var costs: [String: (count: Int, total: Double)] = [:]
        let verifier = ResponseVerifier(reasoning: .keep, evidence: .fail, resources: SharedData.resources)
        for (sample, checks) in cases {
            for check in checks {
                let time =
                    (0..<5).map { _ in
                        milliseconds { _ = verifier.verify(sample, response: 0, checks: [check]) }
                    }.min() ?? 0
                let id = check.check.verifier.name
                costs[id] = ((costs[id]?.count ?? 0) + 1, (costs[id]?.total ?? 0) + time)
            }
        }
        for (id, cost) in costs.sorted(by: { $0.value.total > $1.value.total }) {
            print(
                "  \(id): \(cost.count) times \(cost.total / Double(cost.count) * 1000) µs = \(cost.total * 1000 / Double(cases.count)) µs a response"
            )
        }
        #expect(!costs.isEmpty)
    }

    private func milliseconds(_ body: () -> Void) -> Double {
        let start = clock()
        body()
        return Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000
    }
}
