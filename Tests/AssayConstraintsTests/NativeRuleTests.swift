// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import AssayCore
import AssayText
import Testing

/// Assay's own rules: a row for each decision, and for each argument that is refused.
struct NativeRuleTests {
    struct Row: Sendable, CustomStringConvertible {
        var verifier: String
        var arguments: JSONObject
        var response: String
        var passes: Bool
        init(_ verifier: String, _ arguments: JSONObject, _ response: String, _ passes: Bool) {
            (self.verifier, self.arguments, self.response, self.passes) = (verifier, arguments, response, passes)
        }
        var description: String { "\(verifier) \(response.debugDescription)" }
    }

    static let rows: [Row] = [
        Row("words", ["exactly": 2], "I don't —", true),
        Row("words", ["exactly": 3, "unit": "runs"], "I don't —", true),
        Row("words", ["exactly": 3, "unit": "tokens"], "I don't —", true),
        Row("words", ["max": 0], "", true),
        Row("words", ["min": 1], "", false),
        Row("words", ["min": 3.0], "a b c", true),
        Row("unique-words", [:], "One two one", false),
        Row("unique-words", ["min": 2, "max": 2], "One two one", true),
        Row("sentences", ["exactly": 2], "Hello there. And again.", true),
        Row("paragraphs", ["exactly": 2], "\n\na\nb\n\n \n\nc\n", true),
        Row("paragraphs", ["exactly": 2, "separator": "ruler"], "a\n\nb\n***\nc", true),
        Row("characters", ["exactly": 3], "a é", true),
        Row("characters", ["exactly": 2, "visible": true], "a é", true),
        Row("lines", ["exactly": 2], "a\n\n  \nb\n", true),
        Row("digits", ["exactly": 4], "3.14 ٣", true),
        Row("numbers", ["exactly": 3], "3.14 ٣", true),
        Row("emoji", ["min": 1], "1 # fine", false),
        Row("emoji", ["exactly": 1], "fine 😀", true),
        Row("numbered", ["exactly": 2], "1. a\n2) b\n3.c\nx", true),
        Row("headings", ["exactly": 2], "# a\n####### no\n#no\n### b", true),
        Row("letters", ["letter": "A", "exactly": 2], "Aa b", true),
        Row("letters", ["letter": "k", "exactly": 2], "k \u{212A}", true),
        Row("letters", ["exactly": 3], "aé日1", true),
        Row("capital-words", ["exactly": 2], "DON'T say GPT-4, Bob", true),
        Row("lowercase-words", ["exactly": 1], "One two Three naïve", true),
        Row("bullets", ["exactly": 3], "* a\n- b\n• c\n---\n**d**\n-5\n* * *", true),
        Row("placeholders", ["exactly": 2], "[a] [] [b\nc]", true),
        Row("highlights", ["exactly": 2], "*a* **b** 2 * 3 * 4", true),
        Row("sections", ["marker": "Part", "exactly": 2], "Part 1\nx Part 9\n**Part 2**", true),
        Row("keyword", ["keyword": "art"], "start", false),
        Row("keyword", ["keyword": "art", "whole-word": false], "start", true),
        Row("keyword", ["keyword": "c++"], "I like C++.", true),
        Row("keyword", ["keyword": "Sun", "ignore-case": false], "the sun", false),
        Row("keyword", ["keyword": ["sun", "moon"], "quantity": "any"], "moon", true),
        Row("keyword", ["keyword": ["sun", "moon"], "quantity": "none"], "moon", false),
        Row("keyword", ["keyword": ["sun", "moon"]], "moon", false),
        Row("keyword", ["keyword": "straße", "exactly": 2], "Straße STRASSE straße", true),
        Row("keyword", ["keyword": "skin"], "a \u{17F}\u{212A}\u{131}n b", true),
        Row("pattern", ["pattern": "^#+ ", "multiline": true, "exactly": 2], "# a\n## b", true),
        Row("first-word", ["word": "yes"], "\"Yes,\" he said", true),
        Row("first-word", ["word": "so", "of": "lines"], "So a\n\nso b\nno", false),
        Row("last-word", ["word": "end"], "the end...", true),
        Row("last-word", ["word": "end", "of": "sentences"], "An end. Another End!", true),
        Row("paragraph-first-word", ["paragraphs": 2, "nth": 2, "word": "b"], "a\n\n\n\n**B** c", true),
        Row("word-position", ["word": "sun", "sentence": 2, "position": 2], "Hello there. The sun rose.", true),
        Row("palindrome", [:], "A Level, ok", true),
        Row("palindrome", ["length": 7], "A Level, ok", false),
        Row("same-edges", [:], "Sun and sun", true),
        Row("same-edges", [:], "Sun and sun.", false),
        Row("language", ["language": "de"], "Das ist ein ganz einfacher deutscher Satz über das Wetter.", true),
        Row("case", ["case": "upper"], "ABC 1", true),
        Row("case", ["case": "upper"], "123", false),
        Row("case", ["case": "lower"], "aBc", false),
        Row("case", ["case": "title"], "The Lord of the Rings", true),
        Row("case", ["case": "title"], "of Mice and men", false),
        Row("starts-with", ["text": "dear"], "  Dear reader", true),
        Row("starts-with", ["text": "dear", "ignore-case": false], "Dear reader", false),
        Row("ends-with", ["text": "Bye."], "x bye. ", true),
        Row("contains", ["text": ["a", "b"]], "a", false),
        Row("contains", ["text": ["a", "b"], "min": 1], "a", true),
        Row("absent", ["text": ","], "a, b", false),
        Row("equals", ["text": " yes"], "yes\n", true),
        Row("copies", ["text": "hi", "count": 2], "Hi ****** hi", true),
        Row("copies", ["text": "hi", "count": 2], "Hi ****** ho", false),
        Row("responses", [:], "a\n******\nb", true),
        Row("responses", [:], "a\n******\na", false),
        Row("responses", ["exactly": 3, "separator": "|"], "a|b|c", true),
        Row("repeated-phrase", ["phrase": "the old dog", "count": 2], "the red dog, the big dog", true),
        Row("option", ["options": ["yes", "yes sir"]], "yes sir", true),
        Row("option", ["options": ["yes", "no"]], "yes and no", false),
        Row("title", [:], "<<x>>", true),
        Row("title", [:], "<< >>", false),
        Row("postscript", [:], "x\nP. S. y", true),
        Row("quoted", [:], " \"x\" ", true),
        Row("quoted", [:], "\"", false),
        Row("quoted", ["opening": "「", "closing": "」"], "「x」", true),
        Row("wrapped-words", ["opening": "[", "closing": "]"], "[a] [b] c", false),
        Row("hyphenated-sentences", [:], "One.-Two.", true),
        Row("hyphenated-sentences", [:], "One. - Two.", false),
        Row("adjacent-initials", [:], "apple ball", false),
        Row("adjacent-initials", [:], "apple 1 ball", true),
        Row("composition", ["paragraphs": 2, "sentences": 1, "words": 2], "One two.\n***\nThree four!", true),
        Row("json", [:], "```json\n{\"a\": [1]}\n```", true),
        Row("json", [:], "3", false),
        Row("json", ["any-value": true], "3", true),
        Row("json", ["keys": ["a", "b"]], "{\"a\": 1}", false),
        Row("json", [:], String(repeating: "[", count: 100_000), false),
        Row("csv", ["columns": 2, "exactly": 2], "a,b\n\"x, y\",\"1\"\"2\"", true),
        Row("csv", ["columns": 2], "a,b\nc", false),
        Row("table", ["columns": 2, "exactly": 1], "x\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\ny", true),
        Row("table", [:], "a | b", false),
    ]

