// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response has no white space.
public struct NoWhitespace: Rule {
    /// Whether white space at the ends of the response does not count.
    public let forgivesEnds: Bool

    /// Creates the rule.
    public init(forgivesEnds: Bool = false) { self.forgivesEnds = forgivesEnds }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let bytes = input.response.bytes
        let range = forgivesEnds ? input.response.stripped : 0..<bytes.count
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if UnicodeScalars.isSpace(scalar) {
                return input.verdict(false) { [.place("white space", index..<index + length, required: "none")] }
            }
            index += length
        }
        return input.verdict(true) { [] }
    }
}
