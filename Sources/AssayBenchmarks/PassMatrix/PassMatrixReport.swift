// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayReport

/// A pass matrix for people and for programs.
package enum PassMatrixReport {
    /// The most tests that get a column of their own in a table.
    private static let columns = 40

    /// A table of programs and tests, with a line about the record above it; nothing for a record in error.
    package static func table(_ record: PassMatrixRecord) -> String {
        guard case .success(let rows) = record.passes else { return "" }
        let counts = PassCounts(rows)
        let tests = counts.accepted.count
        let shown = min(tests, columns)
        let name = record.idJSON.map { Inert.line(String(decoding: $0, as: UTF8.self)) } ?? "–"
        var text =
            "record \(name)  line \(record.line)  \(rows.count) \(rows.count == 1 ? "program" : "programs"), "
            + "\(tests) \(tests == 1 ? "test" : "tests"), "
            + (counts.isInformative ? "informative" : "not informative: all programs or all tests tie") + "\n"
        var table = TextTable(["program"] + (0..<shown).map { "\($0)" } + ["passed"])
        for (place, row) in rows.enumerated() {
            let cells = row.prefix(shown).map { passed in passed.map { $0 ? "+" : "–" } ?? "?" }
            table.add(["\(place)"] + cells + ["\(counts.passed[place])"])
        }
        table.add(["accepted"] + counts.accepted.prefix(shown).map { "\($0)" } + [""])
        text += table.aligned()
        if shown < tests { text += "\(tests - shown) more tests: --format json has them all\n" }
        return text + "\n"
    }

    /// One JSON object on a line.
    package static func json(_ record: PassMatrixRecord) -> [UInt8] {
        var writer = JSONWriter()
        switch record.passes {
        case .failure(let error):
            let origin = ResultWriter.Origin(file: nil, line: record.line, idJSON: record.idJSON)
            ResultWriter(evidence: .none, showsBoth: false).write(error, origin: origin, to: &writer)
        case .success(let rows):
            let counts = PassCounts(rows)
            writer.object { writer in
                writer.key("id")
                if let id = record.idJSON { writer.raw(id) } else { writer.null() }
                writer.key("line")
                writer.integer(record.line)
                writer.key("passes")
                writer.array { writer in
                    for row in rows {
                        writer.array { writer in
                            for passed in row { if let passed { writer.bool(passed) } else { writer.null() } }
                        }
                    }
                }
                writer.key("passed_by_program")
                writer.array { writer in for count in counts.passed { writer.integer(count) } }
                writer.key("accepted_by_test")
                writer.array { writer in for count in counts.accepted { writer.integer(count) } }
                writer.key("informative")
                writer.bool(counts.isInformative)
            }
        }
        writer.newline()
        return writer.bytes
    }
}
