// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// Whether the program of a solution comes to the answer of its text.
public enum Agreement: String, Sendable, Hashable, CaseIterable {
    /// Both have the same answer.
    case agrees
    /// They have different ones.
    case disagrees
    /// One of them has none that counts, or rules cannot tell.
    case unknown

    /// Whether the two are consistent, where that is known.
    public var isConsistent: Bool? {
        switch self {
        case .agrees: true
        case .disagrees: false
        case .unknown: nil
        }
    }
}

/// What was found about the two forms of a solution.
public struct AgreementJudgement: Sendable, Hashable {
    /// How a run of the program ended, in five words.
    public enum ExecutionStatus: String, Sendable, Hashable, CaseIterable {
        case ok, error, timeout
        case noOutput = "no_output"
        case none
    }

    /// Where the program came from.
    public enum Origin: String, Sendable, Hashable {
        /// The check or the record.
        case given
        /// A block of the response.
        case response
        /// The calculations that the response marks.
        case annotations
    }

    /// Whether they agree.
    public var agreement = Agreement.unknown
    /// The label: see ``ExecutionAgreement``.
    public var label: Label = .abstain
    /// Why, unless they agree.
    public var reason: Reason?
    /// The text's answer.
    public var textAnswer: String?
    /// Where the text has it.
    public var textSpan: Span?
    /// The program's answer.
    public var programAnswer: String?
    /// How the program ended.
    public var status = ExecutionStatus.none
    /// Where the program came from.
    public var origin: Origin
    /// How the two were compared.
    public var comparison: Evidence?
    /// The calculations, where they are the program.
    public var annotations: CalculatorAnnotations?
    /// A well-known package that the program needs and that is not installed: then nothing can be said of it.
    public var missingPackage: String?
    /// What kept the program apart.
    public var isolation = "none needed"

    /// Creates a judgement that tells nothing yet.
    init(origin: Origin) { self.origin = origin }

    /// The judgement as a verdict, with both values as evidence and, where they are numbers, as measures.
    public var verdict: Verdict {
        var evidence = [
            Evidence("text answer", found: textAnswer.map { .string($0) } ?? .null, span: textSpan),
            Evidence("program answer", found: programAnswer.map { .string($0) } ?? .null),
            Evidence("exec_status", found: .string(status.rawValue)),
            Evidence("consistent", found: agreement.isConsistent.map { .bool($0) } ?? .string("unknown")),
            Evidence("program", found: .string(origin.rawValue)),
        ]
        if let comparison { evidence.append(comparison) }
        evidence.append(Evidence("isolation", found: .string(isolation)))
        var measures: [String: Double] = [:]
        if let value = AgreementJudgement.number(textAnswer) { measures["text_value"] = value }
        if let value = AgreementJudgement.number(programAnswer) { measures["program_value"] = value }
        if origin != .annotations { measures["isolated"] = isolation == OpenSandbox().isolation ? 0 : 1 }
        var parts: [Part] = []
        if let annotations {
            measures["annotations"] = Double(annotations.steps.count)
            measures["annotations_holding"] = Double(annotations.steps.count { $0.holds == true })
            parts = annotations.steps.enumerated().map { index, step in AgreementJudgement.part(index, step) }
        }
        return Verdict(label, reason: reason, evidence: evidence, parts: parts, measures: measures)
    }

    private static func part(_ index: Int, _ step: CalculatorAnnotations.Step) -> Part {
        let label: Label = step.holds.map { $0 ? .pass : .fail } ?? .abstain
        let found: JSONValue = step.value.map { .string($0) } ?? .null
        let reason: Reason? =
            switch step.holds {
            case true?: nil
            case false?: Reason("wrong", "\(step.expression) is \(step.value ?? "?"); \(step.stated) is stated")
            case nil:
                Reason("unreadable", "\"\(ProgramTest.short(step.expression))=\(step.stated)\" cannot be calculated")
            }
        return Part(
            key: "\(index + 1)", span: Span(step.range),
            verdict: Verdict(
                label, reason: reason,
                evidence: [
                    Evidence(step.expression, found: found, span: Span(step.range)),
                    Evidence("stated", found: .string(step.stated)),
                ]))
    }

    /// A plain number, with thousands separated by commas or not.
    private static func number(_ text: String?) -> Double? {
        guard let text else { return nil }
        var digits = text.utf8.filter { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "$") && $0 != UInt8(ascii: "\\") }
        if digits.last == UInt8(ascii: ".") { digits.removeLast() }
        guard let first = digits.first, (0x30...0x39).contains(first) || first == UInt8(ascii: "-") || first == 0x2E
        else {
            return nil
        }
        guard let value = Double(String(decoding: digits, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }
}
