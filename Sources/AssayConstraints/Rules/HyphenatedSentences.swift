// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the sentences of the response are joined by hyphens, without white space around them.
///
/// ## How it decides
/// The parts between hyphens have to be, one by one, the sentences of the response with spaces in the place of hyphens.
/// With ``ignoresRest``, what one of the two lists has more than the other is not looked at, as by the reference checker.
///
/// - Source: IFTrain, `detectable_format:sentence_hyphens`.
public struct HyphenatedSentences: Rule {
    /// Whether parts without a counterpart are ignored.
    public let ignoresRest: Bool

    /// Creates the rule.
    public init(ignoresRest: Bool = false) { self.ignoresRest = ignoresRest }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let splitter = SentenceSplitter(text.bytes.map { $0 == 0x2D ? 0x20 : $0 })
        let parts = text.split(by: [0x2D])
        var offender: Range<Int>?
        for (part, sentence) in zip(parts, splitter.sentences)
        where offender == nil
            && (text.strip(part) != part || !text.bytes[part].elementsEqual(splitter.bytes[sentence]))
        {
            offender = part
        }
        let sameNumber = parts.count == splitter.sentences.count
        return input.verdict(offender == nil && (ignoresRest || sameNumber)) {
            if let offender { return [.place("part between hyphens", offender, required: "one whole sentence")] }
            return [
                .count(
                    "parts between hyphens", parts.count, required: "exactly \(splitter.sentences.count), the sentences"
                )
            ]
        }
    }
}
