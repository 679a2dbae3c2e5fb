// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

/// A row of a golden table.
///
/// `gold | answer | verdict`, where the verdict is `=` equal, `!` different, `?` undecided, `-` not readable as the
/// kind, or `x` for a gold that is not of the kind. `\n` stands for a line end, `\p` for a vertical bar.
struct KindCase: Sendable, CustomStringConvertible {
    let gold: String
    let answer: String
    let verdict: String

    var description: String { "\(gold) | \(answer) | \(verdict)" }

    /// The rows of a table.
    static func table(_ text: String) -> [KindCase] {
        text.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
                var text = cell
                if text.first == " " { text.removeFirst() }
                if text.last == " " { text.removeLast() }
                return String(text).replacing("\\n", with: "\n").replacing("\\p", with: "|")
            }
            guard cells.count == 3 else { return nil }
            return KindCase(gold: cells[0], answer: cells[1], verdict: cells[2].replacing(" ", with: ""))
        }
    }

    /// What a kind says of the row.
    func found<Kind: AnswerKind>(_: Kind.Type, question: String? = nil, options: AnswerOptions = .init()) -> String {
        let context = AnswerContext(question: question, options: options)
        guard let kind = Kind(gold: gold, context: context) else { return "x" }
        return Self.symbol(kind.compare(answer, context: context))
    }

    static func symbol(_ comparison: Comparison?) -> String {
        switch comparison?.decision {
        case .equal: "="
        case .different: "!"
        case .undecided: "?"
        case nil: "-"
        }
    }
}
