// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

/// Goes through a solution step by step: what is assumed, what is claimed, and what the provers say of it.
struct SolutionReader {
    // MARK: Limits
    /// Most equations that a claim is said to follow from.
    static let facts = 12
    /// Most claims that a solver is asked about.
    static let goals = 150
    /// Most claims of a solution that are looked at; those behind are not formalised.
    static let claims = 20_000
    /// Most bytes of a step that are read.
    static let step = 20_000

    /// Something that holds from here on, as far as the solution says.
    struct Fact {
        var formula: Formula
        var isProved: Bool
        var variables: Set<String>
        /// `x = 5`, not derived from anything.
        var isAssignment: Bool { if case .compare(.variable, .equal, .number) = formula { !isProved } else { false } }
    }

    let native: NativeProver
    /// Asked where the native one does not know.
    let provers: [any StepProver]
    let allowsRounding: Bool
    /// Words of question and response that may carry facts which are not read.
    let hasHiddenFacts: Bool

    var facts: [Fact] = []
    var sorts: [String: Sort] = [:]
    /// Whether something before was not read.
    var hasUnread = false
    private var symbols: Set<UInt8> = []
    var asked = 0
    private var seen = 0

    init(native: NativeProver, provers: [any StepProver], allowsRounding: Bool, hasHiddenFacts: Bool) {
        self.native = native
        self.provers = provers
        self.allowsRounding = allowsRounding
        self.hasHiddenFacts = hasHiddenFacts
    }

    // MARK: - Steps

    /// Reads and decides one step.
    mutating func step(_ range: Range<Int>, of bytes: [UInt8]) async -> StepRecord {
        var record = StepRecord(range: range)
        guard range.count <= SolutionReader.step else {
            record.unread.append("the step is too long")
            return record
        }
        let annotations = Annotations(Array(bytes[range]))
        var known: Set<String> = []
        for content in annotations.contents {
            let place = range.lowerBound + content.lowerBound
            let tokens = MathTokenizer.tokens(Array(bytes[place..<range.lowerBound + content.upperBound]))
            for case .statement(var statement) in StatementFinder.items(tokens) {
                statement.isAnnotation = true
                statement.range = statement.range.lowerBound + place..<statement.range.upperBound + place
                let (claims, failures) = ClaimReader(allowsRounding: true).claims(statement)
                record.unread += failures
                for claim in claims where known.insert(claim.formula.identity).inserted {
                    await decideClosed(claim, &record)
                }
            }
        }
        symbols.formUnion(MathTokenizer.lonelyLetters(AnswerText(annotations.rest)))
        let tokens = MathTokenizer.tokens(annotations.rest, symbols: symbols)
        let items = StatementFinder.items(tokens)
        let reader = ClaimReader(allowsRounding: allowsRounding || !annotations.contents.isEmpty)
        var sentence = Sentence()
        var index = 0
        while index < items.count {
            sentence.enter(items, index)
            if case .statement(let first) = items[index] {
                // `x = 2 or x = -2` is one claim.
                var statements = [first]
                while index + 2 < items.count, items[index + 1] == .word("or"),
                    case .statement(let more) = items[index + 2]
                {
                    statements.append(more)
                    index += 2
                }
                await statement(statements, &sentence, reader, range.lowerBound, known, &record)
            } else {
                declare(items, index, sentence)
            }
            index += 1
        }
        return record
    }

    /// Words that say of which sort variables are.
    private mutating func declare(_ items: [StatementItem], _ index: Int, _ sentence: Sentence) {
        guard case .word(let word) = items[index] else { return }
        if word == "case" || word == "alternatively" || word == "otherwise" { facts.removeAll { !$0.isProved } }
        guard ["integer", "integers", "whole", "natural"].contains(word) else { return }
        // Variables of the same sentence.
        for place in sentence.range where items.indices.contains(place) {
            switch items[place] {
            case .operand(let name) where !name.isEmpty: sorts[name] = .integer
            case .statement(let statement):
                let claims = ClaimReader().claims(statement).claims
                for name in claims.flatMap({ $0.formula.variables }) { sorts[name] = .integer }
            default: continue
            }
        }
    }

    // MARK: - The question

    /// Takes what the question states as assumptions; numbers that it mentions otherwise are facts that are not read.
    mutating func question(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= SolutionReader.step else {
            hasUnread = true
            return
        }
        let reader = ClaimReader()
        symbols.formUnion(MathTokenizer.lonelyLetters(AnswerText(bytes)))
        for item in StatementFinder.items(MathTokenizer.tokens(bytes, symbols: symbols)) {
            switch item {
            case .operand(""): hasUnread = true
            case .statement(let statement):
                let (claims, failures) = reader.claims(statement)
                if !failures.isEmpty || statement.sides.contains(where: \.isName) { hasUnread = true }
                for claim in claims where claim.doubt == nil && !claim.formula.variables.isEmpty {
                    noteSorts(claim.formula)
                    add(claim.formula, isProved: false)
                }
            default: continue
            }
        }
    }

    // MARK: - Statements

