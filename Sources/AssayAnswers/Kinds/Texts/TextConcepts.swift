// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Answers in words that mathematics has more than one name for.
package enum TextConcepts {
    package enum Concept: Sendable, Hashable {
        case noSolution, doesNotExist, infinitelyMany, allReals, cannotBeDetermined
    }

    /// The concept a text names; nil for all others.
    package static func concept(_ form: TextForm) -> Concept? { table[form.key] }

    private static let table: [String: Concept] = {
        let names: [(Concept, [String])] = [
            (
                .noSolution,
                [
                    "no solution", "no solutions", "no real solution", "no real solutions", "none", "empty set",
                    "\\emptyset", "\\varnothing", "∅", "there is no solution", "there are no solutions", "no roots",
                    "no real roots", "has no solution", "has no solutions", "null set",
                    "no such number exists", "no such numbers exist", "no solution exists", "no solutions exist",
                ]
            ),
            (
                .doesNotExist,
                ["does not exist", "dne", "doesn't exist", "limit does not exist", "do not exist", "it does not exist"]
            ),
            (
                .infinitelyMany,
                [
                    "infinitely many", "infinite", "infinitely many solutions", "infinite solutions",
                    "infinite number of solutions", "infinitely many integers", "an infinite number",
                ]
            ),
            (
                .allReals,
                [
                    "all real numbers", "all reals", "all real values", "set of all real numbers", "real numbers",
                    "every real number", "any real number", "\\mathbb{R}", "all real x", "all real values of x",
                ]
            ),
            (
                .cannotBeDetermined,
                [
                    "cannot be determined", "can not be determined", "can't be determined", "indeterminate",
                    "not enough information", "insufficient information", "cannot determine", "undetermined",
                    "it cannot be determined",
                ]
            ),
        ]
        var table: [String: Concept] = [:]
        for (concept, forms) in names {
            for form in forms { table[TextForm(form).key] = concept }
        }
        return table
    }()
}
