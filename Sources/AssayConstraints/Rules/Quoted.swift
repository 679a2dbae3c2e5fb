// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the whole response stands between two marks; double quotation marks where none are given.
///
///     {"verifier": "quoted"}
public struct Quoted: Rule {
    /// The first mark.
    public let opening: String
    /// The last mark.
    public let closing: String
    private let first: [UInt8]
    private let last: [UInt8]

    /// Creates the rule.
    public init(_ opening: String = "\"", _ closing: String = "\"") {
        self.opening = opening
        self.closing = closing
        first = Array(opening.utf8)
        last = Array(closing.utf8)
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let response = input.response
        let core = response.stripped
        let passed =
            core.count >= first.count + last.count && response.bytes[core].starts(with: first)
            && response.bytes[core].suffix(last.count).elementsEqual(last)
        return input.verdict(passed) {
            [
                Evidence("beginning", found: .string(response.excerpt(core, limit: 20)), required: opening),
                Evidence("end", found: .string(response.tail(core, limit: 20)), required: closing),
            ]
        }
    }
}
