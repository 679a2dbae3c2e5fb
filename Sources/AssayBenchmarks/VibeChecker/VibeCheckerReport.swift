// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayReport

/// Vibe Checker's figures for people and for programs.
package struct VibeCheckerReport: Sendable {
    private let scores: VibeCheckerScores
    private let composite: CompositeScore?

    /// Creates a report.
    ///
    /// - Parameters:
    ///   - scores: the figures.
    ///   - composite: the composite, where there are preferences.
    package init(_ scores: VibeCheckerScores, composite: CompositeScore?) {
        self.scores = scores
        self.composite = composite
    }

    private typealias Row = (key: VibeCheckerScores.Key, cell: VibeCheckerScores.Cell)

    private var rows: [Row] { scores.cells.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

    /// Tables for a terminal.
    package func table() -> String {
        var main = TextTable([
            "model, %", "mode", "k", "n", "functional", "regression", "instructions", "tasks", "undecided",
        ])
        for (key, cell) in rows {
            main.add(
                [Inert.line(key.model), Inert.line(key.mode), "\(key.instructions)", "\(cell.records)"]
                    + [
                        Figure.percent(cell.functional.value), signed(scores.regression(key)),
                        Figure.percent(cell.instructions.value), Figure.percent(cell.tasks.value),
                        "\(cell.undecided)",
                    ])
        }
        var text = main.aligned()
        let categories = Set(scores.cells.values.flatMap(\.categories.keys)).sorted()
        if !categories.isEmpty {
            text += "\n" + table("instructions by category, %", categories) { $0.categories[$1]?.value }
        }
        let positions = Set(scores.cells.values.flatMap(\.positions.keys)).sorted().map(String.init)
        if positions.count > 1 {
            text += "\n" + table("instructions by position, %", positions) { $0.positions[Int($1) ?? 0]?.value }
        }
        if let composite { text += "\n" + table(composite) }
        return text
    }

    /// A share that may be below 0: a gain is a negative regression.
    private func signed(_ share: Double?) -> String {
        guard let share, share < 0 else { return Figure.percent(share) }
        return "-" + Figure.percent(-share)
    }

    private func table(
        _ title: String, _ columns: [String], _ value: (VibeCheckerScores.Cell, String) -> Double?
    ) -> String {
        var table = TextTable([title, "mode", "k"] + columns)
        for (key, cell) in rows where key.instructions > 0 {
            table.add(
                [Inert.line(key.model), Inert.line(key.mode), "\(key.instructions)"]
                    + columns.map { Figure.percent(value(cell, $0)) })
        }
        return table.aligned()
    }

    private func table(_ composite: CompositeScore) -> String {
        func number(_ value: Double?) -> String {
            guard let value else { return "–" }
            let thousandths = Int((abs(value) * 1000).rounded())
            let digits = String(thousandths % 1000)
            let zeros = String(repeating: "0", count: 3 - digits.count)
            return (value < 0 && thousandths > 0 ? "-" : "") + "\(thousandths / 1000).\(zeros)\(digits)"
        }
        var table = TextTable(["α of α·tasks + (1−α)·functional, \(composite.models) models", "Pearson", "Spearman"])
        for point in composite.points {
            table.add([JSONWriter.text(point.weight), number(point.pearson), number(point.spearman)])
        }
        var text = table.aligned()
        let best = [("Pearson", composite.best(\.pearson)), ("Spearman", composite.best(\.spearman))]
        for (name, point) in best {
            if let point { text += "best α by \(name): \(JSONWriter.text(point.weight))\n" }
        }
        return text
    }

    /// One JSON object.
    package func json() -> [UInt8] {
        var writer = JSONWriter()
        func share(_ value: Double?, to writer: inout JSONWriter) {
            if let value { writer.double(value) } else { writer.null() }
        }
        func shares(_ name: String, _ entries: [(String, VibeCheckerScores.Share)], to writer: inout JSONWriter) {
            writer.key(name)
            writer.object { writer in
                for (key, value) in entries {
                    writer.key(key)
                    share(value.value, to: &writer)
                }
            }
        }
        writer.object { writer in
            writer.key("figures")
            writer.array { writer in
                for (key, cell) in rows {
                    writer.object { writer in
                        writer.key("model")
                        writer.string(key.model)
                        writer.key("mode")
                        writer.string(key.mode)
                        for (name, number) in [
                            ("k", key.instructions), ("n", cell.records), ("undecided", cell.undecided),
                        ] {
                            writer.key(name)
                            writer.integer(number)
                        }
                        for (name, value) in [
                            ("functional", cell.functional.value), ("regression", scores.regression(key)),
                            ("if_instruction", cell.instructions.value), ("if_task", cell.tasks.value),
                        ] {
                            writer.key(name)
                            share(value, to: &writer)
                        }
                        shares(
                            "categories", cell.categories.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
                            to: &writer)
                        shares(
                            "positions", cell.positions.sorted { $0.key < $1.key }.map { ("\($0.key)", $0.value) },
                            to: &writer)
                    }
                }
            }
            if let composite {
                writer.key("composite")
                writer.array { writer in
                    for point in composite.points {
                        writer.object { writer in
                            writer.key("alpha")
                            writer.double(point.weight)
                            writer.key("pearson")
                            share(point.pearson, to: &writer)
                            writer.key("spearman")
                            share(point.spearman, to: &writer)
                        }
                    }
                }
            }
        }
        writer.newline()
        return writer.bytes
    }
}
