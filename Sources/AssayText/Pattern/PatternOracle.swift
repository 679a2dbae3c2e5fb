// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Finds all matches of a text, and their groups, in time linear in its length, whatever the pattern.
///
/// Searching from one match to the next can read far ahead again and again (`.*?z|a` in a text without z). Here
/// the text is read backward once: for each position, which instructions lead to a match from there on. Forward, one
/// thread then follows the order of priority and never takes a branch that fails.
///
/// The sets of instructions are states of a deterministic automaton, built as needed; where a text leads to ever new
/// ones, they are computed without it. They are kept for one block of the text at a time and computed again from
/// checkpoints, so that memory stays small.
///
/// Source: Alain Frisch and Luca Cardelli, "Greedy Regular Expression Matching", 2004,
/// doi:10.1007/978-3-540-27836-8_53.
/// - Complexity: two passes; length of the text × a step of ``PatternReverse`` at worst, one look-up a byte at best.
final class PatternOracle {
    private let program: PatternProgram
    private let reverse: PatternReverse
    private let rows: PatternRows
    private let width: Int
    /// Whether a match counts only if it ends at the end of the range.
    private let isEndOnly: Bool
    private var lower = 0
    private var upper = 0
    private var blockSize = 0
    /// Rows at the ends of blocks, from the end of the text to the beginning.
    private var checkpoints: [Int] = []
    private var checkpointRows: [UInt64] = []
    /// The rows of the positions of one block: numbers of rows that are kept, or complements of places in ``loose``.
    private var block: Range<Int> = 0..<0
    private var states: UnsafeMutablePointer<Int32>
    private var stateCapacity = 64
    private var loose: UnsafeMutablePointer<UInt64>
    private var looseCapacity = 4
    private var looseCount = 0
    /// The numbers of the rows at the end of a range, by what stands behind and before it; -1 where not known.
    private var endRows: [Int32]
    /// The last row that was computed, and room for the next one.
    private var scratch: UnsafeMutablePointer<UInt64>
    private var spare: UnsafeMutablePointer<UInt64>
    /// Whether this text has too many different rows for keeping them to pay.
    private var isLoose = false

    init(_ reverse: PatternReverse, isEndOnly: Bool) {
        program = reverse.program
        self.reverse = reverse
        self.isEndOnly = isEndOnly
        width = reverse.width
        rows = PatternRows(width: width, fanOut: program.symbolCount * reverse.traitCount)
        endRows = [Int32](repeating: -1, count: rows.fanOut)
        states = .allocate(capacity: stateCapacity)
        loose = .allocate(capacity: looseCapacity * width)
        scratch = .allocate(capacity: width)
        spare = .allocate(capacity: width)
    }

    deinit {
        states.deallocate()
        loose.deallocate()
        scratch.deallocate()
        spare.deallocate()
    }

    // MARK: Forward

    /// The first match at or after `start`; the start of one search may not lie before the end of the last one.
    func range(_ text: borrowing Span<UInt8>, from start: Int, isNonEmpty: Bool) -> Range<Int>? {
        var begin = start
        if isNonEmpty {
            if let end = end(text, at: start, isNonEmpty: true) { return start..<end }
            begin += program.symbol(text, at: start).length
            if begin == start { return nil }
        }
        while true {
            let row = row(at: begin, text)
            if row.has(Int(program.start)) { return begin..<follow(row, text, from: begin) }
            guard begin < upper else { return nil }
            begin += program.symbol(text, at: begin).length
        }
    }

    /// The end of the match that begins at `start`.
    func end(_ text: borrowing Span<UInt8>, at start: Int, isNonEmpty: Bool) -> Int? {
        let row = row(at: start, text)
        guard row.has(Int(program.start)) else { return nil }
        guard isNonEmpty else { return follow(row, text, from: start) }
        // What leads to an empty match only does not count here.
        let before = program.traitsBefore(text, start)
        let symbol = program.symbol(text, at: start).symbol
        let state = Int(states[start - block.lowerBound])
        let entry = state * rows.fanOut + symbol * reverse.traitCount + reverse.traitIndices[Int(before)]
        if state >= 0, rows.notes[entry] != 0 { return nil }
        let strict = scratch
        for word in 0..<width { strict[word] = row[word] & reverse.consuming[word] }
        reverse.close(strict, before: before, symbol, accepts: false)
        if strict.has(Int(program.start)) { return follow(strict, text, from: start) }
        if state >= 0 { rows.notes[entry] = 1 }
        return nil
    }

