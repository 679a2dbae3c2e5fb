// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response is one paragraph with few different vowels.
///
/// ## How it decides
/// Without white space at its ends it has no line feed, and of a, e, i, o, u in either case at most `maximum` occur.
public struct VowelVariety: Rule {
    /// How many different vowels pass.
    public let maximum: Int

    /// Creates the rule.
    public init(maximum: Int) { self.maximum = maximum }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let bytes = text.bytes
        let stripped = text.stripped
        let lineFeed = ByteSearch.first(0x0A, in: bytes, from: stripped.lowerBound, to: stripped.upperBound)
        var found: UInt32 = 0
        for index in stripped {
            let byte = bytes[index]
            if byte &- 0x41 < 58 {
                found |= 1 << UInt32((byte | 0x20) &- 0x61)
            } else if byte == 0xC4, index + 1 < stripped.upperBound, bytes[index + 1] == 0xB0 {
                found |= 1 << 8  // İ is i and a dot in lower case.
            }
        }
        let vowels = found & VowelVariety.vowels
        return input.verdict(lineFeed == nil && vowels.nonzeroBitCount <= maximum) {
            var evidence: [Evidence] = []
            if let lineFeed {
                evidence.append(.place("line break", lineFeed..<lineFeed + 1, required: "one paragraph"))
            }
            if vowels.nonzeroBitCount > maximum {
                evidence.append(.count("different vowels", vowels.nonzeroBitCount, required: "at most \(maximum)"))
            }
            return evidence
        }
    }

    /// Bits of a, e, i, o, u.
    private static let vowels: UInt32 = 1 | 1 << 4 | 1 << 8 | 1 << 14 | 1 << 20
}
