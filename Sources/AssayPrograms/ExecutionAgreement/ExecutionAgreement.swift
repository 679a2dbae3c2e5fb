// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayAnswers
public import AssayCore

/// Holds the answer of a solution's text against the result of its program.
///
///     let agreement = ExecutionAgreement()
///     let text = "16 eggs less 3 less 4 are 9, at $2 each: the answer is 18."
///     try await agreement.judge(text, program: "print((16 - 3 - 4) * 2)", question: question, in: sandbox).agreement   // .agrees
///
/// ## How it decides
/// 1. The program is the one that is given, else the Python blocks of the response (a session, as the cells of a notebook: what
///    fails counts in the last one alone), else its calculator annotations `<<16-3-4=9>>`, which are calculated exactly and
///    without a sandbox.
/// 2. Its result is the value of a function `solution` that the program itself does not call; else the last line that it
///    prints; else the value of its last expression, or of `answer`, `ans`, `result` or `final_answer`.
/// 3. The answer of the text is what the verifier `answer` finds in the response without program and output, and the two are
///    compared as that verifier does, the program's result being the gold: 18.0 is 18, 0.30000000000000004 is 0.3.
///
/// No gold answer is needed, and none is given to the program.
///
/// ## Passes, fails, invalid, abstains
/// Passes where they agree, fails (`disagrees`) where they do not. All else is unknown, and a program that the response itself
/// brought makes it invalid, since an error of its own must not save a response from a wrong answer; with a program that is given,
/// it abstains: `no-code`, `syntax`, `raised`, `timeout`, `memory`, `output-limit`, …, `no-output`, `unreadable`,
/// and `trivial` for a program that computes nothing, or nothing with a number of the question. A text without an answer is
/// invalid in any case (`no-answer`, `hedged`, `truncated`, …). Where rules cannot compare the two, it abstains.
///
/// - Source: Liang et al., "Improving LLM Reasoning through Scaling Inference Computation with Collaborative
///   Verification", 2024, arXiv:2410.05318, whose CoTnPoT filter this is.
/// - Cost: one run of Python, about 0.1 s; annotations some microseconds.
public struct ExecutionAgreement: Sendable {
    /// What counts as equal.
    public var options: AnswerOptions
    /// What the program may use: 5 s and 512 MiB unless given.
    public var limits: RunLimits

    /// Creates a judge.
    public init(options: AnswerOptions = AnswerOptions(), limits: RunLimits = ExecutionAgreement.standardLimits) {
        self.options = options
        self.limits = limits
    }

    /// 5 s, 512 MiB.
    public static let standardLimits = RunLimits(wallSeconds: 5, memory: 512 << 20, addressSpace: 512 << 20)

    /// Judges a response.
    ///
    /// - Parameters:
    ///   - text: the response.
    ///   - program: its program form, where that is not in the response.
    ///   - question: what was asked: it tells programs that compute from ones that state, and names units and forms.
    ///   - finish: why the model stopped, where it is known.
    ///   - sandbox: what programs run in.
    /// - Returns: what was found of both forms.
    /// - Throws: `CheckError` where sandbox or interpreter are missing.
    public func judge(
        _ text: String, program: String? = nil, question: String? = nil, finish: FinishReason? = nil,
        in sandbox: any Sandbox
    ) async throws(CheckError) -> AgreementJudgement {
        let bytes = Array(text.utf8)
        let asked = question.map { QuestionNumbers($0) }
        let (form, prose) =
            program.map { (ProgramForm.given($0), ResponseProse(bytes, without: [])) } ?? ProgramForm.find(in: bytes)
        var judgement = AgreementJudgement(origin: program == nil ? .response : .given)
        var value: ProgramValue?
        switch form {
        case .none(let word, let sentence):
            judgement.reason = Reason(word, sentence)
        case .annotations(let annotations):
            judgement.origin = .annotations
            judgement.annotations = annotations
            value = ProgramValue(annotations, asked: asked)
        case .blocks(let blocks):
            judgement.isolation = sandbox.isolation
            value = try await run(blocks, asked: asked, in: sandbox)
        }
        judgement.status = value?.status ?? .none
        judgement.programAnswer = value?.answer
        judgement.reason = value?.reason ?? judgement.reason
        judgement.missingPackage = value?.missingPackage
        compare(prose, value?.answer, question: question, finish: finish, &judgement)
        return judgement
    }

