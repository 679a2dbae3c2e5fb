// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// How far two series of numbers go together.
public enum Correlation {
    /// Pearson's r, −1…1: of numbers themselves.
    ///
    /// - Parameters:
    ///   - x: a series.
    ///   - y: another of the same length.
    /// - Returns: nil where there are fewer than two pairs, or a series does not vary.
    public static func pearson(_ x: [Double], _ y: [Double]) -> Double? {
        let count = min(x.count, y.count)
        guard count >= 2 else { return nil }
        let meanX = x[..<count].reduce(0, +) / Double(count)
        let meanY = y[..<count].reduce(0, +) / Double(count)
        var xx = 0.0
        var yy = 0.0
        var xy = 0.0
        for (a, b) in zip(x, y) {
            xx += (a - meanX) * (a - meanX)
            yy += (b - meanY) * (b - meanY)
            xy += (a - meanX) * (b - meanY)
        }
        guard xx > 0, yy > 0 else { return nil }
        return min(1, max(-1, xy / (xx * yy).squareRoot()))
    }

    /// Spearman's ρ, −1…1: of ranks, where equal numbers share the mean of theirs.
    ///
    /// - Parameters:
    ///   - x: a series.
    ///   - y: another of the same length.
    /// - Returns: nil where there are fewer than two pairs, or a series does not vary.
    public static func spearman(_ x: [Double], _ y: [Double]) -> Double? {
        let count = min(x.count, y.count)
        return pearson(ranks(Array(x[..<count])), ranks(Array(y[..<count])))
    }

    /// Ranks from 1; equal numbers share the mean of theirs.
    static func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
            start = end
        }
        return ranks
    }
}
