// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A gold answer and what it can be read as.
///
/// Reading is half the work of a comparison, so it waits until a comparison needs it: an answer that is the gold letter
/// by letter needs no reading, and two plain numbers need only mathematics.
final class GoldReading: Sendable {
    /// The gold, clean.
    let text: String
    private let context: AnswerContext
    private let isNumber: Bool
    private let all = Mutex<[any AnswerKind]?>(nil)
    private let number = Mutex<MathematicsKind?>(nil)

    init(_ text: String, _ context: AnswerContext) {
        self.text = text
        self.context = context
        isNumber = context.options.type == nil && GoldReading.isPlainNumber(text)
    }

    /// Compares an answer with the gold; nil where it cannot be read as anything that the gold is.
    func compare(_ answer: String) -> Comparison? {
        if answer == text, context.options.requireForm == nil {
            let form = text.utf8.count <= 300 ? text : "a text of \(text.utf8.count) bytes"
            return Comparison(
                .equal, method: "exact", reason: "the same text", goldForm: form, answerForm: form)
        }
        if isNumber, GoldReading.isPlainNumber(answer), let comparison = mathematics?.compare(answer, context: context)
        {
            return comparison
        }
        return AnswerKinds.compare(answer, with: kinds, context)
    }

    private var kinds: [any AnswerKind] {
        all.withLock { kept in
            if let kept { return kept }
            let made = AnswerKinds.reading(text, context)
            kept = made
            return made
        }
    }

    private var mathematics: MathematicsKind? {
        number.withLock { kept in
            if kept == nil { kept = MathematicsKind(gold: text, context: context) }
            return kept
        }
    }

    /// Digits with at most a sign and a point: no date, no time, no list, no choice.
    private static func isPlainNumber(_ text: String) -> Bool {
        var digits = 0
        var points = 0
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case 0x30...0x39: digits += 1
            case 0x2E: points += 1
            case 0x2D where index == 0: break
            default: return false
            }
        }
        return digits > 0 && points <= 1
    }
}
