// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response ends with a text, white space around both left out.
///
///     {"verifier": "ends-with", "text": "Is there anything else I can help with?"}
///
/// Double quotation marks around the response are left out too where ``ignoresQuotes`` is set.
public struct EndsWith: Rule {
    /// The text.
    public let text: String
    /// Whether case makes no difference.
    public let ignoresCase: Bool
    /// Whether `"` around the response is left out.
    public let ignoresQuotes: Bool
    private let form: [UInt8]

    /// Creates the rule.
    public init(_ text: String, ignoresCase: Bool = true, ignoresQuotes: Bool = false) {
        self.text = text
        self.ignoresCase = ignoresCase
        self.ignoresQuotes = ignoresQuotes
        form = FoldedText.form(of: text, ignoresCase: ignoresCase)
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let response = input.response
        var range = response.stripped
        if ignoresQuotes {
            range = UnicodeText.strippedRange(of: response.bytes, in: range, characters: EndsWith.quotes)
        }
        return input.verdict(FoldedText.hasSuffix(form, in: response, range, ignoresCase)) {
            [Evidence("end", found: .string(response.tail(range)), required: "\"\(text)\"")]
        }
    }

    private static let quotes = ASCIISet("\"")
}
