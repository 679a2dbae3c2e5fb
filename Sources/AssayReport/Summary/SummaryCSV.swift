// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayStatistics

/// A run's summary as CSV (RFC 4180): a row for each level, name and protocol, for each value of the `--by` field.
public enum SummaryCSV {
    /// The text, with a heading row.
    public static func render(_ summary: VerificationSummary, by: String?) -> String {
        var text =
            "\(Inert.csv(by ?? "by")),level,name,protocol,n,accuracy,low,high,pass,fail,invalid,abstain,error,missing\n"
        for (value, tally) in GroupTitle.tallies(summary, by: by) {
            for row in SummaryRow.rows(of: tally, hasLoose: summary.hasLoose) {
                let missing = row.level == .prompt ? "\(tally.missing)" : ""
                line(value, row, summary.isLooseOnly ? "loose" : "strict", row.strict, missing, &text)
                if let loose = row.loose { line(value, row, "loose", loose, missing, &text) }
            }
        }
        return text
    }

    private static func line(
        _ value: String, _ row: SummaryRow, _ name: String, _ counts: LabelCounts, _ missing: String,
        _ text: inout String
    ) {
        func number(_ value: Double?) -> String { value.map(JSONWriter.text) ?? "" }
        let interval = counts.accuracy.wilsonInterval()
        let fields =
            [
                Inert.csv(value), row.level.rawValue, Inert.csv(row.name), name, "\(counts.decided)",
                number(counts.accuracy.value), number(interval?.lowerBound), number(interval?.upperBound),
            ] + [counts.pass, counts.fail, counts.invalid, counts.abstain, counts.error].map(String.init) + [missing]
        text += fields.joined(separator: ",") + "\n"
    }
}
