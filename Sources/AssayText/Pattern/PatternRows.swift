// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Rows of bits, each kept once, and what follows from each by symbol: the table of a deterministic automaton.
final class PatternRows {
    /// The words of a row.
    let width: Int
    /// What can follow a row.
    let fanOut: Int
    /// The most rows; beyond them, none is added.
    let limit: Int
    private(set) var count = 0
    /// For each row, the numbers of the rows that follow; -1 where they are not known yet.
    private(set) var transitions: UnsafeMutablePointer<Int32>
    /// For each row, and as for transitions, a note; 0 at first.
    private(set) var notes: UnsafeMutablePointer<UInt8>
    private var bits: UnsafeMutablePointer<UInt64>
    private var capacity = 8
    /// Numbers of rows by hash, with -1 in free places; their number is a power of two.
    private var places = [Int32](repeating: -1, count: 32)

    private static let wordLimit = 1 << 18
    private static let entryLimit = 1 << 19

    init(width: Int, fanOut: Int) {
        self.width = width
        self.fanOut = fanOut
        limit = max(16, min(Self.wordLimit / width, Self.entryLimit / fanOut))
        bits = .allocate(capacity: capacity * width)
        transitions = .allocate(capacity: capacity * fanOut)
        notes = .allocate(capacity: capacity * fanOut)
    }

    deinit {
        bits.deallocate()
        transitions.deallocate()
        notes.deallocate()
    }

    var isFull: Bool { count >= limit }

    subscript(number: Int) -> UnsafeMutablePointer<UInt64> { bits + number * width }

    func removeAll() {
        count = 0
        for index in places.indices { places[index] = -1 }
    }

    /// The number of a row with the bits of `row`, or nil if there would be too many.
    func number(of row: UnsafeMutablePointer<UInt64>) -> Int? {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        for word in 0..<width {
            hash = (hash ^ row[word]) &* 0xD6E8_FEB8_6659_FD93
            hash ^= hash >> 32
        }
        var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
        while places[place] >= 0 {
            let known = bits + Int(places[place]) * width
            var word = 0
            while word < width, known[word] == row[word] { word += 1 }
            if word == width { return Int(places[place]) }
            place = (place + 1) & (places.count - 1)
        }
        guard count < limit else { return nil }
        if count == capacity { grow() }
        (bits + count * width).update(from: row, count: width)
        (transitions + count * fanOut).update(repeating: -1, count: fanOut)
        (notes + count * fanOut).update(repeating: 0, count: fanOut)
        places[place] = Int32(count)
        count += 1
        if count * 2 > places.count { rehash() }
        return count - 1
    }

    private func grow() {
        func larger<T>(_ old: UnsafeMutablePointer<T>, _ size: Int) -> UnsafeMutablePointer<T> {
            let new = UnsafeMutablePointer<T>.allocate(capacity: 2 * capacity * size)
            new.update(from: old, count: count * size)
            old.deallocate()
            return new
        }
        bits = larger(bits, width)
        transitions = larger(transitions, fanOut)
        notes = larger(notes, fanOut)
        capacity *= 2
    }

    private func rehash() {
        places = [Int32](repeating: -1, count: places.count * 2)
        for number in 0..<count {
            var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
            for word in 0..<width {
                hash = (hash ^ bits[number * width + word]) &* 0xD6E8_FEB8_6659_FD93
                hash ^= hash >> 32
            }
            var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
            while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
            places[place] = Int32(number)
        }
    }
}

extension UnsafeMutablePointer<UInt64> {
    /// Whether bit `index` of a row is set.
    @inline(__always)
    func has(_ index: Int) -> Bool { bit(index) == 1 }

    /// Bit `index` of a row.
    @inline(__always)
    func bit(_ index: Int) -> UInt64 { self[index >> 6] &>> UInt64(truncatingIfNeeded: index & 63) & 1 }

    /// Sets bit `index` of a row.
    @inline(__always)
    func insert(_ index: Int) { self[index >> 6] |= 1 &<< UInt64(truncatingIfNeeded: index & 63) }
}
