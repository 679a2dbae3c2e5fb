// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

extension MIFEval {
    private static let relations = Relations(lessThan: "未満", atLeast: "以上")
    private static let relation = Parameter.required("relation", .choice(relations.words))

    static let japanese: [VerifierDefinition] =
        inherited(
            [
                "language:response_language", "length_constraints:number_paragraphs",
                "detectable_content:number_placeholders", "detectable_format:json_format", "combination:two_responses",
            ], "ja", relations) + japaneseKeywords + japaneseLengths + japaneseFormats + japaneseEnds
        + japaneseLetters

    private static func literal(_ source: String, _ argument: String) throws(CheckError) -> Keyword {
        guard !source.isEmpty else { throw .argument(argument, found: "empty", expected: "a word") }
        return try Keyword(source, ignoresCase: false, argument: argument)
    }

    private static let japaneseKeywords: [VerifierDefinition] = [
        VerifierDefinition(
            "ja:keywords:existence", "all keywords stand in the response", [.required("keywords", .texts)]
        ) { arguments, _ throws(CheckError) in
            KeywordRule(
                try IFEval.keywords(arguments, "keywords") { source throws(CheckError) in
                    try literal(source, "keywords")
                })
        },
        VerifierDefinition(
            "ja:keywords:frequency", "a keyword stands in the response as often as asked",
            [.required("keyword", .text), .required("frequency", .count), relation]
        ) { arguments, _ throws(CheckError) in
            let bytes = Array(try arguments.string("keyword").utf8)
            let core = UnicodeText.strippedRange(of: bytes, in: 0..<bytes.count)
            let word = String(decoding: bytes[core], as: UTF8.self)
            return KeywordRule([try literal(word, "keyword")], bound: try bound(arguments, "frequency", relations))
        },
        VerifierDefinition(
            "ja:keywords:forbidden_words", "none of the words stands in the response",
            [.required("forbidden_words", .texts)]
        ) { arguments, _ throws(CheckError) in
            KeywordRule(
                try IFEval.keywords(arguments, "forbidden_words") { source throws(CheckError) in
                    try literal(source, "forbidden_words")
                }, .none)
        },
        VerifierDefinition(
            "ja:keywords:letter_frequency", "a letter of hiragana, or its twin in katakana, stands as often as asked",
            [
                .required("letter", .string), .required("let_frequency", .count),
                .required("let_relation", .choice(relations.words)),
            ]
        ) { arguments, _ throws(CheckError) in
            let letter = try arguments.string("letter")
            guard letter.unicodeScalars.count == 1, let sign = letter.unicodeScalars.first?.value else {
                throw .argument("letter", found: "\"\(letter)\"", expected: "one letter")
            }
            let twin = (0x3041...0x3093).contains(sign) ? sign + 0x60 : sign
            let bound = try bound(arguments, "let_frequency", relation: "let_relation", relations)
            return MeasuredRule("\"\(letter)\"", bound) {
                ScalarSearch.count(in: $0.bytes) { $0 == sign || $0 == twin }
            }
        },
    ]

    private static let japaneseLengths: [VerifierDefinition] = [
        VerifierDefinition(
            "ja:length_constraints:number_sentences", "as many sentences as asked",
            [.required("num_sentences", .count), relation]
        ) { arguments, _ throws(CheckError) in
            MeasuredRule("sentences", try bound(arguments, "num_sentences", relations)) {
                JapaneseSentences.count(in: $0.bytes)
            }
        },
        VerifierDefinition(
            "ja:length_constraints:number_letters", "as many letters as asked, all signs and spaces included",
            [.required("num_letters", .count), relation]
        ) { arguments, context throws(CheckError) in
            let isReference = context.conformance == .reference
            return MeasuredRule("letters", try bound(arguments, "num_letters", relations)) { text in
                isReference
                    ? text.scalarCount : ScalarSearch.count(in: text.bytes) { !UnicodeScalars.isSpace($0) }
            }
        },
        VerifierDefinition(
            "ja:length_constraints:nth_paragraph_first_word",
            "exactly so many paragraphs, parted by two line feeds, and one of them begins with a word",
            [
                .required("num_paragraphs", .count), .required("nth_paragraph", .positive),
                .required("first_word", .text),
            ]
        ) { arguments, context throws(CheckError) in
            try ParagraphStart(
                paragraphs: try arguments.integer("num_paragraphs"), nth: try arguments.integer("nth_paragraph"),
                words: try arguments.string("first_word"), language: .japanese, context)
        },
        VerifierDefinition(
            "ja:letters:kanji", "as many kanji as asked", [.required("kanji_limit", .count), relation]
        ) { arguments, _ throws(CheckError) in
            MeasuredRule("kanji", try bound(arguments, "kanji_limit", relations)) {
                ScalarSearch.count(in: $0.bytes, where: JapaneseLetters.isKanji)
            }
        },
    ]

