// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response has a title in double angular brackets, such as `<<poem of joy>>`.
///
///     {"verifier": "title"}
///
/// A title runs from the first `<<` of a line to its last `>>`, with more than brackets and white space inside.
///
/// - Source: Zhou et al., arXiv:2311.07911, `detectable_format:title`.
public struct Title: Rule {
    /// Creates the rule.
    public init() {}

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let place = title(in: text)
        return input.verdict(place != nil) {
            place.map { [.place("title", $0)] } ?? [Evidence("title", found: "none", required: "<<title>>")]
        }
    }

    private func title(in text: Text) -> Range<Int>? {
        let bytes = text.bytes
        var position = 0
        while let open = ByteSearch.first([0x3C, 0x3C], in: bytes, from: position) {
            let lineEnd = ByteSearch.first(0x0A, in: bytes, from: open, to: bytes.count) ?? bytes.count
            var close = lineEnd - 2
            while close >= open + 3, !(bytes[close] == 0x3E && bytes[close + 1] == 0x3E) { close -= 1 }
            if close >= open + 3 {
                let left = UnicodeText.leftStrippedRange(of: bytes, in: open..<close + 2, characters: Title.opening)
                let core = UnicodeText.rightStrippedRange(of: bytes, in: left, characters: Title.closing)
                if !text.strip(core).isEmpty { return open..<close + 2 }
            }
            position = lineEnd
        }
        return nil
    }

    private static let opening = ASCIISet("<")
    private static let closing = ASCIISet(">")
}
