// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// How a search has to behave; each combination has automaton states of its own.
struct PatternMode: OptionSet, Sendable {
    let rawValue: UInt8
    /// A match may begin only where the search begins.
    static let anchored = PatternMode(rawValue: 1)
    /// A match has to end at the end of the text.
    static let whole = PatternMode(rawValue: 2)
    /// A match at the position where the search begins has to take something.
    static let nonEmpty = PatternMode(rawValue: 4)
}

/// A deterministic automaton, built as texts ask for it, that finds where matches end.
///
/// A state is the ordered list of instructions that the last unit led to, and what assertions may want to know of
/// that unit. Steps without input are followed when the next unit is known, so that assertions see both sides; a
/// match is therefore noticed one unit late. The order of the list is the order of priority, which is what makes the
/// end found the one that Python finds.
///
/// When the table is full it is emptied and built anew: memory stays bounded. Where a text needs so many states that
/// making them takes more work than it may, the automaton gives up. An instance serves one thread at a time;
/// ``PatternEngine`` hands them out.
final class PatternAutomaton: @unchecked Sendable {
    private struct Key: Hashable {
        var kernel: [Int32]
        var before: UInt8
        var mode: UInt8

        func hash(into hasher: inout Hasher) {
            // One step of the hasher for each instruction would take longer than finding them.
            var hash = UInt64(before) << 8 | UInt64(mode)
            for instruction in kernel {
                hash = (hash ^ UInt64(UInt32(bitPattern: instruction))) &* 0xD6E8_FEB8_6659_FD93
                hash ^= hash >> 32
            }
            hasher.combine(hash)
        }
    }

    /// The most entries of the table of transitions.
    private static let entryLimit = 1 << 19
    /// The most instructions that all states together may list.
    private static let listLimit = 1 << 19
    private static let dead: Int32 = 0
    private static let unknown: Int32 = -1

    private let program: PatternProgram
    private let symbolCount: Int
    private let stateLimit: Int
    private var keys: [Key] = []
    private var numbers: [Key: Int32] = [:]
    /// For each state and symbol: the next state, doubled, plus 1 if there is a match before the symbol.
    private var transitions: UnsafeMutablePointer<Int32>
    private var capacity: Int
    /// Symbols of single bytes; -1 for bytes that need a closer look.
    private let symbols: UnsafeMutablePointer<Int32>
    /// The states that searches begin in, by mode and traits of what stands before.
    private let starts: UnsafeMutablePointer<Int32>
    /// The steps in which each instruction was last visited, and last listed.
    private let visited: UnsafeMutablePointer<UInt32>
    private let listed: UnsafeMutablePointer<UInt32>
    private var step: UInt32 = 0
    private let stack: UnsafeMutablePointer<Int32>
    private let reached: UnsafeMutablePointer<Int32>
    /// What the last ``advance(_:_:_:_:)`` led to.
    private let kernel: UnsafeMutablePointer<Int32>
    private var kernelCount = 0
    /// How many instructions the states list together.
    private var listedCount = 0
    /// How many instructions were looked at to make states.
    private var looked = 0

    /// Stands for an end that was not found for want of work.
    static let gaveUp = -2

    init(_ program: PatternProgram) {
        self.program = program
        symbolCount = program.symbolCount
        stateLimit = max(16, Self.entryLimit / symbolCount)
        capacity = 8 * symbolCount
        transitions = .allocate(capacity: capacity)
        transitions.initialize(repeating: Self.unknown, count: capacity)
        symbols = .allocate(capacity: 256)
        symbols.initialize(repeating: -1, count: 256)
        for byte in 0..<128 where byte != 0x0A || !program.needsFinalNewline {
            symbols[byte] = program.classes.ascii[byte]
        }
        starts = .allocate(capacity: 256)
        starts.initialize(repeating: Self.unknown, count: 256)
        let count = program.instructions.count
        visited = .allocate(capacity: count)
        visited.initialize(repeating: 0, count: count)
        listed = .allocate(capacity: count)
        listed.initialize(repeating: 0, count: count)
        stack = .allocate(capacity: count + 1)
        reached = .allocate(capacity: count)
        kernel = .allocate(capacity: count)
        reset()
    }

    deinit {
        transitions.deallocate()
        symbols.deallocate()
        starts.deallocate()
        visited.deallocate()
        listed.deallocate()
        stack.deallocate()
        reached.deallocate()
        kernel.deallocate()
    }

    /// Where the match that begins at `start` ends; if `mode` is not anchored, where the first match at or after
    /// `start` ends.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - start: Where to begin.
    ///   - mode: How to search.
    ///   - isEarliest: Whether the end of any match will do.
    ///   - stop: Set to where reading stopped.
    ///   - work: How many instructions may be looked at to make states; what was, is taken off.
    /// - Returns: The end; -1 if there is none; ``gaveUp``.
    func end(
        _ text: borrowing Span<UInt8>, from start: Int, _ mode: PatternMode, isEarliest: Bool, stop: inout Int,
        work: inout Int
    ) -> Int {
        var state = Int(startState(program.traitsBefore(text, start), mode))
        var position = start
        var last = -1
        let count = text.count
        let width = symbolCount
        let symbols = symbols
        var table = transitions
        while position < count {
            var length = 1
            var symbol = Int(symbols[Int(text[position])])
            if symbol < 0 { (symbol, length) = program.symbol(text, at: position) }
            var transition = table[state * width + symbol]
            if transition < 0 {
                if work <= 0 { return Self.gaveUp }
                transition = follow(state, symbol)
                work -= looked + 16
                table = transitions
            }
            if transition & 1 != 0 {
                last = position
                if isEarliest { break }
            }
            state = Int(transition >> 1)
            if state == 0 { break }
            position += length
        }
        stop = position
        if position >= count, state != 0 {
            var transition = table[state * width + program.end]
            if transition < 0 { transition = follow(state, program.end) }
            if transition & 1 != 0 { last = count }
        }
        return last
    }

