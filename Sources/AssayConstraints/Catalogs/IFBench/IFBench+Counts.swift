// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

extension IFBench {
    /// `count:*`.
    static let counts: [VerifierDefinition] = [
        VerifierDefinition(
            "count:word_count_range", "the number of words lies in a range",
            [.required("min_words", .count, "least number"), .required("max_words", .count, "greatest number")]
        ) { arguments, _ throws(CheckError) in
            // A least number above the greatest is in published data; nothing passes then.
            WordCount(
                Bound(minimum: try arguments.integer("min_words"), maximum: try arguments.integer("max_words")))
        },
        VerifierDefinition(
            "count:unique_word_count", "at least N different words are used", [.required("N", .count, "least number")]
        ) { arguments, context throws(CheckError) in
            VocabularySize(Bound(minimum: try arguments.integer("N")), countsEmpty: !context.isCorrected)
        },
        VerifierDefinition(
            "count:conjunctions", "at least small_n different coordinating conjunctions are used",
            [.required("small_n", .count, "least number")]
        ) { arguments, context throws(CheckError) in
            WordVariety(
                conjunctions, Bound(minimum: try arguments.integer("small_n")), countsSpellings: !context.isCorrected,
                noun: "coordinating conjunctions")
        },
        VerifierDefinition(
            "count:person_names", "at least N different names of a list of 50 are mentioned",
            [.required("N", .count, "least number")]
        ) { arguments, _ throws(CheckError) in
            ListedWords(personNames, Bound(minimum: try arguments.integer("N")), noun: "person names")
        },
        VerifierDefinition(
            "count:numbers", "exactly N numbers are given", [.required("N", .count, "exact number")]
        ) { arguments, context throws(CheckError) in
            NumberCount(.exactly(try arguments.integer("N")), joinsAcrossPunctuation: !context.isCorrected)
        },
        VerifierDefinition(
            "count:punctuation", "every standard punctuation mark is used, the interrobang too"
        ) { _, _ throws(CheckError) in
            PunctuationCover()
        },
        VerifierDefinition(
            "count:pronouns", "at least N pronouns are used", [.required("N", .count, "least number")]
        ) { arguments, _ throws(CheckError) in
            ListedTokens(pronouns, Bound(minimum: try arguments.integer("N")), noun: "pronouns")
        },
        VerifierDefinition(
            "count:words_japanese", "every Nth word is in Japanese", [.required("N", .positive, "every how many words")]
        ) { arguments, context throws(CheckError) in
            EveryNthWordJapanese(step: try arguments.integer("N"), passesShort: !context.isCorrected)
        },
        VerifierDefinition(
            "count:keywords_multiple", "five keywords stand once, twice, three, five and seven times",
            [
                .required("keyword1", .text, "once"), .required("keyword2", .text, "twice"),
                .required("keyword3", .text, "three times"), .required("keyword4", .text, "five times"),
                .required("keyword5", .text, "seven times"),
            ]
        ) { arguments, context throws(CheckError) in
            try KeywordTally(
                [
                    (try arguments.string("keyword1"), .exactly(1)), (try arguments.string("keyword2"), .exactly(2)),
                    (try arguments.string("keyword3"), .exactly(3)), (try arguments.string("keyword4"), .exactly(5)),
                    (try arguments.string("keyword5"), .exactly(7)),
                ], wholeWords: context.isCorrected)
        },
    ]
}
