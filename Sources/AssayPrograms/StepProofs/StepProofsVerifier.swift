// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// `step-proof`: the steps of a solution are proved or refuted; see ``StepProofs`` for how.
public struct StepProofsVerifier: Verifier {
    /// What is decided.
    public let proofs: StepProofs

    /// Creates a verifier.
    public init(_ proofs: StepProofs) { self.proofs = proofs }

    /// Reads and proves the steps.
    public func verify(_ sample: Sample, response: Int, in context: Context) async throws -> Verdict {
        await proofs.judge(sample.responses[response].text, prompt: sample.prompt)
    }
}

extension StepProofsVerifier {
    /// What the check accepts.
    static let parameters: [Parameter] = [
        .optional(
            "backend", .choice(StepProofs.Backend.allCases.map(\.rawValue)), "auto unless given: z3 where it is there"),
        .optional(
            "rounding", .choice(["exact", "shown-digits"]),
            "exact unless given: whether a quotient after \"=\" may be rounded to the digits shown"),
        .optional("min_proved", .positive, "steps that have to be proved for a pass; 1"),
        .optional(
            "weights", .object,
            "log-odds for the score: bias, proved, refuted, unknown, not-formalised, not-required"),
        .optional("statements", .bool, "whether evidence holds what the solver was given; true"),
    ]

    /// `step-proof`.
    public static let definition = VerifierDefinition(
        "step-proof", "the arithmetic and algebra in the steps of the response is proved, none refuted", parameters,
        isDeterministic: false
    ) { arguments, _ throws(CheckError) in
        var proofs = StepProofs()
        if let name = arguments.string(ifGiven: "backend"), let backend = StepProofs.Backend(rawValue: name) {
            proofs.backend = backend
        }
        proofs.allowsRounding = arguments.string(ifGiven: "rounding") == "shown-digits"
        if let count = arguments.integer(ifGiven: "min_proved") { proofs.leastProved = count }
        if case .object(let weights)? = arguments.value("weights") { proofs.score = try StepScore(weights: weights) }
        if let shows = arguments.bool(ifGiven: "statements") { proofs.showsStatements = shows }
        return StepProofsVerifier(proofs)
    }
}
