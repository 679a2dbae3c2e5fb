// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when every n-th word has a Japanese letter.
///
/// ## How it decides
/// Words are the parts between white space, counted from 1; numbers and parts of nothing but ASCII punctuation are free.
/// A Japanese letter is hiragana or katakana (U+3040…U+30FF) or a unified ideograph (U+4E00…U+9FFF).
public struct EveryNthWordJapanese: Rule {
    /// Every how many words; 1 or more.
    public let step: Int
    /// Whether a response with fewer than `step` words passes.
    public let passesShort: Bool

    /// Creates the rule.
    public init(step: Int, passesShort: Bool) {
        self.step = max(1, step)
        self.passesShort = passesShort
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let tokens = text.whitespaceTokens
        var wrong: Range<Int>?
        var position = step
        while position <= tokens.count {
            let word = text.bare(tokens[position - 1])
            if !word.isEmpty, !isNumber(word, text.bytes), !isJapanese(word, text.bytes) {
                wrong = word
                break
            }
            if step > tokens.count - position { break }
            position += step
        }
        let isShort = tokens.count < step && !passesShort
        return input.verdict(wrong == nil && !isShort) {
            if isShort { return [.count("words", tokens.count, required: "at least \(step)")] }
            guard let wrong else { return [] }
            return [.place("word \(position) \"\(text.string(wrong))\"", wrong, required: "a Japanese letter")]
        }
    }

    private func isNumber(_ word: Range<Int>, _ bytes: [UInt8]) -> Bool {
        var index = word.lowerBound
        while index < word.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if !UnicodeScalars.isDigitLike(scalar) { return false }
            index += length
        }
        return true
    }

    private func isJapanese(_ word: Range<Int>, _ bytes: [UInt8]) -> Bool {
        var index = word.lowerBound
        while index < word.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if (0x3040...0x30FF).contains(scalar) || (0x4E00...0x9FFF).contains(scalar) { return true }
            index += length
        }
        return false
    }
}
