// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Chooses, for a compiled pattern and a question, the cheapest way to the answer; all ways give the same.
///
/// 1. A prefilter skips to where a match can begin.
/// 2. There the deterministic automaton says whether one does, and where it ends.
/// 3. If that has read more than a few times the text, which a pattern such as `\[.*\]` can bring about, the search
///    goes on without guessing: the automaton over all beginnings at once says whether there is a match, the
///    general engine says where.
/// 4. Groups are found by the general engine, from the beginning of the match on.
final class PatternEngine: Sendable {
    /// What one search needs; used by one thread at a time.
    final class Workspace: @unchecked Sendable {
        let automaton: PatternAutomaton
        let threads = PatternThreads()

        init(_ program: PatternProgram) { automaton = PatternAutomaton(program) }
    }

    let program: PatternProgram
    let prefilter: PatternPrefilter
    private let pool = Mutex<[Workspace]>([])

    /// The most workspaces that are kept for later.
    private static let poolLimit = 16

    init(_ program: PatternProgram) {
        self.program = program
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
        var work = Work(text.count - start)
        guard let range = range(workspace, text, from: start, mode, false, &work) else { return nil }
        return match(workspace, text, range, mode)
    }

    func range(_ text: borrowing Span<UInt8>, from start: Int, _ mode: PatternMode) -> Range<Int>? {
        let workspace = take()
        defer { give(workspace) }
        var work = Work(text.count - start)
        return range(workspace, text, from: start, mode, false, &work)
    }

    func contains(_ text: borrowing Span<UInt8>, _ mode: PatternMode) -> Bool {
        let workspace = take()
        defer { give(workspace) }
        var work = Work(text.count)
        return range(workspace, text, from: 0, mode, true, &work) != nil
    }

    func forEachRange(_ text: borrowing Span<UInt8>, _ body: (Range<Int>) -> Bool) {
        let workspace = take()
        defer { give(workspace) }
        var work = Work(text.count)
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
        var work = Work(text.count)
        var position = 0
        var mode: PatternMode = []
        while let range = range(workspace, text, from: position, mode, false, &work) {
            guard let match = match(workspace, text, range, mode), body(match) else { return }
            position = range.upperBound
            mode = range.isEmpty ? .nonEmpty : []
        }
    }

    // MARK: Ways

    /// What may still be spent on guesses, in bytes read.
    private struct Work {
        var left: Int
        init(_ count: Int) { left = 8 * count + 4096 }
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
        current.remove(.anchored)
        let end = workspace.automaton.end(text, from: candidate, current, isEarliest: isEarliest, stop: &stop)
        if end < 0 { return nil }
        if isEarliest { return candidate..<end }
        guard let slots = workspace.threads.run(program, text, from: candidate, current, slotCount: 2) else {
            return nil
        }
        return slots[0]..<slots[1]
    }

    /// The groups of the match that was found in `range`.
    private func match(
        _ workspace: Workspace, _ text: borrowing Span<UInt8>, _ range: Range<Int>, _ mode: PatternMode
    ) -> Pattern.Match? {
        guard program.captureCount > 0 else { return Pattern.Match(range: range, groups: []) }
        let count = 2 * program.captureCount + 2
        // A match that is not empty may begin where an empty one is forbidden, and there only the same mode finds it.
        let mode = range.isEmpty ? mode.subtracting(.nonEmpty) : mode
        guard
            let slots = workspace.threads.run(
                program, text, from: range.lowerBound, mode.union(.anchored), slotCount: count)
        else { return nil }
        var groups: [Range<Int>?] = []
        groups.reserveCapacity(program.captureCount)
        for index in stride(from: 2, to: slots.count, by: 2) {
            let isSet = slots[index] >= 0 && slots[index + 1] >= slots[index]
            groups.append(isSet ? slots[index]..<slots[index + 1] : nil)
        }
        return Pattern.Match(range: range, groups: groups)
    }
}
