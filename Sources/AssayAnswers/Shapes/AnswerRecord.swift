// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore

/// What the shapes of this target have in common: a question, a gold, a response, and one check.
package struct AnswerRecord {
    /// A gold as it stands in a record, and the field it stands in.
    package typealias Gold = (value: JSONValue, field: String)

    /// The record.
    package let root: JSONNode
    /// Names that the user has given.
    package let fields: FieldNames
    /// The object with question and options, where that is not the record itself.
    package let inner: JSONNode

    /// Creates a reader.
    package init(_ root: JSONNode, fields: FieldNames, inner: JSONNode? = nil) {
        self.root = root
        self.fields = fields
        self.inner = inner ?? root
    }

    /// Reads the sample.
    ///
    /// - Parameters:
    ///   - part: what has to be there.
    ///   - compiler: makes the check.
    ///   - responseNames: fields of a response beside those of every shape.
    ///   - arguments: those of the check beside gold and options.
    ///   - gold: finds the gold, if the user has not named its field.
    /// - Returns: the sample with its check.
    /// - Throws: `CheckError` where question, gold, options or response cannot be read.
    package func read(
        _ part: RecordPart, _ compiler: CheckCompiler, responseNames: [String] = [], arguments: JSONObject = [:],
        gold: () throws(CheckError) -> Gold
    ) throws(CheckError) -> SampleRecord {
        var sample = Sample()
        let id = fields.id.flatMap { root[path: $0] } ?? AnswerRecord.id(root) ?? AnswerRecord.id(inner)
        sample.id = id?.text
        sample.messages = try RecordFields(inner, names: FieldNames(prompt: fields.prompt)).messages()
        if part != .checks { sample.responses = try responses(responseNames) }
        sample.metadata = metadata()
        var checks: [PreparedCheck] = []
        if part != .responses {
            let found = if let name = fields.gold { try named(name) } else { try gold() }
            checks = [try check(found, arguments, sample.prompt, compiler)]
        }
        sample.checks = checks.map(\.check)
        return SampleRecord(sample: sample, idJSON: id.map { Array($0.raw) }, checks: checks, checksField: "")
    }

    private func named(_ name: String) throws(CheckError) -> Gold {
        guard let node = root[path: name] else {
            throw CheckError(.record, field: name, "there is no field \"\(name)\"; it was given as the gold's")
        }
        return (node.value, name)
    }

    private static func id(_ root: JSONNode) -> JSONNode? {
        let candidates = [root["id"], root["key"], root["unique_id"], root["doc_id"], root["extra_info"]?["index"]]
        return candidates.lazy.compactMap(\.self).first { $0.kind == .string || $0.kind == .number }
    }

    private func responses(_ names: [String]) throws(CheckError) -> [Response] {
        var fields = fields
        if fields.response == nil, !RecordFields.responseNames.contains(where: { root[named: $0] != nil }) {
            fields.response = names.first { root[named: $0] != nil }
        }
        return try RecordFields(root, names: fields).responses()
    }

    private func check(
        _ gold: Gold, _ arguments: JSONObject, _ question: String?, _ compiler: CheckCompiler
    ) throws(CheckError) -> PreparedCheck {
        var arguments = arguments
        arguments["gold"] = gold.value
        let node = if let name = fields.options { root[path: name] } else { inner["options"] ?? inner["choices"] }
        if let node, node.kind != .null {
            if let listed = AnswerRecord.listed(node) {
                arguments["question"] = .string((question ?? "") + listed)
            } else if case .object(let object) = node.value {
                if !object.isEmpty { arguments["options"] = .object(object) }
            } else if fields.options != nil {
                throw .argument(
                    "options", found: node.value.described, expected: "an object, or the texts of a choice's options")
            }
        }
        var key = JSONWriter()
        key.value(.object(arguments))
        return compiler.prepare(Array("answer \(gold.field)".utf8) + [0] + key.bytes, orFailAs: "answer") {
            () throws(CheckError) in
            // Read here so that one that is no answer is named by the record's own field.
            _ = try GoldAnswers.read(gold.value, field: gold.field, keepsLiterals: true)
            return Check("answer", arguments)
        }
    }

    /// The options of a choice as lines that a question would have: `A. 12 metres`.
    ///
    /// They stand in a list, or as `text` and `label` beside each other.
    private static func listed(_ node: JSONNode) -> String? {
        let texts = (node["text"] ?? node).elements.map(\.text)
        guard !texts.isEmpty, texts.count <= 26 else { return nil }
        let labels = node["label"]?.elements.map(\.text) ?? []
        var lines = ""
        for (index, text) in texts.enumerated() {
            guard let text, let letter = Unicode.Scalar(UInt32(0x41 + index)) else { return nil }
            let label = labels.count == texts.count ? labels[index] : nil
            lines += "\n\(label ?? String(letter)). \(text)"
        }
        return lines
    }

    /// What the record carries beside question, gold and response: its `metadata`, and labels to compare verdicts with.
    private func metadata() -> JSONObject {
        var result: JSONObject = [:]
        if case .object(let object)? = root["metadata"]?.value { result = object }
        for name in AnswerRecord.carried {
            if let node = root[named: name], result[name] == nil { result[name] = node.value }
        }
        return result
    }

    private static let carried = ["expected", "expected_class", "type", "level", "subject", "data_source", "model"]
}
