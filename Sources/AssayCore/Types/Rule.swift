// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayText

/// A verifier that is a pure, synchronous function of a response's text and its own arguments, compiled once.
///
/// A rule never fails: bad arguments are rejected when it is made. Its work is linear in the length of the response, or
/// has a budget whose excess is ``Label/abstain``.
public protocol Rule: Sendable {
    /// Decides on one response.
    func decide(_ input: borrowing RuleInput) -> Verdict

    /// Whether a response that fails may pass without some of its first or last lines and asterisks.
    ///
    /// False saves the work of trying the variants of the loose protocol. A rule that wants at least so many of
    /// something says so where leaving text out can only make them fewer.
    var mayPassWithLess: Bool { get }
}

extension Rule {
    /// True: the variants are tried.
    public var mayPassWithLess: Bool { true }
}

/// What a rule sees: the response's text, read once for all rules, and what it answers.
public struct RuleInput: ~Copyable {
    /// The response after its reasoning is cut off.
    public let response: Text
    /// The conversation that the response answers.
    public let messages: [Message]
    /// Whether evidence will be written; a rule need not gather it otherwise.
    public let wantsEvidence: EvidencePolicy
    /// Why the model stopped, where the record says it.
    public let finish: FinishReason?

    /// Creates an input from a conversation.
    public init(
        response: Text, messages: [Message], wantsEvidence: EvidencePolicy = .fail, finish: FinishReason? = nil
    ) {
        self.response = response
        self.messages = messages
        self.wantsEvidence = wantsEvidence
        self.finish = finish
    }

    /// Creates an input from a prompt.
    public init(response: Text, prompt: String? = nil, wantsEvidence: EvidencePolicy = .fail) {
        self.init(
            response: response, messages: prompt.map { [Message(role: "user", text: $0)] } ?? [],
            wantsEvidence: wantsEvidence)
    }

    /// The prompt: the text of the first user message.
    public var prompt: String? { messages.first { $0.role == "user" }?.text }

    /// A verdict of pass or fail whose evidence is only gathered where somebody will read it.
    ///
    /// - Parameters:
    ///   - passed: the decision.
    ///   - score: 0…1, where there is partial credit.
    ///   - evidence: makes the evidence.
    /// - Returns: the verdict.
    public borrowing func verdict(
        _ passed: Bool, score: Double? = nil, _ evidence: () -> [Evidence]
    ) -> Verdict {
        Verdict(passed ? .pass : .fail, score: score, evidence: wantsEvidence.wants(passed) ? evidence() : [])
    }
}

/// For which decisions evidence is gathered and written.
public enum EvidencePolicy: String, Sendable, CaseIterable {
    case none, fail, all

    /// Whether evidence is wanted for a decision.
    public func wants(_ passed: Bool) -> Bool { self == .all || (self == .fail && !passed) }
}
