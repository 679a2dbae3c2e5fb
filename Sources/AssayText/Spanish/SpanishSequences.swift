// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Finds sequences of tokens that together are an exception, such as `EE`, `.`, `UU`, `.`.
struct SpanishSequences: Sendable {
    /// By first byte: the tokens of each exception that the rules would cut.
    private let byHead: [[[[UInt8]]]]

    /// The sequences of the exceptions for Spanish.
    static let builtIn = SpanishSequences()

    private init() {
        var byHead = [[[[UInt8]]]](repeating: [], count: 256)
        for key in SpanishExceptionTable.builtIn.keys {
            let tokens = SpanishTokenizer.plainTokens(in: key).map { Array(key[$0]) }
            guard tokens.count > 1, let head = key.first else { continue }
            byHead[Int(head)].append(tokens)
        }
        self.byHead = byHead
    }

    /// `tokens` with each such sequence replaced by the tokens of its exception.
    ///
    /// Of sequences that overlap the longest counts, then the first. A sequence whose text is no exception (white space
    /// stands in it) changes nothing, but keeps shorter ones inside from counting.
    func joined(_ tokens: [Range<Int>], of bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for index in tokens.indices {
            let token = tokens[index]
            for sequence in byHead[Int(bytes[token.lowerBound])] where matches(sequence, tokens, index, bytes) {
                found.append(index..<index + sequence.count)
            }
        }
        if found.isEmpty { return tokens }
        found.sort { $0.count == $1.count ? $0.lowerBound < $1.lowerBound : $0.count > $1.count }
        var seen = [Bool](repeating: false, count: tokens.count)
        var chosen: [Int: Range<Int>] = [:]
        for span in found {
            if !seen[span.lowerBound], !seen[span.upperBound - 1] { chosen[span.lowerBound] = span }
            for index in span { seen[index] = true }
        }
        var result: [Range<Int>] = []
        result.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            if let span = chosen[index] {
                let text = tokens[index].lowerBound..<tokens[span.upperBound - 1].upperBound
                if let lengths = SpanishExceptionTable.builtIn.lengths(of: bytes, text) {
                    var start = text.lowerBound
                    for length in lengths {
                        result.append(start..<start + length)
                        start += length
                    }
                } else {
                    result.append(contentsOf: tokens[span])
                }
                index = span.upperBound
            } else {
                result.append(tokens[index])
                index += 1
            }
        }
        return result
    }

    private func matches(_ sequence: [[UInt8]], _ tokens: [Range<Int>], _ start: Int, _ bytes: [UInt8]) -> Bool {
        guard start + sequence.count <= tokens.count else { return false }
        for (offset, expected) in sequence.enumerated() {
            let token = tokens[start + offset]
            guard token.count == expected.count, bytes[token].elementsEqual(expected) else { return false }
        }
        return true
    }
}
