// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// The shapes of records whose check is tests of a program.
public enum ProgramShapes {
    /// In the order in which records are tried.
    public static let all: [any RecordShape] = [HumanEvalShape(), MBPPShape()]
}

/// What these shapes have in common: a prompt, a response, an id, and one check.
struct ProgramRecord {
    let root: JSONNode
    let fields: FieldNames
    /// The field of the id, where the user has not named one.
    let id: String

    init(_ root: JSONNode, fields: FieldNames, id: String) {
        self.root = root
        self.fields = fields
        self.id = id
    }

    func read(
        _ part: RecordPart, _ compiler: CheckCompiler, _ check: () throws(CheckError) -> Check
    ) throws(CheckError) -> SampleRecord {
        let reader = RecordFields(root, names: fields)
        let own = fields.id == nil ? root[named: id] : nil
        let node = own.flatMap { $0.kind == .string || $0.kind == .number ? $0 : nil }
        var record = try reader.record(part, checksField: "", id: node) { () throws(CheckError) in
            let made = try check()
            var key = JSONWriter()
            key.value(.object(made.arguments))
            return [try compiler.prepare(Array("tests".utf8) + [0] + key.bytes) { made }]
        }
        if let metadata = root["metadata"], case .object(let object) = metadata.value {
            record.sample.metadata = object
        }
        return record
    }

    /// A text that has to be there.
    static func text(_ root: JSONNode, _ name: String) throws(CheckError) -> String {
        guard let text = root[named: name]?.string else {
            throw CheckError(
                .record, field: name,
                "\"\(name)\" is \(root[named: name]?.value.described ?? "missing"); a string is expected")
        }
        return text
    }
}
