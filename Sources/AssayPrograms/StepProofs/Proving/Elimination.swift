// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

/// A goal whose equations are solved and put in, as far as that goes.
struct Elimination {
    // MARK: Limits
    /// Most variables that are eliminated.
    static let steps = 40
    /// Most points that are tried.
    static let points = 400

    private let goal: ProofGoal
    private let meter: WorkMeter
    /// What is left of the goal.
    private(set) var reduced: ProofGoal
    /// What variables were replaced by, oldest first; later ones are put into earlier ones when values are computed.
    private var replaced: [(name: String, value: Term)] = []
    /// What was found on the way, if that decides it.
    private(set) var decision: ProofResult?

    init(_ goal: ProofGoal, meter: WorkMeter) {
        self.goal = goal
        self.meter = meter
        reduced = goal
    }

    // MARK: - Solving

    mutating func run() {
        eliminate()
        guard decision == nil else { return }
        dropKnown()
        guard decision == nil else { return }
        decide()
    }

    private mutating func eliminate() {
        var count = 0
        var index = 0
        while index < reduced.assumptions.count, count < Elimination.steps {
            guard !meter.isSpent else { return }
            guard case .compare(let a, .equal, let b) = reduced.assumptions[index],
                let fraction = PolynomialFraction(.add([a, .negate(b)]), meter: meter),
                !fraction.upper.isZero, let solution = fraction.upper.solved(for: { reduced.sorts[$0] != .integer }),
                isKept(solution)
            else {
                index += 1
                continue
            }
            let values = [solution.name: solution.value.term]
            replaced.append((solution.name, solution.value.term))
            reduced.assumptions = reduced.assumptions.map { $0.substituting(values) }
            reduced.claim = reduced.claim.substituting(values)
            count += 1
            index = 0
        }
    }

    /// Whether a whole number stays one when it is replaced.
    private func isKept(_ solution: (name: String, value: Polynomial)) -> Bool {
        guard reduced.sorts[solution.name] == .integer else { return true }
        if solution.value.constant != nil { return true }
        return Residues.isWhole(solution.value.term, reduced.sorts)
    }

    /// Leaves out assumptions that hold without variables; one that does not ends it.
    private mutating func dropKnown() {
        for (name, value) in replaced where reduced.sorts[name] == .integer {
            if case .number(let value) = value, !value.isInteger {
                decision = vacuous("\(name) would be \(ValueText.text(value)), which is no whole number")
                return
            }
        }
        var kept: [Formula] = []
        let evaluator = ExactValue(meter: meter)
        for assumption in reduced.assumptions {
            if assumption.variables.isEmpty {
                switch evaluator.truth(of: assumption) {
                case .holds(nil): continue
                case .fails, .undefined:
                    decision = vacuous("\(assumption.text) does not hold")
                    return
                default: break
                }
            } else if case .compare(let a, .equal, let b) = assumption,
                Polynomial(.add([a, .negate(b)]), meter: meter)?.isZero == true
            {
                continue
            }
            kept.append(assumption)
        }
        reduced.assumptions = kept
    }

    private func vacuous(_ reason: String) -> ProofResult {
        ProofResult(.vacuous, by: "native", "the assumptions contradict each other: \(reason)")
    }

    // MARK: - Deciding

    private mutating func decide() {
        let evaluator = ExactValue(meter: meter)
        if reduced.claim.variables.isEmpty {
            switch evaluator.truth(of: reduced.claim) {
            case .holds(nil):
                if isSatisfiable { decision = ProofResult(.proved, by: "native", reasonOfProof) }
            case .fails: decision = refutation(witness ?? [:])
            case .undefined(let what): decision = ProofResult(.unknown, by: "native", "\(what) has no value")
            default: break
            }
            if decision != nil { return }
        }
        if let cases = quadraticCases() {
            decide(cases)
            if decision != nil { return }
        }
        guard case .compare(let a, let relation, let b) = reduced.claim,
            let fraction = PolynomialFraction(.add([a, .negate(b)]), meter: meter), fraction.upper.isZero
        else { return }
        guard [.equal, .lessOrEqual, .greaterOrEqual].contains(relation) else { return }
        for condition in reduced.claim.conditions {
            if condition.variables.isEmpty, evaluator.truth(of: condition) == .holds(bits: nil) { continue }
            if reduced.assumptions.contains(where: { $0.identity == condition.identity }) { continue }
            guard let name = violation(of: condition) else { return }
            decision = ProofResult(
                .unknown, by: "native",
                "it holds only where \(condition.text), which is not said (\(name))")
            return
        }
        if isSatisfiable { decision = ProofResult(.proved, by: "native", reasonOfProof) }
    }

    private var reasonOfProof: String {
        replaced.isEmpty ? "both sides expand to the same polynomial" : "the equations are solved and put in"
    }

    /// A point at which the assumptions hold and a side condition does not, as text.
    private func violation(of condition: Formula) -> String? {
        let goal = ProofGoal(condition, assuming: reduced.assumptions, sorts: reduced.sorts)
        return Elimination.points(goal).first { goal.isRefuted(by: ExactValue($0, meter: meter)) }
            .map { Elimination.described($0) }
    }

    /// Whether some values meet the assumptions that are left.
    private var isSatisfiable: Bool { witness != nil }

    private var witness: [String: Surd]? {
        if reduced.assumptions.isEmpty { return [:] }
        return Elimination.points(reduced).first { values in
            !meter.isSpent && reduced.isSatisfied(by: ExactValue(values, meter: meter))
        }
    }