    /// Sets the slots, pairs of begin and end, of the match that takes all of the range.
    func slots(_ text: borrowing Span<UInt8>, into slots: inout [Int]) -> Bool {
        let row = row(at: lower, text)
        guard row.has(Int(program.start)) else { return false }
        let places = UnsafeMutablePointer<Int>.allocate(capacity: slots.count)
        defer { places.deallocate() }
        for slot in slots.indices { places[slot] = slots[slot] }
        guard follow(row, text, from: lower, slots: places) == upper else { return false }
        for slot in slots.indices { slots[slot] = places[slot] }
        return true
    }

    /// Follows the thread of the highest priority that leads to a match to its end.
    @inline(__always)
    private func follow(
        _ first: UnsafeMutablePointer<UInt64>, _ text: borrowing Span<UInt8>, from begin: Int,
        slots: UnsafeMutablePointer<Int>? = nil
    ) -> Int {
        let instructions = reverse.instructions
        var row = first
        var state = Int(program.start)
        var position = begin
        while true {
            let instruction = instructions[state]
            switch instruction.operation {
            case .unit, .set:
                guard position < upper else { return position }
                position += program.symbol(text, at: position).length
                row = self.row(at: position, text)
            case .split where instruction.other >= 0 && !row.has(Int(instruction.next)):
                state = Int(instruction.other)
                continue
            case .save: slots?[Int(instruction.argument)] = position
            case .split, .assertion: break
            case .match, .fail: return position
            }
            state = Int(instruction.next)
        }
    }

    // MARK: Backward

    /// Sets the text; all questions are about what lies within these bytes.
    func read(_ text: borrowing Span<UInt8>, _ range: Range<Int>) {
        lower = range.lowerBound
        upper = range.upperBound
        block = 0..<0
        isLoose = false
        let area = max((1 << 28) / program.instructions.count, 256)
        blockSize = min(max(area, Int(Double(range.count).squareRoot())), 1 << 16)
        checkpoints.removeAll(keepingCapacity: true)
        checkpointRows.removeAll(keepingCapacity: true)
        let before = program.traitsBefore(text, upper)
        let symbol = program.symbol(text, at: upper).symbol
        let entry = symbol * reverse.traitCount + reverse.traitIndices[Int(before)]
        if endRows[entry] >= 0 {
            scratch.update(from: rows[Int(endRows[entry])], count: width)
        } else {
            scratch.update(repeating: 0, count: width)
            reverse.close(scratch, before: before, symbol, accepts: true)
            if let number = rows.number(of: scratch) { endRows[entry] = Int32(number) }
        }
        addCheckpoint(upper, scratch)
        if range.count > blockSize { readBackward(text, from: upper, to: lower, isKept: false) }
    }

    private func removeRows() {
        rows.removeAll()
        for index in endRows.indices { endRows[index] = -1 }
    }

    /// Gives memory back that only one text needs.
    func trim() {
        guard looseCapacity * width > 1 << 16 else { return }
        loose.deallocate()
        looseCapacity = 4
        looseCount = 0
        loose = .allocate(capacity: looseCapacity * width)
        block = 0..<0
        checkpoints = []
        checkpointRows = []
    }

    private func addCheckpoint(_ position: Int, _ row: UnsafeMutablePointer<UInt64>) {
        checkpoints.append(position)
        checkpointRows.append(contentsOf: UnsafeBufferPointer(start: row, count: width))
    }

    /// The instructions that lead to a match from `position` on.
    @inline(__always)
    private func row(at position: Int, _ text: borrowing Span<UInt8>) -> UnsafeMutablePointer<UInt64> {
        if !block.contains(position) { readBlock(text, around: position) }
        let state = Int(states[position - block.lowerBound])
        return state >= 0 ? rows[state] : loose + ~state * width
    }

