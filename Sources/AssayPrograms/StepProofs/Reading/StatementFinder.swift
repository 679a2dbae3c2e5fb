// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

/// Finds relations in a step's tokens, and what stands around them.
///
/// A relation is taken with as much to its sides as reads as arithmetic. Where words before or behind could change what
/// a side means ("half of 12 + 6 = …", "= 3 dozen"), the statement is not read.
struct StatementFinder {
    private let tokens: [MathToken]
    private(set) var items: [StatementItem] = []

    init(_ tokens: [MathToken]) {
        self.tokens = StatementFinder.opened(tokens)
    }

    /// The items of a step.
    static func items(_ tokens: [MathToken]) -> [StatementItem] {
        var finder = StatementFinder(tokens)
        finder.run()
        return finder.items
    }

    /// Brackets around whole relations become breaks.
    private static func opened(_ tokens: [MathToken]) -> [MathToken] {
        var result = tokens
        var stack: [(index: Int, hasRelation: Bool)] = []
        for (index, token) in tokens.enumerated() {
            switch token.kind {
            case .open: stack.append((index, false))
            case .close:
                guard let last = stack.popLast() else {
                    result[index].kind = .comma
                    continue
                }
                if last.hasRelation {
                    result[last.index].kind = .comma
                    result[index].kind = .comma
                }
            case .relation: for place in stack.indices { stack[place].hasRelation = true }
            case .stop where token.text == "\n" && !token.isMath:
                for open in stack { result[open.index].kind = .comma }
                stack = []
            default: break
            }
        }
        for open in stack { result[open.index].kind = .comma }
        return result
    }

    private static let breaks: Set<String> = StepWords.hypotheses.union(StepWords.conclusions)
        .union(["and", "or", "but", "which", "while", "that", "also", "however", "we"])

    // MARK: - Segments

    private mutating func run() {
        var start = 0
        var depth = 0
        for (index, token) in tokens.enumerated() {
            if token.kind == .open { depth += 1 }
            if token.kind == .close { depth -= 1 }
            guard isBreak(token, depth) else { continue }
            segment(start..<index)
            switch token.kind {
            case .comma: items.append(.comma)
            case .colon: items.append(.colon)
            case .arrow: items.append(.arrow)
            case .stop where token.text == "\n": items.append(.comma)
            case .stop: items.append(.stop(isQuestion: token.text == "?"))
            default: items.append(.word(token.text))
            }
            start = index + 1
        }
        segment(start..<tokens.count)
    }

    private func isBreak(_ token: MathToken, _ depth: Int) -> Bool {
        switch token.kind {
        case .comma: depth <= 0
        case .colon, .arrow: true
        case .stop: true
        case .word: StatementFinder.breaks.contains(token.text)
        default: false
        }
    }

    private mutating func segment(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        var depth = 0
        var relations: [Int] = []
        for index in range {
            switch tokens[index].kind {
            case .open: depth += 1
            case .close: depth -= 1
            case .relation where depth <= 0: relations.append(index)
            default: break
            }
        }
        guard !relations.isEmpty else {
            if let statement = property(range) {
                items.append(.statement(statement))
                return
            }
            for index in range {
                let token = tokens[index]
                items.append(
                    token.kind == .word ? .word(token.text) : .operand(token.kind == .symbol ? token.text : ""))
            }
            return
        }
        items.append(contentsOf: words(before: relations, range))
        items.append(.statement(statement(range, relations)))
    }

    /// Words before the first relation: some say what the statement is.
    private func words(before relations: [Int], _ range: Range<Int>) -> [StatementItem] {
        tokens[range.lowerBound..<relations[0]].filter { $0.kind == .word }.map { .word($0.text) }
    }

    // MARK: - Statements

