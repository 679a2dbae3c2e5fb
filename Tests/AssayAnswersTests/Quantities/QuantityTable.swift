// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore

/// One line of a table of pairs: gold | answer | verdict | options and question.
struct QuantityCase: CustomStringConvertible, Sendable {
    var gold: String
    var answer: String
    /// `pass`, `fail`, `undecided`; `none` where the kind does not read the pair.
    var verdict: String
    var context = AnswerContext()
    var description: String { "\(gold) | \(answer) | \(verdict) \(context.question ?? "")" }

    /// The lines of a table; those that begin with `#` are headings.
    static func table(_ text: String) -> [QuantityCase] {
        text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let columns = line.split(separator: "|", omittingEmptySubsequences: false).map { column in
                String(column.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            var result = QuantityCase(gold: columns[0], answer: columns[1], verdict: columns[2])
            for column in columns.dropFirst(3) {
                switch column {
                case "unit_required": result.context.options.unitRequired = true
                case "no_conversion": result.context.options.unitConversion = false
                case "constants": result.context.options.physicalConstants = true
                case "rel=1e-2": result.context.options.relativeTolerance = 1e-2
                case "abs=0.5": result.context.options.absoluteTolerance = 0.5
                case "integers": result.context.options.toleranceForIntegers = true
                case "rounding=2": result.context.options.rounding = 2
                case "precision=1": result.context.options.precision = 1
                default: result.context.question = column
                }
            }
            return result
        }
    }

    /// What a comparison is called in a table.
    static func name(_ comparison: Comparison?) -> String {
        switch comparison?.decision {
        case .equal?: "pass"
        case .different?: "fail"
        case .undecided?: "undecided"
        case nil: "none"
        }
    }
}
