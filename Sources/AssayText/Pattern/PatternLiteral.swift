// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A pattern that is one text, perhaps with assertions at its ends, searched for without an automaton.
///
/// Keywords of kilobytes are such patterns. Where case is ignored, each letter is a class of scalars that no other
/// letter of the text shares in part, so that units can be compared by class.
///
/// Source: D. E. Knuth, J. H. Morris, V. R. Pratt, "Fast Pattern Matching in Strings", 1977, doi:10.1137/0206024.
/// - Complexity: length of the text, plus the number of assertions for each occurrence.
struct PatternLiteral: Sendable {
    private var symbols: [Int] = []
    /// For each number of units found: how many of them at their end begin the text too.
    private var borders: [Int] = []
    private var leading: [PatternProgram.Instruction] = []
    private var trailing: [PatternProgram.Instruction] = []

    /// Nothing where the pattern is anything else.
    init?(_ program: PatternProgram) {
        var state = Int(program.start)
        loop: while true {
            let instruction = program.instructions[state]
            switch instruction.operation {
            case .save: break
            case .assertion where symbols.isEmpty: leading.append(instruction)
            case .assertion: trailing.append(instruction)
            case .unit where trailing.isEmpty: symbols.append(Int(instruction.argument))
            case .match: break loop
            case .unit, .set, .split, .fail: return nil
            }
            state = Int(instruction.next)
        }
        guard !symbols.isEmpty else { return nil }
        borders = [Int](repeating: 0, count: symbols.count + 1)
        var length = 0
        for index in symbols.indices.dropFirst() {
            while length > 0, symbols[index] != symbols[length] { length = borders[length] }
            if symbols[index] == symbols[length] { length += 1 }
            borders[index + 1] = length
        }
    }

    /// The first occurrence at or after `start`.
    func range(_ program: PatternProgram, _ text: borrowing Span<UInt8>, from start: Int) -> Range<Int>? {
        // Where the last units begin.
        var begins = [Int](repeating: 0, count: symbols.count)
        var slot = 0
        var length = 0
        var position = start
        while position < text.count {
            let (found, size) = program.symbol(text, at: position)
            let symbol = found == program.finalNewline ? program.classes.newline : found
            begins[slot] = position
            slot = slot + 1 == begins.count ? 0 : slot + 1
            position += size
            while length > 0, symbols[length] != symbol { length = borders[length] }
            if symbols[length] == symbol { length += 1 }
            guard length == symbols.count else { continue }
            length = borders[length]
            let begin = begins[slot]
            if holds(program, leading, text, at: begin), holds(program, trailing, text, at: position) {
                return begin..<position
            }
        }
        return nil
    }

    private func holds(
        _ program: PatternProgram, _ assertions: [PatternProgram.Instruction], _ text: borrowing Span<UInt8>,
        at position: Int
    ) -> Bool {
        guard !assertions.isEmpty else { return true }
        let before = program.traitsBefore(text, position)
        let after = program.symbol(text, at: position).symbol
        return assertions.allSatisfy { program.holds($0, before: before, after: after) }
    }
}
