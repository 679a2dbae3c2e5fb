// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// A rule that was compiled from the sentence of a constraint.
///
/// The sentence is read once, when the rule is made; ``described`` says what was understood.
public struct MulDimIFRule: Rule {
    /// What was understood, in words: `words: 50 to 100`.
    public let described: String
    /// Why the sentence could not be read; nil where it could.
    public let unreadable: String?
    /// Whether quirks are kept.
    public let conformance: Conformance
    let reading: any MulDimIFReading

    init(_ reading: any MulDimIFReading, conformance: Conformance) {
        self.reading = reading
        self.conformance = conformance
        unreadable = reading.unreadable
        described = reading.described
    }

    /// The most keywords times bytes that are looked at.
    private static let workLimit = 8 << 20

    /// Decides as the reference does, also on sentences it cannot read; corrected, those are abstained from and a blank
    /// response fails.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        if conformance == .corrected {
            if let unreadable { return Verdict(.abstain, reason: Reason("unreadable", unreadable)) }
            if input.response.isBlank {
                return input.verdict(false) { [Evidence("response", found: "blank", required: described)] }
            }
        }
        let text = input.response
        // Each keyword is looked for on its own: a sentence with hundreds of them meets a limit, not a long response.
        guard reading.searches * text.bytes.count <= MulDimIFRule.workLimit || reading.searches <= 16 else {
            let limit = "\(reading.searches) keywords in \(text.bytes.count) bytes are more than is looked for"
            return Verdict(.abstain, reason: .budget(limit))
        }
        guard let passed = reading.judge(text, nil) else {
            return Verdict(
                .abstain, reason: Reason("unreadable", "the reference checker raises an error on this constraint"))
        }
        return input.verdict(passed) {
            var evidence = [Evidence("understood as", found: .string(described))]
            if let unreadable { evidence.append(Evidence(unreadable)) }
            _ = reading.judge(text) { if evidence.count < 7 { evidence.append($0) } }
            return evidence
        }
    }
}

/// What a sentence was compiled to.
protocol MulDimIFReading: Sendable {
    /// What was understood.
    var described: String { get }
    /// Why nothing was understood, if so.
    var unreadable: String? { get }
    /// How many keywords are looked for in a response, one after the other.
    var searches: Int { get }
    /// Decides; nil where the reference checker raises an error.
    ///
    /// `note` takes the evidence, where it is wanted.
    func judge(_ text: Text, _ note: ((Evidence) -> Void)?) -> Bool?
}

extension MulDimIFReading {
    var unreadable: String? { nil }
    var searches: Int { 1 }
}
