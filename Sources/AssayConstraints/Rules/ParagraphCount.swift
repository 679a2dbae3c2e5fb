// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response has a number of paragraphs within given bounds.
///
///     {"verifier": "paragraphs", "exactly": 3}
///
/// ## How it decides
/// 1. The response is cut at the ``Separator``.
/// 2. Parts of nothing but white space are not counted. Where ``failsInnerBlank`` is set, one that is neither the first
///    nor the last fails the response.
///
/// The score is how near the number comes to the bound.
public struct ParagraphCount: Rule {
    /// What stands between paragraphs.
    public enum Separator: String, Sendable, CaseIterable {
        /// One or more blank lines.
        case blank
        /// The markdown divider `***`, wherever it stands, with one white space before and after it.
        case divider
        /// A line of three or more `*`, with or without spaces between them.
        case ruler
        /// Two line feeds.
        case feeds
    }

    /// The bound on the number of paragraphs.
    public let bound: Bound
    /// What stands between them.
    public let separator: Separator
    /// Whether an empty paragraph between others fails the response.
    public let failsInnerBlank: Bool

    /// Creates the rule.
    public init(_ bound: Bound, separator: Separator = .blank, failsInnerBlank: Bool = false) {
        self.bound = bound
        self.separator = separator
        self.failsInnerBlank = failsInnerBlank
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let parts = ParagraphCount.parts(of: text, separator)
        var count = 0
        var innerBlank: Range<Int>?
        for index in parts.indices {
            if !text.strip(parts[index]).isEmpty {
                count += 1
            } else if failsInnerBlank, index != 0, index != parts.count - 1 {
                innerBlank = innerBlank ?? parts[index]
            }
        }
        let passed = innerBlank == nil && bound.contains(count)
        return input.verdict(passed, score: innerBlank == nil ? bound.credit(count) : 0) {
            var evidence = [Evidence.count("paragraphs", count, required: bound.described)]
            if let innerBlank { evidence.append(.place("empty paragraph", innerBlank, required: "text")) }
            return evidence
        }
    }

    /// The parts between separators, blank ones too.
    static func parts(of text: Text, _ separator: Separator) -> [Range<Int>] {
        switch separator {
        case .feeds: text.split(by: [0x0A, 0x0A])
        case .divider: dividerParts(of: text)
        case .blank: lineGroups(of: text) { text.strip($0).isEmpty }
        case .ruler: lineGroups(of: text) { isRuler($0, in: text) }
        }
    }

    /// The parts between matches of `\s?\*\*\*\s?`.
    private static func dividerParts(of text: Text) -> [Range<Int>] {
        let bytes = text.bytes
        var parts: [Range<Int>] = []
        var start = 0
        while let star = ByteSearch.first([0x2A, 0x2A, 0x2A], in: bytes, from: start) {
            parts.append(start..<star - text.spaceLength(before: star, notBelow: start))
            start = star + 3
            start += text.spaceLength(at: start)
        }
        parts.append(start..<bytes.count)
        return parts
    }

    /// Runs of lines for which `separates` is false.
    private static func lineGroups(of text: Text, _ separates: (Range<Int>) -> Bool) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var open: Range<Int>?
        for line in text.lines {
            if separates(line) {
                if let part = open { parts.append(part) }
                open = nil
            } else {
                open = (open?.lowerBound ?? line.lowerBound)..<line.upperBound
            }
        }
        if let part = open { parts.append(part) }
        return parts
    }

    private static func isRuler(_ line: Range<Int>, in text: Text) -> Bool {
        var stars = 0
        for index in text.strip(line) {
            if text.bytes[index] == UInt8(ascii: "*") { stars += 1 } else if text.bytes[index] != 0x20 { return false }
        }
        return stars >= 3
    }
}

extension Text {
    /// The length in bytes of the white space scalar that begins at `index`; 0 if there is none.
    func spaceLength(at index: Int) -> Int {
        guard index < bytes.count else { return 0 }
        let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
        return UnicodeScalars.isSpace(scalar) ? length : 0
    }

    /// The length in bytes of the white space scalar that ends before `index` and begins at `limit` or later.
    func spaceLength(before index: Int, notBelow limit: Int) -> Int {
        guard index > limit else { return 0 }
        let (scalar, length) = UTF8Decoding.scalar(bytes, before: index)
        return index - length >= limit && UnicodeScalars.isSpace(scalar) ? length : 0
    }
}
