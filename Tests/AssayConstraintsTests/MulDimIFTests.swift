// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import AssayCore
import AssayText
import Testing

@Suite struct MulDimIFTests {
    static func rule(
        _ kind: MulDimIF.Class, _ sentence: String, _ conformance: Conformance = .reference
    ) throws -> MulDimIFRule {
        try MulDimIF.rule(
            for: Check(kind.verifier, ["constraint": .string(sentence)]), in: RuleContext(conformance: conformance))
    }

    static func label(
        _ kind: MulDimIF.Class, _ sentence: String, _ response: String, _ conformance: Conformance = .reference
    ) throws -> Label {
        try rule(kind, sentence, conformance).decide(RuleInput(response: Text(response))).label
    }

    @Test(
        arguments: [
            (.lengthParagraphs, "At most 3 paragraphs", "P1\n\n\n\nP2", .pass),
            (.lengthParagraphs, "Must be exactly 2 paragraphs", "P1\nP2", .fail),
            (.languageEnglish, "The response must use capitalized letters for each word", "Hello 2nd World", .pass),
            (.languageEnglish, "The response must use capitalized letters for each word", "Hello world", .fail),
            (.formatTable, "no more than five rows", "|a|\n|---|\n|1|\n|2|\n|3|\n|4|\n|5|", .pass),
            (.formatTable, "no more than five rows", "|a|\n|---|\n|1|\n|2|\n|3|\n|4|\n|5|\n|6|", .fail),
            (.formatJSON, "exactly two levels of nesting", #"{"a":{"b":1}}"#, .pass),
            (.formatJSON, "exactly two levels of nesting", #"{"a":{}}"#, .fail),
            (.lengthSentences, "at least 3 sentences", "Pi is 3.14.", .fail),
            (.lengthSentences, "at most one sentence", "Pi is 3.14.", .fail),
            (.lengthWords, "no words are named", "x", .pass),
            (.lengthWords, "在10个字以内", "这是中文，有英文 words", .pass),
            (.lengthWords, "between twenty and ten words", "a b c d e f g h i j k", .pass),
            (.contentKeywords, "Must include 'sun' OR 'moon' at least twice", "Moon, MOON", .pass),
            (.contentKeywords, "Must include 'sun'", "sunny", .fail),
            (.contentKeywords, "Each item must include 'sun'", "1. sun\n2. moon", .fail),
            (.contentPunctuation, "Each sentence must end with a period", "", .pass),
            (.contentIdentifiers, "Start identifier: 'List:'", " ## list: a", .pass),
            (.formatXML, "no more than 1 attribute", "<a b='1' c='2'>", .fail),
            (.formatMarkdown, "Use heading level 2", "```\n## code\n```", .pass),
            (.languageChinese, "The answer must be in Simplified Chinese", "这是简体", .pass),
            (.languageChinese, "The answer must be in Simplified Chinese", "這是繁體", .fail),
        ] as [(MulDimIF.Class, String, String, Label)])
    func reference(kind: MulDimIF.Class, sentence: String, response: String, expected: Label) throws {
        #expect(try Self.label(kind, sentence, response) == expected)
    }

    @Test(
        arguments: [
            (.lengthSentences, "at most one sentence", "Pi is 3.14.", .pass),
            (.lengthSentences, "exactly two sentences", "你好。再见！", .pass),
            (.lengthSentences, "between 5 and 3 sentences", "A. B. C. D.", .pass),
            (.lengthSentences, "some sentences", "A.", .abstain),
            (.lengthParagraphs, "exactly two paragraphs", "A\n \nB", .pass),
            (.lengthWords, "at most 5 words", "这是 a good day", .pass),
            (.lengthWords, "no words are named", "x", .abstain),
            (.contentKeywords, "Must be at least 5 words and include 'sun'", "The sun is very hot", .pass),
            (.contentPunctuation, "The text shall end with a period", "Really? Yes.", .pass),
            (.contentPunctuation, "Each sentence must end with a period", "", .fail),
            (.formatMarkdown, "Use heading level 2", "```\n## code\n```", .fail),
            (.formatMarkdown, "All lines must be block quotes", "> a\n\n> b", .pass),
            (.formatMarkdown, "must use under three heading levels", "# a\n## b\n### c", .fail),
            (.formatTable, "If presented in a table, at most three rows", "no table", .pass),
            (.formatTable, "columns should be name and date", "|name|date|\n|---|---|", .pass),
            (.languageEnglish, "capitalized", "Über älter", .fail),
            (.languageChinese, "Must use Traditional Chinese characters", "皇后", .pass),
        ] as [(MulDimIF.Class, String, String, Label)])
    func corrected(kind: MulDimIF.Class, sentence: String, response: String, expected: Label) throws {
        #expect(try Self.label(kind, sentence, response, .corrected) == expected)
        #expect(try Self.label(kind, sentence, " \n", .corrected) != .pass)
    }

    @Test func unknownPairIsNamed() {
        let error = #expect(throws: CheckError.self) {
            try MulDimIF.check(first: "Length", second: "Wordz", sentence: "at most 3 words")
        }
        #expect(error?.code == .verifier)
        #expect(error?.message.contains("\"Length\", \"Wordz\"") == true)
        #expect(error?.message.contains("Length_Words") == true)
    }

    @Test func pairOfAnotherClass() {
        let error = #expect(throws: CheckError.self) {
            try MulDimIF.rule(
                for: Check("muldimif:length_words", ["constraint": "x", "first": "Format", "second": "Table"]))
        }
        #expect(error?.field == "second")
    }

