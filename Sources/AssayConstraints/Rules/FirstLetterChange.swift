// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when no two neighbouring words begin with the same letter.
///
/// ## How it decides
/// Words are the parts between white space without ASCII punctuation; their first scalars are compared in lower case.
public struct FirstLetterChange: Rule {
    /// Creates the rule.
    public init() {}

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        var previous: (letter: UInt32, token: Range<Int>)?
        for token in text.whitespaceTokens {
            guard let letter = text.firstLetter(token) else { continue }
            if let previous, previous.letter == letter {
                return input.verdict(false) {
                    [
                        .place(
                            "neighbours \"\(text.string(previous.token))\" and \"\(text.string(token))\"",
                            previous.token.lowerBound..<token.upperBound, required: "different first letters")
                    ]
                }
            }
            previous = (letter, token)
        }
        return input.verdict(true) { [] }
    }
}
