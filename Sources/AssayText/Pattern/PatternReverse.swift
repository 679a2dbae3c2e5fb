// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A compiled pattern as one reads it backward: which instructions lead to a match, given which ones do one unit later.
///
/// Such a set is a row of bits. Most instructions go on to the next one in the list, so that most of a step is done 64
/// instructions at a time; what is left is done for those instructions alone that lead on.
/// - Complexity: a step takes number of instructions / 64, and the number of instructions without input that lead on.
final class PatternReverse {
    let program: PatternProgram
    /// The program's instructions, where they can be read without a check of bounds.
    let instructions: UnsafeMutablePointer<PatternProgram.Instruction>
    /// The words of a row.
    let width: Int
    /// Indices for the traits of what stands before a position, and how many there are.
    let traitIndices: [Int]
    let traitCount: Int
    /// The instructions that consume.
    let consuming: UnsafeMutablePointer<UInt64>

    /// The instructions that consume and go on to the next one in the list.
    private let straight: UnsafeMutablePointer<UInt64>
    /// The instructions that others jump to, having consumed; the ones that are reached from others without input.
    private let isTarget: UnsafeMutablePointer<UInt64>
    private let isReached: UnsafeMutablePointer<UInt64>
    /// Which instructions jump to an instruction; which lead to it without input.
    private let jumps: Edges
    private let silent: Edges
    /// The instructions without input, each after those that it leads to.
    private let order: [Silent]
    private var stack: UnsafeMutablePointer<Int32>
    /// For each symbol, the instructions that consume it; made when a text has it.
    private var consumers: [UnsafeMutablePointer<UInt64>?]
    private var consumerCount = 0

    /// The most words that ``consumers`` may hold.
    private static let consumerLimit = 1 << 20

    /// For each instruction the instructions that lead to it, one list behind the other.
    private struct Edges {
        var starts: [Int32]
        var sources: [Int32]

        init(_ count: Int, _ pairs: [(target: Int32, source: Int32)]) {
            starts = [Int32](repeating: 0, count: count + 1)
            sources = [Int32](repeating: 0, count: pairs.count)
            for pair in pairs { starts[Int(pair.target) + 1] += 1 }
            for index in 0..<count { starts[index + 1] += starts[index] }
            var next = starts
            for pair in pairs {
                sources[Int(next[Int(pair.target)])] = pair.source
                next[Int(pair.target)] += 1
            }
        }
    }

    /// An instruction without input, and what it leads to: the same twice, but ``assertion`` the second time if it asserts.
    private struct Silent {
        var index: Int32
        var next: Int32
        var other: Int32
        static let assertion: Int32 = -1
    }

    init(_ program: PatternProgram) {
        self.program = program
        let count = program.instructions.count
        let width = (count + 63) / 64
        self.width = width
        instructions = .allocate(capacity: count)
        instructions.initialize(from: program.instructions, count: count)
        func row() -> UnsafeMutablePointer<UInt64> {
            let row = UnsafeMutablePointer<UInt64>.allocate(capacity: width)
            row.initialize(repeating: 0, count: width)
            return row
        }
        consuming = row()
        straight = row()
        isTarget = row()
        isReached = row()
        var jumpPairs: [(target: Int32, source: Int32)] = []
        var silentPairs: [(target: Int32, source: Int32)] = []
        for (index, instruction) in program.instructions.enumerated() {
            switch instruction.operation {
            case .unit, .set:
                consuming.insert(index)
                if Int(instruction.next) == index + 1 {
                    straight.insert(index)
                } else {
                    jumpPairs.append((instruction.next, Int32(index)))
                    isTarget.insert(Int(instruction.next))
                }
            case .split:
                for target in [instruction.next, instruction.other] where target >= 0 {
                    silentPairs.append((target, Int32(index)))
                    isReached.insert(Int(target))
                }
            case .assertion, .save:
                silentPairs.append((instruction.next, Int32(index)))
                isReached.insert(Int(instruction.next))
            case .match, .fail: break
            }
        }
        jumps = Edges(count, jumpPairs)
        silent = Edges(count, silentPairs)
        stack = .allocate(capacity: silentPairs.count + 1)
        order = Self.order(program)
        consumers = [UnsafeMutablePointer<UInt64>?](repeating: nil, count: program.symbolCount)
        var indices = [Int](repeating: 0, count: 256)
        var known: [UInt8] = []
        if program.hasAssertions {
            for traits in program.traits + [PatternProgram.Trait.edge] {
                if !known.contains(traits) { known.append(traits) }
                indices[Int(traits)] = known.firstIndex(of: traits) ?? 0
            }
        }
        traitIndices = indices
        traitCount = max(known.count, 1)
    }

    deinit {
        for row in [consuming, straight, isTarget, isReached] { row.deallocate() }
        for row in consumers { row?.deallocate() }
        stack.deallocate()
        instructions.deallocate()
    }

