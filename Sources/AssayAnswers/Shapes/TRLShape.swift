// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// TRL's rows: `prompt`, `completion` or `completions` as texts or lists of messages, and the gold in `solution` or
/// `answer`, a worked solution or the answer alone.
public struct TRLShape: RecordShape {
    /// `trl`.
    public let name = "trl"
    /// One line.
    public let summary = "TRL: prompt, completion or completions, solution or answer"

    /// Creates the shape.
    public init() {}

    /// A record with a completion and a gold, or with a prompt and a `solution`.
    ///
    /// A prompt and an `answer` alone do not tell: that may be the model's.
    public func recognises(_ root: JSONNode) -> Bool {
        let hasCompletion = root["completion"] != nil || root["completions"] != nil
        if TRLShape.isGold(root["solution"]) { return hasCompletion || root["prompt"] != nil }
        return hasCompletion && TRLShape.isGold(root["answer"])
    }

    private static func isGold(_ node: JSONNode?) -> Bool {
        guard let kind = node?.kind else { return false }
        return kind == .string || kind == .number || kind == .array
    }

    /// Reads a record.
    public func read(
        _ root: JSONNode, fields: FieldNames, compiler: CheckCompiler, part: RecordPart
    ) throws(CheckError) -> SampleRecord {
        try AnswerRecord(root, fields: fields).read(part, compiler) { () throws(CheckError) in
            for name in ["solution", "answer"] {
                if let node = root[named: name], TRLShape.isGold(node) { return (node.value, name) }
            }
            throw CheckError(
                .record, field: "solution", "there is no field \"solution\" or \"answer\"; one is expected")
        }
    }
}
