// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayAnswers

/// A number in the claim language: what a prover can be asked about.
///
/// Small on purpose: each backend knows every case, so that all verify the same statement.
package indirect enum Term: Hashable, Sendable {
    /// An exact constant.
    case number(Rational)
    /// A variable; its sort stands in the goal.
    case variable(String)
    case add([Term])
    case multiply([Term])
    case negate(Term)
    case divide(Term, Term)
    /// A whole power of 0 or more.
    case power(Term, Int)
    /// The principal root of a degree of at least 2; of odd degree also of negative numbers.
    case root(Term, Int)
    case absolute(Term)
    case minimum(Term, Term)
    case maximum(Term, Term)
    case floor(Term)
    /// The remainder, from 0 to below the modulus, which is a positive whole number.
    case modulo(Term, Int)
    /// A part without variables that is no algebraic number: `ln 2`, `π`. Only balls evaluate it.
    case closed(Expression)
}

/// A claim, or something that is assumed.
package indirect enum Formula: Hashable, Sendable {
    /// How two numbers stand to each other.
    package enum Comparison: String, Hashable, Sendable {
        case equal = "=", notEqual = "≠", less = "<", lessOrEqual = "≤", greater = ">", greaterOrEqual = "≥"
    }

    case compare(Term, Comparison, Term)
    /// The two are equal up to rounding as the digits shown allow: at most `proved` apart, and certainly wrong if more
    /// than `refuted` apart; `truncated` is what the left side has to be cut to.
    case near(Term, Term, NearBound)
    /// The first divides the second.
    case divides(Int, Term)
    /// The two leave the same remainder.
    case congruent(Term, Term, Int)
    case not(Formula)
    case and([Formula])
    case or([Formula])
    case implies(Formula, Formula)
}

/// How far two rounded numbers may be apart.
package struct NearBound: Hashable, Sendable {
    /// Half a unit of the last digit shown.
    package var half: Rational
    /// A whole unit: cut off instead of rounded, within it; more than that is wrong.
    package var unit: Rational

    package init(half: Rational, unit: Rational) {
        self.half = half
        self.unit = unit
    }
}

/// Whether a variable is any real number or a whole one.
package enum Sort: String, Hashable, Sendable {
    case real = "Real", integer = "Int"
}

// MARK: - Parts

extension Term {
    /// The direct parts.
    package var children: [Term] {
        switch self {
        case .number, .variable, .closed: []
        case .add(let parts), .multiply(let parts): parts
        case .negate(let a), .power(let a, _), .root(let a, _), .absolute(let a), .floor(let a), .modulo(let a, _): [a]
        case .divide(let a, let b), .minimum(let a, let b), .maximum(let a, let b): [a, b]
        }
    }

    /// The names of its variables, added to `names`.
    func collectVariables(_ names: inout Set<String>) {
        if case .variable(let name) = self { names.insert(name) }
        for child in children { child.collectVariables(&names) }
    }

    /// Its variables.
    package var variables: Set<String> {
        var names: Set<String> = []
        collectVariables(&names)
        return names
    }

    /// Whether something in it holds.
    func contains(where test: (Term) -> Bool) -> Bool { test(self) || children.contains { $0.contains(where: test) } }

    /// The number of its nodes.
    var size: Int { children.reduce(1) { $0 + $1.size } }

    /// The same with the terms of sums and the factors of products in one order, nested ones joined.
    var ordered: Term {
        switch self {
        case .number, .variable, .closed: return self
        case .add(let parts):
            let flat = parts.map(\.ordered).flatMap { if case .add(let inner) = $0 { inner } else { [$0] } }
            return .add(flat.sorted { $0.text < $1.text })
        case .multiply(let parts):
            let flat = parts.map(\.ordered).flatMap { if case .multiply(let inner) = $0 { inner } else { [$0] } }
            return .multiply(flat.sorted { $0.text < $1.text })
        case .negate(let a): return .negate(a.ordered)
        case .divide(let a, let b): return .divide(a.ordered, b.ordered)
        case .power(let a, let n): return .power(a.ordered, n)
        case .root(let a, let n): return .root(a.ordered, n)
        case .absolute(let a): return .absolute(a.ordered)
        case .minimum(let a, let b): return .minimum(a.ordered, b.ordered)
        case .maximum(let a, let b): return .maximum(a.ordered, b.ordered)
        case .floor(let a): return .floor(a.ordered)
        case .modulo(let a, let n): return .modulo(a.ordered, n)
        }
    }

