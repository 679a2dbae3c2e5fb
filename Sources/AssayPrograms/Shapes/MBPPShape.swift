// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// MBPP's rows with a response: `text` or `prompt`, `test_list`, and where there are some `test_setup_code`, `test_imports`.
///
/// `code`, the solution that comes with a row, is not looked at.
public struct MBPPShape: RecordShape {
    /// `mbpp`.
    public let name = "mbpp"
    /// One line.
    public let summary = "MBPP: text or prompt, test_list, response"

    /// Creates the shape.
    public init() {}

    /// A record with `test_list`.
    public func recognises(_ root: JSONNode) -> Bool { root["test_list"]?.kind == .array }

    /// Reads a record.
    public func read(
        _ root: JSONNode, fields: FieldNames, compiler: CheckCompiler, part: RecordPart
    ) throws(CheckError) -> SampleRecord {
        var fields = fields
        if fields.prompt == nil, root["prompt"] == nil, root["text"]?.kind == .string { fields.prompt = "text" }
        return try ProgramRecord(root, fields: fields, id: "task_id").read(part, compiler) { () throws(CheckError) in
            guard let list = root["test_list"], list.kind == .array, !list.elements.isEmpty else {
                throw CheckError(
                    .record, field: "test_list",
                    "\"test_list\" is \(root["test_list"]?.value.described ?? "missing"); a list of assertions is expected"
                )
            }
            var arguments: JSONObject = ["tests": list.value]
            let imports = root["test_imports"]?.elements.compactMap(\.string) ?? []
            let setup = (imports + [root["test_setup_code"]?.string ?? ""]).filter { !$0.isEmpty }
            if !setup.isEmpty { arguments["setup"] = .string(setup.joined(separator: "\n")) }
            return Check("tests", arguments)
        }
    }
}
