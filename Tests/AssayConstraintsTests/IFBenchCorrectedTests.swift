// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import AssayCore
import AssayText
import Testing

/// Responses on which the two readings of an instruction part.
struct IFBenchCorrectedTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let id: VerifierID
        let arguments: JSONObject
        let response: String
        let reference: Bool
        let corrected: Bool

        init(
            _ id: VerifierID, _ arguments: JSONObject = [:], _ response: String, reference: Bool, corrected: Bool
        ) {
            self.id = id
            self.arguments = arguments
            self.response = response
            self.reference = reference
            self.corrected = corrected
        }

        var testDescription: String { "\(id) \(response.debugDescription)" }
    }

    static let cases: [Case] = [
        Case("count:unique_word_count", ["N": 3], "a - b", reference: true, corrected: false),
        Case("count:conjunctions", ["small_n": 2], "And and", reference: true, corrected: false),
        Case("count:numbers", ["N": 2], "from 10-20", reference: false, corrected: true),
        Case("count:numbers", ["N": 2], "1,000 and 3.14.", reference: true, corrected: true),
        Case("count:words_japanese", ["N": 5], "hello", reference: true, corrected: false),
        Case(
            "count:keywords_multiple",
            ["keyword1": "a1", "keyword2": "b1", "keyword3": "c1", "keyword4": "d1", "keyword5": "e1"],
            "a1 b1 b1 c1 c1 c1 d1 d1 d1 d1 d1 e1 e1 e1 e1 e1 e1 e11", reference: true, corrected: false),
        Case("ratio:sentence_type", "Hello", reference: true, corrected: false),
        Case("ratio:sentence_balance", "\"So.\" \"Why?\" \"Oh!\"", reference: true, corrected: true),
        Case("ratio:sentence_words", "Cat sat. Cat ate. Cat ran.", reference: true, corrected: false),
        Case("words:consonants", "black – crypt", reference: false, corrected: true),
        Case("words:palindrome", String(repeating: "level ", count: 10), reference: true, corrected: false),
        Case("words:last_first", "I saw (rain. Rain fell", reference: false, corrected: true),
        Case("words:paragraph_last_first", "Rain, rain.", reference: false, corrected: true),
        Case("format:parentheses", "((((( a )", reference: true, corrected: false),
        Case("format:quotes", "\"a don't \"b\" can't 'c' won't", reference: false, corrected: false),
        Case("format:options", ["options": "north or south"], "north", reference: false, corrected: true),
        Case("format:newline", "a b\n \nc", reference: true, corrected: false),
        Case("format:emoji", "Bonjour 🇫🇷", reference: false, corrected: true),
        Case("format:line_indent", "a\n\n\n b", reference: false, corrected: true),
        Case("format:quote_unquote", "“a” “b” c", reference: true, corrected: false),
        Case("format:thesis", "<em></em>", reference: true, corrected: false),
        Case("format:sub-bullets", "no bullets", reference: true, corrected: false),
        Case("format:sub-bullets", "* **bold**\n- sub", reference: false, corrected: true),
        Case("format:no_bullets_bullets", "One.\n\nTwo.\n\n* a\n* b", reference: false, corrected: true),
        Case("format:title_case", "The Lord of Rings Don't", reference: false, corrected: true),
        Case("format:no_whitespace", "abc\n", reference: false, corrected: true),
        Case("repeat:repeat_change", ["prompt_to_repeat": "a b"], "a  b", reference: true, corrected: false),
        Case(
            "custom:csv_city",
            "```csv\nID,Country,City,Year,Count\n" + String(repeating: "1,a,b,c,d\n", count: 7) + "```",
            reference: false, corrected: true),
        Case("custom:date_format_list", "1800-00-00", reference: true, corrected: false),
        Case("custom:date_format_list", "1796-02-29, 1800-02-28", reference: true, corrected: true),
    ]

    @Test(arguments: cases) func partsWhereTheTableSays(example: Case) throws {
        let registry = VerifierRegistry([.ifbench])
        for (conformance, expected) in [(Conformance.reference, example.reference), (.corrected, example.corrected)] {
            let rule = try registry.make(
                Check(example.id, example.arguments), in: RuleContext(conformance: conformance))
            let verdict = rule.decide(RuleInput(response: Text(example.response), wantsEvidence: .fail))
            #expect(verdict.label == (expected ? .pass : .fail), "\(conformance): \(verdict.evidence.map(\.sentence))")
            #expect(expected || !verdict.evidence.isEmpty, "\(conformance) fails without evidence")
        }
    }

    @Test func hasAllFiftyEight() {
        #expect(Set(Catalog.ifbench.definitions.map(\.id)).count == 58)
    }

    @Test(arguments: [
        Check("count:numbers"), Check("count:numbers", ["N": -1]), Check("count:numbers", ["N": "two"]),
        Check("count:words_japanese", ["N": 0]), Check("format:list", ["sep": ""]),
        Check("repeat:repeat_change", ["prompt_to_repeat": ""]), Check("count:punctuation", ["N": 1]),
    ])
    func rejectsBadArguments(check: Check) {
        #expect(throws: CheckError.self) { try VerifierRegistry([.ifbench]).make(check) }
    }
}

extension IFBenchCorrectedTests.Case {
    init(_ id: VerifierID, _ response: String, reference: Bool, corrected: Bool) {
        self.init(id, [:], response, reference: reference, corrected: corrected)
    }
}
