// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Lists of names: "Alice, Bob and Carol".
package enum TextList {
    /// More items are not matched one by one.
    package static let itemLimit = 64

    /// The items of a list split at commas, semicolons, line ends, "and" and "or"; empty where an item has no words.
    package static func items(_ plain: PlainAnswer) -> [TextForm] {
        let tokens = AnswerTokens(UnicodeForm.decomposed(plain))
        var items: [TextForm] = []
        var start = 0
        for index in 0...tokens.count {
            guard index == tokens.count || isSeparator(tokens, index) else { continue }
            if start < index {
                let form = TextForm(tokens, start..<index)
                if !form.isEmpty { items.append(form) }
                if items.count > itemLimit { return [] }
            }
            start = index + 1
        }
        return items
    }

    /// The items with commas, for evidence.
    package static func text(_ items: [TextForm]) -> String { items.map(\.text).joined(separator: ", ") }

    /// Compares two lists: item by item, in any order unless `isOrdered`.
    package static func compare(_ gold: [TextForm], _ answer: [TextForm], isOrdered: Bool) -> Comparison.Decision {
        if gold.count == answer.count {
            if zip(gold, answer).allSatisfy({ $0.key == $1.key }) { return .equal }
            if !isOrdered, gold.map(\.key).sorted() == answer.map(\.key).sorted() { return .equal }
            if isOrdered, gold.map(\.key).sorted() == answer.map(\.key).sorted() { return .different }
        }
        guard gold.allSatisfy({ $0.words.count <= 3 }), answer.allSatisfy({ $0.words.count <= 3 }) else {
            return .undecided
        }
        // Items that are in one list only.
        var missing = gold
        var extra: [TextForm] = []
        for item in answer {
            if let place = missing.firstIndex(where: { $0.key == item.key }) {
                missing.remove(at: place)
            } else {
                extra.append(item)
            }
        }
        for one in missing {
            for other in extra where TextRelations.areRelated(one, other) { return .undecided }
        }
        return .different
    }

    private static func isSeparator(_ tokens: AnswerTokens, _ index: Int) -> Bool {
        switch tokens.kind(index) {
        case .newline: return true
        case .word:
            switch tokens.lowercased(index) {
            case "and", "or", "und", "et", "y": return true
            default: return false
            }
        case .mark:
            let mark = tokens.mark(index)
            return mark == UInt8(ascii: ",") || mark == UInt8(ascii: ";") || mark == UInt8(ascii: "&")
        default: return false
        }
    }
}

/// Decomposition of plain answers.
package enum UnicodeForm {
    /// The compatibility decomposition of an answer that is not ASCII.
    package static func decomposed(_ plain: PlainAnswer) -> PlainAnswer {
        plain.bytes.contains(where: { $0 >= 0x80 }) ? plain.decomposed : plain
    }
}
