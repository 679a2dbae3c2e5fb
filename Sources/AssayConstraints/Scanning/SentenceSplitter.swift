// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// Sentences by the fixed rules of IFTrain's checkers: a cut behind every `.`, `?` and `!` that is not protected.
///
/// Protected are points of a few titles and company suffixes, before endings of addresses, inside numbers, in runs, in
/// `Ph.D.`, in initials and in abbreviations of two or three letters. The rules are applied one after the other over the
/// whole text, and some of them use up the characters around a point, so that of two neighbours only one is seen: their
/// order and their greed are part of what they decide.
///
/// - Cost: a dozen passes, each linear.
struct SentenceSplitter {
    /// The sentences' bytes, one behind the other; white space may differ from the text's.
    private(set) var bytes: [UInt8]
    /// Where the sentences stand in ``bytes``, white space at their ends left out; only the last one is never empty.
    private(set) var sentences: [Range<Int>] = []

    /// Splits a text.
    init(_ text: some Collection<UInt8>) {
        bytes = [0x20]
        bytes.reserveCapacity(text.count + text.count / 8 + 8)
        bytes.append(contentsOf: text)
        bytes.append(0x20)
        bytes.append(0x20)
        for index in bytes.indices where bytes[index] == 0x0A { bytes[index] = 0x20 }
        protectPoints()
        moveMarksOutOfQuotes()
        split()
    }

    // MARK: Marks

    /// A protected point, and a cut: bytes that no text in UTF-8 has.
    private static let point: UInt8 = 0xFE
    private static let cut: UInt8 = 0xFF

    // MARK: Rules

    private mutating func protectPoints() {
        guard bytes.contains(0x2E) else { return }
        protectTitles()
        protectNumbers()
        protectRuns()
        protectAll("Ph.D.")
        protectSpacedInitials()
        cutAfterAcronyms()
        protectLetters(3)
        protectLetters(2)
        cutAfterSuffixes()
        for index in bytes.indices where bytes[index] == 0x2E {
            if hasSuffixWord(before: index) != nil || (index > 1 && isLetter(index - 1) && bytes[index - 2] == 0x20) {
                bytes[index] = SentenceSplitter.point
            }
        }
    }

    private mutating func protectTitles() {
        for index in bytes.indices where bytes[index] == 0x2E {
            let isTitle = SentenceSplitter.titles.contains { ends($0, at: index) }
            if isTitle || SentenceSplitter.endings.contains(where: { begins($0, at: index + 1) }) {
                bytes[index] = SentenceSplitter.point
            }
        }
    }

    private mutating func protectNumbers() {
        var index = 1
        while index + 1 < bytes.count {
            if bytes[index] == 0x2E, isDigit(index - 1), isDigit(index + 1) {
                bytes[index] = SentenceSplitter.point
                // The digit behind the point is used up.
                index += 3
            } else {
                index += 1
            }
        }
    }

    private mutating func protectRuns() {
        guard ByteSearch.first([0x2E, 0x2E], in: bytes) != nil else { return }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 16)
        var index = 0
        while index < bytes.count {
            var end = index
            while end < bytes.count, bytes[end] == 0x2E { end += 1 }
            if end - index >= 2 {
                for _ in index..<end { result.append(SentenceSplitter.point) }
                result.append(SentenceSplitter.cut)
                index = end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        bytes = result
    }

    private mutating func protectAll(_ word: String) {
        let form = Array(word.utf8)
        var start = 0
        while let found = ByteSearch.first(form, in: bytes, from: start) {
            start = found + form.count
            for index in found..<start where bytes[index] == 0x2E { bytes[index] = SentenceSplitter.point }
        }
    }

    /// White space, a letter, a point, a space: the white space becomes a space.
    private mutating func protectSpacedInitials() {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x80 || UnicodeText.isASCIISpace(byte) {
                let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
                let next = index + length
                if UnicodeScalars.isSpace(scalar), next + 2 < bytes.count, isLetter(next), bytes[next + 1] == 0x2E,
                    bytes[next + 2] == 0x20
                {
                    result.append(contentsOf: [0x20, bytes[next], SentenceSplitter.point, 0x20])
                    index = next + 3
                } else {
                    result.append(contentsOf: bytes[index..<next])
                    index = next
                }
            } else {
                result.append(byte)
                index += 1
            }
        }
        bytes = result
    }

