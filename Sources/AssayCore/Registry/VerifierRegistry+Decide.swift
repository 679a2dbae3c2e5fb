// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension VerifierRegistry {
    /// Decides one check on one text, under the strict protocol and with evidence either way.
    ///
    ///     try VerifierRegistry.standard.decide(Check("words", ["min": 3]), on: "Green tea.").label  // .fail
    ///
    /// The rule is made anew each time. To decide a check on many texts, keep what ``make(_:in:)`` gives.
    ///
    /// - Parameters:
    ///   - check: the verifier's id and its arguments.
    ///   - response: the text to judge. Reasoning in it is cut off first.
    ///   - prompt: what the text answers, for the few verifiers that look at it.
    ///   - context: whether published rules keep their quirks.
    /// - Returns: the verdict.
    /// - Throws: ``CheckError`` for an unknown id or an argument that is missing, mistyped or out of range.
    public func decide(
        _ check: Check, on response: String, prompt: String? = nil, in context: RuleContext = RuleContext()
    ) throws(CheckError) -> Verdict {
        let prepared = CheckCompiler(registry: self, context: context).prepare(check)
        let sample = Sample(
            messages: prompt.map { [Message(role: "user", text: $0)] } ?? [], responses: [Response(response)])
        let verifier = ResponseVerifier(verificationProtocol: .strict, evidence: .all)
        let result = verifier.verify(sample, response: 0, checks: [prepared])
        guard let first = result.checks.first else { return Verdict(.abstain) }
        switch first.outcome {
        case .verdict(let verdict): return verdict
        case .error(let error): throw error
        }
    }
}
