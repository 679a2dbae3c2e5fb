// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// The solutions to one question, each held against its program, and the answer that they choose together.
///
///     let verdict = try await AgreementVote(vote: CollaborativeVote(mode: .soft)).verify(samples, in: context)
///     verdict.finding     // .votes: the answers, the chosen one first
///     verdict.members     // a verdict for each response, as of the verifier `execution-agreement`
///
/// The group's members are the responses of all samples, in order. A member's score, where scores weigh, is the field `score` of its
/// response's metadata, else of its sample's. The strategy that samples the solutions comes from elsewhere.
public struct AgreementVote: GroupVerifier {
    /// What holds text and program against each other.
    public let verifier: ExecutionAgreementVerifier
    /// What chooses.
    public let vote: CollaborativeVote
    /// How many programs are run at a time.
    public let jobs: Int

    /// Creates a vote.
    public init(
        _ verifier: ExecutionAgreementVerifier = ExecutionAgreementVerifier(),
        vote: CollaborativeVote = CollaborativeVote(), jobs: Int = System.processorCount
    ) {
        self.verifier = verifier
        self.vote = vote
        self.jobs = max(1, jobs)
    }

    /// Runs the programs and counts the votes.
    ///
    /// - Throws: `CheckError` where sandbox or interpreter are missing, or a score is none.
    public func verify(_ samples: [Sample], in context: Context) async throws -> GroupVerdict {
        let places = samples.indices.flatMap { sample in
            samples[sample].responses.indices.map { (sample: sample, response: $0) }
        }
        let judgements = try await judgements(samples, places, context)
        let candidates = places.indices.map { index in
            let sample = samples[places[index].sample]
            let score = sample.responses[places[index].response].metadata["score"] ?? sample.metadata["score"]
            return CollaborativeVote.Candidate(
                "\(index)", answer: judgements[index].textAnswer, judgements[index].agreement,
                score: AgreementVote.number(score))
        }
        let choice = try vote.decide(candidates, options: verifier.agreement.options)
        var evidence = [
            Evidence("chosen answer", found: choice.answer.map { .string($0) } ?? .null),
            Evidence.count("voters", choice.survivors, required: "of \(candidates.count)"),
        ]
        if choice.fellBack { evidence.append(Evidence("nobody is consistent, so all have a vote")) }
        evidence += choice.warnings.map { Evidence($0) }
        var measures: [String: Double] = ["survivors": Double(choice.survivors)]
        for agreement in Agreement.allCases {
            measures[agreement.rawValue] = Double(judgements.count { $0.agreement == agreement })
        }
        if let chosen = choice.candidate { measures["chosen"] = Double(chosen) }
        return GroupVerdict(
            .votes(choice.classes.map { GroupVerdict.Vote($0.answer, members: $0.members, weight: $0.weight) }),
            members: judgements.map(\.verdict), evidence: evidence, measures: measures)
    }

    private func judgements(
        _ samples: [Sample], _ places: [(sample: Int, response: Int)], _ context: Context
    ) async throws -> [AgreementJudgement] {
        try await withThrowingTaskGroup(of: (Int, AgreementJudgement).self) { group in
            var judgements = [AgreementJudgement](repeating: AgreementJudgement(origin: .given), count: places.count)
            var next = 0
            func start() {
                guard next < places.count else { return }
                let index = next
                next += 1
                group.addTask {
                    let place = places[index]
                    return (
                        index,
                        try await verifier.judge(samples[place.sample], response: place.response, in: context)
                    )
                }
            }
            for _ in 0..<min(jobs, places.count) { start() }
            while let (index, judgement) = try await group.next() {
                judgements[index] = judgement
                start()
            }
            return judgements
        }
    }

    private static func number(_ value: JSONValue?) -> Double? {
        if case .number(let number)? = value { number.double } else { nil }
    }
}
