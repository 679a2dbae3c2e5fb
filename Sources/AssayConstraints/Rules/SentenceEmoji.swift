// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when every sentence ends with an emoji.
///
/// ## How it decides
/// Sentences are Punkt's; ASCII punctuation and outer white space are left out. The last or the last but one scalar has to
/// be an emoji, or else the first of the next sentence, since the division often falls before the emoji. A sentence of
/// nothing else fails. With `readsSequences`, variation selectors and joiners are passed over and flags count.
public struct SentenceEmoji: Rule {
    /// Whether emoji of several scalars are read.
    public let readsSequences: Bool

    /// Creates the rule.
    public init(readsSequences: Bool) { self.readsSequences = readsSequences }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let sentences = text.sentences
        for (index, sentence) in sentences.enumerated() {
            if endsWithEmoji(sentence, text.bytes) { continue }
            if index + 1 < sentences.count, !isBlank(sentence, text.bytes),
                beginsWithEmoji(sentences[index + 1], text.bytes)
            {
                continue
            }
            return input.verdict(false) { [.place("end of sentence \(index + 1)", sentence, required: "an emoji")] }
        }
        return input.verdict(true) { [.count("sentences", sentences.count, required: "an emoji at each end")] }
    }

    private func isEmoji(_ scalar: UInt32) -> Bool {
        UnicodeScalars.isEmoji(scalar) || (readsSequences && (0x1F1E6...0x1F1FF).contains(scalar))
    }

    private func isBlank(_ sentence: Range<Int>, _ bytes: [UInt8]) -> Bool {
        first(sentence, bytes) == nil
    }

    private func endsWithEmoji(_ sentence: Range<Int>, _ bytes: [UInt8]) -> Bool {
        var end = sentence.upperBound
        var seen = 0
        while end > sentence.lowerBound, seen < 2 {
            let (scalar, length) = UTF8Decoding.scalar(bytes, before: end)
            end -= length
            if scalar < 0x80, ASCIIPunctuation.contains(UInt8(truncatingIfNeeded: scalar)) { continue }
            if seen == 0, UnicodeScalars.isSpace(scalar) { continue }
            if readsSequences, scalar == 0xFE0F || scalar == 0x200D || scalar == 0x20E3 { continue }
            if isEmoji(scalar) { return true }
            seen += 1
        }
        return false
    }

    private func beginsWithEmoji(_ sentence: Range<Int>, _ bytes: [UInt8]) -> Bool {
        first(sentence, bytes).map(isEmoji) ?? false
    }

    /// The first scalar that is neither ASCII punctuation nor white space.
    private func first(_ sentence: Range<Int>, _ bytes: [UInt8]) -> UInt32? {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            index += length
            if scalar < 0x80, ASCIIPunctuation.contains(UInt8(truncatingIfNeeded: scalar)) { continue }
            if !UnicodeScalars.isSpace(scalar) { return scalar }
        }
        return nil
    }
}
