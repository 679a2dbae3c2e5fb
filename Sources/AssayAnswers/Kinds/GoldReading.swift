// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A gold answer and what it can be read as.
///
/// Reading is half the work of a comparison, so each kind waits until a comparison needs it: an answer that is the gold
/// letter by letter needs no reading, and two formulas without words need only mathematics.
final class GoldReading: Sendable {
    /// The gold, clean.
    let text: String
    private let context: AnswerContext
    private let signs: AnswerSigns
    /// Readings with the kind's place in ``AnswerKinds/all``; nil of one that cannot read the gold.
    private let readings = Mutex<[(place: Int, kind: (any AnswerKind)?)]>([])

    init(_ text: String, _ context: AnswerContext) {
        let text = SpelledNumbers.written(text)
        self.text = text
        self.context = context
        signs = AnswerSigns(of: text)
    }

    /// Compares an answer with the gold; nil where it cannot be read as anything that the gold is.
    ///
    /// The first kind that reads both decides; an undecided one only where no later kind is sure that they are equal.
    func compare(_ answer: String) -> Comparison? {
        if max(text.utf8.count, answer.utf8.count) > AnswerSanitizer.longestText { return compareLong(answer) }
        var answer = SpelledNumbers.written(answer)
        if signs.contains(.separators), let ratio = SpelledNumbers.ratio(answer) {
            answer = ratio
        } else if answer.utf8.contains(0x3A), let ratio = SpelledNumbers.ratio(text) {
            return GoldReading(ratio, context).compare(answer)
        }
        let isNumber = text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
        if isNumber != answer.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }), context.options.type != TextKind.name
        {
            // `five` where the other side has digits.
            if isNumber {
                answer = NumberWords.digits(of: answer).map(SpelledNumbers.written) ?? answer
            } else if let number = NumberWords.digits(of: text) {
                return GoldReading(number, context).compare(answer)
            }
        }
        if let plain = PlainInteger.compare(text, answer) { return plain }
        if answer == text, context.options.requireForm == nil {
            let form = text.utf8.count <= 300 ? text : "a text of \(text.utf8.count) bytes"
            return Comparison(
                .equal, method: "exact", reason: "the same text", goldForm: form, answerForm: form)
        }
        var open: Comparison?
        var places = order(signs.union(AnswerSigns(of: answer)), answer.utf8.count)
        for index in places.indices {
            if places[index] == AnswerKinds.mathematics { putWordsFirst(&places, index) }
            guard let comparison = reading(places[index])?.compare(answer, context: context) else { continue }
            switch comparison.decision {
            case .equal: return comparison
            case .different: return open ?? comparison
            case .undecided: if open == nil { open = comparison }
            }
        }
        return open
    }

    /// Compares texts that are too long to be read.
    private func compareLong(_ answer: String) -> Comparison {
        if let plain = PlainInteger.compare(text, answer) { return plain }
        let (least, most) = (min(text.utf8.count, answer.utf8.count), max(text.utf8.count, answer.utf8.count))
        let isSame = least == most && text.utf8.elementsEqual(answer.utf8)
        // What is a hundred times as long as the other is no way to write the other.
        let decision: Comparison.Decision = isSame ? .equal : least < most / 100 ? .different : .undecided
        func form(_ text: String) -> String { text.utf8.count <= 300 ? text : "a text of \(text.utf8.count) bytes" }
        return Comparison(
            decision, method: "text",
            reason: isSame ? "the same text" : "a text of \(most) bytes is too long to be read as an answer",
            goldForm: form(text), answerForm: form(answer))
    }

    /// The kinds to ask, given the signs in both texts and the length of the answer.
    private func order(_ signs: AnswerSigns, _ length: Int) -> [Int] {
        let all = AnswerKinds.all.indices
        if let type = context.options.type, let place = all.first(where: { AnswerKinds.all[$0].name == type }) {
            return [place]
        }
        let isLong = max(length, text.utf8.count) > AnswerKinds.longestText
        if !isLong, signs.isSubset(of: .pence) { return [AnswerKinds.mathematics] }
        return all.filter { place in
            if place == AnswerKinds.mathematics { return true }
            if place == AnswerKinds.words { return isLong || signs.contains(.words) }
            let kind = AnswerKinds.all[place]
            if isLong { return kind == ProgramOutputKind.self }
            if kind == CurrencyKind.self { return signs.contains(.money) || signs.isSuperset(of: [.pence, .words]) }
            if kind == DateKind.self || kind == TimeKind.self {
                return signs.contains(.words) || signs.contains(.separators)
            }
            return signs.contains(.words)
        }
    }

    /// Of words alone, mathematics knows no more than whether they are the same: then words are asked first.
    private func putWordsFirst(_ places: inout [Int], _ formula: Int) {
        guard let words = places[formula...].firstIndex(of: AnswerKinds.words),
            (reading(places[formula]) as? MathematicsKind)?.isWords ?? false, reading(places[words]) != nil
        else { return }
        places.swapAt(formula, words)
    }

    private func reading(_ place: Int) -> (any AnswerKind)? {
        readings.withLock { kept in
            if let known = kept.first(where: { $0.place == place }) { return known.kind }
            let made = AnswerKinds.make(AnswerKinds.all[place], text, context)
            kept.append((place, made))
            return made
        }
    }
}
