// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A pattern compiled to a nondeterministic automaton over classes of scalars.
///
/// Its steps without input form no cycle: what Python remembers at run time about empty iterations of a loop is
/// expanded into the states (see ``PatternCompiler``). Every engine may therefore follow them blindly.
struct PatternProgram: Sendable {
    enum Operation: UInt8, Sendable {
        /// Consumes one unit of class `argument`.
        case unit
        /// Consumes one unit of a class in set `argument`.
        case set
        /// Goes to `next`, or with lower priority to `other`.
        case split
        /// Goes on if assertion `argument` holds here; `other` is its set, if it has one.
        case assertion
        /// Notes the position in slot `argument`.
        case save
        case match
        /// Never goes on.
        case fail
    }

    struct Instruction: Sendable {
        var operation: Operation
        var next: Int32
        var other: Int32
        var argument: Int32
    }

    /// What an assertion can see of the unit on one side of a position, as bits.
    enum Trait {
        static let newline: UInt8 = 1
        static let word: UInt8 = 2
        static let asciiWord: UInt8 = 4
        /// The beginning of the text before, its end after.
        static let edge: UInt8 = 8
        /// A newline that ends the text.
        static let finalNewline: UInt8 = 16
    }

    var instructions: [Instruction]
    var start: Int32
    /// The instruction that ends a match; -1 if there is none.
    var match = -1
    var captureCount: Int
    /// Number of classes of scalars.
    ///
    /// Symbol `classCount` is a newline that ends the text, one more is the end.
    var classCount: Int
    var classes: ScalarClasses
    /// Traits of every symbol; only those that some assertion needs.
    var traits: [UInt8]
    /// Membership of symbols in sets, `symbolCount` of them for each set.
    var membership: [Bool]
    /// Whether `$` occurs, so that a final newline is a symbol of its own.
    var needsFinalNewline: Bool
    /// Whether any assertion occurs.
    var hasAssertions: Bool

    var finalNewline: Int { classCount }
    var end: Int { classCount + 1 }
    var symbolCount: Int { classCount + 2 }

    /// Whether `assertion` holds between a unit with traits `before` and the symbol `after`.
    @inline(__always)
    func holds(_ instruction: Instruction, before: UInt8, after: Int) -> Bool {
        let next = traits[after]
        guard let assertion = PatternSyntax.Assertion(rawValue: UInt8(truncatingIfNeeded: instruction.argument)) else {
            return false
        }
        switch assertion {
        case .textStart: return before & Trait.edge != 0
        case .lineStart: return before & (Trait.edge | Trait.newline) != 0
        case .textEnd: return next & Trait.edge != 0
        case .finalEnd: return next & (Trait.edge | Trait.finalNewline) != 0
        case .lineEnd: return next & (Trait.edge | Trait.newline) != 0
        case .boundary: return (before ^ next) & Trait.word != 0
        case .asciiBoundary: return (before ^ next) & Trait.asciiWord != 0
        // Python: neither a boundary nor its opposite is found in an empty text.
        case .notBoundary: return (before ^ next) & Trait.word == 0 && before & next & Trait.edge == 0
        case .asciiNotBoundary: return (before ^ next) & Trait.asciiWord == 0 && before & next & Trait.edge == 0
        case .notNext: return !membership[Int(instruction.other) * symbolCount + after]
        }
    }

    /// Whether `instruction` consumes `symbol`.
    @inline(__always)
    func consumes(_ instruction: Instruction, _ symbol: Int) -> Bool {
        switch instruction.operation {
        case .unit:
            return Int(instruction.argument) == symbol
                || (symbol == classCount && Int(instruction.argument) == classes.newline)
        case .set: return membership[Int(instruction.argument) * symbolCount + symbol]
        default: return false
        }
    }

    /// The symbol at `index`, and how many bytes it takes; the end of the text takes none.
    @inline(__always)
    func symbol(_ text: borrowing Span<UInt8>, at index: Int) -> (symbol: Int, length: Int) {
        guard index < text.count else { return (end, 0) }
        let byte = text[index]
        if byte < 0x80 {
            if byte == 0x0A, needsFinalNewline, index + 1 == text.count { return (finalNewline, 1) }
            return (Int(classes.ascii[Int(byte)]), 1)
        }
        let (scalar, length) = PatternUTF8.scalar(text, at: index)
        return (Int(classes[scalar]), length)
    }

    /// The traits of what stands before `index`.
    func traitsBefore(_ text: borrowing Span<UInt8>, _ index: Int) -> UInt8 {
        guard hasAssertions else { return 0 }
        guard index > 0 else { return Trait.edge }
        let byte = text[index - 1]
        if byte < 0x80 { return traits[Int(classes.ascii[Int(byte)])] }
        var start = index - 1
        while start > 0, index - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
        let (scalar, length) = PatternUTF8.scalar(text, at: start)
        return traits[Int(classes[start + length == index ? scalar : ScalarSet.badByte])]
    }
}

