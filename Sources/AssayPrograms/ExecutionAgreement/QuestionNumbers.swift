// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The numbers of a question: numerals, and number words of English.
///
/// They tell a program that solves the question from one that states a result: see ``ExecutionAgreement``.
struct QuestionNumbers: Sendable, Hashable {
    /// The numbers as a program may write them: 20, and 0.2, 1.2, 0.8 for a percentage.
    private(set) var forms: Set<Double> = []
    /// Whether there is one that cannot be a mere word, as "one" may be.
    private(set) var areCertain = false

    init(_ question: String) {
        let text = Array(question.utf8.prefix(QuestionNumbers.longest))
        var index = 0
        var before: Double?
        while index < text.count {
            let byte = text[index]
            if (0x30...0x39).contains(byte) {
                let end = QuestionNumbers.numeral(in: text, from: index)
                let digits = text[index..<end].filter { $0 != UInt8(ascii: ",") }
                before = Double(String(decoding: digits, as: UTF8.self))
                if let before { add(before, isCertain: true) }
                index = end
            } else if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A {
                let end = text[index...].firstIndex { !($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) } ?? text.count
                let word = String(decoding: text[index..<end].map { $0 | 0x20 }, as: UTF8.self)
                before = read(word, after: before)
                index = end
            } else {
                // "twenty-five" and "two hundred" are one number; "2. Five" are two.
                if byte != 0x20, byte != UInt8(ascii: "-") { before = nil }
                index += 1
            }
        }
    }

    private mutating func read(_ word: String, after before: Double?) -> Double? {
        if let factor = QuestionNumbers.factors[word] {
            let value = (before ?? 1) * factor
            add(value, isCertain: true)
            return value
        }
        for (words, values) in [(QuestionNumbers.units, 0), (QuestionNumbers.tens, 1)] {
            guard let place = words.firstIndex(of: word) else { continue }
            let value = Double(values == 0 ? place : (place + 2) * 10)
            add(value, isCertain: value != 1)
            if values == 0, let before, before >= 20, value < 10, value > 0 {
                add(before + value, isCertain: true)
                return before + value
            }
            return value
        }
        if let values = QuestionNumbers.shares[word] {
            for value in values { add(value, isCertain: word != "second") }
        }
        return nil
    }

    private mutating func add(_ value: Double, isCertain: Bool) {
        guard value.isFinite, forms.count < QuestionNumbers.mostForms else { return }
        forms.formUnion([value, value / 100, value * 100, 1 + value / 100, 1 - value / 100])
        areCertain = areCertain || isCertain
    }

    private static func numeral(in text: [UInt8], from start: Int) -> Int {
        var end = start
        while end < text.count {
            let isDigit = (0x30...0x39).contains(text[end])
            let isInside =
                (text[end] == UInt8(ascii: ",") || text[end] == UInt8(ascii: ".")) && end + 1 < text.count
                && (0x30...0x39).contains(text[end + 1])
            guard isDigit || isInside else { break }
            end += 1
        }
        return end
    }

    private static let units = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    private static let factors: [String: Double] = [
        "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12, "dozens": 12,
    ]
    private static let shares: [String: [Double]] = [
        "half": [2, 0.5], "halves": [2, 0.5], "twice": [2], "double": [2], "doubles": [2], "doubled": [2], "both": [2],
        "pair": [2], "pairs": [2], "couple": [2], "triple": [3], "tripled": [3], "triples": [3], "thrice": [3],
        "second": [2], "third": [3, 1.0 / 3], "thirds": [3, 1.0 / 3], "quarter": [4, 0.25], "quarters": [4, 0.25],
        "fourth": [4, 0.25], "fourths": [4, 0.25], "fifth": [5, 0.2], "fifths": [5, 0.2], "sixth": [6, 1.0 / 6],
        "eighth": [8, 0.125], "tenth": [10, 0.1],
    ]

    // MARK: - Limits

    private static let longest = 1 << 16
    private static let mostForms = 10_000
}
