// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Counts equal parts of one text without copying them.
///
/// - Cost: one hash per part; memory grows with the number of distinct parts. The hash is seeded by the process, so that
///   no text can be made to collide; no result depends on it.
public struct SliceCounts {
    /// A distinct part: where it first stood, and how often it came.
    public struct Entry: Sendable {
        /// Where it first stood.
        public let range: Range<Int>
        /// How often it came.
        public internal(set) var count: Int
        let hash: Int
    }

    /// The distinct parts in the order in which they first came.
    public private(set) var entries: [Entry] = []
    private let bytes: [UInt8]
    /// Index of an entry plus one; 0 where free.
    ///
    /// Their number is a power of two.
    private var slots: [Int]

    /// Creates an empty count over `bytes`.
    public init(_ bytes: [UInt8], capacity: Int = 64) {
        self.bytes = bytes
        var size = 64
        while size < capacity * 2, size < 1 << 20 { size *= 2 }
        slots = Array(repeating: 0, count: size)
    }

    /// Counts the part at `range`, which has to lie inside the text.
    ///
    /// Returns the index of its entry.
    @discardableResult
    public mutating func add(_ range: Range<Int>) -> Int {
        var hasher = Hasher()
        bytes.withUnsafeBytes { hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0[range])) }
        let hash = hasher.finalize()
        var slot = hash & (slots.count - 1)
        while slots[slot] != 0 {
            let index = slots[slot] - 1
            if entries[index].hash == hash, isEqual(entries[index].range, range) {
                entries[index].count += 1
                return index
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        entries.append(Entry(range: range, count: 1, hash: hash))
        slots[slot] = entries.count
        if entries.count * 2 > slots.count { grow() }
        return entries.count - 1
    }

    private func isEqual(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        guard first.count == second.count else { return false }
        return bytes.withUnsafeBytes { buffer in
            for offset in 0..<first.count
            where buffer[first.lowerBound + offset] != buffer[second.lowerBound + offset] { return false }
            return true
        }
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for (index, entry) in entries.enumerated() {
            var slot = entry.hash & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = index + 1
        }
    }
}
