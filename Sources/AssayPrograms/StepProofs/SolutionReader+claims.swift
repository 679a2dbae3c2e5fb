// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

extension SolutionReader {
    /// Remembers a formula as something that holds from here on.
    mutating func add(_ formula: Formula, isProved: Bool) {
        if facts.contains(where: { $0.formula.identity == formula.identity }) { return }
        facts.append(Fact(formula: formula, isProved: isProved, variables: formula.variables))
        if facts.count > 4 * SolutionReader.facts { facts.removeFirst() }
    }

    /// The latest facts that have to do with the variables of a claim, oldest first.
    private func relevant(_ formula: Formula, _ local: [Formula]) -> [Fact] {
        var names = local.reduce(formula.variables) { $0.union($1.variables) }
        var chosen: Set<Int> = []
        var grew = true
        while grew, chosen.count < SolutionReader.facts {
            grew = false
            for index in facts.indices.reversed() where !chosen.contains(index) && chosen.count < SolutionReader.facts {
                guard !facts[index].variables.isDisjoint(with: names) else { continue }
                chosen.insert(index)
                let size = names.count
                names.formUnion(facts[index].variables)
                if names.count > size { grew = true }
            }
        }
        return chosen.sorted().map { facts[$0] }
    }

    /// Decides a claim with variables.
    mutating func decideOpen(_ claim: StatedClaim, _ sentence: Sentence, _ record: inout StepRecord) async {
        let formula = claim.formula
        let known = relevant(formula, sentence.local + (sentence.isEntailed ? sentence.stated : []))
        // Restated, or its own assumption.
        if sentence.local.contains(where: { $0.identity == formula.identity }) {
            return note(.notFormalised, "circular: the claim is one of its own assumptions", claim, &record)
        }
        if let fact = known.first(where: { $0.formula.identity == formula.identity }) {
            let isCircular = sentence.isEntailed && !fact.isProved
            return note(
                isCircular ? .notFormalised : .notRequired,
                isCircular ? "circular: the claim is one of its own assumptions" : "it was said before", claim, &record)
        }
        let assumptions = known.map(\.formula) + sentence.local
        let goal = self.goal(formula, assumptions)
        let isDefinition: Bool =
            if case .compare(.variable(let name), .equal, let value) = formula {
                !value.variables.contains(name) && !assumptions.contains { $0.variables.contains(name) }
            } else { false }
        if assumptions.isEmpty, isDefinition, !sentence.isUniversal {
            add(formula, isProved: false)
            return note(.notRequired, "an assumption", claim, &record)
        }
        let result = await decide(goal)
        switch result.state {
        case .proved:
            if sentence.local.isEmpty, !assumptions.isEmpty { add(formula, isProved: true) }
            append(result, goal, claim, &record)
        case .vacuous:
            append(result, goal, claim, &record)
            forget(formula)
        case .refuted: await refuted(result, goal, claim, sentence, known, &record)
        case .unknown:
            if assumptions.isEmpty || (!sentence.isEntailed && isDefinition) {
                if !sentence.isUniversal, !result.reason.contains("only where") {
                    add(formula, isProved: false)
                    return note(.notRequired, "an assumption", claim, &record)
                }
            }
            if sentence.local.isEmpty, !result.reason.contains("only where") { add(formula, isProved: false) }
            append(result, goal, claim, &record)
        }
    }

    /// Tells whether a claim that does not follow is wrong, or only new.
    private mutating func refuted(
        _ result: ProofResult, _ goal: ProofGoal, _ claim: StatedClaim, _ sentence: Sentence, _ known: [Fact],
        _ record: inout StepRecord
    ) async {
        let formula = claim.formula
        if goal.assumptions.isEmpty {
            if sentence.isIdentity, !sentence.isIncomplete { return append(result, goal, claim, &record) }
            add(formula, isProved: false)
            return note(.notRequired, "an assumption", claim, &record)
        }
        // A variable that is given another value begins anew.
        if !sentence.isEntailed, case .compare(.variable(let name), .equal, .number) = formula,
            known.contains(where: { $0.isAssignment && $0.variables == [name] })
        {
            // In one sentence both are said to hold.
            if sentence.stated.contains(where: { $0.variables == [name] }) {
                add(formula, isProved: false)
            } else {
                forget(formula)
            }
            return note(.notRequired, "an assumption", claim, &record)
        }
        if sentence.isSetUp {
            forget(formula)
            return note(.notRequired, "an assumption", claim, &record)
        }
        let contradiction = await decide(self.goal(.not(formula), goal.assumptions))
        if contradiction.state == .proved, await isCertain(goal) {
            append(result, goal, claim, &record)
            return forget(formula)
        }
        guard sentence.isEntailed else {
            add(formula, isProved: false)
            return note(.notRequired, "an assumption", claim, &record)
        }
        let hasMore =
            sentence.hasHiddenFacts || sentence.isIncomplete
            || (sentence.local.isEmpty && (hasHiddenFacts || hasUnread))
        if !hasMore, await isCertain(goal) {
            append(result, goal, claim, &record)
        } else {
            var doubtful = result
            doubtful.state = .unknown
            let values = result.counterexample.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
            doubtful.reason =
                "it does not follow from what was read (\(values.joined(separator: ", "))), but more may be known"
            append(doubtful, goal, claim, &record)
        }
        forget(formula)
    }

    /// Whether a refutation also holds where letters that stand for whole numbers by custom do.
    private mutating func isCertain(_ goal: ProofGoal) async -> Bool {
        var whole = goal
        for name in goal.variables where ["i", "j", "k", "l", "m", "n", "p", "q"].contains(name) {
            whole.sorts[name] = .integer
        }
        return whole == goal ? true : await decide(whole).state == .refuted
    }

    /// From here on the solution goes on from what it says, whatever stood before.
    private mutating func forget(_ formula: Formula) {
        let names = formula.variables
        facts.removeAll { !$0.variables.isDisjoint(with: names) }
        add(formula, isProved: false)
    }

    /// A goal with the sorts that are known; in one about remainders every variable is whole.
    private func goal(_ claim: Formula, _ assumptions: [Formula]) -> ProofGoal {
        var goal = ProofGoal(claim, assuming: assumptions, sorts: [:])
        let names = goal.variables
        let isWhole = names.contains { sorts[$0] == .integer }
        let hasRemainder = ([claim] + assumptions).contains { formula in
            formula.isAboutRemainders
        }
        for name in names where sorts[name] == .integer || (isWhole && hasRemainder) { goal.sorts[name] = .integer }
        return goal
    }

    /// Asks the provers, one after the other.
    private mutating func decide(_ goal: ProofGoal) async -> ProofResult {
        var result = native.decide(goal)
        guard result.state == .unknown, !result.reason.contains("only where") else { return result }
        for prover in provers {
            guard asked < SolutionReader.goals else {
                result.reason = "the limit of \(SolutionReader.goals) goals for a solver is reached"
                break
            }
            asked += 1
            let next = await prover.prove(goal)
            if next.state != .unknown { return next }
            result = next
        }
        return result
    }
}

extension Formula {
    /// Whether remainders or divisibility stand in it.
    var isAboutRemainders: Bool {
        switch self {
        case .divides, .congruent: true
        case .not(let a): a.isAboutRemainders
        case .and(let parts), .or(let parts): parts.contains(where: \.isAboutRemainders)
        case .implies(let a, let b): a.isAboutRemainders || b.isAboutRemainders
        case .compare, .near: contains { if case .modulo = $0 { true } else { false } }
        }
    }
}
