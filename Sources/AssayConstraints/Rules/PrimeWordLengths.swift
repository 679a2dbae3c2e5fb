// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when every word's length is a prime number.
///
/// ## How it decides
/// Words are the parts between white space without ASCII punctuation; the length is in scalars. Primes above 97 do not
/// pass: IFBench's checker has a list that ends there.
public struct PrimeWordLengths: Rule {
    /// Creates the rule.
    public init() {}

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        var wrong: Range<Int>?
        for token in text.whitespaceTokens where !PrimeWordLengths.passes(length(token, text.bytes)) {
            wrong = token
            break
        }
        return input.verdict(wrong == nil) {
            guard let wrong else { return [] }
            return [
                Evidence(
                    "length of \"\(text.string(wrong))\"",
                    found: .number(JSONNumber(lexeme: String(length(wrong, text.bytes)))),
                    required: "a prime number", span: Span(wrong))
            ]
        }
    }

    /// Scalars other than ASCII punctuation.
    private func length(_ word: Range<Int>, _ bytes: [UInt8]) -> Int {
        var count = 0
        for index in word where !UTF8Decoding.isContinuation(bytes[index]) && !ASCIIPunctuation.contains(bytes[index]) {
            count += 1
        }
        return count
    }

    /// A length of 0 is no word.
    private static func passes(_ length: Int) -> Bool {
        length == 0 || (length < 64 ? low >> UInt64(length) & 1 == 1 : [67, 71, 73, 79, 83, 89, 97].contains(length))
    }

    /// Bits of the primes below 64.
    private static let low: UInt64 = {
        var bits: UInt64 = 0
        for number in 2..<64 where !(2..<number).contains(where: { number % $0 == 0 }) { bits |= 1 << UInt64(number) }
        return bits
    }()
}
