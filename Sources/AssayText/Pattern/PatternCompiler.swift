// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Compiles parsed syntax to a ``PatternProgram``.
///
/// Python leaves a loop after an iteration that matched nothing. Whether the present iteration has matched nothing
/// so far is state of a thread, but it only matters between two units of input, and for nested loops it is
/// monotone: if it holds for an outer loop it holds for the inner ones. A state is therefore an instruction and the
/// number of enclosing loops, counted from outside, whose present iteration has consumed something. Only loops whose
/// body can be empty take part. The second pass expands these pairs; the result has no empty cycles.
struct PatternCompiler {
    private enum Step {
        case set(Int, next: Int)
        case assertion(PatternSyntax.Assertion, set: Int, next: Int)
        case save(Int, next: Int)
        case split(Int, Int)
        /// The end of an iteration whose body can be empty.
        case iterated(body: Int, tail: Int, isLazy: Bool)
        case match
        case fail
    }

    private let syntax: PatternSyntax
    private var steps: [Step] = []
    /// For each step, the number of enclosing loops with a body that can be empty.
    private var depths: [Int32] = []
    private var depth: Int32 = 0
    private var sets: [ScalarSet] = []
    private var setNumbers: [SetKey: Int] = [:]
    /// Whether each step belongs to a counted repetition, and whether the next one will.
    private var isCounted: [Bool] = []
    private var isCounting = false
    /// The set of each leaf of the syntax, -1 where it is not known yet.
    private var leafSets: [Int32]

    private struct SetKey: Hashable {
        var leaf: PatternSyntax.Leaf
        var flags: Int
    }

    static func compile(_ syntax: PatternSyntax) throws(PatternError) -> PatternProgram {
        var compiler = PatternCompiler(syntax)
        let match = try compiler.add(.match)
        let close = try compiler.add(.save(1, next: match))
        let body = try compiler.emit(syntax.root, close)
        let start = try compiler.add(.save(0, next: body))
        return try compiler.expand(from: start)
    }

    private init(_ syntax: PatternSyntax) {
        self.syntax = syntax
        leafSets = [Int32](repeating: -1, count: syntax.nodes.count)
    }

    private mutating func add(_ step: Step) throws(PatternError) -> Int {
        guard steps.count < Pattern.instructionLimit else { throw Self.tooLarge }
        steps.append(step)
        depths.append(depth)
        isCounted.append(isCounting)
        return steps.count - 1
    }

    private static var tooLarge: PatternError {
        PatternError(
            .tooLarge, "The pattern compiles to more than \(Pattern.instructionLimit) instructions", at: 0)
    }

    private static var tooOften: PatternError {
        PatternError(
            .tooLarge,
            "The pattern's counted repetitions compile to more than \(Pattern.repetitionLimit) instructions", at: 0)
    }

    // MARK: Syntax to steps, from the end to the beginning

    /// Emits `node` so that it goes on at `next`, and returns its entry.
    ///
    /// Recursion is bounded by the nesting limit.
    private mutating func emit(_ node: Int, _ next: Int) throws(PatternError) -> Int {
        switch syntax.nodes[node] {
        case .leaf(let leaf, let flags):
            // What is repeated is emitted often.
            if leafSets[node] < 0 { leafSets[node] = Int32(number(of: leaf, flags)) }
            return try add(.set(Int(leafSets[node]), next: next))
        case .assertion(let assertion):
            return try add(.assertion(assertion, set: 0, next: next))
        case .scoped(let child):
            return try emit(child, next)
        case .sequence(let children):
            var next = next
            for child in children.reversed() { next = try emit(child, next) }
            return next
        case .capture(let child, let index):
            let close = try add(.save(2 * index + 1, next: next))
            let body = try emit(child, close)
            return try add(.save(2 * index, next: body))
        case .alternation(let children):
            var entry: Int?
            // Of alternatives that hold nothing, only the first is ever taken.
            let void = children.firstIndex { syntax.isVoid[$0] } ?? children.count
            for (index, child) in children.enumerated().reversed() where index <= void || !syntax.isVoid[child] {
                let branch = try emit(child, next)
                entry = if let rest = entry { try add(.split(branch, rest)) } else { branch }
            }
            return entry ?? next
        case .repetition(let child, let minimum, let maximum, let greed):
            return try emitRepetition(child, minimum, maximum, greed, next)
        }
    }

