// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The contractions that the Treebank convention writes as two words, such as `cannot`, `gonna` and `'tis`.
enum TreebankContraction {
    /// Whether a run of ASCII letters is a contraction that is cut after its third letter.
    static func isWhole(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        for word in whole where word.count == range.count && equal(bytes, range.lowerBound, word) { return true }
        return false
    }

    private static let whole = ["cannot", "gimme", "gonna", "gotta", "lemme", "wanna"].map { Array($0.utf8) }

    private static func equal(_ bytes: [UInt8], _ start: Int, _ word: [UInt8]) -> Bool {
        for offset in word.indices where bytes[start + offset] | 0x20 != word[offset] { return false }
        return true
    }

    /// The places where the piece at `range` is cut, in ascending order.
    static func cuts(_ bytes: [UInt8], _ range: Range<Int>) -> [Int] {
        var cuts: [Int] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            guard UnicodeScalars.isWord(scalar) else {
                index += length
                continue
            }
            let first = index
            index = wordEnd(bytes, index, range.upperBound)
            if let middle = split(bytes, first..<index, atEnd: index == range.upperBound) {
                cuts += [first, middle, index]
            } else if let after = clitic(bytes, first..<index, range.upperBound) {
                cuts += [first, index, after]
                index = after
            }
        }
        addArchaic(bytes, range, to: &cuts)
        return cuts
    }

    /// Adds the cuts of `'tis` and `'twas`, which count where a piece begins, by itself or by a cut.
    private static func addArchaic(_ bytes: [UInt8], _ range: Range<Int>, to cuts: inout [Int]) {
        let known = cuts.count
        for place in [range.lowerBound] + cuts {
            if let after = archaic(bytes, place, range.upperBound, "is") {
                cuts += [place + 2, after]
                // The cut after `'tis` is there by the time of `'twas`.
                if let next = archaic(bytes, after, range.upperBound, "was") { cuts += [after + 2, next] }
            } else if let after = archaic(bytes, place, range.upperBound, "was") {
                cuts += [place + 2, after]
            }
        }
        if cuts.count > known { cuts.sort() }
    }

    /// The end of the run of word scalars that begins at `index`.
    private static func wordEnd(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
        var index = index
        while index < end {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            guard UnicodeScalars.isWord(scalar) else { break }
            index = min(index + length, end)
        }
        return index
    }

    /// Where a whole-word contraction is cut; `wanna` counts only before white space.
    private static func split(_ bytes: [UInt8], _ word: Range<Int>, atEnd: Bool) -> Int? {
        guard word.count >= 5, word.count <= 7 else { return nil }
        for (head, tail) in [("can", "not"), ("gim", "me"), ("gon", "na"), ("got", "ta"), ("lem", "me")] {
            if let middle = match(bytes, word.lowerBound, word.upperBound, head),
                match(bytes, middle, word.upperBound, tail) == word.upperBound
            {
                return middle
            }
        }
        if atEnd, let middle = match(bytes, word.lowerBound, word.upperBound, "wan"),
            match(bytes, middle, word.upperBound, "na") == word.upperBound
        {
            return middle
        }
        return nil
    }

    /// The end of `'ye` after `d`, or of `'n` after `more`.
    private static func clitic(_ bytes: [UInt8], _ word: Range<Int>, _ end: Int) -> Int? {
        guard word.upperBound < end, bytes[word.upperBound] == 0x27 else { return nil }
        for (head, tail) in [("d", "ye"), ("more", "n")]
        where match(bytes, word.lowerBound, end, head) == word.upperBound {
            let after = wordEnd(bytes, word.upperBound + 1, end)
            if match(bytes, word.upperBound + 1, after, tail) == after { return after }
        }
        return nil
    }

    /// The end of `'t` and `tail` at `index`, if a whole word ends there.
    private static func archaic(_ bytes: [UInt8], _ index: Int, _ end: Int, _ tail: String) -> Int? {
        guard index + 1 < end, bytes[index] == 0x27, bytes[index + 1] | 0x20 == 0x74 else { return nil }
        let after = wordEnd(bytes, index + 2, end)
        return match(bytes, index + 2, after, tail) == after ? after : nil
    }

    /// The end of `word` at `index`, case ignored as Python's `re` does; nil if it does not stand there.
    private static func match(_ bytes: [UInt8], _ index: Int, _ end: Int, _ word: String) -> Int? {
        var index = index
        for letter in word.utf8 {
            guard index < end else { return nil }
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            let folded: UInt32
            switch scalar {
            case 0x41...0x5A: folded = scalar | 0x20
            case 0x130, 0x131: folded = 0x69
            case 0x17F: folded = 0x73
            default: folded = scalar
            }
            guard folded == UInt32(letter) else { return nil }
            index += length
        }
        return index
    }
}
