// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore

/// VerifyBench and VerifyBench-Hard: `question`, `answer`, `completion`, `gold_correct` (true or false), `answer_type`,
/// `answer_subtype`, `source`, `question_id`, `completion_id`.
///
/// - Source: Yan et al., "VerifyBench: Benchmarking Reference-based Reward Systems for Large Language Models", 2025,
///   arXiv:2505.15801.
package struct VerifyBenchLayout: AuditLayout {
    /// `verifybench`.
    package let name = "verifybench"
    /// One line.
    package let summary = "VerifyBench: question, answer, completion, gold_correct, answer_type, source"

    package init() {}

    /// A record with `gold_correct`.
    package func recognises(_ root: JSONNode) -> Bool { root["gold_correct"] != nil }

    /// Reads a record.
    package func read(_ root: JSONNode, _ request: AuditRequest) throws(CheckError) -> LabelledRecord {
        guard let passes = root["gold_correct"]?.bool else {
            throw CheckError(
                .record, field: "gold_correct",
                "\"gold_correct\" is \(root["gold_correct"]?.value.described ?? "missing"); true or false is expected")
        }
        guard let reference = try root.reference("answer") else {
            throw CheckError(.record, field: "answer", "\"answer\" is missing; a string is expected")
        }
        let question = root["question"]?.string
        let fields = RecordFields(root, names: request.fields)
        let id = fields.id() ?? root["completion_id"]
        return LabelledRecord(
            sample: Sample(
                id: id?.text, messages: question.map { [Message(role: "user", text: $0)] } ?? [],
                responses: [Response(try root.neededText(request.fields.response ?? "completion"))]),
            idJSON: id.map { Array($0.raw) },
            checks: .made([try request.givenCheck().merged(gold: reference, question: question, options: nil)]),
            labels: .whole(Expectation(passes: passes)),
            type: root["answer_type"]?.string ?? root["source"]?.string ?? "(none)", gold: reference.singleText)
    }
}
