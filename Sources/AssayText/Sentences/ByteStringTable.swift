// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A read-only map from byte strings to 16-bit numbers, looked up by a range of a larger buffer without a copy.
///
/// Open addressing with linear probing at half load; keys are stored back to back.
struct ByteStringTable: Sendable {
    private var slots: [UInt32] = [0]
    private var starts: [UInt32] = [0]
    private var keys: [UInt8] = []
    private var values: [UInt16] = []

    /// The number of keys.
    var count: Int { values.count }

    /// An empty table with room for about `capacity` keys.
    init(capacity: Int = 0) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
        starts.reserveCapacity(capacity + 1)
        values.reserveCapacity(capacity)
    }

    /// A table from packed entries: a length byte, the key, a byte of value, again and again.
    init(packed table: UnsafePointer<UInt8>, size: Int, count: Int) {
        self.init(capacity: count)
        let bytes = UnsafeBufferPointer(start: table, count: size)
        var index = 0
        while index < bytes.count {
            let length = Int(bytes[index])
            guard index + 1 + length < bytes.count else { break }
            insert(bytes[index + 1..<index + 1 + length], bits: UInt16(bytes[index + 1 + length]))
            index += length + 2
        }
    }

    /// Sets the bits of `bits` in the value of `key`, which is added if it is new.
    mutating func insert(_ key: some Collection<UInt8>, bits: UInt16) {
        let start = keys.count
        keys.append(contentsOf: key)
        if let found = index(of: keys, start..<keys.count) {
            values[found] |= bits
            keys.removeLast(keys.count - start)
            return
        }
        starts.append(UInt32(truncatingIfNeeded: keys.count))
        values.append(bits)
        if values.count * 2 > slots.count {
            grow()
        } else {
            place(values.count - 1)
        }
    }

    /// The value of the key that stands at `range` of `buffer`; 0 if there is none.
    func value(of buffer: [UInt8], _ range: Range<Int>) -> UInt16 {
        guard let found = index(of: buffer, range) else { return 0 }
        return values[found]
    }

    /// The value of the key that is the lower-case form of an ASCII range of `buffer`, 0 if there is none; nil if the range
    /// is not ASCII.
    func value(ofLowercasedASCII buffer: [UInt8], _ range: Range<Int>) -> UInt16? {
        var hash = Self.seed
        for index in range {
            let byte = buffer[index]
            if byte >= 0x80 { return nil }
            hash = (hash ^ UInt64(Self.lowercased(byte))) &* Self.prime
        }
        let mask = slots.count - 1
        var slot = Self.folded(hash) & mask
        probe: while slots[slot] != 0 {
            let entry = Int(slots[slot]) - 1
            slot = (slot + 1) & mask
            var position = Int(starts[entry])
            guard Int(starts[entry + 1]) - position == range.count else { continue }
            for index in range {
                if keys[position] != Self.lowercased(buffer[index]) { continue probe }
                position += 1
            }
            return values[entry]
        }
        return 0
    }

    @inline(__always) private static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// Calls `body` with every key and value, in the order of insertion.
    func forEach(_ body: (ArraySlice<UInt8>, UInt16) -> Void) {
        for (index, value) in values.enumerated() { body(keys[Int(starts[index])..<Int(starts[index + 1])], value) }
    }

    private func index(of buffer: [UInt8], _ range: Range<Int>) -> Int? {
        let mask = slots.count - 1
        var slot = Self.hash(buffer, range) & mask
        while slots[slot] != 0 {
            let entry = Int(slots[slot]) - 1
            let start = Int(starts[entry])
            if Int(starts[entry + 1]) - start == range.count, Self.equal(keys, start, buffer, range) { return entry }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func place(_ entry: Int) {
        let mask = slots.count - 1
        var slot = Self.hash(keys, Int(starts[entry])..<Int(starts[entry + 1])) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(truncatingIfNeeded: entry + 1)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for entry in values.indices { place(entry) }
    }

    @inline(__always) private static func equal(
        _ keys: [UInt8], _ start: Int, _ buffer: [UInt8], _ range: Range<Int>
    ) -> Bool {
        var position = start
        for index in range {
            if keys[position] != buffer[index] { return false }
            position += 1
        }
        return true
    }

    /// FNV-1a, with the high bits folded in.
    @inline(__always) private static func hash(_ buffer: [UInt8], _ range: Range<Int>) -> Int {
        var hash = seed
        for index in range { hash = (hash ^ UInt64(buffer[index])) &* prime }
        return folded(hash)
    }

    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    @inline(__always) private static func folded(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF)
    }
}
