// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// MulDimIF's records: `conversations`, `constraints` as lists of first level, second level and sentence, and a response.
///
/// The layout of the checkers' own tests is read too: `checker`, `constraint`, `response`.
public struct MulDimIFShape: RecordShape {
    /// `muldimif`.
    public let name = "muldimif"
    /// One line.
    public let summary = "MulDimIF: constraints ([first, second, sentence]), response or a last assistant turn"

    /// Creates the shape.
    public init() {}

    /// A record with `constraints`, or with `checker` and `constraint`.
    public func recognises(_ root: JSONNode) -> Bool {
        if let constraints = root["constraints"] { return constraints.elements.first?.kind == .array }
        return root["checker"]?.kind == .string && root["constraint"]?.kind == .string
    }

    /// Reads a record.
    ///
    /// A constraint that cannot be read is an error of its own; the others are decided.
    public func read(
        _ root: JSONNode, fields: FieldNames, compiler: CheckCompiler, part: RecordPart
    ) throws(CheckError) -> SampleRecord {
        try RecordFields(root, names: fields).record(part, checksField: "constraints") { () throws(CheckError) in
            root["constraints"] == nil && root["constraint"] != nil
                ? [MulDimIFShape.selfTest(root, compiler)] : try MulDimIFShape.constraints(root, compiler)
        }
    }

    private static func constraints(
        _ root: JSONNode, _ compiler: CheckCompiler
    ) throws(CheckError) -> [PreparedCheck] {
        guard let list = root["constraints"], list.kind == .array else {
            throw CheckError(
                .record, field: "constraints",
                "\"constraints\" is \(root["constraints"]?.kind.described ?? "missing"); "
                    + "a list of [first level, second level, sentence] is expected")
        }
        return list.elements.map { node in
            compiler.prepare(Array("muldimif".utf8) + [0] + node.raw, orFailAs: "muldimif") {
                () throws(CheckError) in
                let parts = node.kind == .array ? node.elements.map(\.string) : []
                guard parts.count == 3, let first = parts[0], let second = parts[1], let sentence = parts[2] else {
                    throw CheckError(
                        .record,
                        "a constraint is \(described(node)); three strings (first level, second level, sentence) are expected"
                    )
                }
                return try MulDimIF.check(first: first, second: second, sentence: sentence)
            }
        }
    }

    private static func described(_ node: JSONNode) -> String {
        guard node.kind == .array else { return node.kind.described }
        return "a list of \(node.elements.count) values"
    }

    /// The check of a record of the checkers' own tests.
    private static func selfTest(_ root: JSONNode, _ compiler: CheckCompiler) -> PreparedCheck {
        let checker = root["checker"]?.string ?? ""
        let sentence = root["constraint"]?.string ?? ""
        let key = Array("muldimif-test".utf8) + [0] + Array(checker.utf8) + [0] + Array(sentence.utf8)
        return compiler.prepare(key, orFailAs: "muldimif") { () throws(CheckError) in
            guard let levels = selfTestLevels[checker] else {
                let near = NearestName.find(checker, in: selfTestLevels.keys.sorted())
                throw CheckError(
                    .verifier,
                    "there is no checker \"\(checker)\"" + (near.map { "; \"\($0)\" is the nearest" } ?? ""))
            }
            return try MulDimIF.check(first: levels.first, second: levels.second, sentence: sentence)
        }
    }

    /// A pair of levels that each checker's script decides.
    private static let selfTestLevels: [String: (first: String, second: String)] = [
        "Content_Keywords": ("Content", "Keywords"), "Content_Others": ("Content", "Identifiers"),
        "Content_Punctuation": ("Content", "Punctuation"), "Format_Json": ("Format", "Json"),
        "Format_Markdown": ("Format", "Markdown"), "Format_Others": ("Format", "XML"),
        "Format_Table": ("Format", "Table"), "Language_Chinese": ("Language", "Chinese"),
        "Language_English": ("Language", "English"), "Length_Paragraphs": ("Length", "Paragraphs"),
        "Length_Sentences": ("Length", "Sentences"), "Length_Words": ("Length", "Words"),
    ]
}
