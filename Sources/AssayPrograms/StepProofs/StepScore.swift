// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore
import AssayStatistics

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

extension StepScore {
    /// Weights fitted to solutions whose correctness is known; nil where there are none of one class.
    ///
    /// - Parameters:
    ///   - solutions: the states of the steps of each, and whether its answer is right.
    ///   - penalty: how strongly weights are drawn to 0.
    package init?(fitting solutions: [(states: [StepState], isCorrect: Bool)], penalty: Double = 1) {
        let rows = solutions.map { solution in
            StepState.allCases.map { state in Double(solution.states.count { $0 == state }) }
        }
        guard Set(solutions.map(\.isCorrect)).count == 2,
            let fit = LogisticFit(rows: rows, labels: solutions.map(\.isCorrect), penalty: penalty)
        else { return nil }
        bias = fit.intercept
        weights = Dictionary(uniqueKeysWithValues: zip(StepState.allCases, fit.coefficients))
    }

    /// Weights as a check gives them: `bias` and the states' names, those left out 0.
    ///
    /// - Throws: ``CheckError`` with code `argument` for another name, or a weight that is no number.
    package init(weights object: JSONObject) throws(CheckError) {
        bias = 0
        weights = [:]
        for state in StepState.allCases { weights[state] = 0 }
        for member in object.members {
            guard case .number(let number) = member.value, let value = number.double, value.isFinite else {
                throw .argument("weights.\(member.key)", found: member.value.described, expected: "a number")
            }
            if member.key == "bias" {
                bias = value
            } else if let state = StepState(rawValue: member.key) {
                weights[state] = value
            } else {
                throw .argument("weights", found: "of \"\(member.key)\"", expected: "bias or a state of a step")
            }
        }
    }
}
