// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What a sign or a word for money may mean.
struct Currency: Sendable, Hashable {
    /// The codes of the currencies: one for `€`, several for `$` and "cents".
    var codes: Set<String>
    /// How it is printed.
    var symbol: String
    /// Parts of the main unit: 100 for cents.
    var parts = 1

    /// Whether the two may be the same currency.
    func agrees(with other: Currency) -> Bool { !codes.isDisjoint(with: other.codes) }

    private static let dollars: Set<String> = ["USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN"]
    private static let dollar = Currency(codes: dollars, symbol: "$")
    private static let cent = Currency(codes: dollars.union(["EUR", "ZAR"]), symbol: "¢", parts: 100)

    /// Signs before a number, longer ones first.
    static let before: [(sign: [Unicode.Scalar], currency: Currency)] = {
        var signs: [(String, Currency)] = []
        for (sign, code) in [
            ("US", "USD"), ("CA", "CAD"), ("C", "CAD"), ("AU", "AUD"), ("A", "AUD"), ("NZ", "NZD"), ("HK", "HKD"),
            ("S", "SGD"),
            ("NT", "TWD"), ("MX", "MXN"),
        ] {
            for mark in ["\\$", "$"] { signs.append((sign + mark, Currency(codes: [code], symbol: sign + "$"))) }
        }
        signs += [
            ("\\$", dollar), ("$", dollar), ("\\textdollar", dollar), ("\\text{\\$}", dollar), ("＄", dollar),
            ("﹩", dollar),
        ]
        for (mark, codes) in symbols {
            let currency = Currency(codes: codes, symbol: mark)
            signs += [(mark, currency), ("\\text{\(mark)}", currency)]
        }
        signs += [
            ("\\pounds", Currency(codes: ["GBP"], symbol: "£")),
            ("\\textsterling", Currency(codes: ["GBP"], symbol: "£")),
            ("\\euro", Currency(codes: ["EUR"], symbol: "€")), ("\\texteuro", Currency(codes: ["EUR"], symbol: "€")),
            ("\\yen", Currency(codes: ["JPY", "CNY"], symbol: "¥")), ("Rs.", Currency(codes: rupees, symbol: "₹")),
            ("Rs", Currency(codes: rupees, symbol: "₹")), ("\\text{Rs.}", Currency(codes: rupees, symbol: "₹")),
        ]
        for code in codes { signs.append((code, Currency(codes: [code], symbol: code))) }
        return signs.map { (Array($0.0.unicodeScalars), $0.1) }
    }()

    private static let rupees: Set<String> = ["INR", "PKR", "LKR", "NPR"]
    private static let symbols: [(String, Set<String>)] = [
        ("€", ["EUR"]), ("£", ["GBP"]), ("¥", ["JPY", "CNY"]), ("￥", ["JPY", "CNY"]), ("₹", rupees), ("₩", ["KRW"]),
        ("₽", ["RUB"]), ("₪", ["ILS"]), ("₺", ["TRY"]), ("₫", ["VND"]), ("฿", ["THB"]), ("₱", ["PHP"]), ("₦", ["NGN"]),
        ("₴", ["UAH"]),
    ]
    private static let codes = [
        "USD", "EUR", "GBP", "JPY", "CNY", "RMB", "INR", "CAD", "AUD", "NZD", "HKD", "SGD", "CHF", "KRW", "MXN", "BRL",
        "RUB",
        "SEK", "NOK", "DKK", "ZAR", "TRY", "PKR", "THB", "PHP", "PLN",
    ]

    /// Signs behind a number.
    static func after(_ scalar: Unicode.Scalar) -> Currency? {
        if scalar == "¢" { return cent }
        if scalar == "$" { return dollar }
        return symbols.first { $0.0.unicodeScalars.first == scalar }.map { Currency(codes: $0.1, symbol: $0.0) }
    }

    /// The currency that words name, in small letters: "dollars", "us dollars", "cents"; nil where they name none.
    static func named(_ words: [String]) -> Currency? {
        let name = words.joined(separator: " ")
        if let currency = names[name] { return currency }
        let code = name.uppercased()
        guard words.count == 1, codes.contains(code) else { return nil }
        return Currency(codes: [code == "RMB" ? "CNY" : code], symbol: code)
    }

    private static let names: [String: Currency] = {
        var names: [String: Currency] = [:]
        func add(_ words: [String], _ codes: Set<String>, _ symbol: String, parts: Int = 1) {
            for word in words { names[word] = Currency(codes: codes, symbol: symbol, parts: parts) }
        }
        add(["dollar", "dollars", "buck", "bucks"], dollars, "$")
        add(["cent", "cents"], cent.codes, "¢", parts: 100)
        add(["us dollar", "us dollars", "u s dollars", "american dollars"], ["USD"], "US$")
        add(["canadian dollar", "canadian dollars"], ["CAD"], "C$")
        add(["australian dollar", "australian dollars"], ["AUD"], "A$")
        add(["hong kong dollars"], ["HKD"], "HK$")
        add(["singapore dollars"], ["SGD"], "S$")
        add(["euro", "euros"], ["EUR"], "€")
        add(["pound", "pounds", "pound sterling", "pounds sterling", "quid", "british pounds"], ["GBP"], "£")
        add(["pence", "penny", "p"], ["GBP"], "p", parts: 100)
        add(["pennies"], cent.codes.union(["GBP"]), "¢", parts: 100)
        add(["yen"], ["JPY"], "¥")
        add(["yuan", "renminbi"], ["CNY"], "¥")
        add(["rupee", "rupees", "rs", "indian rupees"], rupees, "₹")
        add(["paise", "paisa"], rupees, "paise", parts: 100)
        add(["won"], ["KRW"], "₩")
        add(["peso", "pesos"], ["MXN", "PHP"], "pesos")
        add(["franc", "francs", "swiss francs"], ["CHF"], "CHF")
        add(["rubles", "roubles"], ["RUB"], "₽")
        add(["real", "reais"], ["BRL"], "R$")
        return names
    }()

    /// Letters of the longest word in a name.
    static let longestWord = 12

    /// The words of names and the codes: five bits a letter, the case left out.
    static let words: Set<UInt64> = {
        var words: Set<UInt64> = []
        for name in Array(names.keys) + codes {
            for word in name.utf8.split(separator: 0x20) where word.count > 1 {
                words.insert(word.reduce(0) { $0 << 5 | UInt64($1 & 0x1F) })
            }
        }
        return words
    }()

    /// What words multiply a number by: "million", "k"; nil where they do not.
    static func multiplier(_ word: String) -> Int? {
        switch word {
        case "hundred": 100
        case "thousand", "thousands", "k", "K", "grand": 1_000
        case "lakh", "lakhs": 100_000
        case "million", "millions", "M", "mn", "mil", "MM", "m": 1_000_000
        case "crore", "crores": 10_000_000
        case "billion", "billions", "B", "bn", "b": 1_000_000_000
        case "trillion", "trillions", "T", "tn": 1_000_000_000_000
        default: nil
        }
    }
}
