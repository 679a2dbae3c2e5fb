// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// Records with a column for the gold answer: `gold`, `question`, `options`, and a response.
///
/// With `--gold-field` the column has another name. `form` says of a record whether its response is an answer alone.
public struct GoldShape: RecordShape {
    /// `gold`.
    public let name = "gold"
    /// One line.
    public let summary = "answers by columns: gold, question, options, response or response_or_answer"

    /// Creates the shape.
    public init() {}

    /// A record with `gold`.
    public func recognises(_ root: JSONNode) -> Bool { root["gold"] != nil }

    /// Reads a record.
    public func read(
        _ root: JSONNode, fields: FieldNames, compiler: CheckCompiler, part: RecordPart
    ) throws(CheckError) -> SampleRecord {
        try AnswerRecord(root, fields: fields).read(
            part, compiler, responseNames: ["response_or_answer", "prediction", "answer"],
            arguments: root["form"]?.string == "answer" ? ["extract": "whole"] : [:]
        ) { () throws(CheckError) in
            guard let gold = root["gold"] else {
                throw CheckError(
                    .record, field: "gold", "there is no field \"gold\"; one is expected, or --gold-field NAME")
            }
            return (gold.value, "gold")
        }
    }
}
