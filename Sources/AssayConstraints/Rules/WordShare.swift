// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
public import AssayText

/// Passes when the share of words that belong to a list, such as stop words, is small enough.
///
/// ## How it decides
/// Words are `\w+` runs, compared in lower case: "don't" is "don" and "t". A response without words fails.
public struct WordShare: Rule {
    /// The list, in small letters.
    public let list: WordList
    /// The greatest share that passes, in percent.
    public let percentage: Double
    /// What the words are, for people: `stop words`.
    public let noun: String

    /// Creates the rule.
    public init(_ list: WordList, atMost percentage: Double, noun: String) {
        self.list = list
        self.percentage = percentage
        self.noun = noun
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let words = text.words
        var count = 0
        for word in words where list.index(of: word, in: text.bytes, ignoringCase: true) != nil { count += 1 }
        let share = words.isEmpty ? 0 : Double(count) / Double(words.count) * 100
        return input.verdict(!words.isEmpty && share <= percentage) {
            if words.isEmpty { return [.count("words", 0, required: "1 or more")] }
            return [
                Evidence(
                    "share of \(noun) in percent (\(count) of \(words.count) words, list of \(list.words.count))",
                    found: .number(JSONNumber(lexeme: JSONWriter.text(share))),
                    required: "at most \(JSONWriter.text(percentage))")
            ]
        }
    }
}
