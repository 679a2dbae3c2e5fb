// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Numbers in English words: `five`, `twenty-one`, `one hundred and five`, `two thirds`, `three and a half`.
///
/// A text is a number only where all of it is, but for one word that is counted: `five apples`. Of anything longer, what
/// it says about the number is not known.
enum NumberWords {
    /// Bytes of the longest text that is looked at, and the most words.
    private static let longestText = 120
    private static let mostWords = 16

    /// The number that a text says, in digits, with the word that is counted behind it; nil where it is no number.
    static func digits(of text: String) -> String? {
        guard text.utf8.count >= 3, text.utf8.count <= longestText,
            text.utf8.allSatisfy({ isLetter($0) || $0 == 0x20 || $0 == UInt8(ascii: "-") })
        else { return nil }
        var words = text.utf8.split { $0 == 0x20 || $0 == UInt8(ascii: "-") }
            .map { String(decoding: $0.map { $0 | 0x20 }, as: UTF8.self) }
        guard words.count <= mostWords, let first = words.first else { return nil }
        var sign = ""
        if first == "minus" || first == "negative" {
            sign = "-"
            words.removeFirst()
        }
        if let number = number(words[...]) { return sign + number }
        guard let counted = words.popLast(), isCounted(counted), let number = number(words[...]) else { return nil }
        return sign + number + " " + counted
    }

    // MARK: Details

    /// Whole numbers and fractions, and a whole number with a fraction.
    private static func number(_ words: ArraySlice<String>) -> String? {
        guard let last = words.last else { return nil }
        if let value = whole(words) { return String(value) }
        guard let part = fraction(last) else { return nil }
        let rest = words.dropLast()
        // `two thirds`, `a half`; `third` alone is an ordinal.
        if rest.count == 1, let article = rest.first, article == "a" || article == "an" { return "\\frac{1}{\(part)}" }
        if let numerator = whole(rest) { return "\\frac{\(numerator)}{\(part)}" }
        // `three and a half`, `three and two thirds`
        guard let joint = rest.lastIndex(of: "and"), let value = whole(rest[..<joint]) else { return nil }
        let upper = rest[(joint + 1)...]
        let isArticle = upper.count == 1 && upper.first == "a"
        guard let numerator = isArticle ? 1 : whole(upper), numerator < part else { return nil }
        return "\(value)\\frac{\(numerator)}{\(part)}"
    }

    /// `one hundred and five`, `two thousand three hundred`, `a dozen`; nil where it is no whole number.
    private static func whole(_ words: ArraySlice<String>) -> Int? {
        var words = words
        guard let first = words.first else { return nil }
        if first == "a" || first == "an" {
            guard words.count > 1, let second = words.dropFirst().first, scales[second] != nil || second == "dozen"
            else { return nil }
            words[words.startIndex] = "one"
        }
        if words.last == "dozen" {
            guard let count = whole(words.dropLast()), count < 1_000 else { return nil }
            return count * 12
        }
        var total = 0
        // The part below the next scale; nil where a number is due.
        var group: Int?
        var lastScale = Int.max
        var isAfterAnd = false
        for (place, word) in words.enumerated() {
            if let value = small[word] {
                switch group ?? 0 {
                case 0 where group == nil || isAfterAnd: group = value
                // `twenty one`, `one hundred five`
                case let tens where tens % 100 >= 20 && tens % 10 == 0 && (1...9).contains(value): group = tens + value
                case let hundreds where hundreds >= 100 && hundreds % 100 == 0 && value > 0: group = hundreds + value
                default: return nil
                }
                isAfterAnd = false
            } else if word == "hundred" {
                guard let value = group, (1...99).contains(value), !isAfterAnd else { return nil }
                group = value * 100
            } else if let scale = scales[word] {
                guard let value = group, value > 0, scale < lastScale, !isAfterAnd else { return nil }
                total += value * scale
                lastScale = scale
                group = nil
            } else if word == "and" {
                // Behind a hundred or a larger word only.
                guard place > 0, place + 1 < words.count, !isAfterAnd,
                    group.map({ $0 >= 100 && $0 % 100 == 0 }) ?? (total > 0)
                else { return nil }
                isAfterAnd = true
            } else {
                return nil
            }
        }
        guard !isAfterAnd, group != nil || total > 0 else { return nil }
        return total + (group ?? 0)
    }

    private static let small: [String: Int] = {
        let ones =
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            + "seventeen eighteen nineteen"
        let tens = "twenty thirty forty fifty sixty seventy eighty ninety"
        var values: [String: Int] = ["fourty": 40]
        for (value, word) in ones.split(separator: " ").enumerated() { values[String(word)] = value }
        for (place, word) in tens.split(separator: " ").enumerated() { values[String(word)] = (place + 2) * 10 }
        return values
    }()

    private static let scales: [String: Int] = [
        "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    ]

    /// What a word of a fraction divides by: `thirds`.
    private static func fraction(_ word: String) -> Int? {
        let one = word.hasSuffix("s") ? String(word.dropLast()) : word
        return [
            "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
            "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "hundredth": 100,
        ][one]
    }

    /// Whether a word behind a number is what is counted, or a unit, and makes no other number of it.
    private static func isCounted(_ word: String) -> Bool {
        if ["percent", "feet", "inches", "people", "children", "men", "women"].contains(word) { return true }
        guard word.utf8.count >= 4, word.hasSuffix("s"), !word.hasSuffix("ss"), fraction(word) == nil else {
            return false
        }
        let one = String(word.dropLast())
        return !otherNumbers.contains(one) && small[one] == nil && scales[one] == nil
    }

    /// Words that calculate, or that make another number of the one before them.
    private static let otherNumbers: Set<String> = [
        "time", "plu", "minu", "square", "cube", "power", "dozen", "score", "root", "digit", "trillion", "factor",
        "multiple", "divisor", "percentage",
    ]

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
}
