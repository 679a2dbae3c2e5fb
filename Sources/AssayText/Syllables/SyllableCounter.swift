// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayTables

/// Counts the syllables of English words as syllapy 0.8.0 does.
///
///     SyllableCounter.count("table")       // 2
///     SyllableCounter.count("self-care")   // 2
///
/// ## How it decides
/// 1. White space, then ASCII punctuation are taken off both ends, and the word is put in lower case.
/// 2. Nothing left, or a digit anywhere: 0.
/// 3. A word of the table (6,392 entries): the table's number.
/// 4. A word with a hyphen: the sum of both parts, 0 if either is 0.
/// 5. Else the number of vowel groups (`a e i o u y`), one less for a final `e`, one more for a final `le` after a consonant; at
///    least 1. A word without Latin vowels, in whatever script, has 1.
///
/// - Source: syllapy 0.8.0 by Michael Holtzscher, MIT licence; the table is its `data.csv`.
/// - Complexity: Linear in the length of the word, however many hyphens it has.
public enum SyllableCounter {
    /// The number of syllables of a word.
    public static func count(_ word: String) -> Int {
        let bytes = Array(word.utf8)
        return count(bytes, bytes.indices)
    }

    /// The number of syllables of the word at `range` of `bytes`.
    public static func count(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        let range = range.clamped(to: 0..<bytes.count)
        for index in range where bytes[index] >= 0x80 || bytes[index] &- 0x41 < 26 {
            var lower: [UInt8] = []
            lower.reserveCapacity(range.count + 8)
            let word = trimmed(bytes, range, spaceOnly: true)
            PythonLowercase.append(bytes, word, to: &lower)
            return countLower(lower, lower.indices)
        }
        return countLower(bytes, range)
    }

    /// Counts a word in lower case.
    private static func countLower(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        var rest = trimmed(bytes, range, spaceOnly: false)
        guard !rest.isEmpty, !hasDigit(bytes, rest) else { return 0 }
        var sum = 0
        var line = lineEnd(bytes, rest)
        while true {
            if let known = known(bytes, rest) { return sum + known }
            guard let (head, tail) = compound(bytes, rest, line) else { return sum + rule(bytes, rest) }
            // The first part has no hyphen, so that it is a word of the table or one for the rule.
            let first = trimmed(bytes, head, spaceOnly: false)
            line = tail.upperBound
            rest = trimmed(bytes, tail, spaceOnly: false)
            guard !first.isEmpty, !rest.isEmpty else { return 0 }
            sum += known(bytes, first) ?? rule(bytes, first)
        }
    }

    private static let table = ByteStringTable(
        packed: assay_syllables(), size: Int(assay_syllables_bytes), count: Int(assay_syllables_count))

    private static func known(_ bytes: [UInt8], _ word: Range<Int>) -> Int? {
        guard word.count <= Int(assay_syllables_longest) else { return nil }
        let value = table.value(of: bytes, word)
        return value == 0 ? nil : Int(value)
    }

    /// The end of the line that begins with the first hyphen: what comes after it takes no part.
    private static func lineEnd(_ bytes: [UInt8], _ word: Range<Int>) -> Int {
        guard let hyphen = bytes[word].firstIndex(of: 0x2D) else { return word.upperBound }
        return bytes[hyphen..<word.upperBound].firstIndex(of: 0x0A) ?? word.upperBound
    }

    /// The parts before and after the first hyphen; the second ends with the line.
    private static func compound(_ bytes: [UInt8], _ word: Range<Int>, _ line: Int) -> (Range<Int>, Range<Int>)? {
        guard let hyphen = bytes[word].firstIndex(of: 0x2D), hyphen > word.lowerBound else { return nil }
        let end = min(line, word.upperBound)
        return end > hyphen + 1 ? (word.lowerBound..<hyphen, hyphen + 1..<end) : nil
    }

    private static func rule(_ bytes: [UInt8], _ word: Range<Int>) -> Int {
        var count = 0
        var afterVowel = false
        for index in word {
            let vowel = isVowel(bytes[index])
            if vowel, !afterVowel { count += 1 }
            afterVowel = vowel
        }
        let last = word.upperBound - 1
        if bytes[last] == 0x65 {
            count -= 1
            if word.count > 2, bytes[last - 1] == 0x6C, !isVowel(bytes[last - 2]) { count += 1 }
        }
        return count == 0 ? 1 : count
    }

    @inline(__always) private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
        default: false
        }
    }

    private static func hasDigit(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
        var index = word.lowerBound
        while index < word.upperBound {
            if bytes[index] < 0x80 {
                if bytes[index] &- 0x30 < 10 { return true }
                index += 1
            } else {
                let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
                if UnicodeScalars.isDigit(scalar) { return true }
                index += length
            }
        }
        return false
    }

    /// The range without white space, then (unless `spaceOnly`) without ASCII punctuation, at both ends.
    private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>, spaceOnly: Bool) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: start)
            guard UnicodeScalars.isSpace(scalar) else { break }
            start = min(start + length, end)
        }
        while end > start {
            let (scalar, length) = UTF8Decoding.scalar(bytes, before: end)
            guard UnicodeScalars.isSpace(scalar) else { break }
            end = max(end - length, start)
        }
        if spaceOnly { return start..<end }
        while start < end, isPunctuation(bytes[start]) { start += 1 }
        while end > start, isPunctuation(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    @inline(__always) private static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
