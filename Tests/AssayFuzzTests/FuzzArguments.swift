// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// Draws arguments that fit a verifier's parameters.
enum FuzzArguments {
    private static let words = [
        "the", "garden", "a", "e", "Ann", "x", "don't", "not", "yes", "é", "漢", "です", "ñ", "word word", "a b c", "",
        " ",
        "Mr. Brown", "sun-rise", "😀",
    ]
    private static let texts = [
        "P.S.", "P.P.S", "***", "---", "\n\n", "SECTION", "Section", "Paragraph", "<<", ">>", "[", "]", ";", ",", "|",
        "\t",
        "My answer is yes.", "yes/no/maybe", "['yes', 'no']", "(a|b)+c", "\\w+\\s", "[a-z]+", ".*", "(?i)the", "^$",
        "at least",
        "less than", "words", "sentences", "en", "fr", "zh-cn", "ja", "es", "de", "A/B/C", "A, B and C",
        "The garden needs water every morning.", "Repeat this: one two three.", "*", "- ", "!", "?", ".",
        "{\"a\":1}", "今日は", "¿Qué?", "l'été",
    ]
    private static let named: [String: [String]] = [
        "language": ["en", "fr", "de", "zh-cn", "ja", "ar", "ru", "ko", "th", "es"],
        "letter": ["a", "e", "z", "é", "#", "!"], "sep": [",", ";", "|", "\t"], "delimiter": [",", ";", "\t", "|"],
        "relation": ["at least", "less than"], "word": ["the", "garden", "a", "word"],
        "postscript_marker": ["P.S.", "P.P.S"], "section_spliter": ["Section", "SECTION", "***"],
        "options": ["yes/no/maybe", "['a', 'b']", "(A), (B)", "a, b, c"], "first_word": ["the", "weekend"],
    ]

    /// A JSON object for `parameters`; the rule may still refuse it.
    static func draw(_ parameters: [Parameter], _ random: inout FuzzRandom) -> JSONObject {
        var members: [(String, JSONValue)] = []
        for parameter in parameters {
            if parameter.isOptional, random.once(in: 2) { continue }
            members.append((parameter.name, value(parameter.kind, parameter.name, &random)))
        }
        return JSONObject(members)
    }

    private static func value(_ kind: Parameter.Kind, _ name: String, _ random: inout FuzzRandom) -> JSONValue {
        switch kind {
        case .integer(let range):
            let number = random.pick([
                0, 1, 2, 3, 4, 5, 7, 10, 20, 50, 100, 300, 5000, range.lowerBound, range.upperBound,
                random.size(1 << 30),
            ])
            return number_(min(max(number, range.lowerBound), range.upperBound))
        case .number(let range):
            let number = random.pick([0, 0.5, 1, 5, 10, 33.3, 50, 99, 100, 1e9, range.lowerBound, range.upperBound])
            return .number(JSONNumber(lexeme: JSONWriter.text(min(max(number, range.lowerBound), range.upperBound))))
        case .string, .text: return .string(string(name, &random))
        case .strings, .texts:
            if random.once(in: 10) { return .string(string(name, &random)) }
            return .array((0..<random.pick([1, 2, 3, 5, 40])).map { _ in .string(string(name, &random)) })
        case .choice(let choices): return choices.isEmpty ? .null : .string(random.pick(choices))
        case .bool: return .bool(random.once(in: 2))
        case .object:
            return .object(
                JSONObject((0..<random.below(4)).map { _ in (random.pick(words), .string(random.pick(words))) }))
        case .any:
            return random.pick([
                .string(random.pick(words)), .string(random.pick(texts)), number_(random.below(100)), .bool(true),
                .null,
                .array([.string(random.pick(words))]), .object([:]),
            ])
        }
    }

    private static func number_(_ value: Int) -> JSONValue { .number(JSONNumber(lexeme: String(value))) }

    private static func string(_ name: String, _ random: inout FuzzRandom) -> String {
        if name == "constraint" { return MulDimIFFuzzTests.sentence(&random) }
        if let known = named[name], !random.once(in: 4) { return random.pick(known) }
        switch random.below(12) {
        case 0...5: return random.pick(words)
        case 6...9: return random.pick(texts)
        case 10: return String(decoding: random.pick(FuzzText.fragments), as: UTF8.self)
        default: return String(decoding: FuzzText.make(&random, limit: 2000), as: UTF8.self)
        }
    }
}
