// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText
import Synchronization

/// Passes when the response's final answer equals a reference answer, in whatever form it is written.
///
///     let rule = try AnswerRule(gold: ["\\frac12"])
///     rule.decide(RuleInput(response: Text("so it is 0.5"))).label  // .pass
///
/// ## How it decides
/// 1. The final answer is found in the response: a box, an explicit anchor ("the answer is", `####`), else the last math,
///    bold text, number or option letter; ``AnswerOptions/extract`` narrows that.
/// 2. Both answers are read as what the gold is: a choice, a truth value, a date, a quantity, mathematics, a text, ….
/// 3. They are compared exactly first, by identity testing next, and with the tolerance of ``AnswerOptions`` last.
///
/// Of several golds, any may be matched. The question, where known, may name options, a unit or a form.
///
/// ## Abstains, invalid
/// Abstains where rules cannot tell or the work budget is spent; the evidence then holds what a judge would need: question,
/// golds, and the answer found. Invalid where the response is cut off, repeats itself, or refuses.
///
/// - Cost: about 0.1 ms a response and bounded for any input; no model calls, no clock.
public final class AnswerRule: Rule {
    /// Reference answers, any of which may be matched.
    public let golds: [String]
    /// What was asked; nil where the sample's prompt says it.
    public let question: String?
    /// What counts as equal.
    public let options: AnswerOptions

    /// The answers in the golds, clean.
    private let texts: [String]
    /// The judge for the last prompt: the responses to one prompt stand together.
    private let latest: Mutex<(prompt: String, judge: AnswerJudge)?>

    /// Reads the gold answers.
    ///
    /// - Parameters:
    ///   - golds: reference answers, any of which may be matched.
    ///   - question: what was asked; the sample's prompt unless given.
    ///   - options: what counts as equal.
    /// - Throws: `CheckError` with code `argument` for a gold that is no answer.
    public init(golds: [String], question: String? = nil, options: AnswerOptions = AnswerOptions()) throws(CheckError) {
        self.golds = golds
        self.question = question
        self.options = options
        texts = try AnswerJudge.check(golds)
        latest = Mutex(nil)
        try AnswerRule.check(golds, question: question, options: options)
    }

    /// A gold that is not of the type that the check names could never be matched.
    ///
    /// A choice is left out: the prompt may hold what makes its gold one.
    private static func check(
        _ golds: [String], question: String?, options: AnswerOptions
    ) throws(CheckError) {
        guard let type = options.type, type != ChoiceKind.name else { return }
        let context = AnswerContext(question: question, options: options)
        for gold in golds where !AnswerKinds.canRead(AnswerSanitizer.clean(gold), context) {
            throw .argument("gold", found: JSONValue.string(gold).described, expected: "an answer of type \(type)")
        }
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let prompt = question ?? input.prompt
        let judgement = judge(for: prompt ?? "").judge(input.response.bytes, finish: input.finish)
        var evidence: [Evidence] = []
        if input.wantsEvidence.wants(judgement.label == .pass) {
            evidence = judgement.evidence()
            if judgement.label == .abstain { evidence += openFacts(prompt) }
        }
        return Verdict(judgement.label, reason: judgement.reason, evidence: evidence)
    }

    private func judge(for prompt: String) -> AnswerJudge {
        if let kept = latest.withLock({ $0?.prompt == prompt ? $0?.judge : nil }) { return kept }
        let made = AnswerJudge(texts: texts, question: prompt.isEmpty ? nil : prompt, options: options)
        latest.withLock { $0 = (prompt, made) }
        return made
    }

    /// What somebody else needs to decide: the question and the golds, beside the answer that the evidence has.
    private func openFacts(_ prompt: String?) -> [Evidence] {
        var evidence: [Evidence] = []
        if let prompt, !prompt.isEmpty { evidence.append(Evidence("question", found: .string(prompt))) }
        for gold in golds { evidence.append(Evidence("gold", found: .string(gold))) }
        return evidence
    }
}

extension AnswerRule {
    /// `answer`: its parameters are the gold, the question, and every switch of ``AnswerOptions``, directly or in `options`.
    public static let definition = VerifierDefinition(
        "answer", "the final answer equals the gold answer, in whatever form it is written",
        [
            .required("gold", .any, "the reference answer, or a list of which any may be matched"),
            .optional("question", .string, "what was asked; the sample's prompt unless given"),
            .optional("options", .object, "what counts as equal: any of the following, in one object"),
        ] + AnswerOptions.parameters
    ) { arguments, _ throws(CheckError) in
        let options = try AnswerOptions(arguments: arguments)
        let golds = try GoldAnswers.read(
            arguments.value("gold") ?? .null, keepsLiterals: options.type == "program-output")
        return try AnswerRule(golds: golds, question: arguments.string(ifGiven: "question"), options: options)
    }
}

extension Catalog {
    /// The verifiers of this target, as part of Assay's own.
    public static let answers = Catalog(
        name: Catalog.native, title: "Assay", reference: "", version: "1", hasLooseProtocol: false,
        hasPartialCredit: true, definitions: [AnswerRule.definition])
}
