// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore

/// A layout of labelled records that is read as it is.
package protocol AuditLayout: Sendable {
    /// The name that `--as` takes.
    var name: String { get }
    /// One line for people: whose layout, and the fields that tell it.
    var summary: String { get }
    /// Whether a record with these fields has this layout.
    func recognises(_ root: JSONNode) -> Bool
    /// Reads a record.
    ///
    /// - Throws: `CheckError` that names the field, what was found, and what was expected.
    func read(_ root: JSONNode, _ request: AuditRequest) throws(CheckError) -> LabelledRecord
}

/// What a layout needs to know besides the record.
package struct AuditRequest {
    /// The check that is audited; nil where the records bring their own.
    package let check: AuditedCheck?
    /// Names of fields that the user has given.
    package let fields: FieldNames
    /// Makes the checks that records bring.
    package let compiler: CheckCompiler
    /// The label's field, where the user has named it.
    package var expectedField: String?
    /// The field of recorded verdicts, where they are measured.
    package var verdictField: String?

    /// The check that was given.
    ///
    /// - Throws: `CheckError` where none was.
    func givenCheck() throws(CheckError) -> AuditedCheck {
        guard let check else {
            throw CheckError(
                .argument, field: "--check",
                "the records bring no checks of their own; --check with a verifier is expected")
        }
        return check
    }
}

/// The layouts that are known, in the order in which a record is tried against them.
public enum AuditLayouts {
    package static let all: [any AuditLayout] = [
        CatalogLayout(), VerifierBenchLayout(), VerifyBenchLayout(), AnswerPairLayout(), LabelledSampleLayout(),
    ]

    /// The names, for help texts.
    public static var names: String { all.map(\.name).joined(separator: ", ") }

    /// Name and one line about each layout.
    public static var summaries: [(name: String, summary: String)] { all.map { ($0.name, $0.summary) } }

    /// The layout of that name.
    ///
    /// - Throws: `CheckError` that names the nearest one.
    package static func layout(named name: String) throws(CheckError) -> any AuditLayout {
        if let layout = all.first(where: { $0.name == name }) { return layout }
        let near = NearestName.find(name, in: all.map(\.name))
        throw CheckError(
            .record,
            "there is no layout of labelled records \"\(name)\"; "
                + (near.map { "\"\($0)\" is the nearest; " } ?? "") + "known: \(names)")
    }

    /// The first layout that recognises a record.
    ///
    /// - Throws: `CheckError` that names the record's fields.
    package static func recognise(_ root: JSONNode) throws(CheckError) -> any AuditLayout {
        if let layout = all.first(where: { $0.recognises(root) }) { return layout }
        let keys = root.members.prefix(12).map { "\"\($0.key)\"" }.joined(separator: ", ")
        throw CheckError(
            .record,
            "the record has no label that is known: it has \(keys.isEmpty ? "no fields" : keys), and none of expected, "
                + "expected_class, gold_judgment, gold_correct, strict; --expected-field names another, or --as one of \(names)"
        )
    }
}

extension JSONNode {
    /// The text of a field that has to be there.
    func neededText(_ name: String) throws(CheckError) -> String {
        guard let node = self[named: name] else {
            throw CheckError(.record, field: name, "\"\(name)\" is missing; a string is expected")
        }
        guard let text = node.string else {
            throw CheckError(.record, field: name, "\"\(name)\" is \(node.value.described); a string is expected")
        }
        return text
    }

    /// The reference answer of a field: a text, a number, or a list of texts of which any may match.
    func reference(_ name: String) throws(CheckError) -> JSONValue? {
        guard let node = self[path: name], node.kind != .null else { return nil }
        switch node.kind {
        case .string: return .string(node.string ?? "")
        case .number, .bool: return .string(String(decoding: node.raw, as: UTF8.self))
        case .array where node.elements.allSatisfy({ $0.kind == .string }): return node.value
        default:
            throw CheckError(
                .record, field: name,
                "\"\(name)\" is \(node.value.described); a string or a list of strings is expected")
        }
    }
}

extension JSONValue {
    /// The text of a reference answer that is one text, also as a Python list of one (`['C']`), as some sources have it.
    var singleText: String? {
        switch self {
        case .string(let text):
            if text.hasPrefix("["), case .array(let elements)? = PythonLiteral.parse(text), elements.count == 1,
                case .string(let only) = elements[0]
            {
                only
            } else {
                text
            }
        case .array(let elements) where elements.count == 1:
            if case .string(let text) = elements[0] { text } else { nil }
        default: nil
        }
    }
}
