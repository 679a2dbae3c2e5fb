// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore

/// Assay's answer data: `gold`, `response_or_answer`, `expected`, and where known `question`, `options`, `type`.
///
/// `expected` is true, false, or null where no verdict is agreed; such a record counts for time alone. `expected_class`
/// (`correct`, `incorrect`, `invalid`) takes its place where the labels tell invalid responses from wrong ones.
package struct AnswerPairLayout: AuditLayout {
    /// `answers`.
    package let name = "answers"
    /// One line.
    package let summary =
        "Assay's answer data: gold, response_or_answer, expected or expected_class, question, options, type"

    package init() {}

    /// A record with `response_or_answer`.
    package func recognises(_ root: JSONNode) -> Bool { root["response_or_answer"] != nil }

    /// Reads a record.
    package func read(_ root: JSONNode, _ request: AuditRequest) throws(CheckError) -> LabelledRecord {
        let response = try root.neededText(request.fields.response ?? "response_or_answer")
        return try LabelledSampleLayout.record(root, Response(response), request, checks: nil)
    }
}
