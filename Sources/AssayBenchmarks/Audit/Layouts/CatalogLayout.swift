// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
package import AssayCore

/// Responses with a reference checker's verdicts: IFEval's fields beside `strict`, `loose` and `must_agree`, each a list
/// with an entry for each instruction.
///
/// An instruction whose `must_agree` is false (the reference's verdict is not the same on every run) counts for time
/// alone. Each instruction is a decision of its own; its id is the type.
package struct CatalogLayout: AuditLayout {
    /// `catalog`.
    package let name = "catalog"
    /// One line.
    package let summary =
        "IFEval's fields with a reference checker's verdicts: strict, loose, must_agree per instruction"

    package init() {}

    /// A record with `instruction_id_list` and `strict`.
    package func recognises(_ root: JSONNode) -> Bool { root["instruction_id_list"] != nil && root["strict"] != nil }

    /// Reads a record.
    package func read(_ root: JSONNode, _ request: AuditRequest) throws(CheckError) -> LabelledRecord {
        let record = try InstructionShape().read(
            root, fields: request.fields, compiler: request.compiler, part: .whole)
        let count = record.checks.count
        let strict = try CatalogLayout.verdicts(root, "strict", count)
        let loose = try CatalogLayout.verdicts(root, "loose", count)
        let mustAgree = try CatalogLayout.verdicts(root, "must_agree", count)
        guard let strict else {
            throw CheckError(.record, field: "strict", "\"strict\" is missing; a list of true and false is expected")
        }
        // A check that was given selects the instructions of its verifier.
        let selected = record.checks.indices.filter { index in
            guard let given = request.check else { return true }
            return record.checks[index].check.verifier == given.check.verifier
        }
        var sample = record.sample
        sample.checks = selected.map { record.checks[$0].check }
        return LabelledRecord(
            sample: sample, idJSON: record.idJSON, checks: .prepared(selected.map { record.checks[$0] }),
            labels: .each(
                selected.map { index in
                    guard mustAgree?[index] ?? true else { return (nil, nil) }
                    return (Expectation(passes: strict[index]), loose.map { Expectation(passes: $0[index]) })
                }),
            type: root["model"]?.string ?? "(none)", gold: nil)
    }

    /// A list of as many truth values; nil where the field is absent.
    private static func verdicts(_ root: JSONNode, _ name: String, _ count: Int) throws(CheckError) -> [Bool]? {
        guard let node = root[named: name], node.kind != .null else { return nil }
        let values = node.elements.compactMap(\.bool)
        guard node.kind == .array, values.count == count, node.elements.count == count else {
            throw CheckError(
                .record, field: name,
                "\"\(name)\" is \(node.kind == .array ? "a list of \(node.elements.count)" : node.value.described); "
                    + "a list of true and false, one for each of the \(count) instructions, is expected")
        }
        return values
    }
}