    private func statement(_ range: Range<Int>, _ relations: [Int]) -> Statement {
        var result = Statement(sides: [], relations: relations.map { tokens[$0].text }, range: 0..<0)
        var bounds = [range.lowerBound]
        for relation in relations { bounds.append(relation + 1) }
        let ends = relations + [range.upperBound]
        var low = tokens[relations[0]].range.lowerBound
        var high = tokens[relations[relations.count - 1]].range.upperBound
        for (place, start) in bounds.enumerated() {
            let end = ends[place]
            if place == 0 {
                let (side, from) = first(start..<end, in: range, &result)
                if let from { low = tokens[from].range.lowerBound }
                result.sides.append(side)
            } else {
                var reader = SideReader(tokens[start..<end])
                guard let (stop, side) = reader.longest() else {
                    let hasOperand = tokens[start..<end].contains { $0.endsOperand || $0.kind == .unreadable }
                    result.sides.append(
                        StatementSide(isName: !hasOperand && start < end, failure: "a side is not arithmetic"))
                    continue
                }
                var taken = side
                high = max(high, tokens[stop - 1].range.upperBound)
                if place == bounds.count - 1 {
                    last(stop..<end, &taken, &result)
                } else if stop < end {
                    // Words between two relations: a unit, at most.
                    let rest = tokens[stop..<end]
                    let isUnit =
                        rest.count <= SideReader.unitWords && rest.allSatisfy { $0.kind == .word }
                        && !rest.contains { StepWords.scales.contains($0.text) }
                    if isUnit {
                        taken.units.append(rest.map(\.text).joined(separator: " "))
                    } else {
                        taken.failure = "a side is not arithmetic"
                    }
                }
                result.sides.append(taken)
            }
        }
        result.range = low..<max(low, high)
        return result
    }

    /// The first side: the longest arithmetic that ends at the relation.
    private func first(_ range: Range<Int>, in segment: Range<Int>, _ statement: inout Statement) -> (
        StatementSide, Int?
    ) {
        let low = max(range.lowerBound, range.upperBound - SideReader.tokens)
        for start in low..<max(low, range.upperBound) {
            let token = tokens[start]
            let isSigned =
                token.kind == .sign && token.text != "*" && token.text != "/"
                && !(start > range.lowerBound && tokens[start - 1].endsOperand)
                && start + 1 < range.upperBound && !tokens[start + 1].isSpaced
            guard token.beginsOperand || isSigned else { continue }
            if token.kind == .currency, start > low, tokens[start - 1].kind == .currency { continue }
            var reader = SideReader(tokens[start..<range.upperBound])
            guard let (end, side) = reader.longest() else { continue }
            var taken = side
            if end < range.upperBound {
                let rest = tokens[end..<range.upperBound]
                guard rest.count <= SideReader.unitWords, rest.allSatisfy({ $0.kind == .word }),
                    !rest.contains(where: { StepWords.scales.contains($0.text) || $0.text == "is" })
                else { continue }
                taken.units.append(rest.map(\.text).joined(separator: " "))
            }
            before(start, &taken, &statement)
            return (taken, start)
        }
        let hasOperand = tokens[range].contains { $0.kind != .word }
        return (StatementSide(isName: !hasOperand && !range.isEmpty, failure: "a side is not arithmetic"), nil)
    }

    /// What stands before the first operand may change what it means.
    private func before(_ start: Int, _ side: inout StatementSide, _ statement: inout Statement) {
        var place = start - 1
        guard place >= 0 else { return }
        let token = tokens[place]
        switch token.kind {
        case .word:
            var word = token.text
            if word == "of" || word == "the" || word == "a" {
                while place > 0, tokens[place].kind == .word, ["of", "the", "a", "an"].contains(tokens[place].text) {
                    place -= 1
                }
                let behind = tokens[place].kind == .word ? tokens[place].text : ""
                let hasOf = tokens[place..<start].contains { $0.text == "of" }
                if hasOf, !StepWords.totals.contains(behind) {
                    if StepWords.parts.contains(behind) || tokens[place].kind != .word {
                        if side.hasOperator || !behind.isEmpty { statement.block = "\"\(behind) of\" stands before it" }
                    } else {
                        statement.doubt = statement.doubt ?? "\"of\" stands before it"
                    }
                }
                word = behind
            }
            if StepWords.binding.contains(word), !StatementFinder.breaks.contains(word) {
                statement.block = statement.block ?? "\"\(word)\" stands before it"
            }
            if word == "and" || word == "or" { listed(place, &statement) }
            // A lone number behind words belongs to a name: "cost of 5 apples = 5*2".
            if !side.hasOperator, side.shown != nil, statement.relations.first == "=",
                !StatementFinder.breaks.contains(token.text) || ["with", "for", "from", "using"].contains(token.text)
            {
                side.isName = true
                side.failure = "a name stands on the left"
            }
        case .comma: listed(place, &statement)
        case .stop, .colon, .arrow, .relation: return
        default: statement.block = "what stands before it is not read"
        }
    }

