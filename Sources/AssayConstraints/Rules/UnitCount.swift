// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response has a number of some unit within given bounds: characters, lines, digits, and so on.
///
///     {"verifier": "characters", "max": 280}
///
/// What is counted is told by ``Unit``. The score is how near the number comes to the bound.
public struct UnitCount: Rule {
    /// What is counted.
    public enum Unit: String, Sendable, CaseIterable {
        /// Unicode scalars, those of white space too.
        case characters
        /// Unicode scalars without white space.
        case visibleCharacters
        /// Lines with more than white space.
        case lines
        /// Decimal digits of any script.
        case digits
        /// Runs of decimal digits.
        case numbers
        /// Scalars that are emoji.
        case emoji
        /// Lines that begin with a number and `.` or `)`, then white space and text.
        case numbered
        /// Lines that begin with one to six `#`, then white space and text.
        case headings
    }

    /// What is counted.
    public let unit: Unit
    /// The bound on the number.
    public let bound: Bound

    /// Creates the rule.
    public init(_ unit: Unit, _ bound: Bound) {
        self.unit = unit
        self.bound = bound
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let count = count(in: text)
        return input.verdict(bound.contains(count), score: bound.credit(count)) {
            [.count(name, count, required: bound.described)]
        }
    }

    private var name: String {
        switch unit {
        case .visibleCharacters: "characters that are not white space"
        case .numbered: "numbered items"
        default: unit.rawValue
        }
    }

    private func count(in text: Text) -> Int {
        switch unit {
        case .characters: return text.scalarCount
        case .visibleCharacters: return scalars(of: text) { !UnicodeScalars.isSpace($0) }
        case .digits: return scalars(of: text, UnicodeScalars.isDigit)
        case .emoji: return scalars(of: text) { $0 > 0x7F && UnicodeScalars.isEmoji($0) }
        case .numbers:
            var wasDigit = false
            return scalars(of: text) { scalar in
                let isDigit = UnicodeScalars.isDigit(scalar)
                defer { wasDigit = isDigit }
                return isDigit && !wasDigit
            }
        case .lines:
            var count = 0
            for line in text.lines where !text.strip(line).isEmpty { count += 1 }
            return count
        case .numbered: return MarkdownLines.numbered(in: text) { _ in false }
        case .headings:
            var count = 0
            for line in text.lines {
                let core = text.strip(line)
                let signs = text.bytes[core].prefix { $0 == UInt8(ascii: "#") }.count
                if (1...6).contains(signs), signs < core.count, text.spaceLength(at: core.lowerBound + signs) > 0 {
                    count += 1
                }
            }
            return count
        }
    }

    private func scalars(of text: Text, _ matches: (UInt32) -> Bool) -> Int {
        var count = 0
        var index = 0
        while index < text.bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(text.bytes, at: index)
            if matches(scalar) { count += 1 }
            index += length
        }
        return count
    }
}
