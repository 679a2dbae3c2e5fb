// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Finds all matches of a text in time linear in its length, whatever the pattern.
///
/// Searching from one match to the next can read far ahead again and again (`.*?z|a` in a text without z). Here
/// the text is read backward once: for each position, which instructions lead to a match from there on. Forward, one
/// thread then follows the order of priority and never takes a branch that fails.
///
/// The sets of instructions are states of a deterministic automaton, built as needed. They are kept for one block of
/// the text at a time and computed again from checkpoints, so that memory stays small.
///
/// Source: Alain Frisch and Luca Cardelli, "Greedy Regular Expression Matching", 2004,
/// doi:10.1007/978-3-540-27836-8_53.
/// - Complexity: two passes; length of the text × number of instructions at worst, one look-up a byte at best.
final class PatternOracle {
    private struct Key: Hashable {
        /// The instructions that lead to a match, as bits.
        var alive: [UInt64]
        /// The symbol that they stand before, where an assertion may ask for it.
        var symbol: Int32
    }

    private static let unknown: Int32 = -1
    private static let stateLimit = 1 << 12

    private let program: PatternProgram
    private let lower: Int
    /// The instructions that consume nothing.
    private let silent: [Int32]
    /// The instructions that consume and do not go on to the next one in the list.
    private let jumps: [Int32]
    /// The instructions that consume and go on to the next one in the list, as bits.
    private let straight: [UInt64]
    /// For each symbol, the instructions that consume it, as bits; made when a text has it.
    private var consumers: [[UInt64]?]
    private let blockSize: Int
    private var keys: [Key] = []
    private var numbers: [Key: Int32] = [:]
    private var transitions: [Int32] = []
    /// States at the ends of blocks, from the end of the text to the beginning.
    private var checkpoints: [(position: Int, key: Key)] = []
    /// States of the positions of one block, and which block it is.
    private var states: [Int32] = []
    private var block: Range<Int> = 0..<0
    /// What is known of each instruction within one step: 1 leads to a match, 2 does not.
    private var memo: [UInt8] = []
    private var visited: [UInt32] = []
    private var step: UInt32 = 0
    private var stack: [Int32] = []

    /// Reads `text` backward down to `lower`.
    init(_ program: PatternProgram, _ text: borrowing Span<UInt8>, from lower: Int) {
        self.program = program
        self.lower = lower
        let count = program.instructions.count
        let indices = program.instructions.indices
        let consuming = indices.filter { [.unit, .set].contains(program.instructions[$0].operation) }
        silent = indices.filter { ![.unit, .set].contains(program.instructions[$0].operation) }.map(Int32.init)
        jumps = consuming.filter { Int(program.instructions[$0].next) != $0 + 1 }.map(Int32.init)
        var bits = [UInt64](repeating: 0, count: (count + 63) / 64)
        for index in consuming where Int(program.instructions[index].next) == index + 1 {
            bits[index >> 6] |= 1 << UInt64(index & 63)
        }
        straight = bits
        consumers = [[UInt64]?](repeating: nil, count: program.symbolCount)
        blockSize = min(max((1 << 26) / max(count, 1), 256), 1 << 16)
        memo = [UInt8](repeating: 0, count: count)
        visited = [UInt32](repeating: 0, count: count)
        let last = Key(alive: [UInt64](repeating: 0, count: (count + 63) / 64), symbol: Int32(program.end))
        checkpoints = [(text.count, last)]
        readBackward(text, from: text.count, last, to: lower) { position, state in
            guard position <= checkpoints[checkpoints.count - 1].position - blockSize else { return }
            checkpoints.append((position, keys[state]))
        }
    }

    /// The first match at or after `start`; the start of one search may not lie before the end of the last one.
    func range(_ text: borrowing Span<UInt8>, from start: Int, isNonEmpty: Bool) -> Range<Int>? {
        var begin = start
        while true {
            let before = program.traitsBefore(text, begin)
            let (symbol, length) = program.symbol(text, at: begin)
            let accepts = !isNonEmpty || begin > start
            let choice = choose(program.start, before, symbol, accepts, at: begin, text)
            if choice == -1 {
                if length == 0 { return nil }
                begin += length
                continue
            }
            return begin..<follow(choice, from: begin, text)
        }
    }

