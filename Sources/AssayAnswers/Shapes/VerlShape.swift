// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// verl's rows (`data_source`, `prompt`, `reward_model` with `ground_truth`), the arguments of its reward functions
/// (`data_source`, `solution_str`, `ground_truth`), and the rollouts that it logs (`input`, `output`, `gts`).
public struct VerlShape: RecordShape {
    /// `verl`.
    public let name = "verl"
    /// One line.
    public let summary =
        "verl: data_source, prompt, reward_model.ground_truth, response or solution_str; or input, output, gts"

    /// Creates the shape.
    public init() {}

    /// A record with a ground truth in one of the three places.
    public func recognises(_ root: JSONNode) -> Bool {
        root["reward_model"]?["ground_truth"] != nil
            || root["data_source"] != nil && root["ground_truth"] != nil
            || root["gts"] != nil && root["output"] != nil
    }

    private static let places = ["reward_model.ground_truth", "ground_truth", "gts"]

    /// Reads a record.
    ///
    /// A ground truth that is an object has its answers in `target`.
    public func read(
        _ root: JSONNode, fields: FieldNames, compiler: CheckCompiler, part: RecordPart
    ) throws(CheckError) -> SampleRecord {
        var fields = fields
        if fields.prompt == nil, root["prompt"] == nil {
            fields.prompt = ["extra_info.question", "input"].first { root[path: $0]?.kind == .string }
        }
        return try AnswerRecord(root, fields: fields).read(part, compiler, responseNames: ["solution_str"]) {
            () throws(CheckError) in
            for place in VerlShape.places {
                guard let node = root[path: place] else { continue }
                return node["target"].map { ($0.value, place + ".target") } ?? (node.value, place)
            }
            throw CheckError(
                .record, field: VerlShape.places[0], "there is no field \"\(VerlShape.places[0])\"; one is expected")
        }
    }
}
