// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response begins with a text, white space around both left out.
///
///     {"verifier": "starts-with", "text": "Dear reader"}
public struct StartsWith: Rule {
    /// The text.
    public let text: String
    /// Whether case makes no difference.
    public let ignoresCase: Bool
    private let form: [UInt8]

    /// Creates the rule.
    public init(_ text: String, ignoresCase: Bool = true) {
        self.text = text
        self.ignoresCase = ignoresCase
        form = FoldedText.form(of: text, ignoresCase: ignoresCase)
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let response = input.response
        return input.verdict(FoldedText.hasPrefix(form, in: response, response.stripped, ignoresCase)) {
            [Evidence("beginning", found: .string(response.excerpt(response.stripped)), required: "\"\(text)\"")]
        }
    }
}

/// Comparison of parts of a text with a form that is stripped and, where case makes no difference, in lower case.
enum FoldedText {
    /// The form of `text` to compare with.
    static func form(of text: String, ignoresCase: Bool) -> [UInt8] {
        let bytes = Array(text.utf8)
        let core = Array(bytes[UnicodeText.strippedRange(of: bytes, in: 0..<bytes.count)])
        return ignoresCase ? UnicodeText.lowercased(core) : core
    }

    /// Whether the part begins with the form.
    static func hasPrefix(_ form: [UInt8], in text: Text, _ range: Range<Int>, _ ignoresCase: Bool) -> Bool {
        var index = 0
        while index < form.count, range.lowerBound + index < range.upperBound {
            let byte = text.bytes[range.lowerBound + index]
            // From the first scalar beyond ASCII on, lower case may have another length.
            if ignoresCase, byte >= 0x80 { return UnicodeText.lowercased(Array(text.bytes[range])).starts(with: form) }
            if (ignoresCase ? lower(byte) : byte) != form[index] { return false }
            index += 1
        }
        return index == form.count
    }

    /// Whether the part ends with the form.
    static func hasSuffix(_ form: [UInt8], in text: Text, _ range: Range<Int>, _ ignoresCase: Bool) -> Bool {
        var index = 0
        while index < form.count, index < range.count {
            let byte = text.bytes[range.upperBound - 1 - index]
            if ignoresCase, byte >= 0x80 {
                return UnicodeText.lowercased(Array(text.bytes[range])).suffix(form.count).elementsEqual(form)
            }
            if (ignoresCase ? lower(byte) : byte) != form[form.count - 1 - index] { return false }
            index += 1
        }
        return index == form.count
    }

    /// Whether the part is the form.
    static func equals(_ form: [UInt8], in text: Text, _ range: Range<Int>, _ ignoresCase: Bool) -> Bool {
        if !ignoresCase || text.isASCII {
            guard form.count == range.count else { return false }
            return hasPrefix(form, in: text, range, ignoresCase)
        }
        return hasPrefix(form, in: text, range, true) && UnicodeText.lowercased(Array(text.bytes[range])) == form
    }

    @inline(__always) private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte ^ 0x20 : byte }
}

extension Text {
    /// The beginning of a part, for evidence.
    func excerpt(_ range: Range<Int>, limit: Int = 60) -> String {
        var end = min(range.upperBound, range.lowerBound + limit)
        while end > range.lowerBound, end < range.upperBound, UTF8Decoding.isContinuation(bytes[end]) { end -= 1 }
        return string(range.lowerBound..<end) + (end < range.upperBound ? "…" : "")
    }

    /// The end of a part, for evidence.
    func tail(_ range: Range<Int>, limit: Int = 60) -> String {
        var start = max(range.lowerBound, range.upperBound - limit)
        while start < range.upperBound, start > range.lowerBound, UTF8Decoding.isContinuation(bytes[start]) {
            start += 1
        }
        return (start > range.lowerBound ? "…" : "") + string(start..<range.upperBound)
    }
}
