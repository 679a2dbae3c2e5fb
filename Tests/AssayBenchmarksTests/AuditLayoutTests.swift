// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayBenchmarks
import AssayCore
import AssayStatistics
import Testing

/// The layouts of labelled records that are read as they are.
struct AuditLayoutTests {
    private static let verifierBench = [
        #"{"question":"q","gold_answer":"7","llm_response":"\\boxed{7}","gold_judgment":"A","domain":"math","answer_type":"numeric"}"#,
        #"{"question":"q","gold_answer":"7","llm_response":"\\boxed{8}","gold_judgment":"B","domain":"math","answer_type":"numeric"}"#,
        #"{"question":"q","gold_answer":"7","llm_response":"…","gold_judgment":"C","domain":"science","answer_type":"choice"}"#,
    ]

    /// As JSON Lines and as one JSON array, recognised and forced.
    @Test(arguments: [false, true], [nil, "verifierbench"])
    func verifierBench(isArray: Bool, layout: String?) throws {
        let records = Self.verifierBench
        let text =
            isArray ? "[\n" + records.joined(separator: ",\n  ") + "\n]\n" : records.joined(separator: "\n") + "\n"
        let (summary, _, lines) = try StandIn.audit(text) {
            $0.layout = layout
            $0.mutations = 0
        }
        #expect(summary.counts.labelled == 3)
        #expect(summary.figure("accuracy", seed: 0) == 1)
        #expect(summary.byType.keys.sorted() == ["choice", "numeric"])
        #expect(summary.counts.count(.invalid, .invalid) == 1)
        #expect(lines.count == 3)
        #expect(lines[2].hasPrefix("{\"id\":null,\"line\":3,"))
    }

    @Test func unknownJudgementIsAnError() throws {
        let (summary, _, _) = try StandIn.audit(
            #"{"question":"q","gold_answer":"7","llm_response":"x","gold_judgment":"D"}"# + "\n")
        #expect(summary.errorRecords == 1)
        #expect(summary.firstErrors.first?.error.field == "gold_judgment")
        // A missing response cannot be judged; it is no error.
        let (blank, _, _) = try StandIn.audit(#"{"gold_answer":"7","gold_judgment":"C"}"# + "\n")
        #expect(blank.errorRecords == 0 && blank.counts.labelled == 1)
    }

    @Test func verifyBench() throws {
        let records = """
            {"question_id":"1","completion_id":"1-a","question":"q","answer":"7","completion":"\\\\boxed{7}","gold_correct":true,"answer_type":"Numeric Values","source":"s"}
            {"question_id":"1","completion_id":"1-b","question":"q","answer":"7","completion":"8","gold_correct":false,"answer_type":"Numeric Values","source":"s"}

            """
        let (summary, _, lines) = try StandIn.audit(records) { $0.mutations = 0 }
        #expect(summary.counts.labelled == 2)
        #expect(summary.figure("accuracy", seed: 0) == 1)
        #expect(lines.first?.hasPrefix("{\"id\":\"1-a\"") == true)
        let (bySource, _, _) = try StandIn.audit(records) { $0.by = "source" }
        #expect(Array(bySource.byType.keys) == ["s"])
    }

    @Test func catalog() throws {
        let records = """
            {"key":1,"prompt":"p","instruction_id_list":["punctuation:no_comma","keywords:letter_frequency"],"kwargs":[{},{"letter":"#","let_frequency":1,"let_relation":"at least"}],"response":"a b","strict":[true,true],"loose":[true,true],"must_agree":[true,false]}
            {"key":2,"prompt":"p","instruction_id_list":["startend:end_checker"],"kwargs":[{"end_phrase":"done"}],"response":"It is done\\nMore?","strict":[false],"loose":[true]}
            {"key":3,"prompt":"p","instruction_id_list":["punctuation:no_comma"],"kwargs":[{}],"response":"a, b","strict":[true],"loose":[false]}
            {"key":4,"prompt":"p","instruction_id_list":["punctuation:no_comma"],"kwargs":[{}],"response":"a, b","strict":[true,true]}

            """
        let (summary, _, lines) = try StandIn.audit(records) { $0.check = nil }
        #expect(summary.counts.labelled == 3 && summary.counts.unlabelled == 1)
        #expect(summary.figure("accuracy", seed: 0) == 2.0 / 3)
        #expect(summary.loose?.matrix.accuracy.value == 1)
        #expect(
            summary.byType.keys.sorted() == [
                "keywords:letter_frequency", "punctuation:no_comma", "startend:end_checker",
            ])
        #expect(summary.errorRecords == 1)
        #expect(summary.firstErrors.first?.error.field == "strict")
        #expect(summary.disagreementCount == 1)
        #expect(
            lines[0].hasSuffix(
                "\"expected\":{\"strict\":[\"correct\",null],\"loose\":[\"correct\",null]},\"agrees\":true}"))
        // A check that is given selects.
        let (selected, _, _) = try StandIn.audit(records) { $0.check = Check("startend:end_checker") }
        #expect(selected.counts.labelled == 1)
    }

    @Test func labelledSamples() throws {
        let records = """
            {"id":"a","response":"one two three","expected":true}
            {"id":"b","response":"one","expected":false,"type":"short"}
            {"id":"c","responses":["x","y"],"expected":true}

            """
        let (summary, _, _) = try StandIn.audit(records) { $0.check = Check("words", ["min": 3]) }
        #expect(summary.figure("accuracy", seed: 0) == 1)
        #expect(summary.errorRecords == 1)
        #expect(summary.mutations == nil)
        let own =
            #"{"response":"one","expected":false,"checks":[{"verifier":"words","min":3},{"verifier":"words","max":5}]}"#
            + "\n"
        let (checks, _, lines) = try StandIn.audit(own) { $0.check = nil }
        #expect(checks.figure("accuracy", seed: 0) == 1)
        #expect(lines.first?.contains("\"agrees\":true") == true)
        let (none, _, _) = try StandIn.audit(#"{"response":"one","expected":false}"# + "\n") { $0.check = nil }
        #expect(none.firstErrors.first?.error.field == "--check")
    }
}