    /// Two or three capitals with points, a space, and a word that often begins a sentence.
    private mutating func cutAfterAcronyms() {
        var places: [Int] = []
        var index = 3
        while index + 1 < bytes.count {
            if bytes[index] == 0x2E, bytes[index + 1] == 0x20, isCapital(index - 1), bytes[index - 2] == 0x2E,
                isCapital(index - 3), starterLength(at: index + 2) > 0
            {
                places.append(index + 1)
            }
            index += 1
        }
        guard !places.isEmpty else { return }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + places.count)
        var start = 0
        for place in places {
            result.append(contentsOf: bytes[start..<place])
            result.append(SentenceSplitter.cut)
            start = place
        }
        result.append(contentsOf: bytes[start...])
        bytes = result
    }

    /// So many letters, each with a point behind it.
    private mutating func protectLetters(_ count: Int) {
        var index = 0
        while index + 2 * count <= bytes.count {
            var matched = 0
            while matched < count, isLetter(index + 2 * matched), bytes[index + 2 * matched + 1] == 0x2E {
                matched += 1
            }
            if matched == count {
                for letter in 0..<count { bytes[index + 2 * letter + 1] = SentenceSplitter.point }
                index += 2 * count
            } else {
                index += 1
            }
        }
    }

    /// A company's or a family's suffix before a word that often begins a sentence: its point goes.
    private mutating func cutAfterSuffixes() {
        var usedUp = 0
        var index = 0
        while index + 1 < bytes.count {
            if bytes[index] == 0x2E, bytes[index + 1] == 0x20, let start = hasSuffixWord(before: index), start >= usedUp
            {
                let starter = starterLength(at: index + 2)
                if starter > 0 {
                    bytes[index] = SentenceSplitter.cut
                    usedUp = index + 2 + starter
                }
            }
            index += 1
        }
    }

    private mutating func moveMarksOutOfQuotes() {
        // The second has its own length in bytes.
        swap(0x2E, [0xE2, 0x80, 0x9D])
        for mark: UInt8 in [0x2E, 0x21, 0x3F] { swap(mark, [0x22]) }
    }

    /// Puts `mark` behind `quote` where it stands before it.
    private mutating func swap(_ mark: UInt8, _ quote: [UInt8]) {
        var index = 0
        while let found = ByteSearch.first(quote, in: bytes, from: index) {
            if found > 0, found - 1 >= index, bytes[found - 1] == mark {
                for offset in quote.indices { bytes[found - 1 + offset] = quote[offset] }
                bytes[found - 1 + quote.count] = mark
            }
            index = found + quote.count
        }
    }

    private mutating func split() {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var pieces: [Range<Int>] = []
        var start = 0
        var index = 0
        func close() {
            pieces.append(UnicodeText.strippedRange(of: result, in: start..<result.count))
            start = result.count
        }
        while index < bytes.count {
            switch bytes[index] {
            case SentenceSplitter.cut: close()
            case SentenceSplitter.point: result.append(0x2E)
            case 0x2E, 0x3F, 0x21:
                result.append(bytes[index])
                close()
            // The checkers' own marks, where a text has them.
            case 0x3C where begins(SentenceSplitter.cutMark, at: index):
                close()
                index += SentenceSplitter.cutMark.count - 1
            case 0x3C where begins(SentenceSplitter.pointMark, at: index):
                result.append(0x2E)
                index += SentenceSplitter.pointMark.count - 1
            default: result.append(bytes[index])
            }
            index += 1
        }
        close()
        if pieces.last?.isEmpty == true { pieces.removeLast() }
        bytes = result
        sentences = pieces
    }

    // MARK: Tests

    private func isLetter(_ index: Int) -> Bool { (bytes[index] | 0x20) &- 0x61 < 26 }
    private func isCapital(_ index: Int) -> Bool { bytes[index] &- 0x41 < 26 }
    private func isDigit(_ index: Int) -> Bool { bytes[index] &- 0x30 < 10 }

    private func begins(_ word: [UInt8], at index: Int) -> Bool {
        guard index + word.count <= bytes.count else { return false }
        for offset in word.indices where bytes[index + offset] != word[offset] { return false }
        return true
    }

    private func ends(_ word: [UInt8], at index: Int) -> Bool {
        index >= word.count && begins(word, at: index - word.count)
    }

    /// Where the space before a suffix word stands that ends before `index`.
    private func hasSuffixWord(before index: Int) -> Int? {
        for word in SentenceSplitter.suffixes where ends(word, at: index) {
            let start = index - word.count - 1
            if start >= 0, bytes[start] == 0x20 { return start }
        }
        return nil
    }

    /// The length of a word that often begins a sentence, with the white space that has to follow some of them.
    private func starterLength(at index: Int) -> Int {
        for word in SentenceSplitter.bareStarters where begins(word, at: index) { return word.count }
        for word in SentenceSplitter.spacedStarters where begins(word, at: index) {
            let next = index + word.count
            guard next < bytes.count else { continue }
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: next)
            if UnicodeScalars.isSpace(scalar) { return word.count + length }
        }
        return 0
    }

    // MARK: Words

    private static func words(_ words: String) -> [[UInt8]] { words.split(separator: " ").map { Array($0.utf8) } }

    private static let titles = words("Mr St Mrs Ms Dr")
    private static let endings = words("com net org io gov edu me")
    private static let suffixes = words("Inc Ltd Jr Sr Co")
    private static let bareStarters = words("Mr Mrs Ms Dr Prof Capt Cpt Lt Wherever")
    private static let spacedStarters = words("He She It They Their Our We But However That This")
    private static let cutMark = Array("<stop>".utf8)
    private static let pointMark = Array("<prd>".utf8)
}
