// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayStatistics
import Testing

struct BootstrapTests {
    /// A plain generator, so that these tests need no other target.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static func matrix(_ right: Int, _ wrong: Int) -> ConfusionMatrix {
        var matrix = ConfusionMatrix(classCount: 2)
        matrix.add(actual: 0, predicted: 0, count: right)
        matrix.add(actual: 0, predicted: 1, count: wrong)
        return matrix
    }

    /// The percentile interval of a share lies close to Wilson's, whether samples are drawn one by one or kind by kind.
    @Test(arguments: [(90, 10), (800, 200), (30_000, 10_000), (199_000, 1000), (1_000_000, 30)])
    func agreesWithWilson(right: Int, wrong: Int) throws {
        let matrix = Self.matrix(right, wrong)
        var generator = Generator(state: 7)
        let intervals = Bootstrap.intervals(
            of: matrix, [{ $0.accuracy.value }], resamples: right + wrong > 5000 ? 1000 : 2000, using: &generator)
        let interval = try #require(intervals[0])
        let wilson = try #require(matrix.accuracy.wilsonInterval())
        let width = wilson.upperBound - wilson.lowerBound
        #expect(abs(interval.lowerBound - wilson.lowerBound) < 0.25 * width)
        #expect(abs(interval.upperBound - wilson.upperBound) < 0.25 * width)
    }

    @Test func sameSeedSameInterval() {
        func once() -> [ClosedRange<Double>?] {
            var generator = Generator(state: 3)
            return Bootstrap.intervals(
                of: Self.matrix(40, 9), [{ $0.macroF1 }, { $0.balancedAccuracy }], using: &generator)
        }
        #expect(once() == once())
    }

    @Test func nothingHasNoInterval() {
        var generator = Generator(state: 1)
        let none = ConfusionMatrix(classCount: 2)
        #expect(Bootstrap.intervals(of: none, [{ $0.macroF1 }], using: &generator) == [nil])
        #expect(Bootstrap.intervals(of: Self.matrix(3, 1), [{ _ in nil }], using: &generator) == [nil])
    }

    /// About 95 of 100 intervals hold the truth.
    @Test func coverage() throws {
        var generator = Generator(state: 11)
        var held = 0
        for _ in 0..<200 {
            var right = 0
            for _ in 0..<150 where generator.next() % 100 < 80 { right += 1 }
            let intervals = Bootstrap.intervals(
                of: Self.matrix(right, 150 - right), [{ $0.accuracy.value }], resamples: 300, using: &generator)
            if try #require(intervals[0]).contains(0.8) { held += 1 }
        }
        #expect((176...199).contains(held), "\(held) of 200")
    }

    @Test(arguments: [(0.5, 3), (0.99, 5), (1, 5), (0, 1), (0.2, 1), (0.21, 2), (7, 5), (-1, 1)])
    func nearestRank(share: Double, expected: Int) {
        #expect(Quantile.nearestRank([1, 2, 3, 4, 5], share) == expected)
    }

    @Test func nothingHasNoQuantile() { #expect(Quantile.nearestRank([Int](), 0.5) == nil) }
}
