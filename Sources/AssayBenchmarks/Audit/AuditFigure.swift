// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayStatistics

/// One figure with what it rests on.
public struct AuditFigure: Sendable, Hashable {
    /// Its name in JSON and in `--fail-under`.
    public let key: String
    /// Its name for people.
    public let title: String
    /// The value, 0…1; nil where it is not defined.
    public let value: Double?
    /// The number of decisions in its denominator.
    public let n: Int
    /// The 95 % interval: Wilson's for shares, bootstrap for means over classes.
    public let interval: ClosedRange<Double>?

    private init(_ key: String, _ title: String, _ share: Proportion) {
        self.key = key
        self.title = title
        value = share.value
        n = share.total
        interval = share.wilsonInterval()
    }

    private init(_ key: String, _ title: String, _ value: Double?, n: Int, interval: ClosedRange<Double>?) {
        self.key = key
        self.title = title
        self.value = value
        self.n = n
        // Where every resample gives the same figure, the bootstrap knows nothing of how far it might be off.
        self.interval = interval.flatMap { $0.lowerBound < $0.upperBound ? $0 : nil }
    }

    /// The names of all figures.
    public static let keys = [
        "accuracy", "precision", "recall", "balanced_accuracy", "false_positive_rate", "abstain_rate", "macro_f1",
        "selective_accuracy", "coverage",
    ]

    /// The figures of counts, in the order in which they are shown.
    ///
    /// Precision, recall and the false-positive rate are about the class `correct`: what was passed. An abstention counts
    /// as not right in accuracy, recall and F1; `selective_accuracy` and `coverage` tell how it looks without.
    ///
    /// - Parameters:
    ///   - counts: the decisions.
    ///   - seed: of the resamples.
    /// - Returns: a figure for each of ``keys``.
    public static func figures(of counts: AuditCounts, seed: UInt64) -> [AuditFigure] {
        let matrix = counts.matrix
        let correct = ResponseClass.correct.rawValue
        var random = SeededRandom(seed: seed, stream: 1)
        let means = Bootstrap.intervals(of: matrix, [{ $0.balancedAccuracy }, { $0.macroF1 }], using: &random)
        let undecided = matrix.undecided
        return [
            AuditFigure("accuracy", "accuracy", matrix.accuracy),
            AuditFigure("precision", "precision", matrix.precision(of: correct)),
            AuditFigure("recall", "recall", matrix.recall(of: correct)),
            AuditFigure(
                "balanced_accuracy", "balanced accuracy", matrix.balancedAccuracy, n: matrix.total, interval: means[0]),
            AuditFigure("false_positive_rate", "false-positive rate", matrix.falsePositiveRate(of: correct)),
            AuditFigure("abstain_rate", "abstain rate", undecided),
            AuditFigure("macro_f1", "macro-F1", matrix.macroF1, n: matrix.total, interval: means[1]),
            AuditFigure("selective_accuracy", "accuracy of the decided", matrix.selectiveAccuracy),
            AuditFigure(
                "coverage", "coverage",
                Proportion(successes: undecided.total - undecided.successes, total: undecided.total)),
        ]
    }
}
