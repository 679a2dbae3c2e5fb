// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// A small pattern for reading the sentences of constraints: the part of Python's `re` that recognition rules need,
/// with look-ahead, in linear time.
///
/// In a source, `#` stands for a number that is captured (the words are given beside it) and `~` for white space (`\s+`).
/// The rest is `re` syntax: literals, sets, `.`, `\d \s \S \w \W \b`, `^ $`, groups, `| * + ?` and their lazy forms,
/// `{n}`, `{n,m}`, `(?=…)`, `(?!…)`.
///
/// - Cost: each pair of instruction and position is visited at most once.
package struct SentencePattern: Sendable {
    indirect enum Node: Sendable {
        case one(UInt32), any, set(ScalarMembership), sequence([Node]), choice([Node])
        case loop(Node, minimum: Int, maximum: Int?, lazy: Bool)
        case group(Node, index: Int?)
        case boundary, start, end
        case look(Node, negated: Bool)
    }

    enum Instruction: Sendable {
        case one(UInt32), any, set(Int), split(Int, Int), jump(Int), save(Int), boundary, start, end
        /// The body follows and ends with `match`; the search goes on at `next`.
        case look(next: Int, negated: Bool)
        case match
    }

    let ignoresCase: Bool
    private(set) var program: [Instruction] = []
    private(set) var sets: [ScalarMembership] = []
    private(set) var groupCount = 1
    /// Whether the source was understood; a test holds every pattern to it.
    package private(set) var isValid = true
    /// Which ASCII scalars a match can begin with; nil where it may begin with anything.
    private(set) var beginnings: [Bool]?

    /// Compiles a source.
    ///
    /// A source that is not understood gives a pattern that never matches.
    package init(_ source: String, ignoresCase: Bool = false, numbers: [String] = [], wholeNumbers: Bool = false) {
        self.ignoresCase = ignoresCase
        let words = numbers.joined(separator: "|")
        let number = wholeNumbers ? "(\\d+|\\b(?:\(words))\\b)" : numbers.isEmpty ? "(\\d+)" : "(\\d+|\(words))"
        var expanded = ""
        for sign in source.unicodeScalars {
            switch sign {
            case "#": expanded += number
            case "~": expanded += "\\s+"
            default: expanded.unicodeScalars.append(sign)
            }
        }
        var parser = SentencePatternParser(expanded)
        guard let root = parser.parse() else {
            isValid = false
            return
        }
        groupCount = parser.groupCount
        emit(.group(root, index: 0))
        program.append(.match)
        beginnings = possibleBeginnings()
    }

    private mutating func emit(_ node: Node) {
        switch node {
        case .one(let scalar): program.append(.one(ignoresCase ? CaseKey.of(scalar) : scalar))
        case .any: program.append(.any)
        case .set(let set):
            sets.append(set)
            program.append(.set(sets.count - 1))
        case .sequence(let nodes): nodes.forEach { emit($0) }
        case .choice(let nodes):
            var jumps: [Int] = []
            for node in nodes.dropLast() {
                let split = program.count
                program.append(.match)
                emit(node)
                jumps.append(program.count)
                program.append(.match)
                program[split] = .split(split + 1, program.count)
            }
            if let last = nodes.last { emit(last) }
            for jump in jumps { program[jump] = .jump(program.count) }
        case .loop(let node, let minimum, let maximum, let lazy): emitLoop(node, minimum, maximum, lazy)
        case .group(let node, let index):
            if let index { program.append(.save(2 * index)) }
            emit(node)
            if let index { program.append(.save(2 * index + 1)) }
        case .boundary: program.append(.boundary)
        case .start: program.append(.start)
        case .end: program.append(.end)
        case .look(let node, let negated):
            let look = program.count
            program.append(.match)
            emit(node)
            program.append(.match)
            program[look] = .look(next: program.count, negated: negated)
        }
    }

    private mutating func emitLoop(_ node: Node, _ minimum: Int, _ maximum: Int?, _ lazy: Bool) {
        for _ in 0..<minimum { emit(node) }
        guard let maximum else {
            let split = program.count
            program.append(.match)
            emit(node)
            program.append(.jump(split))
            program[split] = lazy ? .split(program.count, split + 1) : .split(split + 1, program.count)
            return
        }
        var splits: [Int] = []
        for _ in minimum..<max(minimum, maximum) {
            splits.append(program.count)
            program.append(.match)
            emit(node)
        }
        for split in splits {
            program[split] = lazy ? .split(program.count, split + 1) : .split(split + 1, program.count)
        }
    }

    /// Over-approximates the first scalars of matches: assertions are taken to hold.
    private func possibleBeginnings() -> [Bool]? {
        var result = [Bool](repeating: false, count: 128)
        var seen = Set<Int>()
        var waiting = [0]
        while let pc = waiting.popLast() {
            guard seen.insert(pc).inserted else { continue }
            switch program[pc] {
            case .match: return nil
            case .any: return nil
            case .one(let scalar):
                guard scalar < 128 else { return nil }
                // Some letters have a second form outside ASCII.
                if ignoresCase, [0x69, 0x73, 0x6B].contains(scalar) { return nil }
                result[Int(scalar)] = true
                if ignoresCase, scalar &- 0x61 < 26 { result[Int(scalar) - 32] = true }
            case .set(let index):
                guard sets[index].isASCII else { return nil }
                for scalar in UInt32(0)..<128 where sets[index].contains(scalar) { result[Int(scalar)] = true }
            case .split(let first, let second): waiting += [first, second]
            case .jump(let next), .look(let next, _): waiting.append(next)
            case .save, .boundary, .start, .end: waiting.append(pc + 1)
            }
        }
        return result
    }
}

/// A set of scalars in a ``SentencePattern``.
struct ScalarMembership: Sendable {
    enum Class: Sendable { case space, notSpace, word, notWord, digit }
    var ranges: [ClosedRange<UInt32>] = []
    var classes: [Class] = []
    var isNegated = false

    /// Whether no scalar beyond ASCII is in it.
    var isASCII: Bool { !isNegated && classes.isEmpty && ranges.allSatisfy { $0.upperBound < 128 } }

    func contains(_ scalar: UInt32) -> Bool {
        var found = ranges.contains { $0.contains(scalar) }
        if !found {
            found = classes.contains {
                switch $0 {
                case .space: UnicodeScalars.isSpace(scalar)
                case .notSpace: !UnicodeScalars.isSpace(scalar)
                case .word: UnicodeScalars.isWord(scalar)
                case .notWord: !UnicodeScalars.isWord(scalar)
                case .digit: UnicodeScalars.isDigit(scalar)
                }
            }
        }
        return found != isNegated
    }
}
