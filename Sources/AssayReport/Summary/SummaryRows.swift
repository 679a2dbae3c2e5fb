// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
package import AssayStatistics

/// The figures of one tally as rows, the same for every format.
public struct SummaryRow: Sendable {
    /// What the row sums up.
    public enum Level: String, Sendable {
        /// Responses as wholes.
        case prompt
        /// Single checks.
        case instruction
        /// The checks of a group of ids.
        case group
        /// The checks of one id.
        case id
    }

    /// The level.
    public let level: Level
    /// The group's or the id's name; empty for the first two levels.
    public let name: String
    /// Decisions under the strict protocol, or the only one.
    public let strict: LabelCounts
    /// Decisions under the loose protocol; nil where it was not asked for.
    public let loose: LabelCounts?

    /// The rows of a tally: prompts, instructions, groups and ids by name.
    public static func rows(of tally: Tally, hasLoose: Bool) -> [SummaryRow] {
        func row(_ level: Level, _ name: String, _ entry: Tally.Entry) -> SummaryRow {
            SummaryRow(level: level, name: name, strict: entry.strict, loose: hasLoose ? entry.loose : nil)
        }
        func sorted(_ entries: [String: Tally.Entry]) -> [(key: String, value: Tally.Entry)] {
            entries.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
        }
        return [row(.prompt, "", tally.responses), row(.instruction, "", tally.instructions)]
            + sorted(tally.groups).map { row(.group, $0.key, $0.value) }
            + sorted(tally.ids).map { row(.id, $0.key, $0.value) }
    }
}

/// Names of the groups that figures are compared by, where a row of the whole stands beside them.
package enum GroupTitle {
    /// Of all groups together.
    package static let all = "all"

    /// Of a group: its value, in quotes where it could be taken for ``all``.
    package static func of(_ value: String) -> String { value == all ? "\"\(value)\"" : value }

    /// The groups and the whole, or the whole alone.
    package static func tallies(_ summary: VerificationSummary, by: String?) -> [(name: String, tally: Tally)] {
        (by == nil ? [] : summary.byValue.map { (of($0.value), $0.tally) }) + [(all, summary.total)]
    }
}

/// Numbers as they stand in every format.
package enum Figure {
    /// A share in percent with two decimals; `–` where there is none.
    package static func percent(_ share: Double?) -> String {
        guard let share else { return "–" }
        let hundredths = Int((share * 10_000).rounded())
        let decimals = hundredths % 100
        return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
    }

    /// A 95 % interval in percent with one decimal.
    package static func interval(_ proportion: Proportion) -> String { interval(proportion.wilsonInterval()) }

    /// An interval in percent with one decimal; empty where there is none.
    package static func interval(_ interval: ClosedRange<Double>?) -> String {
        guard let interval else { return "" }
        func short(_ value: Double) -> String {
            let tenths = Int((value * 1000).rounded())
            return "\(tenths / 10).\(tenths % 10)"
        }
        return "\(short(interval.lowerBound))–\(short(interval.upperBound))"
    }
}
