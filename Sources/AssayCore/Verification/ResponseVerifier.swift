// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayText

/// Under which protocols a published constraint is decided.
public enum VerificationProtocol: String, Sendable, CaseIterable {
    /// The response as it is.
    case strict
    /// The response or one of its variants, see ``LooseVariants``.
    case loose
    /// Both; the label is the strict one.
    case both
}

/// Whether reasoning is cut off before anything is judged.
public enum ReasoningPolicy: String, Sendable, CaseIterable {
    case strip, keep
}

/// Decides all checks of one response that rules decide; ``SampleVerifier`` decides the others too.
public struct ResponseVerifier: Sendable {
    /// The protocols.
    public var verificationProtocol: VerificationProtocol
    /// What happens to reasoning.
    public var reasoning: ReasoningPolicy
    /// For which decisions evidence is gathered.
    public var evidence: EvidencePolicy
    /// Tables for sentences and tags.
    public var resources: TextResources

    /// Creates a verifier.
    public init(
        verificationProtocol: VerificationProtocol = .both, reasoning: ReasoningPolicy = .strip,
        evidence: EvidencePolicy = .fail, resources: TextResources = .builtIn
    ) {
        self.verificationProtocol = verificationProtocol
        self.reasoning = reasoning
        self.evidence = evidence
        self.resources = resources
    }

    /// Decides `checks` on response `index` of a sample.
    public func verify(_ sample: Sample, response index: Int, checks: [PreparedCheck]) -> ResponseResult {
        // The content alone: a copy of the response would retain all its fields.
        let bytes = Array(Content.text(of: sample.responses[index].content).utf8)
        var answer = bytes
        if reasoning == .strip {
            switch Reasoning.find(in: bytes) {
            case .answer(let range): if range.count < bytes.count { answer = Array(bytes[range]) }
            case .truncated:
                let results = checks.map { check in
                    if let error = check.failure { return CheckResult(prepared: check, error: error) }
                    return CheckResult(
                        prepared: check, verdict: Verdict(.invalid, reason: .truncated),
                        loosePassed: asksLoose(check) ? false : nil)
                }
                return ResponseResult(index: index, answer: bytes, checks: results)
            }
        }
        let text = Text(answer, resources: resources)
        let input = RuleInput(
            response: text, messages: sample.messages, wantsEvidence: evidence, finish: sample.responses[index].finish)
        var variants: LooseVariants?
        var results: [CheckResult] = []
        results.reserveCapacity(checks.count)
        for check in checks { results.append(decide(check, input, &variants)) }
        return ResponseResult(index: index, answer: answer, checks: results)
    }

    private func asksLoose(_ check: PreparedCheck) -> Bool { check.hasLooseProtocol && verificationProtocol != .strict }

    private func decide(
        _ check: PreparedCheck, _ input: borrowing RuleInput, _ variants: inout LooseVariants?
    ) -> CheckResult {
        if let error = check.failure { return CheckResult(prepared: check, error: error) }
        let asksLoose = asksLoose(check)
        if check.failsBlank, input.response.isBlank {
            let verdict = Verdict(
                .fail, reason: Reason("empty", "the response is empty"),
                evidence: evidence == .none ? [] : [Evidence("response", found: "", required: "some text")])
            return CheckResult(
                prepared: check, verdict: verdict, loosePassed: asksLoose ? false : nil)
        }
        let rule: any Rule
        switch check.rule {
        // What is left has a verifier, which SampleVerifier asks.
        case .failure(let error): return CheckResult(prepared: check, error: error)
        case .success(let made): rule = made
        }
        var verdict = rule.decide(input)
        if !check.hasPartialCredit, verdict.label == .fail { verdict.score = 0 }
        var loosePassed: Bool?
        if asksLoose {
            loosePassed = verdict.label == .pass
            if verdict.label == .fail, rule.mayPassWithLess {
                let forms = variants ?? LooseVariants(of: input.response)
                variants = forms
                for text in forms.texts {
                    let variant = RuleInput(response: text, messages: input.messages, wantsEvidence: .none)
                    if rule.decide(variant).label == .pass {
                        loosePassed = true
                        break
                    }
                }
            }
        }
        let isStrict = verificationProtocol != .loose || !check.hasLooseProtocol
        if !isStrict, loosePassed == true, verdict.label != .pass { verdict = Verdict(.pass) }
        return CheckResult(
            prepared: check, verdict: verdict, loosePassed: loosePassed)
    }
}
