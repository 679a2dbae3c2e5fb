// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// Passes when the response has a number of paragraphs, parted by two line feeds, and one of them begins with words.
///
/// Blank paragraphs are left out of the number; as the reference checker has it, they are not left out when the n-th is
/// looked for.
struct ParagraphStart: Rule {
    /// How the beginning is compared.
    enum Language: Sendable {
        /// Word by word, in any case, punctuation deleted.
        case spanish
        /// Sign by sign, after marks of markdown and opening brackets.
        case japanese
    }

    private let paragraphs: Int
    private let nth: Int
    private let words: String
    private let language: Language
    private let skipsBlank: Bool
    private let form: [UInt8]
    private let expected: [[UInt8]]

    /// Creates the rule.
    ///
    /// - Throws: `CheckError` where there is no n-th among so many paragraphs.
    init(paragraphs: Int, nth: Int, words: String, language: Language, _ context: RuleContext) throws(CheckError) {
        guard nth >= 1, nth <= paragraphs else {
            throw .argument(
                "nth_paragraph", found: "\(nth)", expected: "an integer from 1 to the number of paragraphs")
        }
        self.paragraphs = paragraphs
        self.nth = nth
        self.words = words
        self.language = language
        skipsBlank = context.conformance == .corrected
        let form = UnicodeText.lowercased(Array(words.utf8))
        self.form = form
        expected = UnicodeText.whitespaceTokens(of: form, in: 0..<form.count).map { Array(form[$0]) }
    }

    func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        var parts = text.split(by: [0x0A, 0x0A])
        let count = parts.count { !text.strip($0).isEmpty }
        if skipsBlank { parts = parts.filter { !text.strip($0).isEmpty } }
        let paragraph = nth <= count && nth <= parts.count ? text.strip(parts[nth - 1]) : 0..<0
        let begins = !paragraph.isEmpty && begins(paragraph, in: text)
        return input.verdict(begins && count == paragraphs) {
            var evidence = [Evidence.count("paragraphs", count, required: "exactly \(paragraphs)")]
            if !begins {
                evidence.append(
                    Evidence(
                        "beginning of paragraph \(nth)", found: .string(text.excerpt(paragraph, limit: 30)),
                        required: "\"\(words)\"", span: paragraph.isEmpty ? nil : Span(paragraph)))
            }
            return evidence
        }
    }

    private func begins(_ paragraph: Range<Int>, in text: Text) -> Bool {
        switch language {
        case .spanish:
            var start = paragraph.lowerBound
            for word in expected {
                start = LineMarkers.skipSpace(text.bytes, start)
                var end = start
                while end < paragraph.upperBound, text.spaceLength(at: end) == 0 {
                    end += UTF8Decoding.scalar(text.bytes, at: end).length
                }
                guard start < end, start < paragraph.upperBound else { return false }
                let plain = text.bytes[start..<end].filter { !ASCIIPunctuation.contains($0) }
                guard UnicodeText.lowercased(plain) == word else { return false }
                start = end
            }
            return true
        case .japanese:
            let start = JapaneseMarkup.textStart(in: text.bytes, paragraph)
            return EnclosedText.starts(text.bytes, start..<paragraph.upperBound, with: form)
        }
    }
}
