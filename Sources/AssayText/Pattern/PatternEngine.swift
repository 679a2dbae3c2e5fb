// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Chooses, for a compiled pattern and a question, the cheapest way to the answer; all ways give the same.
///
/// 1. A prefilter skips to where a match can begin.
/// 2. There the deterministic automaton says whether one does, and where it ends.
/// 3. If that has read more than a few times the text, which a pattern such as `\[.*\]` can bring about, or has had to
///    make too many states, the search goes on without guessing: by ``PatternLiteral`` for what is a text, else by
///    ``PatternOracle``, which reads the text backward once and then knows all matches.
/// 4. Groups are found within the range of the match, by ``PatternBacktracker`` if it is short and not much is tried in
///    vain, else by ``PatternOracle``.
final class PatternEngine: Sendable {
    /// What one search needs; used by one thread at a time.
    final class Workspace: @unchecked Sendable {
        let automaton: PatternAutomaton
        /// Made when groups are asked for: it is large.
        lazy var backtracker = PatternBacktracker()
        /// Which groups an empty match has, by the traits of what stands before it and the symbol behind it.
        var emptyGroups: [Int: [Bool]] = [:]
        private let program: PatternProgram
        private lazy var reverse = PatternReverse(program)
        private var oracle: PatternOracle?
        private var endOracle: PatternOracle?

        init(_ program: PatternProgram) {
            self.program = program
            automaton = PatternAutomaton(program)
        }

        /// The oracle for matches that end anywhere, or only where its range does.
        func oracle(isEndOnly: Bool) -> PatternOracle {
            if let known = isEndOnly ? endOracle : oracle { return known }
            let new = PatternOracle(reverse, isEndOnly: isEndOnly)
            if isEndOnly { endOracle = new } else { oracle = new }
            return new
        }

        /// Gives back what only one text needs.
        func trim() {
            oracle?.trim()
            endOracle?.trim()
        }
    }

    let program: PatternProgram
    let prefilter: PatternPrefilter
    private let literal: PatternLiteral?
    private let pool = Mutex<[Workspace]>([])

    /// The most workspaces that are kept for later.
    private static let poolLimit = 16

    /// False leaves the cheaper ways out, to test the others.
    private let isGuessing: Bool

    init(_ program: PatternProgram, isGuessing: Bool = true) {
        self.program = program
        self.isGuessing = isGuessing
        prefilter = PatternPrefilter(program)
        literal = PatternLiteral(program)
    }

    private func take() -> Workspace { pool.withLock { $0.popLast() } ?? Workspace(program) }

    private func give(_ workspace: Workspace) {
        workspace.trim()
        pool.withLock { if $0.count < Self.poolLimit { $0.append(workspace) } }
    }

    // MARK: Questions

    func match(_ text: borrowing Span<UInt8>, from start: Int, _ mode: PatternMode) -> Pattern.Match? {
        let workspace = take()
        defer { give(workspace) }
        var work = Work(text.count - start, isGuessing)
        guard let range = range(workspace, text, from: start, mode, false, &work) else { return nil }
        return match(workspace, text, range, &work)
    }

    func range(_ text: borrowing Span<UInt8>, from start: Int, _ mode: PatternMode) -> Range<Int>? {
        let workspace = take()
        defer { give(workspace) }
        var work = Work(text.count - start, isGuessing)
        return range(workspace, text, from: start, mode, false, &work)
    }

    func contains(_ text: borrowing Span<UInt8>, _ mode: PatternMode) -> Bool {
        let workspace = take()
        defer { give(workspace) }
        var work = Work(text.count, isGuessing)
        return range(workspace, text, from: 0, mode, true, &work) != nil
    }

    func forEachRange(_ text: borrowing Span<UInt8>, _ body: (Range<Int>) -> Bool) {
        let workspace = take()
        defer { give(workspace) }
        var work = Work(text.count, isGuessing)
        var position = 0
        var mode: PatternMode = []
        while let range = range(workspace, text, from: position, mode, false, &work), body(range) {
            position = range.upperBound
            mode = range.isEmpty ? .nonEmpty : []
        }
    }

    func forEachMatch(_ text: borrowing Span<UInt8>, _ body: (Pattern.Match) -> Bool) {
        let workspace = take()
        defer { give(workspace) }
        var work = Work(text.count, isGuessing)
        var position = 0
        var mode: PatternMode = []
        while let range = range(workspace, text, from: position, mode, false, &work) {
            guard let match = match(workspace, text, range, &work), body(match) else { return }
            position = range.upperBound
            mode = range.isEmpty ? .nonEmpty : []
        }
    }

    // MARK: Ways

