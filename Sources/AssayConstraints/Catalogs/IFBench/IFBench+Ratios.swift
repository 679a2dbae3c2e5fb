// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

extension IFBench {
    /// `ratio:*`.
    static let ratios: [VerifierDefinition] = [
        VerifierDefinition(
            "ratio:stop_words", "at most percentage % of the words are stop words",
            [.required("percentage", .number(0...Double.greatestFiniteMagnitude), "greatest share in percent")]
        ) { arguments, _ throws(CheckError) in
            WordShare(WordList(StopWords.english), atMost: try arguments.number("percentage"), noun: "stop words")
        },
        VerifierDefinition(
            "ratio:sentence_type", "there are two declarative sentences to each question"
        ) { _, context throws(CheckError) in
            SentenceEndings(
                .twoStatementsToOneQuestion, passesEmpty: !context.isCorrected, seesThroughQuotes: context.isCorrected)
        },
        VerifierDefinition(
            "ratio:sentence_balance", "there are as many statements as questions as exclamations"
        ) { _, context throws(CheckError) in
            SentenceEndings(.balanced, passesEmpty: !context.isCorrected, seesThroughQuotes: context.isCorrected)
        },
        VerifierDefinition(
            "ratio:overlap", "percentage % (±2) of the trigrams stand in a reference text",
            [
                .required("reference_text", .text, "the text compared with"),
                .required("percentage", .number(0...Double.greatestFiniteMagnitude), "share in percent"),
            ]
        ) { arguments, context throws(CheckError) in
            TrigramOverlap(
                reference: try arguments.string("reference_text"), percentage: try arguments.number("percentage"),
                unit: context.isCorrected ? .words : .scalars)
        },
        VerifierDefinition(
            "ratio:sentence_words", "there are three sentences of equal length"
        ) { _, context throws(CheckError) in
            EqualSentences(count: 3, differentWords: context.isCorrected)
        },
    ]
}
