// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore

/// What was decided on one response's answer, and why.
package struct AnswerJudgement: Sendable {
    /// The decision.
    package var label: Label
    /// Why the response is invalid, has no answer, or cannot be decided on.
    package var reason: Reason?
    /// The answer that was judged.
    package var extraction: ExtractedAnswer?
    /// Other places that might have held it, at most three.
    package var alternatives: [ExtractedAnswer] = []
    /// How the answer compares with the gold; the first that is equal, else the last tried.
    package var comparison: Comparison?
    /// Which of several golds was compared.
    package var goldIndex: Int?

    /// The facts behind the decision, in the order a person would ask for them.
    package func evidence() -> [Evidence] {
        var evidence: [Evidence] = []
        if let extraction {
            evidence.append(
                Evidence("answer", found: .string(extraction.text), span: Span(extraction.span)))
            evidence.append(Evidence("found by", found: .string(extraction.rule.rawValue)))
        }
        guard let comparison else { return evidence }
        evidence.append(Evidence("read as", found: .string(comparison.answerForm)))
        evidence.append(Evidence("gold read as", found: .string(comparison.goldForm)))
        evidence.append(Evidence("decided by \(comparison.method)", found: .string(comparison.reason)))
        for fact in comparison.facts { evidence.append(Evidence(fact.name, found: .string(fact.value))) }
        if !comparison.switches.isEmpty {
            evidence.append(
                Evidence("only because of", found: .string(comparison.switches.joined(separator: ", "))))
        }
        return evidence
    }
}
