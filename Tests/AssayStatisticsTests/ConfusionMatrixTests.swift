// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayStatistics
import Testing

struct ConfusionMatrixTests {
    private static func matrix(_ pairs: [(Int, Int?)], classes: Int = 3) -> ConfusionMatrix {
        var matrix = ConfusionMatrix(classCount: classes)
        for (actual, predicted) in pairs { matrix.add(actual: actual, predicted: predicted) }
        return matrix
    }

    /// Gold A A B C C, predicted A B B C B.
    @Test func golden() throws {
        let matrix = Self.matrix([(0, 0), (0, 1), (1, 1), (2, 2), (2, 1)])
        #expect(matrix.accuracy.value == 0.6)
        #expect(matrix.f1(of: 0) == 2.0 / 3)
        #expect(matrix.f1(of: 1) == 0.5)
        #expect(matrix.f1(of: 2) == 2.0 / 3)
        #expect(abs(try #require(matrix.macroF1) - 0.6111) < 1e-4)
        #expect(abs(try #require(matrix.balancedAccuracy) - 2.0 / 3) < 1e-12)
        #expect(matrix.precision(of: 1) == Proportion(successes: 1, total: 3))
        #expect(matrix.recall(of: 2) == Proportion(successes: 1, total: 2))
        #expect(matrix.falsePositiveRate(of: 1) == Proportion(successes: 2, total: 4))
    }

    @Test func undecidedCountsAgainstRecallAlone() {
        let matrix = Self.matrix([(0, 0), (0, nil), (1, 1), (1, nil)], classes: 2)
        #expect(matrix.accuracy == Proportion(successes: 2, total: 4))
        #expect(matrix.selectiveAccuracy == Proportion(successes: 2, total: 2))
        #expect(matrix.precision(of: 0).value == 1)
        #expect(matrix.recall(of: 0).value == 0.5)
        #expect(matrix.f1(of: 0) == 2.0 / 3)
        #expect(matrix.undecided == Proportion(successes: 2, total: 4))
    }

    @Test func nothing() {
        let matrix = ConfusionMatrix(classCount: 2)
        #expect(matrix.macroF1 == nil)
        #expect(matrix.balancedAccuracy == nil)
        #expect(matrix.accuracy.value == nil)
    }

    /// Means are over the classes that have samples.
    @Test func absentClassesAreLeftOut() {
        let matrix = Self.matrix([(0, 0), (1, 0)])
        #expect(matrix.balancedAccuracy == 0.5)
        #expect(matrix.macroF1 == 1.0 / 3)
    }

    @Test func sumsAndRanges() {
        var matrix = Self.matrix([(0, 0), (7, 0), (0, 9)], classes: 2)
        #expect(matrix.total == 1)
        matrix += Self.matrix([(1, 1)], classes: 2)
        matrix += Self.matrix([(1, 1)], classes: 3)
        #expect(matrix.total == 2)
        #expect(matrix.count(actual: 1, predicted: 1) == 1)
        #expect(matrix.count(actual: 1, predicted: nil) == 0)
    }
}