    /// The same with variables replaced.
    func substituting(_ values: [String: Term]) -> Term {
        switch self {
        case .number, .closed: self
        case .variable(let name): values[name] ?? self
        case .add(let parts): .add(parts.map { $0.substituting(values) })
        case .multiply(let parts): .multiply(parts.map { $0.substituting(values) })
        case .negate(let a): .negate(a.substituting(values))
        case .divide(let a, let b): .divide(a.substituting(values), b.substituting(values))
        case .power(let a, let n): .power(a.substituting(values), n)
        case .root(let a, let n): .root(a.substituting(values), n)
        case .absolute(let a): .absolute(a.substituting(values))
        case .minimum(let a, let b): .minimum(a.substituting(values), b.substituting(values))
        case .maximum(let a, let b): .maximum(a.substituting(values), b.substituting(values))
        case .floor(let a): .floor(a.substituting(values))
        case .modulo(let a, let n): .modulo(a.substituting(values), n)
        }
    }
}

extension Formula {
    /// The numbers in it, from left to right.
    package var terms: [Term] {
        switch self {
        case .compare(let a, _, let b), .near(let a, let b, _), .congruent(let a, let b, _): [a, b]
        case .divides(_, let a): [a]
        case .not(let a): a.terms
        case .and(let parts), .or(let parts): parts.flatMap(\.terms)
        case .implies(let a, let b): a.terms + b.terms
        }
    }

    /// Its variables.
    package var variables: Set<String> {
        var names: Set<String> = []
        for term in terms { term.collectVariables(&names) }
        return names
    }

    /// Whether something in one of its numbers holds.
    func contains(where test: (Term) -> Bool) -> Bool { terms.contains { $0.contains(where: test) } }

    /// The number of nodes of its numbers.
    var size: Int { terms.reduce(1) { $0 + $1.size } }

    /// The same with variables replaced.
    func substituting(_ values: [String: Term]) -> Formula {
        switch self {
        case .compare(let a, let relation, let b):
            .compare(a.substituting(values), relation, b.substituting(values))
        case .near(let a, let b, let bound): .near(a.substituting(values), b.substituting(values), bound)
        case .divides(let n, let a): .divides(n, a.substituting(values))
        case .congruent(let a, let b, let n): .congruent(a.substituting(values), b.substituting(values), n)
        case .not(let a): .not(a.substituting(values))
        case .and(let parts): .and(parts.map { $0.substituting(values) })
        case .or(let parts): .or(parts.map { $0.substituting(values) })
        case .implies(let a, let b): .implies(a.substituting(values), b.substituting(values))
        }
    }

    /// A text that is the same for formulas that say the same in other words: the order of terms and sides alone.
    ///
    /// `a + b = 0` and `0 = b + a` have one, `a = -b` another: that would be a step.
    var identity: String {
        switch self {
        case .compare(let a, .equal, let b): return [a, b].map(\.ordered.text).sorted().joined(separator: " = ")
        case .compare(let a, .notEqual, let b): return [a, b].map(\.ordered.text).sorted().joined(separator: " ≠ ")
        case .compare(let a, .greater, let b): return "\(b.ordered.text) < \(a.ordered.text)"
        case .compare(let a, .greaterOrEqual, let b): return "\(b.ordered.text) ≤ \(a.ordered.text)"
        case .compare(let a, let relation, let b): return "\(a.ordered.text) \(relation.rawValue) \(b.ordered.text)"
        case .congruent(let a, let b, let n):
            return [a, b].map(\.ordered.text).sorted().joined(separator: " ≡ ") + " mod \(n)"
        case .and(let parts): return "(" + parts.map(\.identity).sorted().joined(separator: " ∧ ") + ")"
        case .or(let parts): return "(" + parts.map(\.identity).sorted().joined(separator: " ∨ ") + ")"
        case .near, .divides, .not, .implies: return text
        }
    }
}
