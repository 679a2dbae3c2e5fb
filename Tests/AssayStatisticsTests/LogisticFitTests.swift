// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayStatistics
import Testing

@Suite struct LogisticFitTests {
    /// With a 2×2 table and hardly any penalty, the coefficients are the table's log-odds.
    @Test func logOddsOfATable() throws {
        let rows = [[Double]](repeating: [0], count: 40) + [[Double]](repeating: [1], count: 40)
        let labels = (0..<40).map { $0 < 10 } + (0..<40).map { $0 < 30 }
        let fit = try #require(LogisticFit(rows: rows, labels: labels, penalty: 1e-9))
        #expect(abs(fit.intercept + 1.0986122886681098) < 1e-6)
        #expect(abs(fit.coefficients[0] - 2.1972245773362196) < 1e-6)
        #expect(abs(fit.probability([1]) - 0.75) < 1e-6)
    }

    @Test func separableClassesEnd() throws {
        let fit = try #require(
            LogisticFit(rows: [[-1], [-2], [1], [2]], labels: [false, false, true, true], penalty: 1))
        #expect(fit.coefficients[0] > 0 && fit.coefficients[0] < 5)
        #expect(abs(fit.intercept) < 1e-9)
    }

    @Test func badInput() {
        #expect(LogisticFit(rows: [], labels: [], penalty: 1) == nil)
        #expect(LogisticFit(rows: [[1], [1, 2]], labels: [true, false], penalty: 1) == nil)
        #expect(LogisticFit(rows: [[1]], labels: [true], penalty: 0) == nil)
        #expect(LogisticFit(rows: [[.nan]], labels: [true], penalty: 1) == nil)
    }
}