    private func run(
        _ blocks: [String], asked: QuestionNumbers?, in sandbox: any Sandbox
    ) async throws(CheckError) -> ProgramValue {
        guard let interpreter = ProgramLanguage.python.interpreter else {
            throw CheckError(.unavailable, "python is not installed; install it (apt-get install python3)")
        }
        let numbers = asked.map { $0.areCertain ? $0.forms.sorted() : [] } ?? []
        let job: JSONObject = [
            "blocks": .array(blocks.map { .string($0) }),
            "numbers": .array(numbers.map { .number(JSONNumber(lexeme: JSONWriter.text($0))) }),
        ]
        let request = RunRequest(
            [interpreter] + ProgramLanguage.python.options + [AgreementDriver.fileName],
            files: [AgreementDriver.fileName: Array(AgreementDriver.source.utf8)],
            environment: ["OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"],
            control: Array(JSONValue.object(job).json.utf8), limits: limits)
        let run = await sandbox.run(request)
        if run.status.isFailureOfTheWorld { throw CheckError(.unavailable, run.status.sentence(limits)) }
        return ProgramValue(run, limits: limits)
    }

    /// Holds the text against the program's answer, and says what the two together are.
    private func compare(
        _ prose: ResponseProse, _ answer: String?, question: String?, finish: FinishReason?,
        _ judgement: inout AgreementJudgement
    ) {
        // Without a result, the text's answer is still worth knowing: votes count it.
        let judge = try? AnswerJudge(golds: [answer ?? "0"], question: question, options: options)
        guard let found = judge?.judge(prose.bytes, finish: finish) else {
            judgement.reason = Reason("unreadable", "the program's result is no answer")
            return
        }
        let isEarly = isBeforeProgram(found.extraction, prose) || isRemark(found.extraction, besides: answer)
        if let extraction = found.extraction, !isEarly, !extraction.text.isEmpty {
            judgement.textAnswer = extraction.text
            judgement.textSpan = Span(prose.original(extraction.span))
        }
        if let reason = textProblem(found, isEarly: isEarly) {
            judgement.label = .invalid
            if judgement.reason == nil || judgement.reason?.code == "trivial" { judgement.reason = reason }
            if reason.code != "hedged" { judgement.textAnswer = nil }
            return
        }
        if judgement.reason != nil || answer == nil {
            judgement.label = judgement.origin == .given ? .abstain : .invalid
            return
        }
        if let comparison = found.comparison {
            judgement.comparison = Evidence(
                "compared by \(comparison.method)", found: .string(comparison.reason))
        }
        switch found.label {
        case .pass:
            judgement.agreement = .agrees
            judgement.label = .pass
        case .abstain:
            judgement.reason = found.reason
        case .fail, .invalid:
            judgement.agreement = .disagrees
            judgement.label = .fail
            judgement.reason = Reason(
                "disagrees",
                "the text says \(ProgramTest.short(judgement.textAnswer ?? "")), the program gives "
                    + ProgramTest.short(answer ?? ""))
        }
    }

    /// Whether what was found is no more than a number in what leads to the program.
    private func isBeforeProgram(_ answer: ExtractedAnswer?, _ prose: ResponseProse) -> Bool {
        guard let answer, let start = prose.programStart, answer.span.upperBound <= start else { return false }
        switch answer.rule {
        case .boxed, .boxes, .tag, .anchor, .hashes: return false
        default: return true
        }
    }

    /// Whether a number is due, and what was found is a whole text of words: "I have computed it".
    private func isRemark(_ found: ExtractedAnswer?, besides answer: String?) -> Bool {
        guard let found, found.rule == .whole, let answer, Double(answer) != nil else { return false }
        let words = found.text.utf8.split { $0 <= 0x20 }
        return words.count > 2 && !found.text.utf8.contains { (0x30...0x39).contains($0) }
    }

    /// Why the text has no answer to compare; nil where it has one.
    private func textProblem(_ found: AnswerJudgement, isEarly: Bool) -> Reason? {
        if isEarly { return Reason("no-answer", "the text has no answer beside the program") }
        if found.label == .invalid { return found.reason }
        return found.label == .fail && found.comparison == nil ? found.reason : nil
    }
}

extension ProgramValue {
    /// What the calculations of a response come to.
    init(_ annotations: CalculatorAnnotations, asked: QuestionNumbers?) {
        self.init(status: .error)
        guard let result = annotations.result else {
            let last = annotations.steps.last.map { "\"\($0.expression)=\($0.stated)\"" } ?? "the last annotation"
            reason = Reason("unreadable", "\(ProgramTest.short(last)) cannot be calculated")
            return
        }
        status = .ok
        answer = result
        guard annotations.steps.contains(where: \.computes) else {
            reason = Reason("trivial", "the annotations prove nothing: they calculate nothing")
            return
        }
        if let asked, asked.areCertain,
            !annotations.steps.contains(where: { $0.numbers.contains(where: asked.forms.contains) })
        {
            reason = Reason("trivial", "the annotations prove nothing: they use no number of the question")
        }
    }
}
