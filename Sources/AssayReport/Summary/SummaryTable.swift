// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayStatistics

/// A table of text cells with headings: aligned for a terminal, or as Markdown.
package struct TextTable {
    private let headings: [String]
    private var rows: [[String]] = []

    /// Creates a table without rows.
    package init(_ headings: [String]) { self.headings = headings }

    /// Whether there is no row.
    package var isEmpty: Bool { rows.isEmpty }

    /// Adds a row, with a cell for each heading.
    package mutating func add(_ cells: [String]) { rows.append(cells) }

    /// The first column to the left, the others to the right.
    package func aligned() -> String {
        let all = [headings] + rows
        let widths = headings.indices.map { column in all.map { $0[column].unicodeScalars.count }.max() ?? 0 }
        return all.map { cells in
            var line = ""
            for (column, cell) in cells.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
                line += column == 0 ? cell + padding : "  " + padding + cell
            }
            while line.hasSuffix(" ") { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    /// The table as Markdown; the cells' own signs are escaped.
    package func markdown() -> String {
        let rule = headings.indices.map { $0 == 0 ? "---" : "---:" }
        return ([headings.map(Inert.markdown), rule] + rows.map { $0.map(Inert.markdown) })
            .map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }
}

/// A run's summary for people: a terminal table, or Markdown that can be pasted.
public struct SummaryTable: Sendable {
    private let summary: VerificationSummary
    private let by: String?
    private let isMarkdown: Bool
    private let isShort: Bool

    /// Creates a table.
    ///
    /// - Parameters:
    ///   - summary: what was found.
    ///   - by: the field whose values have figures of their own.
    ///   - isMarkdown: Markdown instead of aligned text.
    ///   - isShort: the headline figures alone, and with `by` one table of checks against its values.
    public init(_ summary: VerificationSummary, by: String?, isMarkdown: Bool = false, isShort: Bool = false) {
        self.summary = summary
        self.by = by
        self.isMarkdown = isMarkdown
        self.isShort = isShort
    }

    /// The text.
    public func render() -> String {
        var text = section(headline())
        if let prompts = several() { text += section(prompts) }
        if isShort {
            if by != nil { text += section(matrix()) }
        } else if by == nil {
            text += details(summary.total)
        } else {
            for (value, tally) in summary.byValue {
                text +=
                    isMarkdown
                    ? "\n### \(Inert.markdown(GroupTitle.of(value)))\n"
                    : "\n== \(Inert.line(GroupTitle.of(value))) ==\n"
                text += details(tally)
            }
        }
        return text
    }

    private func section(_ table: TextTable) -> String {
        table.isEmpty ? "" : (isMarkdown ? table.markdown() : table.aligned()) + "\n"
    }

    private var tallies: [(name: String, tally: Tally)] { GroupTitle.tallies(summary, by: by) }

    /// The headline figures: a row for each protocol and level, or a row for each value of the field.
    private func headline() -> TextTable { by == nil ? headlineOfAll() : headlineByValue() }

    private func headlineOfAll() -> TextTable {
        let tally = summary.total
        var table = TextTable(["accuracy, %", "n", "accuracy", "95 %"] + SummaryTable.labelNames)
        let words = summary.hasLoose ? ["strict ", "loose "] : [summary.isLooseOnly ? "loose " : ""]
        let entries = [("prompt", tally.responses), ("instruction", tally.instructions)]
        for (isLoose, word) in words.enumerated() {
            for (level, entry) in entries {
                let counts = isLoose == 1 ? entry.loose : entry.strict
                table.add(
                    [
                        word + level, "\(counts.decided)", Figure.percent(counts.accuracy.value),
                        Figure.interval(counts.accuracy),
                    ] + SummaryTable.labels(counts))
            }
        }
        let none = Array(repeating: "", count: 6)
        table.add(
            ["satisfied checks (csr)", "\(tally.satisfaction.count)", Figure.percent(tally.satisfaction.value)] + none)
        if tally.missing > 0 { table.add(["missing", "\(tally.missing)", ""] + none) }
        return table
    }

    private func headlineByValue() -> TextTable {
        var headings = [by.map(Inert.line) ?? "", "n"]
        let levels = ["prompt", "instruction"]
        for word in summary.hasLoose ? ["strict", "loose"] : [summary.isLooseOnly ? "loose" : ""] {
            for level in levels { headings += [word.isEmpty ? level : "\(word) \(level)", "95 %"] }
        }
        headings += ["csr"] + SummaryTable.labelNames
        let hasMissing = summary.total.missing > 0
        if hasMissing { headings.append("missing") }
        var table = TextTable(headings)
        for (name, tally) in tallies {
            var cells = [Inert.line(name), "\(tally.responses.strict.decided)"]
            let instructions = tally.instructions
            var pairs = [tally.responses.strict, instructions.strict]
            if summary.hasLoose { pairs += [tally.responses.loose, instructions.loose] }
            for counts in pairs { cells += [Figure.percent(counts.accuracy.value), Figure.interval(counts.accuracy)] }
            cells.append(Figure.percent(tally.satisfaction.value))
            cells += SummaryTable.labels(tally.responses.strict)
            if hasMissing { cells.append("\(tally.missing)") }
            table.add(cells)
        }
        return table
    }

    /// Figures per prompt, where prompts have several responses.
    private func several() -> TextTable? {
        guard summary.total.hasSeveralResponses else { return nil }
        // Of a prompt with a check that ended in error, what the others say still counts for csr.
        var table = TextTable([
            "per prompt, %", "prompts", "some response passes", "all pass", "with csr", "best csr", "mean csr",
        ])
        for (name, tally) in tallies {
            let count = Double(max(1, tally.judgedPrompts))
            table.add([
                Inert.line(name), "\(tally.judgedPrompts)",
                Figure.percent(tally.judgedPrompts == 0 ? nil : Double(tally.anyPass) / count),
                Figure.percent(tally.judgedPrompts == 0 ? nil : Double(tally.allPass) / count),
                "\(tally.best.count)", Figure.percent(tally.best.value), Figure.percent(tally.mean.value),
            ])
        }
        return table
    }

    /// Accuracy of each check for each value of the field; under the strict protocol where there are two.
    ///
    /// An English id of M-IFEval and IFEval's own are one check.
    private func matrix() -> TextTable {
        let all = summary.total.sharedIDs
        let values = summary.byValue.map { (name: GroupTitle.of($0.value), ids: $0.tally.sharedIDs) }
        let title = "by check, \(summary.hasLoose ? "strict, " : summary.isLooseOnly ? "loose, " : "")%"
        var table = TextTable([title, "n"] + values.map { Inert.line($0.name) } + ["all"])
        for id in all.keys.sorted(by: { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }) {
            let entry = all[id] ?? Tally.Entry()
            table.add(
                [Inert.line(id), "\(entry.strict.decided)"]
                    + values.map { Figure.percent($0.ids[id]?.strict.accuracy.value) }
                    + [Figure.percent(entry.strict.accuracy.value)])
        }
        return table
    }

    private func details(_ tally: Tally) -> String {
        let rows = SummaryRow.rows(of: tally, hasLoose: summary.hasLoose)
        var text = ""
        for (level, title) in [(SummaryRow.Level.group, "by group"), (.id, "by check")] {
            let selected = rows.filter { $0.level == level }
            // Groups of one check each would say the same twice.
            if level == .group, selected.count == tally.ids.count { continue }
            var headings = [title, "n"]
            for word in summary.hasLoose ? ["strict", "loose"] : [summary.isLooseOnly ? "loose" : "accuracy"] {
                headings += [word, "95 %"]
            }
            var table = TextTable(headings + SummaryTable.labelNames)
            for row in selected {
                var cells = [Inert.line(row.name), "\(row.strict.decided)"]
                for counts in [row.strict] + (row.loose.map { [$0] } ?? []) {
                    cells += [Figure.percent(counts.accuracy.value), Figure.interval(counts.accuracy)]
                }
                table.add(cells + SummaryTable.labels(row.strict))
            }
            text += section(table)
        }
        return text
    }

    private static let labelNames = ["pass", "fail", "invalid", "abstain", "error"]

    private static func labels(_ counts: LabelCounts) -> [String] {
        [counts.pass, counts.fail, counts.invalid, counts.abstain, counts.error].map(String.init)
    }
}
