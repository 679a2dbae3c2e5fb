// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Chooses, for a compiled pattern and a question, the cheapest way to the answer; all ways give the same.
final class PatternEngine: Sendable {
    let program: PatternProgram

    init(_ program: PatternProgram, _ syntax: PatternSyntax) {
        self.program = program
    }

    func match(_ text: borrowing Span<UInt8>, from start: Int, _ mode: PatternMode) -> Pattern.Match? {
        let threads = PatternThreads()
        let count = 2 * program.captureCount + 2
        guard let slots = threads.run(program, text, from: start, mode, slotCount: count) else { return nil }
        return Self.match(slots)
    }

    func range(_ text: borrowing Span<UInt8>, from start: Int, _ mode: PatternMode) -> Range<Int>? {
        guard let slots = PatternThreads().run(program, text, from: start, mode, slotCount: 2) else { return nil }
        return slots[0]..<slots[1]
    }

    func contains(_ text: borrowing Span<UInt8>, _ mode: PatternMode) -> Bool {
        range(text, from: 0, mode) != nil
    }

    func forEachRange(_ text: borrowing Span<UInt8>, _ body: (Range<Int>) -> Bool) {
        var position = 0
        var mode: PatternMode = []
        while let range = range(text, from: position, mode), body(range) {
            position = range.upperBound
            mode = range.isEmpty ? .nonEmpty : []
        }
    }

    func forEachMatch(_ text: borrowing Span<UInt8>, _ body: (Pattern.Match) -> Bool) {
        var position = 0
        var mode: PatternMode = []
        while let match = match(text, from: position, mode), body(match) {
            position = match.range.upperBound
            mode = match.range.isEmpty ? .nonEmpty : []
        }
    }

    private static func match(_ slots: [Int]) -> Pattern.Match {
        var groups: [Range<Int>?] = []
        for index in stride(from: 2, to: slots.count, by: 2) {
            // A group that was opened again but not closed keeps no span: neither does Python's.
            let isSet = slots[index] >= 0 && slots[index + 1] >= slots[index]
            groups.append(isSet ? slots[index]..<slots[index + 1] : nil)
        }
        return Pattern.Match(range: slots[0]..<slots[1], groups: groups)
    }
}
