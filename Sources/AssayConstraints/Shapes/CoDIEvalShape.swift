// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// CoDI-Eval's records: `instruction`, and by task `label`, `label1` and `label2`, or `context_id`; the response in `text`.
///
/// The task is `task`, or what the fields tell: two labels are `multi`, a context is `detoxic`, a list of numbers `length`, a
/// list of words `keyword`, one label `sentiment` or `topic`.
public struct CoDIEvalShape: RecordShape {
    /// `codi-eval`.
    public let name = "codi-eval"
    /// One line.
    public let summary = "CoDI-Eval: instruction, label or label1 and label2 or context_id, text or response"

    /// The benchmark's tasks.
    enum Task: String, CaseIterable {
        case sentiment, topic, multi, length, keyword, detoxic
    }

    /// Creates the shape.
    public init() {}

    /// A record whose `instruction` comes with labels as CoDI-Eval has them.
    public func recognises(_ root: JSONNode) -> Bool {
        guard root["instruction"]?.kind == .string else { return false }
        switch CoDIEvalShape.task(of: root) {
        case .sentiment, .topic: return root["label"]?.string.map(CoDIEval.isLabel) ?? false
        case .some: return true
        case nil: return false
        }
    }

    /// Reads a record.
    public func read(
        _ root: JSONNode, fields: FieldNames, compiler: CheckCompiler, part: RecordPart
    ) throws(CheckError) -> SampleRecord {
        var fields = fields
        if fields.prompt == nil, root["instruction"] != nil { fields.prompt = "instruction" }
        if fields.response == nil, root["text"] != nil,
            !RecordFields.responseNames.contains(where: { root[named: $0] != nil })
        {
            fields.response = "text"
        }
        return try RecordFields(root, names: fields).record(part, checksField: "checks") { () throws(CheckError) in
            try CoDIEvalShape.checks(root, compiler)
        }
    }

    /// The task that the fields tell.
    private static func task(of root: JSONNode) -> Task? {
        if let name = root["task"]?.string, let task = Task(rawValue: name == "toxicity" ? "detoxic" : name) {
            return task
        }
        if root["label1"]?.kind == .string, root["label2"]?.kind == .string { return .multi }
        if let label = root["label"] {
            if let first = label.elements.first { return first.kind == .number ? .length : .keyword }
            guard let text = label.string else { return nil }
            return CoDIEval.sentiments.contains(text) ? .sentiment : .topic
        }
        return root["context_id"] == nil ? nil : .detoxic
    }

    private static func checks(_ root: JSONNode, _ compiler: CheckCompiler) throws(CheckError) -> [PreparedCheck] {
        guard let task = task(of: root) else {
            if let name = root["task"]?.string {
                throw CheckError(
                    .record, field: "task",
                    "\"task\" is \"\(name)\"; one of \(Task.allCases.map(\.rawValue).joined(separator: ", ")) is expected"
                )
            }
            throw CheckError(
                .record, field: "label",
                "\"label\" is \(root["label"]?.kind.described ?? "missing"); a label, a list of words, or "
                    + "the fewest and the most words are expected")
        }
        var key = Array("codi-eval".utf8) + [0] + Array(task.rawValue.utf8)
        for name: StaticString in ["label", "label1", "label2", "anti_label", "mode"] {
            key.append(0)
            key += root[name]?.raw ?? []
        }
        switch task {
        case .sentiment, .topic: return [try classCheck("label", root, key, compiler)]
        case .multi:
            return [
                try classCheck("label1", root, key + [1], compiler),
                try classCheck("label2", root, key + [2], compiler),
            ]
        case .detoxic: return [try compiler.prepare(key) { Check("codi:toxicity", catalog: "codi-eval") }]
        case .length:
            return [
                try compiler.prepare(key) { () throws(CheckError) in
                    let bounds = root["label"]?.elements ?? []
                    guard bounds.count == 2, bounds.allSatisfy({ $0.kind == .number }) else {
                        throw CheckError(
                            .record, field: "label",
                            "\"label\" is \(described(root["label"])); the fewest and the most words are expected")
                    }
                    if let low = bounds[0].number?.double, let high = bounds[1].number?.double, low > high {
                        throw CheckError(
                            .argument, field: "label",
                            "\"label\" is [\(bounds[0].value.described), \(bounds[1].value.described)]; "
                                + "the fewest words may not be above the most")
                    }
                    var arguments: JSONObject = ["low": bounds[0].value, "high": bounds[1].value]
                    if let mode = root["mode"] { arguments["mode"] = mode.value }
                    return Check("codi:length", arguments, catalog: "codi-eval")
                }
            ]
        case .keyword:
            return [
                try compiler.prepare(key) { () throws(CheckError) in
                    guard let label = root["label"] else {
                        throw CheckError(.record, field: "label", "\"label\" is missing; a list of words is expected")
                    }
                    var arguments: JSONObject = ["label": label.value]
                    if let avoided = root["anti_label"] { arguments["anti_label"] = avoided.value }
                    return Check("codi:keyword", arguments, catalog: "codi-eval")
                }
            ]
        }
    }

    private static func classCheck(
        _ field: String, _ root: JSONNode, _ key: [UInt8], _ compiler: CheckCompiler
    ) throws(CheckError) -> PreparedCheck {
        try compiler.prepare(key) { () throws(CheckError) in
            guard let label = root[named: field]?.string else {
                throw CheckError(
                    .record, field: field, "\"\(field)\" is \(described(root[named: field])); a label is expected")
            }
            return Check("codi:class", ["label": .string(label)], id: field, catalog: "codi-eval")
        }
    }

    private static func described(_ node: JSONNode?) -> String {
        guard let node else { return "missing" }
        return node.kind == .array ? "a list of \(node.elements.count) values" : node.kind.described
    }
}