    private static let japaneseFormats: [VerifierDefinition] = [
        VerifierDefinition(
            "ja:detectable_content:postscript", "a postscript that begins with a marker",
            [.required("postscript_marker", .text)]
        ) { arguments, context throws(CheckError) in
            try japanesePostscript(try arguments.string("postscript_marker"), context)
        },
        VerifierDefinition(
            "ja:detectable_format:number_bullet_lists", "exactly so many bullet points with ・, * or -",
            [.required("num_bullets", .count)]
        ) { arguments, _ throws(CheckError) in
            MeasuredRule("bullet points", .exactly(try arguments.integer("num_bullets"))) { text in
                let bytes = text.bytes
                let items =
                    LineMarkers.items(in: bytes) { LineMarkers.middleDot(bytes, at: $0) }
                    + LineMarkers.items(in: bytes) { LineMarkers.star(bytes, at: $0) }
                    + LineMarkers.items(in: bytes) { LineMarkers.dash(bytes, at: $0) }
                return items
            }
        },
        VerifierDefinition(
            "ja:detectable_format:number_numbered_lists", "exactly so many numbered items",
            [.required("num_items", .count)]
        ) { arguments, _ throws(CheckError) in
            MeasuredRule("numbered items", .exactly(try arguments.integer("num_items"))) { text in
                LineMarkers.items(in: text.bytes) { LineMarkers.spacedNumber(text.bytes, at: $0) }
            }
        },
        VerifierDefinition(
            "ja:detectable_format:constrained_response", "one of three fixed answers"
        ) { _, context throws(CheckError) in
            try OptionChoice(
                ["はい、そうです。", "いいえ、違います。", "どちらとも言えません。"],
                allowsSeveral: context.conformance == .reference)
        },
        VerifierDefinition(
            "ja:detectable_format:number_highlighted_sections", "at least so many parts in 《…》",
            [.required("num_highlights", .count)]
        ) { arguments, _ throws(CheckError) in
            MeasuredRule(
                "parts in 《…》", Bound(minimum: try arguments.integer("num_highlights")),
                counting: JapaneseLetters.highlights)
        },
        VerifierDefinition(
            "ja:detectable_format:multiple_sections", "at least so many sections, marked 第1章, 第1節, …",
            [.required("section_spliter", .text), .required("num_sections", .count)]
        ) { arguments, context throws(CheckError) in
            let bytes = Array(try arguments.string("section_spliter").utf8)
            let core = Array(bytes[UnicodeText.strippedRange(of: bytes, in: 0..<bytes.count)])
            guard !core.isEmpty else {
                throw .argument("section_spliter", found: "blank", expected: "a word such as \"章\"")
            }
            let marker = String(decoding: core, as: UTF8.self)
            let source = context.conformance == .reference ? marker : Pattern.escape(marker)
            let pattern = try Pattern.compiled(
                #"\s?第[\d０-９]+"# + source + #"\s?"#, argument: "section_spliter", shown: marker)
            return PatternCount(
                pattern, Bound(minimum: try arguments.integer("num_sections")), name: "sections marked \"\(marker)\"",
                weight: 1 + pattern.groupCount)
        },
        VerifierDefinition("ja:detectable_format:title", "a title in 『…』") { _, _ throws(CheckError) in
            let (open, close) = (Array("『".utf8), Array("』".utf8))
            return ConditionRule("title", required: "『title』") {
                EnclosedText.title(in: $0, open: open, close: close, sign: (open, close)) != nil
            }
        },
        VerifierDefinition(
            "ja:detectable_format:nominal_ending", "at least so many sentences end in a noun",
            [.required("count", .count)],
            approximation: "nouns are told by their letters and a list; the reference asks a morphological analyser"
        ) { arguments, _ throws(CheckError) in
            MeasuredRule("sentences that end in a noun", Bound(minimum: try arguments.integer("count"))) {
                JapaneseNominalEndings.count(in: JapaneseLetters.withoutQuotations($0.bytes))
            }
        },
    ]

    private static let japaneseEnds: [VerifierDefinition] = [
        VerifierDefinition(
            "ja:combination:repeat_prompt", "the response begins with a text", [.required("prompt_to_repeat", .text)]
        ) { arguments, _ throws(CheckError) in
            StartsWith(try IFEval.text(arguments, "prompt_to_repeat"), ignoresCase: false)
        },
        VerifierDefinition(
            "ja:startend:end_checker", "the response ends with a phrase, markdown and brackets at its end left out",
            [.required("end_phrase", .text)]
        ) { arguments, _ throws(CheckError) in
            let phrase = try arguments.string("end_phrase")
            let bytes = Array(phrase.utf8)
            let core = UnicodeText.strippedRange(of: bytes, in: 0..<bytes.count)
            let form = Array(bytes[JapaneseMarkup.withoutBrackets(bytes, core)])
            return ConditionRule { text in
                let end = JapaneseMarkup.withoutFinalMarks(text.bytes, text.stripped)
                return EnclosedText.ends(text.bytes, end, with: form)
                    ? nil : [Evidence("end", found: .string(text.tail(end)), required: "\"\(phrase)\"")]
            }
        },
        VerifierDefinition(
            "ja:startend:sentence_unified_end", "all sentences have the same ending, quotations left out",
            [.required("ending", .text)]
        ) { arguments, context throws(CheckError) in
            let ending = try arguments.string("ending")
            let form = Array(ending.utf8)
            let stripsSpace = context.conformance == .corrected
            return ConditionRule { text in
                JapaneseLetters.sentenceWithout(ending: form, in: text.bytes, stripsSpace: stripsSpace).map {
                    [Evidence("sentence ending", found: .string($0), required: "\"\(ending)\"")]
                }
            }
        },
        VerifierDefinition(
            "ja:startend:quotation", "the whole response stands in 「…」"
        ) { _, _ throws(CheckError) in Quoted("「", "」") },
        VerifierDefinition("ja:punctuation:no_comma", "no 、") { _, _ throws(CheckError) in
            try Absent(["、"], name: "、")
        },
        VerifierDefinition("ja:punctuation:no_period", "no 。") { _, _ throws(CheckError) in
            try Absent(["。"], name: "。")
        },
    ]

    private static let japaneseLetters: [VerifierDefinition] = [
        VerifierDefinition("ja:letters:furigana", "all kanji are followed by （furigana）") { _, _ throws(CheckError) in
            ConditionRule(no: "kanji without furigana") { JapaneseLetters.firstWithoutFurigana(in: $0.bytes) }
        },
        VerifierDefinition("ja:letters:kansuuji", "numbers are in kanji: no digit") { _, _ throws(CheckError) in
            ConditionRule(no: "digit") { ScalarSearch.first(in: $0.bytes, where: UnicodeScalars.isDigit) }
        },
        VerifierDefinition("ja:letters:no_katakana", "no katakana") { _, _ throws(CheckError) in
            ConditionRule(no: "katakana") {
                ScalarSearch.first(in: $0.bytes) {
                    (0x30A1...0x30FA).contains($0) || (0xFF66...0xFF9F).contains($0)
                }
            }
        },
        VerifierDefinition("ja:letters:no_hiragana", "no hiragana") { _, _ throws(CheckError) in
            ConditionRule(no: "hiragana") { ScalarSearch.first(in: $0.bytes) { (0x3041...0x3096).contains($0) } }
        },
        VerifierDefinition("ja:letters:katakana_only", "no letter but katakana") { _, _ throws(CheckError) in
            ConditionRule(no: "letter that is no katakana") {
                ScalarSearch.first(in: $0.bytes) {
                    !(0x30A1...0x30F3).contains($0) && $0 != 0x30FC && $0 != 0x30FB && !(0xFF66...0xFF9F).contains($0)
                        && JapaneseLetters.isLetter($0)
                }
            }
        },
        VerifierDefinition("ja:letters:hiragana_only", "no letter but hiragana") { _, _ throws(CheckError) in
            ConditionRule(no: "letter that is no hiragana") {
                ScalarSearch.first(in: $0.bytes) {
                    !(0x3041...0x3093).contains($0) && $0 != 0x30FC && JapaneseLetters.isLetter($0)
                }
            }
        },
    ]

    private static func japanesePostscript(_ marker: String, _ context: RuleContext) throws(CheckError) -> any Rule {
        let bytes = Array(marker.utf8)
        let core = Array(bytes[UnicodeText.strippedRange(of: bytes, in: 0..<bytes.count)])
        guard !core.isEmpty else {
            throw .argument("postscript_marker", found: "blank", expected: "a text such as \"追伸\"")
        }
        let text = String(decoding: core, as: UTF8.self)
        let source =
            switch text {
            case "P.P.S": #"p\.\s?p\.\s?s"#
            case "P.P.S.": #"p\.\s?p\.\s?s\."#
            case "P.S.": #"p\.\s?s\."#
            default: Pattern.escape(text)
            }
        // As it is meant, a postscript begins a line.
        let lead = context.conformance == .reference ? "" : #"^[\s*_#>"'(\[<-]*"#
        let pattern = try Pattern.compiled(
            lead + source, flags: [.ignoreCase, .multiline], argument: "postscript_marker", shown: text)
        return PatternCount(pattern, Bound(minimum: 1), name: "postscripts")
    }
}
