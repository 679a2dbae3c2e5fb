// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayReport
import AssayStatistics

/// The tables of an audit, the same for the terminal and for the report card.
struct AuditRows {
    private let summary: AuditSummary
    private let seed: UInt64

    init(_ summary: AuditSummary, seed: UInt64) {
        self.summary = summary
        self.seed = seed
    }

    /// A table with its heading.
    struct Section {
        var title: String
        var table: TextTable
    }

    /// Types by name.
    static func sorted(_ types: [String: AuditCounts]) -> [(key: String, value: AuditCounts)] {
        types.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
    }

    /// The classes that occur, `correct` and `incorrect` always.
    static func classes(_ counts: AuditCounts) -> [ResponseClass] {
        ResponseClass.allCases.filter { response in
            response != .invalid || Label.allCases.contains { counts.count(response, $0) > 0 }
        }
    }

    /// All tables that have rows.
    var sections: [Section] {
        var list: [Section] = []
        for (name, counts, types) in protocols {
            list.append(Section(title: "\(name)label against verdict", table: confusion(counts)))
            list.append(Section(title: "\(name)figures", table: figures(counts)))
            list.append(Section(title: "\(name)by type", table: byType(types)))
        }
        if let mutations = summary.mutations {
            list.append(
                Section(title: "right answers made wrong", table: rows(mutations.changes, "change", "caught")))
            list.append(
                Section(
                    title: "right answers written otherwise", table: rows(mutations.wrappers, "wrapper", "preserved")))
        }
        return list.filter { !$0.table.isEmpty }
    }

    private var protocols: [(String, AuditCounts, [String: AuditCounts])] {
        guard let loose = summary.loose else { return [("", summary.counts, summary.byType)] }
        return [("strict: ", summary.counts, summary.byType), ("loose: ", loose, summary.looseByType)]
    }

    private func confusion(_ counts: AuditCounts) -> TextTable {
        var table = TextTable(["label", "n"] + Label.allCases.map(\.rawValue))
        for response in AuditRows.classes(counts) {
            let cells = Label.allCases.map { counts.count(response, $0) }
            table.add([response.name, "\(cells.reduce(0, +))"] + cells.map(String.init))
        }
        return table
    }

    private func figures(_ counts: AuditCounts) -> TextTable {
        var table = TextTable(["%", "n", "value", "95 %"])
        for figure in AuditFigure.figures(of: counts, seed: seed) {
            table.add([figure.title, "\(figure.n)", Figure.percent(figure.value), Figure.interval(figure.interval)])
        }
        return table
    }

    private func byType(_ types: [String: AuditCounts]) -> TextTable {
        var table = TextTable(["by type", "n", "accuracy", "95 %", "wrong pass", "wrong fail", "abstain", "no label"])
        for (type, counts) in AuditRows.sorted(types) {
            let accuracy = counts.matrix.accuracy
            table.add([
                Inert.line(type), "\(counts.labelled)", Figure.percent(accuracy.value), Figure.interval(accuracy),
                "\(counts.wrongPasses)", "\(counts.wrongFails)", "\(counts.abstained)", "\(counts.unlabelled)",
            ])
        }
        return table
    }

    private func rows(_ rows: [MutationReport.Row], _ title: String, _ share: String) -> TextTable {
        var table = TextTable([title, "n", share, "95 %", "abstain"])
        for row in rows {
            table.add([
                row.kind, "\(row.n)", Figure.percent(row.share.value), Figure.interval(row.share), "\(row.abstained)",
            ])
        }
        if rows.count > 1 {
            let all = MutationReport.Row(
                kind: "all", n: rows.reduce(0) { $0 + $1.n }, held: rows.reduce(0) { $0 + $1.held },
                abstained: rows.reduce(0) { $0 + $1.abstained })
            table.add([
                "all", "\(all.n)", Figure.percent(all.share.value), Figure.interval(all.share), "\(all.abstained)",
            ])
        }
        return table
    }

    /// One line on time; empty where nothing was decided.
    var timeLine: String {
        guard let times = summary.times.quantiles, let rate = summary.times.perSecond else { return "" }
        func text(_ value: Double) -> String { JSONWriter.text((value * 10).rounded() / 10) }
        return "time per verdict, µs of one core: median \(text(times.median)), p99 \(text(times.p99)), "
            + "max \(text(times.max)); \(Int(rate)) verdicts a CPU second"
    }

    /// A text on one line, its line feeds shown as a sign.
    static func line(_ text: String) -> String { Inert.line(text.replacing("\n", with: " ⏎ ")) }

    /// What a disagreement says of label and verdict.
    static func claim(_ item: Disagreement) -> String {
        "\(item.type): labelled \(item.expected.name), verdict \(item.label.rawValue)\(item.isLoose ? " (loose)" : "")"
    }
}
