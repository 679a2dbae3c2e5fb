// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The words at the beginning of a text, in the forms that the taggers' features need.
struct TagContext {
    /// The first word as it is.
    let word: [UInt8]
    /// The first word, normalised.
    let normal: [UInt8]
    /// The second, normalised; nil if the text ends before.
    let next: [UInt8]?
    /// The third, normalised; nil if the text ends before.
    let afterNext: [UInt8]?

    /// Takes the first three of `tokens`; nil if there are none.
    init?(_ bytes: [UInt8], _ tokens: some Sequence<Token>) {
        let words = tokens.prefix(3).map { $0.text(in: bytes) }
        guard let first = words.first, !first.isEmpty else { return nil }
        word = first
        normal = Self.normalised(first)
        next = words.count > 1 ? Self.normalised(words[1]) : nil
        afterNext = words.count > 2 ? Self.normalised(words[2]) : nil
    }

    /// Lower case; words with a hyphen inside, years and numbers each become one symbol.
    private static func normalised(_ word: [UInt8]) -> [UInt8] {
        guard let first = word.first else { return [] }
        if first != 0x2D, word.contains(0x2D) { return Array("!HYPHEN".utf8) }
        if UnicodeScalars.isDigitLike(UTF8Decoding.scalar(word, at: 0).value) {
            return Array((isYear(word) ? "!YEAR" : "!DIGITS").utf8)
        }
        var lower: [UInt8] = []
        PythonLowercase.append(word, word.indices, to: &lower)
        return lower
    }

    /// Whether the word is four digits.
    private static func isYear(_ word: [UInt8]) -> Bool {
        var index = 0
        var count = 0
        while index < word.count {
            let (scalar, length) = UTF8Decoding.scalar(word, at: index)
            guard UnicodeScalars.isDigitLike(scalar), count < 4 else { return false }
            count += 1
            index += length
        }
        return count == 4
    }

    /// The last `count` scalars of a word.
    static func suffix(_ word: [UInt8], _ count: Int) -> ArraySlice<UInt8> {
        var start = word.count
        for _ in 0..<count where start > 0 { start -= UTF8Decoding.scalar(word, before: start).length }
        return word[max(start, 0)...]
    }

    /// The first scalar of a word.
    static func prefix(_ word: [UInt8]) -> ArraySlice<UInt8> {
        word.isEmpty ? [] : word[..<min(UTF8Decoding.scalar(word, at: 0).length, word.count)]
    }
}
