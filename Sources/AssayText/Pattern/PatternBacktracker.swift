// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Finds the groups of a short match whose range is known, by trying alternatives in order.
///
/// No pair of instruction and position is tried twice, which keeps it linear; the pairs tried are bits of a table that
/// limits the lengths it can take. Only what ends at the end of the range counts: the first thread by priority
/// that matches at all is the one that gave the range.
/// - Complexity: length of the range × number of instructions.
final class PatternBacktracker {
    private struct Frame {
        var state: Int32
        /// A slot to restore instead of a state to visit, if 0 or more.
        var slot: Int32
        var position: Int
    }

    /// The most bits of the table.
    private static let limit = 1 << 17

    private let visited: UnsafeMutablePointer<UInt64>
    /// A pair goes onto the stack when a new pair is visited, at most; so does a slot.
    private let stack: UnsafeMutablePointer<Frame>
    private(set) var slots: [Int] = []

    init() {
        visited = .allocate(capacity: Self.limit / 64)
        visited.initialize(repeating: 0, count: Self.limit / 64)
        stack = .allocate(capacity: Self.limit + 1)
    }

    deinit {
        visited.deallocate()
        stack.deallocate()
    }

    static func isFit(_ program: PatternProgram, _ range: Range<Int>) -> Bool {
        range.count < limit && (range.count + 1) * program.instructions.count <= limit
    }

    /// Whether the slots were found; they are then in ``slots``: pairs of begin and end, -1 if unset.
    ///
    /// - Parameters:
    ///   - program: The pattern.
    ///   - text: The text.
    ///   - range: The match.
    ///   - tries: How many instructions may be tried; what was, is taken off.
    /// - Returns: False where the tries did not suffice.
    func run(
        _ program: PatternProgram, _ text: borrowing Span<UInt8>, in range: Range<Int>, tries: inout Int
    ) -> Bool {
        let slotCount = 2 * program.captureCount + 2
        // As a local variable, which nothing else can be reading, it is cheap to write to.
        var slots = [Int](repeating: -1, count: slotCount)
        let instructions = program.instructions.span
        let count = instructions.count
        visited.update(repeating: 0, count: ((range.count + 1) * count + 63) / 64)
        let visited = visited
        let stack = stack
        stack[0] = Frame(state: program.start, slot: -1, position: range.lowerBound)
        var height = 1
        var left = tries
        defer {
            tries = left
            self.slots = slots
        }
        while height > 0, left > 0 {
            height -= 1
            let frame = stack[height]
            if frame.slot >= 0 {
                slots[Int(frame.slot)] = frame.position
                continue
            }
            var state = Int(frame.state)
            var position = frame.position
            while state >= 0 {
                let bit = (position - range.lowerBound) * count + state
                guard visited[bit >> 6] >> UInt64(bit & 63) & 1 == 0 else { break }
                visited[bit >> 6] |= 1 << UInt64(bit & 63)
                left -= 1
                let instruction = instructions[state]
                switch instruction.operation {
                case .unit, .set:
                    let (symbol, length) = program.symbol(text, at: position)
                    guard position < range.upperBound, program.consumes(instruction, symbol) else {
                        state = -1
                        break
                    }
                    position += length
                    state = position <= range.upperBound ? Int(instruction.next) : -1
                case .split:
                    if instruction.other >= 0 {
                        stack[height] = Frame(state: instruction.other, slot: -1, position: position)
                        height += 1
                    }
                    state = Int(instruction.next)
                case .assertion:
                    let holds = program.holds(
                        instruction, before: program.traitsBefore(text, position),
                        after: program.symbol(text, at: position).symbol)
                    state = holds ? Int(instruction.next) : -1
                case .save:
                    let slot = Int(instruction.argument)
                    stack[height] = Frame(state: -1, slot: Int32(slot), position: slots[slot])
                    height += 1
                    slots[slot] = position
                    state = Int(instruction.next)
                case .match:
                    if position == range.upperBound { return true }
                    state = -1
                case .fail: state = -1
                }
            }
        }
        return false
    }
}
