// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
public import AssayCore

/// Judges a solution step by step: its arithmetic and algebraic claims are proved or refuted.
///
///     let verdict = await StepProofs().judge("16 - 3 - 4 = 9\n9 * 2 = 17", prompt: nil)
///     verdict.measures["first_bad_step"]   // 2
///
/// ## How it decides
/// 1. The solution is split to steps (``SolutionSteps``), and from each its claims are read (``StatementFinder``); what cannot
///    be read with certainty is not formalised, with the reason.
/// 2. Arithmetic is computed exactly. A claim with variables has to follow from the equations before it that share variables
///    with it; the native prover tries first, then z3 where it is installed.
/// 3. A counterexample counts only where this project's own exact arithmetic confirms it.
/// 4. A step is refuted where one of its claims is; unknown; proved; not formalised; or needs no proof.
///
/// Fails where a step is refuted. Passes where all formalised steps are proved and there are at least `min_proved`.
///
/// ## Abstains
/// Where nothing is refuted, and a step is unknown or too few are proved.
///
/// - Source: Liu et al., "Safe: Enhancing Mathematical Reasoning in Large Language Models via Retrospective Step-aware Formal
///   Verification", 2025, arXiv:2506.04592. Theirs formalises by a model and proves in Lean; here rules read the claims.
/// - Cost: about 0.1 ms a step of arithmetic; a few milliseconds a claim where z3 is asked, 2.2 s at most.
public struct StepProofs: Sendable {
    /// What is asked besides exact arithmetic.
    public enum Backend: String, Sendable, CaseIterable {
        /// z3 where it is installed.
        case auto
        /// The same.
        case smt
        /// Exact arithmetic alone.
        case native
    }

    /// What is asked.
    public var backend = Backend.auto
    /// Whether a result after `=` may be rounded to the digits shown; else only behind `≈`, and in a calculator's annotations.
    public var allowsRounding = false
    /// How many steps have to be proved for a pass; 1 unless given.
    public var leastProved = 1
    /// Whether what solvers are given is part of the evidence.
    public var showsStatements = true
    /// How states make a score.
    package var score = StepScore()

    /// Creates a judge.
    public init() {}

    /// Judges a response.
    ///
    /// - Parameters:
    ///   - text: the response.
    ///   - prompt: the question; facts that it may state keep claims from being refuted that only lack one.
    /// - Returns: the verdict, with a part for each step.
    public func judge(_ text: String, prompt: String?) async -> Verdict {
        await judge(text, prompt: prompt, provers: backend == .native ? [] : [SMTProver(SolverPool.shared)])
    }

    /// The same with other provers behind the native one.
    package func judge(_ text: String, prompt: String?, provers: [any StepProver]) async -> Verdict {
        let bytes = Array(text.utf8)
        var reader = SolutionReader(
            native: NativeProver(), provers: provers, allowsRounding: allowsRounding,
            hasHiddenFacts: StepProofs.hasHiddenFacts(prompt) || StepProofs.hasHiddenFacts(text))
        if let prompt { reader.question(prompt) }
        var records: [StepRecord] = []
        for range in SolutionSteps.ranges(bytes) {
            records.append(await reader.step(SolutionSteps.content(range, of: bytes), of: bytes))
        }
        return verdict(records, bytes)
    }

    /// Whether words stand in a text that may carry facts which are not read.
    private static func hasHiddenFacts(_ text: String?) -> Bool {
        guard let text else { return false }
        return text.utf8.split { !AnswerText.isLetter($0) && $0 != UInt8(ascii: "-") }.contains { word in
            word.count <= 20 && StepWords.facts.contains(String(decoding: word.map(AnswerText.lower), as: UTF8.self))
        }
    }
}

extension SolverPool {
    /// The processes that all checks share.
    package static let shared = SolverPool()
}
