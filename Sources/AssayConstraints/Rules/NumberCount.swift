// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the count of numbers lies within a bound.
///
/// ## How it decides
/// With `joinsAcrossPunctuation`, as IFBench's checker: ASCII punctuation is deleted, then runs of digits count, so that
/// "3.14" and "1,000" are one number, and so is "10-20". Without it, a number is a run of digits with groups of three
/// after commas and a decimal part after a point, and "10-20" are two.
public struct NumberCount: Rule {
    /// The numbers that pass.
    public let bound: Bound
    /// Whether digits with only punctuation between them belong together.
    public let joinsAcrossPunctuation: Bool

    /// Creates the rule.
    public init(_ bound: Bound, joinsAcrossPunctuation: Bool) {
        self.bound = bound
        self.joinsAcrossPunctuation = joinsAcrossPunctuation
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let numbers = joinsAcrossPunctuation ? joined(input.response.bytes) : separate(input.response.bytes)
        return input.verdict(bound.contains(numbers.count)) {
            [.count("numbers", numbers.count, required: bound.described)]
                + numbers.prefix(4).map { .place("number", $0) }
        }
    }

    private func joined(_ bytes: [UInt8]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var isInside = false
        var index = 0
        while index < bytes.count {
            if ASCIIPunctuation.contains(bytes[index]) {
                index += 1
                continue
            }
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            let isDigit = UnicodeScalars.isDigit(scalar)
            if isDigit {
                let start = isInside ? result.removeLast().lowerBound : index
                result.append(start..<index + length)
            }
            isInside = isDigit
            index += length
        }
        return result
    }

    private func separate(_ bytes: [UInt8]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            let start = index
            var end = digits(bytes, from: start)
            guard end > start else {
                index += UTF8Decoding.scalar(bytes, at: index).length
                continue
            }
            // "1,000": one to three digits, then groups of exactly three.
            if end - start <= 3 {
                while end < bytes.count, bytes[end] == UInt8(ascii: ","), digits(bytes, from: end + 1) == end + 4 {
                    end += 4
                }
            }
            if end + 1 < bytes.count, bytes[end] == UInt8(ascii: ".") { end = max(end, fraction(bytes, at: end)) }
            result.append(start..<end)
            index = end
        }
        return result
    }

    private func fraction(_ bytes: [UInt8], at point: Int) -> Int {
        let end = digits(bytes, from: point + 1)
        return end > point + 1 ? end : point
    }

    private func digits(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if !UnicodeScalars.isDigit(scalar) { break }
            index += length
        }
        return index
    }
}
