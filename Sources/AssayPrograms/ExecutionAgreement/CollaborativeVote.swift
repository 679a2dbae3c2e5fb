// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayAnswers
public import AssayCore

/// Chooses one of several solutions to a question by votes, where programs have a say.
///
///     let vote = CollaborativeVote(mode: .filter, weighting: .equal)
///     try vote.decide(candidates).answer   // "12" for the answers 12, 12, 15, 15, 15 of which the first two are consistent
///
/// ## How it decides
/// 1. A weight wᵢ for each candidate: 1, its score, or e^(sᵢ/τ).
/// 2. `filter` keeps the consistent candidates, and all where none is. `soft` multiplies wᵢ by λ where text and program
///    disagree, by 0.5 where that is not known. `off` does neither.
/// 3. Equal answers, in whatever form they are written, are one class; the class with the most weight wins:
///    argmax_a Σ_{i: aᵢ ≡ a} wᵢ. Its candidate with the most weight is chosen. Candidates without an answer have no vote.
/// 4. Ties go to the lowest id: whole numbers by value and before other texts, all others byte by byte.
///
/// A score that is no number (or missing, where scores weigh) counts −∞: a weight of 0, with a warning.
///
/// - Source: Liang et al., arXiv:2410.05318; the soft mode, classes by equivalence and ``canBeOvertaken(_:remaining:most:)`` are
///   Assay's.
public struct CollaborativeVote: Sendable, Hashable {
    /// What consistency does.
    public enum Mode: Sendable, Hashable {
        /// Nothing: a plain vote.
        case off
        /// Candidates that are not consistent have no vote, unless none is.
        case filter
        /// They count less: λ of their weight, and another part of it where consistency is unknown.
        case soft(disagreeing: Double, unknown: Double)

        /// λ = 0.25, and 0.5 where consistency is unknown.
        public static let soft = Mode.soft(disagreeing: 0.25, unknown: 0.5)
    }

    /// What a candidate weighs.
    public enum Weighting: Sendable, Hashable {
        /// 1.
        case equal
        /// Its score, 0…1.
        case score
        /// e^(s/τ), for scores of any size: mean log-probabilities.
        case exponential(temperature: Double)
    }

    /// A solution.
    public struct Candidate: Sendable, Hashable {
        /// Its id, unlike any other's.
        public var id: String
        /// Its answer; nil where it has none.
        public var answer: String?
        /// Whether its program agrees.
        public var agreement: Agreement
        /// What a verifier gave it.
        public var score: Double?

        /// Creates a candidate.
        public init(_ id: String, answer: String?, _ agreement: Agreement = .unknown, score: Double? = nil) {
            self.id = id
            self.answer = answer
            self.agreement = agreement
            self.score = score
        }
    }

    /// Equal answers and those who gave them.
    public struct AnswerClass: Sendable, Hashable {
        /// The answer as the candidate with the lowest id has it.
        public var answer: String
        /// Indices of the candidates, by id.
        public var members: [Int]
        /// What they weigh together.
        public var weight: Double
    }

    /// What was chosen.
    public struct Choice: Sendable, Hashable {
        /// The index of the chosen candidate; nil where none has an answer.
        public var candidate: Int?
        /// The answer.
        public var answer: String?
        /// The classes, the winner first.
        public var classes: [AnswerClass]
        /// The weight of each candidate.
        public var weights: [Double]
        /// How many candidates had a vote.
        public var survivors: Int
        /// Whether the filter found nobody consistent and kept all.
        public var fellBack: Bool
        /// What is strange about the input.
        public var warnings: [String]
    }

    /// What consistency does.
    public var mode: Mode
    /// What a candidate weighs.
    public var weighting: Weighting

    /// Creates a vote.
    public init(mode: Mode = .filter, weighting: Weighting = .equal) {
        self.mode = mode
        self.weighting = weighting
    }

    /// Decides, with answers compared as the verifier `answer` does.
    ///
    /// - Throws: `CheckError` for an id that stands twice, or a score that is not of 0…1 where it is the weight.
    public func decide(_ candidates: [Candidate], options: AnswerOptions = AnswerOptions()) throws(CheckError) -> Choice
    {
        try decide(candidates) { AnswerEquality.areEqual($0, $1, options) }
    }