    /// A number before a comma or "and" may be the beginning of a list that goes on.
    private func listed(_ place: Int, _ statement: inout Statement) {
        guard place > 0,
            tokens[place - 1].endsOperand || (tokens[place].text == "," && tokens[place - 1].kind == .unreadable)
        else { return }
        var index = place - 1
        while index >= 0, ![.stop, .comma, .colon, .arrow].contains(tokens[index].kind) {
            if tokens[index].kind == .relation { return }
            index -= 1
        }
        statement.block = statement.block ?? "a list stands before it"
    }

    /// What stands behind the last operand may change what it means.
    private func last(_ rest: Range<Int>, _ side: inout StatementSide, _ statement: inout Statement) {
        var index = rest.lowerBound
        var words: [String] = []
        while index < tokens.count, words.count < 4 {
            let token = tokens[index]
            if token.kind == .modulus, words.isEmpty {
                statement.modulus = Int(token.text)
                index += 1
                continue
            }
            guard token.kind == .word, index < rest.upperBound || token.text != "and" else { break }
            if index >= rest.upperBound { break }
            words.append(token.text)
            index += 1
        }
        if let scale = words.prefix(3).first(where: StepWords.scales.contains) {
            statement.block = statement.block ?? "\"\(scale)\" stands behind it"
        }
        if let word = words.first(where: StepWords.rounding.contains) {
            statement.doubt = statement.doubt ?? "\"\(word)\" stands behind it"
        }
        if let unit = words.first { side.units.append(unit) }
        guard index < tokens.count else { return }
        let next = tokens[index]
        let behind = index + 1 < tokens.count ? tokens[index + 1] : nil
        switch next.kind {
        case .word where next.text == "and" || next.text == "or", .comma:
            guard let behind else { return }
            // `x = 2 or -2`, `= 3, 4`, `3 and 1/2`, `3 and a half`.
            var place = index + 1
            if behind.kind == .sign { place += 1 }
            let isNumber = place < tokens.count && tokens[place].beginsOperand && !opensStatement(index + 1)
            let isHalf =
                behind.text == "a" && index + 2 < tokens.count && StepWords.scales.contains(tokens[index + 2].text)
            if words.isEmpty, isNumber || isHalf { statement.block = statement.block ?? "a list stands behind it" }
        case .stop, .colon, .arrow: return
        case .word: return
        case .close: return
        case .currency, .percent: return
        default:
            if words.isEmpty { statement.block = statement.block ?? "what stands behind it is not read" }
        }
    }

    /// Whether a relation stands before the next break.
    private func opensStatement(_ from: Int) -> Bool {
        var index = from
        while index < tokens.count, index - from < 60 {
            if tokens[index].kind == .relation { return true }
            if isBreak(tokens[index], 0) { return false }
            index += 1
        }
        return false
    }

    // MARK: - Properties

    /// `n is even`, `x is positive`, `n is divisible by 3`.
    private func property(_ range: Range<Int>) -> Statement? {
        guard
            let verb = range.first(where: { tokens[$0].kind == .word && ["is", "are", "be"].contains(tokens[$0].text) }
            ),
            verb > range.lowerBound
        else { return nil }
        var index = verb + 1
        while index < range.upperBound, ["a", "an", "also", "real"].contains(tokens[index].text) { index += 1 }
        guard index < range.upperBound, tokens[index].kind == .word else { return nil }
        var word = tokens[index].text
        guard
            [
                "even", "odd", "positive", "negative", "nonnegative", "nonzero", "integer", "integers", "whole",
                "divisible",
                "multiple",
            ].contains(word)
        else { return nil }
        if word == "divisible" || word == "multiple" {
            guard index + 2 < range.upperBound, ["by", "of"].contains(tokens[index + 1].text),
                tokens[index + 2].kind == .number, let modulus = Int(tokens[index + 2].text), modulus > 0
            else { return nil }
            word = "divisible \(modulus)"
        }
        for start in range.lowerBound..<verb where tokens[start].beginsOperand {
            guard start == range.lowerBound || tokens[start - 1].kind == .word else { continue }
            var reader = SideReader(tokens[start..<verb])
            guard let (end, side) = reader.longest(), end == verb else { continue }
            var statement = Statement(
                sides: [side], relations: [],
                range: tokens[start].range.lowerBound..<tokens[index].range.upperBound)
            var unnamed = side
            before(start, &unnamed, &statement)
            statement.property = word
            return statement
        }
        return nil
    }
}
