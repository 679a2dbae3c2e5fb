// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when there are 26 sentences whose first words begin with a, b, c … z.
///
/// ## How it decides
/// Sentences are Punkt's; letters are compared in lower case. As in IFBench's checker the very first character counts;
/// with `skipsPunctuation`, ASCII punctuation before it does not.
public struct SentenceAlphabet: Rule {
    /// Whether punctuation before the first letter is passed over.
    public let skipsPunctuation: Bool

    /// Creates the rule.
    public init(skipsPunctuation: Bool) { self.skipsPunctuation = skipsPunctuation }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let sentences = text.sentences
        guard sentences.count == 26 else {
            return input.verdict(false) { [.count("sentences", sentences.count, required: "exactly 26")] }
        }
        for (index, sentence) in sentences.enumerated() where letter(text.strip(sentence), text) != 0x61 + UInt32(index)
        {
            return input.verdict(false) {
                let letter = Character(UnicodeScalar(UInt8(truncatingIfNeeded: 0x61 + index)))
                return [.place("sentence \(index + 1)", sentence, required: "a first word in \"\(letter)\"")]
            }
        }
        return input.verdict(true) { [] }
    }

    private func letter(_ sentence: Range<Int>, _ text: Text) -> UInt32? {
        if sentence.isEmpty { return nil }
        if skipsPunctuation { return text.firstLetter(sentence) }
        return UnicodeScalars.simpleLowercase(UTF8Decoding.scalar(text.bytes, at: sentence.lowerBound).value)
    }
}
