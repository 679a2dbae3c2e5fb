// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// Passes when nothing in the response speaks against a condition.
struct ConditionRule: Rule {
    let objections: @Sendable (Text) -> [Evidence]?

    /// Creates a rule from what speaks against the condition: nil where nothing does.
    init(_ objections: @escaping @Sendable (Text) -> [Evidence]?) { self.objections = objections }

    /// Creates a rule from a condition, and words for what is missing where it does not hold.
    init(_ measure: String, required: String, _ holds: @escaping @Sendable (Text) -> Bool) {
        objections = { holds($0) ? nil : [Evidence(measure, required: required)] }
    }

    /// Creates a rule that passes where `find` finds nothing.
    init(no measure: String, _ find: @escaping @Sendable (Text) -> Range<Int>?) {
        objections = { find($0).map { [.place(measure, $0, required: "none")] } }
    }

    func decide(_ input: borrowing RuleInput) -> Verdict {
        let objections = objections(input.response)
        return input.verdict(objections == nil) { objections ?? [] }
    }
}
