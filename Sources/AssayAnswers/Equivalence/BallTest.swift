// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Compares two expressions at sample points by rigorous complex balls: see ``IdentityTest``.
struct BallTest {
    let gold: Expression
    let answer: Expression
    var points: SamplePoints
    let logarithmBase: Int?
    let hasRealOddRoots: Bool
    let budget: WorkBudget

    /// What one point tells.
    private enum Finding {
        /// The balls are disjoint: certain.
        case differ
        /// They agree to so many bits.
        case agree(bits: Int)
        /// Only the gold, or only the answer, has a value.
        case goldOnly, answerOnly
        /// Neither has.
        case neither
        /// Cannot be told at this precision.
        case imprecise
    }

    private typealias Outcome = IdentityTest.Outcome

    mutating func decide() -> IdentityTest.Outcome {
        do throws(EvaluationFailure) {
            return points.names.isEmpty ? try decideConstant() : try decideFunction()
        } catch {
            switch error {
            case .exhausted: return undecided("the work budget is spent")
            case .unsupported: return undecided("a part of it cannot be evaluated")
            case .imprecise: return undecided("the values agree as far as can be told")
            case .undefined: return undecided("the gold has no value")
            }
        }
    }

    private func undecided(_ reason: String) -> IdentityTest.Outcome {
        Outcome(decision: .undecided, method: "interval", reason: reason)
    }

    private func different(_ reason: String, _ point: [String: Rational] = [:]) -> IdentityTest.Outcome {
        var facts: [(name: String, value: String)] = []
        if !point.isEmpty { facts.append(("point", BallTest.described(point))) }
        return Outcome(decision: .different, method: "interval", reason: reason, facts: facts)
    }

    // MARK: Constants

    private func decideConstant() throws(EvaluationFailure) -> IdentityTest.Outcome {
        // Quick refutation in hardware arithmetic.
        if case .differ = try finding(DoubleBall.self, 53, [:], realOnly: false).finding {
            return different("the values differ")
        }
        for precision in IdentityTest.precisions.dropFirst() {
            switch try finding(BigBall.self, precision, [:], realOnly: false).finding {
            case .differ: return different("the values differ")
            case .agree(let bits) where bits >= IdentityTest.constantBits:
                return Outcome(
                    decision: .equal, method: "interval", reason: "the values agree to \(bits) bits",
                    facts: [("error bound", "2^-\(bits)")])
            case .goldOnly: return different("the answer has no value")
            case .answerOnly, .neither: return undecided("the gold has no value")
            case .agree, .imprecise: continue
            }
        }
        return undecided("the values agree as far as can be told")
    }

    // MARK: Functions

    private mutating func decideFunction() throws(EvaluationFailure) -> IdentityTest.Outcome {
        // Where is the gold real, and does a quick look refute?
        var real: [[String: Rational]] = []
        var complex: [[String: Rational]] = []
        var (missing, defined) = (0, 0)
        for _ in 0..<12 {
            let point = points.next()
            let (finding, isReal) = try finding(DoubleBall.self, 53, point, realOnly: true)
            switch finding {
            case .differ where isReal: return different("the values differ at a point", point)
            case .goldOnly where isReal:
                missing += 1
                defined += 1
            case .neither, .answerOnly: break
            default:
                if isReal {
                    defined += 1
                    real.append(point)
                } else {
                    complex.append(point)
                }
            }
        }
        if defined >= 4, 2 * missing >= defined {
            return different("the answer is not defined where the gold is")
        }
        let isReal = real.count >= 3
        let (further, large) = isReal ? try furtherPoints() : ([], [])
        var regions: [[String: Rational]] = []
        for point in further {
            let (finding, isReal) = try finding(DoubleBall.self, 53, point, realOnly: true)
            guard isReal else { continue }
            if case .differ = finding { return different("the values differ at a point", point) }
            regions.append(point)
        }
        var candidates = isReal ? real : real + complex
        if candidates.isEmpty { for _ in 12..<IdentityTest.attempts { candidates.append(points.next()) } }
        var outcome = try confirm(candidates, isReal: isReal)
        guard outcome.decision == .equal else { return outcome }
        if let point = large.first(where: differs) { return different("the values differ at a point", point) }
        for point in regions {
            switch try close(point, isReal: true) {
            case (.differ, true): return different("the values differ at a point", point)
            case (.imprecise, _): return undecided("the values agree as far as can be told")
            default: break
            }
        }
        if !regions.isEmpty { outcome.facts.append(("points in regions", String(regions.count))) }
        return outcome
    }

