// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayText

/// Whether published rules are followed with their quirks or as they were meant.
public enum Conformance: String, Sendable, CaseIterable {
    /// Copies the reference checker, quirks included, so that published numbers come out.
    case reference
    /// Reads the instruction as it was meant.
    case corrected
}

/// What a decision may depend on besides the sample and the check's arguments: conformance, seed, deadline, and what
/// higher floors put in: models, a sandbox.
///
///     var context = Context(conformance: .corrected, seed: 7)
///     context[SandboxKey.self] = sandbox
///
/// A rule looks at ``conformance`` alone, when it is made.
public struct Context: Sendable {
    /// Whether published rules keep their quirks.
    public var conformance: Conformance
    /// Arguments that a check of a verifier has where it does not give them itself.
    public var defaults: [VerifierID: JSONObject]
    /// What all randomness comes from.
    public var seed: UInt64
    /// When the whole run has to end; nil for no such time.
    ///
    /// A verifier passes it on to what it waits for. It does not decide by it: what was not ready in time is an error.
    public var deadline: ContinuousClock.Instant?
    /// Whether reasoning is cut off before anything is judged.
    public var reasoning: ReasoningPolicy
    /// For which decisions evidence is gathered.
    public var evidence: EvidencePolicy
    /// Tables for sentences and tags.
    public var resources: TextResources
    private var services: [ObjectIdentifier: any Sendable] = [:]

    /// Creates a context.
    public init(
        conformance: Conformance = .reference, defaults: [VerifierID: JSONObject] = [:], seed: UInt64 = 0,
        deadline: ContinuousClock.Instant? = nil, reasoning: ReasoningPolicy = .strip,
        evidence: EvidencePolicy = .fail, resources: TextResources = .builtIn
    ) {
        self.conformance = conformance
        self.defaults = defaults
        self.seed = seed
        self.deadline = deadline
        self.reasoning = reasoning
        self.evidence = evidence
        self.resources = resources
    }

    /// What a higher floor has put in under a key; the key's standard value where nothing was.
    public subscript<Key: ContextKey>(key: Key.Type) -> Key.Value {
        get { services[ObjectIdentifier(key)] as? Key.Value ?? Key.standard }
        set { services[ObjectIdentifier(key)] = newValue }
    }

    /// The arguments of a check, with the defaults of its verifier where it has none of that name.
    func arguments(of check: Check) -> JSONObject {
        guard let defaults = defaults[check.verifier] else { return check.arguments }
        var arguments = check.arguments
        for member in defaults.members where arguments[member.key] == nil { arguments[member.key] = member.value }
        return arguments
    }
}

/// Names something that a ``Context`` carries for verifiers of a higher floor.
///
///     enum SandboxKey: ContextKey { static var standard: Sandbox? { nil } }
public protocol ContextKey {
    /// The kind of thing.
    associatedtype Value: Sendable
    /// What stands for it where nothing was put in.
    static var standard: Value { get }
}

/// The same; rules are made with it.
public typealias RuleContext = Context
