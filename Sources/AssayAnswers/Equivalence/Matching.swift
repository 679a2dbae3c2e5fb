// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Partners between two lists of parts, found by augmenting paths (Kuhn 1955).
struct Matching {
    private let table: [[Comparison.Decision]]

    /// - Parameter table: a row for each part of the gold, a column for each part of the answer.
    init(_ table: [[Comparison.Decision]]) { self.table = table }

    /// Whether every part has an equal partner of its own.
    var isPerfect: Bool { size { $0 == .equal } == table.count && table.count == (table.first?.count ?? 0) }

    /// The same where parts that are undecided count as equal.
    var mayBePerfect: Bool { size { $0 != .different } == table.count && table.count == (table.first?.count ?? 0) }

    /// Whether every part of each side equals some part of the other: equality of sets whose members repeat.
    var coversBothSides: Bool {
        guard let width = table.first?.count else { return false }
        return table.allSatisfy { $0.contains(.equal) }
            && (0..<width).allSatisfy { column in table.contains { $0[column] == .equal } }
    }

    private func size(_ isPair: (Comparison.Decision) -> Bool) -> Int {
        guard let width = table.first?.count else { return 0 }
        var partner = [Int?](repeating: nil, count: width)
        var size = 0
        for row in table.indices {
            var seen = [Bool](repeating: false, count: width)
            if augment(row, isPair, &partner, &seen) { size += 1 }
        }
        return size
    }

    private func augment(
        _ row: Int, _ isPair: (Comparison.Decision) -> Bool, _ partner: inout [Int?], _ seen: inout [Bool]
    ) -> Bool {
        for column in table[row].indices where isPair(table[row][column]) && !seen[column] {
            seen[column] = true
            guard let other = partner[column] else {
                partner[column] = row
                return true
            }
            if augment(other, isPair, &partner, &seen) {
                partner[column] = row
                return true
            }
        }
        return false
    }
}
