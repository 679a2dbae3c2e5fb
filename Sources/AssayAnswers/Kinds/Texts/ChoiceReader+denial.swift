// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Which options a text says are not the answer.
extension ChoiceReader {
    mutating func deny() {
        for position in groups.indices {
            var isDenied = isDeniedBefore(groups[position].first, position)
            if isDeniedAfter(groups[position].last) { isDenied.toggle() }
            groups[position].isDenied = isDenied
        }
    }

    /// Whether the clause before the token at `index` denies.
    func isDeniedBefore(_ index: Int, _ position: Int) -> Bool {
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
            } else if text.lowercased(cursor) == "but", isException(cursor) {
                return !isDenied
            } else if role.contains(.rejection), roles[cursor + 1].contains(.anchor) {
                // "the wrong option is B"
                isDenied.toggle()
            } else if isRuling(cursor) {
                isDenied.toggle()
            } else if text.lowercased(cursor) == "than", text.lowercased(cursor - 1) == "other" {
                return !isDenied
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

    /// "rule out", "eliminate", "exclude".
    func isRuling(_ index: Int) -> Bool {
        switch text.lowercased(index) {
        case "eliminate", "exclude", "reject", "eliminating", "excluding", "rejecting": true
        case "out": index > 0 && ["rule", "rules", "ruled", "ruling"].contains(text.lowercased(index - 1))
        default: false
        }
    }

    /// Whether the "but" at `index` takes something out: "all but", "any option but".
    func isException(_ index: Int) -> Bool {
        for cursor in max(0, index - 3)..<index {
            switch text.lowercased(cursor) {
            case "all", "any", "every", "everything", "anything", "each": return true
            default: break
            }
        }
        return false
    }

    func joinsList(from start: Int, to end: Int) -> Bool {
        (start..<end).contains { roles[$0].contains(.or) || text.lowercased($0) == "nor" }
    }

    /// Whether the words after the token at `index` deny: "B is wrong".
    func isDeniedAfter(_ index: Int) -> Bool {
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
}
