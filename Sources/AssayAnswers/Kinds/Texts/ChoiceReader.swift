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
    let text: AnswerTokens
    let roles: [SentenceRole]
    let letterCount: Int
    var groups: [Group] = []

    /// Letters that stand together.
    struct Group {
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
        // "B or not B": what the same sentence takes back is not its answer.
        for denied in groups
        where denied.isDenied && denied.first > group.last && isSameSentence(group.last, denied.first) {
            letters = LetterSet(bits: letters.bits & ~denied.letters.bits)
        }
        if letters.count == 0 { return .rejected(group.letters) }
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

    private func isSameSentence(_ first: Int, _ last: Int) -> Bool {
        (first..<last).allSatisfy { index in
            text.kind(index) != .newline && text.mark(index) != UInt8(ascii: ".")
                && text.mark(index) != UInt8(ascii: ";")
                && !roles[index].contains(.correction)
        }
    }

    /// Whether "or", "maybe" come right before the group.
    private func isAlternative(_ group: Group) -> Bool {
        var cursor = group.first - 1
        let floor = max(0, group.first - 4)
        while cursor >= floor {
            if roles[cursor].contains(.or) || roles[cursor].contains(.hedge) || text.lowercased(cursor) == "also" {
                return true
            }
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
