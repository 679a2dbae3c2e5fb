// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayPrograms
import Testing

@Suite struct StepScoreTests {
    /// Solutions at random: right ones have steps that are proved (.75) or refuted (.02); wrong ones are like them but for one
    /// step, proved (.45) or refuted (.25).
    private struct Solutions {
        var random: SeededRandom

        mutating func step(_ proved: Double, _ refuted: Double) -> StepState {
            let value = Double(random.next() >> 11) * 0x1p-53
            return value < proved ? .proved : value < proved + refuted ? .refuted : .unknown
        }

        mutating func next(isRight: Bool) -> [StepState] {
            let bad = isRight ? -1 : Int(random.next() % 6)
            return (0..<6).map { $0 == bad ? step(0.45, 0.25) : step(0.75, 0.02) }
        }
    }

    @Test func refutedStepsCapTheScore() {
        let score = StepScore()
        #expect(score.score([.proved, .proved, .refuted]) <= 0.05)
        #expect(score.score([.proved, .proved]) > score.score([.proved, .unknown]))
        #expect(score.score([.unknown]) > score.score([.refuted]))
        #expect(score.score([]) == 0.5)
    }

    /// Weights fitted to labelled solutions order pairs better than the chance, and better than or as well as the defaults.
    @Test func fittedWeights() throws {
        var solutions = Solutions(random: SeededRandom(seed: 7))
        let training = (0..<4_000).map { index in
            (states: solutions.next(isRight: index % 2 == 0), isCorrect: index % 2 == 0)
        }
        let fitted = try #require(StepScore(fitting: training))
        func pairs(_ score: StepScore) -> Double {
            var solutions = Solutions(random: SeededRandom(seed: 8))
            var sum = 0.0
            for _ in 0..<4_000 {
                let (right, wrong) = (solutions.next(isRight: true), solutions.next(isRight: false))
                let (a, b) = (score.score(right), score.score(wrong))
                sum += a > b ? 1 : a == b ? 0.5 : 0
            }
            return sum / 4_000
        }
        let (own, byHand) = (pairs(fitted), pairs(StepScore()))
        print("Pairs in the right order: \(own) with fitted weights, \(byHand) with the defaults")
        #expect(own > 0.6)
        #expect(byHand > 0.6)
        #expect((fitted.weights[.refuted] ?? 0) < (fitted.weights[.proved] ?? 0))
    }

    @Test func weightsInAFile() throws {
        let score = try StepScore(weights: ["bias": 0.5, "proved": 1, "refuted": -3])
        #expect(score.bias == 0.5)
        #expect(score.weights[.proved] == 1)
        #expect(score.weights[.unknown] == 0)
        #expect(throws: CheckError.self) { try StepScore(weights: ["nonsense": 1]) }
        #expect(throws: CheckError.self) { try StepScore(weights: ["proved": "much"]) }
    }
}
