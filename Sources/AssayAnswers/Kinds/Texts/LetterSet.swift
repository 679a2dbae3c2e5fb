// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A set of option letters.
package struct LetterSet: Sendable, Hashable {
    /// Bit 0 is A.
    package var bits: UInt32

    package init(bits: UInt32 = 0) { self.bits = bits }

    /// The set of one letter, by its place in the alphabet.
    package init(_ index: Int) { bits = (0..<26).contains(index) ? 1 << UInt32(index) : 0 }

    package var isEmpty: Bool { bits == 0 }
    package var count: Int { bits.nonzeroBitCount }

    package func contains(_ index: Int) -> Bool { (0..<26).contains(index) && bits >> UInt32(index) & 1 == 1 }
    package func union(_ other: LetterSet) -> LetterSet { LetterSet(bits: bits | other.bits) }
    package func subtracting(_ other: LetterSet) -> LetterSet { LetterSet(bits: bits & ~other.bits) }
    package func isSubset(of other: LetterSet) -> Bool { bits & ~other.bits == 0 }

    /// The letters in order, with commas.
    package var text: String {
        var letters: [String] = []
        for index in 0..<26 where contains(index) { letters.append(String(UnicodeScalar(UInt8(0x41 + index)))) }
        return letters.joined(separator: ", ")
    }
}
