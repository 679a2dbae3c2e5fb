// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A Python or JSON value, read from text, never evaluated.
package indirect enum ProgramLiteral: Sendable {
    /// Digits with a sign, without leading zeros.
    case integer(String)
    /// The exact decimal: digits without trailing zeros, and the power of ten.
    case decimal(String, exponent: Int)
    case string([UInt8])
    case bool(Bool)
    case null
    case list([ProgramLiteral])
    case tuple([ProgramLiteral])
    case set([ProgramLiteral])
    case dictionary([(key: ProgramLiteral, value: ProgramLiteral)])

    /// Whether it could not be mathematics: a string, a dictionary, a truth value or null somewhere inside a bracket.
    package var isProgramOnly: Bool {
        switch self {
        case .integer, .decimal, .string, .bool, .null: false
        case .list(let items), .tuple(let items), .set(let items): items.contains { $0.isProgramValue }
        case .dictionary(let entries): !entries.isEmpty
        }
    }

    private var isProgramValue: Bool {
        switch self {
        case .string, .bool, .null, .dictionary: true
        case .integer, .decimal: false
        case .list(let items), .tuple(let items), .set(let items): items.contains { $0.isProgramValue }
        }
    }

    /// The canonical text: equal for equal values, different for others; entries of sets and dictionaries sorted.
    package var canonical: String {
        var result: [UInt8] = []
        write(to: &result)
        return String(decoding: result, as: UTF8.self)
    }

    private func write(to result: inout [UInt8]) {
        switch self {
        case .integer(let digits): result += digits.utf8
        case .decimal(let digits, let exponent): result += "\(digits)e\(exponent)".utf8
        case .string(let bytes):
            // The length keeps any content apart from what follows.
            result += "\"\(bytes.count):".utf8
            result += bytes
            result += "\"".utf8
        case .bool(let value): result += (value ? "True" : "False").utf8
        case .null: result += "None".utf8
        case .list(let items): Self.write(items.map(\.bytes), "[", "]", to: &result)
        case .tuple(let items): Self.write(items.map(\.bytes), "(", ")", to: &result)
        case .set(let items):
            var sorted = items.map(\.bytes).sorted { $0.lexicographicallyPrecedes($1) }
            // Doubles collapse.
            var last: [UInt8]?
            sorted.removeAll { item in
                defer { last = item }
                return item == last
            }
            Self.write(sorted, "{", "}", to: &result)
        case .dictionary(let entries):
            var values: [[UInt8]: [UInt8]] = [:]
            for entry in entries { values[entry.key.bytes] = entry.value.bytes }
            let sorted = values.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { $0.key + [0x3A] + $0.value }
            Self.write(sorted, "{:", "}", to: &result)
        }
    }

    private var bytes: [UInt8] {
        var result: [UInt8] = []
        write(to: &result)
        return result
    }

    private static func write(_ items: [[UInt8]], _ open: String, _ close: String, to result: inout [UInt8]) {
        result += open.utf8
        for (index, item) in items.enumerated() {
            if index > 0 { result += ", ".utf8 }
            result += item
        }
        result += close.utf8
    }
}
