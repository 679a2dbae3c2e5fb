// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Mathematical signs outside ASCII, replaced by LaTeX or plain words, so that the lexer sees few bytes only.
enum MathSigns {
    /// The bytes of `text` with every sign that has an ASCII reading replaced; letters of other scripts stay UTF-8.
    static func normalised(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 16)
        var raised = Script.none
        for scalar in text.unicodeScalars {
            if let (script, sign) = scripted(scalar) {
                if script != raised {
                    if raised != .none { result.append(UInt8(ascii: "}")) }
                    result += script == .superscript ? "^{".utf8 : "_{".utf8
                    raised = script
                }
                result.append(sign)
                continue
            }
            if raised != .none {
                result.append(UInt8(ascii: "}"))
                raised = .none
            }
            append(scalar, to: &result)
        }
        if raised != .none { result.append(UInt8(ascii: "}")) }
        return result
    }

    private enum Script { case none, superscript, `subscript` }

    private static func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
        let value = scalar.value
        if value < 0x80 {
            result.append(UInt8(value))
        } else if let ascii = ascii(value) {
            result.append(ascii)
        } else if isIgnored(value) {
            return
        } else if isForeign(value) {
            // A byte that is nothing to the lexer.
            result.append(1)
        } else if let replacement = replacements[value] {
            result += replacement.utf8
        } else {
            result += String(scalar).utf8
        }
    }

    /// Superscript and subscript digits, signs and letters.
    private static func scripted(_ scalar: Unicode.Scalar) -> (Script, UInt8)? {
        let value = scalar.value
        switch value {
        case 0xB9: return (.superscript, UInt8(ascii: "1"))
        case 0xB2, 0xB3: return (.superscript, UInt8(value - 0xB0) + 0x30)
        case 0x2070, 0x2074...0x2079: return (.superscript, UInt8(value - 0x2070) + 0x30)
        case 0x2080...0x2089: return (.subscript, UInt8(value - 0x2080) + 0x30)
        case 0x2071: return (.superscript, UInt8(ascii: "i"))
        case 0x207A, 0x207B: return (.superscript, value == 0x207A ? UInt8(ascii: "+") : UInt8(ascii: "-"))
        case 0x207D, 0x207E: return (.superscript, value == 0x207D ? UInt8(ascii: "(") : UInt8(ascii: ")"))
        case 0x207F: return (.superscript, UInt8(ascii: "n"))
        case 0x02E3: return (.superscript, UInt8(ascii: "x"))
        case 0x1D4F: return (.superscript, UInt8(ascii: "k"))
        case 0x1D50: return (.superscript, UInt8(ascii: "m"))
        case 0x1D57: return (.superscript, UInt8(ascii: "t"))
        case 0x208A, 0x208B: return (.subscript, value == 0x208A ? UInt8(ascii: "+") : UInt8(ascii: "-"))
        case 0x2090, 0x2091, 0x2092, 0x2093: return (.subscript, Array("aeox".utf8)[Int(value - 0x2090)])
        case 0x2096...0x209C: return (.subscript, Array("klmnpst".utf8)[Int(value - 0x2096)])
        case 0x1D62: return (.subscript, UInt8(ascii: "i"))
        case 0x2C7C: return (.subscript, UInt8(ascii: "j"))
        default: return nil
        }
    }

    /// One ASCII byte for full-width forms, digits of other scripts, mathematical letters, dashes and spaces.
    private static func ascii(_ value: UInt32) -> UInt8? {
        switch value {
        case 0xFF01...0xFF5E: UInt8(value - 0xFF01 + 0x21)
        case 0x0660...0x0669: UInt8(value - 0x0660) + 0x30
        case 0x06F0...0x06F9: UInt8(value - 0x06F0) + 0x30
        case 0x0966...0x096F: UInt8(value - 0x0966) + 0x30
        case 0x1D7CE...0x1D7FF: UInt8((value - 0x1D7CE) % 10) + 0x30
        case 0x1D400...0x1D6A3: mathematicalLetter(value)
        case 0x210E: UInt8(ascii: "h")
        case 0x2212, 0x2010...0x2015, 0xFE63, 0x2043: UInt8(ascii: "-")
        case 0x2215, 0x2044, 0x2571: UInt8(ascii: "/")
        case 0x2217, 0xFE61: UInt8(ascii: "*")
        case 0x2223, 0xFF5C, 0x2758: UInt8(ascii: "|")
        case 0x2236, 0xFE55: UInt8(ascii: ":")
        case 0x2018, 0x2019, 0x2032, 0x02B9, 0x00B4: UInt8(ascii: "'")
        case 0x3001, 0xFE50, 0x066C: UInt8(ascii: ",")
        case 0x3002: UInt8(ascii: ".")
        case 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x1680: UInt8(ascii: " ")
        default: nil
        }
    }

    /// Bold, italic, … letters of the block of mathematical alphanumerics, 52 to an alphabet.
    private static func mathematicalLetter(_ value: UInt32) -> UInt8 {
        let place = UInt8((value - 0x1D400) % 52)
        return place < 26 ? 0x41 + place : 0x61 + place - 26
    }

    /// Marks without width, the byte order mark, and invisible operators.
    private static func isIgnored(_ value: UInt32) -> Bool {
        switch value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF, 0xFE00...0xFE0F: true
        default: false
        }
    }

    /// Combining marks, box drawing, dingbats, private use, pictures: neither letters nor mathematics.
    private static func isForeign(_ value: UInt32) -> Bool {
        switch value {
        case 0x80...0x9F, 0x0300...0x036F, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0x2500...0x27BF, 0xE000...0xF8FF,
            0xFE20...0xFE2F, 0xFFF0...0xFFFF, 0x1F000...0x1FFFF, 0xE0000...0x10FFFF:
            replacements[value] == nil
        default: false
        }
    }

    /// LaTeX for the other signs.
    private static let replacements: [UInt32: String] = {
        var table: [UInt32: String] = [
            0x00D7: " \\times ", 0x2A2F: " \\times ", 0x2715: " \\times ", 0x2716: " \\times ", 0x00B7: " \\cdot ",
            0x22C5: " \\cdot ", 0x2022: " \\cdot ", 0x2219: " \\cdot ", 0x30FB: " \\cdot ", 0x00F7: " \\div ",
            0x2264: " \\le ", 0x2266: " \\le ", 0x2A7D: " \\le ", 0x2265: " \\ge ", 0x2267: " \\ge ", 0x2A7E: " \\ge ",
            0x2260: " \\ne ", 0x2248: " \\approx ", 0x2243: " \\approx ", 0x2245: " \\approx ", 0x223C: " \\approx ",
            0x2250: " \\approx ", 0x2261: " \\equiv ", 0x2254: "=", 0x225C: "=", 0x2208: " \\in ", 0x220A: " \\in ",
            0x2209: " \\notin ", 0x2282: " \\subset ", 0x2286: " \\subset ", 0x221D: " \\propto ", 0x2192: " \\to ",
            0x27F6: " \\to ", 0x21A6: " \\to ", 0x21D2: " \\Rightarrow ", 0x27F9: " \\Rightarrow ",
            0x21D4: " \\Leftrightarrow ", 0x221E: " \\infty ", 0x222A: " \\cup ", 0x22C3: " \\cup ", 0x2229: " \\cap ",
            0x2216: " \\setminus ", 0x29F5: " \\setminus ", 0x2205: " \\emptyset ", 0x2300: " \\emptyset ",
            0x211D: " \\mathbb{R} ",
            0x211A: " \\mathbb{Q} ", 0x2124: " \\mathbb{Z} ", 0x2115: " \\mathbb{N} ", 0x2102: " \\mathbb{C} ",
            0x221A: " sqrt ", 0x221B: " cbrt ", 0x221C: "\\fourthroot ", 0x00B0: "\\degree ", 0x00BA: "\\degree ",
            0x02DA: "\\degree ", 0x2103: "\\degree C", 0x2109: "\\degree F", 0x00B1: " \\pm ", 0x2213: " \\mp ",
            0x2033: "''", 0x2034: "'''", 0x201D: "''", 0x2026: "\\ldots ", 0x22EF: "\\ldots ", 0x22EE: "\\ldots ",
            0x27E8: " \\langle ", 0x27E9: " \\rangle ", 0x2329: " \\langle ", 0x232A: " \\rangle ",
            0x3008: " \\langle ", 0x3009: " \\rangle ", 0x230A: " \\lfloor ", 0x230B: " \\rfloor ",
            0x2308: " \\lceil ", 0x2309: " \\rceil ", 0x2016: "\\|", 0x2225: "\\|", 0x2211: " \\sum ",
            0x220F: " \\prod ",
            0x222B: " \\int ", 0x2202: " \\partial ", 0x2207: " \\nabla ", 0x2227: " \\land ", 0x2228: " \\lor ",
            0x00AC: " \\neg ", 0x212F: " e ", 0x2147: " e ", 0x2148: " i ", 0x2113: " \\ell ", 0x210F: " \\hbar ",
            0x3010: "[", 0x3011: "]", 0x300C: "", 0x300D: "", 0x2295: " \\oplus ", 0x2220: " \\angle ",
            0x25B3: " \\triangle ", 0x22A5: " \\perp ", 0x2203: " \\exists ", 0x2200: " \\forall ",
            0x00B5: " \\mu ", 0x2126: " \\Omega ", 0x03D5: " \\phi ", 0x03B5: " \\epsilon ", 0x03F5: " \\epsilon ",
            0x03D1: " \\theta ", 0x03F1: " \\rho ", 0x03D6: " \\pi ", 0x03C2: " \\sigma ",
        ]
        let fractions: [UInt32: (Int, Int)] = [
            0xBC: (1, 4), 0xBD: (1, 2), 0xBE: (3, 4), 0x2150: (1, 7), 0x2151: (1, 9), 0x2152: (1, 10), 0x2153: (1, 3),
            0x2154: (2, 3), 0x2155: (1, 5), 0x2156: (2, 5), 0x2157: (3, 5), 0x2158: (4, 5), 0x2159: (1, 6),
            0x215A: (5, 6), 0x215B: (1, 8), 0x215C: (3, 8), 0x215D: (5, 8), 0x215E: (7, 8), 0x2189: (0, 3),
        ]
        for (scalar, parts) in fractions { table[scalar] = "\\frac{\(parts.0)}{\(parts.1)}" }
        let greek = [
            "alpha", "beta", "gamma", "delta", "", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi",
            "omicron", "pi", "rho", "", "sigma", "tau", "upsilon", "varphi", "chi", "psi", "omega",
        ]
        for (offset, name) in greek.enumerated() where !name.isEmpty {
            table[0x03B1 + UInt32(offset)] = " \\\(name) "
            let capital = name.prefix(1).uppercased() + name.dropFirst()
            table[0x0391 + UInt32(offset)] = Vocabulary.commands[capital] == nil ? nil : " \\\(capital) "
        }
        for offset: UInt32 in 0..<58 {
            // Mathematical Greek, 58 to an alphabet: capitals, nabla, small letters, variants.
            for alphabet: UInt32 in 0..<5 {
                let letter: UInt32? =
                    switch offset {
                    case 0...24: 0x0391 + offset
                    case 26...50: 0x03B1 + offset - 26
                    default: nil
                    }
                if let letter, let name = table[letter] { table[0x1D6A8 + alphabet * 58 + offset] = name }
            }
        }
        return table
    }()
}
