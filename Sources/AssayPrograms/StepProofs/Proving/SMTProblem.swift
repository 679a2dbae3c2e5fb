// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

/// A goal in SMT-LIB 2, with divisions and roots made total by their side conditions.
///
/// Only numbers and names of our own stand in it: nothing of the response reaches the solver as text.
struct SMTProblem {
    /// A goal that has no form in SMT-LIB.
    struct Unsupported: Error { let reason: String }

    /// What has to hold so that the claim has a value, inner parts first.
    struct Condition {
        var formula: Formula
        var text: String
    }

    /// `QF_NRA` and so on.
    private(set) var logic = "QF_NRA"
    /// Declarations, and what defines roots.
    private var declarations: [String] = []
    private var assumptions: [String] = []
    private var definitions: [String] = []
    private(set) var conditions: [Condition] = []
    private(set) var claim = ""
    /// The solver's names of the goal's variables.
    private(set) var names: [(variable: String, symbol: String)] = []

    private let sorts: [String: Sort]
    private var roots: [Term: String] = [:]
    private var isAssuming = true
    private var hasNonlinear = false
    private var hasInteger = false
    private var hasReal = false

    init(_ goal: ProofGoal) throws(Unsupported) {
        sorts = goal.sorts
        for (index, name) in goal.variables.enumerated() {
            let sort = goal.sorts[name] ?? .real
            if sort == .integer { hasInteger = true } else { hasReal = true }
            names.append((name, "v\(index)"))
            declarations.append("(declare-const v\(index) \(sort.rawValue))")
        }
        for assumption in goal.assumptions { assumptions.append(try text(assumption)) }
        isAssuming = false
        claim = try text(goal.claim)
        switch (hasInteger, hasReal, hasNonlinear) {
        case (false, _, false): logic = "QF_LRA"
        case (false, _, true): logic = "QF_NRA"
        case (true, false, false): logic = "QF_LIA"
        case (true, false, true): logic = "QF_NIA"
        case (true, true, false): logic = "QF_LIRA"
        case (true, true, true): logic = "ALL"
        }
    }

    // MARK: - Scripts

    private var head: [String] { declarations + (assumptions + definitions).map { "(assert \($0))" } }

    /// Whether the claim can be false where everything has a value.
    var refutation: String {
        (head + conditions.map { "(assert \($0.text))" } + ["(assert (not \(claim)))"]).joined(separator: "\n")
    }

    /// Whether the assumptions can hold.
    var consistency: String { head.joined(separator: "\n") }

    /// Whether condition number `index` can fail where those before hold.
    func violation(_ index: Int) -> String {
        let before = conditions.prefix(index).map { "(assert \($0.text))" }
        return (head + before + ["(assert (not \(conditions[index].text)))"]).joined(separator: "\n")
    }

    // MARK: - Formulas

    private mutating func text(_ formula: Formula) throws(Unsupported) -> String {
        switch formula {
        case .compare(let a, let relation, let b):
            let (a, b) = try joined(a, b)
            switch relation {
            case .equal: return "(= \(a) \(b))"
            case .notEqual: return "(not (= \(a) \(b)))"
            case .less: return "(< \(a) \(b))"
            case .lessOrEqual: return "(<= \(a) \(b))"
            case .greater: return "(> \(a) \(b))"
            case .greaterOrEqual: return "(>= \(a) \(b))"
            }
        case .near: throw Unsupported(reason: "an approximation has variables")
        case .divides(let n, let a): return "(= (mod \(try integer(a)) \(n)) 0)"
        case .congruent(let a, let b, let n): return "(= (mod (- \(try integer(a)) \(try integer(b))) \(n)) 0)"
        case .not(let a): return "(not \(try text(a)))"
        case .and(let parts): return try list("and", parts)
        case .or(let parts): return try list("or", parts)
        case .implies(let a, let b): return "(=> \(try text(a)) \(try text(b)))"
        }
    }

    private mutating func list(_ name: String, _ parts: [Formula]) throws(Unsupported) -> String {
        var texts: [String] = []
        for part in parts { texts.append(try text(part)) }
        return "(\(name) \(texts.joined(separator: " ")))"
    }

    // MARK: - Numbers

    private mutating func joined(_ a: Term, _ b: Term) throws(Unsupported) -> (String, String) {
        if isWhole(a), isWhole(b) { return (try whole(a), try whole(b)) }
        return (try real(a), try real(b))
    }

    private func isWhole(_ term: Term) -> Bool {
        switch term {
        case .number(let value): value.isInteger
        case .variable(let name): sorts[name] == .integer
        case .add, .multiply, .negate, .power, .absolute, .minimum, .maximum: term.children.allSatisfy(isWhole)
        case .floor: true
        case .modulo(let a, _): isWhole(a)
        default: false
        }
    }

    private mutating func integer(_ term: Term) throws(Unsupported) -> String {
        guard isWhole(term) else { throw Unsupported(reason: "a remainder is taken of what may be no whole number") }
        return try whole(term)
    }

