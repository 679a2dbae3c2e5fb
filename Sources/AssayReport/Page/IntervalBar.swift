// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayStatistics

/// Bars with 95 % intervals as SVG.
///
/// The numbers always stand beside them as text, so the picture is hidden from readers.
enum IntervalBar {
    /// One bar for each of the counts, below each other: strict, then loose.
    static func write(_ counts: [LabelCounts], to html: inout HTMLWriter) {
        let height = counts.count == 1 ? 14 : 22
        html.element(
            "svg",
            [
                "class": "bar", "viewBox": "0 0 100 \(height)", "preserveAspectRatio": "none", "aria-hidden": "true",
                "focusable": "false", "height": "\(height)",
            ]
        ) { html in
            for (index, counts) in counts.enumerated() {
                bar(counts.accuracy, index == 0 ? "strict" : "loose", y: 2 + Double(index) * 10, to: &html)
            }
        }
    }

    /// The five counts as one bar.
    static func stack(_ counts: LabelCounts, to html: inout HTMLWriter) {
        html.element(
            "svg",
            [
                "class": "stack", "viewBox": "0 0 100 10", "preserveAspectRatio": "none", "aria-hidden": "true",
                "focusable": "false", "height": "10",
            ]
        ) { html in
            rectangle("track", 0, 0, 100, 10, to: &html)
            var x = 0.0
            for (name, count) in SummaryRow.labels(counts) where count > 0 {
                let width = 100 * Double(count) / Double(max(1, counts.total))
                // A hair of a gap between the parts, where there is room for one.
                rectangle("l-\(name)", x, 0, max(0.4, width - 0.3), 10, to: &html)
                x += width
            }
        }
    }

    private static func bar(_ share: Proportion, _ name: String, y: Double, to html: inout HTMLWriter) {
        rectangle("track", 0, y, 100, 8, to: &html)
        guard let value = share.value, let interval = share.wilsonInterval() else { return }
        rectangle(name, 0, y, value * 100, 8, to: &html)
        let low = interval.lowerBound * 100
        let high = interval.upperBound * 100
        rectangle("whisker", low, y + 3.2, high - low, 1.6, to: &html)
        for end in [low, high] { rectangle("whisker", min(max(0, end - 0.2), 99.6), y + 1, 0.4, 6, to: &html) }
    }

    private static func rectangle(
        _ name: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double, to html: inout HTMLWriter
    ) {
        func text(_ value: Double) -> String { JSONWriter.text((value * 100).rounded() / 100) }
        html.element(
            "rect", ["class": name, "x": text(x), "y": text(y), "width": text(width), "height": text(height)]
        ) { _ in }
    }
}
