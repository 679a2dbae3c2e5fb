// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Which letters are options, and which of them stand together.
extension ChoiceReader {
    mutating func findGroups() {
        for index in 0..<text.count {
            if let letters = run(at: index) {
                let group = Group(letters: letters, first: index, last: index, hasOr: false, isMarked: false)
                join(group)
                continue
            }
            guard let letter = text.letter(index), letter | 0x20 &- 0x61 < UInt8(letterCount) else { continue }
            let isMarked = isMarked(index)
            guard isOption(index, letter: letter, isMarked: isMarked) else { continue }
            let letters = LetterSet(Int(letter | 0x20) - 0x61)
            join(Group(letters: letters, first: index, last: index, hasOr: false, isMarked: isMarked))
        }
    }

    /// Adds a group, to the last one where only separators are between them.
    mutating func join(_ group: Group) {
        guard let last = groups.last else {
            groups.append(group)
            return
        }
        var hasOr = false
        var isJoined = false
        for index in last.last + 1..<group.first {
            let role = roles[index]
            if role.contains(.and) || role.contains(.or) { isJoined = true }
            if role.contains(.or) || text.mark(index) == UInt8(ascii: "/") {
                hasOr = true
                continue
            }
            if role.contains(.and) || role.contains(.anchor) { continue }
            switch text.mark(index) {
            case UInt8(ascii: ","), UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
                UInt8(ascii: "]"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: ";"):
                continue
            default:
                groups.append(group)
                return
            }
        }
        if !isJoined, isSubject(group.last) {
            // "B, C is wrong": a new sentence about one letter.
            groups.append(group)
            return
        }
        groups[groups.count - 1].letters = last.letters.union(group.letters)
        groups[groups.count - 1].last = group.last
        groups[groups.count - 1].hasOr = last.hasOr || hasOr
        groups[groups.count - 1].isMarked = last.isMarked && group.isMarked
    }

    /// Whether a verb in the singular follows the letter at `index`.
    func isSubject(_ index: Int) -> Bool {
        var next = index + 1
        if text.mark(next) == UInt8(ascii: ")") { next += 1 }
        switch text.lowercased(next) {
        case "is", "isn't", "was", "wasn't", "has", "fails", "doesn't", "seems", "looks", "cannot", "can't": return true
        default: return false
        }
    }

    /// The letters of a word like `ACD`: two to six capitals in order.
    func run(at index: Int) -> LetterSet? {
        guard text.kind(index) == .word else { return nil }
        let token = text.tokens[index]
        guard (2...6).contains(token.count) else { return nil }
        var letters = LetterSet()
        var last: UInt8 = 0x40
        for byte in text.bytes[token.start..<token.end] {
            guard byte > last, byte &- 0x41 < UInt8(letterCount) else { return nil }
            letters = letters.union(LetterSet(Int(byte) - 0x41))
            last = byte
        }
        let before = index == 0 || isOpening(index - 1) || roles[index - 1].contains(.beforeLetter)
        let after = text.kind(index + 1)
        let isFollowed = after == nil || after == .newline || isClosing(index + 1)
        return before && isFollowed ? letters : nil
    }

    /// Whether the letter has brackets around it or a marker after it.
    func isMarked(_ index: Int) -> Bool {
        let after = text.mark(index + 1)
        let before = text.mark(index - 1)
        if after == UInt8(ascii: ")") || after == UInt8(ascii: "]") {
            if before == UInt8(ascii: "(") || before == UInt8(ascii: "[") { return !isApplied(index - 1) }
            return !text.tokens[index + 1].isSpaced
        }
        return after == UInt8(ascii: ".") || after == UInt8(ascii: ":")
    }

    /// Whether the bracket at `index` belongs to a name before it, as in `P(A)`.
    func isApplied(_ index: Int) -> Bool {
        guard !text.tokens[index].isSpaced, let kind = text.kind(index - 1) else { return false }
        return kind == .word || kind == .number || kind == .command
    }

