// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Makes text from outside harmless where it is shown: it can neither steer a terminal, nor run on a page, nor compute in
/// a spreadsheet, nor hide itself.
public enum Inert {
    /// Text for a terminal: control and bidirectional characters become visible names; line feeds and tabs stay.
    public static func terminal(_ text: String) -> String { visible(text, keepsLines: true) }

    /// Text for one line of a terminal or of a table.
    public static func line(_ text: String) -> String { visible(text, keepsLines: false) }

    /// Text for HTML content and for attribute values in quotes.
    public static func html(_ text: String) -> String {
        var result = ""
        for scalar in visible(text, keepsLines: true).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A field of a CSV file (RFC 4180): quoted where needed, and never the beginning of a formula.
    public static func csv(_ text: String) -> String {
        var field = line(text)
        if let first = field.unicodeScalars.first, ["=", "+", "-", "@"].contains(first), Double(field) == nil {
            field = "'" + field
        }
        guard field.unicodeScalars.contains(where: { [",", "\"", "\n", "\r"].contains($0) }) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }

    /// A cell of a Markdown table.
    public static func markdown(_ text: String) -> String {
        var result = ""
        for scalar in line(text).unicodeScalars {
            if ["|", "\\", "`", "*", "_", "<", "[", "]"].contains(scalar) { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    private static func visible(_ text: String, keepsLines: Bool) -> String {
        guard text.unicodeScalars.contains(where: { isHidden($0) }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if isHidden(scalar), !(keepsLines && (scalar == "\n" || scalar == "\t")) {
                result += "⟨U+\(hexadecimal(scalar.value))⟩"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// Control characters, and characters that change direction or cannot be seen.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
            0xE0000...0xE007F:
            true
        default: false
        }
    }
}
