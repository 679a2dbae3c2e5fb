// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

/// Decides without a solver: arithmetic by exact fractions, square roots and balls; identities by expansion; linear and
/// quadratic equations by solving them; claims on remainders by trying all of them; other claims by a search for small
/// counterexamples.
///
/// ## How it decides
/// 1. A claim without variables is computed.
/// 2. Equations among the assumptions are solved for variables that stand alone, and put in.
/// 3. What is left without variables is computed; an equation that is left holds where its two sides expand to the same.
/// 4. One variable in a quadratic equation: both solutions are looked at.
/// 5. Remainders alone: all combinations of remainders are looked at.
/// 6. Small values are tried; one at which the assumptions hold and the claim does not refutes it.
///
/// - Cost: microseconds for arithmetic; everything spends from a budget of work.
package struct NativeProver: StepProver {
    package var name: String { "native" }
    let meter: WorkMeter

    init(meter: WorkMeter) { self.meter = meter }

    /// With a budget of its own.
    package init() { meter = WorkMeter() }

    package func prove(_ goal: ProofGoal) async -> ProofResult { decide(goal) }

    /// The same; nothing here waits.
    package func decide(_ goal: ProofGoal) -> ProofResult {
        guard !meter.isSpent else { return unknown("the work budget of the solution is spent") }
        if goal.claim.variables.isEmpty { return closed(goal.claim) }
        var problem = Elimination(goal, meter: meter)
        problem.run()
        return problem.decision ?? residues(goal, problem) ?? problem.search()
            ?? unknown("no rule of exact arithmetic decides it")
    }

    private func unknown(_ reason: String) -> ProofResult { ProofResult(.unknown, by: name, reason) }

    // MARK: - Closed claims

    private func closed(_ claim: Formula) -> ProofResult {
        let evaluator = ExactValue(meter: meter)
        switch evaluator.truth(of: claim) {
        case .holds(nil): return ProofResult(.proved, by: name, "computed exactly")
        case .holds(let bits?):
            return ProofResult(.proved, by: "balls", "both sides agree to \(bits) bits; error bound 2^-\(bits)")
        case .fails: return ProofResult(.refuted, by: name, NativeProver.values(claim, evaluator))
        case .undefined(let what): return unknown("\(what) has no value")
        case .unknown(let reason): return unknown(reason)
        }
    }

    /// The values of the sides: "18 ≠ 17".
    static func values(_ claim: Formula, _ evaluator: ExactValue) -> String {
        func text(_ term: Term) -> String {
            guard let value = try? evaluator.value(of: term) else { return term.text }
            guard let fraction = value.rational else { return value.text }
            return ValueText.text(fraction)
        }
        switch claim {
        case .compare(let a, let relation, let b):
            let sign =
                switch relation {
                case .equal: "≠"
                case .notEqual: "="
                case .less: "≥"
                case .lessOrEqual: ">"
                case .greater: "≤"
                case .greaterOrEqual: "<"
                }
            return "\(text(a)) \(sign) \(text(b))"
        case .near(let a, let b, _): return "\(text(a)) is not near \(text(b))"
        case .congruent(let a, let b, let n): return "\(text(a)) is not congruent to \(text(b)) modulo \(n)"
        case .divides(let n, let a): return "\(n) does not divide \(text(a))"
        default: return "it does not hold"
        }
    }

    // MARK: - Remainders

    /// Decides where all of claim and assumptions is about remainders of polynomials with whole coefficients.
    private func residues(_ goal: ProofGoal, _ problem: Elimination) -> ProofResult? {
        let goal = problem.reduced
        let formulas = goal.assumptions + [goal.claim]
        var period = 1
        for formula in formulas {
            guard let moduli = formula.residueModuli(goal.sorts) else { return nil }
            for modulus in moduli {
                guard modulus <= 1_000, period <= 100_000 else { return nil }
                period = period / Residues.gcd(period, modulus) * modulus
            }
        }
        let names = goal.variables
        guard period > 1, period <= 10_000, !names.isEmpty else { return nil }
        var cases = 1
        for _ in names {
            cases *= period
            guard cases <= 40_000 else { return nil }
        }
        var hasCase = false
        for index in 0..<cases {
            var rest = index
            var values: [String: Surd] = [:]
            for name in names {
                values[name] = Surd(Rational(rest % period))
                rest /= period
            }
            let evaluator = ExactValue(values, meter: meter)
            guard !meter.isSpent else { return unknown("the work budget of the solution is spent") }
            guard goal.isSatisfied(by: evaluator) else { continue }
            hasCase = true
            switch evaluator.truth(of: goal.claim) {
            case .holds(nil): continue
            case .fails: return problem.refutation(values)
            default: return nil
            }
        }
        guard hasCase else { return ProofResult(.vacuous, by: name, "no whole numbers meet the assumptions") }
        return ProofResult(.proved, by: name, "it holds for all remainders modulo \(period)")
    }
}

