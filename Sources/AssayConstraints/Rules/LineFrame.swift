// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when every line ends with the word it began with.
///
/// ## How it decides
/// Lines end at line feeds; ASCII punctuation and white space at a line's ends are taken off, then its first and last
/// part between white space are compared in lower case. Lines without a word are passed over.
public struct LineFrame: Rule {
    /// Whether punctuation on the inner side of the two words is taken off too, as in `Rain, … rain`.
    public let stripsBothSides: Bool

    /// Creates the rule.
    public init(stripsBothSides: Bool) { self.stripsBothSides = stripsBothSides }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        for (index, line) in text.lines.enumerated() {
            let words = text.bare(text.strip(line))
            guard var first = text.firstToken(in: words), var last = text.lastToken(in: words) else { continue }
            if stripsBothSides {
                first = text.bare(first)
                last = text.bare(last)
            }
            if text.equalsIgnoringCase(first, last) { continue }
            return input.verdict(false) {
                [
                    Evidence(
                        "last word of line \(index + 1)", found: .string(text.string(last)),
                        required: "\"\(text.string(first))\"", span: Span(last))
                ]
            }
        }
        return input.verdict(true) { [.count("lines", text.lines.count, required: "framed by one word")] }
    }
}
