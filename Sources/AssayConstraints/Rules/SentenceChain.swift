// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when each sentence begins with the word that ended the one before.
///
/// ## How it decides
/// Sentences are Punkt's. The last word is the last part between white space after ASCII punctuation and spaces are
/// taken off the sentence's end; the first word likewise at the start of the next. They are compared in lower case. One
/// sentence passes.
public struct SentenceChain: Rule {
    /// Whether punctuation on the inner side of the two words is taken off too, as in `word." Word, …`.
    public let stripsBothSides: Bool

    /// Creates the rule.
    public init(stripsBothSides: Bool) { self.stripsBothSides = stripsBothSides }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let sentences = text.sentences
        for index in sentences.indices.dropLast() {
            let last = lastWord(sentences[index], text)
            let first = firstWord(sentences[index + 1], text)
            if let last, let first, text.equalsIgnoringCase(last, first) { continue }
            return input.verdict(false) {
                [
                    Evidence(
                        "first word of sentence \(index + 2)", found: .string(first.map(text.string) ?? ""),
                        required: "\"\(last.map(text.string) ?? "")\"", span: Span(first ?? sentences[index + 1]))
                ]
            }
        }
        return input.verdict(true) { [.count("sentences", sentences.count, required: "each linked to the next")] }
    }

    private func lastWord(_ sentence: Range<Int>, _ text: Text) -> Range<Int>? {
        let trimmed = UnicodeText.rightStrippedRange(
            of: text.bytes, in: sentence, characters: .punctuationAndSpace)
        guard let word = text.lastToken(in: trimmed) else { return nil }
        return stripsBothSides ? text.bare(word) : word
    }

    private func firstWord(_ sentence: Range<Int>, _ text: Text) -> Range<Int>? {
        let trimmed = UnicodeText.leftStrippedRange(
            of: text.bytes, in: sentence, characters: .punctuationAndSpace)
        guard let word = text.firstToken(in: trimmed) else { return nil }
        return stripsBothSides ? text.bare(word) : word
    }
}
