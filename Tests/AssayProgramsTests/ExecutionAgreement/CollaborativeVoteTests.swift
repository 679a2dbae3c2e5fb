// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayPrograms
import Foundation
import Testing

@Suite struct CollaborativeVoteTests {
    private typealias Candidate = CollaborativeVote.Candidate

    private func candidates(
        _ answers: [String], _ agreements: [Agreement] = [], scores: [Double] = []
    ) -> [CollaborativeVote.Candidate] {
        answers.indices.map { index in
            Candidate(
                "\(index)", answer: answers[index], index < agreements.count ? agreements[index] : .unknown,
                score: index < scores.count ? scores[index] : nil)
        }
    }

    private let five = ["12", "12", "15", "15", "15"]
    private let twoAgree: [Agreement] = [.agrees, .agrees, .disagrees, .disagrees, .disagrees]

    @Test func filterMajorityAndSoft() throws {
        let all = candidates(five, twoAgree)
        let filtered = try CollaborativeVote(mode: .filter).decide(all)
        #expect(filtered.answer == "12" && filtered.survivors == 2 && !filtered.fellBack)
        #expect(try CollaborativeVote(mode: .off).decide(all).answer == "15")
        let soft = try CollaborativeVote(mode: .soft).decide(all)
        #expect(soft.answer == "12")
        #expect(soft.classes.map(\.weight) == [2, 0.75])
    }

    @Test func unknownCountsHalf() throws {
        let soft = try CollaborativeVote(mode: .soft).decide(
            candidates(["1", "2", "3"], [.agrees, .disagrees, .unknown]))
        #expect(soft.weights == [1, 0.25, 0.5])
    }

    @Test func allInconsistentAsUnfiltered() throws {
        let all = candidates(five, Array(repeating: .disagrees, count: 5))
        let choice = try CollaborativeVote(mode: .filter).decide(all)
        #expect(choice.answer == "15" && choice.fellBack && choice.survivors == 5)
        #expect(try CollaborativeVote(mode: .off).decide(all).classes == choice.classes)
    }

    @Test func equalAnswersVoteTogether() throws {
        let choice = try CollaborativeVote(mode: .off).decide(candidates(["1/2", "3", "0.5", "3", "\\frac12"]))
        #expect(choice.answer == "1/2" && choice.classes.first?.members == [0, 2, 4])
    }

    @Test func scoresWeigh() throws {
        let all = candidates(["7", "8", "8", "8"], scores: [0.9, 0.2, 0.2, 0.2])
        #expect(try CollaborativeVote(mode: .off, weighting: .score).decide(all).answer == "7")
        #expect(try CollaborativeVote(mode: .off, weighting: .equal).decide(all).answer == "8")
        // e^(s/τ): a high temperature makes all alike.
        #expect(try CollaborativeVote(mode: .off, weighting: .exponential(temperature: 0.1)).decide(all).answer == "7")
        #expect(try CollaborativeVote(mode: .off, weighting: .exponential(temperature: 10)).decide(all).answer == "8")
        let logs = candidates(["7", "8"], scores: [-2000, -2001])
        let choice = try CollaborativeVote(mode: .off, weighting: .exponential(temperature: 1)).decide(logs)
        #expect(choice.answer == "7" && abs((choice.weights[1]) - 0.36787944117) < 1e-9)
    }

    @Test func tiesGoToTheLowestID() throws {
        let all = [Candidate("10", answer: "a"), Candidate("9", answer: "b"), Candidate("x", answer: "c")]
        for order in [all, all.reversed()] {
            let choice = try CollaborativeVote(mode: .off).decide(order) { $0 == $1 }
            #expect(choice.answer == "b")
        }
        // Within a class the most weight, then the lowest id.
        let scored = candidates(["a", "a", "a"], scores: [0.1, 0.5, 0.5])
        #expect(try CollaborativeVote(mode: .off, weighting: .score).decide(scored).candidate == 1)
    }