    /// Follows the thread that `choice` consumes its first unit for to the end of its match.
    private func follow(_ choice: Int32, from begin: Int, _ text: borrowing Span<UInt8>) -> Int {
        var choice = choice
        var position = begin
        while choice >= 0 {
            let (consumed, length) = program.symbol(text, at: position)
            position += length
            let before = program.hasAssertions ? program.traits[consumed] : 0
            let symbol = program.symbol(text, at: position).symbol
            let next = program.instructions[Int(choice)].next
            choice = choose(next, before, symbol, true, at: position, text)
        }
        return position
    }

    /// The first instruction by priority that leads to a match: one that consumes, -2 for a match here, -1 for none.
    private func choose(
        _ state: Int32, _ before: UInt8, _ symbol: Int, _ accepts: Bool, at position: Int,
        _ text: borrowing Span<UInt8>
    ) -> Int32 {
        let alive = self.state(at: position, text)
        nextStep()
        stack.removeAll(keepingCapacity: true)
        stack.append(state)
        while var state = stack.popLast() {
            while state >= 0, visited[Int(state)] != step {
                visited[Int(state)] = step
                let instruction = program.instructions[Int(state)]
                switch instruction.operation {
                case .unit, .set:
                    if keys[alive].alive[Int(state) >> 6] >> UInt64(state & 63) & 1 == 1 { return state }
                    state = -1
                case .split:
                    if instruction.other >= 0 { stack.append(instruction.other) }
                    state = instruction.next
                case .assertion:
                    state = program.holds(instruction, before: before, after: symbol) ? instruction.next : -1
                case .save: state = instruction.next
                case .match:
                    if accepts { return -2 }
                    state = -1
                case .fail: state = -1
                }
            }
        }
        return -1
    }

    private func nextStep() {
        if step == .max {
            for index in visited.indices { visited[index] = 0 }
            step = 0
        }
        step += 1
    }

    // MARK: Backward

    /// The number of the state at `position`.
    private func state(at position: Int, _ text: borrowing Span<UInt8>) -> Int {
        if !block.contains(position) {
            // The block ends at the last checkpoint beyond the position, or at the end of the text.
            var low = 0
            var high = checkpoints.count
            while high - low > 1 {
                let middle = (low + high) / 2
                if checkpoints[middle].position > position { low = middle } else { high = middle }
            }
            let (end, key) = checkpoints[low]
            let begin = low + 1 < checkpoints.count ? checkpoints[low + 1].position : lower
            block = begin..<(low == 0 ? end + 1 : end)
            states.removeAll(keepingCapacity: true)
            states.append(contentsOf: repeatElement(0, count: end - begin + 1))
            readBackward(text, from: end, key, to: begin, isKept: true) { position, state in
                states[position - begin] = Int32(state)
            }
        }
        return Int(states[position - block.lowerBound])
    }

    /// Reads from `end`, where the state is `key`, down to `begin`; calls `body` with each position and its state.
    private func readBackward(
        _ text: borrowing Span<UInt8>, from end: Int, _ key: Key, to begin: Int, isKept: Bool = false,
        _ body: (Int, Int) -> Void
    ) {
        keys.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        transitions.removeAll(keepingCapacity: true)
        var state = intern(key)
        var position = end
        body(position, state)
        while position > begin {
            var unit = position - 1
            if text[unit] >= 0x80 {
                while unit > begin, position - unit < 4, text[unit] & 0xC0 == 0x80 { unit -= 1 }
                if unit + PatternUTF8.scalar(text, at: unit).length != position { unit = position - 1 }
            }
            let symbol = program.symbol(text, at: unit).symbol
            var next = transitions[state * program.symbolCount + symbol]
            if next == Self.unknown {
                let key = precede(keys[state], symbol)
                if keys.count >= Self.stateLimit, !isKept, numbers[key] == nil {
                    keys.removeAll(keepingCapacity: true)
                    numbers.removeAll(keepingCapacity: true)
                    transitions.removeAll(keepingCapacity: true)
                    next = Int32(intern(key))
                } else {
                    next = Int32(intern(key))
                    transitions[state * program.symbolCount + symbol] = next
                }
            }
            state = Int(next)
            position = unit
            body(position, state)
        }
    }

