// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// lm-evaluation-harness's `samples_*.jsonl` of math tasks (`gsm8k`, `minerva_math`, `hendrycks_math`, …): question and gold
/// stand in `doc`.
///
/// The response is `resps`, since a filter (`filtered_resps`) has cut the answer out already, or lost it.
public struct HarnessAnswerShape: RecordShape {
    /// `lm-eval-math`.
    public let name = "lm-eval-math"
    /// One line.
    public let summary = "lm-evaluation-harness samples_*.jsonl of math tasks: doc, target, resps or filtered_resps"

    /// Creates the shape.
    public init() {}

    /// A record with responses whose `doc` has a question and a gold answer.
    public func recognises(_ root: JSONNode) -> Bool {
        guard root["resps"] != nil || root["filtered_resps"] != nil, let document = root["doc"] else { return false }
        return GSM8KShape().recognises(document) || MATHShape().recognises(document)
    }

    /// Reads a record.
    public func read(
        _ root: JSONNode, fields: FieldNames, compiler: CheckCompiler, part: RecordPart
    ) throws(CheckError) -> SampleRecord {
        guard let document = root["doc"] else {
            throw CheckError(.record, field: "doc", "\"doc\" is missing; an object is expected")
        }
        var fields = fields
        if fields.response == nil, root["resps"] != nil { fields.response = "resps" }
        return try AnswerRecord(root, fields: fields, inner: document).read(part, compiler) { () throws(CheckError) in
            if let gold = GSM8KShape.gold(document) { return (.string(gold), "doc.answer") }
            if let gold = MATHShape.gold(document) { return (gold.value, "doc." + gold.field) }
            guard let target = root["target"]?.string else {
                throw CheckError(
                    .record, field: "doc", "\"doc\" has neither a solution nor an answer; one of them is expected")
            }
            return (.string(target), "target")
        }
    }
}
