// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Quantiles of a list.
public enum Quantile {
    /// The smallest element that at least the share `share` of the elements does not exceed (nearest rank).
    ///
    /// Always an element of the list, so that a maximum or a median of times is a time that was measured.
    ///
    /// - Parameters:
    ///   - sorted: the elements, smallest first.
    ///   - share: 0…1; 0.5 is the median, 1 the maximum.
    /// - Returns: nil of an empty list.
    public static func nearestRank<Element: Comparable>(_ sorted: [Element], _ share: Double) -> Element? {
        guard !sorted.isEmpty else { return nil }
        let rank = (min(max(share, 0), 1) * Double(sorted.count)).rounded(.up)
        return sorted[min(sorted.count, max(1, Int(rank))) - 1]
    }
}
