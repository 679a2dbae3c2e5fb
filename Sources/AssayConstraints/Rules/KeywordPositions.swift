// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when a keyword is a given word of a given sentence.
///
/// ## How it decides
/// Sentences are Punkt's; words are the sentence's Treebank tokens that have a letter or number. They are compared in lower
/// case. Too few sentences or words fail.
public struct KeywordInSentence: Rule {
    /// The keyword.
    public let keyword: String
    /// The number of the sentence, from 1.
    public let sentence: Int
    /// The number of the word in it, from 1.
    public let word: Int
    private let bytes: [UInt8]

    /// Creates the rule; white space around the keyword does not count.
    public init(_ keyword: String, sentence: Int, word: Int) {
        self.keyword = keyword
        self.sentence = sentence
        self.word = word
        bytes = Text(keyword).loweredWithoutSpace
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let sentences = text.sentences
        guard sentence >= 1, sentences.count >= sentence else {
            return input.verdict(false) { [.count("sentences", sentences.count, required: "at least \(sentence)")] }
        }
        let range = sentences[sentence - 1]
        let part = text.part(range)
        var count = 0
        var found: Range<Int>?
        for token in part.tokens where token.kind == .text && part.hasAlphanumeric(token.range) {
            count += 1
            if count == word {
                found = token.range
                break
            }
        }
        let words = count
        let passed = found.map { UnicodeText.lowercased(Array(part.bytes[$0])) == bytes } ?? false
        return input.verdict(passed) {
            guard let found else {
                return [
                    Evidence(
                        "words in sentence \(sentence)", found: .number(JSONNumber(lexeme: String(words))),
                        required: "at least \(word)", span: Span(range))
                ]
            }
            let start = range.lowerBound + found.lowerBound
            return [
                Evidence(
                    "word \(word) of sentence \(sentence)", found: .string(part.string(found)),
                    required: "\"\(keyword)\"", span: Span(start..<start + found.count))
            ]
        }
    }
}

/// Passes when a keyword is both the second and the last but one word.
///
/// ## How it decides
/// Words are Treebank tokens, compared in lower case. A last token that is a run of ASCII punctuation as it stands in
/// `!"#$%&'()*+,-./:;<=>?@[\]^_{|}~` does not count.
public struct KeywordAtBothEnds: Rule {
    /// The keyword.
    public let keyword: String
    private let bytes: [UInt8]

    /// Creates the rule; white space around the keyword does not count.
    public init(_ keyword: String) {
        self.keyword = keyword
        bytes = Text(keyword).loweredWithoutSpace
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let tokens = text.tokens
        var back = 2
        if let last = tokens.last, ByteSearch.contains(last.text(in: text.bytes), in: KeywordAtBothEnds.punctuation) {
            back = 3
        }
        guard tokens.count >= back else {
            return input.verdict(false) { [.count("tokens", tokens.count, required: "at least \(back)")] }
        }
        let second = tokens[1]
        let other = tokens[tokens.count - back]
        let wrong = [second, other].filter { UnicodeText.lowercased($0.text(in: text.bytes)) != bytes }
        return input.verdict(wrong.isEmpty) {
            wrong.map { .place("word \"\(text.string($0.range))\"", $0.range, required: "\"\(keyword)\"") }
        }
    }

    private static let punctuation = Array("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".utf8)
}

extension Text {
    /// The bytes in lower case without white space at the ends.
    fileprivate var loweredWithoutSpace: [UInt8] { UnicodeText.lowercased(Array(bytes[stripped])) }
}
