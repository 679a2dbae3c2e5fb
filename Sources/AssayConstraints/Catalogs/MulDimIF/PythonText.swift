// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// Writes JSON values as Python's `str` writes what `json.loads` makes of them.
package enum PythonText {
    /// `str(value)`: a string is itself, anything else its `repr`.
    static func string(_ value: JSONValue) -> [UInt8] {
        if case .string(let text) = value { return Array(text.utf8) }
        var result: [UInt8] = []
        append(value, to: &result)
        return result
    }

    private static func append(_ value: JSONValue, to result: inout [UInt8]) {
        switch value {
        case .null: result += "None".utf8
        case .bool(let value): result += (value ? "True" : "False").utf8
        case .number(let number): result += numeral(number.lexeme).utf8
        case .string(let text): appendQuoted(Array(text.utf8), to: &result)
        case .array(let elements):
            result.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { result += ", ".utf8 }
                append(element, to: &result)
            }
            result.append(UInt8(ascii: "]"))
        case .object(let object):
            result.append(UInt8(ascii: "{"))
            for (index, member) in object.members.enumerated() {
                if index > 0 { result += ", ".utf8 }
                appendQuoted(Array(member.key.utf8), to: &result)
                result += ": ".utf8
                append(member.value, to: &result)
            }
            result.append(UInt8(ascii: "}"))
        }
    }

    /// `repr` of a string.
    private static func appendQuoted(_ text: [UInt8], to result: inout [UInt8]) {
        let single = UInt8(ascii: "'")
        let quote = text.contains(single) && !text.contains(UInt8(ascii: "\"")) ? UInt8(ascii: "\"") : single
        result.append(quote)
        var index = 0
        while index < text.count {
            let (scalar, length) = UTF8Decoding.scalar(text, at: index)
            index += length
            switch scalar {
            case UInt32(quote), 0x5C: result += [0x5C, UInt8(truncatingIfNeeded: scalar)]
            case 0x0A: result += "\\n".utf8
            case 0x0D: result += "\\r".utf8
            case 0x09: result += "\\t".utf8
            case _ where UnicodeScalars.isPrintable(scalar): UTF8Decoding.append(scalar, to: &result)
            default:
                let digits = String(scalar, radix: 16)
                let (sign, width) = scalar < 0x100 ? ("x", 2) : scalar < 0x10000 ? ("u", 4) : ("U", 8)
                result += "\\\(sign)\(String(repeating: "0", count: width - digits.count))\(digits)".utf8
            }
        }
        result.append(quote)
    }

    /// `repr` of a number.
    package static func numeral(_ lexeme: String) -> String {
        switch lexeme {
        case "NaN": return "nan"
        case "Infinity": return "inf"
        case "-Infinity": return "-inf"
        default: break
        }
        guard lexeme.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }) else {
            return lexeme == "-0" ? "0" : lexeme
        }
        guard let value = Double(lexeme) else { return lexeme }
        let text = value.description
        guard value.magnitude >= 1e16, value.isFinite, !text.contains("e") else { return text }
        // The standard library writes numbers below 2⁵⁴ in full, Python those below 10¹⁶.
        let isNegative = text.hasPrefix("-")
        let digits = Array(text.utf8.drop { $0 == UInt8(ascii: "-") }.prefix { $0 != UInt8(ascii: ".") })
        let exponent = digits.count - 1
        var fraction = digits.dropFirst()
        while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
        let head = String(decoding: digits.prefix(1), as: UTF8.self)
        let tail = fraction.isEmpty ? "" : "." + String(decoding: fraction, as: UTF8.self)
        return "\(isNegative ? "-" : "")\(head)\(tail)e+\(exponent)"
    }
}
