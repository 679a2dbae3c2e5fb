// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayTables

/// A set of Unicode scalars as sorted, disjoint, non-adjacent closed ranges.
///
/// The universe goes one beyond Unicode: ``badByte`` stands for a byte that is not part of valid UTF-8.
struct ScalarSet: Sendable, Hashable {
    struct Interval: Sendable, Hashable {
        var low: UInt32
        var high: UInt32
    }

    /// The unit that a malformed byte is read as; negated classes and `.` contain it.
    static let badByte: UInt32 = 0x110000

    private(set) var intervals: [Interval]

    init() { intervals = [] }

    init(_ scalar: UInt32) { intervals = [Interval(low: scalar, high: scalar)] }

    init(_ low: UInt32, _ high: UInt32) { intervals = low <= high ? [Interval(low: low, high: high)] : [] }

    /// The union of `unsorted` ranges.
    init(unsorted: [Interval]) {
        var merged: [Interval] = []
        for interval in unsorted.sorted(by: { $0.low < $1.low }) {
            if let last = merged.last, interval.low <= last.high &+ 1 {
                if interval.high > last.high { merged[merged.count - 1].high = interval.high }
            } else {
                merged.append(interval)
            }
        }
        intervals = merged
    }

    /// The scalars up to U+10FFFF that satisfy `isMember`.
    init(where isMember: (UInt32) -> Bool) {
        intervals = []
        var start: UInt32?
        for scalar in UInt32(0)..<0x110000 {
            if isMember(scalar) {
                if start == nil { start = scalar }
            } else if let low = start {
                intervals.append(Interval(low: low, high: scalar - 1))
                start = nil
            }
        }
        if let low = start { intervals.append(Interval(low: low, high: 0x10FFFF)) }
    }

    /// Everything that is not in the set, malformed bytes included.
    var complement: ScalarSet {
        var result = ScalarSet()
        var next: UInt32 = 0
        for interval in intervals {
            if interval.low > next { result.intervals.append(Interval(low: next, high: interval.low - 1)) }
            next = interval.high + 1
        }
        if next <= Self.badByte { result.intervals.append(Interval(low: next, high: Self.badByte)) }
        return result
    }

    func contains(_ scalar: UInt32) -> Bool {
        var low = 0
        var high = intervals.count
        while low < high {
            let middle = (low + high) / 2
            if intervals[middle].high < scalar { low = middle + 1 } else { high = middle }
        }
        return low < intervals.count && intervals[low].low <= scalar
    }

    static let newline = ScalarSet(0x0A)
    static let word = ScalarSet(where: UnicodeScalars.isWord)
    static let digit = ScalarSet(where: UnicodeScalars.isDigit)
    static let space = ScalarSet(where: UnicodeScalars.isSpace)
    static let asciiWord = ScalarSet(unsorted: [
        Interval(low: 0x30, high: 0x39), Interval(low: 0x41, high: 0x5A), Interval(low: 0x5F, high: 0x5F),
        Interval(low: 0x61, high: 0x7A),
    ])
    static let asciiDigit = ScalarSet(0x30, 0x39)
    static let asciiSpace = ScalarSet(unsorted: [Interval(low: 0x09, high: 0x0D), Interval(low: 0x20, high: 0x20)])
}

/// Case folding as Python's regular expressions do it: by the simple lower case of each scalar, and by the groups
/// of lower-case letters that share an upper case.
enum PatternCase {
    /// Lower-case scalars of different code that have the same upper case in Unicode 14.
    static let classes: [[UInt32]] = [
        [0x69, 0x131], [0x73, 0x17F], [0xB5, 0x3BC], [0x345, 0x3B9, 0x1FBE], [0x390, 0x1FD3], [0x3B0, 0x1FE3],
        [0x3B2, 0x3D0], [0x3B5, 0x3F5], [0x3B8, 0x3D1], [0x3BA, 0x3F0], [0x3C0, 0x3D6], [0x3C1, 0x3F1],
        [0x3C2, 0x3C3], [0x3C6, 0x3D5], [0x432, 0x1C80], [0x434, 0x1C81], [0x43E, 0x1C82], [0x441, 0x1C83],
        [0x442, 0x1C84, 0x1C85], [0x44A, 0x1C86], [0x463, 0x1C87], [0x1C88, 0xA64B], [0x1E61, 0x1E9B],
        [0xFB05, 0xFB06],
    ]

    /// From a lower-case scalar to all of its class.
    static let siblings: [UInt32: [UInt32]] = {
        var result: [UInt32: [UInt32]] = [:]
        for group in classes { for member in group { result[member] = group } }
        return result
    }()

    /// All scalars with another lower case, and that lower case, in order.
    static let lowered: [(scalar: UInt32, lower: UInt32)] = (UInt32(0)..<0x110000).compactMap { scalar in
        let lower = UnicodeScalars.simpleLowercase(scalar)
        return lower == scalar ? nil : (scalar, lower)
    }

    /// The first scalar of the full upper case, which is what Python's engine compares in ranges beyond U+FFFF.
    static let uppered: [(scalar: UInt32, upper: UInt32)] = {
        var first: [UInt32: UInt32] = [:]
        let full = assay_upper_full()
        for index in stride(from: 0, to: Int(assay_upper_full_count), by: 4) { first[full[index]] = full[index + 1] }
        return (UInt32(0)..<0x110000).compactMap { scalar in
            let upper = first[scalar] ?? UnicodeScalars.simpleUppercase(scalar)
            return upper == scalar ? nil : (scalar, upper)
        }
    }()

    static func lower(_ scalar: UInt32, ascii: Bool) -> UInt32 {
        if ascii { return scalar >= 0x41 && scalar <= 0x5A ? scalar + 32 : scalar }
        return UnicodeScalars.simpleLowercase(scalar)
    }

    /// The scalars whose lower case is in `set`.
    static func preimage(of set: ScalarSet, ascii: Bool) -> ScalarSet {
        if ascii {
            var result: [ScalarSet.Interval] = []
            for interval in set.intervals {
                // Upper-case ASCII letters have no lower case of their own any more.
                if interval.low < 0x41 {
                    result.append(.init(low: interval.low, high: min(interval.high, 0x40)))
                }
                if interval.high > 0x5A {
                    result.append(.init(low: max(interval.low, 0x5B), high: interval.high))
                }
                let low = max(interval.low, 0x61)
                let high = min(interval.high, 0x7A)
                if low <= high { result.append(.init(low: low - 32, high: high - 32)) }
            }
            return ScalarSet(unsorted: result)
        }
        var result: [ScalarSet.Interval] = []
        var index = 0
        for interval in set.intervals {
            var low = interval.low
            while index < lowered.count, lowered[index].scalar < low { index += 1 }
            while index < lowered.count, lowered[index].scalar <= interval.high {
                let scalar = lowered[index].scalar
                if scalar > low { result.append(.init(low: low, high: scalar - 1)) }
                low = scalar + 1
                index += 1
            }
            if low <= interval.high { result.append(.init(low: low, high: interval.high)) }
        }
        for (scalar, lower) in lowered where set.contains(lower) {
            result.append(.init(low: scalar, high: scalar))
        }
        return ScalarSet(unsorted: result)
    }
}
