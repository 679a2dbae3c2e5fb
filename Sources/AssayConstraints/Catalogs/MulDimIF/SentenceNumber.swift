// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// Numbers in sentences.
package enum SentenceNumber {
    /// One to ten.
    static let oneToTen: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    ]
    /// Zero to nineteen, tens and a hundred.
    package static let toHundred: [String: Int] = oneToTen.merging([
        "zero": 0, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
        "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
    ]) { $1 }
    /// One to ten in the order in which alternatives are tried.
    static let oneToTenWords = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    /// The words of ``toHundred`` in the order in which alternatives are tried.
    static let toHundredWords =
        ["zero"] + oneToTenWords + [
            "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
            "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
        ]

    /// Whether `str.isdigit()`: also superscripts, which `int` cannot read.
    static func isDigits(_ text: ScalarText) -> Bool {
        !text.isEmpty && text.scalars.allSatisfy(UnicodeScalars.isDigitLike)
    }

    /// Decimal digits of any script as a number, at most `Int.max`; nil for anything else.
    static func integer(_ text: ScalarText) -> Int? {
        guard !text.isEmpty else { return nil }
        var value = 0
        for scalar in text.scalars {
            guard let digit = digit(scalar) else { return nil }
            let (product, overflows) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflowsToo) = product.addingReportingOverflow(digit)
            value = overflows || overflowsToo ? Int.max : sum
        }
        return value
    }

    /// The value of a decimal digit.
    ///
    /// Digits come in runs of ten that begin with zero.
    private static func digit(_ scalar: UInt32) -> Int? {
        if scalar &- 0x30 < 10 { return Int(scalar - 0x30) }
        guard scalar > 0x7F, UnicodeScalars.isDigit(scalar) else { return nil }
        var zero = scalar
        while zero > 0x80, UnicodeScalars.isDigit(zero - 1) { zero -= 1 }
        return Int(scalar - zero) % 10
    }

    /// A number as it stands in the text of a capture: digits, or a word of `words`.
    static func value(_ text: ScalarText, _ words: [String: Int]) -> Int? {
        integer(text) ?? words[text.lowercased.string]
    }

    /// What a phrase for a number gives.
    package enum Phrase: Sendable, Hashable {
        case number(Int), notANumber
        /// Signs that count as digits but make no number: the reference raises an error.
        case error
    }

    /// A phrase of digits with commas, or of words with spaces and hyphens: `1,000`, `twenty-five`.
    package static func phrase(_ text: ScalarText, _ words: [String: Int]) -> Phrase {
        let plain = text.stripped.replacing(",", with: "")
        if isDigits(plain) { return integer(plain).map(Phrase.number) ?? .error }
        var total = 0
        var current = 0
        let parts = separators.all(in: plain.stripped.lowercased)
        var start = 0
        let source = plain.stripped.lowercased
        for end in parts.map({ $0.range() ?? 0..<0 }) + [source.count..<source.count] {
            guard let value = words[source[start..<end.lowerBound].string] else { return .notANumber }
            start = end.upperBound
            if value >= 100 {
                total += max(current, 1) &* value
                current = 0
            } else {
                current += value
            }
        }
        return .number(total + current)
    }

    private static let separators = SentencePattern(#"[\s-]+"#)
}
