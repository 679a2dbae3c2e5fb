// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Phrases that are all looked for in one pass.
package struct PhraseSet: Sendable {
    /// The phrases, in the order in which they count.
    package let phrases: [StaticString]
    /// The places of the phrases that begin with a byte, for each byte.
    private let places: [[UInt16]]
    /// Which pairs of bytes begin a phrase, by a hash of 10 bits.
    private let pairs: [Bool]

    /// Phrases of two bytes or more: ASCII in lower case, or any UTF-8.
    package init(_ phrases: [StaticString]) {
        self.phrases = phrases
        var places = [[UInt16]](repeating: [], count: 256)
        var pairs = [Bool](repeating: false, count: 1 << 10)
        for (place, phrase) in phrases.enumerated() where phrase.utf8CodeUnitCount > 1 {
            phrase.withUTF8Buffer { bytes in
                places[Int(bytes[0])].append(UInt16(place))
                pairs[Self.pair(bytes[0], bytes[1])] = true
            }
        }
        self.places = places
        self.pairs = pairs
    }

    /// The first of the phrases that stands within `range`; letters A–Z match in either case.
    package func first(in range: Range<Int>, of text: AnswerText) -> StaticString? {
        let range = range.clamped(to: 0..<text.count)
        guard range.count > 1 else { return nil }
        var best = UInt16.max
        text.bytes.withUnsafeBufferPointer { bytes in
            var before = AnswerText.lower(bytes[range.lowerBound])
            for index in range.lowerBound..<(range.upperBound - 1) {
                let first = before
                before = AnswerText.lower(bytes[index + 1])
                guard pairs[Self.pair(first, before)] else { continue }
                for place in places[Int(first)] where place < best {
                    let phrase = phrases[Int(place)]
                    if index + phrase.utf8CodeUnitCount <= range.upperBound, text.matches(phrase, at: index) {
                        best = place
                    }
                }
            }
        }
        return best == .max ? nil : phrases[Int(best)]
    }

    @inline(__always)
    private static func pair(_ first: UInt8, _ second: UInt8) -> Int { (Int(first) << 5 ^ Int(second)) & 0x3FF }
}