    /// Points in all regions that branches make, and large whole numbers.
    private mutating func furtherPoints() throws(EvaluationFailure) -> (
        regions: [[String: Rational]], large: [[String: Rational]]
    ) {
        var regions: [[String: Rational]] = []
        let places = RegionPoints(
            [gold, answer], names: points.names, wholeNames: points.wholeNames, budget: budget)
        if let places { regions = try points.inRegions(places) }
        return (regions, points.wholeNames.isEmpty ? [] : [points.large(up: 30), points.large(up: 120)])
    }

    /// Whether the values certainly differ at a point; what cannot be evaluated there tells nothing.
    private func differs(_ point: [String: Rational]) -> Bool {
        let finding = try? finding(BigBall.self, IdentityTest.precisions[0], point, realOnly: true)
        if case .some((.differ, true)) = finding { return true }
        return false
    }

    /// What one point tells at the least precision that suffices.
    private func close(
        _ point: [String: Rational], isReal: Bool
    ) throws(EvaluationFailure) -> (finding: Finding, isReal: Bool) {
        for precision in IdentityTest.precisions {
            let found = try finding(BigBall.self, precision, point, realOnly: isReal)
            switch found.finding {
            case .agree(let bits) where bits < IdentityTest.functionBits: continue
            case .imprecise: continue
            default: return found
            }
        }
        return (.imprecise, true)
    }

    /// Looks closely at points that a quick look did not refute.
    private func confirm(
        _ candidates: [[String: Rational]], isReal: Bool
    ) throws(EvaluationFailure) -> IdentityTest.Outcome {
        var agreed = 0
        var least = Int.max
        for point in candidates {
            switch try close(point, isReal: isReal).finding {
            case .differ: return different("the values differ at a point", point)
            case .agree(let bits):
                agreed += 1
                least = min(least, bits)
            case .goldOnly, .answerOnly, .neither, .imprecise: break
            }
            if agreed >= IdentityTest.points { break }
        }
        let needed = min(IdentityTest.points, 3)
        guard agreed >= needed else { return undecided("too few points at which both have a value") }
        return Outcome(
            decision: .equal, method: "interval",
            reason: "the values agree to \(least) bits at \(agreed) random points",
            facts: [("points", String(agreed)), ("error bound", "2^-\(least)")])
    }

    // MARK: One point

    /// Evaluates both sides at a point.
    private func finding<Ball: ComplexBall>(
        _: Ball.Type, _ precision: Int, _ point: [String: Rational], realOnly: Bool
    ) throws(EvaluationFailure) -> (finding: Finding, isReal: Bool) {
        var evaluator = BallEvaluator<Ball>(
            precision: precision, values: point.mapValues { .exact($0) }, budget: budget)
        evaluator.logarithmBase = logarithmBase
        evaluator.hasRealOddRoots = hasRealOddRoots
        let (x, y) = (try evaluate(gold, evaluator), try evaluate(answer, evaluator))
        switch (x, y) {
        case (.value(let x), .value(let y)):
            if case .exact(let a) = x, case .exact(let b) = y {
                return (a == b ? .agree(bits: 1_000) : .differ, true)
            }
            let (a, b) = (x.ball(precision), y.ball(precision))
            let isReal = a.isExactlyReal || a.imaginaryPart.containsZero
            if a.isDisjoint(from: b) { return (.differ, isReal) }
            if a.containsZero, b.containsZero {
                // Nothing tells how large they are, so what counts is how small they have to be.
                let bound = (a - b).doubleUpperBound
                return (bound < 1 ? .agree(bits: bound == 0 ? 1_000 : -Int(bound.exponent) - 1) : .imprecise, isReal)
            }
            return (a.relativeErrorBits(to: b).map { .agree(bits: $0) } ?? .imprecise, isReal)
        case (.imprecise, _), (_, .imprecise): return (.imprecise, true)
        case (.value(let x), .none):
            let ball = x.ball(precision)
            return (.goldOnly, ball.isExactlyReal || ball.imaginaryPart.containsZero)
        case (.none, .value): return (.answerOnly, false)
        case (.none, .none): return (.neither, false)
        }
    }

    private enum Evaluated<Ball: ComplexBall> {
        case value(BallValue<Ball>)
        case none, imprecise
    }

    private func evaluate<Ball>(
        _ expression: Expression, _ evaluator: BallEvaluator<Ball>
    ) throws(EvaluationFailure) -> Evaluated<Ball> {
        do {
            return .value(try evaluator.value(of: expression))
        } catch {
            switch error {
            case .undefined: return .none
            case .imprecise: return .imprecise
            case .unsupported, .exhausted: throw error
            }
        }
    }

    /// A point as evidence: `x = 0.75, y = -1.5`.
    static func described(_ point: [String: Rational]) -> String {
        point.sorted { $0.key < $1.key }
            .map { "\($0.key) = \($0.value.decimalDescription(significantDigits: 6))" }
            .joined(separator: ", ")
    }
}