    /// What may still be spent on guesses.
    private struct Work {
        /// In bytes read.
        var left: Int
        /// In instructions looked at to make states of the automaton.
        var stateWork: Int
        /// In instructions tried to find groups.
        var tries: Int
        /// Whether guesses have been given up.
        var isExhausted = false
        /// What has read the text, if guesses have been given up.
        var oracle: PatternOracle?

        init(_ count: Int, _ isGuessing: Bool) {
            left = isGuessing ? 2 * count + 4096 : 0
            stateWork = isGuessing ? Work.states(count) : 0
            tries = isGuessing ? 32 * count + 4096 : 0
        }

        static func states(_ count: Int) -> Int { 16 * count + 65536 }
    }

    private func range(
        _ workspace: Workspace, _ text: borrowing Span<UInt8>, from start: Int, _ mode: PatternMode,
        _ isEarliest: Bool, _ work: inout Work
    ) -> Range<Int>? {
        var stop = 0
        if mode.contains(.anchored) {
            let end = workspace.automaton.end(
                text, from: start, mode, isEarliest: isEarliest, stop: &stop, work: &work.stateWork)
            if end != PatternAutomaton.gaveUp { return end < 0 ? nil : start..<end }
            let oracle = workspace.oracle(isEndOnly: mode.contains(.whole))
            oracle.read(text, start..<text.count)
            return oracle.end(text, at: start, isNonEmpty: mode.contains(.nonEmpty)).map { start..<$0 }
        }
        var candidate = start
        var current = mode.union(.anchored)
        while work.left > 0, !work.isExhausted {
            guard let next = prefilter.next(text, from: candidate) else { return nil }
            if next > start { current.remove(.nonEmpty) }
            candidate = next
            let end = workspace.automaton.end(
                text, from: next, current, isEarliest: isEarliest, stop: &stop, work: &work.stateWork)
            if end == PatternAutomaton.gaveUp {
                work.isExhausted = true
                break
            }
            if end >= 0 {
                // What was read beyond the end will be read again.
                work.left -= stop - end
                return next..<end
            }
            work.left -= stop - next
            guard next < text.count else { return nil }
            candidate = next + program.symbol(text, at: next).length
        }
        // Every beginning before the candidate has been ruled out.
        if candidate > start { current.remove(.nonEmpty) }
        if let literal { return literal.range(program, text, from: candidate) }
        if let oracle = work.oracle {
            return oracle.range(text, from: candidate, isNonEmpty: current.contains(.nonEmpty))
        }
        var states = Work.states(text.count - candidate)
        let end = workspace.automaton.end(
            text, from: candidate, current.subtracting(.anchored), isEarliest: true, stop: &stop, work: &states)
        if end == -1 { return nil }
        if end >= 0, isEarliest { return candidate..<end }
        let oracle = workspace.oracle(isEndOnly: false)
        oracle.read(text, candidate..<text.count)
        work.oracle = oracle
        return oracle.range(text, from: candidate, isNonEmpty: current.contains(.nonEmpty))
    }

    /// The groups of the match that was found in `range`.
    private func match(
        _ workspace: Workspace, _ text: borrowing Span<UInt8>, _ range: Range<Int>, _ work: inout Work
    ) -> Pattern.Match? {
        guard program.captureCount > 0 else { return Pattern.Match(range: range, groups: []) }
        var emptyKey = 0
        if range.isEmpty {
            // An empty match is made of what stands on both sides of it, and all its groups lie there.
            let symbol = program.symbol(text, at: range.lowerBound).symbol
            emptyKey = symbol << 8 | Int(program.traitsBefore(text, range.lowerBound))
            if let known = workspace.emptyGroups[emptyKey] {
                return Pattern.Match(range: range, groups: known.map { $0 ? range : nil })
            }
        }
        var slots: [Int]
        if work.tries > 0, PatternBacktracker.isFit(program, range),
            workspace.backtracker.run(program, text, in: range, tries: &work.tries)
        {
            slots = workspace.backtracker.slots
        } else {
            slots = [Int](repeating: -1, count: 2 * program.captureCount + 2)
            let oracle = workspace.oracle(isEndOnly: true)
            oracle.read(text, range)
            guard oracle.slots(text, into: &slots) else { return nil }
        }
        var groups: [Range<Int>?] = []
        groups.reserveCapacity(program.captureCount)
        for index in stride(from: 2, to: slots.count, by: 2) {
            let isSet = slots[index] >= 0 && slots[index + 1] >= slots[index]
            groups.append(isSet ? slots[index]..<slots[index + 1] : nil)
        }
        if range.isEmpty {
            if workspace.emptyGroups.count * program.captureCount > 1 << 16 {
                workspace.emptyGroups.removeAll(keepingCapacity: true)
            }
            workspace.emptyGroups[emptyKey] = groups.map { $0 != nil }
        }
        return Pattern.Match(range: range, groups: groups)
    }
}
