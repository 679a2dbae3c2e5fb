// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayStatistics

/// A run's summary as one JSON object, with the metric names of lm-evaluation-harness and the stamp.
public enum SummaryJSON {
    /// The bytes, with a line feed.
    public static func render(_ summary: VerificationSummary, by: String?, stamp: Stamp) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            figures(summary.total, summary, to: &writer)
            if let by {
                writer.key("by")
                writer.object { writer in
                    writer.key(by)
                    writer.object { writer in
                        for (value, tally) in summary.byValue {
                            writer.key(value)
                            writer.object { figures(tally, summary, to: &$0) }
                        }
                    }
                }
            }
            writer.key("errors")
            writer.array { writer in
                for (place, error) in summary.firstErrors {
                    writer.object { writer in
                        writer.key("place")
                        writer.string(place)
                        writer.key("code")
                        writer.string(error.code.description)
                        writer.key("message")
                        writer.string(error.message)
                    }
                }
            }
            writer.key("warnings")
            writer.object { writer in
                for (message, count) in summary.warnings {
                    writer.key(message)
                    writer.integer(count)
                }
            }
            writer.key("stamp")
            stamp.write(to: &writer)
        }
        writer.newline()
        return writer.bytes
    }

    /// The value of a metric by its name in the JSON object; nil where there is no such metric or nothing was decided.
    public static func metric(_ name: String, of summary: VerificationSummary) -> Double? {
        let metrics = metrics(summary.total, summary)
        // The share of responses that pass, whatever the protocol: the first of them.
        return (name == "accuracy" ? metrics.first : metrics.first { $0.name == name })?.value
    }

    /// The names of the metrics; `accuracy` is short for the first.
    public static let metricNames = [
        "accuracy", "prompt_level_strict_acc", "inst_level_strict_acc", "prompt_level_loose_acc",
        "inst_level_loose_acc", "csr",
        "score",
    ]

    private static func metrics(
        _ tally: Tally, _ summary: VerificationSummary
    ) -> [(name: String, value: Double?)] {
        let instructions = tally.instructions
        let word = summary.isLooseOnly ? "loose" : "strict"
        var list: [(String, Double?)] = [
            ("prompt_level_\(word)_acc", tally.responses.strict.accuracy.value),
            ("inst_level_\(word)_acc", instructions.strict.accuracy.value),
        ]
        if summary.hasLoose {
            list += [
                ("prompt_level_loose_acc", tally.responses.loose.accuracy.value),
                ("inst_level_loose_acc", instructions.loose.accuracy.value),
            ]
        }
        return list + [("csr", tally.satisfaction.value), ("score", tally.score.value)]
    }

    private static func figures(_ tally: Tally, _ summary: VerificationSummary, to writer: inout JSONWriter) {
        for (name, value) in metrics(tally, summary) {
            writer.key(name)
            if let value { writer.double(value) } else { writer.null() }
        }
        writer.key("n")
        writer.integer(tally.responses.strict.decided)
        // Means over other responses than the accuracy: a response with an error beside decided checks has a csr.
        writer.key("csr_n")
        writer.integer(tally.satisfaction.count)
        writer.key("score_n")
        writer.integer(tally.score.count)
        writer.key("records")
        writer.integer(tally.records)
        writer.key("missing")
        writer.integer(tally.missing)
        if tally.hasSeveralResponses {
            writer.key("per_prompt")
            writer.object { writer in
                let count = Double(max(1, tally.judgedPrompts))
                let isJudged = tally.judgedPrompts > 0
                let figures: [(String, Double?)] = [
                    ("any_pass", isJudged ? Double(tally.anyPass) / count : nil),
                    ("all_pass", isJudged ? Double(tally.allPass) / count : nil),
                    ("best_csr", tally.best.value), ("mean_csr", tally.mean.value),
                ]
                writer.key("n")
                writer.integer(tally.judgedPrompts)
                writer.key("csr_n")
                writer.integer(tally.best.count)
                for (name, value) in figures {
                    writer.key(name)
                    if let value { writer.double(value) } else { writer.null() }
                }
            }
        }
        let rows = SummaryRow.rows(of: tally, hasLoose: summary.hasLoose)
        for level in [SummaryRow.Level.prompt, .instruction] {
            guard let row = rows.first(where: { $0.level == level }) else { continue }
            writer.key(level.rawValue)
            entry(row, summary.isLooseOnly ? "loose" : "strict", to: &writer)
        }
        for (level, name) in [(SummaryRow.Level.group, "groups"), (.id, "ids")] {
            writer.key(name)
            writer.object { writer in
                for row in rows where row.level == level {
                    writer.key(row.name)
                    entry(row, summary.isLooseOnly ? "loose" : "strict", to: &writer)
                }
            }
        }
    }

    private static func entry(_ row: SummaryRow, _ word: String, to writer: inout JSONWriter) {
        writer.object { writer in
            for (name, counts) in [(word, row.strict)] + (row.loose.map { [("loose", $0)] } ?? []) {
                writer.key(name)
                writer.object { writer in
                    writer.key("acc")
                    if let value = counts.accuracy.value { writer.double(value) } else { writer.null() }
                    writer.key("interval")
                    if let interval = counts.accuracy.wilsonInterval() {
                        writer.array { writer in
                            writer.double(interval.lowerBound)
                            writer.double(interval.upperBound)
                        }
                    } else {
                        writer.null()
                    }
                    writer.key("n")
                    writer.integer(counts.decided)
                    let labels = [
                        ("pass", counts.pass), ("fail", counts.fail), ("invalid", counts.invalid),
                        ("abstain", counts.abstain), ("error", counts.error),
                    ]
                    for (label, count) in labels {
                        writer.key(label)
                        writer.integer(count)
                    }
                }
            }
        }
    }
}
