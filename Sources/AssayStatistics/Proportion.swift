// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A share of successes, with its interval.
public struct Proportion: Sendable, Hashable {
    /// Successes, 0…`total`.
    public let successes: Int
    /// Trials.
    public let total: Int

    /// Creates a proportion; numbers out of range are brought into it.
    public init(successes: Int, total: Int) {
        self.total = max(0, total)
        self.successes = min(max(0, successes), self.total)
    }

    /// successes / total; nil where there is no trial.
    public var value: Double? { total == 0 ? nil : Double(successes) / Double(total) }

    /// Wilson's score interval.
    ///
    /// Its ends stay inside 0…1 and it is honest for shares near 0 and 1 and for few trials, where the usual ± interval is
    /// not.
    ///
    /// - Parameter z: the standard normal quantile: 1.959964 for 95 %.
    /// - Returns: nil where there is no trial.
    /// - Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
    public func wilsonInterval(z: Double = 1.959963984540054) -> ClosedRange<Double>? {
        guard let share = value else { return nil }
        let n = Double(total)
        let z2 = z * z
        let centre = (share + z2 / (2 * n)) / (1 + z2 / n)
        let half = z / (1 + z2 / n) * (share * (1 - share) / n + z2 / (4 * n * n)).squareRoot()
        // At the ends the exact bounds are 0 and 1; rounding must not move them.
        let low = successes == 0 ? 0 : max(0, centre - half)
        let high = successes == total ? 1 : min(1, centre + half)
        return low...high
    }
}
