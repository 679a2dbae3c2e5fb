// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Changes of answers that are words: a letter, yes or no, a unit, a currency.
enum WordChanges {
    private static let opposites: [(String, String)] = [
        ("yes", "no"), ("true", "false"), ("Yes", "No"), ("True", "False"), ("YES", "NO"), ("TRUE", "FALSE"),
    ]
    /// Each unit with one of another kind or size.
    private static let units: [(String, String)] = [
        ("km", "m"), ("m", "km"), ("cm", "m"), ("mm", "cm"), ("kg", "g"), ("g", "kg"), ("mg", "g"), ("L", "mL"),
        ("mL", "L"), ("h", "min"), ("min", "h"), ("s", "min"), ("J", "W"), ("W", "J"), ("N", "J"), ("Pa", "N"),
        ("V", "A"), ("A", "V"), ("K", "Pa"), ("Hz", "V"), ("km/h", "m/s"), ("m/s", "km/h"), ("hours", "minutes"),
        ("minutes", "hours"), ("seconds", "minutes"), ("meters", "kilometers"), ("kilometers", "meters"),
        ("miles", "feet"), ("feet", "miles"), ("inches", "feet"), ("pounds", "ounces"), ("ounces", "pounds"),
    ]

    /// All certain changes; nil where the text is none of these.
    static func all(of core: [UInt8]) -> [AnswerChange]? {
        let text = peeled(core)
        for (a, b) in opposites where text == a || text == b {
            return [AnswerChange(kind: .truth, text: text == a ? b : a)]
        }
        if let letter = option(text) {
            // The neighbour, so that it stays among the options that there are.
            let other = letter == UInt8(ascii: "A") ? UInt8(ascii: "B") : letter - 1
            return [AnswerChange(kind: .letter, text: String(decoding: [other], as: UTF8.self))]
        }
        return currency(core) ?? quantity(core)
    }

    /// Without `\text{…}` and the like around all of it.
    private static func peeled(_ core: [UInt8]) -> String {
        let text = String(decoding: core, as: UTF8.self)
        for opening in ["\\text{", "\\textbf{", "\\mathrm{"] where text.hasPrefix(opening) && text.hasSuffix("}") {
            let inner = text.dropFirst(opening.count).dropLast()
            if !inner.contains("{"), !inner.contains("}") { return String(inner) }
        }
        return text
    }

    /// The letter of `B` or `(B)`, from A to F.
    private static func option(_ text: String) -> UInt8? {
        var bytes = Array(text.utf8)
        if bytes.count == 3, bytes[0] == UInt8(ascii: "("), bytes[2] == UInt8(ascii: ")") { bytes = [bytes[1]] }
        guard bytes.count == 1, (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(bytes[0]) else { return nil }
        return bytes[0]
    }

    /// `$5`, `\$5`, `€5`: another first digit, another currency.
    private static func currency(_ core: [UInt8]) -> [AnswerChange]? {
        let signs = ["\\$", "$", "€", "£"]
        guard let sign = signs.first(where: { core.starts(with: $0.utf8) }) else { return nil }
        let start = sign.utf8.count
        guard let (part, reader) = TermReader.read(core, in: start..<core.count), reader.symbols.isEmpty,
            reader.termCount == 1
        else { return [] }
        let other = sign == "€" ? "£" : "€"
        return TermChanges.changes(core, part.sites).filter { $0.kind == .digit }
            + [AnswerChange(kind: .unit, text: Edit.replace(core, 0..<start, Array(other.utf8)))]
    }

    /// A number and a unit: another number, another unit; nil where it is something else.
    private static func quantity(_ core: [UInt8]) -> [AnswerChange]? {
        var end = core.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }.count
        guard end > 0, end < core.count else { return nil }
        let number = 0..<end
        while end < core.count, core[end] == 0x20 || core[end] == UInt8(ascii: "~") { end += 1 }
        if core[end...].starts(with: "\\,".utf8) || core[end...].starts(with: "\\ ".utf8) { end += 2 }
        var unit = end..<core.count
        for opening in ["\\text{", "\\mathrm{"]
        where core[end...].starts(with: opening.utf8) && core.last == UInt8(ascii: "}") {
            unit = end + opening.utf8.count..<core.count - 1
        }
        while let first = unit.first, core[first] == 0x20 { unit = unit.dropFirst() }
        let name = String(decoding: core[unit], as: UTF8.self)
        guard let other = units.first(where: { $0.0 == name })?.1,
            let (part, reader) = TermReader.read(core, in: number), part.isNonzero, reader.termCount == 1
        else { return nil }
        return TermChanges.changes(core, part.sites).filter { $0.kind == .digit }
            + [AnswerChange(kind: .unit, text: Edit.replace(core, unit, Array(other.utf8)))]
    }
}