    private func symbol(_ name: String) -> String { names.first { $0.variable == name }?.symbol ?? "v0" }

    private mutating func whole(_ term: Term) throws(Unsupported) -> String {
        switch term {
        case .number(let value): return SMTProblem.signed(value.description)
        case .variable(let name): return symbol(name)
        case .floor(let a): return isWhole(a) ? try whole(a) : "(to_int \(try real(a)))"
        case .modulo(let a, let n): return "(mod \(try whole(a)) \(n))"
        default: return try composed(term) { problem, term throws(Unsupported) in try problem.whole(term) }
        }
    }

    private mutating func real(_ term: Term) throws(Unsupported) -> String {
        switch term {
        case .number(let value): return SMTProblem.decimal(value)
        case .variable(let name): return sorts[name] == .integer ? "(to_real \(symbol(name)))" : symbol(name)
        case .floor, .modulo:
            guard isWhole(term) else {
                throw Unsupported(reason: "a remainder is taken of what may be no whole number")
            }
            hasInteger = true
            return "(to_real \(try whole(term)))"
        case .divide(let a, let b):
            let (upper, lower) = (try real(a), try real(b))
            if case .number = b {
            } else {
                hasNonlinear = true
                require(.compare(b, .notEqual, .number(0)), "(not (= \(lower) 0.0))")
            }
            return "(/ \(upper) \(lower))"
        case .root(let a, let n): return try root(term, a, n)
        case .closed: throw Unsupported(reason: "a constant stands beside variables that the solver does not know")
        default: return try composed(term) { problem, term throws(Unsupported) in try problem.real(term) }
        }
    }

    private mutating func composed(
        _ term: Term, _ inner: (inout SMTProblem, Term) throws(Unsupported) -> String
    ) throws(Unsupported) -> String {
        var parts: [String] = []
        for child in term.children { parts.append(try inner(&self, child)) }
        switch term {
        case .add: return "(+ \(parts.joined(separator: " ")))"
        case .multiply:
            if term.children.filter({ !$0.variables.isEmpty }).count > 1 { hasNonlinear = true }
            return parts.count == 1 ? parts[0] : "(* \(parts.joined(separator: " ")))"
        case .negate: return "(- \(parts[0]))"
        case .power(let a, let n):
            guard n > 0 else { throw Unsupported(reason: "a power of 0") }
            if n > 1, !a.variables.isEmpty { hasNonlinear = true }
            return n == 1 ? parts[0] : "(* " + Array(repeating: parts[0], count: n).joined(separator: " ") + ")"
        case .absolute:
            let zero = isWhole(term) ? "0" : "0.0"
            return "(ite (>= \(parts[0]) \(zero)) \(parts[0]) (- \(parts[0])))"
        case .minimum: return "(ite (<= \(parts[0]) \(parts[1])) \(parts[0]) \(parts[1]))"
        case .maximum: return "(ite (>= \(parts[0]) \(parts[1])) \(parts[0]) \(parts[1]))"
        default: throw Unsupported(reason: "\(term.text) has no form in SMT-LIB")
        }
    }

    /// A root is a number of its own: y ≥ 0 ∧ y² = x.
    private mutating func root(_ term: Term, _ radicand: Term, _ degree: Int) throws(Unsupported) -> String {
        let inner = try real(radicand)
        if degree % 2 == 0 {
            if case .number(let value) = radicand, value.signum >= 0 {
            } else {
                require(.compare(radicand, .greaterOrEqual, .number(0)), "(>= \(inner) 0.0)")
            }
        }
        if let name = roots[term] { return name }
        let name = "r\(roots.count)"
        roots[term] = name
        hasNonlinear = true
        declarations.append("(declare-const \(name) Real)")
        let power = "(= (* " + Array(repeating: name, count: degree).joined(separator: " ") + ") \(inner))"
        if degree % 2 == 1 {
            definitions.append(power)
        } else if isAssuming {
            definitions += ["(>= \(name) 0.0)", power]
        } else {
            definitions.append("(=> (>= \(inner) 0.0) (and (>= \(name) 0.0) \(power)))")
        }
        return name
    }

    private mutating func require(_ condition: Formula, _ text: String) {
        // What is assumed is assumed to have a value.
        if isAssuming {
            if !assumptions.contains(text) { assumptions.append(text) }
        } else if !assumptions.contains(text), !conditions.contains(where: { $0.text == text }) {
            conditions.append(Condition(formula: condition, text: text))
        }
    }

    // MARK: - Literals

    private static func signed(_ digits: String) -> String {
        digits.utf8.first == UInt8(ascii: "-") ? "(- \(digits.dropFirst()))" : digits
    }

    private static func decimal(_ value: Rational) -> String {
        let size = value.magnitude.description.split(separator: "/").map { $0 + ".0" }
        let text = size.count == 2 ? "(/ \(size[0]) \(size[1]))" : String(size.first ?? "0.0")
        return value.signum < 0 ? "(- \(text))" : text
    }
}
