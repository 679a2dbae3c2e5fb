// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when there is a given number of sentences, all with the same number of characters.
///
/// ## How it decides
/// Sentences are Punkt's; a character is a Unicode scalar, white space at a sentence's ends aside. With
/// `differentWords`, no word may stand twice in the response either.
public struct EqualSentences: Rule {
    /// How many sentences.
    public let count: Int
    /// Whether every word has to be different.
    public let differentWords: Bool

    /// Creates the rule.
    public init(count: Int, differentWords: Bool) {
        self.count = count
        self.differentWords = differentWords
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let sentences = text.sentences
        guard sentences.count == count else {
            return input.verdict(false) { [.count("sentences", sentences.count, required: "exactly \(count)")] }
        }
        let lengths = sentences.map { UnicodeText.scalarCount(of: text.bytes, in: text.strip($0)) }
        guard lengths.allSatisfy({ $0 == lengths.first }) else {
            return input.verdict(false) {
                zip(sentences, lengths).enumerated().prefix(5).map { index, sentence in
                    Evidence(
                        "characters of sentence \(index + 1)", found: .number(JSONNumber(lexeme: "\(sentence.1)")),
                        required: "as many as in sentence 1", span: Span(sentence.0))
                }
            }
        }
        guard differentWords else {
            return input.verdict(true) { [.count("characters", lengths.first ?? 0, required: "equal")] }
        }
        let lower = text.lowercased
        var counts = SliceCounts(lower.bytes, capacity: lower.words.count)
        for word in lower.words { counts.add(word) }
        let repeated = counts.entries.first { $0.count > 1 }
        return input.verdict(repeated == nil) {
            repeated.map { [.count("word \"\(lower.string($0.range))\"", $0.count, required: "exactly 1")] } ?? []
        }
    }
}
