// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// `tests`: the program in a response passes tests; see ``ProgramTests`` for how that is decided.
public struct TestsVerifier: Verifier {
    /// What is decided.
    public let tests: ProgramTests

    /// Creates a verifier.
    public init(_ tests: ProgramTests) { self.tests = tests }

    /// Runs the tests in the context's sandbox.
    public func verify(_ sample: Sample, response: Int, in context: Context) async throws -> Verdict {
        try await tests.judge(sample.responses[response].text, in: context[SandboxKey.self])
    }
}

extension TestsVerifier {
    /// `tests`: assertions, calls, or input and output.
    public static let definition = VerifierDefinition(
        "tests", "the program in the response passes tests, run in a sandbox", ProgramTests.parameters,
        isDeterministic: false
    ) { arguments, _ throws(CheckError) in TestsVerifier(try ProgramTests(arguments)) }
}

extension Catalog {
    /// The verifiers of this target, as part of Assay's own.
    public static let programs = Catalog(
        name: Catalog.native, title: "Assay", reference: "", version: "1", hasLooseProtocol: false,
        failsBlank: false, hasPartialCredit: true,
        definitions: [
            TestsVerifier.definition, ExecutionAgreementVerifier.definition, LintVerifier.definition,
            StepProofsVerifier.definition,
        ])
}
