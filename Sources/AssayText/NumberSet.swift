// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A set of 64-bit numbers for n-grams: open addressing, made once or filled per text.
public struct NumberSet: Sendable {
    /// The number of members.
    public private(set) var count = 0
    private var slots: [UInt64]
    private var shift: Int
    /// Members are hashed with an odd multiplier that differs from process to process; no result depends on it.
    private static let multiplier: UInt64 = {
        var hasher = Hasher()
        hasher.combine(1)
        return UInt64(truncatingIfNeeded: hasher.finalize()) | 1
    }()

    /// Creates an empty set.
    public init(capacity: Int) {
        var bits = 6
        while 1 << bits < capacity * 2, bits < 24 { bits += 1 }
        slots = Array(repeating: 0, count: 1 << bits)
        shift = 64 - bits
    }

    /// Adds a number other than 0.
    ///
    /// Returns whether it is new.
    @discardableResult
    public mutating func insert(_ number: UInt64) -> Bool {
        var slot = place(number)
        while slots[slot] != 0 {
            if slots[slot] == number { return false }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = number
        count += 1
        if count * 2 > slots.count { grow() }
        return true
    }

    /// Whether a number other than 0 is a member.
    public func contains(_ number: UInt64) -> Bool {
        var slot = place(number)
        while slots[slot] != 0 {
            if slots[slot] == number { return true }
            slot = (slot + 1) & (slots.count - 1)
        }
        return false
    }

    private func place(_ number: UInt64) -> Int {
        Int(truncatingIfNeeded: ((number ^ number >> 32) &* NumberSet.multiplier) >> UInt64(shift))
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: 0, count: old.count * 2)
        shift -= 1
        for number in old where number != 0 {
            var slot = place(number)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = number
        }
    }
}