/// Decoding for patterns: a byte that is not part of valid UTF-8 is ``ScalarSet/badByte`` of length 1.
enum PatternUTF8 {
    @inline(__always)
    static func scalar(_ text: borrowing Span<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
        let first = text[index]
        if first < 0x80 { return (UInt32(first), 1) }
        let remaining = text.count - index
        guard first >= 0xC2, remaining >= 2 else { return (ScalarSet.badByte, 1) }
        let second = text[index + 1]
        guard second & 0xC0 == 0x80 else { return (ScalarSet.badByte, 1) }
        if first < 0xE0 { return (UInt32(first & 0x1F) << 6 | UInt32(second & 0x3F), 2) }
        guard remaining >= 3 else { return (ScalarSet.badByte, 1) }
        let third = text[index + 2]
        guard third & 0xC0 == 0x80 else { return (ScalarSet.badByte, 1) }
        if first < 0xF0 {
            let value = UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
            return value >= 0x800 && !(0xD800..<0xE000).contains(value) ? (value, 3) : (ScalarSet.badByte, 1)
        }
        guard first < 0xF5, remaining >= 4 else { return (ScalarSet.badByte, 1) }
        let fourth = text[index + 3]
        guard fourth & 0xC0 == 0x80 else { return (ScalarSet.badByte, 1) }
        let value =
            UInt32(first & 0x07) << 18 | UInt32(second & 0x3F) << 12 | UInt32(third & 0x3F) << 6
            | UInt32(fourth & 0x3F)
        return value >= 0x10000 && value < 0x110000 ? (value, 4) : (ScalarSet.badByte, 1)
    }
}

/// A partition of all scalars into classes that no set of a pattern tells apart.
struct ScalarClasses: Sendable {
    private(set) var count: Int
    /// Classes of the ASCII scalars.
    private(set) var ascii: [Int32]
    /// The class of a newline.
    private(set) var newline: Int
    /// Whether all scalars beyond ASCII, malformed bytes included, are of one class.
    private(set) var isUniformBeyondASCII: Bool
    /// Lower bounds of the runs of one class, and their classes.
    private let bounds: [UInt32]
    private let values: [Int32]
    /// The first run of each block of 64 scalars below U+10000.
    private let blocks: [UInt32]

    /// The coarsest partition in which every one of `sets` is a union of classes.
    init(_ sets: [ScalarSet]) {
        var edges: Set<UInt32> = [0]
        for set in sets {
            for interval in set.intervals {
                edges.insert(interval.low)
                if interval.high < ScalarSet.badByte { edges.insert(interval.high + 1) }
            }
        }
        let bounds = edges.sorted()
        var classes = [Int32](repeating: 0, count: bounds.count)
        var total: Int32 = 1
        for set in sets {
            // What is inside the set gets a new class for each old one.
            var renamed: [Int32: Int32] = [:]
            var index = 0
            for interval in set.intervals {
                index = Self.run(bounds, interval.low, from: index)
                while index < bounds.count, bounds[index] <= interval.high {
                    let old = classes[index]
                    if let new = renamed[old] {
                        classes[index] = new
                    } else {
                        renamed[old] = total
                        classes[index] = total
                        total += 1
                    }
                    index += 1
                }
            }
        }
        var numbers: [Int32: Int32] = [:]
        for index in classes.indices {
            let old = classes[index]
            let number = numbers[old] ?? Int32(numbers.count)
            numbers[old] = number
            classes[index] = number
        }
        self.bounds = bounds
        values = classes
        count = numbers.count
        ascii = (UInt32(0)..<0x80).map { classes[Self.run(bounds, $0, from: 0)] }
        newline = Int(ascii[0x0A])
        let beyond = Self.run(bounds, 0x80, from: 0)
        isUniformBeyondASCII = classes[beyond...].allSatisfy { $0 == classes[beyond] }
        blocks =
            isUniformBeyondASCII
            ? []
            : (UInt32(0)..<1025).map { block in UInt32(Self.run(bounds, block << 6, from: 0)) }
    }

    /// The index of the run that holds `scalar`.
    private static func run(_ bounds: [UInt32], _ scalar: UInt32, from start: Int) -> Int {
        var low = start
        var high = bounds.count
        while low < high {
            let middle = (low + high) / 2
            if bounds[middle] <= scalar { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }

    subscript(scalar: UInt32) -> Int32 {
        if isUniformBeyondASCII { return values[values.count - 1] }
        var low: Int
        var high: Int
        if scalar < 0x10000 {
            let block = Int(scalar >> 6)
            low = Int(blocks[block])
            high = Int(blocks[block + 1]) + 1
        } else {
            low = Int(blocks[1024])
            high = bounds.count
        }
        while high - low > 1 {
            let middle = (low + high) / 2
            if bounds[middle] <= scalar { low = middle } else { high = middle }
        }
        return values[low]
    }

    /// Calls `body` with the bounds and the class of every run.
    func forEachRun(_ body: (UInt32, UInt32, Int) -> Void) {
        for index in bounds.indices {
            let high = index + 1 < bounds.count ? bounds[index + 1] - 1 : ScalarSet.badByte
            body(bounds[index], high, Int(values[index]))
        }
    }

    /// The classes in `set`, each once, in order.
    func classes(of set: ScalarSet) -> [Int32] {
        var result: Set<Int32> = []
        var index = 0
        for interval in set.intervals {
            index = max(Self.run(bounds, interval.low, from: 0), 0)
            while index < bounds.count, bounds[index] <= interval.high {
                result.insert(values[index])
                index += 1
            }
        }
        return result.sorted()
    }
}