    @Test(arguments: rows) func decides(row: Row) throws {
        let rule = try VerifierRegistry.standard.make(Check(VerifierID(row.verifier), row.arguments, catalog: "assay"))
        let verdict = rule.decide(RuleInput(response: Text(row.response), wantsEvidence: .all))
        #expect((verdict.label == .pass) == row.passes, "\(verdict.evidence.map(\.sentence))")
        let score = verdict.score ?? 0
        #expect((0...1).contains(score))
        if row.passes { #expect(score == 1) }
    }

    @Test func everyRuleIsTested() {
        let tested = Set(Self.rows.map(\.verifier))
        #expect(Catalog.assay.definitions.map(\.id.name).filter { !tested.contains($0) } == [])
    }

    @Test(arguments: [
        Row("words", [:], "neither \"min\", \"max\" nor \"exactly\" is given; one of them is expected", false),
        Row("words", ["min": 5, "max": 2], "\"min\" is 5, above \"max\" 2; 2 or less is expected", false),
        Row("words", ["min": -1], "\"min\" is -1; an integer of 0 or more is expected", false),
        Row("letters", ["letter": "ab", "min": 1], "\"letter\" is \"ab\"; one letter or sign is expected", false),
        Row("contains", ["text": ["a", ""]], "\"text[1]\" is empty; a text is expected", false),
        Row("pattern", ["pattern": ""], "\"pattern\" is empty; a text is expected", false),
        Row("starts-with", ["text": " "], "\"text\" is \" \"; a text that is not blank is expected", false),
        Row(
            "quoted", ["opening": "", "closing": ""], "\"opening\" is \"\"; a text that is not blank is expected", false
        ),
        Row("keyword", ["keyword": []], "\"keyword\" is an empty array; at least one word is expected", false),
        Row(
            "language", ["language": "xx"], "\"language\" is \"xx\"; a code of ISO 639-1 such as \"en\" is expected",
            false),
        Row("csv", ["delimiter": "ab"], "\"delimiter\" is \"ab\"; one sign of ASCII such as \";\" is expected", false),
        Row(
            "paragraph-first-word", ["paragraphs": 2, "nth": 3, "word": "a"],
            "\"nth\" is 3; an integer from 1 to the number of paragraphs is expected", false),
    ]) func refuses(row: Row) {
        #expect {
            try VerifierRegistry.standard.make(Check(VerifierID(row.verifier), row.arguments, catalog: "assay"))
        } throws: { error in
            (error as? CheckError)?.message == row.response
        }
    }

