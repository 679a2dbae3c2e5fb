// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Other forms of a text that its brackets give: "World Health Organization (WHO)".
package enum TextAliases {
    /// The keys that equal the gold beside its own: without its brackets, its initials in brackets, parts of "X / Y".
    package static func aliases(ofGold plain: PlainAnswer, form: TextForm) -> [String] {
        var keys: [String] = []
        if let (outside, inside) = split(plain) {
            let outer = TextForm(outside)
            let inner = TextForm(inside)
            if outer.letterWordCount > 0, !offersAlternative(inside) { keys.append(outer.key) }
            if inner.words.count == 1, let initials = inner.words.first, initials == TextRelations.initials(outer) {
                keys.append(inner.key)
            }
        }
        return keys
    }

    /// The text without one pair of brackets; nil where it has none or the brackets take something back.
    package static func withoutBrackets(_ plain: PlainAnswer) -> String? {
        guard let (outside, inside) = split(plain), !offersAlternative(inside) else { return nil }
        return outside
    }

    // MARK: Details

    private static func split(_ plain: PlainAnswer) -> (outside: String, inside: String)? {
        let bytes = plain.bytes
        guard let open = bytes.firstIndex(of: UInt8(ascii: "(")), let close = bytes.firstIndex(of: UInt8(ascii: ")")),
            open < close, open > 0
        else { return nil }
        let inside = bytes[open + 1..<close]
        guard !inside.contains(UInt8(ascii: "(")), !bytes[(close + 1)...].contains(UInt8(ascii: "(")) else {
            return nil
        }
        let outside = Array(bytes[..<open]) + [0x20] + Array(bytes[(close + 1)...])
        return (String(decoding: outside, as: UTF8.self), String(decoding: inside, as: UTF8.self))
    }

    /// Whether the words in brackets name another answer or take it back.
    private static func offersAlternative(_ text: String) -> Bool {
        let tokens = AnswerTokens(PlainAnswer(text))
        return (0..<tokens.count).contains { index in
            let role = SentenceRole.of(tokens.lowercased(index))
            return !role.isDisjoint(with: [.or, .and, .hedge, .rejection, .correction])
                || tokens.mark(index) == UInt8(ascii: ",") || tokens.mark(index) == UInt8(ascii: "/")
        }
    }
}
