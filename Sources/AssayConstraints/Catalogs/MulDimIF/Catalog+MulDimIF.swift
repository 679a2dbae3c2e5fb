// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

extension Catalog {
    /// The constraints of MulDimIF.
    ///
    /// Each verifier takes the constraint's own sentence; ``MulDimIF/check(first:second:sentence:)``
    /// makes a check from a constraint as it stands in the data.
    public static let muldimif = Catalog(
        name: "muldimif",
        title: "A Multi-Dimensional Constraint Framework for Evaluating and Improving Instruction Following (MulDimIF)",
        reference: "Junjie-Ye/MulDimIF@efd0c02f", version: "1", hasLooseProtocol: false, failsBlank: false,
        definitions: MulDimIF.Class.allCases.map { kind in
            VerifierDefinition(
                kind.verifier, kind.summary, MulDimIF.parameters, approximation: kind.approximation
            ) { arguments, context throws(CheckError) in
                try MulDimIF.rule(kind, arguments, context)
            }
        })
}

extension MulDimIF.Class {
    /// What the verifier decides, in one line.
    var summary: String {
        switch self {
        case .contentKeywords: "keywords, as the constraint's sentence asks"
        case .contentPunctuation: "the sign at the end of the text or of its parts, as the constraint's sentence asks"
        case .contentIdentifiers: "how the text begins and ends, and citations, as the constraint's sentence asks"
        case .languageEnglish: "the case of letters, as the constraint's sentence asks"
        case .languageChinese: "simplified or traditional Chinese, as the constraint's sentence asks"
        case .lengthWords: "the number of words, as the constraint's sentence asks"
        case .lengthSentences: "the number of sentences, as the constraint's sentence asks"
        case .lengthParagraphs: "the number of paragraphs, as the constraint's sentence asks"
        case .formatMarkdown: "Markdown headings and block quotes, as the constraint's sentence asks"
        case .formatTable: "rows, columns and contents of a table, as the constraint's sentence asks"
        case .formatJSON: "levels of nesting of JSON, as the constraint's sentence asks"
        case .formatXML: "attributes of XML tags, as the constraint's sentence asks"
        }
    }

    /// What keeps the verifier from being exactly the reference's.
    var approximation: String? {
        self == .languageChinese
            ? "the tables of simplified and traditional forms are OpenCC's instead of MediaWiki's" : nil
    }
}
