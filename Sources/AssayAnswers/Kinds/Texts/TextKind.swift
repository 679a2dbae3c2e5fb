// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A short answer in words: a name, a term, a weekday, a list of names.
///
///     TextKind(gold: "Navier-Stokes", context: …)?.compare("navier stokes", context: …)   // equal
///     TextKind(gold: "Marie Curie", context: …)?.compare("Curie", context: …)             // undecided
///
/// ## How it decides
/// 1. Both are brought to a ``TextForm``: letter case, articles, punctuation, hyphens, accents do not count.
/// 2. Equal forms are equal, also after the answer's frame is taken off ("The answer is …", ``SentencePeel``), without
/// what the answer adds in brackets, and for alternatives that the gold names itself ("World Health Organization
///    (WHO)").
/// 3. Lists of names match item by item, in any order unless the options say otherwise.
/// 4. Short answers without a common word are different. An answer is never equal because it contains the gold.
///
/// ## Undecided
/// Long texts (over six words), and answers that share a word, a stem or initials with the gold: a model has to read
/// them.
package struct TextKind: AnswerKind {
    package static let name = "text"

    private let text: String
    private let form: TextForm
    private let unaccented: String
    private let aliases: [String]
    private let items: [TextForm]
    private let isOrdered: Bool
    /// Whether the gold has an "or": one of its items may be meant, or all.
    private let offersChoice: Bool
    /// Whether the gold has a formula or begins with a number: then other words prove nothing.
    private let isCautious: Bool
    private let concept: TextConcepts.Concept?

    package init?(gold: String, context: AnswerContext) {
        let hint = KindHint(
            context.options, names: ["text", "string", "name", "short-answer"], wider: ["any", "auto"])
        guard hint != .other, gold.utf8.count <= TextLimits.answerBytes else { return nil }
        let plain = PlainAnswer(gold)
        form = TextForm(plain)
        guard !form.isEmpty, hint == .named || Self.isWordy(form) else { return nil }
        text = gold
        unaccented = form.unaccentedKey
        aliases = TextAliases.aliases(ofGold: plain, form: form)
        items = TextList.items(plain)
        offersChoice = form.words.contains("or")
        isOrdered = context.options.orderedLists
        isCautious = form.hasMathematics || form.words.first.map { !TextRelations.isPlainWord($0) } ?? false
        concept = TextConcepts.concept(form)
    }

    package func compare(_ answer: String, context: AnswerContext) -> Comparison? {
        if answer == text { return equal("the same text", form.text) }
        guard answer.utf8.count <= TextLimits.answerBytes else {
            return decided(.undecided, "the answer is too long to compare by rules", "")
        }
        let plain = PlainAnswer(answer)
        let other = TextForm(plain)
        if other.isEmpty { return decided(.different, "the answer has no words", "") }
        if let found = match(other) { return found }
        let peeled = SentencePeel.peeled(answer)
        let inner = peeled == answer ? other : TextForm(peeled)
        if peeled != answer, let found = match(inner) { return found }
        if let bare = TextAliases.withoutBrackets(PlainAnswer(peeled)), let found = match(TextForm(bare)) {
            return found
        }
        if isCautious { return decided(.undecided, "the gold is not words alone", inner.text) }
        if let found = compareLists(PlainAnswer(peeled)) { return found }
        return relation(inner)
    }

    // MARK: Details

    /// Longer texts are not judged different, in words.
    private static let shortWords = 6

    /// Whether the text has words that say something, not only names of variables, functions and environments.
    private static func isWordy(_ form: TextForm) -> Bool {
        if form.hasMathematics {
            // A sentence with a formula in it.
            guard !form.words.contains("\\begin") else { return false }
            return form.words.filter { $0.utf8.count >= 3 && TextRelations.isContentWord($0) }.count >= 2
        }
        if form.words.contains(where: { $0.utf8.count >= 2 && TextRelations.isContentWord($0) }) { return true }
        // "three" has become a numeral.
        return form.letterWordCount > 0 && !form.words.contains(where: TextRelations.isPlainWord)
    }

    private func match(_ other: TextForm) -> Comparison? {
        if other.key == form.key { return equal("the same words", other.text) }
        if let concept, concept == TextConcepts.concept(other) { return equal("two names of one thing", other.text) }
        if aliases.contains(other.key) { return equal("a name that the gold gives itself", other.text) }
        if other.unaccentedKey == unaccented { return equal("the same words but for accents", other.text) }
        return nil
    }

    /// The verdict on two lists; nil where one of them is none.
    private func compareLists(_ plain: PlainAnswer) -> Comparison? {
        let others = TextList.items(plain)
        if items.count < 2 {
            // Several names where one is asked for.
            guard others.count > 1, others.allSatisfy({ $0.words.count <= 3 }),
                others.contains(where: { $0.key == form.key })
            else { return nil }
            return decided(.different, "lists several answers, one of them the gold", TextList.text(others))
        }
        guard !others.isEmpty else { return nil }
        if !offersChoice, TextForm(plain).words.contains("or") {
            return decided(.different, "leaves a choice between answers", TextList.text(others))
        }
        let shown = TextList.text(others)
        switch TextList.compare(items, others, isOrdered: isOrdered) {
        case .equal: return equal("the same items", shown)
        case .different:
            if offersChoice { return decided(.undecided, "the gold leaves a choice", shown) }
            return decided(.different, "the items differ", shown)
        case .undecided: return nil
        }
    }

    private func relation(_ other: TextForm) -> Comparison {
        if form.words.count > Self.shortWords || other.words.count > Self.shortWords {
            return decided(.undecided, "more than \(Self.shortWords) words", other.text)
        }
        if other.hasMathematics {
            return decided(.undecided, "words against a formula", other.text)
        }
        if other.words.first == "not", other.words.dropFirst().elementsEqual(form.words) {
            return decided(.different, "says that it is not the gold", other.text)
        }
        if TextRelations.areOpposite(form, other) { return decided(.different, "opposite words", other.text) }
        if TextRelations.differInOneWord(form, other) {
            return decided(.different, "another word in one place", other.text)
        }
        if TextRelations.areRelated(form, other) {
            return decided(.undecided, "the words overlap without being the same", other.text)
        }
        return decided(.different, "no word in common", other.text)
    }

    private func equal(_ reason: String, _ answer: String) -> Comparison { decided(.equal, reason, answer) }

    private func decided(_ decision: Comparison.Decision, _ reason: String, _ answer: String) -> Comparison {
        Comparison(decision, method: "text", reason: reason, goldForm: form.text, answerForm: answer)
    }
}