    private mutating func emitRepetition(
        _ child: Int, _ least: Int, _ most: Int, _ greed: PatternSyntax.Greed, _ next: Int
    ) throws(PatternError) -> Int {
        if most == 0 || syntax.isVoid[child] { return next }
        var minimum = least
        var maximum = most
        if syntax.isEmptyOnly[child] {
            // A second iteration over nothing finds what the first one found.
            minimum = min(minimum, 1)
            maximum = 1
        }
        guard minimum <= Pattern.repetitionLimit else { throw Self.tooOften }
        let wasCounting = isCounting
        if minimum > 1 || maximum > 1 && maximum != PatternSyntax.unbounded { isCounting = true }
        defer { isCounting = wasCounting }
        var entry: Int
        if greed == .possessive {
            entry = try emitPossessive(child, minimum, maximum, next)
        } else if maximum == minimum {
            entry = next
        } else if syntax.isNullable[child] {
            entry = try emitNullable(child, maximum, minimum, greed == .lazy, next)
        } else if maximum == PatternSyntax.unbounded {
            let loop = try add(.fail)
            let body = try emit(child, loop)
            steps[loop] = greed == .lazy ? .split(next, body) : .split(body, next)
            // `x+` needs no second copy of x, unless x is to be repeated more often.
            if minimum == 1 { return body }
            entry = loop
        } else {
            guard maximum - minimum <= Pattern.repetitionLimit else { throw Self.tooOften }
            entry = next
            for _ in 0..<maximum - minimum {
                let body = try emit(child, entry)
                entry = try add(greed == .lazy ? .split(next, body) : .split(body, next))
            }
        }
        for _ in 0..<minimum { entry = try emit(child, entry) }
        return entry
    }

    /// The optional iterations of a loop whose body can be empty.
    private mutating func emitNullable(
        _ child: Int, _ maximum: Int, _ minimum: Int, _ isLazy: Bool, _ next: Int
    ) throws(PatternError) -> Int {
        depth += 1
        var body: Int
        if maximum == PatternSyntax.unbounded {
            let until = try add(.fail)
            body = try emit(child, until)
            steps[until] = .iterated(body: body, tail: next, isLazy: isLazy)
        } else {
            guard maximum - minimum <= Pattern.repetitionLimit else { throw Self.tooOften }
            body = try emit(child, next)
            for _ in 1..<maximum - minimum {
                let until = try add(.iterated(body: body, tail: next, isLazy: isLazy))
                body = try emit(child, until)
            }
        }
        depth -= 1
        return try add(isLazy ? .split(next, body) : .split(body, next))
    }

    /// A possessive repetition of one unit: it stops only where the next unit cannot go on.
    private mutating func emitPossessive(
        _ child: Int, _ minimum: Int, _ maximum: Int, _ next: Int
    ) throws(PatternError) -> Int {
        guard let (leaf, flags) = unit(child) else { return next }
        let set = number(of: leaf, flags)
        let stop = try add(.assertion(.notNext, set: set, next: next))
        if maximum == PatternSyntax.unbounded {
            let loop = try add(.fail)
            let body = try add(.set(set, next: loop))
            steps[loop] = .split(body, stop)
            return loop
        }
        guard maximum - minimum <= Pattern.repetitionLimit else { throw Self.tooOften }
        var entry = next
        for _ in 0..<maximum - minimum {
            let body = try add(.set(set, next: entry))
            entry = try add(.split(body, stop))
        }
        return entry
    }

    private func unit(_ node: Int) -> (PatternSyntax.Leaf, Pattern.Flags)? {
        switch syntax.nodes[node] {
        case .leaf(let leaf, let flags): (leaf, flags)
        case .sequence(let children) where children.count == 1: unit(children[0])
        default: nil
        }
    }

    private mutating func number(of leaf: PatternSyntax.Leaf, _ flags: Pattern.Flags) -> Int {
        let key = SetKey(leaf: leaf, flags: flags.intersection([.ignoreCase, .ascii, .dotAll]).rawValue)
        if let number = setNumbers[key] { return number }
        sets.append(PatternSets.set(of: leaf, flags))
        setNumbers[key] = sets.count - 1
        return sets.count - 1
    }

    // MARK: Steps to instructions

    private func expand(from start: Int) throws(PatternError) -> PatternProgram {
        var partition = sets
        var isUsed: Set<PatternSyntax.Assertion> = []
        for case .assertion(let assertion, _, _) in steps { isUsed.insert(assertion) }
        let needsWord = !isUsed.isDisjoint(with: [.boundary, .notBoundary])
        let needsASCIIWord = !isUsed.isDisjoint(with: [.asciiBoundary, .asciiNotBoundary])
        let needsNewline = !isUsed.isDisjoint(with: [.lineStart, .lineEnd, .finalEnd])
        if needsWord { partition.append(.word) }
        if needsASCIIWord { partition.append(.asciiWord) }
        if needsNewline { partition.append(.newline) }
        let classes = ScalarClasses(partition)
        let symbolCount = classes.count + 2

        var program = PatternProgram(
            instructions: [], start: 0, captureCount: syntax.captureCount, classCount: classes.count,
            classes: classes, traits: [UInt8](repeating: 0, count: symbolCount), membership: [],
            needsFinalNewline: isUsed.contains(.finalEnd), hasAssertions: !isUsed.isEmpty)
        if needsWord {
            for index in classes.classes(of: .word) { program.traits[Int(index)] |= PatternProgram.Trait.word }
        }
        if needsASCIIWord {
            for index in classes.classes(of: .asciiWord) {
                program.traits[Int(index)] |= PatternProgram.Trait.asciiWord
            }
        }
        if needsNewline {
            program.traits[classes.newline] |= PatternProgram.Trait.newline
            program.traits[program.finalNewline] = PatternProgram.Trait.newline | PatternProgram.Trait.finalNewline
        }
        program.traits[program.end] = PatternProgram.Trait.edge

        // Sets of one class need no row of the table, unless an assertion looks them up.
        var rows = [Int32](repeating: -1, count: sets.count)
        var singles = [Int32](repeating: -1, count: sets.count)
        var isLookedUp = [Bool](repeating: false, count: sets.count)
        for case .assertion(.notNext, let set, _) in steps { isLookedUp[set] = true }
        for (number, set) in sets.enumerated() {
            let members = classes.classes(of: set)
            if members.count == 1 { singles[number] = members[0] }
            guard members.count != 1 || isLookedUp[number] else { continue }
            let row = program.membership.count
            guard row + symbolCount <= Pattern.tableLimit else { throw Self.tooLarge }
            program.membership.append(contentsOf: repeatElement(false, count: symbolCount))
            for member in members { program.membership[row + Int(member)] = true }
            program.membership[row + program.finalNewline] = program.membership[row + classes.newline]
            rows[number] = Int32(row / symbolCount)
        }
        try expandSteps(from: start, into: &program, rows, singles)
        return program
    }

