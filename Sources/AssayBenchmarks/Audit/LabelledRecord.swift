// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore

/// A response with what is known of it.
package struct LabelledRecord: Sendable {
    /// What a label speaks about.
    package enum Labels: Sendable {
        /// The response as a whole; nil where it has no agreed label.
        case whole(Expectation?)
        /// Each check on its own, in their order, under the strict and the loose protocol; nil where the label is not
        /// reproducible.
        case each([(strict: Expectation?, loose: Expectation?)])
    }

    /// How the checks come.
    package enum Checks: Sendable {
        /// As data: making the rule from its arguments, the reference answer among them, is part of the decision.
        case made([Check])
        /// Prepared, by the shape that reads the record.
        case prepared([PreparedCheck])
    }

    /// The response and what it answers.
    package var sample: Sample
    /// The id's JSON text.
    package var idJSON: [UInt8]?
    /// The checks to decide.
    package var checks: Checks
    /// What they should say.
    package var labels: Labels
    /// The kind of the record, for figures of its own.
    package var type: String
    /// The one reference answer, where there is one.
    package var gold: String?
}

/// The check that is audited, and what it takes from each record.
package struct AuditedCheck: Sendable {
    /// The check as it was given.
    package let check: Check
    /// The names of the verifier's parameters.
    private let parameters: Set<String>

    /// Looks the verifier up.
    ///
    /// - Throws: `CheckError` where there is none, or an argument is not one of its parameters.
    package init(_ check: Check, registry: VerifierRegistry) throws(CheckError) {
        self.check = check
        let definition = try registry.definition(of: check.verifier, catalog: check.catalog)
        parameters = Set(definition.parameters.map(\.name))
    }

    /// Whether the verifier compares with a reference answer.
    package var takesGold: Bool { parameters.contains("gold") }

    /// The check with what a record brings: each argument that the verifier knows, the record's own values in place of the
    /// given ones, and single options in place of single options.
    ///
    /// - Parameters:
    ///   - gold: the reference answer, or a list of which any may be matched.
    ///   - question: what was asked.
    ///   - options: what the label assumes.
    ///   - isAnswerAlone: whether the response is nothing but an answer, so that none has to be found in it.
    /// - Returns: the check for this record.
    package func merged(
        gold: JSONValue?, question: String?, options: JSONObject?, isAnswerAlone: Bool = false
    ) -> Check {
        var check = check
        if isAnswerAlone, parameters.contains("extract"), check.arguments["extract"] == nil {
            check.arguments["extract"] = "whole"
        }
        if let gold, parameters.contains("gold") { check.arguments["gold"] = gold }
        if let question, parameters.contains("question") { check.arguments["question"] = .string(question) }
        if let options, parameters.contains("options") {
            var merged = JSONObject()
            if case .object(let given) = check.arguments["options"] { merged = given }
            for member in options.members { merged[member.key] = member.value }
            check.arguments["options"] = .object(merged)
        }
        return check
    }
}
