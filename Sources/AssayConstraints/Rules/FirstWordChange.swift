// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response repeats a text with another first word.
///
/// ## How it decides
/// The parts between white space from the second on are the same, case included, and the response is not the text
/// itself. With `comparesFirstWord`, the first words have to differ; without it, as in IFBench's checker, other spacing is
/// enough.
public struct FirstWordChange: Rule {
    /// The text to repeat.
    public let text: String
    /// Whether the first words have to differ.
    public let comparesFirstWord: Bool
    private let source: [UInt8]
    private let words: [Range<Int>]

    /// Creates the rule.
    ///
    /// - Throws: `CheckError` for an empty text.
    public init(of text: String, comparesFirstWord: Bool) throws(CheckError) {
        guard !text.isEmpty else {
            throw .argument("prompt_to_repeat", found: "empty", expected: "a text to repeat")
        }
        self.text = text
        self.comparesFirstWord = comparesFirstWord
        source = Array(text.utf8)
        words = UnicodeText.whitespaceTokens(of: source, in: 0..<source.count)
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let response = input.response
        guard response.bytes != source else {
            return input.verdict(false) { [Evidence("the text itself", required: "another first word")] }
        }
        let given = response.whitespaceTokens
        let count = max(0, given.count - 1)
        var wrong: Int?
        for index in 0..<min(count, max(0, words.count - 1))
        where !response.bytes[given[index + 1]].elementsEqual(source[words[index + 1]]) {
            wrong = index + 1
            break
        }
        let sameCount = count == max(0, words.count - 1)
        var differs = true
        if comparesFirstWord, let first = given.first, let other = words.first {
            differs = !response.bytes[first].elementsEqual(source[other])
        }
        return input.verdict(wrong == nil && sameCount && differs) {
            if let wrong {
                let word = String(decoding: source[words[wrong]], as: UTF8.self)
                return [
                    .place(
                        "word \(wrong + 1) \"\(response.string(given[wrong]))\"", given[wrong], required: "\"\(word)\"")
                ]
            }
            if !sameCount { return [.count("words", given.count, required: "exactly \(words.count)")] }
            return given.first.map { [.place("first word", $0, required: "another than in the text")] } ?? []
        }
    }
}