    // MARK: States

    private func reset() {
        listedCount = 0
        keys.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        for index in 0..<256 { starts[index] = Self.unknown }
        // State 0 is the dead one.
        keys.append(Key(kernel: [], before: 0, mode: PatternMode.anchored.rawValue))
        for symbol in 0..<symbolCount { transitions[symbol] = Self.dead }
    }

    private func startState(_ before: UInt8, _ mode: PatternMode) -> Int32 {
        let index = Int(mode.rawValue & 7) << 5 | Int(before & 31)
        if starts[index] >= 0 { return starts[index] }
        if keys.count >= stateLimit || listedCount > Self.listLimit { reset() }
        let isAnchored = mode.contains(.anchored)
        let number = intern(
            Key(kernel: isAnchored ? [program.start] : [], before: before, mode: mode.rawValue))
        starts[index] = number
        return number
    }

    private func intern(_ key: Key) -> Int32 {
        if let number = numbers[key] { return number }
        let number = keys.count
        let needed = (number + 1) * symbolCount
        if needed > capacity {
            let size = max(needed, 2 * capacity)
            let larger = UnsafeMutablePointer<Int32>.allocate(capacity: size)
            larger.initialize(repeating: Self.unknown, count: size)
            larger.update(from: transitions, count: number * symbolCount)
            transitions.deallocate()
            transitions = larger
            capacity = size
        }
        for symbol in 0..<symbolCount { transitions[number * symbolCount + symbol] = Self.unknown }
        keys.append(key)
        numbers[key] = Int32(number)
        listedCount += key.kernel.count
        return Int32(number)
    }

    /// Follows all of a list by one symbol; what it leads to is in ``kernel`` then.
    ///
    /// - Returns: whether there is a match before the symbol.
    private func advance(_ list: [Int32], _ before: UInt8, _ mode: PatternMode, _ symbol: Int) -> Bool {
        nextStep()
        let step = step
        let listed = listed
        let reached = reached
        let kernel = kernel
        let accepts = !mode.contains(.nonEmpty) && (!mode.contains(.whole) || symbol == program.end)
        var isMatch = false
        var reachedCount = 0
        var count = 0
        var seen = list.count
        program.instructions.withUnsafeBufferPointer { instructions in
            for state in list {
                isMatch = close(state, before, symbol, accepts, instructions, step, &reachedCount, &seen)
                if isMatch { break }
            }
            if !isMatch, !mode.contains(.anchored) {
                isMatch = close(program.start, before, symbol, accepts, instructions, step, &reachedCount, &seen)
            }
            if symbol != program.end {
                for index in 0..<reachedCount {
                    let instruction = instructions[Int(reached[index])]
                    guard program.consumes(instruction, symbol) else { continue }
                    guard listed[Int(instruction.next)] != step else { continue }
                    listed[Int(instruction.next)] = step
                    kernel[count] = instruction.next
                    count += 1
                }
            }
        }
        kernelCount = count
        looked = seen + reachedCount
        return isMatch
    }

    /// Computes a transition and notes it.
    private func follow(_ state: Int, _ symbol: Int) -> Int32 {
        let key = keys[state]
        let mode = PatternMode(rawValue: key.mode)
        let isMatch = advance(key.kernel, key.before, mode, symbol)
        var next = Self.dead
        if symbol != program.end {
            var following = mode.subtracting(.nonEmpty)
            if isMatch { following.insert(.anchored) }
            if kernelCount > 0 || !following.contains(.anchored) {
                let nextKey = Key(
                    kernel: Array(UnsafeBufferPointer(start: kernel, count: kernelCount)),
                    before: program.hasAssertions ? program.traits[symbol] : 0,
                    mode: following.rawValue)
                if keys.count >= stateLimit || listedCount > Self.listLimit, numbers[nextKey] == nil {
                    reset()
                    return intern(nextKey) << 1 | (isMatch ? 1 : 0)
                }
                next = intern(nextKey)
            }
        }
        let transition = next << 1 | (isMatch ? 1 : 0)
        transitions[state * symbolCount + symbol] = transition
        return transition
    }

    private func nextStep() {
        if step == .max {
            for index in program.instructions.indices {
                visited[index] = 0
                listed[index] = 0
            }
            step = 0
        }
        step += 1
    }

    /// Lists what `state` reaches without input; true if that is a match, which cuts off the rest.
    @inline(__always)
    private func close(
        _ state: Int32, _ before: UInt8, _ symbol: Int, _ accepts: Bool,
        _ instructions: UnsafeBufferPointer<PatternProgram.Instruction>, _ step: UInt32, _ count: inout Int,
        _ seen: inout Int
    ) -> Bool {
        let visited = visited
        let reached = reached
        let stack = stack
        stack[0] = state
        var height = 1
        while height > 0 {
            height -= 1
            var state = stack[height]
            while state >= 0, visited[Int(state)] != step {
                visited[Int(state)] = step
                let instruction = instructions[Int(state)]
                switch instruction.operation {
                case .unit, .set:
                    reached[count] = state
                    count += 1
                    state = -1
                case .split:
                    seen += 1
                    if instruction.other >= 0 {
                        stack[height] = instruction.other
                        height += 1
                    }
                    state = instruction.next
                case .assertion:
                    seen += 1
                    state = program.holds(instruction, before: before, after: symbol) ? instruction.next : -1
                case .save:
                    seen += 1
                    state = instruction.next
                case .match:
                    if accepts { return true }
                    state = -1
                case .fail: state = -1
                }
            }
        }
        return false
    }
}
