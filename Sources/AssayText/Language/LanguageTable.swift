// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayTables

/// The n-gram statistics of 55 languages, as laid out by scripts/tables/language.py.
///
/// Weights are integers, so that sums are the same in any order and on any machine.
enum LanguageTable {
    /// How many languages there are.
    static let count = Int(assay_language_count)
    /// ``count``, filled up for vectors.
    static let lanes = Int(assay_language_lanes)
    /// The weight of one nat of log-likelihood.
    static let unitsPerNat = 4096

    /// The id of a white space or of what counts as such.
    static let space: UInt16 = 0
    /// The id of a character of which the statistics know nothing.
    static let other: UInt16 = 2047
    /// The bits of a character's code that are its id.
    static let idBits: UInt16 = 0x7FF
    /// The bit of a character's code that says that it lies in `A`…`z`.
    static let latinBit: UInt16 = 0x4000
    /// The bit of a character's code that says that it is upper case.
    static let upperBit: UInt16 = 0x8000

    /// The names of the languages, in the order of the columns.
    static let names: [String] = (0..<count).map { String(cString: assay_language_name(Int32($0))) }

    /// Id, script and case of a scalar after the normalisation that the statistics were made with.
    @inline(__always) static func code(_ scalar: UInt32) -> UInt16 {
        guard scalar < 0x10000 else {
            return other | (UnicodeScalars.isUppercase(scalar) ? upperBit : 0)
        }
        let block = Int(assay_language_character_index()[Int(scalar >> 6)])
        return assay_language_characters()[block << 6 | Int(scalar & 63)]
    }

    /// Where the weights of a single character are; 0 if it is in no language's statistics.
    @inline(__always) static func unigram(_ id: UInt16) -> UInt32 {
        Int(id) < Int(assay_language_unigrams_count) ? assay_language_unigrams()[Int(id)] : 0
    }

    /// Where the weights of two characters are; 0 if they are in no language's statistics.
    @inline(__always) static func bigram(_ first: UInt16, _ second: UInt16) -> UInt32 {
        if first | second < 64 { return assay_language_pairs()[Int(first << 6 | second)] }
        return find(bigramMark << 22 | UInt64(first) << 11 | UInt64(second))
    }

    /// Where the weights of three characters are; 0 if they are in no language's statistics.
    @inline(__always) static func trigram(_ first: UInt16, _ second: UInt16, _ third: UInt16) -> UInt32 {
        find(UInt64(first) << 22 | UInt64(second) << 11 | UInt64(third))
    }

    /// Adds the weights that `descriptor` stands for to `scores`, one for each of ``lanes`` languages.
    @inline(__always) static func add(_ descriptor: UInt32, to scores: UnsafeMutablePointer<Int32>) {
        if descriptor >> 26 == 1 {
            let row = assay_language_dense() + Int(descriptor & 0xFFFF) * lanes
            for lane in 0..<56 { scores[lane] &+= Int32(row[lane]) }
        } else if descriptor >> 27 == 1 {
            scores[Int(descriptor >> 16 & 63)] &+= Int32(descriptor & 0xFFFF)
        } else {
            let row = assay_language_sparse() + Int(descriptor & 0xFFFFF)
            for entry in 0..<Int(descriptor >> 20) {
                scores[Int(row[entry] >> 16)] &+= Int32(row[entry] & 0xFFFF)
            }
        }
    }

    /// e^(-`distance` / ``unitsPerNat``) in units of 2^-24, to a sixteenth of a nat.
    @inline(__always) static func exponential(_ distance: Int32) -> UInt64 {
        let step = Int(distance &+ 128) >> 8
        return step < Int(assay_language_exponentials_count) ? UInt64(assay_language_exponentials()[step]) : 0
    }

    // MARK: Details

    private static let bigramMark: UInt64 = 2046

    /// The descriptor of `key`, 0 if it is not there.
    ///
    /// The table is less than half full, so a search ends after a few steps.
    @inline(__always) private static func find(_ key: UInt64) -> UInt32 {
        let slots = assay_language_slots()
        let mask = 1 << Int(assay_language_slot_bits) - 1
        var slot = Int(
            truncatingIfNeeded: (key &* UInt64(assay_language_hash)) >> UInt64(64 - assay_language_slot_bits))
        while true {
            let entry = slots[slot]
            if entry >> 28 == key { return UInt32(truncatingIfNeeded: entry & 0xFFF_FFFF) }
            if entry == 0 { return 0 }
            slot = (slot + 1) & mask
        }
    }
}
