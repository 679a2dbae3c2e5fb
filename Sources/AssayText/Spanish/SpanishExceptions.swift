// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Strings that the Spanish tokenizer splits by list and not by rule.
///
/// - Source: the exceptions of spaCy's rules for Spanish (MIT licence).
enum SpanishExceptions {
    /// Strings that are one token.
    static let whole: [String] = [
        "Av.", "Avda.", "C++", "Cía.", "Dr.", "Dra.", "EE. UU.", "EE.UU.", "Ee. Uu.", "Ee.Uu.", "Gob.", "Gral.",
        "Ing.", "J.C.", "Lic.", "O.O", "O.o", "O_O", "O_o", "P.D.", "Prof.", "Profa.", "Q.E.P.D.", "S.A.", "S.L.",
        "S.R.L.", "Sr.", "Sra.", "Srta.", "Ud.", "Uds.", "V.V", "V_V", "Vd.", "Vds.", "XD", "XDD", "a.", "a.C.",
        "a.J.C.", "apdo.", "aprox.", "b.", "c.", "d.", "d.C.", "d.J.C.", "dna.", "dpto.", "e.", "ej.", "esq.",
        "etc.", "f.", "fig.", "g.", "h.", "i.", "j.", "k.", "km/h", "l.", "m.", "m.n.", "n.", "n°", "núm.", "o.",
        "o.0", "o.O", "o.o", "o_0", "o_O", "o_o", "p.", "p.ej.", "pág.", "q.", "q.e.p.d.", "r.", "s.", "s.s.s.",
        "t.", "u.", "v.", "v.v", "v_v", "vol.", "w.", "x.", "xD", "xDD", "y.", "z.", "ä.", "ö.", "ü.", "ಠ_ಠ", "ಠ︵ಠ",
        "\t", "\n", " ", "'", "''", "(*_*)", "(-8", "(-:", "(-;", "(-_-)", "(._.)", "(:", "(;", "(=", "(>_<)",
        "(^_^)", "(o:", "(¬_¬)", "(ಠ_ಠ)", "(╯°□°）╯︵┻━┻", ")-:", "):", "-_-", "-__-", "._.", "0.0", "0.o", "0_0",
        "0_o", "8)", "8-)", "8-D", "8D", ":'(", ":')", ":'-(", ":'-)", ":(", ":((", ":(((", ":()", ":)", ":))",
        ":)))", ":*", ":-(", ":-((", ":-(((", ":-)", ":-))", ":-)))", ":-*", ":-/", ":-0", ":-3", ":->", ":-D",
        ":-O", ":-P", ":-X", ":-]", ":-o", ":-p", ":-x", ":-|", ":-}", ":/", ":0", ":1", ":3", ":>", ":D", ":O",
        ":P", ":X", ":]", ":o", ":o)", ":p", ":x", ":|", ":}", ":’(", ":’)", ":’-(", ":’-)", ";)", ";-)", ";-D",
        ";D", ";_;", "<.<", "</3", "<3", "<33", "<333", "<space>", "=(", "=)", "=/", "=3", "=D", "=[", "=]", "=|",
        ">.<", ">.>", ">:(", ">:o", "><(((*>", "@_@", "[-:", "[:", "[=", "\\\")", "\\n", "\\t", "]=", "^_^", "^__^",
        "^___^", "\u{A0}", "¯\\(ツ)/¯", "°C", "—", "’", "’’",
    ]

    /// Strings that are several tokens.
    static let split: [[String]] = {
        var result = [["pa", "l"], ["12", "m."]]
        for hour in 1...12 {
            for period in ["a.m.", "am", "p.m.", "pm"] { result.append(["\(hour)", period]) }
        }
        for unit in ["C", "F", "K", "c", "f", "k"] { result.append(["°", unit, "."]) }
        return result
    }()

    /// Units that split off after a digit.
    static let units: Set<[UInt8]> = Set(
        [
            "km", "km²", "km³", "m", "m²", "m³", "dm", "dm²", "dm³", "cm", "cm²", "cm³", "mm", "mm²", "mm³", "ha",
            "µm", "nm", "yd", "in", "ft", "kg", "g", "mg", "µg", "t", "lb", "oz", "m/s", "km/h", "kmh", "mph", "hPa",
            "Pa", "mbar", "mb", "MB", "kb", "KB", "gb", "GB", "tb", "TB", "T", "G", "M", "K", "км", "км²", "км³",
            "м", "м²", "м³", "дм", "дм²", "дм³", "см", "см²", "см³", "мм", "мм²", "мм³", "нм", "кг", "г", "мг",
            "м/с", "км/ч", "кПа", "Па", "мбар", "Кб", "КБ", "кб", "Мб", "МБ", "мб", "Гб", "ГБ", "гб", "Тб", "ТБ",
            "тбكم", "كم²", "كم³", "م", "م²", "م³", "سم", "سم²", "سم³", "مم", "مم²", "مم³", "كم", "غرام", "جرام",
            "جم", "كغ", "ملغ", "كوب", "اكواب",
            // Currencies of more than one scalar, and the plus sign, obey the same rule.
            "US$", "C$", "A$", "+",
        ].map { Array($0.utf8) })
    /// The most bytes of a unit.
    static let unitLimit = 10
}