    private func intern(_ key: Key) -> Int {
        if let number = numbers[key] { return Int(number) }
        let number = keys.count
        keys.append(key)
        numbers[key] = Int32(number)
        transitions.append(contentsOf: repeatElement(Self.unknown, count: program.symbolCount))
        return number
    }

    /// The state before a unit of `symbol` that stands before `key`.
    ///
    /// Most instructions go on to the next one in the list, so most of the work is done 64 instructions at a time.
    private func precede(_ key: Key, _ symbol: Int) -> Key {
        for index in silent { memo[Int(index)] = 0 }
        let before = program.hasAssertions ? program.traits[symbol] : 0
        var leading = key.alive
        for index in silent where leads(index, key, before) { leading[Int(index) >> 6] |= 1 << UInt64(index & 63) }
        let consuming = consumers(of: symbol)
        var alive = leading
        for word in alive.indices {
            let carry = word + 1 < leading.count ? leading[word + 1] << 63 : 0
            alive[word] = (leading[word] >> 1 | carry) & straight[word] & consuming[word]
        }
        for jump in jumps {
            let index = Int(jump)
            let target = Int(program.instructions[index].next)
            guard consuming[index >> 6] >> UInt64(index & 63) & 1 == 1,
                leading[target >> 6] >> UInt64(target & 63) & 1 == 1
            else { continue }
            alive[index >> 6] |= 1 << UInt64(index & 63)
        }
        return Key(alive: alive, symbol: program.hasAssertions ? Int32(symbol) : 0)
    }

    private func consumers(of symbol: Int) -> [UInt64] {
        if let known = consumers[symbol] { return known }
        var bits = [UInt64](repeating: 0, count: straight.count)
        for index in program.instructions.indices where program.consumes(program.instructions[index], symbol) {
            bits[index >> 6] |= 1 << UInt64(index & 63)
        }
        consumers[symbol] = bits
        return bits
    }

    /// What is known of `state`: 1 leads to a match, 2 does not, 0 is not known yet.
    private func known(_ state: Int32, _ key: Key) -> UInt8 {
        let index = Int(state)
        switch program.instructions[index].operation {
        case .unit, .set: return key.alive[index >> 6] >> UInt64(index & 63) & 1 == 1 ? 1 : 2
        default: return memo[index]
        }
    }

    /// Whether `state`, which consumes nothing, reaches a match, or an instruction of `key`.
    private func leads(_ state: Int32, _ key: Key, _ before: UInt8) -> Bool {
        if memo[Int(state)] != 0 { return memo[Int(state)] == 1 }
        stack.removeAll(keepingCapacity: true)
        stack.append(state)
        // Depth first; an instruction is decided once all that it leads to is.
        while let state = stack.last {
            let index = Int(state)
            let instruction = program.instructions[index]
            var result: UInt8 = 2
            switch instruction.operation {
            case .match: result = 1
            case .fail, .unit, .set: break
            case .assertion where !program.holds(instruction, before: before, after: Int(key.symbol)): break
            case .assertion, .save: result = known(instruction.next, key)
            case .split:
                result = known(instruction.next, key)
                if result == 2, instruction.other >= 0 { result = known(instruction.other, key) }
            }
            if result == 0 {
                // Not the first choice, if that is decided.
                stack.append(known(instruction.next, key) == 0 ? instruction.next : instruction.other)
            } else {
                memo[index] = result
                stack.removeLast()
            }
        }
        return memo[Int(state)] == 1
    }
}
