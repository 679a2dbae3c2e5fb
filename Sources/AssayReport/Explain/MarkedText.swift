// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// A text cut into pieces at the ends of the places that are marked in it.
struct MarkedText {
    /// A piece, and the marks that cover it, by index.
    struct Piece {
        var bytes: Range<Int>
        var marks: [Int]
    }

    private(set) var pieces: [Piece] = []

    /// Cuts a text.
    ///
    /// Marks beyond its ends are clipped, marks inside a scalar grow to hold it, empty ones are dropped.
    ///
    /// - Complexity: linear in the marks times their overlap; the text itself is not read.
    init(_ text: [UInt8], marks: [Range<Int>], limit: Int = .max) {
        let end = MarkedText.start(of: min(limit, text.count), in: text)
        let clipped = marks.map { mark in
            let low = MarkedText.start(of: min(max(0, mark.lowerBound), end), in: text)
            return low..<max(low, MarkedText.end(of: min(max(0, mark.upperBound), end), in: text, before: end))
        }
        let cuts = Set(clipped.filter { !$0.isEmpty }.flatMap { [$0.lowerBound, $0.upperBound] } + [0, end]).sorted()
        for (low, high) in zip(cuts, cuts.dropFirst()) {
            let covering = clipped.indices.filter { clipped[$0].lowerBound <= low && high <= clipped[$0].upperBound }
            pieces.append(Piece(bytes: low..<high, marks: covering))
        }
    }

    /// The beginning of the scalar that holds the byte at `index`.
    private static func start(of index: Int, in text: [UInt8]) -> Int {
        var index = index
        var steps = 0
        while index > 0, index < text.count, steps < 3, text[index] & 0xC0 == 0x80 {
            index -= 1
            steps += 1
        }
        return index
    }

    /// The end of the scalar that `index` stands in, or `index` where it stands between two.
    private static func end(of index: Int, in text: [UInt8], before end: Int) -> Int {
        var index = index
        while index < end, text[index] & 0xC0 == 0x80 { index += 1 }
        return index
    }
}
