// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Where a match can begin, judged by a byte or two: what lets a search skip most of a text.
final class PatternPrefilter: @unchecked Sendable {
    enum Kind: Sendable {
        /// Anywhere.
        case none
        /// At the beginning of the text only; at the beginning of a line only.
        case textStart, lineStart
        /// Where certain bytes stand.
        case bytes
    }

    let kind: Kind
    /// Which bytes may stand at the first places of a match; places before ``offset`` are ASCII.
    ///
    /// 256 flags for each place; written by the initialiser only.
    private let sets: UnsafeMutablePointer<Bool>
    private let placeCount: Int
    /// The place that is looked for first.
    private let offset: Int
    /// The bytes at ``offset``, if they are at most three.
    private let needles: (UInt8, UInt8, UInt8)?

    /// The most places of a match that are looked at.
    private static let depthLimit = 16

    init(_ program: PatternProgram) {
        let (kind, sets) = Self.analyse(program)
        self.kind = kind
        let costs = sets.map { set in (0..<256).reduce(0) { $0 + (set[$1] ? Self.frequency(UInt8($1)) : 0) } }
        let best = costs.indices.min { costs[$0] < costs[$1] } ?? 0
        offset = best
        placeCount = sets.count
        self.sets = .allocate(capacity: 256 * max(sets.count, 1))
        self.sets.initialize(repeating: true, count: 256 * max(sets.count, 1))
        for (place, set) in sets.enumerated() {
            for byte in 0..<256 { self.sets[256 * place + byte] = set[byte] }
        }
        let members = sets.isEmpty ? [] : (0..<256).filter { sets[best][$0] }.map { UInt8($0) }
        needles =
            members.isEmpty || members.count > 3
            ? nil : (members[0], members[members.count / 2], members[members.count - 1])
    }

    deinit { sets.deallocate() }

    private static func analyse(_ program: PatternProgram) -> (Kind, [[Bool]]) {
        let beyond = program.classes.leadBytes()
        var closure = Closure(program)
        guard var states = closure.consumers(after: [program.start]), !states.isEmpty else { return (.none, []) }
        if closure.consumers(after: [program.start], stops: [.textStart])?.isEmpty ?? false { return (.textStart, []) }
        if closure.consumers(after: [program.start], stops: [.textStart, .lineStart])?.isEmpty ?? false {
            return (.lineStart, [])
        }
        var sets: [[Bool]] = []
        while !states.isEmpty, sets.count < Self.depthLimit {
            var set = [Bool](repeating: false, count: 256)
            for state in states {
                let instruction = program.instructions[Int(state)]
                for byte in 0..<128 where program.consumes(instruction, Int(program.classes.ascii[byte])) {
                    set[byte] = true
                }
                for (number, bytes) in beyond.enumerated() where program.consumes(instruction, number) {
                    for byte in bytes { set[Int(byte)] = true }
                }
            }
            sets.append(set)
            // A place after one that may take several bytes has no fixed offset.
            if set[128...].contains(true) { break }
            guard let next = closure.consumers(after: states.map { program.instructions[Int($0)].next }),
                next.count <= 64
            else { break }
            states = next
        }
        return (.bytes, sets)
    }

    /// The next place at or after `start` where a match can begin, or nil.
    func next(_ text: borrowing Span<UInt8>, from start: Int) -> Int? {
        switch kind {
        case .none: return start <= text.count ? start : nil
        case .textStart: return start == 0 ? 0 : nil
        case .lineStart:
            if start == 0 { return 0 }
            guard let newline = Self.find(text, from: start - 1, 0x0A, 0x0A, 0x0A) else { return nil }
            return newline + 1
        case .bytes:
            let count = text.count
            var position = start + offset
            while true {
                let wanted = sets + 256 * offset
                if let needles {
                    guard let hit = Self.find(text, from: position, needles.0, needles.1, needles.2) else { return nil }
                    position = hit
                } else {
                    while position < count, !wanted[Int(text[position])] { position += 1 }
                    if position >= count { return nil }
                }
                let candidate = position - offset
                guard candidate + placeCount <= count else { return nil }
                var place = 0
                while place < placeCount, sets[256 * place + Int(text[candidate + place])] { place += 1 }
                if place == placeCount { return candidate }
                position += 1
            }
        }
    }

