// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// GSM8K's rows: `question`, and `answer` with the gold behind `####`; the response in another field.
public struct GSM8KShape: RecordShape {
    /// `gsm8k`.
    public let name = "gsm8k"
    /// One line.
    public let summary = "GSM8K: question, answer with ####, response"

    /// Creates the shape.
    public init() {}

    /// A record with `question` whose `answer` has `####`.
    public func recognises(_ root: JSONNode) -> Bool {
        root["question"]?.kind == .string && GSM8KShape.gold(root) != nil
    }

    /// The gold of a row.
    static func gold(_ root: JSONNode) -> String? { root["answer"]?.string.flatMap(GoldAnswers.afterHashes) }

    /// Reads a record.
    public func read(
        _ root: JSONNode, fields: FieldNames, compiler: CheckCompiler, part: RecordPart
    ) throws(CheckError) -> SampleRecord {
        try AnswerRecord(root, fields: fields).read(part, compiler) { () throws(CheckError) in
            guard let gold = GSM8KShape.gold(root) else {
                throw CheckError(
                    .record, field: "answer",
                    "\"answer\" is \(root["answer"]?.value.described ?? "missing"); a solution with #### is expected")
            }
            return (.string(gold), "answer")
        }
    }
}
