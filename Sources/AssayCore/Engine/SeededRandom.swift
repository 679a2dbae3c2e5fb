// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Random numbers that depend on a seed, a stream and a counter alone: the same in every process, on every machine, and
/// for every stream whatever the others have drawn.
///
///     var random = SeededRandom(seed: 7, stream: SeededRandom.hash(id))
///     random.below(6)
///
/// Not for secrets.
///
/// - Source: the mixing function of SplitMix64: G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number
///   generators", OOPSLA 2014.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private let start: UInt64
    private var counter: UInt64 = 0

    /// Creates the numbers of one stream.
    public init(seed: UInt64, stream: UInt64 = 0) {
        start = SeededRandom.mix(seed &+ SeededRandom.mix(stream &+ 0x9E37_79B9_7F4A_7C15))
    }

    /// Creates the numbers that belong to a text; a salt that is kept secret keeps them from who wrote the text.
    public init(text: String, salt: String = "") {
        self.init(seed: SeededRandom.hash(salt.utf8), stream: SeededRandom.hash(text.utf8))
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        counter &+= 1
        return SeededRandom.mix(start &+ counter &* 0x9E37_79B9_7F4A_7C15)
    }

    /// A number from 0 to `count - 1`; 0 where there is none.
    public mutating func below(_ count: Int) -> Int {
        count < 2 ? 0 : Int(next().multipliedFullWidth(by: UInt64(count)).high)
    }

    /// One element; nil of an empty list.
    public mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }

    /// 64 bits that tell one text from another, the same in every process (FNV-1a, mixed).
    public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return mix(hash)
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