    /// Decides, with answers compared by a function.
    public func decide(_ candidates: [Candidate], equal: (String, String) -> Bool) throws(CheckError) -> Choice {
        var seen: Set<String> = []
        for candidate in candidates where !seen.insert(candidate.id).inserted {
            throw CheckError(.duplicate, field: "id", "two candidates have the id \"\(candidate.id)\"")
        }
        var warnings: [String] = []
        var weights = try scoreWeights(candidates, &warnings)
        let voters = candidates.indices.filter { candidates[$0].answer?.isEmpty == false }
        let consistent = voters.filter { candidates[$0].agreement == .agrees }
        let fellBack = mode == .filter && consistent.isEmpty
        for index in candidates.indices { weights[index] *= factor(candidates[index].agreement, fellBack) }
        let ordered = voters.filter { weights[$0] > 0 || mode != .filter || fellBack || consistent.contains($0) }
            .sorted { CollaborativeVote.precedes(candidates[$0].id, candidates[$1].id) }
        var classes: [AnswerClass] = []
        for index in ordered {
            let answer = candidates[index].answer ?? ""
            let place =
                classes.firstIndex { $0.answer == answer } ?? classes.firstIndex { equal($0.answer, answer) }
            if let place {
                classes[place].members.append(index)
                classes[place].weight += weights[index]
            } else {
                classes.append(AnswerClass(answer: answer, members: [index], weight: weights[index]))
            }
        }
        // The sort is stable in what it says: classes stand by their lowest id.
        classes = classes.enumerated().sorted {
            $0.element.weight != $1.element.weight
                ? $0.element.weight > $1.element.weight : $0.offset < $1.offset
        }.map(\.element)
        let chosen = classes.first?.members.reduce(nil as Int?) { best, index in
            guard let best, weights[best] >= weights[index] else { return index }
            return best
        }
        return Choice(
            candidate: chosen, answer: chosen.flatMap { candidates[$0].answer }, classes: classes, weights: weights,
            survivors: ordered.count, fellBack: fellBack && !voters.isEmpty, warnings: warnings)
    }

    /// Whether another class may still win after more candidates: if not, no more need to be sampled.
    ///
    /// - Parameters:
    ///   - choice: what is known so far.
    ///   - remaining: how many are to come.
    ///   - most: the most that one of them can weigh.
    /// - Returns: whether they can change the answer.
    public static func canBeOvertaken(_ choice: Choice, remaining: Int, most: Double = 1) -> Bool {
        guard let first = choice.classes.first else { return remaining > 0 }
        let second = choice.classes.dropFirst().first?.weight ?? 0
        return remaining > 0 && second + Double(remaining) * most >= first.weight
    }

    // MARK: - Weights

    private func scoreWeights(
        _ candidates: [Candidate], _ warnings: inout [String]
    ) throws(CheckError) -> [Double] {
        if weighting == .equal { return candidates.map { _ in 1 } }
        var scores: [Double] = []
        for candidate in candidates {
            if let score = candidate.score, score.isFinite || score == -.infinity {
                if weighting == .score, !(0...1).contains(score), score != -.infinity {
                    throw CheckError(
                        .record, field: "score",
                        "the score of \"\(candidate.id)\" is \(score); a number from 0 to 1 is expected where scores are "
                            + "weights")
                }
                scores.append(score)
            } else {
                let found = candidate.score.map { $0.isNaN ? "not a number" : "infinite" } ?? "missing"
                warnings.append("the score of \"\(candidate.id)\" is \(found): it counts as -infinity")
                scores.append(-.infinity)
            }
        }
        guard case .exponential(let temperature) = weighting else { return scores.map { max(0, $0) } }
        guard temperature.isFinite, temperature > 0 else {
            throw .argument("temperature", found: "\(temperature)", expected: "a number above 0")
        }
        // A common factor changes no vote, and keeps the powers from overflowing.
        guard let most = scores.max(), most > -.infinity else { return scores.map { _ in 0 } }
        return scores.map { $0 == -.infinity ? 0 : Exponential.of(($0 - most) / temperature) }
    }

    private func factor(_ agreement: Agreement, _ fellBack: Bool) -> Double {
        switch mode {
        case .off: 1
        case .filter: fellBack || agreement == .agrees ? 1 : 0
        case .soft(let disagreeing, let unknown):
            switch agreement {
            case .agrees: 1
            case .disagrees: disagreeing
            case .unknown: unknown
            }
        }
    }

    /// Whether an id stands before another.
    static func precedes(_ first: String, _ second: String) -> Bool {
        switch (Int(first), Int(second)) {
        case (let a?, let b?) where a != b: return a < b
        case (_?, nil): return true
        case (nil, _?): return false
        default: return first.utf8.lexicographicallyPrecedes(second.utf8)
        }
    }
}
