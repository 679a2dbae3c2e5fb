// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Finds option letters: `B`, `(B)`, `B.`, `\text{(B)}`, "option B".
package enum OptionLetters {
    /// The last letter an option may have.
    private static let lastLetter = UInt8(ascii: "J")

    /// Whether all of `range` is one option (`B`, `(B)`, `B. 12 metres`) or several (`AC`, `A, C`, `A and C`, `(A)(C)`);
    /// how many letters.
    package static func wholeOption(in range: Range<Int>, of text: AnswerText) -> Int? {
        let range = AnswerSanitizer.peeled(range, in: text)
        guard !range.isEmpty else { return nil }
        if parenthesised(in: range, of: text) == range { return 1 }
        var letters: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound, letters.count < 10 {
            let byte = text[index]
            if isLetter(byte), !AnswerText.isLetter(text[index + 1]) || isLetter(text[index + 1]) {
                letters.append(byte)
                index += 1
            } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
                || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "&") || AnswerText.isSpace(byte)
            {
                index += 1
            } else if text.matchesWord("and", at: index) {
                index += 3
            } else if letters.count == 1, byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") {
                // `B. 12 metres`, but not `A.B`.
                return AnswerText.isSpace(text[index + 1]) || index + 1 == range.upperBound ? 1 : nil
            } else if letters.count == 1, text[index - 1] == 0x20,
                text[range.lowerBound] == UInt8(ascii: "(")
                    || text[range.lowerBound + 1] == UInt8(ascii: ")")
            {
                // `(D) Alina`, `D) Alina`
                return 1
            } else {
                return nil
            }
        }
        guard !letters.isEmpty, index >= range.upperBound else { return nil }
        // A word in capitals is no choice; options are named in order.
        return zip(letters, letters.dropFirst()).allSatisfy { $0 < $1 } ? letters.count : nil
    }

    /// Option letters in `range` that stand alone and are not denied, in order.
    package static func standalone(in range: Range<Int>, of text: AnswerText) -> [Range<Int>] {
        all(in: range, of: text).compactMap { $0.isDenied ? nil : $0.place..<($0.place + 1) }
    }

    /// All option letters in `range` that stand alone.
    private static func all(in range: Range<Int>, of text: AnswerText) -> [(place: Int, isDenied: Bool)] {
        var found: [(place: Int, isDenied: Bool)] = []
        var index = range.lowerBound
        var low = range.lowerBound
        while index < range.upperBound {
            if isOption(at: index, in: range, of: text) {
                let isDenied =
                    isDenied(index, from: low, in: text) || isDeniedAfter(index, limit: range.upperBound, in: text)
                    || isRejectedWidely(index + 1, limit: range.upperBound, in: text)
                    || isRejectedBeside(index + 1, limit: range.upperBound, in: text)
                found.append((index, isDenied))
                if !isDenied { low = index + 1 }
            }
            index += 1
        }
        return found
    }

    /// Whether one sentence names an option and denies the same one: "B or not B", "B and E, but not B".
    static func isContradictory(in range: Range<Int>, of text: AnswerText) -> Bool {
        guard range.count <= 400 else { return false }
        let letters = all(in: range, of: text)
        guard letters.contains(where: { $0.isDenied }) else { return false }
        for (position, denied) in letters.enumerated() where denied.isDenied {
            guard
                let named = letters[..<position].last(where: { !$0.isDenied && text[$0.place] == text[denied.place] })
            else { continue }
            let gap = (named.place + 1)..<denied.place
            let isOneSentence = !gap.contains {
                text[$0] == UInt8(ascii: ".") || text[$0] == UInt8(ascii: ";") || text[$0] == 0x0A
            }
            if isOneSentence { return true }
        }
        return false
    }

    /// The letters from the first on that only commas, "and", "or", brackets join.
    package static func run(_ letters: [Range<Int>], of text: AnswerText) -> [Range<Int>] {
        guard let first = letters.first else { return [] }
        var run = [first]
        for letter in letters.dropFirst() {
            guard let last = run.last, letter.lowerBound - last.upperBound <= 12 else { break }
            let isJoined = (last.upperBound..<letter.lowerBound).allSatisfy { index in
                let byte = text[index]
                return !AnswerText.isAlphanumeric(byte) || isInsideJoiner(index, in: text)
            }
            guard isJoined else { break }
            run.append(letter)
        }
        return run
    }

    /// From the first to the last letter, with the parentheses around them.
    package static func extent(of letters: [Range<Int>], in text: AnswerText) -> Range<Int>? {
        guard let first = letters.first, let last = letters.last else { return nil }
        let isEnclosed = text[first.lowerBound - 1] == UInt8(ascii: "(") && text[last.upperBound] == UInt8(ascii: ")")
        return isEnclosed ? (first.lowerBound - 1)..<(last.upperBound + 1) : first.lowerBound..<last.upperBound
    }

    private static func isInsideJoiner(_ index: Int, in text: AnswerText) -> Bool {
        for word in ["and", "or", "but also", "also", "as well as", "maybe", "perhaps", "possibly", "plus"]
            as [StaticString]
        {
            for offset in 0..<word.utf8CodeUnitCount where text.matchesWord(word, at: index - offset) { return true }
        }
        return false
    }

    /// A small option letter between parentheses: `(b)`.
    package static func parenthesised(in range: Range<Int>, of text: AnswerText) -> Range<Int>? {
        var index = range.lowerBound
        while index + 2 < range.upperBound {
            if text[index] == UInt8(ascii: "("), text[index + 2] == UInt8(ascii: ")"),
                text[index + 1] >= UInt8(ascii: "a"), text[index + 1] <= UInt8(ascii: "j"),
                !AnswerText.isAlphanumeric(text[index - 1])
            {
                return index..<(index + 3)
            }
            index += 1
        }
        return nil
    }

    static func isLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= lastLetter }

    private static func isOption(at index: Int, in range: Range<Int>, of text: AnswerText) -> Bool {
        guard isLetter(text[index]) else { return false }
        let (before, after) = (text[index - 1], index + 1 < range.upperBound ? text[index + 1] : 0)
        guard !isWordByte(before) || index == range.lowerBound, !isWordByte(after) else {
            return isInWideRun(index, in: range, of: text)
        }
        if before == UInt8(ascii: "\\") || before == UInt8(ascii: "'") || after == UInt8(ascii: "'")
            || before == UInt8(ascii: "-") || after == UInt8(ascii: "-")
        {
            return false
        }
        // A variable: `A = 4`, `A + B`, `f(A)`, `2A`.
        var next = index + 1
        while text[next] == 0x20 || text[next] == UInt8(ascii: "}"), next < range.upperBound { next += 1 }
        if text[next] == UInt8(ascii: "*"), text[next + 1] != UInt8(ascii: "*"), next < range.upperBound {
            return false
        }
        if [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "/")].contains(
            text[next]), next < range.upperBound
        {
            return false
        }
        if before == UInt8(ascii: "("), AnswerText.isAlphanumeric(text[index - 2]) { return false }
        if before == UInt8(ascii: "{"), !isWrapped(index, in: text) { return false }
        if before == 0x20, isArgument(index, in: text) { return false }
        // The article: "A triangle", "I think".
        if text[index] == UInt8(ascii: "A") || text[index] == UInt8(ascii: "I"), after == 0x20,
            AnswerText.isLetter(text[next]), next < range.upperBound
        {
            let isNamed = followsName(index, in: text)
            let isJoined =
                text.matchesWord("and", at: next) || text.matchesWord("or", at: next)
                || text.matchesWord("is", at: next) || text.matchesWord("because", at: next)
                || text.matchesWord("since", at: next)
            return isNamed || isJoined
        }
        return true
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        AnswerText.isAlphanumeric(byte) || byte >= 0xC3 && byte < 0xE2 || byte == UInt8(ascii: "_")
    }

    /// Whether "option", "choice", "is", … stands before `index`.
    private static func followsName(_ index: Int, in text: AnswerText) -> Bool {
        var end = index
        while end > 0, text[end - 1] == 0x20 || text[end - 1] == UInt8(ascii: "*") || text[end - 1] == UInt8(ascii: "(")
        {
            end -= 1
        }
        for word in ["option", "choice", "answer", "is", "letter", "be", "select", "choose"] as [StaticString]
        where text.matchesWord(word, at: end - word.utf8CodeUnitCount) { return true }
        return false
    }

    /// Whether a negation rules out the letter at `index`: "not A", "can't be A or B", "rather than C".
    private static func isDenied(_ index: Int, from start: Int, in text: AnswerText) -> Bool {
        // The clause before the letter.
        var low = index
        while low > start, index - low < 60 {
            let byte = text[low - 1]
            if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";") || byte == 0x0A { break }
            low -= 1
        }
        // "not A but C", "it isn't A, it's C": what stands after the turn counts.
        if isExcepted(index, from: low, in: text) || isDeniedBeside(index, in: text)
            || isDeniedWidely(index, from: low, in: text)
        {
            return true
        }
        for turn in ["but", "it's", "it is", "so", "answer is", "therefore"] as [StaticString] {
            var rest = low..<index
            while let found = text.find(turn, in: rest) {
                if text.matchesWord(turn, at: found) { low = found + turn.utf8CodeUnitCount }
                rest = (found + 1)..<index
            }
        }
        let clause = low..<index
        for word in [
            "not", "can't", "cannot", "isn't", "never", "rather than", "instead of", "neither", "nor", "doesn't",
            "couldn't", "eliminate", "exclude", "reject", "won't", "rule out", "wrong", "incorrect", "except",
            "excluding",
            "other than", "apart from", "aside from", "anything but",
        ] as [StaticString] where text.containsWord(word, in: clause) {
            return true
        }
        return false
    }
}
