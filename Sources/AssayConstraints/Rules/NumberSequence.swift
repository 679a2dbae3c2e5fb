// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the numbers of the response are a given sequence.
///
/// ## How it decides
/// Numbers are runs of digits; whatever stands between them does not count.
public struct NumberSequence: Rule {
    /// The numbers, as they have to be written.
    public let numbers: [String]
    private let bytes: [[UInt8]]

    /// Creates the rule.
    public init(_ numbers: [Int]) {
        self.numbers = numbers.map(String.init)
        bytes = self.numbers.map { Array($0.utf8) }
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        var count = 0
        var wrong: Range<Int>?
        var index = 0
        while index < text.bytes.count, wrong == nil {
            let start = index
            while index < text.bytes.count {
                let (scalar, length) = UTF8Decoding.scalar(text.bytes, at: index)
                if !UnicodeScalars.isDigit(scalar) { break }
                index += length
            }
            guard index > start else {
                index += UTF8Decoding.scalar(text.bytes, at: index).length
                continue
            }
            if count >= bytes.count || !text.bytes[start..<index].elementsEqual(bytes[count]) { wrong = start..<index }
            count += 1
        }
        let found = count
        return input.verdict(wrong == nil && count == bytes.count) {
            let required = "the numbers " + numbers.joined(separator: ", ")
            if let wrong { return [.place("number \(found)", wrong, required: required)] }
            return [.count("numbers", found, required: required)]
        }
    }
}