    // MARK: - Quadratic equations

    /// All values of the one variable that is left, from a quadratic equation in it.
    private func quadraticCases() -> (name: String, values: [Surd])? {
        let names = reduced.variables
        guard names.count == 1, let name = names.first else { return nil }
        for assumption in reduced.assumptions {
            guard case .compare(let a, .equal, let b) = assumption,
                let fraction = PolynomialFraction(.add([a, .negate(b)]), meter: meter), !fraction.upper.isZero,
                let roots = Elimination.roots(fraction.upper, of: name)
            else { continue }
            return (name, roots)
        }
        return nil
    }

    /// The real solutions of a polynomial of degree 2 at most in one variable; nil where it is none.
    static func roots(_ polynomial: Polynomial, of name: String) -> [Surd]? {
        var (a, b, c) = (Rational(0), Rational(0), Rational(0))
        for (monomial, coefficient) in polynomial.coefficients {
            guard monomial.powers.allSatisfy({ $0.name == name }) else { return nil }
            switch monomial.degree {
            case 0: c = coefficient
            case 1: b = coefficient
            case 2: a = coefficient
            default: return nil
            }
        }
        if a.isZero { return b.isZero ? [] : (c.negated / b).map { [Surd($0)] } }
        let discriminant = b * b - Rational(4) * a * c
        if discriminant.signum < 0 { return [] }
        guard let root = Surd(discriminant).squareRoot, let inverse = (Rational(2) * a).reciprocal,
            let plus = Surd(b.negated) + root, let minus = Surd(b.negated) + root.negated,
            let first = plus * Surd(inverse), let second = minus * Surd(inverse)
        else { return nil }
        return first == second ? [first] : [first, second]
    }

    private mutating func decide(_ cases: (name: String, values: [Surd])) {
        var hasCase = false
        for value in cases.values {
            let evaluator = ExactValue([cases.name: value], meter: meter)
            if reduced.sorts[cases.name] == .integer, value.rational?.isInteger != true { continue }
            var isIn = true
            for assumption in reduced.assumptions {
                switch evaluator.truth(of: assumption) {
                case .holds(nil): continue
                case .fails, .undefined: isIn = false
                default: return
                }
            }
            guard isIn else { continue }
            hasCase = true
            switch evaluator.truth(of: reduced.claim) {
            case .holds(nil): continue
            case .fails:
                decision = refutation([cases.name: value])
                return
            default: return
            }
        }
        decision =
            hasCase
            ? ProofResult(.proved, by: "native", "it holds for all solutions of the quadratic equation")
            : vacuous("no real number solves the equation")
    }

    // MARK: - Counterexamples

    /// A refutation by values of the variables that are left, replayed on the goal as it was given.
    func refutation(_ values: [String: Surd]) -> ProofResult? {
        var values = values
        for name in reduced.variables where values[name] == nil { values[name] = Surd(0) }
        for (name, value) in replaced.reversed() {
            for free in value.variables where values[free] == nil { values[free] = Surd(0) }
            guard let result = try? ExactValue(values, meter: meter).value(of: value) else { return nil }
            values[name] = result
        }
        for name in goal.variables where values[name] == nil { values[name] = Surd(0) }
        let evaluator = ExactValue(values, meter: meter)
        guard goal.isRefuted(by: evaluator) else { return nil }
        return ProofResult(
            .refuted, by: "native", NativeProver.values(goal.claim, evaluator),
            counterexample: values.mapValues { $0.rational.map(ValueText.text) ?? $0.text })
    }

    /// Tries small values of the variables that are left.
    func search() -> ProofResult? {
        for values in Elimination.points(reduced) {
            guard !meter.isSpent else { return nil }
            let evaluator = ExactValue(values, meter: meter)
            guard reduced.isRefuted(by: evaluator), let found = refutation(values) else { continue }
            return found
        }
        return nil
    }

    /// Small values of the goal's variables, the plainest first.
    static func points(_ goal: ProofGoal) -> [[String: Surd]] {
        let names = goal.variables
        if names.isEmpty { return [[:]] }
        let whole = [1, 2, 0, -1, 3, -2, 5, 4, 6, 7, -3, 10, -5, 8, 9, 12, 15, 20, 100, -10]
        var some = whole.map { Rational($0) }
        if !goal.variables.contains(where: { goal.sorts[$0] == .integer }) {
            some += [Rational(1, 2), Rational(-1, 2), Rational(3, 2), Rational(5, 2)].compactMap { $0 }
        }
        // As many of them as keeps the number of points within bounds.
        var count = some.count
        func total(_ count: Int) -> Int {
            var total = 1
            for _ in names {
                total *= count
                if total > points { return total }
            }
            return total
        }
        while count > 2, total(count) > points { count -= 1 }
        var result: [[String: Surd]] = []
        for index in 0..<min(total(count), points) {
            var rest = index
            var values: [String: Surd] = [:]
            for name in names {
                values[name] = Surd(some[rest % count])
                rest /= count
            }
            result.append(values)
        }
        return result
    }

    /// Values as text: `x = -2`.
    static func described(_ values: [String: Surd]) -> String {
        values.sorted { $0.key < $1.key }
            .map { "\($0.key) = \($0.value.rational.map(ValueText.text) ?? $0.value.text)" }.joined(separator: ", ")
    }
}
