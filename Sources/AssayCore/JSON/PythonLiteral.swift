// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// Reads the text of a Python literal (or of JSON) made of lists, tuples, dictionaries, strings, numbers, `None`, `True`
/// and `False`.
///
/// Data only: nothing is evaluated.
package enum PythonLiteral {
    /// The deepest nesting that is read.
    package static let maximumDepth = 100

    /// The value; nil where the text is none.
    package static func parse(_ text: String) -> JSONValue? {
        var parser = Parser(bytes: Array(text.utf8))
        guard let value = parser.value(depth: 0) else { return nil }
        parser.skipSpace()
        return parser.position == parser.bytes.count ? value : nil
    }

    private struct Parser {
        let bytes: [UInt8]
        var position = 0

        var current: UInt8? { position < bytes.count ? bytes[position] : nil }

        mutating func skipSpace() {
            while let byte = current, byte == 0x20 || (0x09...0x0D).contains(byte) { position += 1 }
        }

        mutating func value(depth: Int) -> JSONValue? {
            guard depth < PythonLiteral.maximumDepth else { return nil }
            skipSpace()
            switch current {
            case UInt8(ascii: "["): return list(closing: UInt8(ascii: "]"), depth: depth)
            case UInt8(ascii: "("): return list(closing: UInt8(ascii: ")"), depth: depth)
            case UInt8(ascii: "{"): return dictionary(depth: depth)
            case UInt8(ascii: "'"), UInt8(ascii: "\""): return string().map(JSONValue.string)
            default: return word()
            }
        }

        private mutating func list(closing: UInt8, depth: Int) -> JSONValue? {
            position += 1
            var elements: [JSONValue] = []
            while true {
                skipSpace()
                if current == closing {
                    position += 1
                    return .array(elements)
                }
                guard let element = value(depth: depth + 1) else { return nil }
                elements.append(element)
                skipSpace()
                if current == UInt8(ascii: ",") { position += 1 } else if current != closing { return nil }
            }
        }

        private mutating func dictionary(depth: Int) -> JSONValue? {
            position += 1
            var pairs: [(String, JSONValue)] = []
            while true {
                skipSpace()
                if current == UInt8(ascii: "}") {
                    position += 1
                    return .object(JSONObject(pairs))
                }
                guard let key = string() else { return nil }
                skipSpace()
                guard current == UInt8(ascii: ":") else { return nil }
                position += 1
                guard let value = value(depth: depth + 1) else { return nil }
                pairs.append((key, value))
                skipSpace()
                if current == UInt8(ascii: ",") { position += 1 } else if current != UInt8(ascii: "}") { return nil }
            }
        }

        private mutating func string() -> String? {
            guard let quote = current, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
            position += 1
            var result: [UInt8] = []
            while let byte = current {
                position += 1
                if byte == quote { return String(decoding: result, as: UTF8.self) }
                guard byte == UInt8(ascii: "\\") else {
                    result.append(byte)
                    continue
                }
                guard let sign = current else { return nil }
                position += 1
                switch sign {
                case UInt8(ascii: "n"): result.append(0x0A)
                case UInt8(ascii: "t"): result.append(0x09)
                case UInt8(ascii: "r"): result.append(0x0D)
                case UInt8(ascii: "x"): guard append(digits: 2, to: &result) else { return nil }
                case UInt8(ascii: "u"): guard append(digits: 4, to: &result) else { return nil }
                case UInt8(ascii: "U"): guard append(digits: 8, to: &result) else { return nil }
                case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "/"): result.append(sign)
                default: result += [UInt8(ascii: "\\"), sign]
                }
            }
            return nil
        }

        private mutating func append(digits: Int, to result: inout [UInt8]) -> Bool {
            guard position + digits <= bytes.count,
                let value = UInt32(String(decoding: bytes[position..<position + digits], as: UTF8.self), radix: 16)
            else { return false }
            position += digits
            UTF8Decoding.append(value, to: &result)
            return true
        }

        private mutating func word() -> JSONValue? {
            let start = position
            while let byte = current, WordScanner.isWordByte(byte) || [0x2B, 0x2D, 0x2E].contains(byte) {
                position += 1
            }
            let word = String(decoding: bytes[start..<position], as: UTF8.self)
            switch word {
            case "None", "null": return .null
            case "True", "true": return .bool(true)
            case "False", "false": return .bool(false)
            default: return Double(word) == nil ? nil : .number(JSONNumber(lexeme: word))
            }
        }
    }
}
