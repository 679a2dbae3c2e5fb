// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when an interrobang and every one of `. , ! ? ; :` are used.
///
/// ## How it decides
/// The interrobang is `?!`, `!?` or `‽`. The first `?!` (else the first `!?`) is set aside: its two signs do not count as
/// a question mark and an exclamation mark as well.
public struct PunctuationCover: Rule {
    /// Creates the rule.
    public init() {}

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let bytes = input.response.bytes
        var counts = Array(repeating: 0, count: PunctuationCover.signs.count)
        var hasPair = false
        var previous: UInt8 = 0
        for byte in bytes {
            if let index = PunctuationCover.signs.firstIndex(of: byte) {
                counts[index] += 1
                if byte == UInt8(ascii: "!"), previous == UInt8(ascii: "?") { hasPair = true }
                if byte == UInt8(ascii: "?"), previous == UInt8(ascii: "!") { hasPair = true }
            }
            previous = byte
        }
        let hasInterrobang = hasPair || ByteSearch.contains(PunctuationCover.interrobang, in: bytes)
        if hasPair {
            counts[0] -= 1
            counts[1] -= 1
        }
        let missing = PunctuationCover.signs.indices.filter { counts[$0] == 0 }
        return input.verdict(hasInterrobang && missing.isEmpty) {
            var evidence: [Evidence] = hasInterrobang ? [] : [Evidence("no interrobang", required: "?!, !? or ‽")]
            for index in missing {
                let sign = Character(UnicodeScalar(PunctuationCover.signs[index]))
                evidence.append(
                    .count(
                        "\"\(sign)\"" + (index < 2 && hasPair ? " beside the interrobang" : ""), 0,
                        required: "1 or more"))
            }
            return evidence
        }
    }

    private static let signs: [UInt8] = Array("!?.,;:".utf8)
    private static let interrobang: [UInt8] = Array("‽".utf8)
}
