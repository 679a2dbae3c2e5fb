// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A multiple-choice answer: one letter or several.
///
///     ChoiceKind(gold: "B", context: …)?.compare("The answer is B, not A.", context: …)   // equal
///
/// ## How it decides
/// 1. The gold is a letter A–J (`(B)`, `B.`, `['C']`), letters (`AC`, `A and C`), a letter with its text ("(D)
///    Alina"), or the text of an option of the question.
/// 2. The answer's letters are read by ``ChoiceReader``; where it has none, its text is compared with the options'.
/// 3. Equal sets are equal. Several letters without a commitment ("A or B") differ, also if the gold is among them.
///
/// ## Undecided
/// The letter of one option with the text of another.
package struct ChoiceKind: AnswerKind {
    package static let name = "choice"

    /// The letters of the gold.
    package let gold: LetterSet
    /// The options of the question.
    package let options: ChoiceOptions
    /// The gold's own text where it has one: "(D) Alina".
    private let goldKey: String?
    private let letterCount: Int

    /// The text of the one option that is the gold: what an answer without a letter may be compared with.
    package var goldText: String? {
        gold.count == 1 ? options.options.first { gold.contains($0.index) }?.text : nil
    }

    package init?(gold: String, context: AnswerContext) {
        let names = ["choice", "choice_multi", "multiple-choice", "multiple_choice", "mcq", "letter"]
        let hint = KindHint(context.options, names: names, wider: ["any", "auto"])
        guard hint != .other, gold.utf8.count <= TextLimits.answerBytes else { return nil }
        options = ChoiceOptions(question: context.question)
        letterCount = max(10, options.options.count)
        let plain = PlainAnswer(gold)
        guard let read = Self.read(plain, options: options, hint: hint, letterCount: letterCount) else { return nil }
        self.gold = read.letters
        goldKey = read.key
    }

    package func compare(_ answer: String, context: AnswerContext) -> Comparison? {
        guard answer.utf8.count <= TextLimits.answerBytes else { return nil }
        let plain = PlainAnswer(answer)
        if let index = ChoiceReader.single(plain.bytes) {
            // Without options a bare `e` or `i` is the number.
            if options.isEmpty, let only = plain.bytes.first, plain.bytes.count == 1, only == 0x65 || only == 0x69 {
                return nil
            }
            return index < letterCount ? decided(LetterSet(index)) : nil
        }
        if let index = textIndex(answer) { return decided(LetterSet(index), byText: true) }
        switch ChoiceReader.read(plain, letterCount: letterCount) {
        case .letters(let letters):
            if let conflict = conflict(answer, letters) { return conflict }
            return decided(letters)
        case .hedged(let letters):
            return comparison(.different, "names \(letters.text) and commits to none", letters)
        case .rejected(let letters):
            return comparison(.different, "only says that \(letters.text) is not the answer", letters)
        case .none:
            if let index = textIndex(SentencePeel.peeled(answer)) { return decided(LetterSet(index), byText: true) }
            // `B_1` is another thing than B, whatever B is.
            if plain.bytes.count > 2, gold.count == 1, plain.bytes[1] == UInt8(ascii: "_"),
                Int(plain.bytes[0] | 0x20) - 0x61 == gold.bits.trailingZeroBitCount
            {
                return comparison(.different, "a name with an index is no option", LetterSet())
            }
            if isOperation(plain) {
                return comparison(.different, "an operation on a letter is no option", LetterSet())
            }
            return nil
        }
    }

    /// `\neg B`, `\overline{B}` where B is the gold.
    private func isOperation(_ plain: PlainAnswer) -> Bool {
        guard plain.hasCommand, plain.bytes.count <= 24, gold.count == 1 else { return false }
        let tokens = AnswerTokens(plain)
        var isApplied = false
        for index in 0..<tokens.count {
            if tokens.kind(index) == .command {
                switch tokens.lowercased(index) {
                case "\\sim", "\\neg", "\\lnot", "\\not", "\\bar", "\\overline", "\\hat", "\\tilde", "\\vec":
                    isApplied = true
                default: return false
                }
            } else if let letter = tokens.letter(index) {
                guard isApplied, letter < 0x61, gold.contains(Int(letter) - 0x41) else { return false }
            } else if tokens.kind(index) != .mark {
                return false
            }
        }
        return isApplied
    }

    // MARK: Details

    private func decided(_ letters: LetterSet, byText: Bool = false) -> Comparison {
        let isEqual = letters == gold
        let reason = isEqual ? "the same option" : "another option"
        return comparison(isEqual ? .equal : .different, byText ? reason + ", by its text" : reason, letters)
    }

    private func comparison(_ decision: Comparison.Decision, _ reason: String, _ letters: LetterSet) -> Comparison {
        Comparison(decision, method: "choice", reason: reason, goldForm: gold.text, answerForm: letters.text)
    }

    /// The option that a text alone is.
    private func textIndex(_ text: String) -> Int? {
        if options.isEmpty, goldKey == nil { return nil }
        let key = ChoiceOptions.key(text)
        if let index = options.index(ofKey: key) { return index }
        guard let goldKey, gold.count == 1, !key.isEmpty, key == goldKey else { return nil }
        return gold.bits.trailingZeroBitCount
    }

    /// Undecided where a letter comes with the text of another option.
    private func conflict(_ answer: String, _ letters: LetterSet) -> Comparison? {
        guard !options.isEmpty, letters.count == 1, let rest = Self.textAfterLetter(answer),
            let index = options.index(ofText: rest), !letters.contains(index)
        else { return nil }
        return comparison(.undecided, "the letter of one option with the text of another", letters)
    }

    /// What follows a leading letter with its marker: `12 metres` of `B. 12 metres`.
    private static func textAfterLetter(_ answer: String) -> String? {
        let tokens = AnswerTokens(PlainAnswer(answer))
        var index = 0
        if tokens.mark(0) == UInt8(ascii: "(") || tokens.mark(0) == UInt8(ascii: "[") { index = 1 }
        guard tokens.letter(index) != nil else { return nil }
        index += 1
        switch tokens.mark(index) {
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-"): index += 1
        default: return nil
        }
        guard index < tokens.count else { return nil }
        return String(decoding: tokens.bytes[tokens.tokens[index].start...], as: UTF8.self)
    }

    private static func read(
        _ plain: PlainAnswer, options: ChoiceOptions, hint: KindHint, letterCount: Int
    ) -> (letters: LetterSet, key: String?)? {
        if let index = ChoiceReader.single(plain.bytes) {
            guard index < letterCount else { return nil }
            // A bare small letter is a variable, unless the question has options.
            let isBareSmall = plain.bytes.count == 1 && plain.bytes[0] >= 0x61
            if isBareSmall, options.isEmpty, hint != .named { return nil }
            return (LetterSet(index), nil)
        }
        if let index = options.index(ofText: plain.text) { return (LetterSet(index), nil) }
        guard case .letters(let letters) = ChoiceReader.read(plain, letterCount: letterCount) else { return nil }
        let rest = textAfterLetter(plain.text)
        // Without a question, a sentence with a letter in it is no choice: only letters, or a letter with its text.
        guard
            hint == .named || rest != nil || !options.isEmpty || isOnlyLetters(plain, letters)
                || SentencePeel.hasAnchor(plain)
        else { return nil }
        return (letters, rest.map(ChoiceOptions.key))
    }

    /// Whether the text has nothing but the letters and what joins them.
    private static func isOnlyLetters(_ plain: PlainAnswer, _ letters: LetterSet) -> Bool {
        let tokens = AnswerTokens(plain)
        for index in 0..<tokens.count where tokens.kind(index) != .mark && tokens.kind(index) != .newline {
            if tokens.letter(index) != nil { continue }
            let word = tokens.lowercased(index)
            if word == "and" || tokens.count == 1 || tokens.kind(index) == .word && word.utf8.count == letters.count {
                continue
            }
            return false
        }
        return true
    }
}
