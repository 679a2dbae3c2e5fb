// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// Chemical text in one notation, whatever it was written in.
///
/// `\ce{…}`, fonts and math delimiters go; Unicode subscripts become `_2`, superscripts `^{2-}`; all arrows and `=`
/// become `>`; the dots of hydrates become `.`; `\frac{1}{2}` becomes `1/2`. Braces stay after `^` and `_` only.
package struct ChemicalNotation: Sendable {
    package private(set) var bytes: [UInt8] = []
    /// Whether the text says itself that it is chemistry, by `\ce`.
    package private(set) var isDeclared = false
    /// Whether something was met that chemistry has no use for.
    package private(set) var isForeign = false

    package init(_ text: String) {
        let source = [UInt8](text.utf8)
        bytes.reserveCapacity(source.count + 8)
        read(source)
        while bytes.last == 0x20 || bytes.last == UInt8(ascii: ",") { bytes.removeLast() }
        // The full stop of a sentence; a hydrate's dot has something after it.
        if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
        if bytes.first == 0x20 { bytes = Array(bytes.drop { $0 == 0x20 }) }
    }

    /// Whether there are only letters, digits and subscripts: no sign, bond or dot that mathematics reads otherwise.
    package var isPlain: Bool {
        bytes.allSatisfy { byte in
            byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "{")
                || byte == UInt8(ascii: "}")
        }
    }

    // MARK: Details

    private mutating func read(_ source: [UInt8]) {
        var braces: [Bool] = []
        var opensWrapper = false
        var index = 0
        while index < source.count, !isForeign {
            let byte = source[index]
            let isWrapper = opensWrapper
            if byte != 0x20 { opensWrapper = false }
            switch byte {
            case UInt8(ascii: "\\"):
                (index, opensWrapper) = command(source, at: index)
                continue
            case UInt8(ascii: "{"):
                let isKept = !isWrapper && (bytes.last == UInt8(ascii: "^") || bytes.last == UInt8(ascii: "_"))
                braces.append(!isKept)
                if isKept { bytes.append(byte) }
            case UInt8(ascii: "}"):
                if !(braces.popLast() ?? true) { bytes.append(byte) }
            case UInt8(ascii: "$"): break
            case UInt8(ascii: "~"), 0x09, 0x0A, 0x0D, 0x20: space()
            case UInt8(ascii: "*"):
                // Emphasis in pairs, a hydrate's dot alone.
                if index + 1 < source.count, source[index + 1] == byte {
                    index += 1
                } else {
                    dot()
                }
            case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "<"):
                index = arrowOrSign(source, at: index)
                continue
            case 0x80...:
                let (scalar, length) = UTF8Decoding.scalar(source, at: index)
                append(scalar)
                index += length
                continue
            default: bytes.append(byte)
            }
            index += 1
        }
    }

    /// The dot of a hydrate.
    private mutating func dot() {
        while bytes.last == 0x20 { bytes.removeLast() }
        bytes.append(UInt8(ascii: "."))
    }

    private mutating func space() {
        if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
    }

    /// `->`, `-->`, `=>`, `<=>`, `=`; else the byte itself.
    private mutating func arrowOrSign(_ source: [UInt8], at index: Int) -> Int {
        var end = index
        while end < source.count, end - index < 5,
            source[end] == UInt8(ascii: "-") || source[end] == UInt8(ascii: "=") || source[end] == UInt8(ascii: "<")
        {
            end += 1
        }
        if end < source.count, source[end] == UInt8(ascii: ">") {
            // The first minus of `Cl-->` belongs to the arrow; `Cl- ->` is the way to write the charge.
            bytes.append(UInt8(ascii: ">"))
            return end + 1
        }
        if source[index] == UInt8(ascii: "=") {
            bytes.append(UInt8(ascii: ">"))
        } else if source[index] == UInt8(ascii: "-") {
            bytes.append(UInt8(ascii: "-"))
        } else {
            isForeign = true
        }
        return index + 1
    }

    private mutating func command(_ source: [UInt8], at index: Int) -> (Int, Bool) {
        var end = index + 1
        while end < source.count, source[end] | 0x20 &- 0x61 < 26, end - index < 32 { end += 1 }
        if end == index + 1 {
            guard end < source.count else { return (end, false) }
            switch source[end] {
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "%"), UInt8(ascii: "&"): isForeign = true
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "!"): break
            default: space()
            }
            return (end + 1, false)
        }
        let name = String(decoding: source[index + 1..<end], as: UTF8.self)
        switch name {
        case "ce", "chem":
            isDeclared = true
            return (end, true)
        case "cdot", "bullet", "centerdot":
            dot()
        case "to", "rightarrow", "longrightarrow", "Rightarrow", "Longrightarrow", "rightleftharpoons",
            "leftrightarrow",
            "rightleftarrows", "longleftrightarrow", "leftrightharpoons":
            bytes.append(UInt8(ascii: ">"))
        case "xrightarrow", "xrightleftharpoons", "xleftrightarrow":
            bytes.append(UInt8(ascii: ">"))
            return (skipArguments(source, from: end), false)
        case "uparrow", "downarrow", "phantom", "hspace", "vphantom": break
        case "frac", "tfrac", "dfrac": return (fraction(source, from: end), false)
        default:
            switch LatexCommands.roles[name] {
            case .font: return (end, true)
            case .space: space()
            case .nothing: break
            default: isForeign = true
            }
        }
        // The space that ends a command is part of it.
        if end < source.count, source[end] == 0x20 { end += 1 }
        return (end, false)
    }

    /// The index behind the optional and the braced arguments of an arrow.
    private func skipArguments(_ source: [UInt8], from start: Int) -> Int {
        var index = start
        while index < source.count, source[index] == UInt8(ascii: "[") || source[index] == UInt8(ascii: "{") {
            var depth = 0
            while index < source.count {
                let byte = source[index]
                if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
                if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth -= 1 }
                index += 1
                if depth == 0 { break }
            }
        }
        return index
    }

    /// Writes a numeric fraction as `1/2`.
    private mutating func fraction(_ source: [UInt8], from start: Int) -> Int {
        var index = start
        for part in 0..<2 {
            if part == 1 { bytes.append(UInt8(ascii: "/")) }
            guard index < source.count else { break }
            if source[index] &- 0x30 < 10 {
                bytes.append(source[index])
                index += 1
            } else if source[index] == UInt8(ascii: "{") {
                index += 1
                while index < source.count, source[index] &- 0x30 < 10 {
                    bytes.append(source[index])
                    index += 1
                }
                guard index < source.count, source[index] == UInt8(ascii: "}") else {
                    isForeign = true
                    return index
                }
                index += 1
            } else {
                isForeign = true
                return index
            }
        }
        return index
    }

    private mutating func append(_ scalar: UInt32) {
        switch scalar {
        case 0x2080...0x2089: script(UInt8(ascii: "_"), UInt8(truncatingIfNeeded: scalar - 0x2080 + 0x30))
        case 0x2070, 0x2074...0x2079: script(UInt8(ascii: "^"), UInt8(truncatingIfNeeded: scalar - 0x2070 + 0x30))
        case 0xB9: script(UInt8(ascii: "^"), 0x31)
        case 0xB2, 0xB3: script(UInt8(ascii: "^"), UInt8(truncatingIfNeeded: scalar - 0x80))
        case 0x207A: script(UInt8(ascii: "^"), UInt8(ascii: "+"))
        case 0x207B: script(UInt8(ascii: "^"), UInt8(ascii: "-"))
        case 0xB7, 0x2022, 0x22C5, 0x2219, 0x30FB: dot()
        case 0x2190...0x21FF, 0x27F5...0x27FF, 0x2794...0x27BE:
            if scalar == 0x2191 || scalar == 0x2193 { return }
            bytes.append(UInt8(ascii: ">"))
        case 0x2212, 0x2010...0x2014: bytes.append(UInt8(ascii: "-"))
        case 0xBD: bytes.append(contentsOf: [0x31, 0x2F, 0x32])
        case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: space()
        case 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE00...0xFE0F: break
        case 0xFF01...0xFF5E: bytes.append(UInt8(truncatingIfNeeded: scalar - 0xFEE0))
        default: isForeign = true
        }
    }

    /// Adds to a run of Unicode scripts: `⁴` then `⁻` is `^{4-}`.
    private mutating func script(_ kind: UInt8, _ byte: UInt8) {
        if kind == UInt8(ascii: "_") {
            if !(bytes.last.map { $0 &- 0x30 < 10 } ?? false) { bytes.append(kind) }
            bytes.append(byte)
            return
        }
        if bytes.last == UInt8(ascii: "}") {
            bytes.removeLast()
        } else {
            bytes.append(kind)
            bytes.append(UInt8(ascii: "{"))
        }
        bytes.append(byte)
        bytes.append(UInt8(ascii: "}"))
    }
}
