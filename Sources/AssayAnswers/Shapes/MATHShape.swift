// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// MATH's rows and those made like them: `problem`, and `solution` whose last box is the gold, else `answer`.
public struct MATHShape: RecordShape {
    /// `math`.
    public let name = "math"
    /// One line.
    public let summary = "MATH: problem, solution with \\boxed (or answer), response"

    /// Creates the shape.
    public init() {}

    /// A record with `problem`, and a `solution` with a box or an `answer`.
    public func recognises(_ root: JSONNode) -> Bool {
        root["problem"]?.kind == .string && MATHShape.gold(root) != nil
    }

    /// The gold of a row.
    static func gold(_ root: JSONNode) -> AnswerRecord.Gold? {
        if let solution = root["solution"]?.string, let box = GoldAnswers.lastBox(solution) {
            return (.string(box.content), "solution")
        }
        guard let answer = root["answer"] else { return nil }
        switch answer.kind {
        case .string, .number, .array: return (answer.value, "answer")
        default: return nil
        }
    }

    /// Reads a record.
    public func read(
        _ root: JSONNode, fields: FieldNames, compiler: CheckCompiler, part: RecordPart
    ) throws(CheckError) -> SampleRecord {
        try AnswerRecord(root, fields: fields).read(part, compiler, responseNames: ["generations"]) {
            () throws(CheckError) in
            guard let gold = MATHShape.gold(root) else {
                throw CheckError(
                    .record, field: "solution",
                    "\"solution\" is \(root["solution"]?.value.described ?? "missing"); "
                        + "one with \\boxed{…} is expected, or \"answer\"")
            }
            return gold
        }
    }
}
