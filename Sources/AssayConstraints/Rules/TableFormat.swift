// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response has a markdown table of the wanted size.
///
///     {"verifier": "table", "columns": 3, "min": 4}
///
/// A table is a line with a `|`, a line of dashes, colons and `|` under it with as many columns, and the lines with a `|`
/// that follow. Its rows are the lines under the dashes; their number has to lie within the bound, the number of columns
/// has to be the given one. One table that fits is enough.
public struct TableFormat: Rule {
    /// The number of columns.
    public let columns: Int?
    /// The bound on the number of rows under the head.
    public let rows: Bound

    /// Creates the rule.
    public init(columns: Int? = nil, rows: Bound = Bound(minimum: 1)) {
        self.columns = columns
        self.rows = rows
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let tables = tables(in: text)
        let passed = tables.contains { rows.contains($0.rows) && (columns == nil || columns == $0.columns) }
        return input.verdict(passed) {
            if tables.isEmpty { return [Evidence("markdown table", found: "none", required: "one")] }
            return tables.prefix(3).flatMap { table in
                [
                    Evidence.count("rows of the table", table.rows, required: rows.described),
                    Evidence(
                        "columns of the table", found: .number(JSONNumber(lexeme: String(table.columns))),
                        required: columns.map { "exactly \($0)" }, span: Span(table.place)),
                ]
            }
        }
    }

    private struct Table {
        var rows: Int
        var columns: Int
        var place: Range<Int>
    }

    private func tables(in text: Text) -> [Table] {
        guard text.bytes.contains(UInt8(ascii: "|")) else { return [] }
        var tables: [Table] = []
        let lines = text.lines
        var index = 1
        while index < lines.count {
            let head = cells(text, lines[index - 1])
            guard head > 0, isRuler(text, lines[index]), cells(text, lines[index]) == head else {
                index += 1
                continue
            }
            let start = lines[index - 1].lowerBound
            var rows = 0
            index += 1
            while index < lines.count, cells(text, lines[index]) > 0 {
                rows += 1
                index += 1
            }
            tables.append(Table(rows: rows, columns: head, place: start..<lines[index - 1].upperBound))
        }
        return tables
    }

    /// The number of cells of a line; 0 where it has no `|`.
    private func cells(_ text: Text, _ line: Range<Int>) -> Int {
        var core = text.strip(line)
        guard core.contains(where: { text.bytes[$0] == 0x7C }) else { return 0 }
        if text.bytes[core.lowerBound] == 0x7C { core = core.lowerBound + 1..<core.upperBound }
        if let last = core.last, text.bytes[last] == 0x7C { core = core.lowerBound..<last }
        var cells = 1
        for index in core where text.bytes[index] == 0x7C && text.bytes[index - 1] != 0x5C { cells += 1 }
        return cells
    }

    private func isRuler(_ text: Text, _ line: Range<Int>) -> Bool {
        let core = text.strip(line)
        return core.contains { text.bytes[$0] == 0x2D }
            && core.allSatisfy { TableFormat.rulerSigns.contains(text.bytes[$0]) }
    }

    private static let rulerSigns = ASCIISet("|-: ")
}
