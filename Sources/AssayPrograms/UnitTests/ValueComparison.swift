// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// Compares what a function gave with what is expected, both as JSON.
///
/// Numbers are equal by value, within a relative tolerance where one of them is no integer; truth values are no numbers;
/// objects are equal in any order of their members.
enum ValueComparison {
    /// Whether the two are equal.
    static func equal(_ value: JSONValue, _ expected: JSONValue, tolerance: Double) -> Bool {
        switch (value, expected) {
        case (.null, .null): return true
        case (.bool(let a), .bool(let b)): return a == b
        case (.string(let a), .string(let b)): return a.utf8.elementsEqual(b.utf8)
        case (.number(let a), .number(let b)):
            if a.lexeme == b.lexeme { return true }
            // Two whole numbers of any size have one way to be written.
            if isWhole(a.lexeme), isWhole(b.lexeme) { return false }
            guard let a = a.double, let b = b.double else { return false }
            return a == b || abs(a - b) <= tolerance * max(abs(a), abs(b))
        case (.array(let a), .array(let b)):
            return a.count == b.count && zip(a, b).allSatisfy { equal($0, $1, tolerance: tolerance) }
        case (.object(let a), .object(let b)):
            guard a.members.count == b.members.count else { return false }
            let values = Dictionary(a.members.map { ($0.key, $0.value) }) { _, last in last }
            return b.members.allSatisfy { member in
                values[member.key].map { equal($0, member.value, tolerance: tolerance) } ?? false
            }
        default: return false
        }
    }

    private static func isWhole(_ lexeme: String) -> Bool {
        lexeme.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
    }

    /// Whether what a program wrote is what is expected: line by line, without spaces at the end of lines and empty lines at
    /// the end.
    static func sameOutput(_ output: [UInt8], _ expected: [UInt8]) -> Bool { lines(output) == lines(expected) }

    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line -> ArraySlice<UInt8> in
            let kept = line.lastIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
            return kept.map { line[line.startIndex...$0] } ?? []
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
