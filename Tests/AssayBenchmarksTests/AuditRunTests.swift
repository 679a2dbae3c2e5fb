// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayBenchmarks
import AssayCore
import AssayStatistics
import Foundation
import Testing

struct AuditRunTests {
    private static func pair(
        _ id: String, _ gold: String, _ response: String, _ expected: String, more: String = ""
    ) -> String {
        let text =
            "{\"id\":\"\(id)\",\"type\":\"t\",\"gold\":\"\(gold)\",\"response_or_answer\":\"\(response)\",\"expected\":\(expected)\(more)}"
        return text.replacing("\\", with: "\\\\").replacing("\\\\u", with: "\\u") + "\n"
    }

    @Test func countsVerdictsAgainstLabels() throws {
        let records =
            Self.pair("a", "7", "\\boxed{7}", "true") + Self.pair("b", "7", "\\boxed{8}", "true")
            + Self.pair("c", "7", "\\boxed{8}", "false") + Self.pair("d", "7", "\\boxed{7}", "false")
            + Self.pair("e", "7", "what?", "true") + Self.pair("f", "7", "cut …", "false")
            + Self.pair("g", "7", "\\boxed{7}", "null")
        let (summary, options, lines) = try StandIn.audit(records) { $0.mutations = 0 }
        let counts = summary.counts
        #expect(counts.count(.correct, .pass) == 1)
        #expect(counts.count(.correct, .fail) == 1)
        #expect(counts.count(.correct, .abstain) == 1)
        #expect(counts.count(.incorrect, .fail) == 1)
        #expect(counts.count(.incorrect, .pass) == 1)
        #expect(counts.count(.incorrect, .invalid) == 1)
        #expect(counts.labelled == 6 && counts.unlabelled == 1 && counts.errors == 0)
        // Where labels know right and wrong alone, invalid is as good as fail.
        #expect(summary.figure("accuracy", seed: 0) == 0.5)
        #expect(summary.figure("precision", seed: 0) == 0.5)
        #expect(summary.figure("recall", seed: 0) == 1.0 / 3)
        #expect(summary.figure("false_positive_rate", seed: 0) == 1.0 / 3)
        #expect(summary.figure("abstain_rate", seed: 0) == 1.0 / 6)
        #expect(summary.figure("selective_accuracy", seed: 0) == 0.6)
        #expect(summary.disagreementCount == 3)
        #expect(summary.disagreements.map(\.id) == ["d", "b", "e"])
        #expect(summary.disagreements.last?.evidence == ["doubt: there is a question mark"])
        #expect(summary.unstable == 0)
        #expect(summary.times.count == 7)
        #expect(lines.count == 7)
        #expect(
            lines[0]
                == "{\"id\":\"a\",\"line\":1,\"label\":\"pass\",\"score\":1,\"checks\":[{\"check\":\"stand-in\",\"label\":\"pass\",\"score\":1}],\"type\":\"t\",\"expected\":\"correct\",\"agrees\":true}"
        )
        #expect(lines[6].hasSuffix("\"expected\":null,\"agrees\":null}"))
        let json = String(
            decoding: AuditJSON.render(
                summary, options: options,
                stamp: summary.stamp(options: options, registry: StandIn.registry, arguments: [])), as: UTF8.self)
        #expect(
            json.hasPrefix(
                "{\"n\":6,\"accuracy\":0.5,\"precision\":0.5,\"recall\":0.333333333333,\"false_positive_rate\":0.333333333333,\"abstain_rate\":0.166666666667,\"macro_f1\":"
            ))
        let keys = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        for key in [
            "n", "accuracy", "precision", "recall", "false_positive_rate", "abstain_rate", "macro_f1", "by_type",
            "time_us", "mutation_caught",
        ] {
            #expect(keys[key] != nil, "\(key)")
        }
        #expect((keys["time_us"] as? [String: Any])?.keys.sorted() == ["max", "median", "p99"])
    }

    @Test func classesTellInvalidFromWrong() throws {
        func record(_ response: String, _ word: String) -> String {
            Self.pair("x", "7", response, "null", more: ",\"expected_class\":\"\(word)\"")
        }
        // Gold A A B C C, predicted A B B C B.
        let records =
            record("\\boxed{7}", "correct") + record("8", "correct") + record("8", "incorrect")
            + record("…", "invalid") + record("8", "invalid")
        let (summary, _, _) = try StandIn.audit(records) { $0.mutations = 0 }
        #expect(summary.figure("accuracy", seed: 0) == 0.6)
        #expect(abs(try #require(summary.figure("macro_f1", seed: 0)) - 0.6111) < 1e-4)
        #expect(summary.counts.count(.invalid, .fail) == 1)
    }

    @Test func recordsOptionsGoOverTheChecks() throws {
        let records =
            Self.pair("a", "7", "it is 7", "true", more: ",\"options\":{\"strict\":false}")
            + Self.pair("b", "7", "it is 7", "false")
        let (summary, _, _) = try StandIn.audit(records) {
            $0.check = Check("stand-in", ["options": ["strict": true]])
            $0.mutations = 0
        }
        #expect(summary.figure("accuracy", seed: 0) == 1)
    }

    @Test func badRecordsStandInTheirPlace() throws {
        let records =
            "not JSON\n" + Self.pair("a", "7", "\\boxed{7}", "true") + "{\"id\":\"b\"}\n"
            + Self.pair("c", "7", "\\boxed{7}", "\"yes\"") + "{\"response_or_answer\":\"7\",\"expected\":true}\n"
            + "{\"response_or_answer\":\"7\",\"expected_class\":\"maybe\",\"gold\":\"7\"}\n"
        let (summary, _, lines) = try StandIn.audit(records)
        #expect(summary.errorRecords == 5)
        #expect(summary.counts.errors == 5 && summary.counts.labelled == 1)
        #expect(lines.count == 6)
        #expect(lines.filter { $0.contains("\"label\":\"error\"") }.count == 5)
        #expect(
            summary.firstErrors.map(\.error.code.description) == ["syntax", "record", "record", "argument", "record"])
    }

    @Test func nothingDependsOnThreads() throws {
        var records = ""
        for index in 0..<4000 {
            let response = index % 3 == 0 ? "\\boxed{\(index)}" : index % 3 == 1 ? "\(index)" : "?"
            records += Self.pair("r\(index)", "\(index)", response, index % 2 == 0 ? "true" : "false")
        }
        let runs = try [1, 2, 7].map { jobs in
            let (summary, options, lines) = try StandIn.audit(records) { $0.jobs = jobs }
            var stamped = options
            stamped.inputs = ["records.jsonl"]
            let json = String(
                decoding: AuditJSON.render(
                    summary, options: stamped,
                    stamp: summary.stamp(options: stamped, registry: StandIn.registry, arguments: [])), as: UTF8.self)
            let card = AuditCard.render(
                summary, options: stamped, registry: StandIn.registry,
                stamp: summary.stamp(options: stamped, registry: StandIn.registry, arguments: []))
            return (
                lines, Self.withoutTime(json), card.split(separator: "\n").filter { !$0.contains("CPU second") },
                summary.mutations?.misses.map(\.response)
            )
        }
        for run in runs.dropFirst() {
            #expect(run.0 == runs[0].0)
            #expect(run.1 == runs[0].1)
            #expect(run.2 == runs[0].2)
            #expect(run.3 == runs[0].3)
        }
    }

    private static func withoutTime(_ json: String) -> Substring {
        guard let start = json.range(of: "\"time_us\":{"), let end = json[start.upperBound...].range(of: "}"),
            let rate = json.range(of: "\"verdicts_per_cpu_second\":"),
            let comma = json[rate.upperBound...].firstIndex(of: ",")
        else { return json[...] }
        return json[..<start.lowerBound] + json[end.upperBound..<rate.lowerBound] + json[comma...]
    }

    /// A verifier that looks at the box alone catches every change, and preserves what keeps the box as it is.
    @Test func mutationsFlipAndWrappersPreserve() throws {
        let golds = ["18", "\\frac{3}{4}", "[0, 1)", "(1, 2)", "\\{4, 7\\}", "B", "600\\text{ cm}", "x^2-1", "Yes"]
        let records = golds.enumerated().map {
            Self.pair("r\($0.offset)", $0.element, "\\boxed{\($0.element)}", "true")
        }
        let (summary, _, _) = try StandIn.audit(records.joined())
        let report = try #require(summary.mutations)
        #expect(report.caught.value == 1)
        #expect(report.unaccepted == 0 && report.answers == 9)
        #expect(Set(report.changes.map(\.kind)).isSuperset(of: ["digit", "sign", "bracket", "letter", "unit"]))
        #expect((report.preserved.value ?? 1) < 1)
        #expect(report.misses.allSatisfy { !$0.isChange })
        // One that takes any mention is caught out.
        let (lax, _, _) = try StandIn.audit(records.joined()) {
            $0.check = Check("stand-in", ["options": ["strict": false]])
        }
        #expect((lax.mutations?.caught.value ?? 1) < 1)
        #expect(lax.mutations?.preserved.value ?? 0 > report.preserved.value ?? 1)
    }

    @Test func limitsAndSeeds() throws {
        let records = (0..<500).map { Self.pair("r\($0)", "\($0 + 10)", "\\boxed{\($0 + 10)}", "true") }.joined()
        func responses(_ seed: UInt64, _ limit: Int) throws -> (Int, [String]?) {
            let (summary, _, _) = try StandIn.audit(records) {
                $0.seed = seed
                $0.mutations = limit
                $0.check = Check("stand-in", ["options": ["strict": false]])
            }
            let report = try #require(summary.mutations)
            return (report.caught.total + report.preserved.total, report.misses.map(\.response))
        }
        let first = try responses(1, 300)
        #expect(first.0 == 300)
        #expect(try responses(1, 300).1 == first.1)
        #expect(try responses(2, 300).1 != first.1)
        let (limited, _, lines) = try StandIn.audit(records) { $0.limit = 7 }
        #expect(limited.records == 7 && lines.count == 7)
    }
}
