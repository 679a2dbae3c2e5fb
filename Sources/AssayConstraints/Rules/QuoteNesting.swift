// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when quotations are nested deep enough, double and single marks in turn.
///
/// ## How it decides
/// A mark that equals the innermost open one closes it, another one opens. It passes as soon as the depth has fallen by
/// `depth` from its greatest. Apostrophes count as single marks, unless `skipsApostrophes` is set: then those between
/// two letters do not, and curly marks count as straight ones.
public struct QuoteNesting: Rule {
    /// How many levels.
    public let depth: Int
    /// Whether apostrophes inside words are passed over and curly marks are read.
    public let skipsApostrophes: Bool

    /// Creates the rule.
    public init(depth: Int, skipsApostrophes: Bool) {
        self.depth = depth
        self.skipsApostrophes = skipsApostrophes
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let bytes = input.response.bytes
        // Marks alternate, so that the innermost one follows from the outermost and the depth.
        var outermost: UInt8 = 0
        var current = 0
        var reached = 0
        var passed = false
        var index = 0
        while index < bytes.count, !passed {
            let (mark, length) = mark(bytes, at: index)
            if let mark {
                let innermost = current % 2 == 1 ? outermost : outermost ^ QuoteNesting.difference
                if current > 0, mark == innermost {
                    current -= 1
                    passed = reached - current >= depth
                } else {
                    if current == 0 { outermost = mark }
                    current += 1
                    reached = max(reached, current)
                }
            }
            index += length
        }
        return input.verdict(passed) {
            [
                .count("nested quotations", reached, required: "at least \(depth), closed"),
                .count("quotations left open", current, required: "0"),
            ]
        }
    }

    @inline(__always)
    private func mark(_ bytes: [UInt8], at index: Int) -> (UInt8?, Int) {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\"") { return (byte, 1) }
        if byte == UInt8(ascii: "'") { return (skipsApostrophes && isInside(bytes, index, 1) ? nil : byte, 1) }
        guard skipsApostrophes, byte == 0xE2 else { return (nil, 1) }
        let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
        switch scalar {
        case 0x201C...0x201F: return (UInt8(ascii: "\""), length)
        case 0x2018...0x201B: return (isInside(bytes, index, length) ? nil : UInt8(ascii: "'"), length)
        default: return (nil, length)
        }
    }

    /// Whether letters stand on both sides.
    private func isInside(_ bytes: [UInt8], _ index: Int, _ length: Int) -> Bool {
        guard index > 0, index + length < bytes.count else { return false }
        return UnicodeScalars.isAlphabetic(UTF8Decoding.scalar(bytes, before: index).value)
            && UnicodeScalars.isAlphabetic(UTF8Decoding.scalar(bytes, at: index + length).value)
    }

    private static let difference = UInt8(ascii: "\"") ^ UInt8(ascii: "'")
}