/// Values as people read them: short decimals as such.
enum ValueText {
    static func text(_ value: Rational) -> String {
        if value.isInteger || value.bitWidth > 200 { return Term.number(value).text }
        // A fraction whose decimals end is known by that form.
        for decimals in 1...6 where value.rounded(decimals: decimals) == value {
            return value.decimalDescription(significantDigits: 60)
        }
        return "\(value) (\(value.decimalDescription(significantDigits: 6))…)"
    }
}

/// Which claims depend on remainders alone.
enum Residues {
    static func gcd(_ a: Int, _ b: Int) -> Int {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }

    /// Whether a term is a polynomial with whole coefficients in whole variables.
    static func isWhole(_ term: Term, _ sorts: [String: Sort]) -> Bool {
        switch term {
        case .number(let value): value.isInteger
        case .variable(let name): sorts[name] == .integer
        case .add, .multiply, .negate, .power: term.children.allSatisfy { isWhole($0, sorts) }
        case .modulo(let a, _): isWhole(a, sorts)
        default: false
        }
    }
}

extension Term {
    /// Moduli on which the value depends; nil where it depends on more than remainders.
    fileprivate func residueModuli(_ sorts: [String: Sort]) -> [Int]? {
        switch self {
        case .number: return []
        case .modulo(let a, let n):
            if case .add = a {
            } else if case .variable = a {
            } else if case .multiply = a {
            } else if case .power = a {
            } else if case .negate = a {
            } else {
                return nil
            }
            return Residues.isWhole(a, sorts) && !a.contains(where: { if case .modulo = $0 { true } else { false } })
                ? [n] : nil
        case .add(let parts), .multiply(let parts):
            var result: [Int] = []
            for part in parts {
                guard let inner = part.residueModuli(sorts) else { return nil }
                result += inner
            }
            return result
        case .negate(let a), .power(let a, _): return a.residueModuli(sorts)
        default: return nil
        }
    }
}

extension Formula {
    /// Moduli on which the truth depends; nil where it depends on more than remainders.
    fileprivate func residueModuli(_ sorts: [String: Sort]) -> [Int]? {
        func plain(_ term: Term) -> Bool {
            Residues.isWhole(term, sorts) && !term.contains { if case .modulo = $0 { true } else { false } }
        }
        switch self {
        case .compare(let a, _, let b):
            guard let first = a.residueModuli(sorts), let second = b.residueModuli(sorts) else { return nil }
            return first + second
        case .divides(let n, let a): return plain(a) ? [n] : nil
        case .congruent(let a, let b, let n): return plain(a) && plain(b) ? [n] : nil
        case .not(let a): return a.residueModuli(sorts)
        case .and(let parts), .or(let parts):
            var result: [Int] = []
            for part in parts {
                guard let inner = part.residueModuli(sorts) else { return nil }
                result += inner
            }
            return result
        case .implies(let a, let b):
            guard let first = a.residueModuli(sorts), let second = b.residueModuli(sorts) else { return nil }
            return first + second
        case .near: return nil
        }
    }
}