    private static func order(_ program: PatternProgram) -> [Silent] {
        var result: [Silent] = []
        var isSeen = [Bool](repeating: false, count: program.instructions.count)
        // An instruction is listed when it is met the second time, as its complement.
        var stack: [Int32] = []
        for index in program.instructions.indices {
            stack.append(Int32(index))
            while let state = stack.popLast() {
                if state < 0 {
                    let instruction = program.instructions[Int(~state)]
                    var other = instruction.next
                    if instruction.operation == .split, instruction.other >= 0 { other = instruction.other }
                    if instruction.operation == .assertion { other = Silent.assertion }
                    result.append(Silent(index: ~state, next: instruction.next, other: other))
                    continue
                }
                guard !isSeen[Int(state)] else { continue }
                isSeen[Int(state)] = true
                let instruction = program.instructions[Int(state)]
                switch instruction.operation {
                case .unit, .set, .match, .fail: break
                case .split, .assertion, .save:
                    stack.append(~state)
                    if instruction.operation == .split, instruction.other >= 0 { stack.append(instruction.other) }
                    stack.append(instruction.next)
                }
            }
        }
        return result
    }

    // MARK: Steps

    /// Writes to `row` which instructions consume a unit of `symbol` and lead on to one of `later`.
    func consume(_ symbol: Int, _ later: UnsafePointer<UInt64>, into row: UnsafeMutablePointer<UInt64>) {
        let takers = consumers(of: symbol)
        let last = width - 1
        for word in 0..<last {
            row[word] = (later[word] >> 1 | later[word + 1] << 63) & straight[word] & takers[word]
        }
        row[last] = later[last] >> 1 & straight[last] & takers[last]
        jumps.starts.withUnsafeBufferPointer { starts in
            jumps.sources.withUnsafeBufferPointer { sources in
                for word in 0...last {
                    var hits = later[word] & isTarget[word]
                    while hits != 0 {
                        let target = word << 6 + hits.trailingZeroBitCount
                        hits &= hits - 1
                        for edge in Int(starts[target])..<Int(starts[target + 1]) {
                            let source = Int(sources[edge])
                            row[source >> 6] |= takers[source >> 6] & (1 << UInt64(truncatingIfNeeded: source & 63))
                        }
                    }
                }
            }
        }
    }

    /// Adds to the instructions of `row`, which consume, those that lead to one of them without input.
    ///
    /// - Parameters:
    ///   - row: The instructions.
    ///   - before: The traits of what stands before the position.
    ///   - symbol: What stands behind it.
    ///   - accepts: Whether a match may end here.
    func close(_ row: UnsafeMutablePointer<UInt64>, before: UInt8, _ symbol: Int, accepts: Bool) {
        if accepts { row.insert(program.match) }
        var reached = 0
        for word in 0..<width { reached += (row[word] & isReached[word]).nonzeroBitCount }
        if reached == 0 { return }
        if reached * 4 < order.count {
            closeFew(row, before, symbol)
        } else {
            closeMany(row, before, symbol)
        }
    }

    private func closeMany(_ row: UnsafeMutablePointer<UInt64>, _ before: UInt8, _ symbol: Int) {
        let instructions = instructions
        for silent in order {
            let index = Int(silent.index)
            if silent.other == Silent.assertion {
                if row.has(Int(silent.next)), program.holds(instructions[index], before: before, after: symbol) {
                    row.insert(index)
                }
            } else {
                let leads = row.bit(Int(silent.next)) | row.bit(Int(silent.other))
                row[index >> 6] |= leads &<< UInt64(truncatingIfNeeded: index & 63)
            }
        }
    }

    private func closeFew(_ row: UnsafeMutablePointer<UInt64>, _ before: UInt8, _ symbol: Int) {
        let stack = stack
        let instructions = instructions
        var height = 0
        silent.starts.withUnsafeBufferPointer { starts in
            silent.sources.withUnsafeBufferPointer { sources in
                func push(_ target: Int) {
                    for edge in Int(starts[target])..<Int(starts[target + 1])
                    where !row.has(Int(sources[edge])) {
                        stack[height] = sources[edge]
                        height += 1
                    }
                }
                for word in 0..<width {
                    var hits = row[word] & isReached[word] & (consuming[word] | matchBit(word))
                    while hits != 0 {
                        push(word << 6 + hits.trailingZeroBitCount)
                        hits &= hits - 1
                        while height > 0 {
                            height -= 1
                            let index = Int(stack[height])
                            if row.has(index) { continue }
                            let instruction = instructions[index]
                            if instruction.operation == .assertion,
                                !program.holds(instruction, before: before, after: symbol)
                            {
                                continue
                            }
                            row.insert(index)
                            push(index)
                        }
                    }
                }
            }
        }
    }

    private func matchBit(_ word: Int) -> UInt64 {
        program.match >> 6 == word ? 1 << UInt64(truncatingIfNeeded: program.match & 63) : 0
    }

    private func consumers(of symbol: Int) -> UnsafeMutablePointer<UInt64> {
        if let known = consumers[symbol] { return known }
        if (consumerCount + 1) * width > Self.consumerLimit {
            for index in consumers.indices {
                consumers[index]?.deallocate()
                consumers[index] = nil
            }
            consumerCount = 0
        }
        let row = UnsafeMutablePointer<UInt64>.allocate(capacity: width)
        row.initialize(repeating: 0, count: width)
        for index in program.instructions.indices where program.consumes(program.instructions[index], symbol) {
            row.insert(index)
        }
        consumers[symbol] = row
        consumerCount += 1
        return row
    }
}
