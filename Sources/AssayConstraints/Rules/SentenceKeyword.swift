// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when a given sentence contains a keyword between word boundaries, in either case.
///
/// ## How it decides
/// Sentences are Punkt's; the keyword is searched literally. Too few sentences fail.
public struct SentenceKeyword: Rule {
    /// The keyword.
    public let keyword: String
    /// The number of the sentence, from 1.
    public let sentence: Int
    private let pattern: Pattern

    /// Creates the rule.
    ///
    /// - Throws: `CheckError` for an empty keyword or one that makes too large a pattern.
    public init(_ keyword: String, sentence: Int) throws(CheckError) {
        guard !keyword.isEmpty else { throw .argument("word", found: "empty", expected: "a word") }
        self.keyword = keyword
        self.sentence = sentence
        do throws(PatternError) {
            pattern = try Pattern("\\b\(Pattern.escape(keyword))\\b", flags: [.ignoreCase])
        } catch {
            throw .argument("word", found: "not usable (\(error))", expected: "a shorter word")
        }
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let sentences = text.sentences
        guard sentence >= 1, sentences.count >= sentence else {
            return input.verdict(false) { [.count("sentences", sentences.count, required: "at least \(sentence)")] }
        }
        let range = sentences[sentence - 1]
        // Boundaries are those of the sentence, not of the text around it.
        let passed = pattern.contains(in: Array(text.bytes[range]))
        return input.verdict(passed) { [.place("sentence \(sentence)", range, required: "\"\(keyword)\" in it")] }
    }
}
