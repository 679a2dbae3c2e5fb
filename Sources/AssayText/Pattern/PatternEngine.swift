// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Chooses, for a compiled pattern and a question, the cheapest way to the answer; all ways give the same.
///
/// 1. A prefilter skips to where a match can begin.
/// 2. There the deterministic automaton says whether one does, and where it ends.
/// 3. If that has read more than a few times the text, which a pattern such as `\[.*\]` can bring about, the search
///    goes on without guessing: ``PatternOracle`` reads the text backward once and then knows all matches.
/// 4. Groups are found within the range of the match, by ``PatternBacktracker`` if it is short, else by
///    ``PatternThreads``.
final class PatternEngine: Sendable {
    /// What one search needs; used by one thread at a time.
    final class Workspace: @unchecked Sendable {
        let automaton: PatternAutomaton
        let threads = PatternThreads()
        /// Made when groups are asked for: it is large.
        lazy var backtracker = PatternBacktracker()

        init(_ program: PatternProgram) { automaton = PatternAutomaton(program) }
    }

    let program: PatternProgram
    let prefilter: PatternPrefilter
    private let pool = Mutex<[Workspace]>([])

    /// The most workspaces that are kept for later.
    private static let poolLimit = 16

    /// False leaves the cheaper ways out, to test the others.
    private let isGuessing: Bool

    init(_ program: PatternProgram, isGuessing: Bool = true) {
        self.program = program
        self.isGuessing = isGuessing
        prefilter = PatternPrefilter(program)
    }

    private func take() -> Workspace { pool.withLock { $0.popLast() } ?? Workspace(program) }

    private func give(_ workspace: Workspace) {
        pool.withLock { if $0.count < Self.poolLimit { $0.append(workspace) } }
    }

    // MARK: Questions

    func match(_ text: borrowing Span<UInt8>, from start: Int, _ mode: PatternMode) -> Pattern.Match? {
        let workspace = take()
        defer { give(workspace) }
        var work = Work(text.count - start, isGuessing)
        guard let range = range(workspace, text, from: start, mode, false, &work) else { return nil }
        return match(workspace, text, range)
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
            guard let match = match(workspace, text, range), body(match) else { return }
            position = range.upperBound
            mode = range.isEmpty ? .nonEmpty : []
        }
    }

    // MARK: Ways

    /// What may still be spent on guesses, in bytes read.
    private struct Work {
        var left: Int
        var oracle: PatternOracle?
        init(_ count: Int, _ isGuessing: Bool) { left = isGuessing ? 2 * count + 4096 : 0 }
    }

    private func range(
        _ workspace: Workspace, _ text: borrowing Span<UInt8>, from start: Int, _ mode: PatternMode,
        _ isEarliest: Bool, _ work: inout Work
    ) -> Range<Int>? {
        var stop = 0
        if mode.contains(.anchored) {
            let end = workspace.automaton.end(text, from: start, mode, isEarliest: isEarliest, stop: &stop)
            return end < 0 ? nil : start..<end
        }
        let anchored = mode.union(.anchored)
        var candidate = start
        var current = anchored
        while work.left > 0 {
            guard let next = prefilter.next(text, from: candidate) else { return nil }
            if next > start { current.remove(.nonEmpty) }
            let end = workspace.automaton.end(text, from: next, current, isEarliest: isEarliest, stop: &stop)
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
        if isEarliest || work.oracle == nil {
            let searching = current.subtracting(.anchored)
            let end = workspace.automaton.end(text, from: candidate, searching, isEarliest: true, stop: &stop)
            if end < 0 { return nil }
            if isEarliest { return candidate..<end }
        }
        let oracle = work.oracle ?? PatternOracle(program, text, from: candidate)
        work.oracle = oracle
        return oracle.range(text, from: candidate, isNonEmpty: current.contains(.nonEmpty))
    }

    /// The groups of the match that was found in `range`.
    private func match(
        _ workspace: Workspace, _ text: borrowing Span<UInt8>, _ range: Range<Int>
    ) -> Pattern.Match? {
        guard program.captureCount > 0 else { return Pattern.Match(range: range, groups: []) }
        var slots: [Int]
        if isGuessing, PatternBacktracker.isFit(program, range) {
            guard workspace.backtracker.run(program, text, in: range) else { return nil }
            slots = workspace.backtracker.slots
        } else {
            guard let found = workspace.threads.slots(program, text, in: range) else { return nil }
            slots = found
        }
        var groups: [Range<Int>?] = []
        groups.reserveCapacity(program.captureCount)
        for index in stride(from: 2, to: slots.count, by: 2) {
            let isSet = slots[index] >= 0 && slots[index + 1] >= slots[index]
            groups.append(isSet ? slots[index]..<slots[index + 1] : nil)
        }
        return Pattern.Match(range: range, groups: groups)
    }
}
