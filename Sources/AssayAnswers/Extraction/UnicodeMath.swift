// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Characters that stand for mathematics, as ASCII or LaTeX.
package enum UnicodeMath {
    /// `text` with digits, operators, fractions, sub- and superscripts in ASCII or LaTeX, without invisible characters.
    ///
    /// Letters of words stay; a Greek letter that stands alone becomes its LaTeX name.
    package static func asciified(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count + 16)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar.value < 0x80 {
                if scalar.value >= 0x20 && scalar.value != 0x7F || scalar.value == 0x0A || scalar.value == 0x09 {
                    output.append(UInt8(scalar.value))
                }
                index += 1
            } else if isPlainLetter(scalar.value) {
                output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                index += 1
            } else if let (digits, length) = scriptRun(scalars, at: index, table: superscripts) {
                output.append(contentsOf: "^{\(digits)}".utf8)
                index += length
            } else if let (digits, length) = scriptRun(scalars, at: index, table: subscripts) {
                output.append(contentsOf: "_{\(digits)}".utf8)
                index += length
            } else {
                let isAlone = !isGreek(index > 0 ? scalars[index - 1] : " ") && !isGreek(at(scalars, index + 1))
                if let mapped = replacement(for: scalar, isAlone: isAlone) {
                    output.append(contentsOf: mapped.utf8)
                } else {
                    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                }
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Combining marks, kana, Chinese characters and Hangul: what no table below has an entry for.
    private static func isPlainLetter(_ value: UInt32) -> Bool {
        switch value {
        case 0x300...0x36F, 0x3041...0x9FFF, 0xAC00...0xD7FF, 0x1F000...0x1FBEF: true
        default: false
        }
    }

    private static func at(_ scalars: [Unicode.Scalar], _ index: Int) -> Unicode.Scalar {
        index < scalars.count ? scalars[index] : " "
    }

    private static func isGreek(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x370 && scalar.value < 0x400 }

    private static func scriptRun(
        _ scalars: [Unicode.Scalar], at start: Int, table: [UInt32: Character]
    ) -> (String, Int)? {
        var digits = ""
        var index = start
        while index < scalars.count, let digit = table[scalars[index].value] {
            digits.append(digit)
            index += 1
        }
        return digits.isEmpty ? nil : (digits, index - start)
    }

    private static let superscripts: [UInt32: Character] = [
        0x2070: "0", 0xB9: "1", 0xB2: "2", 0xB3: "3", 0x2074: "4", 0x2075: "5", 0x2076: "6", 0x2077: "7", 0x2078: "8",
        0x2079: "9", 0x207A: "+", 0x207B: "-", 0x207D: "(", 0x207E: ")", 0x207F: "n", 0x2071: "i", 0x02E3: "x",
        0x1D4F: "k",
    ]
    private static let subscripts: [UInt32: Character] = [
        0x2080: "0", 0x2081: "1", 0x2082: "2", 0x2083: "3", 0x2084: "4", 0x2085: "5", 0x2086: "6", 0x2087: "7",
        0x2088: "8", 0x2089: "9", 0x208A: "+", 0x208B: "-", 0x2099: "n", 0x2096: "k", 0x1D62: "i", 0x2093: "x",
    ]

    /// What stands for one scalar past ASCII; nil where it stays.
    private static func replacement(for scalar: Unicode.Scalar, isAlone: Bool) -> String? {
        let value = scalar.value
        if let mapped = symbols[value] { return mapped }
        switch value {
        case 0xFF01...0xFF5E: return Unicode.Scalar(value - 0xFEE0).map { String($0) }
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xAD, 0x80...0x9F, 0xFE00...0xFE0F: return ""
        case 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0xA0: return " "
        case 0x2028, 0x2029: return "\n"
        case 0x2010...0x2013, 0x2212, 0xFE63: return "-"
        case 0x1D400...0x1D6A3: return asciiLetter((value - 0x1D400) % 52)
        case 0x1D7CE...0x1D7FF: return String((value - 0x1D7CE) % 10)
        case 0x370..<0x400: return isAlone ? greek[value].map { "\\\($0) " } : nil
        default: break
        }
        // Decimal digits of other scripts.
        if value > 0x600, scalar.properties.generalCategory == .decimalNumber,
            let digit = scalar.properties.numericValue
        {
            return String(Int(digit))
        }
        return nil
    }

    private static func asciiLetter(_ index: UInt32) -> String? {
        Unicode.Scalar(index < 26 ? 0x41 + index : 0x61 + index - 26).map { String($0) }
    }

    private static let greek: [UInt32: String] = [
        0x391: "Alpha", 0x393: "Gamma", 0x394: "Delta", 0x398: "Theta", 0x39B: "Lambda", 0x39E: "Xi", 0x3A0: "Pi",
        0x3A3: "Sigma", 0x3A6: "Phi", 0x3A8: "Psi", 0x3A9: "Omega", 0x3B1: "alpha", 0x3B2: "beta", 0x3B3: "gamma",
        0x3B4: "delta", 0x3B5: "epsilon", 0x3B6: "zeta", 0x3B7: "eta", 0x3B8: "theta", 0x3B9: "iota", 0x3BA: "kappa",
        0x3BB: "lambda", 0x3BC: "mu", 0x3BD: "nu", 0x3BE: "xi", 0x3C0: "pi", 0x3C1: "rho", 0x3C3: "sigma",
        0x3C4: "tau", 0x3C5: "upsilon", 0x3C6: "phi", 0x3C7: "chi", 0x3C8: "psi", 0x3C9: "omega", 0x3D1: "vartheta",
        0x3D5: "phi", 0x3D6: "varpi", 0x3F5: "epsilon",
    ]

    private static let symbols: [UInt32: String] = [
        // Operators and relations
        0xD7: "\\times ", 0xF7: "\\div ", 0xB7: "\\cdot ", 0x22C5: "\\cdot ", 0x2219: "\\cdot ", 0x2022: "\\cdot ",
        0x2217: "*", 0x2264: "\\le ", 0x2265: "\\ge ", 0x2266: "\\le ", 0x2267: "\\ge ", 0x2A7D: "\\le ",
        0x2A7E: "\\ge ", 0x2260: "\\ne ", 0x2248: "\\approx ", 0x2243: "\\approx ", 0x2245: "\\cong ",
        0x2261: "\\equiv ", 0xB1: "\\pm ", 0x2213: "\\mp ", 0x221E: "\\infty ", 0x221A: "\\sqrt ",
        0x221B: "\\sqrt[3]", 0x221C: "\\sqrt[4]", 0xB0: "^{\\circ}", 0xBA: "^{\\circ}", 0x2044: "/", 0x2215: "/",
        0x2236: ":", 0x2223: "|", 0x2016: "\\|", 0x2032: "'", 0x2033: "''", 0x223C: "~", 0x221D: "\\propto ",
        // Sets and logic
        0x2208: "\\in ", 0x2209: "\\notin ", 0x222A: "\\cup ", 0x2229: "\\cap ", 0x2205: "\\emptyset ",
        0x2216: "\\setminus ", 0x2282: "\\subset ", 0x2286: "\\subseteq ", 0x211D: "\\mathbb{R}",
        0x2102: "\\mathbb{C}", 0x2124: "\\mathbb{Z}", 0x2115: "\\mathbb{N}", 0x211A: "\\mathbb{Q}",
        0x2227: "\\land ", 0x2228: "\\lor ", 0xAC: "\\neg ", 0x2200: "\\forall ", 0x2203: "\\exists ",
        // Arrows, big operators, brackets
        0x2192: "\\to ", 0x27F6: "\\to ", 0x21D2: "\\Rightarrow ", 0x21CC: "\\rightleftharpoons ",
        0x2194: "\\leftrightarrow ", 0x2211: "\\sum ", 0x220F: "\\prod ", 0x222B: "\\int ", 0x2202: "\\partial ",
        0x2207: "\\nabla ", 0x27E8: "\\langle ", 0x27E9: "\\rangle ", 0x2329: "\\langle ", 0x232A: "\\rangle ",
        0x230A: "\\lfloor ", 0x230B: "\\rfloor ", 0x2308: "\\lceil ", 0x2309: "\\rceil ", 0x2220: "\\angle ",
        0x22A5: "\\perp ", 0x2225: "\\parallel ", 0x2026: "\\ldots ", 0x22EF: "\\cdots ", 0x210F: "\\hbar ",
        // Fractions
        0xBD: "\\frac{1}{2}", 0xBC: "\\frac{1}{4}", 0xBE: "\\frac{3}{4}", 0x2153: "\\frac{1}{3}",
        0x2154: "\\frac{2}{3}", 0x2155: "\\frac{1}{5}", 0x2156: "\\frac{2}{5}", 0x2157: "\\frac{3}{5}",
        0x2158: "\\frac{4}{5}", 0x2159: "\\frac{1}{6}", 0x215A: "\\frac{5}{6}", 0x2150: "\\frac{1}{7}",
        0x215B: "\\frac{1}{8}", 0x215C: "\\frac{3}{8}", 0x215D: "\\frac{5}{8}", 0x215E: "\\frac{7}{8}",
        0x2151: "\\frac{1}{9}", 0x2152: "\\frac{1}{10}",
        // Quotation marks and punctuation
        0x2018: "'", 0x2019: "'", 0x201C: "\"", 0x201D: "\"", 0x3001: ",", 0x3002: ".", 0x300C: "\"", 0x300D: "\"",
        // Letters and units
        0x2103: "^{\\circ}C", 0x2109: "^{\\circ}F", 0x212B: "Å", 0x212A: "K", 0x2126: "\\Omega ", 0xB5: "\\mu ",
    ]
}
