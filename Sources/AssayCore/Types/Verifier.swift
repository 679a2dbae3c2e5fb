// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What decides a check where a pure function of the text does not suffice: it may run programs or ask models.
///
///     struct Shorter: Verifier {
///         func verify(_ sample: Sample, response: Int, in context: Context) async throws -> Verdict {
///             let text = sample.responses[response].text
///             return Verdict(text.utf8.count < 100 ? .pass : .fail)
///         }
///     }
///
/// ## Implementation guidance
/// - Arguments are rejected when the verifier is made, not here.
/// - A bad response is a verdict, never an error. What is thrown says that the world failed (a program is missing, a
///   service does not answer), and becomes an ``Outcome/error(_:)``.
/// - The response comes without its reasoning, see ``Reasoning``.
/// - A verifier is asked about many responses at once. It ends early where its task is cancelled.
/// - What it decides depends on the sample, its arguments and ``Context/seed`` alone; one that has a limit on wall or CPU
///   time says so in its definition (``VerifierDefinition/isDeterministic``).
///
/// A ``Rule`` is one too, see ``RuleVerifier``, but is better decided by ``ResponseVerifier``, which reads the response
/// once for all rules.
public protocol Verifier: Sendable {
    /// Decides on one response of a sample.
    ///
    /// - Parameters:
    ///   - sample: what is judged.
    ///   - response: the index of the response.
    ///   - context: models, limits and the seed.
    /// - Returns: the verdict.
    /// - Throws: where the world failed. ``CheckError`` says best what.
    func verify(_ sample: Sample, response: Int, in context: Context) async throws -> Verdict
}

/// What decides on several samples together: by votes, by tests of one on another, by comparing them.
public protocol GroupVerifier: Sendable {
    /// Decides on the samples of one group.
    ///
    /// - Parameters:
    ///   - samples: the group.
    ///   - context: models, limits and the seed.
    /// - Returns: what was found.
    /// - Throws: where the world failed.
    func verify(_ samples: [Sample], in context: Context) async throws -> GroupVerdict
}
