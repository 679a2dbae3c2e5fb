// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

extension MIFEval {
    private static let relationKind = Parameter.Kind.choice(["al menos", "como máximo"])

    /// The bound that a number and a relation give: at least, or at most.
    private static func bound(
        _ arguments: Arguments, _ number: String, relation name: String = "relation"
    ) throws(CheckError) -> Bound {
        let relation = try arguments.string(name)
        let count = try arguments.integer(number)
        guard let bound = Bound(relation: relation, count, atLeast: "al menos", atMost: "como máximo") else {
            throw .argument(name, found: "\"\(relation)\"", expected: relationKind.described)
        }
        return bound
    }

    static let spanish: [VerifierDefinition] =
        inherited(
            [
                "keywords:existence", "keywords:forbidden_words", "language:response_language",
                "length_constraints:number_paragraphs", "detectable_format:json_format", "detectable_format:title",
                "combination:two_responses", "combination:repeat_prompt", "punctuation:no_comma",
                "startend:quotation",
            ], "es")
        + inherited(
            [
                "detectable_content:number_placeholders", "detectable_format:number_highlighted_sections",
                "detectable_format:multiple_sections",
            ], "es", extra: [.optional("relation", relationKind, "not looked at: the number is always a minimum")])
        + spanishLengths + spanishForms + spanishLetters

    private static let spanishLengths: [VerifierDefinition] = [
        VerifierDefinition(
            "es:keywords:frequency", "a keyword stands in the response as often as asked",
            [.required("keyword", .text), .required("frequency", .count), .required("relation", relationKind)]
        ) { arguments, context throws(CheckError) in
            KeywordRule(
                [try IFEval.keyword(try arguments.string("keyword"), context, argument: "keyword")],
                bound: try bound(arguments, "frequency"))
        },
        VerifierDefinition(
            "es:keywords:letter_frequency", "a letter stands in the response as often as asked",
            [
                .required("letter", .string), .required("let_frequency", .count),
                .required("let_relation", relationKind),
            ]
        ) { arguments, _ throws(CheckError) in
            try LetterCount(
                try arguments.string("letter"), try bound(arguments, "let_frequency", relation: "let_relation"))
        },
        VerifierDefinition(
            "es:length_constraints:number_words", "as many words as asked, markers of list items left out",
            [.required("num_words", .count), .required("relation", relationKind)]
        ) { arguments, context throws(CheckError) in
            let isReference = context.conformance == .reference
            return MeasuredRule("words", try bound(arguments, "num_words")) { text in
                let plain = text.derived(SpanishText.withoutListMarkers(text.bytes, feedsAsSpaces: true))
                let words = plain.spanishWords
                return isReference ? words.count : words.count { plain.hasWordScalar($0) }
            }
        },
        VerifierDefinition(
            "es:length_constraints:number_sentences", "as many sentences as asked, markers of list items left out",
            [.required("num_sentences", .count), .required("relation", relationKind)],
            approximation: "sentences end by rules; the reference asks a statistical parser"
        ) { arguments, _ throws(CheckError) in
            MeasuredRule("sentences", try bound(arguments, "num_sentences")) { text in
                text.derived(SpanishText.withoutListMarkers(text.bytes, feedsAsSpaces: false)).spanishSentences.count
            }
        },
        VerifierDefinition(
            "es:length_constraints:nth_paragraph_first_word",
            "exactly so many paragraphs, parted by two line feeds, and one of them begins with words",
            [
                .required("num_paragraphs", .count), .required("nth_paragraph", .positive),
                .required("first_word", .text),
            ]
        ) { arguments, context throws(CheckError) in
            try ParagraphStart(
                paragraphs: try arguments.integer("num_paragraphs"), nth: try arguments.integer("nth_paragraph"),
                words: try arguments.string("first_word"), language: .spanish, context)
        },
    ]

