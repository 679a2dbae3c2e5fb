// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Finds the groups of a match whose range is known: all threads at once, in order of priority, each with its slots.
///
/// Only threads that end at the end of the range count. That is the same as Python's order: the first thread by
/// priority that matches at all is the one that gave the range.
///
/// Source: Rob Pike's and Ken Thompson's simulation, as Russ Cox describes it in "Regular Expression Matching: the
/// Virtual Machine Approach" (2009).
/// - Complexity: length of the range × number of instructions × number of slots.
final class PatternThreads {
    private struct Frame {
        var state: Int32
        /// A slot to restore instead of a state to visit, if 0 or more.
        var slot: Int32
        var value: Int
    }

    private var following: [Int32] = []
    private var current: [Int32] = []
    /// The slots of each thread, one thread behind the other; what stands behind the last thread means nothing.
    private var currentSlots: [Int] = []
    private var followingSlots: [Int] = []
    private var slotCount = 0
    /// The step in which each instruction was last visited.
    private var visited: [UInt64] = []
    private var step: UInt64 = 0
    private var working: [Int] = []
    private var stack: [Frame] = []

    init() {}

    /// The slots of the match in `range`: pairs of begin and end, -1 if unset.
    func slots(_ program: PatternProgram, _ text: borrowing Span<UInt8>, in range: Range<Int>) -> [Int]? {
        slotCount = 2 * program.captureCount + 2
        if visited.count < program.instructions.count {
            visited = [UInt64](repeating: 0, count: program.instructions.count)
            step = 0
        }
        current = [program.start]
        currentSlots = [Int](repeating: -1, count: slotCount)
        working = currentSlots
        var position = range.lowerBound
        var before = program.traitsBefore(text, position)
        while true {
            let (symbol, length) = program.symbol(text, at: position)
            step += 1
            following.removeAll(keepingCapacity: true)
            // `current` holds the states that the last unit led to; `following` what they reach without input.
            for index in current.indices {
                for slot in 0..<slotCount { working[slot] = currentSlots[index * slotCount + slot] }
                if follow(program, current[index], before, symbol, position, position == range.upperBound) {
                    return working
                }
            }
            guard position < range.upperBound, !following.isEmpty else { return nil }
            current.removeAll(keepingCapacity: true)
            if currentSlots.count < following.count * slotCount {
                currentSlots.append(
                    contentsOf: repeatElement(0, count: following.count * slotCount - currentSlots.count))
            }
            for index in following.indices {
                let instruction = program.instructions[Int(following[index])]
                guard program.consumes(instruction, symbol) else { continue }
                let place = current.count * slotCount
                for slot in 0..<slotCount { currentSlots[place + slot] = followingSlots[index * slotCount + slot] }
                current.append(instruction.next)
            }
            before = program.hasAssertions ? program.traits[symbol] : 0
            position += length
        }
    }

    /// Follows everything that `state` reaches without input, in order of priority; true if a match ends here.
    private func follow(
        _ program: PatternProgram, _ state: Int32, _ before: UInt8, _ symbol: Int, _ position: Int, _ accepts: Bool
    ) -> Bool {
        stack.removeAll(keepingCapacity: true)
        stack.append(Frame(state: state, slot: -1, value: 0))
        while let frame = stack.popLast() {
            if frame.slot >= 0 {
                working[Int(frame.slot)] = frame.value
                continue
            }
            var state = frame.state
            while state >= 0, visited[Int(state)] != step {
                visited[Int(state)] = step
                let instruction = program.instructions[Int(state)]
                switch instruction.operation {
                case .unit, .set:
                    let place = following.count * slotCount
                    if followingSlots.count < place + slotCount {
                        followingSlots.append(contentsOf: repeatElement(0, count: place + slotCount))
                    }
                    for slot in 0..<slotCount { followingSlots[place + slot] = working[slot] }
                    following.append(state)
                    state = -1
                case .split:
                    if instruction.other >= 0 { stack.append(Frame(state: instruction.other, slot: -1, value: 0)) }
                    state = instruction.next
                case .assertion:
                    state = program.holds(instruction, before: before, after: symbol) ? instruction.next : -1
                case .save:
                    let slot = Int(instruction.argument)
                    stack.append(Frame(state: -1, slot: Int32(slot), value: working[slot]))
                    working[slot] = position
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