    /// The first of three bytes at or after `start`.
    private static func find(
        _ text: borrowing Span<UInt8>, from start: Int, _ first: UInt8, _ second: UInt8, _ third: UInt8
    ) -> Int? {
        text.withUnsafeBytes { bytes in
            var position = start
            let a = SIMD32<UInt8>(repeating: first)
            let b = SIMD32<UInt8>(repeating: second)
            let c = SIMD32<UInt8>(repeating: third)
            // Close hits are the rule in some texts: a few bytes are looked at before a vector is set up.
            let near = min(position + 8, bytes.count)
            while position < near {
                let byte = bytes[position]
                if byte == first || byte == second || byte == third { return position }
                position += 1
            }
            while position + 32 <= bytes.count {
                let block = bytes.loadUnaligned(fromByteOffset: position, as: SIMD32<UInt8>.self)
                let hits = (block .== a) .| (block .== b) .| (block .== c)
                if any(hits) { break }
                position += 32
            }
            let count = bytes.count
            while position < count {
                let byte = bytes[position]
                if byte == first || byte == second || byte == third { return position }
                position += 1
            }
            return nil
        }
    }

    /// Follows the steps without input.
    private struct Closure {
        private let program: PatternProgram
        /// The round in which each instruction was last seen.
        private var seen: [UInt32]
        private var round: UInt32 = 0
        private static let limit = 10_000

        init(_ program: PatternProgram) {
            self.program = program
            seen = [UInt32](repeating: 0, count: program.instructions.count)
        }

        /// The consuming instructions that `states` reach without input, past no assertion of `stops`; nil if they
        /// reach a match, or very many.
        mutating func consumers(
            after states: [Int32], stops: Set<PatternSyntax.Assertion> = []
        ) -> [Int32]? {
            var result: [Int32] = []
            var stack = states
            var left = Self.limit
            round += 1
            while let state = stack.popLast() {
                guard state >= 0, seen[Int(state)] != round else { continue }
                seen[Int(state)] = round
                left -= 1
                if left < 0 { return nil }
                let instruction = program.instructions[Int(state)]
                switch instruction.operation {
                case .unit, .set: result.append(state)
                case .split:
                    stack.append(instruction.other)
                    stack.append(instruction.next)
                case .assertion:
                    if let assertion = PatternSyntax.Assertion(
                        rawValue: UInt8(truncatingIfNeeded: instruction.argument)),
                        !stops.contains(assertion)
                    {
                        stack.append(instruction.next)
                    }
                case .save: stack.append(instruction.next)
                case .match: return nil
                case .fail: break
                }
            }
            return result
        }
    }

    /// How often a byte is met in ten thousand bytes of prose, roughly.
    private static func frequency(_ byte: UInt8) -> Int {
        let letters: [Int] = [
            650, 120, 240, 330, 1000, 180, 160, 430, 560, 15, 60, 330, 200, 560, 600, 160, 10, 490, 520, 730, 220, 80,
            170,
            20, 150, 10,
        ]
        switch byte {
        case 0x20: return 1600
        case 0x0A: return 200
        case 0x61...0x7A: return letters[Int(byte) - 0x61]
        case 0x41...0x5A: return letters[Int(byte) - 0x41] / 20 + 3
        case 0x2C, 0x2E: return 100
        case 0x30...0x39: return 30
        case 0x00...0x1F: return 1
        case 0x21...0x7F: return 20
        default: return 8
        }
    }
}

extension ScalarClasses {
    /// For every class, the bytes beyond ASCII with which its scalars may begin.
    func leadBytes() -> [[UInt8]] {
        var result = [Set<UInt8>](repeating: [], count: count)
        forEachRun { low, high, number in
            guard high >= 0x80 else { return }
            if high >= ScalarSet.badByte {
                for byte in UInt8(0x80)...0xFF { result[number].insert(byte) }
                return
            }
            for byte in Self.leadByte(max(low, 0x80))...Self.leadByte(high) { result[number].insert(byte) }
        }
        return result.map { $0.sorted() }
    }

    private static func leadByte(_ scalar: UInt32) -> UInt8 {
        switch scalar {
        case 0..<0x800: UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
        case 0x800..<0x10000: UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
        default: UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
        }
    }
}
