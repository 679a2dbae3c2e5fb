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

    /// The name that stands for a scalar that must not be shown as it is: `⟨U+202E⟩`; nil for all others.
    ///
    /// - Parameters:
    ///   - scalar: the scalar.
    ///   - previous: the one before it. Joiners stay between characters beyond ASCII: emoji and scripts need them there.
    /// - Returns: nil where the scalar is shown as it is.
    static func name(of scalar: UInt32, after previous: UInt32) -> String? {
        switch scalar {
        case 0x200C, 0x200D: if previous >= 0x80 { return nil }
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xE0000...0xE007F:
            break
        default: return nil
        }
        let digits = String(scalar, radix: 16, uppercase: true)
        return "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟩"
    }

    private static func visible(_ text: String, keepsLines: Bool) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
        var result = ""
        var previous: UInt32 = 0
        for scalar in text.unicodeScalars {
            if keepsLines, scalar == "\n" || scalar == "\t" {
                result.unicodeScalars.append(scalar)
            } else if let name = name(of: scalar.value, after: previous) {
                result += name
            } else {
                result.unicodeScalars.append(scalar)
            }
            previous = scalar.value
        }
        return result
    }
}