    func isOption(_ index: Int, letter: UInt8, isMarked: Bool) -> Bool {
        let isCapital = letter < 0x61
        let before = text.mark(index - 1)
        let isFirst = index == 0 || (index == 1 && isOpening(0))
        let isBracketed =
            isMarked && (before == UInt8(ascii: "(") || before == UInt8(ascii: "["))
            && (text.mark(index + 1) == UInt8(ascii: ")") || text.mark(index + 1) == UInt8(ascii: "]"))
        if isBracketed { return true }
        // `\overline{B}` is no B.
        if before == UInt8(ascii: "{"), text.kind(index - 2) == .command { return false }
        let isCued = index > 0 && roles[index - 1].contains(.anchor)
        guard isFirst || isOpening(index - 1) || (text.kind(index - 1) == .word && allowsLetter(after: index - 1)),
            !isApplied(before: index), followsWell(index, isFirst: isFirst, isCued: isCued)
        else { return false }
        if isCapital { return true }
        // A small letter only where nothing else can be meant.
        let ends = text.kind(index + 1) == nil || isClosing(index + 1)
        return ends && (isFirst && (isMarked || text.count <= 2) || isCued || isAnchored(index))
    }

    /// Whether an anchor is shortly before: "the answer is b".
    func isAnchored(_ index: Int) -> Bool {
        for offset in 1...4 where index - offset >= 0 {
            if roles[index - offset].contains(.anchor) { return true }
        }
        return false
    }

    func isApplied(before index: Int) -> Bool {
        guard index > 0, text.mark(index - 1) == UInt8(ascii: "(") else { return false }
        return isApplied(index - 1)
    }

    func allowsLetter(after index: Int) -> Bool {
        roles[index].contains(.beforeLetter) || roles[index].contains(.copula)
    }

    /// Whether a letter may follow the mark or line end at `index`.
    func isOpening(_ index: Int) -> Bool {
        if text.kind(index) == .newline { return true }
        switch text.mark(index) {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "("),
            UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ">"),
            UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "/"), UInt8(ascii: "#"),
            UInt8(ascii: ")"), UInt8(ascii: "]"):
            return true
        case UInt8(ascii: "-"):
            return index + 1 < text.count && text.tokens[index + 1].isSpaced
        case UInt8(ascii: "="):
            return index > 0 && roles[index - 1].contains(.anchor)
        default:
            return false
        }
    }

    func isClosing(_ index: Int) -> Bool {
        if text.kind(index) == .newline { return true }
        switch text.mark(index) {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: ")"),
            UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "!"), UInt8(ascii: "?"),
            UInt8(ascii: "&"):
            return true
        case UInt8(ascii: "'"):
            return text.mark(0) == UInt8(ascii: "[") || text.mark(0) == UInt8(ascii: "'")
        case UInt8(ascii: "/"):
            return text.letter(index + 1) != nil && text.isCapitalised(index + 1)
        case UInt8(ascii: "("):
            return text.tokens[index].isSpaced || text.letter(index + 1) != nil && text.mark(index - 2) == mark("(")
        case UInt8(ascii: "-"):
            return text.tokens[index].isSpaced
        default:
            return false
        }
    }

    /// Whether the letter at `index` is the pronoun "I": "I would choose D".
    func letter(_ index: Int, isPronounBefore next: Int) -> Bool {
        guard text.letter(index) == UInt8(ascii: "I"), text.mark(index - 1) != UInt8(ascii: "(") else { return false }
        switch text.lowercased(next) {
        case "would", "must", "can", "cannot", "can't", "was", "wasn't", "with", "only", "both", "being", "for":
            return true
        default: return false
        }
    }

    func mark(_ scalar: Unicode.Scalar) -> UInt8 { UInt8(ascii: scalar) }

    /// Whether what follows the letter leaves it an option.
    func followsWell(_ index: Int, isFirst: Bool, isCued: Bool) -> Bool {
        guard let kind = text.kind(index + 1) else { return true }
        if isClosing(index + 1) { return true }
        guard kind == .word else { return kind == .number && isCued }
        if letter(index, isPronounBefore: index + 1), !isCued { return false }
        if roles[index + 1].contains(.afterLetter) || isCued { return true }
        // "C Cecile", but not "A circle" or "I think".
        let letter = text.letter(index) ?? 0
        let isWordLetter = letter == UInt8(ascii: "A") || letter == UInt8(ascii: "I")
        let startsLine = isFirst || text.kind(index - 1) == .newline
        return startsLine && !isWordLetter && text.isCapitalised(index + 1)
    }
}
