// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What a question says about the answer's unit.
struct QuestionHints: Sendable {
    /// The unit that the answer is asked in: "in metres", "how many hours".
    var unit: UnitExpression?
    /// Whether it is asked for, and not only mentioned: "express your answer in", "how many".
    var isStrong = false
    /// Whether the question is about angles.
    var isAboutAngles = false
    /// Whether it asks for a difference of temperatures.
    var isTemperatureDifference = false

    // MARK: Limits

    /// Bytes at the end of a question that are read.
    private static let longestQuestion = 16_384
    /// Places where a unit is looked for.
    private static let mostTries = 40
    /// Words of a unit.
    private static let longestUnit = 5

    /// Nothing is known.
    init() {}

    /// Reads a question.
    init(_ question: String?) {
        guard let question else { return }
        let text = String(decoding: question.utf8.suffix(Self.longestQuestion), as: UTF8.self)
        let words = text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.map(String.init)
        let small = words.map { word in word.lowercased() }
        readTopic(small.joined(separator: " "))
        var tries = 0
        for index in small.indices.reversed() {
            let word = small[index].drop { $0 == "(" }
            let isCount = word == "many" && index > 0 && small[index - 1].hasSuffix("how")
            guard word == "in" || isCount else { continue }
            tries += 1
            guard tries <= Self.mostTries else { return }
            guard let unit = Self.unit(words[(index + 1)...]) else { continue }
            let isAsked = isCount || small[max(0, index - 12)..<index].contains { Self.asking.contains($0) }
            if self.unit == nil || isAsked { self.unit = unit }
            isStrong = isAsked
            // The last one that is asked for.
            if isAsked { return }
        }
    }

    private static let asking: Set<String> = [
        "express", "give", "answer", "report", "answer,", "expressed", "calculate", "compute", "determine", "what",
        "find",
    ]

    private mutating func readTopic(_ text: String) {
        isAboutAngles = ["angle", "degree", "radian", "\\arg", "argument", "polar", "rotat", "inclin", "°", "\\circ"]
            .contains {
                text.contains($0)
            }
        isTemperatureDifference = [
            "change in temperature", "temperature change", "temperature difference", "difference in temperature",
            "temperature rise", "rise in temperature", "temperature increase", "increase in temperature",
            "degrees warmer",
            "degrees colder", "degrees hotter", "degrees cooler", "temperature drop", "drop in temperature",
            "\\delta t",
        ].contains { text.contains($0) }
    }

    /// The unit that the next words are.
    private static func unit(_ words: ArraySlice<String>) -> UnitExpression? {
        for count in stride(from: min(longestUnit, words.count), through: 1, by: -1) {
            var phrase = words.prefix(count).joined(separator: " ")
            while let last = phrase.last, ".,?!;:)".contains(last), !(last == ")" && phrase.holds("(")) {
                phrase.removeLast()
            }
            guard let unit = UnitExpression(phrase) else { continue }
            if unit.isWrapped || phrase.holds("/") || count > 1 && unit.isPlain || isPlural(phrase) { return unit }
            return unit.isPlain && phrase != "in" && phrase.utf8.count >= 2 && isSymbol(phrase) ? unit : nil
        }
        return nil
    }

    private static func isPlural(_ word: String) -> Bool {
        let word = word.lowercased()
        return word.utf8.count > 4 && word.hasSuffix("s")
            || ["feet", "hertz", "celsius", "kelvin", "fahrenheit"].contains(word)
    }

    /// Whether a word is a symbol and no name: "second" may be an ordinal.
    private static func isSymbol(_ word: String) -> Bool { UnitTable.standard.units(phrase: word).isEmpty }
}
