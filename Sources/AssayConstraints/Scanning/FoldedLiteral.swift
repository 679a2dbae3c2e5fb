// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// A short text of ASCII to be found in other texts, in its own case or in any.
///
/// Any case means what Python's `re.IGNORECASE` means: besides the other letter, `ſ` is an `s`, the Kelvin sign is a
/// `k`, and `İ` and `ı` are an `i`.
struct FoldedLiteral: Sendable {
    /// Longer texts are left to `Pattern`, so that the work stays a fixed multiple of the length of what is searched.
    static let lengthLimit = 64

    private let bytes: [UInt8]
    private let ignoresCase: Bool
    private let edges: Keyword.Edges
    /// The byte to jump to, in both cases, and where it stands in the literal.
    private let rare: UInt8
    private let rareUpper: UInt8
    private let rareOffset: Int
    /// Whether the literal has a letter that scalars beyond ASCII are forms of.
    private let hasLookalikes: Bool
    /// Whether first and last byte belong to a word.
    private let isWordEdge: (first: Bool, last: Bool)

    /// Nothing where the text is empty, too long, or not ASCII.
    init?(_ source: [UInt8], ignoresCase: Bool, edges: Keyword.Edges) {
        guard let first = source.first, let last = source.last, source.count <= FoldedLiteral.lengthLimit,
            source.allSatisfy({ $0 < 0x80 })
        else { return nil }
        bytes = ignoresCase ? source.map(FoldedLiteral.lower) : source
        self.ignoresCase = ignoresCase
        self.edges = edges
        var offset = 0
        for index in bytes.indices where FoldedLiteral.rank(bytes[index]) < FoldedLiteral.rank(bytes[offset]) {
            offset = index
        }
        rareOffset = offset
        rare = bytes[offset]
        rareUpper = ignoresCase && rare &- 0x61 < 26 ? rare ^ 0x20 : rare
        hasLookalikes = ignoresCase && bytes.contains { $0 == 0x69 || $0 == 0x6B || $0 == 0x73 }
        isWordEdge = (WordScanner.isWordByte(first), WordScanner.isWordByte(last))
    }

    /// Calls `body` with the occurrences from left to right, without overlap, until it returns false.
    func forEachMatch(in text: Text, _ body: (Range<Int>) -> Bool) {
        if hasLookalikes, text.hasASCIILookalikes {
            forEachFoldedMatch(in: text.bytes, body)
        } else {
            forEachByteMatch(in: text.bytes, body)
        }
    }

    private func forEachByteMatch(in hay: [UInt8], _ body: (Range<Int>) -> Bool) {
        let last = hay.count - bytes.count
        guard last >= 0 else { return }
        let end = last + rareOffset + 1
        var cursor = rareOffset
        // The next place of the rare byte in either case; past the end where there is none.
        var lower = ByteSearch.first(rare, in: hay, from: cursor, to: end) ?? Int.max
        var upper =
            rareUpper == rare ? Int.max : ByteSearch.first(rareUpper, in: hay, from: cursor, to: end) ?? Int.max
        while true {
            let place = min(lower, upper)
            if place == Int.max { return }
            let start = place - rareOffset
            cursor = place + 1
            if matches(hay, at: start), fits(hay, start..<start + bytes.count) {
                if !body(start..<start + bytes.count) { return }
                cursor = max(cursor, start + bytes.count + rareOffset)
            }
            if lower < cursor { lower = ByteSearch.first(rare, in: hay, from: cursor, to: end) ?? Int.max }
            if upper < cursor { upper = ByteSearch.first(rareUpper, in: hay, from: cursor, to: end) ?? Int.max }
        }
    }

    @inline(__always) private func matches(_ hay: [UInt8], at start: Int) -> Bool {
        if ignoresCase {
            for index in bytes.indices where FoldedLiteral.lower(hay[start + index]) != bytes[index] { return false }
        } else {
            for index in bytes.indices where hay[start + index] != bytes[index] { return false }
        }
        return true
    }

    /// The slow way, for texts that have one of the four scalars.
    private func forEachFoldedMatch(in hay: [UInt8], _ body: (Range<Int>) -> Bool) {
        var start = 0
        while start < hay.count {
            var position = start
            var index = 0
            while index < bytes.count, position < hay.count {
                let (scalar, length) = UTF8Decoding.scalar(hay, at: position)
                guard FoldedLiteral.fold(scalar) == UInt32(bytes[index]) else { break }
                index += 1
                position += length
            }
            if index == bytes.count, fits(hay, start..<position) {
                if !body(start..<position) { return }
                start = position
            } else {
                start += UTF8Decoding.scalar(hay, at: start).length
            }
        }
    }

    /// Whether what stands beside an occurrence is as the edges ask for.
    @inline(__always) private func fits(_ hay: [UInt8], _ range: Range<Int>) -> Bool {
        if edges == .anywhere { return true }
        let before = WordScanner.isWord(before: range.lowerBound, in: hay)
        let after = WordScanner.isWord(at: range.upperBound, in: hay)
        if edges == .boundary { return before != isWordEdge.first && after != isWordEdge.last }
        return !(before && isWordEdge.first) && !(after && isWordEdge.last)
    }

    @inline(__always) private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte ^ 0x20 : byte }

    private static func fold(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x41...0x5A: scalar + 0x20
        case 0x17F: 0x73
        case 0x212A: 0x6B
        case 0x130, 0x131: 0x69
        default: scalar
        }
    }

    /// How often a byte is met in running text: the greater, the oftener.
    private static func rank(_ byte: UInt8) -> Int {
        if byte == 0x20 { return 100 }
        let lower = byte | 0x20
        guard lower &- 0x61 < 26 else { return 5 }
        return (oftenFirst.firstIndex(of: lower).map { 60 - 2 * $0 } ?? 5) - (byte == lower ? 0 : 50)
    }

    private static let oftenFirst = Array("etaoinshrdlcumwfgypbvkjxqz".utf8)
}

extension WordScanner {
    /// Whether the scalar that ends before `index` belongs to a word.
    @inline(__always) static func isWord(before index: Int, in bytes: [UInt8]) -> Bool {
        guard index > 0 else { return false }
        let byte = bytes[index - 1]
        if byte < 0x80 { return isWordByte(byte) }
        return UnicodeScalars.isWord(UTF8Decoding.scalar(bytes, before: index).value)
    }

    /// Whether the scalar that begins at `index` belongs to a word.
    @inline(__always) static func isWord(at index: Int, in bytes: [UInt8]) -> Bool {
        guard index < bytes.count else { return false }
        let byte = bytes[index]
        if byte < 0x80 { return isWordByte(byte) }
        return UnicodeScalars.isWord(UTF8Decoding.scalar(bytes, at: index).value)
    }
}
