// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response begins and ends with the same word, in any case, with nothing behind it.
///
///     {"verifier": "same-edges"}
///
/// Words are tokens by the Treebank conventions, so a point at the end is one of its own. A response of fewer than two
/// tokens fails.
///
/// - Source: IFTrain, `keywords:start_end`.
public struct SameEdges: Rule {
    /// Creates the rule.
    public init() {}

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let tokens = text.tokens
        guard tokens.count >= 2, let first = tokens.first, let last = tokens.last else {
            return input.verdict(false) { [.count("tokens", tokens.count, required: "at least 2")] }
        }
        let passed =
            UnicodeText.lowercased(first.text(in: text.bytes)) == UnicodeText.lowercased(last.text(in: text.bytes))
        return input.verdict(passed) {
            [.place("first word", first.range), .place("last word", last.range, required: "the first word")]
        }
    }
}