    @Test func scoresThatAreNone() throws {
        let all = candidates(["7", "8"], scores: [.nan, 0.1])
        let choice = try CollaborativeVote(mode: .off, weighting: .score).decide(all)
        #expect(choice.answer == "8" && choice.warnings.count == 1)
        #expect(choice.warnings.first?.contains("not a number") == true)
        #expect(try CollaborativeVote(mode: .off, weighting: .exponential(temperature: 1)).decide(all).answer == "8")
        let missing = try CollaborativeVote(mode: .off, weighting: .score).decide(
            candidates(["7", "8"], scores: [0.5]))
        #expect(missing.answer == "7" && missing.warnings.count == 1)
        let nothing = try CollaborativeVote(mode: .off, weighting: .score).decide(candidates(["7", "8"]))
        #expect(nothing.answer == "7" && nothing.warnings.count == 2)
        #expect(throws: CheckError.self) {
            try CollaborativeVote(weighting: .score).decide(candidates(["7"], scores: [1.5]))
        }
        #expect(throws: CheckError.self) {
            try CollaborativeVote(weighting: .exponential(temperature: 0)).decide(candidates(["7"], scores: [1.5]))
        }
    }

    @Test func badAndEmptyInput() throws {
        #expect(throws: CheckError.self) {
            try CollaborativeVote().decide([Candidate("a", answer: "1"), Candidate("a", answer: "2")])
        }
        let none = try CollaborativeVote().decide([])
        #expect(none.candidate == nil && none.classes.isEmpty && !none.fellBack)
        let silent = try CollaborativeVote().decide([Candidate("a", answer: nil, .agrees), Candidate("b", answer: "2")])
        #expect(silent.answer == "2" && silent.fellBack)
    }

    @Test func earlyStop() throws {
        let choice = try CollaborativeVote(mode: .off).decide(candidates(["1", "1", "1", "2"]))
        #expect(CollaborativeVote.canBeOvertaken(choice, remaining: 2))
        #expect(!CollaborativeVote.canBeOvertaken(choice, remaining: 1))
        #expect(!CollaborativeVote.canBeOvertaken(choice, remaining: 0))
    }

    /// Of 16 solutions a question, with answers of which the right one is "0": an informative filter helps, and one that is
    /// a coin does no good.
    @Test func simulation() throws {
        func accuracies(sensitivity: Double, specificity: Double) throws -> [Double] {
            var random = SeededRandom(seed: 43)
            func uniform() -> Double { Double(random.next() >> 11) * 0x1p-53 }
            func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + uniform() } }
            let questions = 5000
            var right = [0.0, 0, 0, 0]
            for _ in 0..<questions {
                // Johnk's method for Beta(1.5, 1.8).
                var share = 0.5
                for _ in 0..<1000 {
                    let x = pow(uniform(), 1 / 1.5)
                    let y = pow(uniform(), 1 / 1.8)
                    if x + y <= 1, x + y > 0 {
                        share = x / (x + y)
                        break
                    }
                }
                let all = (0..<16).map { index -> CollaborativeVote.Candidate in
                    let isRight = uniform() < share
                    let wrong = uniform()
                    let answer = isRight ? "0" : wrong < 0.4 ? "1" : wrong < 0.7 ? "2" : wrong < 0.9 ? "3" : "4"
                    let agrees = uniform() < (isRight ? sensitivity : 1 - specificity)
                    let score = normal() + (isRight ? 1 : 0)
                    return Candidate("\(index)", answer: answer, agrees ? .agrees : .disagrees, score: score)
                }
                let weighted = CollaborativeVote.Weighting.exponential(temperature: 1)
                let choices = [
                    all.first?.answer, try CollaborativeVote(mode: .off).decide(all) { $0 == $1 }.answer,
                    try CollaborativeVote(mode: .off, weighting: weighted).decide(all) { $0 == $1 }.answer,
                    try CollaborativeVote(mode: .filter, weighting: weighted).decide(all) { $0 == $1 }.answer,
                ]
                for (place, answer) in choices.enumerated() where answer == "0" { right[place] += 1 }
            }
            return right.map { $0 / Double(questions) }
        }
        let helped = try accuracies(sensitivity: 0.85, specificity: 0.7)
        for (worse, better) in zip(helped, helped.dropFirst()) { #expect(better - worse >= 0.01, "\(helped)") }
        // A coin that takes votes away costs what they were worth: it has to take few.
        let coin = try accuracies(sensitivity: 0.95, specificity: 0.05)
        #expect(abs(coin[3] - coin[2]) <= 0.007, "\(coin)")
    }
}
