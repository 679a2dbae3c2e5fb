// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// HumanEval's rows with a response: `prompt`, `test`, `entry_point`, and `completion` or `response`.
///
/// A response that defines the function is the program, with what stands above the function in the prompt; any other
/// continues the prompt. What the prompt defines above the function is the tests' own, too, out of the program's reach.
public struct HumanEvalShape: RecordShape {
    /// `humaneval`.
    public let name = "humaneval"
    /// One line.
    public let summary = "HumanEval: prompt, test, entry_point, completion or response"

    /// Creates the shape.
    public init() {}

    /// A record with `test` and `entry_point`.
    public func recognises(_ root: JSONNode) -> Bool {
        root["test"]?.kind == .string && root["entry_point"]?.kind == .string
    }

    /// Reads a record.
    public func read(
        _ root: JSONNode, fields: FieldNames, compiler: CheckCompiler, part: RecordPart
    ) throws(CheckError) -> SampleRecord {
        try ProgramRecord(root, fields: fields, id: "task_id").read(part, compiler) { () throws(CheckError) in
            let test = try ProgramRecord.text(root, "test")
            let entry = try ProgramRecord.text(root, "entry_point")
            var arguments: JSONObject = ["test": .string(test), "entry_point": .string(entry)]
            if let prompt = root["prompt"]?.string {
                arguments["prefix"] = .string(prompt)
                arguments["setup"] = .string(PromptParts(prompt, entry: ProgramTest.root(of: entry)).head)
            }
            return Check("tests", arguments)
        }
    }
}
