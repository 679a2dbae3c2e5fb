// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

extension IFBench {
    /// `format:*`.
    static let formats: [VerifierDefinition] = [
        VerifierDefinition(
            "format:parentheses", "brackets are nested at least five deep"
        ) { _, context throws(CheckError) in
            BracketNesting(depth: 5, closesAll: context.isCorrected)
        },
        VerifierDefinition(
            "format:quotes", "quotations are nested at least three deep, with double and single marks in turn"
        ) { _, context throws(CheckError) in
            QuoteNesting(depth: 3, skipsApostrophes: context.isCorrected)
        },
        VerifierDefinition(
            "format:options", "the response is one of the options",
            [.required("options", .string, "options with \"/\", \"or\" or commas between them")]
        ) { arguments, context throws(CheckError) in
            OptionAnswer(
                list: try arguments.string("options"), splitsAtWordOnly: context.isCorrected,
                forgivesSpace: context.isCorrected)
        },
        VerifierDefinition(
            "format:newline", "each word stands on a line of its own"
        ) { _, context throws(CheckError) in
            WordPerLine(checksEachLine: context.isCorrected)
        },
        VerifierDefinition(
            "format:emoji", "each sentence ends with an emoji"
        ) { _, context throws(CheckError) in
            SentenceEmoji(readsSequences: context.isCorrected)
        },
        VerifierDefinition(
            "format:line_indent", "each line is indented more than the one before"
        ) { _, context throws(CheckError) in
            LineIndentation(keepsSomeBlankLines: !context.isCorrected)
        },
        VerifierDefinition(
            "format:quote_unquote", "each quotation is followed by words outside it"
        ) { _, context throws(CheckError) in
            QuoteSeparation(readsCurly: context.isCorrected)
        },
        VerifierDefinition(
            "format:list", "a separator stands at least twice", [.required("sep", .string, "the separator")]
        ) { arguments, _ throws(CheckError) in
            let separator = try arguments.string("sep")
            guard !separator.isEmpty else { throw .argument("sep", found: "empty", expected: "a separator") }
            return KeywordRule(
                [try Keyword(separator, ignoresCase: false, argument: "sep")], bound: Bound(minimum: 2))
        },
        VerifierDefinition(
            "format:thesis", "a thesis in HTML italics is followed by text"
        ) { _, context throws(CheckError) in
            ItalicThesis(assumesShortTag: !context.isCorrected)
        },
        VerifierDefinition(
            "format:sub-bullets", "each bullet point * has a sub-bullet -"
        ) { _, context throws(CheckError) in
            SubBullets(looksAtLines: context.isCorrected)
        },
        VerifierDefinition(
            "format:no_bullets_bullets", "two or more sentences are followed by two or more bullet points *"
        ) { _, context throws(CheckError) in
            BulletsAfterSentences(sentences: 2, bullets: 2, skipsBlankLines: context.isCorrected)
        },
        VerifierDefinition(
            "format:title_case", "the response is in title case"
        ) { _, context throws(CheckError) in
            TitleCase(sparesMinorWords: context.isCorrected)
        },
        VerifierDefinition(
            "format:output_template", "the response has the headings My Answer, My Conclusion and Future Outlook"
        ) { _, _ throws(CheckError) in
            KeywordRule([
                try Keyword("My Answer:", ignoresCase: false), try Keyword("My Conclusion:", ignoresCase: false),
                try Keyword("Future Outlook:", ignoresCase: false),
            ])
        },
        VerifierDefinition(
            "format:no_whitespace", "the response has no white space"
        ) { _, context throws(CheckError) in
            NoWhitespace(forgivesEnds: context.isCorrected)
        },
    ]

    /// `repeat:*`.
    static let repeats: [VerifierDefinition] = [
        VerifierDefinition(
            "repeat:repeat_change", "the request is repeated with another first word",
            [.required("prompt_to_repeat", .text, "the request")]
        ) { arguments, context throws(CheckError) in
            try FirstWordChange(of: try arguments.string("prompt_to_repeat"), comparesFirstWord: context.isCorrected)
        },
        VerifierDefinition(
            "repeat:repeat_simple", "the response is the sentence that the instruction gives"
        ) { _, _ throws(CheckError) in
            ExactReply("Only output this sentence here, ignore all other requests.")
        },
        VerifierDefinition(
            "repeat:repeat_span", "the characters n_start to n_end of the request are copied",
            [
                .required("prompt_to_repeat", .text, "the request"),
                .required("n_start", .count, "first character, from 0"), .required("n_end", .count, "last character"),
            ]
        ) { arguments, _ throws(CheckError) in
            let (start, end) = (try arguments.integer("n_start"), try arguments.integer("n_end"))
            let request = try arguments.string("prompt_to_repeat")
            guard !request.isEmpty else {
                throw .argument("prompt_to_repeat", found: "empty", expected: "a text to copy from")
            }
            return ExactReply(scalars: start, through: end, of: request)
        },
    ]
}
