// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The option letters that an answer commits to.
package enum ChoiceReading: Sendable, Hashable {
    /// These letters.
    case letters(LetterSet)
    /// Several, of which it takes none: "A or B".
    case hedged(LetterSet)
    /// It only says which are not the answer.
    case rejected(LetterSet)
    /// No option letters.
    case none
}

/// Reads option letters from a short text.
///
/// `(B)`, `B. 12 metres`, `A and C`, "It can't be B; it's C."
///
/// ## How it decides
/// 1. A letter counts if nothing makes it a word or mathematics: brackets or a marker (`B.`, `B)`) around it, or a
///    place where options stand (first, or after "is", "option", "and", …). "A circle", "I think", `E = 5`, `P(A)` do
///    not count.
/// 2. Letters joined by commas, "and", "or" are one group.
/// 3. A group is denied when its clause is ("it can't be A or B", "B is wrong").
/// 4. The first group that is not denied after the last anchor ("the answer is") wins; a correction ("no, wait") moves
///    the search behind it; without an anchor a leading letter wins, else all groups together.
/// 5. "A or B", "either", "A/B" is no commitment.
///
/// - Complexity: linear.
package struct ChoiceReader {
    private let text: AnswerTokens
    private let roles: [SentenceRole]
    private let letterCount: Int
    private var groups: [Group] = []

    /// Letters that stand together.
    private struct Group {
        var letters: LetterSet
        var first: Int
        var last: Int
        var hasOr: Bool
        /// Every letter has a bracket or a marker.
        var isMarked: Bool
        var isDenied = false
    }

    /// Reads a text in which the first `letterCount` letters may be options: 10 for A–J.
    package static func read(_ plain: PlainAnswer, letterCount: Int) -> ChoiceReading {
        if let index = single(plain.bytes) { return index < letterCount ? .letters(LetterSet(index)) : .none }
        return ChoiceReader(AnswerTokens(plain), letterCount: letterCount).reading
    }

    /// The letter of a text that is one letter but for brackets, quotes and a final mark.
    package static func single(_ bytes: [UInt8]) -> Int? {
        var low = 0
        var high = bytes.count
        while low < high, isOuter(bytes[low]) { low += 1 }
        while high > low, isOuter(bytes[high - 1]) { high -= 1 }
        guard high - low == 1 else { return nil }
        let letter = bytes[low] | 0x20
        guard letter &- 0x61 < 26 else { return nil }
        // `C'` is a derived point, no quoted letter.
        if high < bytes.count, bytes[high] == UInt8(ascii: "'"), low == 0 { return nil }
        return Int(letter - 0x61)
    }

    private static func isOuter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ","),
            UInt8(ascii: ";"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"):
            true
        default: false
        }
    }

    private init(_ text: AnswerTokens, letterCount: Int) {
        self.text = text
        self.letterCount = letterCount
        roles = (0..<text.count).map { text.kind($0) == .word ? SentenceRole.of(text.lowercased($0)) : [] }
        findGroups()
        deny()
    }

    // MARK: Groups

    private mutating func findGroups() {
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
    private mutating func join(_ group: Group) {
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
    private func isSubject(_ index: Int) -> Bool {
        var next = index + 1
        if text.mark(next) == UInt8(ascii: ")") { next += 1 }
        switch text.lowercased(next) {
        case "is", "isn't", "was", "wasn't", "has", "fails", "doesn't", "seems", "looks", "cannot", "can't": return true
        default: return false
        }
    }

    /// The letters of a word like `ACD`: two to six capitals in order.
    private func run(at index: Int) -> LetterSet? {
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
    private func isMarked(_ index: Int) -> Bool {
        let after = text.mark(index + 1)
        let before = text.mark(index - 1)
        if after == UInt8(ascii: ")") || after == UInt8(ascii: "]") {
            if before == UInt8(ascii: "(") || before == UInt8(ascii: "[") { return !isApplied(index - 1) }
            return !text.tokens[index + 1].isSpaced
        }
        return after == UInt8(ascii: ".") || after == UInt8(ascii: ":")
    }

    /// Whether the bracket at `index` belongs to a name before it, as in `P(A)`.
    private func isApplied(_ index: Int) -> Bool {
        guard !text.tokens[index].isSpaced, let kind = text.kind(index - 1) else { return false }
        return kind == .word || kind == .number || kind == .command
    }

    private func isOption(_ index: Int, letter: UInt8, isMarked: Bool) -> Bool {
        let isCapital = letter < 0x61
        let before = text.mark(index - 1)
        let isFirst = index == 0 || (index == 1 && isOpening(0))
        let isBracketed =
            isMarked && (before == UInt8(ascii: "(") || before == UInt8(ascii: "["))
            && (text.mark(index + 1) == UInt8(ascii: ")") || text.mark(index + 1) == UInt8(ascii: "]"))
        if isBracketed { return true }
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
    private func isAnchored(_ index: Int) -> Bool {
        for offset in 1...4 where index - offset >= 0 {
            if roles[index - offset].contains(.anchor) { return true }
        }
        return false
    }

    private func isApplied(before index: Int) -> Bool {
        guard index > 0, text.mark(index - 1) == UInt8(ascii: "(") else { return false }
        return isApplied(index - 1)
    }

    private func allowsLetter(after index: Int) -> Bool {
        roles[index].contains(.beforeLetter) || roles[index].contains(.copula)
    }

    /// Whether a letter may follow the mark or line end at `index`.
    private func isOpening(_ index: Int) -> Bool {
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

    private func isClosing(_ index: Int) -> Bool {
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

    private func mark(_ scalar: Unicode.Scalar) -> UInt8 { UInt8(ascii: scalar) }

    /// Whether what follows the letter leaves it an option.
    private func followsWell(_ index: Int, isFirst: Bool, isCued: Bool) -> Bool {
        guard let kind = text.kind(index + 1) else { return true }
        if isClosing(index + 1) { return true }
        guard kind == .word else { return kind == .number && isCued }
        if roles[index + 1].contains(.afterLetter) || isCued { return true }
        // "C Cecile", but not "A circle" or "I think".
        let letter = text.letter(index) ?? 0
        let isWordLetter = letter == UInt8(ascii: "A") || letter == UInt8(ascii: "I")
        let startsLine = isFirst || text.kind(index - 1) == .newline
        return startsLine && !isWordLetter && text.isCapitalised(index + 1)
    }

    // MARK: Denial

    private mutating func deny() {
        for position in groups.indices {
            var isDenied = isDeniedBefore(groups[position].first, position)
            if isDeniedAfter(groups[position].last) { isDenied.toggle() }
            groups[position].isDenied = isDenied
        }
    }

    /// Whether the clause before the token at `index` denies.
    private func isDeniedBefore(_ index: Int, _ position: Int) -> Bool {
        let floor = position > 0 ? groups[position - 1].last : -1
        var isDenied = false
        var cursor = index - 1
        while cursor > floor {
            let role = roles[cursor]
            if role.contains(.negation) {
                let word = text.lowercased(cursor)
                if word == "no" {
                    // An answer of its own, not a denial: "No, B".
                } else if word == "not", text.lowercased(cursor + 1) == "only" {
                    return isDenied
                } else {
                    isDenied.toggle()
                    if word == "neither" { return true }
                }
            } else if role.contains(.boundary) {
                return isDenied
            } else if text.kind(cursor) == .newline {
                return isDenied
            }
            switch text.mark(cursor) {
            case UInt8(ascii: ","):
                // "it can't be, say, A": a comma ends the clause.
                return isDenied
            case UInt8(ascii: ";"), UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"):
                return isDenied
            default:
                break
            }
            cursor -= 1
        }
        if floor >= 0, cursor == floor, groups[position - 1].isDenied {
            // "not A but B" has a boundary; "neither A nor then B" goes on.
            return isDenied || joinsList(from: floor + 1, to: index)
        }
        return isDenied
    }

    private func joinsList(from start: Int, to end: Int) -> Bool {
        (start..<end).contains { roles[$0].contains(.or) || text.lowercased($0) == "nor" }
    }

    /// Whether the words after the token at `index` deny: "B is wrong".
    private func isDeniedAfter(_ index: Int) -> Bool {
        var isDenied = false
        var cursor = index + 1
        // The text of a marked option is not part of the clause.
        while text.mark(cursor) == UInt8(ascii: ")") || text.mark(cursor) == UInt8(ascii: "]")
            || text.mark(cursor) == UInt8(ascii: "\"")
        {
            cursor += 1
        }
        guard text.kind(cursor) == .word else { return false }
        let first = roles[cursor]
        guard
            !first.isDisjoint(with: [.copula, .negation, .rejection]) || text.lowercased(cursor) == "can"
                || text.lowercased(cursor) == "must" || text.lowercased(cursor) == "has"
        else { return false }
        if first.contains(.boundary), !first.contains(.copula) { return false }
        let limit = cursor + 6
        while cursor < text.count, cursor < limit {
            if text.kind(cursor) != .word { return isDenied }
            let role = roles[cursor]
            // "B, not A": the denial is of what follows.
            if role.contains(.negation), text.letter(cursor + 1) != nil { return isDenied }
            if role.contains(.boundary), !role.contains(.copula) { return isDenied }
            if role.contains(.negation) || role.contains(.rejection) { isDenied.toggle() }
            cursor += 1
        }
        return isDenied
    }

    // MARK: Reading

    private var reading: ChoiceReading {
        guard let first = groups.first else { return .none }
        let affirmed = groups.filter { !$0.isDenied }
        guard let lastGroup = groups.last, let lastAffirmed = affirmed.last else {
            return .rejected(groups.reduce(LetterSet()) { $0.union($1.letters) })
        }
        var start = 0
        if let correction = lastCorrection(before: lastAffirmed.first) { start = correction }
        if let anchor = lastAnchor(before: lastGroup.last), anchor >= start,
            let group = affirmed.first(where: { $0.first > anchor })
        {
            return commit(group, with: affirmed, hedgeFrom: anchor)
        }
        let rest = affirmed.filter { $0.first >= start }
        guard let opening = rest.first else { return .none }
        if let approved = rest.last(where: { isApproved($0) }), rest.count > 1 {
            return commit(approved, with: [], hedgeFrom: approved.first)
        }
        if start == 0, opening.first <= 1, first.first == opening.first {
            // A leading letter; other marked ones make a list of options.
            var all = opening
            for group in rest.dropFirst() where group.isMarked && opening.isMarked {
                all.letters = all.letters.union(group.letters)
                all.hasOr = all.hasOr || group.hasOr
            }
            return commit(all, with: rest, hedgeFrom: 0)
        }
        var all = opening
        for group in rest.dropFirst() {
            all.letters = all.letters.union(group.letters)
            all.hasOr = all.hasOr || group.hasOr
        }
        return commit(all, with: rest, hedgeFrom: 0)
    }

    private func commit(_ group: Group, with others: [Group], hedgeFrom start: Int) -> ChoiceReading {
        var letters = group.letters
        var hasOr = group.hasOr
        for other in others where other.first > group.last && isAlternative(other) {
            letters = letters.union(other.letters)
            hasOr = true
        }
        if letters.count > 1 {
            var isHedged = hasOr
            for index in max(0, start)..<group.first where roles[index].contains(.hedge) { isHedged = true }
            if isHedged { return .hedged(letters) }
        }
        return .letters(letters)
    }

    /// Whether "or", "maybe" come right before the group.
    private func isAlternative(_ group: Group) -> Bool {
        var cursor = group.first - 1
        let floor = max(0, group.first - 4)
        while cursor >= floor {
            if roles[cursor].contains(.or) || roles[cursor].contains(.hedge) { return true }
            if text.kind(cursor) != .word, text.mark(cursor) != UInt8(ascii: "(") { return false }
            cursor -= 1
        }
        return false
    }

    private func isApproved(_ group: Group) -> Bool {
        var cursor = group.last + 1
        if text.mark(cursor) == UInt8(ascii: ")") { cursor += 1 }
        guard cursor < text.count, roles[cursor].contains(.copula) else { return false }
        for index in cursor + 1..<min(text.count, cursor + 4) where index < text.count {
            if roles[index].contains(.approval) || roles[index].contains(.anchor) { return true }
        }
        return false
    }

    /// The last anchor that a copula, a colon or a letter follows.
    private func lastAnchor(before end: Int) -> Int? {
        var index = min(end, text.count) - 1
        while index >= 0 {
            if roles[index].contains(.anchor) {
                // "B is the answer": nothing follows that it could name.
                for offset in 1...3 where index + offset < text.count {
                    let next = index + offset
                    if roles[next].contains(.copula) || text.mark(next) == UInt8(ascii: ":")
                        || text.mark(next) == UInt8(ascii: "=") || text.letter(next) != nil
                        || text.kind(next) == .newline || text.mark(next) == UInt8(ascii: "(")
                    {
                        return index
                    }
                    if text.kind(next) != .word { break }
                }
            }
            index -= 1
        }
        return nil
    }

    /// The place behind the last word that takes back what was said.
    private func lastCorrection(before end: Int) -> Int? {
        var index = min(end, text.count) - 1
        while index >= 0 {
            if roles[index].contains(.correction) { return index + 1 }
            index -= 1
        }
        return nil
    }
}
