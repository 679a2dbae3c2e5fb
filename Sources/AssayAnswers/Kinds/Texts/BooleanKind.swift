// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A yes-or-no answer: yes, true, correct and holds are one, no, false, incorrect and wrong the other.
///
///     BooleanKind(gold: "No", context: …)?.compare("It is not possible, so no", context: …)   // equal
///
/// ## Undecided
/// An answer in a sentence that says neither ("It converges."), or both without a conclusion.
///
/// - SeeAlso: ``PolarityReader`` for how sentences are read.
package struct BooleanKind: AnswerKind {
    package static let name = "boolean"

    /// What the gold says.
    package let gold: Bool

    package init?(gold: String, context: AnswerContext) {
        let names = ["boolean", "bool", "yes-no", "yes_no", "true-false", "true_false"]
        let hint = KindHint(context.options, names: names)
        guard hint != .other, gold.utf8.count <= TextLimits.answerBytes else { return nil }
        let plain = PlainAnswer(gold)
        if hint == .named, let value = Self.letter(plain) {
            self.gold = value
            return
        }
        guard hint == .named || Self.isStatement(AnswerTokens(plain)),
            case .value(let value) = PolarityReader.read(plain)
        else { return nil }
        self.gold = value
    }

    package func compare(_ answer: String, context: AnswerContext) -> Comparison? {
        guard answer.utf8.count <= TextLimits.answerBytes else { return nil }
        let plain = PlainAnswer(answer)
        switch PolarityReader.read(plain) {
        case .value(let value):
            let isEqual = value == gold
            return comparison(
                isEqual ? .equal : .different, isEqual ? "says the same" : "says the opposite", value ? "yes" : "no")
        case .hedged:
            return comparison(.different, "offers both yes and no", "yes or no")
        case .contradictory:
            return comparison(.undecided, "says both yes and no, or with a restriction", "yes and no")
        case .none:
            if let value = Self.letter(plain) {
                return comparison(value == gold ? .equal : .different, "one letter", value ? "yes" : "no")
            }
            let form = TextForm(plain)
            // A sentence may say it in words that only a reader understands.
            guard form.letterWordCount > 1 else { return nil }
            return comparison(.undecided, "a sentence that says neither yes nor no in so many words", form.text)
        }
    }

    // MARK: Details

    /// What `T`, `F`, `Y` or `N` alone says.
    private static func letter(_ plain: PlainAnswer) -> Bool? {
        switch ChoiceReader.single(plain.bytes) {
        case 19, 24: true
        case 5, 13: false
        default: nil
        }
    }

    private func comparison(_ decision: Comparison.Decision, _ reason: String, _ form: String) -> Comparison {
        Comparison(decision, method: "boolean", reason: reason, goldForm: gold ? "yes" : "no", answerForm: form)
    }

    /// Whether a gold is a yes-or-no answer and nothing else.
    ///
    /// One word, "No, …", or "The statement is true."
    private static func isStatement(_ tokens: AnswerTokens) -> Bool {
        if PolarWords.whole(tokens) != nil {
            // "right" is a direction, "si" silicon: they answer, but a gold says it plainly.
            let word = (0..<tokens.count).first { tokens.kind($0) == .word }.map(tokens.lowercased) ?? ""
            return word != "right" && word != "si" && word != "valid" && word != "invalid"
        }
        guard tokens.count > 1 else { return false }
        if PolarWords.roles[tokens.lowercased(0)] != nil {
            return tokens.mark(1) == UInt8(ascii: ",") || tokens.mark(1) == UInt8(ascii: ".")
                || tokens.mark(1) == UInt8(ascii: ";") || tokens.mark(1) == UInt8(ascii: ":")
        }
        guard tokens.count <= 9 else { return false }
        var hasPolar = false
        for index in 0..<tokens.count where tokens.kind(index) != .mark {
            let word = tokens.lowercased(index)
            if PolarWords.roles[word] != nil {
                hasPolar = true
                continue
            }
            switch word {
            case "the", "this", "that", "it", "statement", "claim", "assertion", "proposition", "answer", "is", "are",
                "was", "not", "isn't", "does", "doesn't", "always", "conjecture", "theorem", "argument", "so":
                continue
            default: return false
            }
        }
        return hasPolar
    }
}