    private func readBlock(_ text: borrowing Span<UInt8>, around position: Int) {
        // The block ends at the last checkpoint beyond the position, or at the end of the range.
        var low = 0
        var high = checkpoints.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if checkpoints[middle] > position { low = middle } else { high = middle }
        }
        let end = checkpoints[low]
        let begin = low + 1 < checkpoints.count ? checkpoints[low + 1] : lower
        block = begin..<(low == 0 ? end + 1 : end)
        if end - begin >= stateCapacity {
            states.deallocate()
            stateCapacity = max(end - begin + 1, 2 * stateCapacity)
            states = .allocate(capacity: stateCapacity)
        }
        states.update(repeating: 0, count: end - begin + 1)
        looseCount = 0
        if rows.isFull { removeRows() }
        for word in 0..<width { scratch[word] = checkpointRows[low * width + word] }
        readBackward(text, from: end, to: begin, isKept: true)
    }

    /// Reads from `end`, the row of which is in ``scratch``, down to `begin`; notes all rows, or makes checkpoints.
    private func readBackward(_ text: borrowing Span<UInt8>, from end: Int, to begin: Int, isKept: Bool) {
        let traitCount = reverse.traitCount
        var units = 0
        var misses = 0
        var position = end
        var state = isLoose ? nil : rows.number(of: scratch)
        if isKept { states[end - begin] = note(state, scratch) }
        guard position > begin else { return }
        var unit = self.unit(text, before: position, from: begin)
        while position > begin {
            let symbol = program.symbol(text, at: unit).symbol
            var before: UInt8 = 0
            var previous = unit
            if unit > begin {
                previous = self.unit(text, before: unit, from: begin)
                if program.hasAssertions { before = program.traits[program.symbol(text, at: previous).symbol] }
            } else {
                before = program.traitsBefore(text, unit)
            }
            let entry = symbol * traitCount + reverse.traitIndices[Int(before)]
            var next: Int?
            if let state {
                let known = Int(rows.transitions[state * rows.fanOut + entry])
                if known >= 0 { next = known }
            }
            if next == nil {
                let later = state.map { rows[$0] } ?? scratch
                reverse.consume(symbol, later, into: spare)
                reverse.close(spare, before: before, symbol, accepts: !isEndOnly)
                swap(&scratch, &spare)
                misses += 1
                if !isLoose, misses > 256, misses * 4 > units { isLoose = true }
                if !isLoose {
                    if rows.isFull, !isKept {
                        removeRows()
                        state = nil
                    }
                    next = rows.number(of: scratch)
                    if let state, let next {
                        rows.transitions[state * rows.fanOut + entry] = Int32(next)
                    }
                }
            }
            state = next
            units += 1
            position = unit
            unit = previous
            if isKept {
                states[position - begin] = note(state, scratch)
            } else if position <= checkpoints[checkpoints.count - 1] - blockSize {
                addCheckpoint(position, state.map { rows[$0] } ?? scratch)
            }
        }
    }

    /// The number of a row, or the complement of the place that it is given.
    @inline(__always)
    private func note(_ state: Int?, _ row: UnsafeMutablePointer<UInt64>) -> Int32 {
        if let state { return Int32(state) }
        if looseCount == looseCapacity {
            let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: 2 * looseCapacity * width)
            larger.update(from: loose, count: looseCount * width)
            loose.deallocate()
            loose = larger
            looseCapacity *= 2
        }
        (loose + looseCount * width).update(from: row, count: width)
        looseCount += 1
        return ~Int32(looseCount - 1)
    }

    /// Where the unit begins that ends at `position`.
    @inline(__always)
    private func unit(_ text: borrowing Span<UInt8>, before position: Int, from begin: Int) -> Int {
        var unit = position - 1
        guard text[unit] >= 0x80 else { return unit }
        while unit > begin, position - unit < 4, text[unit] & 0xC0 == 0x80 { unit -= 1 }
        return unit + PatternUTF8.scalar(text, at: unit).length == position ? unit : position - 1
    }
}
