// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

extension IFBench {
    /// `words:*`.
    static let words: [VerifierDefinition] = [
        VerifierDefinition(
            "words:alphabet", "each word begins with the next letter of the alphabet"
        ) { _, _ throws(CheckError) in
            AlphabetChain()
        },
        VerifierDefinition(
            "words:vowel", "one paragraph with at most three different vowels"
        ) { _, _ throws(CheckError) in
            VowelVariety(maximum: 3)
        },
        VerifierDefinition(
            "words:consonants", "each word has two consonants side by side"
        ) { _, context throws(CheckError) in
            ConsonantClusters(skipsSigns: context.isCorrected)
        },
        VerifierDefinition(
            "words:palindrome", "at least 10 words of 5 or more letters are palindromes"
        ) { _, context throws(CheckError) in
            PalindromeCount(count: 10, length: 5, countsDistinct: context.isCorrected)
        },
        VerifierDefinition(
            "words:prime_lengths", "each word's length is a prime number"
        ) { _, _ throws(CheckError) in
            PrimeWordLengths()
        },
        VerifierDefinition(
            "words:start_verb", "the response begins with a verb",
            approximation: "needs NLTK's tagger for the reference's verdicts; the built-in word list decides otherwise"
        ) { _, context throws(CheckError) in
            VerbFirst(skipsMarks: context.isCorrected)
        },
        VerifierDefinition(
            "words:repeats", "no word is used more than small_n times",
            [.required("small_n", .count, "greatest number")]
        ) { arguments, _ throws(CheckError) in
            WordRepetition(maximum: try arguments.integer("small_n"))
        },
        VerifierDefinition(
            "words:odd_even_syllables", "words with an odd and an even number of syllables take turns"
        ) { _, _ throws(CheckError) in
            SyllableParity()
        },
        VerifierDefinition(
            "words:last_first", "each sentence begins with the last word of the one before"
        ) { _, context throws(CheckError) in
            SentenceChain(stripsBothSides: context.isCorrected)
        },
        VerifierDefinition(
            "words:paragraph_last_first", "each paragraph ends with the word it began with"
        ) { _, context throws(CheckError) in
            LineFrame(stripsBothSides: context.isCorrected)
        },
        VerifierDefinition(
            "words:no_consecutive", "no two neighbouring words begin with the same letter"
        ) { _, _ throws(CheckError) in
            FirstLetterChange()
        },
        VerifierDefinition(
            "words:keywords_specific_position", "a keyword is the m-th word of the n-th sentence",
            [
                .required("keyword", .text, "the keyword"), .required("n", .positive, "number of the sentence"),
                .required("m", .positive, "number of the word"),
            ]
        ) { arguments, _ throws(CheckError) in
            KeywordInSentence(
                try arguments.string("keyword"), sentence: try arguments.integer("n"), word: try arguments.integer("m"))
        },
        VerifierDefinition(
            "words:words_position", "a keyword is the second and the last but one word",
            [.required("keyword", .text, "the keyword")]
        ) { arguments, _ throws(CheckError) in
            KeywordAtBothEnds(try arguments.string("keyword"))
        },
    ]

    /// `sentence:*`.
    static let sentences: [VerifierDefinition] = [
        VerifierDefinition(
            "sentence:alliteration_increment", "each sentence has more alliterating words than the one before"
        ) { _, _ throws(CheckError) in
            IncreasingAlliteration()
        },
        VerifierDefinition(
            "sentence:increment", "each sentence has small_n words more than the one before",
            [.required("small_n", .count, "words added")]
        ) { arguments, _ throws(CheckError) in
            SentenceGrowth(increment: try arguments.integer("small_n"))
        },
        VerifierDefinition(
            "sentence:keyword", "the N-th sentence contains a word",
            [.required("word", .text, "the word"), .required("N", .positive, "number of the sentence")]
        ) { arguments, _ throws(CheckError) in
            try SentenceKeyword(try arguments.string("word"), sentence: try arguments.integer("N"))
        },
    ]
}
