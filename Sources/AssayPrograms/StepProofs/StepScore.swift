// Part of Assay. SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What became of a step.
package enum StepState: String, Hashable, Sendable, CaseIterable {
    case proved, refuted, unknown
    case notFormalised = "not-formalised"
    case notRequired = "not-required"
}

/// Turns the states of a solution's steps into one number: a Bayesian chain of log-odds.
///
///     score = 1 / (1 + exp(−(bias + Σ weight(state of step i))))
///
/// A solution with a refuted step scores 0.05 at most, whatever the others are.
///
/// - Source: Assay's aggregators (a) and (c) beside those of Liu et al., "Safe", 2025, arXiv:2506.04592.
package struct StepScore: Hashable, Sendable {
    /// The log-odds of a solution without any decided step.
    package var bias = 0.0
    /// What each step adds.
    ///
    /// The defaults are set by hand: a proved step is weak evidence, since most steps of wrong solutions hold too; a
    /// refuted one is strong.
    package var weights: [StepState: Double] = [
        .proved: 0.25, .refuted: -4, .unknown: -0.1, .notFormalised: -0.05, .notRequired: 0,
    ]

    package init() {}

    /// The most that a solution with a refuted step scores.
    package static let refutedCeiling = 0.05

    /// The score, from 0 to 1.
    package func score(_ states: [StepState]) -> Double {
        let odds = states.reduce(bias) { $0 + (weights[$1] ?? 0) }
        let probability = 1 / (1 + exp(-odds))
        return states.contains(.refuted) ? min(probability, StepScore.refutedCeiling) : probability
    }
}
