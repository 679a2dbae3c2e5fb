// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// Decides whether two expressions have the same value for all values of their variables, by evaluating them at random
/// points: in finite fields where both are rational functions, in balls otherwise.
///
/// ## How it decides
/// 1. Rational functions over ℚ(i): their values modulo two random primes at random points. A difference is certain;
///    agreement is wrong with a probability below 2⁻⁸⁰ (Schwartz 1980, Zippel 1979).
/// 2. Anything else: rigorous complex balls at random real points, 128 bits and more. Disjoint balls are a certain
///    difference. Agreement to 100 bits at all points (200 bits for constants) is taken for equality.
/// 3. Only points where the first expression is real count, if there are any: `√(x²)` is no `x`, but `x^{1/3}` may be
///    `∛x`.
/// 4. Where neither can be told within the work budget: undecided.
struct IdentityTest {
    // MARK: Limits
    /// Points at which both sides must agree.
    static let points = 6
    /// Points tried, to find those.
    static let attempts = 24
    /// Bits of agreement required of a constant and of a function.
    static let constantBits = 200
    static let functionBits = 100
    /// Precisions tried in turn.
    static let precisions = [128, 256, 512, 1_024]

    let salt: String
    let budget: WorkBudget

    /// What was found.
    struct Outcome {
        var decision: Comparison.Decision
        var method: String
        var reason: String
        var facts: [(name: String, value: String)] = []
    }

    /// Compares two scalar expressions.
    func compare(_ gold: Expression, _ answer: Expression) -> Outcome {
        var opaque = OpaqueParts()
        let gold = opaque.replaced(gold)
        let answer = opaque.replaced(answer)
        let (goldProfile, answerProfile) = (ExpressionProfile(gold), ExpressionProfile(answer))
        if goldProfile.hasStructure || answerProfile.hasStructure {
            return Outcome(decision: .undecided, method: "structure", reason: "one side is not a single value")
        }
        let names = goldProfile.symbols.union(answerProfile.symbols)
        let random = SeededRandom(
            seed: SeededRandom.hash(salt.utf8), stream: CanonicalForm.fingerprint(of: gold, and: answer))
        var outcome = inField(gold, answer, names, random) ?? inBalls(gold, answer, goldProfile, answerProfile, random)
        if outcome.decision == .different, let kind = opaque.unmatched(gold, answer) {
            outcome.decision = .undecided
            outcome.reason = "the \(kind) on one side is not evaluated"
        }
        return outcome
    }

    // MARK: Balls

    private func inBalls(
        _ gold: Expression, _ answer: Expression, _ goldProfile: ExpressionProfile, _ answerProfile: ExpressionProfile,
        _ random: SeededRandom
    ) -> Outcome {
        let points = SamplePoints(
            names: goldProfile.symbols.union(answerProfile.symbols),
            wholeNames: goldProfile.wholeSymbols.union(answerProfile.wholeSymbols), random: random)
        // `\log` without a base is natural or to base 10.
        let bases: [Int?] = goldProfile.hasPlainLogarithm || answerProfile.hasPlainLogarithm ? [nil, 10] : [nil]
        var first: Outcome?
        for base in bases {
            var test = BallTest(
                gold: gold, answer: answer, points: points, logarithmBase: base,
                hasRealOddRoots: goldProfile.hasOddRoot || answerProfile.hasOddRoot, budget: budget)
            var outcome = test.decide()
            if outcome.decision == .equal {
                if let base { outcome.facts.append(("log", "read to base \(base)")) }
                return outcome
            }
            if first == nil { first = outcome }
        }
        return first ?? Outcome(decision: .undecided, method: "interval", reason: "no point could be tested")
    }

    // MARK: Finite fields

    private static let firstField = PrimeField(seed: 0)

    /// Compares in two fields; nil where that cannot be done.
    private func inField(
        _ gold: Expression, _ answer: Expression, _ names: Set<String>, _ random: SeededRandom
    ) -> Outcome? {
        var random = random
        var agreements = 0
        for attempt in 0..<7 {
            // A prime that is always the same refutes as well as any, and needs no search; agreement there proves nothing.
            let field = attempt == 0 ? IdentityTest.firstField : PrimeField(seed: random.next())
            do throws(EvaluationFailure) {
                try budget.spend(4_000)
                var values: [String: UInt64] = [:]
                for name in names.sorted() { values[name] = random.next() % (field.prime - 2) + 1 }
                let evaluator = FieldEvaluator(field: field, values: values, budget: budget)
                let (x, y) = (try evaluator.value(of: gold), try evaluator.value(of: answer))
                if x != y {
                    return Outcome(
                        decision: .different, method: "finite-field",
                        reason: "the values differ modulo a prime, so they differ",
                        facts: [("prime", String(field.prime))])
                }
                if attempt == 0 { continue }
                agreements += 1
                if agreements == 2, evaluator.notes.hasTower {
                    return Outcome(
                        decision: .undecided, method: "finite-field",
                        reason: "numbers too large to be held agree modulo two primes, which proves nothing")
                }
                if agreements == 2 {
                    return Outcome(
                        decision: .equal, method: "finite-field",
                        reason: names.isEmpty
                            ? "the same values modulo two random primes"
                            : "the same values at random points modulo two random primes",
                        facts: [("error bound", "2^-80")])
                }
            } catch {
                if error == .undefined { continue }
                return nil
            }
        }
        return nil
    }
}
