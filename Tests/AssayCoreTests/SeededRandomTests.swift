// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import Testing

struct SeededRandomTests {
    @Test func sameSeedAndStreamSameNumbers() {
        var a = SeededRandom(seed: 7, stream: 3)
        var b = SeededRandom(seed: 7, stream: 3)
        var other = SeededRandom(seed: 7, stream: 4)
        var later = SeededRandom(seed: 8, stream: 3)
        for _ in 0..<100 {
            let value = a.next()
            #expect(value == b.next())
            #expect(value != other.next())
            #expect(value != later.next())
        }
    }

    @Test func numbersAreSpreadEvenly() {
        var random = SeededRandom(seed: 1)
        var counts = Array(repeating: 0, count: 6)
        for _ in 0..<60_000 { counts[random.below(6)] += 1 }
        #expect(counts.allSatisfy { (9600...10_400).contains($0) }, "\(counts)")
        #expect(random.below(0) == 0 && random.below(1) == 0)
        #expect(random.pick([Int]()) == nil)
        #expect(random.pick(["x"]) == "x")
    }

    @Test func hashesTellTextsApart() {
        #expect(SeededRandom.hash("a".utf8) == SeededRandom.hash("a".utf8))
        #expect(SeededRandom.hash("a".utf8) != SeededRandom.hash("b".utf8))
        #expect(SeededRandom.hash("".utf8) != SeededRandom.hash("\0".utf8))
    }
}