    private func expandSteps(
        from start: Int, into program: inout PatternProgram, _ rows: [Int32], _ singles: [Int32]
    ) throws(PatternError) {
        // The states of a step, one for each count of loops, stand side by side.
        var places = [Int](repeating: 0, count: steps.count)
        var placeCount = 0
        for (step, depth) in depths.enumerated() {
            places[step] = placeCount
            placeCount += Int(depth) + 1
        }
        guard placeCount <= 16 * Pattern.instructionLimit else { throw Self.tooLarge }
        var numbers = [Int32](repeating: -1, count: placeCount)
        var counted = 0
        var pending: [(step: Int, outer: Int32)] = []
        var instructions: [PatternProgram.Instruction] = []
        let placeholder = PatternProgram.Instruction(operation: .fail, next: 0, other: 0, argument: 0)

        func state(_ step: Int, _ outer: Int32) throws(PatternError) -> Int32 {
            let outer = min(outer, depths[step])
            let place = places[step] + Int(outer)
            if numbers[place] >= 0 { return numbers[place] }
            guard instructions.count < Pattern.instructionLimit else { throw Self.tooLarge }
            if isCounted[step] {
                counted += 1
                guard counted <= Pattern.repetitionLimit else { throw Self.tooOften }
            }
            let number = Int32(instructions.count)
            numbers[place] = number
            instructions.append(placeholder)
            pending.append((step, outer))
            return number
        }

        program.start = try state(start, 0)
        var index = 0
        while index < pending.count {
            let (step, outer) = pending[index]
            var result = placeholder
            switch steps[step] {
            case .set(let set, let next):
                result.operation = singles[set] >= 0 ? .unit : .set
                result.argument = singles[set] >= 0 ? singles[set] : rows[set]
                result.next = try state(next, depths[next])
            case .assertion(let assertion, let set, let next):
                result.operation = .assertion
                result.argument = Int32(assertion.rawValue)
                result.other = assertion == .notNext ? rows[set] : 0
                result.next = try state(next, outer)
            case .save(let slot, let next):
                result.operation = .save
                result.argument = Int32(slot)
                result.next = try state(next, outer)
            case .split(let first, let second):
                result.operation = .split
                result.next = try state(first, outer)
                result.other = try state(second, outer)
            case .iterated(let body, let tail, let isLazy):
                let depth = depths[step]
                result.operation = .split
                let leave = try state(tail, min(outer, depth - 1))
                if outer < depth {
                    // The iteration was empty: the loop ends.
                    result.next = leave
                    result.other = -1
                } else {
                    let again = try state(body, depth - 1)
                    result.next = isLazy ? leave : again
                    result.other = isLazy ? again : leave
                }
            case .match: result.operation = .match
            case .fail: result.operation = .fail
            }
            instructions[index] = result
            index += 1
        }
        Self.arrange(instructions, in: &program)
    }

    /// Lists the instructions so that most go on to the next one in the list.
    private static func arrange(_ instructions: [PatternProgram.Instruction], in program: inout PatternProgram) {
        var numbers = [Int32](repeating: -1, count: instructions.count)
        var order: [Int32] = []
        order.reserveCapacity(instructions.count)
        var stack = [program.start]
        while var state = stack.popLast() {
            while numbers[Int(state)] < 0 {
                numbers[Int(state)] = Int32(order.count)
                order.append(state)
                let instruction = instructions[Int(state)]
                if instruction.operation == .match || instruction.operation == .fail { break }
                if instruction.operation == .split, instruction.other >= 0 { stack.append(instruction.other) }
                state = instruction.next
            }
        }
        program.start = numbers[Int(program.start)]
        program.instructions = order.map { old in
            var instruction = instructions[Int(old)]
            switch instruction.operation {
            case .match: program.match = Int(numbers[Int(old)])
            case .fail: break
            case .split:
                instruction.next = numbers[Int(instruction.next)]
                if instruction.other >= 0 { instruction.other = numbers[Int(instruction.other)] }
            case .unit, .set, .assertion, .save: instruction.next = numbers[Int(instruction.next)]
            }
            return instruction
        }
    }
}
