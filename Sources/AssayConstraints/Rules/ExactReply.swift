// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response is a given text, in lower case and without white space at the ends.
public struct ExactReply: Rule {
    /// The text that passes.
    public let expected: String
    private let bytes: [UInt8]

    /// Creates the rule.
    public init(_ expected: String) {
        self.expected = expected
        let text = Text(expected)
        bytes = UnicodeText.lowercased(Array(text.bytes[text.stripped]))
    }

    /// Creates the rule from the scalars of `text` from `start` to `end`, both inclusive and counted from 0; positions
    /// beyond the text's end are left out.
    public init(scalars start: Int, through end: Int, of text: String) {
        let scalars = Array(text.unicodeScalars)
        let first = min(max(0, start), scalars.count)
        let last = end < scalars.count ? max(first, end + 1) : scalars.count
        self.init(String(String.UnicodeScalarView(scalars[first..<last])))
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let given = text.stripped
        let passed = given.count <= 3 * bytes.count && UnicodeText.lowercased(Array(text.bytes[given])) == bytes
        return input.verdict(passed) {
            let shown = text.string(given.lowerBound..<min(given.upperBound, given.lowerBound + 80))
            return [
                Evidence(
                    "response", found: .string(given.count > 80 ? shown + "…" : shown), required: "\"\(expected)\"")
            ]
        }
    }
}
