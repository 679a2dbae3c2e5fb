// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// What another grader has decided, as a check of its own: so it is counted and shown like any verdict.
///
/// A field holds `true` or `false`, `1` or `0`, a label of Assay's (`pass`, `fail`, `invalid`, `abstain`), a class
/// (`correct`, `incorrect`, `A`, `B`, `C`), `null` where the grader has not decided, or a verdict of `assay verify --annotate`.
struct RecordedVerdict: Rule {
    static let id: VerifierID = "recorded"

    let label: Label

    func decide(_ input: borrowing RuleInput) -> Verdict { Verdict(label) }

    static let definition = VerifierDefinition(
        id, "a verdict that stands in the record", [.required("label", .string)]
    ) { arguments, _ throws(CheckError) in
        let word = try arguments.string("label")
        guard let label = Label(rawValue: word) else {
            throw .argument("label", found: word, expected: "pass, fail, invalid or abstain")
        }
        return RecordedVerdict(label: label)
    }

    /// The verdict that a field holds.
    ///
    /// - Throws: `CheckError` where there is none.
    static func label(_ root: JSONNode, _ field: String) throws(CheckError) -> Label {
        guard let node = root[path: field] else {
            throw CheckError(
                .record, field: field, "there is no field \"\(field)\"; it was given as the recorded verdict's")
        }
        if node.kind == .null { return .abstain }
        let value = node.kind == .object ? node["label"] ?? node : node
        if let passes = value.truth { return passes ? .pass : .fail }
        if let word = value.string {
            if let label = Label(rawValue: word) { return label }
            switch ResponseClass(word: word) {
            case .correct: return .pass
            case .incorrect: return .fail
            case .invalid: return .invalid
            case nil: break
            }
        }
        throw CheckError(
            .record, field: field,
            "\"\(field)\" is \(node.value.described); true, false, null, a label such as pass, or a verdict is expected"
        )
    }
}

extension Catalog {
    /// Verdicts of other graders, for `assay audit --verdict-field`.
    static let recorded = Catalog(
        name: "recorded", title: "Verdicts that stand in the records", reference: "", version: "1",
        hasLooseProtocol: false, failsBlank: false, definitions: [RecordedVerdict.definition])
}

extension JSONNode {
    /// A truth value, or 1 and 0, as numbers.
    var truth: Bool? {
        if let bool { return bool }
        switch number?.double {
        case 1: return true
        case 0: return false
        default: return nil
        }
    }
}