    @Test func pairsMayHaveAnotherReader() throws {
        let check = try MulDimIF.check(first: "Format", second: "Blurb", sentence: "a short blurb")
        #expect(check.verifier == "muldimif:length_words")
        #expect(try MulDimIF.rule(for: check).described == "characters: at most 200")
    }

    @Test func everySpellingMakesARule() throws {
        let registry = VerifierRegistry([.muldimif])
        for kind in MulDimIF.Class.allCases {
            #expect(try registry.make(Check(kind.verifier, ["constraint": "x"])) is MulDimIFRule)
        }
        #expect(MulDimIF.Class.allCases.count == 12)
    }

    @Test func evidenceSaysWhatWasUnderstoodAndMeasured() throws {
        let rule = try Self.rule(.lengthWords, "at least 3 words")
        let verdict = rule.decide(RuleInput(response: Text("one two")))
        #expect(
            verdict.evidence.map(\.sentence) == [
                "understood as: \"words: at least 3\"", "words: 2, at least 3 required",
            ])
    }

    @Test func referenceErrorsAreNoVerdicts() throws {
        let rule = try Self.rule(.contentKeywords, "Must include 'sun' and at least eleven words")
        let verdict = rule.decide(RuleInput(response: Text("sun")))
        #expect(verdict.label == .abstain)
        #expect(verdict.reason?.code == "unreadable")
    }

    /// Any bytes in the sentence and in the response give an answer.
    @Test func isTotal() throws {
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let pieces = [
            "each ", "table ", "|", "\n", "'", "\"", "```json", "```xml", "<a b='", "# ", "at least ", "twenty",
            "words",
            "{", "[", "1. ", "- ", "heading level ", "中", "ſ", "\u{1F600}", "(A, 2020", "Sources:", "between ", " and ",
            "must ", "include ", "columns for ", "period", "²", "99999999999999999999", ">", "**", "---",
        ]
        for _ in 0..<400 {
            let sentence = (0..<next(14)).map { _ in pieces[next(pieces.count)] }.joined()
            var bytes: [UInt8] = []
            for _ in 0..<next(30) {
                if next(8) == 0 { bytes.append(UInt8(next(256))) } else { bytes += pieces[next(pieces.count)].utf8 }
            }
            for kind in MulDimIF.Class.allCases {
                for conformance in Conformance.allCases {
                    let rule = try Self.rule(kind, sentence, conformance)
                    let verdict = rule.decide(RuleInput(response: Text(bytes), wantsEvidence: .all))
                    #expect(verdict.label != .invalid)
                }
            }
        }
    }

    @Test func longSentencesAreArgumentErrors() {
        let error = #expect(throws: CheckError.self) {
            try Self.rule(.lengthWords, String(repeating: "x", count: 30_000))
        }
        #expect(error?.field == "constraint")
    }
}
