// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayStatistics

/// An audit's summary as one JSON object.
///
/// All but `time_us` and `verdicts_per_cpu_second` is the same on every machine.
public enum AuditJSON {
    /// The bytes, with a line feed.
    public static func render(_ summary: AuditSummary, options: AuditOptions, stamp: Stamp) -> [UInt8] {
        let figures = AuditFigure.figures(of: summary.counts, seed: options.seed)
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("n")
            writer.integer(summary.counts.labelled)
            for key in ["accuracy", "precision", "recall", "false_positive_rate", "abstain_rate", "macro_f1"] {
                number(key, figures.first { $0.key == key }?.value, to: &writer)
            }
            byType(summary.byType, key: "by_type", to: &writer)
            times(summary.times, to: &writer)
            number("mutation_caught", summary.mutations?.caught.value, to: &writer)
            number("mutation_preserved", summary.mutations?.preserved.value, to: &writer)
            for key in ["balanced_accuracy", "selective_accuracy", "coverage"] {
                number(key, figures.first { $0.key == key }?.value, to: &writer)
            }
            intervals(figures, to: &writer)
            writer.key("confusion")
            confusion(summary.counts, to: &writer)
            for (key, count) in [
                ("records", summary.records), ("unlabelled", summary.counts.unlabelled),
                ("errors", summary.counts.errors), ("disagreements", summary.disagreementCount),
                ("unstable", summary.unstable),
            ] {
                writer.key(key)
                writer.integer(count)
            }
            if let loose = summary.loose {
                writer.key("loose")
                writer.object { writer in
                    let figures = AuditFigure.figures(of: loose, seed: options.seed)
                    writer.key("n")
                    writer.integer(loose.labelled)
                    for figure in figures { number(figure.key, figure.value, to: &writer) }
                    writer.key("confusion")
                    confusion(loose, to: &writer)
                    byType(summary.looseByType, key: "by_type", to: &writer)
                }
            }
            if let mutations = summary.mutations { self.mutations(mutations, to: &writer) }
            number("verdicts_per_cpu_second", summary.times.perSecond?.rounded(), to: &writer)
            writer.key("stamp")
            stamp.write(to: &writer)
        }
        writer.newline()
        return writer.bytes
    }

    private static func number(_ key: String, _ value: Double?, to writer: inout JSONWriter) {
        writer.key(key)
        if let value { writer.double(value) } else { writer.null() }
    }

    private static func interval(_ key: String, _ interval: ClosedRange<Double>?, to writer: inout JSONWriter) {
        writer.key(key)
        guard let interval else {
            writer.null()
            return
        }
        writer.array { writer in
            writer.double(interval.lowerBound)
            writer.double(interval.upperBound)
        }
    }

    private static func times(_ times: DecisionTimes, to writer: inout JSONWriter) {
        writer.key("time_us")
        writer.object { writer in
            let quantiles = times.quantiles
            number("median", quantiles?.median, to: &writer)
            number("p99", quantiles?.p99, to: &writer)
            number("max", quantiles?.max, to: &writer)
        }
    }

    private static func intervals(_ figures: [AuditFigure], to writer: inout JSONWriter) {
        writer.key("intervals")
        writer.object { writer in
            for figure in figures { interval(figure.key, figure.interval, to: &writer) }
        }
    }

    private static func byType(_ types: [String: AuditCounts], key: String, to writer: inout JSONWriter) {
        writer.key(key)
        writer.object { writer in
            for (type, counts) in AuditRows.sorted(types) {
                let accuracy = counts.matrix.accuracy
                writer.key(type)
                writer.object { writer in
                    writer.key("n")
                    writer.integer(counts.labelled)
                    number("accuracy", accuracy.value, to: &writer)
                    interval("interval", accuracy.wilsonInterval(), to: &writer)
                    for (key, count) in [
                        ("wrong_passes", counts.wrongPasses), ("wrong_fails", counts.wrongFails),
                        ("abstained", counts.abstained), ("unlabelled", counts.unlabelled), ("errors", counts.errors),
                    ] {
                        writer.key(key)
                        writer.integer(count)
                    }
                }
            }
        }
    }

    private static func confusion(_ counts: AuditCounts, to writer: inout JSONWriter) {
        writer.object { writer in
            for response in AuditRows.classes(counts) {
                writer.key(response.name)
                writer.object { writer in
                    for label in Label.allCases {
                        writer.key(label.rawValue)
                        writer.integer(counts.count(response, label))
                    }
                }
            }
        }
    }

    private static func mutations(_ report: MutationReport, to writer: inout JSONWriter) {
        writer.key("mutations")
        writer.object { writer in
            writer.key("answers")
            writer.integer(report.answers)
            writer.key("unaccepted")
            writer.integer(report.unaccepted)
            for (key, rows, share) in [
                ("caught", report.changes, "caught"), ("preserved", report.wrappers, "preserved"),
            ] {
                writer.key(key)
                writer.object { writer in
                    for row in rows {
                        writer.key(row.kind)
                        writer.object { writer in
                            writer.key("n")
                            writer.integer(row.n)
                            number(share, row.share.value, to: &writer)
                            interval("interval", row.share.wilsonInterval(), to: &writer)
                            writer.key("abstained")
                            writer.integer(row.abstained)
                        }
                    }
                }
            }
        }
    }
}
