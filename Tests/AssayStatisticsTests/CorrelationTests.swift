// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayStatistics
import Testing

struct CorrelationTests {
    /// Values by scipy 1.11: `pearsonr`, `spearmanr`.
    @Test(
        arguments: [
            ([1, 2, 3, 4, 5], [2, 4, 6, 8, 10], 1, 1), ([1, 2, 3, 4, 5], [5, 4, 3, 2, 1], -1, -1),
            ([1, 2, 3, 4, 5], [1, 4, 9, 16, 25], 0.981104910251, 1),
            ([1, 2, 2, 3], [1, 3, 2, 4], 0.948683298051, 0.948683298051),
        ] as [([Double], [Double], Double, Double)])
    func known(x: [Double], y: [Double], pearson: Double, spearman: Double) throws {
        #expect(abs(try #require(Correlation.pearson(x, y)) - pearson) < 1e-10)
        #expect(abs(try #require(Correlation.spearman(x, y)) - spearman) < 1e-10)
    }

    @Test func undefined() {
        #expect(Correlation.pearson([], []) == nil)
        #expect(Correlation.pearson([1], [2]) == nil)
        #expect(Correlation.pearson([1, 1, 1], [1, 2, 3]) == nil)
        #expect(Correlation.spearman([1, 2, 3], [4, 4, 4]) == nil)
    }
}
