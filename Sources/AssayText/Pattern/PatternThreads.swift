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

/// The general engine: all threads at once, in order of priority, each with its captures.
///
/// Source: Rob Pike's and Ken Thompson's simulation, as Russ Cox describes it in "Regular Expression Matching: the
/// Virtual Machine Approach" (2009).
/// - Complexity: text length × number of instructions.
final class PatternThreads {
    private struct Frame {
        var state: Int32
        /// A slot to restore instead of a state to visit, if 0 or more.
        var slot: Int32
        var value: Int
    }

    private var current: [Int32] = []
    private var following: [Int32] = []
    private var currentSlots: [Int] = []
    private var followingSlots: [Int] = []
    /// The step in which each instruction was last visited.
    private var visited: [UInt64] = []
    private var step: UInt64 = 0
    private var working: [Int] = []
    private var stack: [Frame] = []

    init() {}

    /// The slots of the first match in order of priority at or after `start`: pairs of begin and end, -1 if unset.
    ///
    /// `slotCount` says how many slots to follow; 2 gives the whole match only.
    func run(
        _ program: PatternProgram, _ text: borrowing Span<UInt8>, from start: Int, _ mode: PatternMode, slotCount: Int
    ) -> [Int]? {
        if visited.count < program.instructions.count {
            visited = [UInt64](repeating: 0, count: program.instructions.count)
            step = 0
        }
        current.removeAll(keepingCapacity: true)
        currentSlots.removeAll(keepingCapacity: true)
        if working.count != slotCount { working = [Int](repeating: -1, count: slotCount) }
        var found: [Int]?
        var position = start
        var before = program.traitsBefore(text, position)
        while true {
            let (symbol, length) = program.symbol(text, at: position)
            step += 1
            following.removeAll(keepingCapacity: true)
            followingSlots.removeAll(keepingCapacity: true)
            // `current` holds the states that the last unit led to; `following` what they reach without input.
            var isCut = false
            for index in current.indices {
                for slot in 0..<slotCount { working[slot] = currentSlots[index * slotCount + slot] }
                if follow(program, current[index], before, symbol, position, start, mode, slotCount, &found) {
                    isCut = true
                    break
                }
            }
            if !isCut, found == nil, position == start || !mode.contains(.anchored) {
                for slot in 0..<slotCount { working[slot] = -1 }
                _ = follow(program, program.start, before, symbol, position, start, mode, slotCount, &found)
            }
            if length == 0 { return found }
            if following.isEmpty, found != nil || mode.contains(.anchored) { return found }
            current.removeAll(keepingCapacity: true)
            currentSlots.removeAll(keepingCapacity: true)
            for index in following.indices {
                let instruction = program.instructions[Int(following[index])]
                guard program.consumes(instruction, symbol) else { continue }
                current.append(instruction.next)
                for slot in 0..<slotCount { currentSlots.append(followingSlots[index * slotCount + slot]) }
            }
            before = program.hasAssertions ? program.traits[symbol] : 0
            position += length
        }
    }

    /// Follows everything that `state` reaches without input, in order of priority.
    ///
    /// True if it reaches a match,
    /// which cuts off all that has lower priority.
    private func follow(
        _ program: PatternProgram, _ state: Int32, _ before: UInt8, _ symbol: Int, _ position: Int, _ start: Int,
        _ mode: PatternMode, _ slotCount: Int, _ found: inout [Int]?
    ) -> Bool {
        stack.removeAll(keepingCapacity: true)
        stack.append(Frame(state: state, slot: -1, value: 0))
        while let frame = stack.popLast() {
            if frame.slot >= 0 {
                working[Int(frame.slot)] = frame.value
                continue
            }
            var state = frame.state
            while state >= 0 {
                guard visited[Int(state)] != step else { break }
                visited[Int(state)] = step
                let instruction = program.instructions[Int(state)]
                switch instruction.operation {
                case .unit, .set:
                    following.append(state)
                    followingSlots.append(contentsOf: working)
                    state = -1
                case .split:
                    if instruction.other >= 0 { stack.append(Frame(state: instruction.other, slot: -1, value: 0)) }
                    state = instruction.next
                case .assertion:
                    state = program.holds(instruction, before: before, after: symbol) ? instruction.next : -1
                case .save:
                    let slot = Int(instruction.argument)
                    if slot < slotCount {
                        stack.append(Frame(state: -1, slot: Int32(slot), value: working[slot]))
                        working[slot] = position
                    }
                    state = instruction.next
                case .match:
                    state = -1
                    if mode.contains(.whole), symbol != program.end { break }
                    if mode.contains(.nonEmpty), position == start { break }
                    found = working
                    return true
                case .fail: state = -1
                }
            }
        }
        return false
    }
}
