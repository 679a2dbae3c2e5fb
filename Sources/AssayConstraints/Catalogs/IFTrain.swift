// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

extension Catalog {
    /// The 29 training instructions of IFEvalG; they are used beside those of IFEval.
    ///
    /// - Source: Pyatkin et al., "Generalizing Verifiable Instruction Following", 2025, arXiv:2507.02833; open-instruct,
    ///   folder IFEvalG.
    public static let iftrain = Catalog(
        name: "iftrain", title: "IFTrain", reference: "allenai/open-instruct IFEvalG", version: "1",
        hasLooseProtocol: true,
        definitions: IFTrain.keywords + IFTrain.words + IFTrain.copies + IFTrain.formats + IFTrain.counts)
}

/// The definitions of ``Catalog/iftrain`` by group.
enum IFTrain {
    static let keywords: [VerifierDefinition] = [
        VerifierDefinition(
            "keywords:word_once", "a keyword stands in the response once", [.required("keyword", .text)]
        ) {
            arguments, context throws(CheckError) in
            KeywordRule([try keyword(arguments, "keyword", context)], bound: .exactly(1))
        },
        VerifierDefinition(
            "keywords:word_count_different_numbers", "a keyword stands in the response as often as asked",
            [.required("keyword", .text), .required("frequency", .count), IFEval.relation()]
        ) { arguments, context throws(CheckError) in
            KeywordRule(
                [try keyword(arguments, "keyword", context)], bound: try IFEval.bound(arguments, "frequency"))
        },
        VerifierDefinition(
            "keywords:exclude_word_harder", "a word does not stand in the response", [.required("keyword", .text)]
        ) { arguments, context throws(CheckError) in
            let word = try stripped(try arguments.string("keyword"), "keyword")
            guard context.conformance == .reference else {
                return KeywordRule([try Keyword(word, edges: .wholeWord)], .none)
            }
            return try Absent([" \(word) "], name: "\"\(word)\" between spaces", argument: "keyword")
        },
        VerifierDefinition(
            "keywords:no_adjacent_consecutive", "no two neighbouring words begin with consecutive letters"
        ) { _, context throws(CheckError) in
            AdjacentInitials(comparesSigns: context.conformance == .reference)
        },
        VerifierDefinition("keywords:palindrome", "a palindrome stands in the response") {
            _, context throws(CheckError) in Palindrome(isLiteral: context.conformance == .reference)
        },
        VerifierDefinition(
            "keywords:keyword_specific_position", "a keyword is the m-th word of the n-th sentence",
            [.required("keyword", .texts), .required("n", .positive), .required("m", .positive)]
        ) { arguments, context throws(CheckError) in
            try WordPosition(
                try first(arguments, "keyword"), sentence: try arguments.integer("n"),
                position: try arguments.integer("m"), isLiteral: context.conformance == .reference,
                argument: "keyword")
        },
        VerifierDefinition("keywords:start_end", "the response begins and ends with the same word") {
            _, _ throws(CheckError) in SameEdges()
        },
        VerifierDefinition(
            "count:count_increment_word", "one keyword stands in the response once, another twice",
            [.required("keyword1", .text), .required("keyword2", .text)]
        ) { arguments, context throws(CheckError) in
            KeywordRule([
                (try keyword(arguments, "keyword1", context), .exactly(1)),
                (try keyword(arguments, "keyword2", context), .exactly(2)),
            ])
        },
    ]

    static let words: [VerifierDefinition] = [
        VerifierDefinition(
            "first_word:first_word_sent", "every sentence begins with a word", [.required("first_word", .texts)]
        ) { arguments, context throws(CheckError) in
            try edgeWord(try first(arguments, "first_word"), .first, inSentences: true, context, "first_word")
        },
        VerifierDefinition(
            "first_word:first_word_answer", "the response begins with a word", [.required("first_word", .text)]
        ) { arguments, context throws(CheckError) in
            try edgeWord(try arguments.string("first_word"), .first, inSentences: false, context, "first_word")
        },
        VerifierDefinition(
            "last_word:last_word_sent", "every sentence ends with a word", [.required("last_word", .texts)]
        ) { arguments, context throws(CheckError) in
            try edgeWord(try first(arguments, "last_word"), .last, inSentences: true, context, "last_word")
        },
        VerifierDefinition(
            "last_word:last_word_answer", "the response ends with a word", [.required("last_word", .text)]
        ) { arguments, context throws(CheckError) in
            try edgeWord(try arguments.string("last_word"), .last, inSentences: false, context, "last_word")
        },
    ]

