// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayStatistics
import Testing

struct ProportionTests {
    /// Expected ends from the formula, computed in Python.
    @Test(arguments: [
        (8, 10, 0.490162471536642, 0.943317848545625), (0, 10, 0, 0.277532799862889), (10, 10, 0.722467200137111, 1),
        (417, 541, 0.733540462355176, 0.804230654831892), (1, 2, 0.094531205734231, 0.905468794265769),
    ])
    func wilson(successes: Int, total: Int, low: Double, high: Double) throws {
        let interval = try #require(Proportion(successes: successes, total: total).wilsonInterval())
        #expect(abs(interval.lowerBound - low) < 1e-6)
        #expect(abs(interval.upperBound - high) < 1e-6)
    }

    @Test func nothingHasNoShare() {
        #expect(Proportion(successes: 0, total: 0).value == nil)
        #expect(Proportion(successes: 0, total: 0).wilsonInterval() == nil)
    }

    @Test func numbersOutOfRangeAreBroughtIn() {
        #expect(Proportion(successes: 7, total: 5).value == 1)
        #expect(Proportion(successes: -1, total: 5).value == 0)
    }
}
