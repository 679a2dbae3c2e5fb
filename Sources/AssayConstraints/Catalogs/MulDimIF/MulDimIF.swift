// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// The constraints of MulDimIF: sentences such as "At most 3 paragraphs" under a first and a second level.
///
///     let check = try MulDimIF.check(first: "Length", second: "Paragraphs", sentence: "At most 3 paragraphs")
///     let rule = try MulDimIF.rule(for: check)
///     rule.described   // "paragraphs: at most 3"
///
/// - Source: Ye et al., "A Multi-Dimensional Constraint Framework for Evaluating and Improving Instruction Following in
///   Large Language Models", 2025, arXiv:2505.07591.
public enum MulDimIF {
    /// The twelve classes of constraints under which results are summed up; each is a verifier.
    public enum Class: String, Sendable, CaseIterable {
        case contentKeywords = "content_keywords", contentPunctuation = "content_punctuation"
        case contentIdentifiers = "content_identifiers", languageEnglish = "language_english"
        case languageChinese = "language_chinese", lengthWords = "length_words", lengthSentences = "length_sentences"
        case lengthParagraphs = "length_paragraphs", formatMarkdown = "format_markdown", formatTable = "format_table"
        case formatJSON = "format_json", formatXML = "format_xml"

        /// The verifier's id: `muldimif:length_words`.
        public var verifier: VerifierID { VerifierID("muldimif:\(rawValue)") }

        /// The class as the publication writes it: `Length_Words`.
        public var title: String {
            switch self {
            case .contentKeywords: "Content_Keywords"
            case .contentPunctuation: "Content_Punctuation"
            case .contentIdentifiers: "Content_Identifiers"
            case .languageEnglish: "Language_English"
            case .languageChinese: "Language_Chinese"
            case .lengthWords: "Length_Words"
            case .lengthSentences: "Length_Sentences"
            case .lengthParagraphs: "Length_Paragraphs"
            case .formatMarkdown: "Format_Markdown"
            case .formatTable: "Format_Table"
            case .formatJSON: "Format_Json"
            case .formatXML: "Format_XML"
            }
        }

        /// How sentences of the class are read where no pair of levels is given.
        var reader: Reader {
            switch self {
            case .contentKeywords: .keywords
            case .contentPunctuation: .punctuation
            case .contentIdentifiers: .fixed
            case .languageEnglish: .english
            case .languageChinese: .chinese
            case .lengthWords: .words
            case .lengthSentences: .sentences
            case .lengthParagraphs: .paragraphs
            case .formatMarkdown: .markdown
            case .formatTable: .table
            case .formatJSON: .json
            case .formatXML: .others
            }
        }
    }

    /// Reads sentences; a class is not always read by the reader of its name.
    enum Reader: String, Sendable {
        case keywords, punctuation, fixed, english, chinese, words, sentences, paragraphs, markdown, table, json, others
    }

    /// The longest sentence that is read, in scalars.
    static let longestSentence = 20_000

    /// The check for a constraint as it stands in the data.
    ///
    /// - Throws: `CheckError` with code `verifier` for a pair of levels that is not known; it names the pair.
    public static func check(first: String, second: String, sentence: String) throws(CheckError) -> Check {
        let entry = try entry(first: first, second: second)
        return Check(
            entry.class.verifier,
            ["constraint": .string(sentence), "first": .string(first), "second": .string(second)], catalog: "muldimif")
    }

    /// The class of a pair of levels.
    ///
    /// - Throws: `CheckError` with code `verifier` for a pair that is not known; it names the pair.
    public static func canonicalClass(first: String, second: String) throws(CheckError) -> Class {
        try entry(first: first, second: second).class
    }

    /// The rule for a check of this catalog, with what was understood.
    ///
    /// - Throws: `CheckError` as `VerifierRegistry.make(_:in:)` does.
    public static func rule(
        for check: Check, in context: RuleContext = RuleContext()
    ) throws(CheckError) -> MulDimIFRule {
        guard let kind = Class.allCases.first(where: { $0.verifier == check.verifier }) else {
            throw CheckError(.verifier, "\"\(check.verifier)\" is not a verifier of the catalog \"muldimif\"")
        }
        return try rule(kind, Arguments(check.arguments, parameters: parameters), context)
    }

    static let parameters: [Parameter] = [
        .required("constraint", .string, "the constraint's sentence"),
        .optional("first", .string, "the first level, as in the data"),
        .optional("second", .string, "the second level, as in the data"),
    ]

    static func rule(_ kind: Class, _ arguments: Arguments, _ context: RuleContext) throws(CheckError) -> MulDimIFRule {
        let sentence = ScalarText(try arguments.string("constraint"))
        guard sentence.count <= longestSentence else {
            throw .argument(
                "constraint", found: "\(sentence.count) characters long",
                expected: "a sentence of at most \(longestSentence)")
        }
        var reader = kind.reader
        switch (arguments.string(ifGiven: "first"), arguments.string(ifGiven: "second")) {
        case (nil, nil): break
        case (let first?, let second?):
            let entry = try entry(first: first, second: second)
            guard entry.class == kind else {
                throw CheckError(
                    .argument, field: "second",
                    "\"\(first)\", \"\(second)\" belongs to \"\(entry.class.verifier)\", not to \"\(kind.verifier)\"")
            }
            reader = entry.reader
        case (nil, _): throw .argument("first", found: "missing", expected: "a string beside \"second\"")
        case (_, nil): throw .argument("second", found: "missing", expected: "a string beside \"first\"")
        }
        return MulDimIFRule(read(sentence, reader, context.conformance), conformance: context.conformance)
    }

    private static func read(
        _ sentence: ScalarText, _ reader: Reader, _ conformance: Conformance
    ) -> any MulDimIFReading {
        switch reader {
        case .keywords: return KeywordsReading(sentence, conformance: conformance)
        case .punctuation: return PunctuationReading(sentence, conformance: conformance)
        case .fixed: return FixedReading(sentence)
        case .english: return EnglishReading(sentence, conformance: conformance)
        case .chinese: return ChineseReading(sentence, conformance: conformance)
        case .words:
            if each.occurs(in: sentence) { return WordsOfEachReading(sentence) ?? ErrorReading() }
            return WordsReading(sentence, conformance: conformance) ?? ErrorReading()
        case .sentences: return SentencesReading(sentence, conformance: conformance)
        case .paragraphs: return ParagraphsReading(sentence, conformance: conformance)
        case .markdown: return MarkdownReading(sentence, conformance: conformance)
        case .table: return TableReading(sentence, conformance: conformance)
        case .json: return JSONNestingReading(sentence)
        case .others: return OthersReading(sentence)
        }
    }

    private static let each = SentencePattern(#"\beach\b"#, ignoresCase: true)
}

/// A sentence that makes the reference checker raise an error.
struct ErrorReading: MulDimIFReading {
    var described: String { "nothing" }
    var unreadable: String? { "the number in the constraint is not recognised" }
    func judge(_ text: Text, _ note: ((Evidence) -> Void)?) -> Bool? { nil }
}
