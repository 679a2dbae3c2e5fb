// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Decides all checks of a response, whether rules or verifiers decide them.
///
///     let verifier = SampleVerifier(registry: .standard, context: Context(seed: 7))
///     let result = try await verifier.verify(sample, response: 0)
///
/// Rules are decided first, together; then the verifiers are asked, one after the other. Many responses at a time are for
/// the caller to ask about, with ``OrderedTasks``.
public struct SampleVerifier: Sendable {
    private let registry: VerifierRegistry
    /// What decides rules.
    public var rules: ResponseVerifier
    /// What verifiers may depend on.
    public var context: Context
    /// Bounds how many verifiers work at a time, of those that decide on each response by itself.
    var limiter: TaskLimiter?

    /// Creates a verifier.
    public init(registry: VerifierRegistry, context: Context, verificationProtocol: VerificationProtocol = .both) {
        self.registry = registry
        self.context = context
        rules = ResponseVerifier(
            verificationProtocol: verificationProtocol, reasoning: context.reasoning, evidence: context.evidence,
            resources: context.resources)
    }

    /// Decides the sample's own checks on response `index`.
    ///
    /// - Throws: `CancellationError` where the task was cancelled. All else that goes wrong is the outcome of a check.
    public func verify(_ sample: Sample, response index: Int) async throws -> ResponseResult {
        let checks = sample.checks.map { PreparedCheck($0, registry: registry, context: context) }
        return try await verify(sample, response: index, checks: checks)
    }

    /// Decides prepared checks on response `index` of a sample.
    ///
    /// - Throws: `CancellationError` where the task was cancelled.
    public func verify(
        _ sample: Sample, response index: Int, checks: [PreparedCheck]
    ) async throws -> ResponseResult {
        var result = rules.verify(sample, response: index, checks: checks)
        var judged: Sample?
        for (place, check) in checks.enumerated() {
            guard let verifier = check.verifier, result.checks[place].strictLabel == nil else { continue }
            let seen = judged ?? answered(sample, index, result.answer)
            judged = seen
            result.checks[place] = try await ask(verifier, check, seen, index)
        }
        return result
    }

    /// The same for a caller that is no task: waits for the verdict.
    ///
    /// - Returns: the results; nil where the user asked to stop.
    public func wait(_ sample: Sample, response index: Int, checks: [PreparedCheck]) -> ResponseResult? {
        guard checks.contains(where: { $0.verifier != nil }) else {
            return rules.verify(sample, response: index, checks: checks)
        }
        return Blocking.run { try? await verify(sample, response: index, checks: checks) } ?? nil
    }

    /// The sample with the response as it is after its reasoning.
    private func answered(_ sample: Sample, _ index: Int, _ answer: [UInt8]) -> Sample {
        guard Content.text(of: sample.responses[index].content).utf8.count != answer.count else { return sample }
        var sample = sample
        let others = sample.responses[index].content.filter { if case .text = $0 { false } else { true } }
        sample.responses[index].content = [.text(String(decoding: answer, as: UTF8.self))] + others
        return sample
    }

    private func ask(
        _ verifier: any Verifier, _ check: PreparedCheck, _ sample: Sample, _ index: Int
    ) async throws -> CheckResult {
        do {
            var verdict: Verdict
            if let limiter, check.definition?.isBatched != true {
                verdict = try await limiter.run { try await verifier.verify(sample, response: index, in: context) }
            } else {
                verdict = try await verifier.verify(sample, response: index, in: context)
            }
            if !check.hasPartialCredit, verdict.label == .fail { verdict.score = 0 }
            return CheckResult(prepared: check, verdict: verdict, loosePassed: nil)
        } catch let error as CancellationError {
            throw error
        } catch  where Task.isCancelled || Interruption.isRequested {
            // What was stopped on the way was not decided: no error of its own.
            throw CancellationError()
        } catch let error as CheckError {
            return CheckResult(prepared: check, error: error)
        } catch {
            return CheckResult(prepared: check, error: CheckError(.unavailable, "\(error)"))
        }
    }
}
