// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when every quotation is followed by words of its own: no two quotation marks touch, and the text does not end
/// with one.
///
/// ## How it decides
/// White space is left out, and so is `'"'`, the name of the mark itself. Then no `"` may follow another, and what is left
/// after digits and other ASCII punctuation are taken off the end may not end in `"`. Curly double marks count as
/// straight ones with `readsCurly` only.
public struct QuoteSeparation: Rule {
    /// Whether curly double marks count.
    public let readsCurly: Bool

    /// Creates the rule.
    public init(readsCurly: Bool) { self.readsCurly = readsCurly }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let bytes = input.response.bytes
        var previous: Range<Int>?
        var touching: Range<Int>?
        var ending: Range<Int>?
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "'"), index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "\""),
                bytes[index + 2] == UInt8(ascii: "'")
            {
                index += 3
                continue
            }
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            let range = index..<index + length
            index += length
            if UnicodeScalars.isSpace(scalar) { continue }
            if scalar == 0x22 || (readsCurly && (0x201C...0x201F).contains(scalar)) {
                if let previous {
                    touching = previous.lowerBound..<range.upperBound
                    break
                }
                previous = range
                ending = range
            } else {
                previous = nil
                if !(byte < 0x80 && (ASCIIPunctuation.contains(byte) || byte &- 0x30 < 10)) { ending = nil }
            }
        }
        return input.verdict(touching == nil && ending == nil) {
            if let touching { return [.place("two quotations side by side", touching, required: "words between them")] }
            return ending.map { [.place("quotation at the end", $0, required: "words after it")] } ?? []
        }
    }
}