    static let copies: [VerifierDefinition] = [
        VerifierDefinition(
            "copy:repeat_phrase", "a phrase stands so many times, each time with one inner word replaced",
            [.required("phrase", .text), .required("small_n", .positive)]
        ) { arguments, context throws(CheckError) in
            try RepeatedPhrase(
                try arguments.string("phrase"), count: try arguments.integer("small_n"),
                isLiteral: context.conformance == .corrected)
        },
        VerifierDefinition(
            "copy:copy", "the response is a text", [.required("prompt_to_repeat", .text)]
        ) { arguments, _ throws(CheckError) in try Copies(try IFEval.text(arguments, "prompt_to_repeat")) },
        VerifierDefinition(
            "copy:copying_simple", "the response is a text", [.required("prompt_to_repeat", .text)]
        ) { arguments, _ throws(CheckError) in try Copies(try IFEval.text(arguments, "prompt_to_repeat")) },
        VerifierDefinition(
            "copy:copying_multiple", "the response is a text so many times, parted by ******",
            [.required("prompt_to_repeat", .text), .required("N", .positive)]
        ) { arguments, _ throws(CheckError) in
            try Copies(
                try IFEval.text(arguments, "prompt_to_repeat"), count: try arguments.integer("N"), separator: "******")
        },
        VerifierDefinition(
            "new:copy_span_idx", "the response is a part of a text, by the indices of its characters",
            [.required("prompt_to_repeat", .text), .required("n_start", .count), .required("n_end", .count)]
        ) { arguments, context throws(CheckError) in
            let bytes = Array(try IFEval.text(arguments, "prompt_to_repeat").utf8)
            let start = UnicodeText.byteOffset(ofScalar: try arguments.integer("n_start"), in: bytes)
            // The instruction says that the last index is included; the reference checker leaves it out.
            let included = context.conformance == .corrected ? 1 : 0
            let end = UnicodeText.byteOffset(
                ofScalar: min(try arguments.integer("n_end"), bytes.count) + included, in: bytes)
            return try Copies(String(decoding: bytes[min(start, end)..<end], as: UTF8.self))
        },
    ]

    static let formats: [VerifierDefinition] = [
        VerifierDefinition("paragraphs:paragraphs", "two paragraphs, parted by ***") {
            _, context throws(CheckError) in IFEval.paragraphs(2, context)
        },
        VerifierDefinition("paragraphs:paragraphs2", "two paragraphs, parted by two line feeds") {
            _, context throws(CheckError) in
            let isReference = context.conformance == .reference
            return ParagraphCount(
                .exactly(2), separator: isReference ? .feeds : .blank, failsInnerBlank: isReference)
        },
        VerifierDefinition("detectable_format:sentence_hyphens", "sentences joined by hyphens, without spaces") {
            _, context throws(CheckError) in HyphenatedSentences(ignoresRest: context.conformance == .reference)
        },
        VerifierDefinition("detectable_format:square_brackets", "every word stands in square brackets") {
            _, _ throws(CheckError) in WrappedWords("[", "]")
        },
        VerifierDefinition("detectable_format:bigram_wrapping", "every two words stand in << >>") {
            _, context throws(CheckError) in
            WrappedWords("<<", ">>", words: 2, ignoresRest: context.conformance == .reference)
        },
        VerifierDefinition("punctuation:punctuation_dot", "no point") { _, _ throws(CheckError) in
            try Absent(["."], name: "point")
        },
        VerifierDefinition("punctuation:punctuation_exclamation", "no exclamation mark") { _, _ throws(CheckError) in
            try Absent(["!"], name: "exclamation mark")
        },
    ]

    static let counts: [VerifierDefinition] = [
        VerifierDefinition(
            "count:lowercase_counting", "at most so many words in lower case", [.required("N", .count)]
        ) { arguments, _ throws(CheckError) in LowercaseWords(Bound(maximum: try arguments.integer("N"))) },
        VerifierDefinition(
            "letters:letter_counting", "as many letters as asked", [.required("N", .count), IFEval.relation()]
        ) { arguments, _ throws(CheckError) in LetterCount(try IFEval.bound(arguments, "N"), isASCII: true) },
        VerifierDefinition(
            "letters:letter_counting2", "a letter stands in the response as often as asked",
            [.required("letter", .string), .required("let_frequency", .count), IFEval.relation("let_relation")]
        ) { arguments, _ throws(CheckError) in try IFEval.letterFrequency(arguments) },
        VerifierDefinition(
            "count:counting_composition", "three paragraphs of so many sentences of so many words",
            [.required("n_sent", .positive), .required("n_words", .positive)]
        ) { arguments, context throws(CheckError) in
            Composition(
                sentences: try arguments.integer("n_sent"), words: try arguments.integer("n_words"),
                isLiteral: context.conformance == .reference)
        },
        VerifierDefinition("count:count_unique", "no word stands twice") { _, context throws(CheckError) in
            if context.conformance == .reference { return UniqueTokens() }
            return UniqueWords()
        },
    ]

    // MARK: Arguments

    private static func keyword(
        _ arguments: Arguments, _ name: String, _ context: RuleContext
    ) throws(CheckError) -> Keyword {
        try IFEval.keyword(try arguments.string(name), context, argument: name)
    }

    /// The first of a list, or the text that stands for it.
    private static func first(_ arguments: Arguments, _ name: String) throws(CheckError) -> String {
        guard let word = try arguments.strings(name).first else {
            throw .argument(name, found: "an empty array", expected: "a word")
        }
        return word
    }

    private static func stripped(_ text: String, _ name: String) throws(CheckError) -> String {
        let bytes = Array(text.utf8)
        let core = UnicodeText.strippedRange(of: bytes, in: 0..<bytes.count)
        guard !core.isEmpty else { throw .argument(name, found: "blank", expected: "a word") }
        return String(decoding: bytes[core], as: UTF8.self)
    }

    private static func edgeWord(
        _ word: String, _ edge: EdgeWord.Edge, inSentences: Bool, _ context: RuleContext, _ name: String
    ) throws(CheckError) -> EdgeWord {
        let isReference = context.conformance == .reference
        let unit: EdgeWord.Unit = inSentences ? (isReference ? .fixedSentences : .sentences) : .response
        let trimming: EdgeWord.Trimming = isReference ? (edge == .first ? .none : .signs) : .edges
        return try EdgeWord(word, edge, of: unit, trimming: trimming, argument: name)
    }
}
