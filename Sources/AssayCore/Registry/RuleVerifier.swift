// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A check that a rule decides, as a ``Verifier``: for a caller that does not care which of the two it has.
///
///     let verifier = try VerifierRegistry.standard.makeVerifier(Check("words", ["min": 3]))
///     try await verifier.verify(sample, response: 0, in: Context()).label
///
/// The response's reasoning is cut off, and a blank response fails where the catalog says so, as everywhere. It is read
/// anew by each verifier; ``ResponseVerifier`` reads it once for all rules of a sample.
public struct RuleVerifier: Verifier {
    private let check: PreparedCheck

    /// Creates a verifier of a check whose rule was made.
    init(_ check: PreparedCheck) { self.check = check }

    /// Decides under the strict protocol.
    public func verify(_ sample: Sample, response: Int, in context: Context) async throws -> Verdict {
        let verifier = ResponseVerifier(
            verificationProtocol: .strict, reasoning: context.reasoning, evidence: context.evidence,
            resources: context.resources)
        let result = verifier.verify(sample, response: response, checks: [check])
        switch result.checks[0].outcome {
        case .verdict(let verdict): return verdict
        case .error(let error): throw error
        }
    }
}

extension VerifierRegistry {
    /// Makes what decides a check: its verifier, or its rule as one.
    ///
    /// - Parameters:
    ///   - check: the verifier's id and its arguments.
    ///   - context: what it may depend on.
    /// - Returns: the verifier.
    /// - Throws: ``CheckError`` for an unknown id or an argument that is missing, mistyped or out of range.
    public func makeVerifier(_ check: Check, in context: Context = Context()) throws(CheckError) -> any Verifier {
        let prepared = PreparedCheck(check, registry: self, context: context)
        if let verifier = prepared.verifier { return verifier }
        if case .failure(let error) = prepared.rule { throw error }
        return RuleVerifier(prepared)
    }
}
