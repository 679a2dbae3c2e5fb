// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A token of ``TreebankTokenizer``: where it stands, and whether its text is replaced.
public struct Token: Sendable, Hashable {
    /// What the text of a token is.
    public enum Kind: UInt8, Sendable {
        /// The bytes at the range.
        case text
        /// Two backquotes, in place of an opening `"` or `''`.
        case openingQuote
        /// Two apostrophes, in place of a closing `"`.
        case closingQuote
    }

    /// Where the token stands in the source, in bytes.
    public let range: Range<Int>
    /// What its text is.
    public let kind: Kind

    /// Makes a token.
    @inlinable public init(range: Range<Int>, kind: Kind = .text) {
        self.range = range
        self.kind = kind
    }

    /// The text of the token, as NLTK gives it.
    public func text(in bytes: [UInt8]) -> [UInt8] {
        switch kind {
        case .text: Array(bytes[range])
        case .openingQuote: [0x60, 0x60]
        case .closingQuote: [0x27, 0x27]
        }
    }

    /// Python's `str.isupper` of the text: a cased scalar, and none in lower or title case.
    public func isUppercase(in bytes: [UInt8]) -> Bool {
        kind == .text && UnicodeText.isUpper(bytes, in: range)
    }
}
