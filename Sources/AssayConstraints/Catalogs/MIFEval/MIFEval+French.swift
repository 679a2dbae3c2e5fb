// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

extension MIFEval {
    private static let relations = Relations(lessThan: "moins de", atLeast: "au moins")

    static let french: [VerifierDefinition] =
        inherited(
            [
                "keywords:existence", "keywords:frequency", "keywords:forbidden_words", "keywords:letter_frequency",
                "language:response_language", "length_constraints:number_paragraphs",
                "length_constraints:number_words", "length_constraints:nth_paragraph_first_word",
                "detectable_content:number_placeholders", "detectable_content:postscript",
                "detectable_format:number_bullet_lists", "detectable_format:number_highlighted_sections",
                "detectable_format:multiple_sections", "detectable_format:json_format", "combination:two_responses",
                "combination:repeat_prompt", "startend:end_checker", "change_case:capital_word_frequency",
                "punctuation:no_comma",
            ], "fr", relations) + frenchForms + frenchLetters

    private static let frenchForms: [VerifierDefinition] = [
        VerifierDefinition(
            "fr:length_constraints:number_sentences", "as many sentences as asked",
            [.required("num_sentences", .count), .required("relation", .choice(relations.words))]
        ) { arguments, _ throws(CheckError) in
            MeasuredRule("sentences", try bound(arguments, "num_sentences", relations)) { $0.frenchSentences.count }
        },
        VerifierDefinition(
            "fr:detectable_format:constrained_response", "one of three fixed answers"
        ) { _, context throws(CheckError) in
            try OptionChoice(["Oui.", "Non.", "Peut-être."], allowsSeveral: context.conformance == .reference)
        },
        VerifierDefinition("fr:detectable_format:title", "a title between ## and ##") { _, _ throws(CheckError) in
            let mark = Array("##".utf8)
            let sign = [UInt8(ascii: "#")]
            return ConditionRule("title", required: "##title##") {
                EnclosedText.title(in: $0, open: mark, close: mark, sign: (sign, sign)) != nil
            }
        },
        VerifierDefinition(
            "fr:startend:quotation", "the whole response stands in quotation marks"
        ) { _, _ throws(CheckError) in
            let marks = [("\"", "\""), ("'", "'"), ("«", "»")].map { (Array($0.0.utf8), Array($0.1.utf8)) }
            return ConditionRule("beginning and end", required: "\"…\", '…' or «…»") { text in
                let core = text.stripped
                return UnicodeText.scalarCount(of: text.bytes, in: core) > 1
                    && marks.contains {
                        EnclosedText.starts(text.bytes, core, with: $0.0)
                            && EnclosedText.ends(text.bytes, core, with: $0.1)
                    }
            }
        },
        VerifierDefinition(
            "fr:change_case:french_capital", "French, all in capital letters"
        ) { _, context throws(CheckError) in
            ConditionRule { text in
                guard text.isUpper else { return CaseRule.evidence(text, upper: true) }
                let language = text.lowercased.language
                return isLanguage("fr", language, context)
                    ? nil : [Evidence("language", found: language.map { .string($0) }, required: "\"fr\"")]
            }
        },
        VerifierDefinition(
            "fr:change_case:french_lowercase", "French, all in lower-case letters"
        ) { _, context throws(CheckError) in
            try LanguageRule("fr", letterCase: .lower, passesUnknown: context.conformance == .reference)
        },
    ]

    private static let frenchLetters: [VerifierDefinition] = [
        VerifierDefinition(
            "fr:special_character:ethel_or_cedilla", "a letter such as ç or œ does not stand in the response",
            [.required("forbidden_char", .text)]
        ) { arguments, _ throws(CheckError) in
            let sign = try IFEval.text(arguments, "forbidden_char")
            return KeywordRule([try Keyword(sign, argument: "forbidden_char")], .none)
        },
        VerifierDefinition(
            "fr:detectable_content:informal_address", "the reader is addressed with tu"
        ) { _, context throws(CheckError) in
            // The reference's "t'" needs a letter after it, which is where it stands in French: "t'aime".
            let words = #"\btu\b|\bte\b|\bt'\b|\btoi\b|\bton\b|\bta\b|\btes\b"#
            let source = context.conformance == .reference ? words : words + #"|\bt’\b|\btien(?:ne)?s?\b"#
            return PatternCount(
                try Pattern.compiled(source, flags: .ignoreCase, argument: "tu"), Bound(minimum: 1),
                name: "words such as \"tu\"")
        },
        VerifierDefinition("fr:special_character:no_accents", "no accented letter") { _, context throws(CheckError) in
            let isReference = context.conformance == .reference
            return ConditionRule(no: "accented letter") { text in
                isReference ? FrenchLetters.firstListed(in: text.bytes) : FrenchLetters.firstAccented(in: text.bytes)
            }
        },
        VerifierDefinition(
            "fr:special_character:accents", "given words stand with the right accents",
            [.required("word_to_accentuate", .object)]
        ) { arguments, _ throws(CheckError) in try AccentRule(arguments.value("word_to_accentuate")) },
        VerifierDefinition("fr:detectable_content:no_digits", "no digit") { _, _ throws(CheckError) in
            ConditionRule(no: "digit") { ScalarSearch.first(in: $0.bytes, where: UnicodeScalars.isDigit) }
        },
    ]
}
