// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

extension IFEval {
    static let formats: [VerifierDefinition] = [
        VerifierDefinition(
            "detectable_format:number_bullet_lists", "exactly so many bullet points",
            [.required("num_bullets", .count)]
        ) { arguments, context throws(CheckError) in
            BulletCount(
                .exactly(try arguments.integer("num_bullets")), isLenient: context.conformance == .reference)
        },
        VerifierDefinition(
            "detectable_format:constrained_response", "one of three fixed answers"
        ) { _, context throws(CheckError) in
            try OptionChoice(
                ["My answer is yes.", "My answer is no.", "My answer is maybe."],
                allowsSeveral: context.conformance == .reference)
        },
        VerifierDefinition(
            "detectable_format:number_highlighted_sections", "at least so many parts in markdown emphasis",
            [.required("num_highlights", .count)]
        ) { arguments, context throws(CheckError) in
            HighlightCount(
                Bound(minimum: try arguments.integer("num_highlights")),
                isLenient: context.conformance == .reference)
        },
        VerifierDefinition(
            "detectable_format:multiple_sections", "at least so many sections, marked by a word and a number",
            [.required("section_spliter", .text), .required("num_sections", .count)]
        ) { arguments, context throws(CheckError) in
            try sections(
                try arguments.string("section_spliter"), try arguments.integer("num_sections"), context)
        },
        VerifierDefinition(
            "detectable_format:json_format", "the whole response is JSON"
        ) { _, context throws(CheckError) in JSONFormat(needsContainer: context.conformance == .corrected) },
        VerifierDefinition(
            "detectable_format:title", "a title in double angular brackets"
        ) { _, _ throws(CheckError) in Title() },
    ]

    static let cases: [VerifierDefinition] = [
        VerifierDefinition(
            "change_case:capital_word_frequency", "as many words in capitals as asked",
            [.required("capital_frequency", .count), relation("capital_relation")]
        ) { arguments, context throws(CheckError) in
            CapitalWords(
                try bound(arguments, "capital_frequency", relation: "capital_relation"),
                usesTokens: context.conformance == .reference)
        },
        VerifierDefinition(
            "change_case:english_capital", "English, all in capital letters"
        ) { _, context throws(CheckError) in
            try LanguageRule("en", letterCase: .upper, passesUnknown: context.conformance == .reference)
        },
        VerifierDefinition(
            "change_case:english_lowercase", "English, all in lower-case letters"
        ) { _, context throws(CheckError) in
            try LanguageRule("en", letterCase: .lower, passesUnknown: context.conformance == .reference)
        },
    ]

    private static func sections(
        _ splitter: String, _ count: Int, _ context: RuleContext
    ) throws(CheckError) -> any Rule {
        let bytes = Array(splitter.utf8)
        let core = Array(bytes[UnicodeText.strippedRange(of: bytes, in: 0..<bytes.count)])
        let marker = String(decoding: core, as: UTF8.self)
        guard !core.isEmpty else { throw .argument("section_spliter", found: "blank", expected: "a word") }
        let isReference = context.conformance == .reference
        guard isReference, Keyword.hasPatternSigns(core) else {
            return try SectionCount(
                marker, Bound(minimum: count), isAnywhere: isReference, argument: "section_spliter")
        }
        let pattern = try Pattern.compiled(
            #"\s?"# + marker + #"\s?\d+\s?"#, argument: "section_spliter", shown: marker)
        // Splitting by a pattern with groups gives a piece for each group as well.
        return PatternCount(
            pattern, Bound(minimum: count), name: "sections marked \"\(marker)\"", weight: 1 + pattern.groupCount)
    }
}
