// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when a passage in HTML italics is followed by text.
///
/// ## How it decides
/// The first `<i>`, or where there is none the first `<em>`, has to be followed by `</i>`, or where there is none by
/// `</em>`, with more than white space between the two and after them. With `assumesShortTag`, three characters are taken
/// for the opening and four for the closing tag even where it is `<em>`, as in IFBench's checker, so that the rest of the
/// longer tag counts as text.
public struct ItalicThesis: Rule {
    /// Whether `<em>` is measured as if it were `<i>`.
    public let assumesShortTag: Bool

    /// Creates the rule.
    public init(assumesShortTag: Bool) { self.assumesShortTag = assumesShortTag }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let missing = missing(text)
        return input.verdict(missing == nil) {
            missing.map { [Evidence("no \($0)", required: "<i>thesis</i> and text after it")] } ?? []
        }
    }

    private func missing(_ text: Text) -> String? {
        let bytes = text.bytes
        var opening = ItalicThesis.tags[0]
        var start = ByteSearch.first(opening, in: bytes)
        if start == nil {
            opening = ItalicThesis.tags[1]
            start = ByteSearch.first(opening, in: bytes)
        }
        guard let start else { return "<i> or <em>" }
        var closing = ItalicThesis.tags[2]
        var end = ByteSearch.first(closing, in: bytes, from: start)
        if end == nil {
            closing = ItalicThesis.tags[3]
            end = ByteSearch.first(closing, in: bytes, from: start)
        }
        guard let end else { return "</i> or </em> after the opening tag" }
        let body = min(end, start + (assumesShortTag ? 3 : opening.count))
        let rest = min(bytes.count, end + (assumesShortTag ? 4 : closing.count))
        if text.strip(body..<end).isEmpty { return "text between the tags" }
        return text.strip(rest..<bytes.count).isEmpty ? "text after the closing tag" : nil
    }

    private static let tags = ["<i>", "<em>", "</i>", "</em>"].map { Array($0.utf8) }
}
