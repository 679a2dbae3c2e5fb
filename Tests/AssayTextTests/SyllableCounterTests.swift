// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Testing

struct SyllableCounterTests {
    /// Expected counts are syllapy 0.8.0's.
    @Test(arguments: [
        ("", 0), (" ", 0), ("...", 0), ("7", 0), ("abc4", 0), ("the", 1), ("table", 2), ("self-care", 2),
        ("Self-Care!", 2),
        ("rhythm", 1), ("cat", 1), ("a", 1), ("e", 1), ("xyzzy", 2), ("brle", 1), ("naïve", 1), ("日本", 1), ("a-b-c", 3),
        ("a--b", 2), ("a-", 1), ("-a", 1), ("a-5", 0), (" WORD ", 1),
    ])
    func counts(word: String, expected: Int) {
        #expect(SyllableCounter.count(word) == expected)
    }

    @Test func manyHyphensStayLinear() {
        #expect(SyllableCounter.count(String(repeating: "a-", count: 200_000) + "b") == 200_001)
    }

    @Test func aRangeIsCountedWithoutItsNeighbours() {
        let bytes = Array("xxtablexx".utf8)
        #expect(SyllableCounter.count(bytes, 2..<7) == 2)
        #expect(SyllableCounter.count(bytes, 7..<99) == 1)
    }
}