    @Test(
        arguments: [
            ("startend:end_checker", ["end_phrase": ""]), ("combination:repeat_prompt", ["prompt_to_repeat": " "]),
            ("keywords:forbidden_words", ["forbidden_words": ["a", "  "]]),
            (
                "length_constraints:nth_paragraph_first_word",
                ["num_paragraphs": 2, "nth_paragraph": 1, "first_word": ""]
            ),
        ] as [(String, JSONObject)])
    func blankRequirementsAreNone(id: String, arguments: JSONObject) {
        #expect {
            try VerifierRegistry.standard.make(Check(VerifierID(id), arguments))
        } throws: { error in
            (error as? CheckError)?.message.hasSuffix("; a text that is not blank is expected") == true
        }
    }

    /// Nothing traps or takes long, whatever the response.
    @Test func everyRuleIsTotal() throws {
        let responses: [[UInt8]] = [
            [], [0xFF], [0xE2, 0x80], Array(repeating: 0x2A, count: 100_000), Array(repeating: 0x5B, count: 100_000),
            Array(String(repeating: "<<>", count: 30_000).utf8), Array(String(repeating: "\n\n", count: 50_000).utf8),
            Array(String(repeating: "a\"b\" .\u{0}\u{FEFF}é ", count: 5_000).utf8),
            (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 11) },
        ]
        let rows =
            Self.rows.map { ($0.verifier, $0.arguments, "assay") }
            + ConformanceTests.rows.map { ($0.id, $0.arguments, $0.catalog) }
        for response in responses {
            let text = Text(response)
            for (id, arguments, catalog) in rows {
                let rule = try VerifierRegistry.standard.make(Check(VerifierID(id), arguments, catalog: catalog))
                let verdict = rule.decide(RuleInput(response: text, wantsEvidence: .all))
                for span in verdict.evidence.compactMap(\.span) {
                    #expect(span.bytes.lowerBound >= 0 && span.bytes.upperBound <= response.count)
                }
            }
        }
    }
}
