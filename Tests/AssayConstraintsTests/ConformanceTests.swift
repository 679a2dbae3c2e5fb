// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import AssayCore
import AssayText
import Testing

/// Where the reference checkers and the instructions as they are meant part: the table of docs/conformance-ifeval.md.
struct ConformanceTests {
    struct Case: Sendable, CustomStringConvertible {
        var id: String
        var arguments: JSONObject = [:]
        var response: String
        var reference: Label
        var corrected: Label
        var catalog = "ifeval"
        var description: String { "\(id) \(response.debugDescription)" }
    }

    static let rows: [Case] = [
        Case(
            id: "keywords:existence", arguments: ["keywords": ["art"]], response: "We start.", reference: .pass,
            corrected: .fail),
        Case(
            id: "keywords:existence", arguments: ["keywords": ["U.S."]], response: "the USA!", reference: .fail,
            corrected: .fail),
        Case(
            id: "keywords:existence", arguments: ["keywords": ["a.b"]], response: "acb", reference: .pass,
            corrected: .fail),
        Case(
            id: "keywords:frequency", arguments: ["keyword": "art", "frequency": 2, "relation": "at least"],
            response: "Art, start.", reference: .pass, corrected: .fail),
        Case(
            id: "keywords:forbidden_words", arguments: ["forbidden_words": ["etc."]], response: "cats etc. more",
            reference: .pass, corrected: .fail),
        Case(
            id: "keywords:letter_frequency",
            arguments: ["letter": "#", "let_frequency": 2, "let_relation": "at least"], response: "# a #",
            reference: .pass, corrected: .pass),
        Case(
            id: "language:response_language", arguments: ["language": "en"], response: "123 !", reference: .pass,
            corrected: .abstain),
        Case(
            id: "length_constraints:number_paragraphs", arguments: ["num_paragraphs": 2], response: "a\n****\nb",
            reference: .pass, corrected: .pass),
        Case(
            id: "length_constraints:number_paragraphs", arguments: ["num_paragraphs": 2], response: "a***b",
            reference: .pass, corrected: .fail),
        Case(
            id: "length_constraints:number_paragraphs", arguments: ["num_paragraphs": 2], response: "a\n* * *\nb",
            reference: .fail, corrected: .pass),
        Case(
            id: "length_constraints:number_words", arguments: ["num_words": 3, "relation": "less than"],
            response: "I don't", reference: .fail, corrected: .pass),
        Case(
            id: "length_constraints:nth_paragraph_first_word",
            arguments: ["num_paragraphs": 2, "nth_paragraph": 2, "first_word": "yes"], response: "no\n\n**Yes**",
            reference: .fail, corrected: .pass),
        Case(
            id: "detectable_content:postscript", arguments: ["postscript_marker": "P.S."], response: "I say p.s. often",
            reference: .pass, corrected: .fail),
        Case(
            id: "detectable_content:postscript", arguments: ["postscript_marker": "P.S."], response: "x\n**P.S.** y",
            reference: .pass, corrected: .pass),
        Case(
            id: "detectable_format:number_bullet_lists", arguments: ["num_bullets": 1], response: "* a\n---",
            reference: .fail, corrected: .pass),
        Case(
            id: "detectable_format:number_bullet_lists", arguments: ["num_bullets": 2], response: "• a\n• b",
            reference: .fail, corrected: .pass),
        Case(
            id: "detectable_format:constrained_response", response: "My answer is yes. My answer is no.",
            reference: .pass, corrected: .fail),
        Case(
            id: "detectable_format:number_highlighted_sections", arguments: ["num_highlights": 1], response: "* a *b*",
            reference: .pass, corrected: .pass),
        Case(
            id: "detectable_format:number_highlighted_sections", arguments: ["num_highlights": 1],
            response: "* a\n2 * 3 * 4", reference: .pass, corrected: .fail),
        Case(
            id: "detectable_format:multiple_sections", arguments: ["section_spliter": "Section", "num_sections": 1],
            response: "see Section 2", reference: .pass, corrected: .fail),
        Case(
            id: "detectable_format:multiple_sections", arguments: ["section_spliter": "Section", "num_sections": 1],
            response: "## Section 1", reference: .pass, corrected: .pass),
        Case(id: "detectable_format:json_format", response: "NaN", reference: .pass, corrected: .fail),
        Case(
            id: "detectable_format:json_format", response: "```json\n{\"a\": 1}\n```", reference: .pass,
            corrected: .pass),
        Case(
            id: "detectable_format:json_format", response: "[\(String(repeating: "9", count: 4301))]", reference: .fail,
            corrected: .fail),
        Case(
            id: "change_case:capital_word_frequency",
            arguments: ["capital_frequency": 2, "capital_relation": "at least"], response: "DON'T", reference: .pass,
            corrected: .fail),
        Case(id: "punctuation:no_comma", response: "一，二", reference: .pass, corrected: .fail),
        Case(
            id: "keywords:word_once", arguments: ["keyword": "art"], response: "art starts", reference: .fail,
            corrected: .pass, catalog: "iftrain"),
        Case(
            id: "keywords:exclude_word_harder", arguments: ["keyword": "sun"], response: "The sun.", reference: .pass,
            corrected: .fail, catalog: "iftrain"),
        Case(
            id: "keywords:no_adjacent_consecutive", response: "(alpha (beta", reference: .pass, corrected: .fail,
            catalog: "iftrain"),
        Case(id: "keywords:palindrome", response: "a b", reference: .pass, corrected: .fail, catalog: "iftrain"),
        Case(id: "keywords:palindrome", response: "Level.", reference: .fail, corrected: .pass, catalog: "iftrain"),
        Case(
            id: "keywords:keyword_specific_position", arguments: ["keyword": "sun", "n": 1, "m": 2],
            response: "Well, Sun.", reference: .fail, corrected: .pass, catalog: "iftrain"),
        Case(
            id: "first_word:first_word_answer", arguments: ["first_word": "yes"], response: "Yes, sir.",
            reference: .fail, corrected: .pass, catalog: "iftrain"),
        Case(
            id: "last_word:last_word_answer", arguments: ["last_word": "dont"], response: "I don't.", reference: .pass,
            corrected: .fail, catalog: "iftrain"),
        Case(
            id: "new:copy_span_idx", arguments: ["prompt_to_repeat": "abcdef", "n_start": 1, "n_end": 3],
            response: "bc", reference: .pass, corrected: .fail, catalog: "iftrain"),
        Case(
            id: "detectable_format:sentence_hyphens", response: "One.", reference: .pass, corrected: .pass,
            catalog: "iftrain"),
        Case(
            id: "detectable_format:bigram_wrapping", response: "<<a b>> c", reference: .pass, corrected: .fail,
            catalog: "iftrain"),
        Case(
            id: "count:count_unique", response: "one, two, three", reference: .fail, corrected: .pass,
            catalog: "iftrain"),
        Case(
            id: "count:counting_composition", arguments: ["n_sent": 1, "n_words": 3],
            response: "One two three.\n***\nOne two three.\n***\nOne two three.", reference: .fail, corrected: .pass,
            catalog: "iftrain"),
        Case(
            id: "copy:repeat_phrase", arguments: ["phrase": "a. b c", "small_n": 1], response: "ax x c",
            reference: .fail, corrected: .fail, catalog: "iftrain"),
        Case(
            id: "paragraphs:paragraphs2", response: "a\n\n\n\n\nb", reference: .fail, corrected: .pass,
            catalog: "iftrain"),
    ]

    @Test(arguments: rows) func decides(row: Case) throws {
        let check = Check(VerifierID(row.id), row.arguments, catalog: row.catalog)
        for (conformance, label) in [(Conformance.reference, row.reference), (.corrected, row.corrected)] {
            let rule = try VerifierRegistry.standard.make(check, in: RuleContext(conformance: conformance))
            let verdict = rule.decide(RuleInput(response: Text(row.response), wantsEvidence: .all))
            #expect(verdict.label == label, "\(conformance): \(verdict.evidence.map(\.sentence))")
        }
    }
}
