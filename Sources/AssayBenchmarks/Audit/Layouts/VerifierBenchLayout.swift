// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore

/// VerifierBench: `question`, `gold_answer`, `llm_response`, `gold_judgment` (A correct, B incorrect, C invalid),
/// `domain`, `answer_type`.
///
/// - Source: Liu et al., "CompassVerifier: A Unified and Robust Verifier for LLMs Evaluation and Outcome Reward", 2025,
///   arXiv:2508.03686.
package struct VerifierBenchLayout: AuditLayout {
    /// `verifierbench`.
    package let name = "verifierbench"
    /// One line.
    package let summary =
        "VerifierBench: question, gold_answer, llm_response, gold_judgment A, B or C, domain, answer_type"

    package init() {}

    /// A record with `gold_judgment`.
    package func recognises(_ root: JSONNode) -> Bool { root["gold_judgment"] != nil }

    /// Reads a record; one without a response has an empty one, which cannot be judged.
    package func read(_ root: JSONNode, _ request: AuditRequest) throws(CheckError) -> LabelledRecord {
        let word = try root.neededText("gold_judgment")
        guard let response = ResponseClass(word: word) else {
            throw CheckError(.record, field: "gold_judgment", "\"gold_judgment\" is \"\(word)\"; A, B or C is expected")
        }
        guard let reference = try root.reference("gold_answer") else {
            throw CheckError(.record, field: "gold_answer", "\"gold_answer\" is missing; a string is expected")
        }
        let question = root["question"]?.string
        let id = RecordFields(root, names: request.fields).id()
        return LabelledRecord(
            sample: Sample(
                id: id?.text, messages: question.map { [Message(role: "user", text: $0)] } ?? [],
                responses: [Response(root[named: request.fields.response ?? "llm_response"]?.string ?? "")]),
            idJSON: id.map { Array($0.raw) },
            checks: .made([try request.givenCheck().merged(gold: reference, question: question, options: nil)]),
            labels: .whole(Expectation(response, tellsInvalid: true)),
            type: root["answer_type"]?.string ?? root["domain"]?.string ?? "(none)", gold: reference.singleText)
    }
}
