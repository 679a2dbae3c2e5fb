// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when a word stands at a place of a sentence: the m-th word of the n-th sentence.
///
///     {"verifier": "word-position", "word": "river", "sentence": 2, "position": 3}
///
/// Words are runs of letters, numbers and `_`, in any case. With ``isLiteral``, it decides as the reference checker of
/// IFTrain: sentences by its fixed rules, words are tokens, so that punctuation counts, and case matters.
public struct WordPosition: Rule {
    /// The word.
    public let word: String
    /// Which sentence, from 1.
    public let sentence: Int
    /// Which word of it, from 1.
    public let position: Int
    /// Whether it decides as the reference checker.
    public let isLiteral: Bool
    private let form: [UInt8]

    /// Creates the rule.
    ///
    /// - Throws: `CheckError` for a blank word.
    public init(
        _ word: String, sentence: Int, position: Int, isLiteral: Bool = false, argument: String = "word"
    ) throws(CheckError) {
        form = FoldedText.form(of: word, ignoresCase: !isLiteral)
        guard !form.isEmpty else { throw .argument(argument, found: "blank", expected: "a word") }
        self.word = word
        self.sentence = sentence
        self.position = position
        self.isLiteral = isLiteral
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let splitter = isLiteral ? SentenceSplitter(text.bytes) : nil
        let bytes = splitter?.bytes ?? text.bytes
        let sentences = splitter?.sentences ?? text.sentences
        guard sentence >= 1, sentences.count >= sentence else {
            return input.verdict(false) { [.count("sentences", sentences.count, required: "at least \(sentence)")] }
        }
        let part = text.derived(Array(bytes[sentences[sentence - 1]]))
        let count = isLiteral ? part.tokens.count : part.words.count
        guard position >= 1, count >= position else {
            return input.verdict(false) {
                [.count("words of sentence \(sentence)", count, required: "at least \(position)")]
            }
        }
        let found =
            isLiteral
            ? part.tokens[position - 1].text(in: part.bytes)
            : UnicodeText.lowercased(Array(part.bytes[part.words[position - 1]]))
        return input.verdict(found == form) {
            [
                Evidence(
                    "word \(position) of sentence \(sentence)",
                    found: .string(UTF8Decoding.string(Array(found), 0..<found.count)),
                    required: "\"\(word)\"")
            ]
        }
    }
}