    private mutating func statement(
        _ statements: [Statement], _ sentence: inout Sentence, _ reader: ClaimReader, _ base: Int, _ known: Set<String>,
        _ record: inout StepRecord
    ) async {
        if sentence.isQuestion { return }
        var claims: [StatedClaim] = []
        for statement in statements {
            let (found, failures) = reader.claims(statement)
            if !sentence.isFree { record.unread += failures }
            if !failures.isEmpty || found.isEmpty {
                if sentence.isHypothesis { sentence.isIncomplete = true }
                hasUnread = hasUnread || !failures.isEmpty
            }
            if statements.count > 1, !failures.isEmpty { return }
            claims += found
        }
        if statements.count > 1, claims.count == statements.count, let first = claims.first, let last = claims.last {
            claims = [
                StatedClaim(
                    formula: .or(claims.map(\.formula)), doubt: claims.compactMap(\.doubt).first,
                    range: first.range.lowerBound..<last.range.upperBound)
            ]
        }
        for var claim in claims {
            claim.range = claim.range.lowerBound + base..<claim.range.upperBound + base
            if sentence.hasDenial { claim.doubt = claim.doubt ?? "the sentence denies or doubts something" }
            seen += 1
            guard seen <= SolutionReader.claims else {
                record.unread.append("there are too many claims")
                return
            }
            if claim.formula.variables.isEmpty {
                if sentence.isFree || known.contains(claim.formula.identity) { continue }
                await decideClosed(claim, &record)
            } else {
                await open(claim, &sentence, &record)
            }
        }
    }

    /// Decides arithmetic.
    private func decideClosed(_ claim: StatedClaim, _ record: inout StepRecord) async {
        let goal = ProofGoal(claim.formula)
        var result = native.decide(goal)
        if case .compare(let a, .equal, let b) = claim.formula, a == b {
            record.claims.append(
                ClaimRecord(
                    state: .notRequired, reason: "both sides are the same", backend: "native", statement: goal.text,
                    range: claim.range))
            return
        }
        if result.state != .proved {
            for other in claim.others {
                let second = native.decide(ProofGoal(other))
                guard second.state == .proved else { continue }
                result = second
                if case .near = other { result.reason = "rounded to the digits shown" }
                break
            }
        }
        var claim = claim
        if result.state == .refuted, claim.doubt == nil, claim.hasPercent, isOffByHundred(claim.formula) {
            claim.doubt = "percent signs are used loosely"
        }
        append(result, goal, claim, &record)
    }

    /// Whether the sides differ by a factor of 100.
    private func isOffByHundred(_ formula: Formula) -> Bool {
        guard case .compare(let a, .equal, let b) = formula else { return false }
        return [(a, b), (b, a)].contains { pair in
            native.decide(ProofGoal(.compare(.multiply([.number(100), pair.0]), .equal, pair.1))).state == .proved
        }
    }

    /// Writes what a prover found.
    func append(_ result: ProofResult, _ goal: ProofGoal, _ claim: StatedClaim, _ record: inout StepRecord) {
        var state: StepState
        var reason = result.reason
        switch result.state {
        case .proved: state = .proved
        case .refuted:
            state = .refuted
            if let doubt = claim.doubt {
                state = .notFormalised
                reason = "it does not hold as it reads (\(result.reason)), but \(doubt)"
            }
        case .unknown: state = .unknown
        case .vacuous: state = .notFormalised
        }
        record.claims.append(
            ClaimRecord(
                state: state, reason: reason, backend: result.backend, statement: goal.text, script: result.statement,
                counterexample: state == .refuted ? result.counterexample : [:], range: claim.range, goal: goal))
    }

    // MARK: - Claims with variables

    private mutating func open(_ claim: StatedClaim, _ sentence: inout Sentence, _ record: inout StepRecord) async {
        if case .compare(let a, .equal, let b) = claim.formula, a.ordered == b.ordered { return }
        if claim.doubt != nil {
            record.unread.append(claim.doubt ?? "it is in doubt")
            return
        }
        noteSorts(claim.formula)
        let formula = claim.formula
        defer { sentence.stated.append(formula) }
        if sentence.isHypothesis {
            if sentence.isLocal {
                sentence.local.append(formula)
            } else {
                // "Let x = 5" begins anew.
                if case .compare(.variable(let name), .equal, _) = formula, sentence.isFree,
                    !sentence.stated.contains(where: { $0.variables.contains(name) })
                {
                    facts.removeAll { $0.variables.contains(name) }
                }
                add(formula, isProved: false)
            }
            note(.notRequired, "an assumption", claim, &record)
            return
        }
        await decideOpen(claim, sentence, &record)
    }

    private mutating func noteSorts(_ formula: Formula) {
        for term in formula.terms {
            _ = term.contains {
                if case .modulo(let a, _) = $0 { for name in a.variables { sorts[name] = .integer } }
                return false
            }
        }
        switch formula {
        case .divides(_, let a): for name in a.variables { sorts[name] = .integer }
        case .congruent(let a, let b, _): for name in a.variables.union(b.variables) { sorts[name] = .integer }
        default: break
        }
    }

    func note(_ state: StepState, _ reason: String, _ claim: StatedClaim, _ record: inout StepRecord) {
        record.claims.append(
            ClaimRecord(
                state: state, reason: reason, backend: "native", statement: claim.formula.text, range: claim.range))
    }
}
