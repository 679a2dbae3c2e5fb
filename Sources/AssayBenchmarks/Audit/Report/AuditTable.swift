// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayReport
import AssayStatistics

/// An audit's summary for a terminal.
public enum AuditTable {
    /// The text.
    ///
    /// - Parameters:
    ///   - summary: what was found.
    ///   - options: what was asked.
    ///   - shown: how many disagreements are shown.
    /// - Returns: lines, each ended.
    public static func render(_ summary: AuditSummary, options: AuditOptions, shown: Int) -> String {
        let rows = AuditRows(summary, seed: options.seed)
        var text = ""
        for section in rows.sections {
            if section.title.contains(":"), section.title.hasSuffix("verdict") {
                text += "== \(section.title.prefix { $0 != ":" }) ==\n"
            }
            text += section.table.aligned() + "\n"
        }
        if let mutations = summary.mutations, mutations.unaccepted > 0 {
            text +=
                "\(mutations.unaccepted) of \(mutations.answers) right answers do not pass even alone in a box; "
                + "they were not changed\n\n"
        }
        if !rows.timeLine.isEmpty { text += rows.timeLine + "\n" }
        text += disagreements(summary, shown)
        if let mutations = summary.mutations { text += misses(mutations, shown) }
        return text
    }

    private static func disagreements(_ summary: AuditSummary, _ shown: Int) -> String {
        guard summary.disagreementCount > 0 else { return "no disagreement\n" }
        let items = summary.disagreements.prefix(shown)
        var text = "\n\(summary.disagreementCount) \(summary.disagreementCount == 1 ? "disagreement" : "disagreements")"
        text += items.count < summary.disagreementCount ? ", \(items.count) shown, wrong passes first\n" : "\n"
        for item in items {
            text += "  \(Inert.line(item.place))\(item.id.map { "  " + Inert.line($0) } ?? "")\n"
            text += "    \(Inert.line(AuditRows.claim(item)))\n"
            if let gold = item.gold { text += "    reference  \(AuditRows.line(gold))\n" }
            text += "    response   \(AuditRows.line(item.response))\n"
            for line in item.evidence.prefix(12) { text += "      \(Inert.line(line))\n" }
        }
        return text
    }

    private static func misses(_ report: MutationReport, _ shown: Int) -> String {
        guard !report.misses.isEmpty, shown > 0 else { return "" }
        let count = report.caught.total - report.caught.successes + report.preserved.total - report.preserved.successes
        var text = "\n\(count) changed or wrapped \(count == 1 ? "answer" : "answers") not held"
        let items = report.misses.prefix(shown)
        text += items.count < count ? ", \(items.count) shown\n" : "\n"
        for item in items {
            text +=
                "  \(Inert.line(item.place))  \(item.kind): \(name(item.before)) before, \(name(item.after)) after\n"
            text += "    reference  \(AuditRows.line(item.gold))\n    judged     \(AuditRows.line(item.response))\n"
        }
        return text
    }

    private static func name(_ label: Label?) -> String { label?.rawValue ?? "error" }
}
