// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when a phrase stands in the response so many times, each time with exactly one of its inner words replaced.
///
///     {"verifier": "repeated-phrase", "phrase": "the brown dog ran home", "count": 3}
///
/// ## How it decides
/// 1. Occurrences run from the phrase's first word, followed by a space, to the next place of its last word in the same
///    line with a space before it. Their number has to be the given one.
/// 2. Each has to have as many words as the phrase, and exactly one that differs.
///
/// With ``isLiteral`` unset, first and last word are regular expressions, as the reference checker of IFTrain takes them.
public struct RepeatedPhrase: Rule {
    /// The phrase.
    public let phrase: String
    /// How often it has to stand there.
    public let count: Int
    /// Whether first and last word are taken literally.
    public let isLiteral: Bool
    private let words: [[UInt8]]
    private let pattern: Pattern

    /// Creates the rule.
    ///
    /// - Throws: `CheckError` for a blank phrase.
    public init(
        _ phrase: String, count: Int, isLiteral: Bool = true, argument: String = "phrase"
    ) throws(CheckError) {
        let bytes = Array(phrase.utf8)
        words = UnicodeText.whitespaceTokens(of: bytes, in: 0..<bytes.count).map { Array(bytes[$0]) }
        guard let first = words.first, let last = words.last else {
            throw .argument(argument, found: "blank", expected: "a phrase")
        }
        self.phrase = phrase
        self.count = count
        self.isLiteral = isLiteral
        let edges = [first, last].map { String(decoding: $0, as: UTF8.self) }.map {
            isLiteral ? Pattern.escape($0) : $0
        }
        pattern = try Pattern.compiled("\(edges[0]) .*? \(edges[1])", argument: argument, shown: phrase)
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let places = pattern.ranges(in: text.bytes)
        var right = 0
        for place in places where differsInOneWord(text.bytes, place) { right += 1 }
        return input.verdict(places.count == count && right == count) {
            [
                .count("occurrences of the phrase's frame", places.count, required: "exactly \(count)"),
                .count("of them with one word replaced", right, required: "exactly \(count)"),
            ] + places.prefix(4).map { .place("occurrence", $0) }
        }
    }

    private func differsInOneWord(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let found = UnicodeText.whitespaceTokens(of: bytes, in: range)
        guard found.count == words.count else { return false }
        var differences = 0
        for (word, place) in zip(words, found) where !bytes[place].elementsEqual(word) { differences += 1 }
        return differences == 1
    }
}
