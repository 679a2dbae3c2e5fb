// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// How a response is laid out, where a constraint speaks of each of its elements.
enum ElementLayout: String {
    case json, table, numbered, bullet, plain

    /// The first layout that fits, in the order of the cases.
    init(of text: Text) {
        let bytes = text.bytes
        let content = UnicodeText.leftStrippedRange(of: bytes, in: 0..<bytes.count)
        if !content.isEmpty, [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(bytes[content.lowerBound]) {
            self = .json
        } else if text.lines.contains(where: { ElementLayout.isTableRow(bytes, $0) }) {
            self = .table
        } else if ElementLayout.isNumbered(bytes, 0..<bytes.count) {
            self = .numbered
        } else if ElementLayout.isBullet(bytes, 0..<bytes.count) {
            self = .bullet
        } else {
            self = .plain
        }
    }

    /// A bar after white space, and another behind at least one sign.
    private static func isTableRow(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
        let content = UnicodeText.leftStrippedRange(of: bytes, in: line)
        guard content.count > 2, bytes[content.lowerBound] == UInt8(ascii: "|") else { return false }
        return ByteSearch.first(
            UInt8(ascii: "|"), in: bytes, from: content.lowerBound + 2, to: content.upperBound) != nil
    }

    /// White space, digits, a full stop, white space.
    static func isNumbered(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var index = UnicodeText.leftStrippedRange(of: bytes, in: range).lowerBound
        let digits = index
        while index < range.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if !UnicodeScalars.isDigit(scalar) { break }
            index += length
        }
        guard index > digits, index + 1 < range.upperBound, bytes[index] == UInt8(ascii: ".") else { return false }
        return UnicodeScalars.isSpace(UTF8Decoding.scalar(bytes, at: index + 1).value)
    }

    /// White space, a hyphen or an asterisk, a space.
    static func isBullet(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let start = UnicodeText.leftStrippedRange(of: bytes, in: range).lowerBound
        guard start + 1 < range.upperBound else { return false }
        return [UInt8(ascii: "-"), UInt8(ascii: "*")].contains(bytes[start]) && bytes[start + 1] == 0x20
    }
}

/// An element of a response: a part of its bytes, or a text that was made from it.
struct TextElement {
    var bytes: [UInt8]
    var range: Range<Int>
    /// Whether the range is one of the response.
    var isPlace: Bool

    /// A part of the response.
    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        self.range = range
        isPlace = true
    }

    /// A text of its own.
    init(made bytes: [UInt8]) {
        self.bytes = bytes
        range = 0..<bytes.count
        isPlace = false
    }

    /// The element in evidence.
    var string: String { String(decoding: bytes[range].prefix(80), as: UTF8.self) }

    /// Where it stands in the response.
    var span: Span? { isPlace ? Span(range) : nil }
}
