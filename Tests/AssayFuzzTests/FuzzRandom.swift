// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// SplitMix64, one stream for each seed and iteration, so that any iteration can be repeated alone.
struct FuzzRandom {
    private var state: UInt64

    init(seed: UInt64, iteration: Int) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(truncatingIfNeeded: iteration) &* 0xD134_2543_DE82_EF95
        _ = next()
        _ = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number from 0 to `count - 1`; 0 where there is none.
    mutating func below(_ count: Int) -> Int { count < 1 ? 0 : Int(next() % UInt64(count)) }

    /// True once in `count` times.
    mutating func once(in count: Int) -> Bool { below(count) == 0 }

    /// One element; the list must not be empty.
    mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }

    /// A size from 0 to `limit`, small ones as likely as large ones.
    mutating func size(_ limit: Int) -> Int {
        var bits = 0
        while 1 << bits < limit { bits += 1 }
        return min(limit, below(1 << below(bits + 1) + 1))
    }
}
