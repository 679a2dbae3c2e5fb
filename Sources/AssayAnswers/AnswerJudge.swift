// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore

/// Decides whether the answer of a response equals a gold answer.
///
///     let judge = try AnswerJudge(golds: ["\\frac12"])
///     judge.judge(Array("so it is 0.5".utf8)).label   // .pass
///
/// ## How it decides
/// 1. A response that is truncated, repetitive or a refusal is invalid.
/// 2. The answer is taken from the response: see ``AnswerExtractor``. A response that offers several is wrong.
/// 3. The gold is read as each kind of answer that it can be (``AnswerKind``); the first kind that can also read the
///    answer decides. Any of several golds may be matched.
package struct AnswerJudge: Sendable {
    private let golds: [GoldReading]
    private let context: AnswerContext
    private let extractor: AnswerExtractor

    /// Reads the golds.
    ///
    /// - Parameters:
    ///   - golds: any of them may be matched.
    ///   - question: what was asked, where it is known: it may name options, a unit or a form.
    ///   - options: what counts as equal.
    /// - Throws: `CheckError` with code `argument` and field `gold` for a gold that is empty.
    package init(golds: [String], question: String? = nil, options: AnswerOptions = AnswerOptions()) throws(CheckError)
    {
        self.init(texts: try AnswerJudge.check(golds), question: question, options: options)
    }

    /// Reads golds that ``check(_:)`` has made.
    init(texts: [String], question: String?, options: AnswerOptions) {
        context = AnswerContext(question: question, options: options)
        let context = context
        self.golds = texts.map { GoldReading($0, context) }
        extractor = AnswerExtractor(
            extract: options.extract, expected: texts.first.map { ExpectedAnswer(gold: $0) } ?? .any)
    }

    /// The golds as clean texts.
    ///
    /// - Throws: `CheckError` with code `argument` and field `gold` where one is empty.
    @discardableResult
    static func check(_ golds: [String]) throws(CheckError) -> [String] {
        guard !golds.isEmpty else { throw .argument("gold", found: "an empty list", expected: "an answer") }
        var texts: [String] = []
        for gold in golds {
            let text = AnswerSanitizer.clean(core(of: Escapes.undoubled(Escapes.repaired(gold))))
            guard !text.isEmpty else { throw .argument("gold", found: "empty", expected: "an answer") }
            texts.append(text)
        }
        return texts
    }

    /// The answer in a gold that is a whole solution: the last box or, in prose, what it commits to.
    private static func core(of gold: String) -> String {
        let isBoxed = hasBox(gold)
        guard gold.utf8.count > 200 || isBoxed else { return gold }
        // A box that was not closed holds all that follows.
        if isBoxed, GoldAnswers.lastBox(gold) == nil, let box = GoldAnswers.lastBox(gold + "}") { return box.content }
        let found = AnswerExtractor(extract: .any, expected: .any).extract(from: Array(gold.utf8))
        guard let answer = found.answer, !answer.text.isEmpty else { return gold }
        // A solution that boxes its answer twice has one answer.
        if answer.rule == .boxes, let box = GoldAnswers.lastBox(gold),
            answer.text.split(separator: ",").allSatisfy({ $0.drop { $0 == " " } == box.content })
        {
            return box.content
        }
        return answer.text
    }

    private static func hasBox(_ gold: String) -> Bool {
        guard gold.utf8.contains(0x5C) else { return false }
        let text = AnswerText(gold)
        return (0..<text.count).contains {
            text[$0] == 0x5C && (text.matches("\\boxed", at: $0) || text.matches("\\fbox", at: $0))
        }
    }

    /// Judges a response.
    ///
    /// - Parameters:
    ///   - response: UTF-8, after its reasoning is cut off.
    ///   - finish: why the model stopped, where it is known.
    /// - Returns: the decision and what it stands on.
    package func judge(_ response: [UInt8], finish: FinishReason? = nil) -> AnswerJudgement {
        guard let repaired = Escapes.undone(response) else { return judgement(on: response, finish: finish) }
        var judgement = judgement(on: repaired.bytes, finish: finish)
        judgement.extraction?.moveSpan(repaired.original)
        for index in judgement.alternatives.indices { judgement.alternatives[index].moveSpan(repaired.original) }
        return judgement
    }

    private func judgement(on response: [UInt8], finish: FinishReason?) -> AnswerJudgement {
        let found = extractor.extract(from: response)
        var judgement = AnswerJudgement(label: .fail, extraction: found.answer, alternatives: found.alternatives)
        if context.options.checkInvalid, !isGold(response),
            let reason = InvalidResponse.find(
                in: response, finish: finish, extraction: found,
                junkAfterAnswer: context.options.junkAfterAnswerIsInvalid)
        {
            judgement.label = .invalid
            judgement.reason = reason
            return judgement
        }
        guard let answer = found.answer else {
            judgement.label = .invalid
            judgement.reason = Reason("no-answer", "there is no answer in the response")
            return judgement
        }
        if answer.text.isEmpty {
            judgement.reason = Reason("empty", "the answer is empty")
            return judgement
        }
        if AnswerJudge.isTemplate(answer.rawText) {
            judgement.reason = Reason("template", "the answer is a template of a program, not a value")
            return judgement
        }
        if answer.isHedged {
            judgement.reason = Reason("hedged", "the response offers more than one answer")
            return judgement
        }
        compare(answer, &judgement)
        qualify(answer, &judgement)
        // A right answer stays right whatever follows it; a wrong one in a text that ends in a loop is none.
        if context.options.checkInvalid, judgement.label == .fail,
            let reason = InvalidResponse.find(in: response, finish: finish, extraction: found, junkAfterAnswer: true)
                ?? InvalidResponse.findCut(in: response, extraction: found)
        {
            judgement.label = .invalid
            judgement.reason = reason
        }
        return judgement
    }

    /// Whether a response is a gold letter by letter: then it is no cut off sentence, whatever it looks like.
    private func isGold(_ response: [UInt8]) -> Bool {
        golds.contains { $0.text.utf8.count <= response.count && $0.text.utf8.count + 8 > response.count }
            && golds.contains { gold in
                let trimmed = response.drop { AnswerText.isSpace($0) }
                return trimmed.starts(with: gold.text.utf8)
                    && trimmed.dropFirst(gold.text.utf8.count).allSatisfy { AnswerText.isSpace($0) }
            }
    }

    /// Takes words around an answer into account that say that it is not simply the answer.
    ///
    /// Of "the logarithm of 42" rules tell that it is not 42, and no more.
    private func qualify(_ answer: ExtractedAnswer, _ judgement: inout AnswerJudgement) {
        guard let qualifier = answer.qualifier else { return }
        judgement.label = qualifier == .transformed && judgement.label != .pass ? .abstain : .fail
        judgement.reason = Reason(qualifier.rawValue, qualifier.reason)
    }

    /// Whether a text is a template to be filled in by a program: `{{7*7}}`.
    private static func isTemplate(_ text: String) -> Bool {
        text.utf8.starts(with: "{{".utf8) && text.utf8.suffix(2).elementsEqual("}}".utf8)
            && !text.utf8.contains { $0 == 0x5C || $0 == 0x2C }
    }

    /// Compares an answer with every gold until one is equal.
    private func compare(_ answer: ExtractedAnswer, _ judgement: inout AnswerJudgement) {
        var open: (Int, Comparison)?
        var failed: (Int, Comparison)?
        for (index, gold) in golds.enumerated() {
            let comparison =
                gold.compare(answer.text)
                ?? Comparison(
                    .different, method: "unreadable", reason: "the answer cannot be read as the gold can",
                    goldForm: gold.text, answerForm: answer.text)
            switch comparison.decision {
            case .equal:
                judgement.label = .pass
                judgement.comparison = comparison
                judgement.goldIndex = index
                return
            case .undecided: if open == nil { open = (index, comparison) }
            case .different: if failed == nil { failed = (index, comparison) }
            }
        }
        if let (index, comparison) = open {
            judgement.label = .abstain
            judgement.reason = Reason("undecided", comparison.reason)
            judgement.comparison = comparison
            judgement.goldIndex = index
        } else if let (index, comparison) = failed {
            judgement.comparison = comparison
            judgement.goldIndex = index
        }
    }
}
