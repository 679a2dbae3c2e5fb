// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore

/// Gold answers as data sets have them: a text, a number, a list of either, a text that holds a Python list, a worked
/// solution with the answer behind `####` or in a box.
package enum GoldAnswers {
    /// The golds of which any may be matched.
    ///
    /// A Python list of one text (`['C']`) stands for that text. One of several (`['A', 'C']`) is one answer of that many
    /// parts, all of which are required; a JSON list holds alternatives. Either may also be meant as it is written.
    ///
    /// - Parameters:
    ///   - value: what stands in the record or in the check.
    ///   - field: its name in messages.
    ///   - keepsLiterals: whether the text of a Python list is an answer itself, and only that: the output of a program.
    /// - Returns: at least one text, none of them blank.
    /// - Throws: `CheckError` with code `argument` where there is no answer in it.
    package static func read(
        _ value: JSONValue, field: String = "gold", keepsLiterals: Bool = false
    ) throws(CheckError) -> [String] {
        switch value {
        case .array(let elements):
            guard !elements.isEmpty else {
                throw .argument(field, found: value.described, expected: "an answer, or a list of answers")
            }
            var golds: [String] = []
            for (index, element) in elements.enumerated() {
                golds.append(try text(element, field: "\(field)[\(index)]"))
            }
            return golds
        case .string(let written) where !keepsLiterals:
            let gold = try text(value, field: field)
            guard let parts = pythonTexts(written) else { return [afterHashes(gold) ?? gold] }
            return [parts.joined(separator: ", "), gold]
        default: return [try text(value, field: field)]
        }
    }

    private static func text(_ value: JSONValue, field: String) throws(CheckError) -> String {
        switch value {
        case .number(let number): return number.lexeme
        case .bool(let truth): return truth ? "true" : "false"
        case .string(let written):
            let text = Escapes.repaired(written)
            guard text.utf8.contains(where: { $0 > 0x20 }) else {
                throw .argument(field, found: text.isEmpty ? "empty" : "blank", expected: "an answer")
            }
            // What JSON makes of a command that begins with b or f: a common slip, and never part of an answer.
            if let control = text.utf8.first(where: { $0 == 0x08 || $0 == 0x0C }) {
                let written = control == 0x08 ? "b" : "f"
                throw .argument(
                    field, found: "a text with the control character \\\(written)",
                    expected: "a backslash written twice in JSON (\"\\\\\(control == 0x08 ? "boxed" : "frac")\")")
            }
            return text
        default: throw .argument(field, found: value.described, expected: "an answer, or a list of answers")
        }
    }

    /// The texts of a Python list or tuple of texts; nil where it is anything else.
    private static func pythonTexts(_ text: String) -> [String]? {
        guard let first = text.utf8.first(where: { $0 > 0x20 }),
            first == UInt8(ascii: "[") || first == UInt8(ascii: "("),
            text.utf8.contains(UInt8(ascii: "'")) || text.utf8.contains(UInt8(ascii: "\"")), text.utf8.count < 1 << 16,
            case .array(let elements) = PythonLiteral.parse(text), !elements.isEmpty
        else { return nil }
        var parts: [String] = []
        for element in elements {
            guard case .string(let part) = element, part.utf8.contains(where: { $0 > 0x20 }) else { return nil }
            parts.append(part)
        }
        return parts
    }

    /// What stands behind the last `####`, up to the end of the line.
    package static func afterHashes(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 4, let start = (0...bytes.count - 4).last(where: { bytes[$0..<$0 + 4] == hashes }) else {
            return nil
        }
        let line = bytes[(start + 4)...].drop { $0 <= 0x20 }.prefix { $0 != 0x0A && $0 != 0x0D }
        let answer = String(decoding: line, as: UTF8.self)
        return answer.utf8.contains { $0 > 0x20 } ? answer : nil
    }

    private static let hashes = ArraySlice("####".utf8)

    /// The last `\boxed{…}` or `\fbox{…}` whose braces are balanced: as a whole, and what it holds.
    package static func lastBox(_ text: String) -> (whole: String, content: String)? {
        let bytes = Array(text.utf8)
        var cursor = bytes.count
        while let start = bytes[..<cursor].lastIndex(of: UInt8(ascii: "\\")) {
            cursor = start
            guard let name = boxes.first(where: { bytes[start...].starts(with: $0) }) else { continue }
            var open = start + name.count
            while open < bytes.count, bytes[open] == 0x20 { open += 1 }
            guard open < bytes.count, bytes[open] == UInt8(ascii: "{") else { continue }
            guard let close = closing(open, bytes) else { return nil }
            let content = bytes[open + 1..<close]
            guard content.contains(where: { $0 > 0x20 }) else { return nil }
            return (
                String(decoding: bytes[start...close], as: UTF8.self), String(decoding: content, as: UTF8.self)
            )
        }
        return nil
    }

    private static let boxes = [Array("\\boxed".utf8), Array("\\fbox".utf8)]

    private static func closing(_ open: Int, _ bytes: [UInt8]) -> Int? {
        var depth = 0
        var index = open
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
            index += 1
        }
        return nil
    }
}
