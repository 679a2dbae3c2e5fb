// Part of Assay. SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Intervals for figures that have no formula: the figure is computed again on many samples drawn from the sample.
///
/// ## How it decides
/// 1. A resample draws n of the n samples with replacement, which for counts of kinds is one multinomial draw.
/// 2. The interval reaches from the (1 − level)/2 quantile of the figures to the (1 + level)/2 quantile (percentile
///    method). Resamples on which the figure is not defined are left out.
///
/// - Source: B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13.
public enum Bootstrap {
    /// How many resamples are drawn unless told.
    public static let resamples = 1000
    /// Up to this many samples each is drawn on its own; beyond, counts are drawn kind by kind.
    static let largestDrawn = 20_000

    /// Percentile intervals of figures of a confusion matrix.
    ///
    /// - Parameters:
    ///   - matrix: the decisions.
    ///   - figures: what is computed of each resample.
    ///   - resamples: how many are drawn.
    ///   - level: the share of resamples inside the interval, 0…1.
    ///   - generator: where randomness comes from.
    /// - Returns: an interval for each figure, nil where it is not defined on any resample.
    public static func intervals(
        of matrix: ConfusionMatrix, _ figures: [(ConfusionMatrix) -> Double?], resamples: Int = resamples,
        level: Double = 0.95, using generator: inout some RandomNumberGenerator
    ) -> [ClosedRange<Double>?] {
        var values = Array(repeating: [Double](), count: figures.count)
        if matrix.total > 0 {
            for _ in 0..<max(1, resamples) {
                let resample = matrix.resampled(using: &generator)
                for (index, figure) in figures.enumerated() {
                    if let value = figure(resample) { values[index].append(value) }
                }
            }
        }
        return values.map { list in
            let sorted = list.sorted()
            guard let low = Quantile.nearestRank(sorted, (1 - level) / 2),
                let high = Quantile.nearestRank(sorted, (1 + level) / 2)
            else { return nil }
            return low...high
        }
    }

    /// Counts of as many samples, drawn with replacement.
    static func resample(_ counts: [Int], using generator: inout some RandomNumberGenerator) -> [Int] {
        let total = counts.reduce(0, +)
        var result = Array(repeating: 0, count: counts.count)
        if total <= largestDrawn {
            var ends: [Int] = []
            for count in counts { ends.append((ends.last ?? 0) + count) }
            for _ in 0..<total {
                let place = Int(generator.next().multipliedFullWidth(by: UInt64(total)).high)
                if let index = ends.firstIndex(where: { place < $0 }) { result[index] += 1 }
            }
            return result
        }
        var left = total
        var rest = total
        for (index, count) in counts.enumerated() where left > 0 && rest > 0 {
            result[index] = binomial(left, Double(count) / Double(rest), using: &generator)
            left -= result[index]
            rest -= count
        }
        return result
    }

    /// A binomial draw: by inversion where few successes are expected, else by the normal law, which is then close.
    private static func binomial(_ n: Int, _ p: Double, using generator: inout some RandomNumberGenerator) -> Int {
        if p <= 0 { return 0 }
        if p >= 1 { return n }
        if p > 0.5 { return n - binomial(n, 1 - p, using: &generator) }
        let mean = Double(n) * p
        if mean < 50 {
            var probability = exp(Double(n) * log1p(-p))
            var left = uniform(using: &generator)
            var k = 0
            while left > probability, k < n {
                left -= probability
                k += 1
                probability *= Double(n - k + 1) / Double(k) * p / (1 - p)
            }
            return k
        }
        // Box and Muller, 1958.
        let radius = (-2 * log(1 - uniform(using: &generator))).squareRoot()
        let normal = radius * cos(2 * Double.pi * uniform(using: &generator))
        return min(n, max(0, Int((mean + normal * (mean * (1 - p)).squareRoot()).rounded())))
    }

    /// A number from 0 up to, but not including, 1.
    private static func uniform(using generator: inout some RandomNumberGenerator) -> Double {
        Double(generator.next() >> 11) * 0x1p-53
    }
}
