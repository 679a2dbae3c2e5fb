// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

extension MulDimIF {
    /// The class of a pair of levels, and how its sentences are read.
    struct Entry: Sendable {
        let `class`: Class
        let reader: Reader
    }

    static func entry(first: String, second: String) throws(CheckError) -> Entry {
        let key = "\(first)_\(second)"
        if let entry = entries[key] { return entry }
        let near = NearestName.find(key, in: entries.keys.sorted())
        throw CheckError(
            .verifier,
            "the pair \"\(first)\", \"\(second)\" is not a pair of levels of MulDimIF"
                + (near.map { "; \"\($0)\" (first_second) is the nearest" } ?? ""))
    }

    /// Every spelling of a pair, with `_` between its levels.
    static let entries: [String: Entry] = {
        var entries: [String: Entry] = [:]
        func add(_ kind: Class, _ reader: Reader? = nil, _ pairs: String...) {
            for pair in pairs { entries[pair] = Entry(class: kind, reader: reader ?? kind.reader) }
        }
        add(.contentKeywords, nil, "Content_Keywords", "Content_Keywords: Must include")
        add(.contentKeywords, .fixed, "Content_Mention")
        add(
            .lengthWords, nil, "Length_Words", "Length_Words: At most", "Length_Words: At least",
            "Length_Words: Range", "Words_At most", "Format_Word Count")
        add(.lengthWords, .fixed, "Content_Length")
        add(.lengthWords, .others, "Format_Blurb", "Format_Length")
        add(
            .lengthSentences, nil, "Length_Sentences", "Length_Sentences: At least", "Length_Sentences: At most",
            "Length_Sentences: Range", "Sentences_At most", "Sentences_At least")
        add(
            .lengthParagraphs, nil, "Length_Paragraphs", "Length_Paragraphs: At most",
            "Length_Paragraphs: At least", "Length_Paragraphs: Range", "Paragraphs_At most")
        add(
            .formatTable, nil, "Format_Table", "Table_Row limit", "Table_Column limit", "Format_Table: Row limit",
            "Format_Table: Column limit")
        add(.formatTable, .others, "Table_Table")
        add(
            .contentPunctuation, nil, "Punctuation_Ending punctuation", "Content_Punctuation: Ending punctuation",
            "Content_Punctuation")
        add(.contentPunctuation, .fixed, "Content_Quotes")
        add(
            .languageEnglish, nil, "Language_English", "Language_English: Capitalized",
            "Language_English: All Uppercase")
        add(
            .formatMarkdown, nil, "Format_Markdown", "Markdown_Heading levels", "Format_Markdown: Heading levels",
            "Markdown_Block quotes")
        add(.formatMarkdown, .others, "Format_Markdown: Block quotes")
        add(.formatJSON, nil, "Json_Object nesting levels", "Format_Json", "Json_Number of attributes")
        add(
            .languageChinese, nil, "Language_Chinese", "Language_Chinese: Simplified",
            "Language_Chinese: Traditional")
        add(.contentIdentifiers, .fixed, "Content_Identifiers", "Citations_In-text", "Content_Sources")
        add(.contentIdentifiers, .others, "Format_Text", "References_Format", "Format_Bullet Points")
        add(.formatXML, .others, "XML_Number of attributes", "Format_XML")
        return entries
    }()
}
