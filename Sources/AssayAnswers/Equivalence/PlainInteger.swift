// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Whole numbers of very many digits, told apart by their digits: no arithmetic is needed for that.
enum PlainInteger {
    /// Digits below which arithmetic is as good.
    private static let shortest = 1_000

    /// Compares two texts that are nothing but digits, one of them long; nil for all others.
    static func compare(_ gold: String, _ answer: String) -> Comparison? {
        guard max(gold.utf8.count, answer.utf8.count) >= shortest, let x = digits(gold), let y = digits(answer) else {
            return nil
        }
        let isEqual = x.isNegative == y.isNegative && x.digits.elementsEqual(y.digits)
        return Comparison(
            isEqual ? .equal : .different, method: "exact",
            reason: isEqual ? "the same digits" : "the digits differ",
            goldForm: form(gold), answerForm: form(answer))
    }

    private static func form(_ text: String) -> String {
        text.utf8.count <= 300 ? text : "a number of \(text.utf8.count) digits"
    }

    /// The digits without leading zeros.
    private static func digits(_ text: String) -> (isNegative: Bool, digits: Substring.UTF8View)? {
        var rest = text.utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest = rest.dropFirst() }
        guard !rest.isEmpty, rest.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        rest = rest.drop { $0 == 0x30 }
        return (isNegative && !rest.isEmpty, rest)
    }
}
