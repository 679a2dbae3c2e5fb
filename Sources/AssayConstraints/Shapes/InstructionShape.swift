// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// IFEval's records, and those of the benchmarks that follow it: `prompt`, `instruction_id_list`, `kwargs`.
///
/// The field `catalog` or `family` of a record says whose ids are meant where one id stands in two.
public struct InstructionShape: RecordShape {
    /// `ifeval`.
    public let name = "ifeval"
    /// One line.
    public let summary = "IFEval, IFBench, M-IFEval: key, prompt, instruction_id_list, kwargs, response"

    /// Creates the shape.
    public init() {}

    /// A record with `instruction_id_list`.
    public func recognises(_ root: JSONNode) -> Bool { root["instruction_id_list"] != nil }

    /// Reads a record.
    public func read(
        _ root: JSONNode, fields: FieldNames, compiler: CheckCompiler, part: RecordPart
    ) throws(CheckError) -> SampleRecord {
        try RecordFields(root, names: fields).record(part, checksField: "kwargs") { () throws(CheckError) in
            try InstructionShape.checks(root, compiler: compiler)
        }
    }

    /// The checks of `instruction_id_list` and `kwargs`.
    static func checks(_ root: JSONNode, compiler: CheckCompiler) throws(CheckError) -> [PreparedCheck] {
        guard let ids = root["instruction_id_list"], ids.kind == .array else {
            throw CheckError(
                .record, field: "instruction_id_list",
                "\"instruction_id_list\" is \(root["instruction_id_list"]?.kind.described ?? "missing"); a list of ids is expected"
            )
        }
        let idNodes = ids.elements
        guard let arguments = root["kwargs"], arguments.kind == .array else {
            throw CheckError(
                .record, field: "kwargs",
                "\"kwargs\" is \(root["kwargs"]?.kind.described ?? "missing"); a list of \(idNodes.count) objects is expected"
            )
        }
        let argumentNodes = arguments.elements
        guard argumentNodes.count == idNodes.count else {
            throw CheckError(
                .record, field: "kwargs",
                "\"kwargs\" has \(argumentNodes.count) entries and \"instruction_id_list\" \(idNodes.count); as many are expected"
            )
        }
        let catalog = (root["catalog"] ?? root["family"])?.stringBytes ?? []
        var result: [PreparedCheck] = []
        result.reserveCapacity(idNodes.count)
        for index in idNodes.indices {
            guard let id = idNodes[index].string else {
                throw CheckError(
                    .record, field: "instruction_id_list[\(index)]",
                    "\"instruction_id_list[\(index)]\" is \(idNodes[index].kind.described); an id is expected")
            }
            let node = argumentNodes[index]
            guard node.kind == .object || node.kind == .null else {
                throw CheckError(
                    .record, field: "kwargs[\(index)]",
                    "\"kwargs[\(index)]\" is \(node.kind.described); an object is expected")
            }
            var key = catalog
            key.append(0)
            key.append(contentsOf: id.utf8)
            key.append(0)
            key.append(contentsOf: node.raw)
            result.append(
                try compiler.prepare(key) { () throws(CheckError) in
                    var check = Check(VerifierID(id))
                    if case .object(let object) = node.value { check.arguments = object }
                    if !catalog.isEmpty { check.catalog = String(decoding: catalog, as: UTF8.self) }
                    return check
                })
        }
        return result
    }
}

/// lm-evaluation-harness's `samples_*.jsonl` of the IFEval tasks: the instructions stand in `doc`.
public struct HarnessShape: RecordShape {
    /// `lm-eval`.
    public let name = "lm-eval"
    /// One line.
    public let summary = "lm-evaluation-harness samples_*.jsonl: doc, resps or filtered_resps"

    /// Creates the shape.
    public init() {}

    /// A record whose `doc` has `instruction_id_list`.
    public func recognises(_ root: JSONNode) -> Bool { root["doc"]?["instruction_id_list"] != nil }

    /// Reads a record.
    public func read(
        _ root: JSONNode, fields: FieldNames, compiler: CheckCompiler, part: RecordPart
    ) throws(CheckError) -> SampleRecord {
        guard let document = root["doc"] else {
            throw CheckError(.record, field: "doc", "\"doc\" is missing; an object is expected")
        }
        let inner = RecordFields(document, names: FieldNames(prompt: fields.prompt))
        var sample = Sample()
        let id = fields.id.flatMap { root[path: $0] } ?? inner.id() ?? root["doc_id"]
        sample.id = id?.text
        sample.messages = try inner.messages()
        if part != .checks { sample.responses = try RecordFields(root, names: fields).responses() }
        let checks = part == .responses ? [] : try InstructionShape.checks(document, compiler: compiler)
        sample.checks = checks.map(\.check)
        return SampleRecord(sample: sample, idJSON: id.map { Array($0.raw) }, checks: checks, checksField: "doc.kwargs")
    }
}
