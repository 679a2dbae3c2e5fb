// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response, its words in reverse order, contains a phrase of two words.
///
/// ## How it decides
/// Words are the parts between white space, in lower case without ASCII punctuation. Somewhere a word that begins with the
/// phrase's second word stands just before one that ends with its first.
public struct ReversedPhrase: Rule {
    /// The phrase's first word, in small letters.
    public let first: String
    /// The phrase's second word, in small letters.
    public let second: String

    /// Creates the rule.
    public init(_ first: String, _ second: String) {
        self.first = first
        self.second = second
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response.lowercasedWithoutPunctuation
        let tokens = text.whitespaceTokens
        let (head, tail) = (Array(second.utf8), Array(first.utf8))
        var passed = false
        for index in tokens.indices.dropLast()
        where text.bytes[tokens[index]].starts(with: head)
            && text.bytes[tokens[index + 1]].reversed().starts(with: tail.reversed())
        {
            passed = true
            break
        }
        return input.verdict(passed) {
            [Evidence("no \"\(second) \(first)\"", required: "\"\(first) \(second)\" when the words are reversed")]
        }
    }
}
