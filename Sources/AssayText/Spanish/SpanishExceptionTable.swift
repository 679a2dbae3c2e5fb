// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Exceptions of the Spanish tokenizer, found by their bytes.
struct SpanishExceptionTable: Sendable {
    /// The lengths of an exception's tokens, by its bytes.
    private let lengths: [[UInt8]: [Int]]
    private let longest: Int
    /// By first byte: a bit for each length up to 63 that an exception has, so that most words need no look-up.
    private let lengthsByHead: [UInt64]

    /// The exceptions of the rules for Spanish.
    static let builtIn = SpanishExceptionTable()

    private init() {
        var table: [[UInt8]: [Int]] = [:]
        for text in SpanishExceptions.whole { table[Array(text.utf8)] = [text.utf8.count] }
        for parts in SpanishExceptions.split {
            table[Array(parts.joined().utf8)] = parts.map(\.utf8.count)
        }
        lengths = table
        longest = table.keys.lazy.map(\.count).max() ?? 0
        var heads = [UInt64](repeating: 0, count: 256)
        for key in table.keys { if let head = key.first { heads[Int(head)] |= 1 << UInt64(key.count) } }
        lengthsByHead = heads
    }

    /// All exceptions.
    var keys: some Collection<[UInt8]> { lengths.keys }

    /// The lengths of the tokens of the exception that is exactly `range`; nil if it is none.
    func lengths(of bytes: [UInt8], _ range: Range<Int>) -> [Int]? {
        guard !range.isEmpty, range.count <= longest,
            lengthsByHead[Int(bytes[range.lowerBound])] >> UInt64(range.count) & 1 == 1
        else { return nil }
        return lengths[Array(bytes[range])]
    }
}
