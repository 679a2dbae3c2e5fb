// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the share of the response's trigrams that also stand in a reference text is near a percentage.
///
/// ## How it decides
/// 1. A trigram is three neighbouring scalars, or three neighbouring words in lower case; each counts once.
/// 2. The share is that of the response's trigrams; it passes within 2 percentage points, ends included.
/// 3. A response without a trigram fails.
///
/// - Cost: one hash per scalar or word.
public struct TrigramOverlap: Rule {
    /// What trigrams are made of.
    public enum Unit: Sendable { case scalars, words }

    /// What trigrams are made of.
    public let unit: Unit
    /// The share that is asked for, in percent.
    public let percentage: Double
    private let reference: NumberSet

    /// Creates the rule.
    public init(reference: String, percentage: Double, unit: Unit) {
        self.unit = unit
        self.percentage = percentage
        self.reference = TrigramOverlap.trigrams(Text(reference), unit)
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        var seen = NumberSet(capacity: min(input.response.bytes.count, 4096))
        var shared = 0
        TrigramOverlap.forEach(input.response, unit) { trigram in
            if seen.insert(trigram), reference.contains(trigram) { shared += 1 }
        }
        let share = seen.count == 0 ? 0 : Double(shared) / Double(seen.count) * 100
        let passed = seen.count > 0 && percentage - 2 <= share && share <= percentage + 2
        return input.verdict(passed) {
            [
                Evidence(
                    "trigrams shared with the reference text in percent (\(shared) of \(seen.count))",
                    found: .number(JSONNumber(lexeme: JSONWriter.text(share))),
                    required: "\(JSONWriter.text(percentage - 2)) to \(JSONWriter.text(percentage + 2))")
            ]
        }
    }

    private static func trigrams(_ text: Text, _ unit: Unit) -> NumberSet {
        var set = NumberSet(capacity: min(text.bytes.count, 4096))
        forEach(text, unit) { set.insert($0) }
        return set
    }

    @inline(__always)
    private static func forEach(_ text: Text, _ unit: Unit, _ body: (UInt64) -> Void) {
        switch unit {
        case .scalars:
            var window: UInt64 = 0
            var count = 0
            var index = 0
            let bytes = text.bytes
            while index < bytes.count {
                let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
                // Plus one, so that no trigram is 0; a scalar takes 21 bits.
                window = (window << 21 | UInt64(scalar + 1)) & 0x7FFF_FFFF_FFFF_FFFF
                count += 1
                if count >= 3 { body(window) }
                index += length
            }
        case .words:
            let text = text.lowercased
            var first: UInt64 = 0
            var second: UInt64 = 0
            for (index, word) in text.words.enumerated() {
                var third: UInt64 = 0xCBF2_9CE4_8422_2325
                for position in word { third = (third ^ UInt64(text.bytes[position])) &* 0x100_0000_01B3 }
                if index >= 2 {
                    let mixed = (first &* 0x9E37_79B9_7F4A_7C15 ^ second) &* 0xBF58_476D_1CE4_E5B9 ^ third
                    body(mixed == 0 ? 1 : mixed)
                }
                (first, second) = (second, third)
            }
        }
    }
}
