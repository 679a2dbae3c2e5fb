// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// Reads Python and JSON literals: numbers, strings, `True`/`true`, `None`/`null`, lists, tuples, sets, dictionaries.
///
/// - Complexity: linear; nesting is limited to 64.
package struct ProgramLiteralParser {
    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0

    /// The value of a whole text; nil where it is none.
    package static func parse(_ text: String) -> ProgramLiteral? {
        var parser = ProgramLiteralParser(bytes: [UInt8](text.utf8))
        guard let value = parser.value() else { return nil }
        parser.skipSpaces()
        return parser.index == parser.bytes.count ? value : nil
    }

    private static let depthLimit = 64

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }

    private mutating func skipSpaces() {
        while byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D { index += 1 }
    }

    private mutating func value() -> ProgramLiteral? {
        skipSpaces()
        switch byte {
        case UInt8(ascii: "["): return items(UInt8(ascii: "]")).map { .list($0.items) }
        case UInt8(ascii: "("):
            guard let (items, hasComma) = items(UInt8(ascii: ")")) else { return nil }
            // `(1)` is 1.
            if items.count == 1, !hasComma { return items[0] }
            return .tuple(items)
        case UInt8(ascii: "{"): return braces()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return string()
        case UInt8(ascii: "-"), UInt8(ascii: "+"), 0x30...0x39, UInt8(ascii: "."): return number()
        default: return word()
        }
    }

    private mutating func items(_ closing: UInt8) -> (items: [ProgramLiteral], hasComma: Bool)? {
        guard depth < Self.depthLimit else { return nil }
        depth += 1
        defer { depth -= 1 }
        index += 1
        var items: [ProgramLiteral] = []
        var hasComma = false
        while true {
            skipSpaces()
            if byte == closing {
                index += 1
                return (items, hasComma)
            }
            if !items.isEmpty, !hasComma { return nil }
            guard let item = value() else { return nil }
            items.append(item)
            skipSpaces()
            if byte == UInt8(ascii: ",") {
                index += 1
                hasComma = true
            } else if byte != closing {
                return nil
            }
        }
    }

    /// A set or a dictionary.
    private mutating func braces() -> ProgramLiteral? {
        guard depth < Self.depthLimit else { return nil }
        depth += 1
        defer { depth -= 1 }
        index += 1
        var entries: [(key: ProgramLiteral, value: ProgramLiteral)] = []
        var items: [ProgramLiteral] = []
        while true {
            skipSpaces()
            if byte == UInt8(ascii: "}") {
                index += 1
                return items.isEmpty ? .dictionary(entries) : .set(items)
            }
            guard let key = value() else { return nil }
            skipSpaces()
            if byte == UInt8(ascii: ":"), items.isEmpty {
                index += 1
                guard let value = value() else { return nil }
                entries.append((key, value))
                skipSpaces()
            } else {
                guard entries.isEmpty else { return nil }
                items.append(key)
            }
            if byte == UInt8(ascii: ",") {
                index += 1
            } else if byte != UInt8(ascii: "}") {
                return nil
            }
        }
    }

    private mutating func string() -> ProgramLiteral? {
        let quote = byte
        index += 1
        var content: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == quote { return .string(content) }
            if byte == 0x0A { return nil }
            guard byte == UInt8(ascii: "\\"), index < bytes.count else {
                content.append(byte)
                continue
            }
            let escaped = bytes[index]
            index += 1
            switch escaped {
            case UInt8(ascii: "n"): content.append(0x0A)
            case UInt8(ascii: "t"): content.append(0x09)
            case UInt8(ascii: "r"): content.append(0x0D)
            case UInt8(ascii: "b"): content.append(0x08)
            case UInt8(ascii: "f"): content.append(0x0C)
            case UInt8(ascii: "0"): content.append(0)
            case UInt8(ascii: "x"), UInt8(ascii: "u"):
                guard let scalar = hexadecimal(escaped == UInt8(ascii: "x") ? 2 : 4) else { return nil }
                appendUnit(scalar, to: &content)
            case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "/"): content.append(escaped)
            default:
                content.append(UInt8(ascii: "\\"))
                content.append(escaped)
            }
        }
        return nil
    }

    private mutating func hexadecimal(_ width: Int) -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<width {
            let digit = byte
            switch digit {
            case 0x30...0x39: value = value << 4 | UInt32(digit - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32(digit | 0x20) - 0x57
            default: return nil
            }
            index += 1
        }
        return value
    }

    /// Appends a scalar, or both halves of a surrogate pair.
    private mutating func appendUnit(_ unit: UInt32, to content: inout [UInt8]) {
        if (0xD800..<0xDC00).contains(unit), byte == UInt8(ascii: "\\"), index + 1 < bytes.count,
            bytes[index + 1] == UInt8(ascii: "u")
        {
            let start = index
            index += 2
            if let low = hexadecimal(4), (0xDC00..<0xE000).contains(low) {
                UTF8Decoding.append(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), to: &content)
                return
            }
            index = start
        }
        UTF8Decoding.append(unit, to: &content)
    }

    private mutating func word() -> ProgramLiteral? {
        let start = index
        while byte | 0x20 &- 0x61 < 26 { index += 1 }
        switch String(decoding: bytes[start..<index], as: UTF8.self) {
        case "True", "true": return .bool(true)
        case "False", "false": return .bool(false)
        case "None", "null", "nil": return .null
        case "set":
            guard byte == UInt8(ascii: "("), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ")") else {
                return nil
            }
            index += 2
            return .set([])
        default: return nil
        }
    }

    private mutating func number() -> ProgramLiteral? {
        var isNegative = false
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
            isNegative = byte == UInt8(ascii: "-")
            index += 1
        }
        var digits: [UInt8] = []
        var exponent = 0
        var isDecimal = false
        while byte &- 0x30 < 10 || byte == UInt8(ascii: "_") && !digits.isEmpty {
            if byte != UInt8(ascii: "_") { digits.append(byte) }
            index += 1
        }
        if byte == UInt8(ascii: ".") {
            isDecimal = true
            index += 1
            while byte &- 0x30 < 10 {
                digits.append(byte)
                exponent -= 1
                index += 1
            }
        }
        guard !digits.isEmpty else { return nil }
        if byte | 0x20 == UInt8(ascii: "e") {
            isDecimal = true
            index += 1
            guard let power = power() else { return nil }
            exponent += power
        }
        // A letter right after is no number.
        guard byte | 0x20 &- 0x61 >= 26 else { return nil }
        let significant = digits.drop { $0 == 0x30 }
        let sign = isNegative && !significant.isEmpty ? "-" : ""
        guard isDecimal else {
            return .integer(significant.isEmpty ? "0" : sign + String(decoding: significant, as: UTF8.self))
        }
        var end = significant.endIndex
        while end > significant.startIndex, significant[end - 1] == 0x30 { end -= 1 }
        exponent += significant.endIndex - end
        let text = String(decoding: significant[..<end], as: UTF8.self)
        return text.isEmpty ? .decimal("0", exponent: 0) : .decimal(sign + text, exponent: exponent)
    }

    private mutating func power() -> Int? {
        var isNegative = false
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
            isNegative = byte == UInt8(ascii: "-")
            index += 1
        }
        var value = 0
        let start = index
        while byte &- 0x30 < 10 {
            guard index - start < 12 else { return nil }
            value = value * 10 + Int(byte - 0x30)
            index += 1
        }
        guard index > start else { return nil }
        return isNegative ? -value : value
    }
}
