// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Testing

struct PunktModelTests {
    private static func split(_ text: String, _ model: PunktModel) -> [String] {
        let bytes = Array(text.utf8)
        return model.sentences(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(arguments: [
        ("", []),
        (" \n\t ", []),
        ("One", ["One"]),
        (" One. ", [" One."]),
        ("He left. She stayed!", ["He left.", "She stayed!"]),
        ("Mr. Fox met Dr. Hare. They ran.", ["Mr. Fox met Dr. Hare.", "They ran."]),
        // Latin abbreviations end sentences for the reference.
        ("Apples, pears, etc. are fruit.", ["Apples, pears, etc.", "are fruit."]),
        ("(He left.) She stayed.", ["(He left.)", "She stayed."]),
        ("He said \"No.\" She nodded.", ["He said \"No.\"", "She nodded."]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("J. Bach wrote it. Fine.", ["J. Bach wrote it.", "Fine."]),
        ("It cost 3.50 euros. Cheap.", ["It cost 3.50 euros.", "Cheap."]),
        ("1. Apples\n2. pears", ["1.", "Apples\n2. pears"]),
        ("Wait... what? No", ["Wait... what?", "No"]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("No blank.But two", ["No blank.But two"]),
        ("ΟΔΟΣ. É.", ["ΟΔΟΣ.", "É."]),
    ])
    func splitsEnglish(text: String, expected: [String]) {
        #expect(Self.split(text, .english) == expected)
        #expect(PunktModel.english.sentenceCount(in: Array(text.utf8)) == expected.count)
    }

    @Test func frenchChecksAddAbbreviations() {
        let text = "Les fruits, etc. sont bons. Cf. la page 3."
        let model = PunktModel.french.adding(abbreviations: PunktModel.frenchInstructionAbbreviations)
        #expect(Self.split(text, .french).count == 4)
        #expect(Self.split(text, model) == ["Les fruits, etc. sont bons.", "Cf. la page 3."])
    }

    @Test func everyTableCounts() {
        let text = "Foo bar. Baz ate ... Qux and X. Corge went."
        let empty = PunktModel(abbreviations: [], starters: [], collocations: [], orthography: [])
        #expect(Self.split(text, empty) == ["Foo bar.", "Baz ate ... Qux and X. Corge went."])
        let abbreviated = PunktModel(abbreviations: ["bar"], starters: [], collocations: [], orthography: [])
        #expect(Self.split(text, abbreviated) == ["Foo bar. Baz ate ... Qux and X. Corge went."])
        let started = PunktModel(abbreviations: ["bar"], starters: ["baz", "qux"], collocations: [], orthography: [])
        #expect(Self.split(text, started) == ["Foo bar.", "Baz ate ...", "Qux and X. Corge went."])
        let joined = PunktModel(abbreviations: [], starters: [], collocations: [("bar", "baz")], orthography: [])
        #expect(Self.split(text, joined) == ["Foo bar. Baz ate ... Qux and X. Corge went."])
        let seen = PunktModel(
            abbreviations: [], starters: [], collocations: [],
            orthography: [("qux", .middleLower), ("corge", .middleLower)])
        #expect(Self.split(text, seen) == ["Foo bar.", "Baz ate ...", "Qux and X.", "Corge went."])
    }

    @Test func staysTotalOnAnyBytes() {
        var state: UInt64 = 1
        for _ in 0..<3000 {
            var bytes: [UInt8] = []
            for _ in 0..<40 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let pool: [UInt8] = [
                    0x2E, 0x3F, 0x20, 0x0A, 0x27, 0x22, 0x2D, 0x61, 0x41, 0xE2, 0x80, 0x9C, 0xC2, 0xA0, 0xFF, 0x35,
                ]
                bytes.append(pool[Int(state >> 60)])
            }
            let sentences = PunktModel.english.sentences(in: bytes)
            var last = 0
            for sentence in sentences {
                #expect(sentence.lowerBound >= last && sentence.upperBound <= bytes.count)
                last = sentence.upperBound
            }
            let tokens = TreebankTokenizer.tokens(in: bytes, sentences: sentences)
            last = 0
            for token in tokens {
                #expect(token.range.lowerBound >= last && token.range.upperBound <= bytes.count)
                last = token.range.upperBound
            }
        }
    }

    @Test(arguments: ["a.", "a. ", ". ", "?)", "'", "\"", "a,", ". . ", "--", "``", "\u{A0}.", "d'ye-", "a-"])
    func repeatedUnitsStayLinear(unit: String) {
        // Would not end for hours if any step were quadratic.
        let bytes = Array(String(repeating: unit, count: 400_000).utf8)
        let sentences = PunktModel.english.sentences(in: bytes)
        #expect(!TreebankTokenizer.tokens(in: bytes, sentences: sentences).isEmpty)
    }
}