    private static let spanishForms: [VerifierDefinition] = [
        VerifierDefinition(
            "es:detectable_content:postscript", "a postscript that begins with a marker",
            [.required("postscript_marker", .text)]
        ) { arguments, context throws(CheckError) in
            try spanishPostscript(try arguments.string("postscript_marker"), context)
        },
        VerifierDefinition(
            "es:detectable_format:number_bullet_lists", "exactly so many bullet points with *",
            [.required("num_bullets", .count)]
        ) { arguments, context throws(CheckError) in
            let isReference = context.conformance == .reference
            return MeasuredRule("bullet points", .exactly(try arguments.integer("num_bullets"))) { text in
                LineMarkers.items(in: text.bytes) { start in
                    if isReference { return LineMarkers.star(text.bytes, at: start) }
                    return LineMarkers.bullet(text.bytes, at: start)
                }
            }
        },
        VerifierDefinition(
            "es:detectable_format:constrained_response", "one of three fixed answers"
        ) { _, context throws(CheckError) in
            try OptionChoice(["Sí.", "No.", "Quizás."], allowsSeveral: context.conformance == .reference)
        },
        VerifierDefinition(
            "es:startend:end_checker", "the response ends with a phrase, in any case; a final period is left out",
            [.required("end_phrase", .text)]
        ) { arguments, context throws(CheckError) in
            let phrase = try arguments.string("end_phrase")
            return SpanishEnd(phrase, keepsPeriod: context.conformance == .reference)
        },
        VerifierDefinition("es:punctuation:question_marks", "a question between ¿ and ?") { _, _ throws(CheckError) in
            ConditionRule("question", required: "¿…?") {
                EnclosedText.firstRemark(in: $0, open: [0xC2, 0xBF], close: UInt8(ascii: "?")) != nil
            }
        },
        VerifierDefinition(
            "es:punctuation:exclamation_marks", "an exclamation between ¡ and !"
        ) { _, _ throws(CheckError) in
            ConditionRule("exclamation", required: "¡…!") {
                EnclosedText.firstRemark(in: $0, open: [0xC2, 0xA1], close: UInt8(ascii: "!")) != nil
            }
        },
    ]

    private static let spanishLetters: [VerifierDefinition] = [
        VerifierDefinition(
            "es:change_case:capital_word_frequency", "as many words in capitals as asked",
            [.required("capital_frequency", .count), .required("capital_relation", relationKind)]
        ) { arguments, _ throws(CheckError) in
            let bound = try bound(arguments, "capital_frequency", relation: "capital_relation")
            return MeasuredRule("words in capitals", bound) { text in
                text.spanishWords.filter { text.isUpper($0) }
            }
        },
        VerifierDefinition(
            "es:change_case:spanish_capital", "Spanish, all in capital letters"
        ) { _, context throws(CheckError) in
            ConditionRule { text in
                guard SpanishText.hasNoSmallLetter(text.bytes) else { return CaseRule.evidence(text, upper: true) }
                let language = text.lowercased.language
                return isLanguage("es", language, context)
                    ? nil : [Evidence("language", found: language.map { .string($0) }, required: "\"es\"")]
            }
        },
        VerifierDefinition(
            "es:change_case:spanish_lowercase", "Spanish, all in lower-case letters"
        ) { _, context throws(CheckError) in
            try LanguageRule("es", letterCase: .lower, passesUnknown: context.conformance == .reference)
        },
        VerifierDefinition(
            "es:special_character:enie", "exactly so many words with ñ", [.required("let_frequency", .count)]
        ) { arguments, _ throws(CheckError) in
            MeasuredRule("words with ñ", .exactly(try arguments.integer("let_frequency"))) {
                SpanishText.words(of: $0, withLatin: [0x91, 0xB1])
            }
        },
        VerifierDefinition(
            "es:special_character:dieresis", "exactly so many words with ü", [.required("let_frequency", .count)]
        ) { arguments, _ throws(CheckError) in
            MeasuredRule("words with ü", .exactly(try arguments.integer("let_frequency"))) {
                SpanishText.words(of: $0, withLatin: [0x9C, 0xBC])
            }
        },
        VerifierDefinition(
            "es:special_character:tildes", "as many words with á, é, í, ó or ú as asked",
            [.required("num_words", .count), .required("relation", relationKind)]
        ) { arguments, _ throws(CheckError) in
            MeasuredRule("words with an accent", try bound(arguments, "num_words")) {
                SpanishText.words(
                    of: $0, withLatin: [0x81, 0x89, 0x8D, 0x93, 0x9A, 0xA1, 0xA9, 0xAD, 0xB3, 0xBA])
            }
        },
    ]

    private static func spanishPostscript(_ marker: String, _ context: RuleContext) throws(CheckError) -> any Rule {
        let bytes = Array(marker.utf8)
        let core = Array(bytes[UnicodeText.strippedRange(of: bytes, in: 0..<bytes.count)])
        guard !core.isEmpty else {
            throw .argument("postscript_marker", found: "blank", expected: "a text such as \"P.D.\"")
        }
        let text = String(decoding: core, as: UTF8.self)
        // As it is meant, a postscript begins a line.
        let isReference = context.conformance == .reference
        let lead = isReference ? "" : #"^[\s*_#>"'(\[<-]*"#
        let lowered = String(decoding: UnicodeText.lowercased(core), as: UTF8.self)
        let source = text == "P.D." ? #"p\.\s?d\."# : isReference ? #"\s*"# + lowered + ".*$" : Pattern.escape(lowered)
        let pattern = try Pattern.compiled(
            lead + source, flags: .multiline, argument: "postscript_marker", shown: text)
        return PatternCount(pattern, Bound(minimum: 1), name: "postscripts", lowercases: true)
    }
}
