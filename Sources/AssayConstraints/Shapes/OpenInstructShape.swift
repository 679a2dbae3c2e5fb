// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// open-instruct's rows: `messages`, and `ground_truth` with `instruction_id` and `kwargs`, as a value or as a text.
///
/// The text is JSON, or a Python literal (`[{'instruction_id': […], 'kwargs': [None, …]}]`) as the published training sets
/// have it.
public struct OpenInstructShape: RecordShape {
    /// `open-instruct`.
    public let name = "open-instruct"
    /// One line.
    public let summary = "open-instruct rows: messages, ground_truth, response or a last assistant message"

    /// Creates the shape.
    public init() {}

    /// A record with `ground_truth` that speaks of instructions.
    public func recognises(_ root: JSONNode) -> Bool {
        guard let truth = root["ground_truth"] else { return false }
        if let text = truth.string { return text.utf8.count < 1 << 20 && text.contains("instruction_id") }
        return (truth.elements.first ?? truth)["instruction_id"] != nil
    }

    /// Reads a record.
    public func read(
        _ root: JSONNode, fields: FieldNames, compiler: CheckCompiler, part: RecordPart
    ) throws(CheckError) -> SampleRecord {
        try RecordFields(root, names: fields).record(part, checksField: "ground_truth.kwargs") {
            () throws(CheckError) in
            guard let truth = root["ground_truth"] else { return [] }
            let prefix = Array("open-instruct".utf8) + [0] + truth.raw
            var checks: [PreparedCheck] = []
            for (index, instruction) in try OpenInstructShape.instructions(truth).enumerated() {
                checks.append(
                    try compiler.prepare(prefix + [0] + Array(String(index).utf8)) {
                        Check(VerifierID(instruction.id), instruction.arguments, catalog: "iftrain")
                    })
            }
            return checks
        }
    }

    private static func instructions(
        _ node: JSONNode
    ) throws(CheckError) -> [(id: String, arguments: JSONObject)] {
        var value = node.value
        if case .string(let text) = value {
            guard let read = (try? JSONDocument(Array(text.utf8)))?.root.value ?? PythonLiteral.parse(text) else {
                throw CheckError(
                    .record, field: "ground_truth",
                    "\"ground_truth\" is a text that is neither JSON nor a Python literal")
            }
            value = read
        }
        if case .array(let elements) = value, let first = elements.first { value = first }
        guard case .object(let object) = value, case .array(let ids) = object["instruction_id"] else {
            throw CheckError(
                .record, field: "ground_truth", "\"ground_truth\" has no list \"instruction_id\"; one is expected")
        }
        var arguments: [JSONValue] = []
        if case .array(let values) = object["kwargs"] { arguments = values }
        guard arguments.count == ids.count else {
            throw CheckError(
                .record, field: "ground_truth.kwargs",
                "\"kwargs\" has \(arguments.count) entries and \"instruction_id\" \(ids.count); as many are expected")
        }
        var result: [(id: String, arguments: JSONObject)] = []
        for (id, argument) in zip(ids, arguments) {
            guard case .string(let id) = id else {
                throw CheckError(
                    .record, field: "ground_truth.instruction_id", "an id is \(id.described); a string is expected")
            }
            if case .object(let object) = argument { result.append((id, object)) } else { result.append((id, [:])) }
        }
        return result
    }
}
