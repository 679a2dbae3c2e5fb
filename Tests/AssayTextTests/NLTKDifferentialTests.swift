// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Foundation
import Testing

/// Compares sentences and tokens with NLTK's own, over cases that `scripts/differential/nltk_views.py` writes.
///
/// Runs only where `ASSAY_NLTK_CASES`, `ASSAY_NLTK_DATA` and `ASSAY_NLTK_LANGUAGE` are set; NLTK's models are not bundled.
struct NLTKDifferentialTests {
    private struct Case: Decodable {
        let text: String
        let sentences: [[Int]]
        let tokens: [String]
        let tag: String?
    }

    private static let environment = ProcessInfo.processInfo.environment

    private struct Word: Decodable {
        let word: String
        let count: Int
    }

    @Test(
        .enabled(if: environment["ASSAY_SYLLABLE_CASES"] != nil, "set ASSAY_SYLLABLE_CASES, see scripts/differential"))
    func syllablesEqualSyllapys() throws {
        let path = try #require(Self.environment["ASSAY_SYLLABLE_CASES"])
        let lines = try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A)
        var wrong = 0
        for line in lines {
            let example = try JSONDecoder().decode(Word.self, from: Data(line))
            let count = SyllableCounter.count(example.word)
            if count != example.count {
                wrong += 1
                print("syllables of \(example.word.debugDescription): \(count), syllapy \(example.count)")
            }
        }
        print("\(lines.count) words: \(wrong) counted otherwise")
        #expect(wrong == 0)
    }

    @Test(.enabled(if: environment["ASSAY_NLTK_CASES"] != nil, "set ASSAY_NLTK_CASES, see scripts/differential"))
    func sentencesAndTokensEqualNLTKs() throws {
        let path = try #require(Self.environment["ASSAY_NLTK_CASES"])
        let folder = try #require(Self.environment["ASSAY_NLTK_DATA"])
        let language = Self.environment["ASSAY_NLTK_LANGUAGE"] ?? "english"
        let data = try NLTKData(folder: folder)
        let model = try data.punktModel(language)
        let tagger = data.hasTagger ? try data.perceptronTagger() : nil
        let lines = try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A)
        var wrongSentences = 0
        var wrongTokens = 0
        var wrongTags = 0
        var wrongCapitals = 0
        var ownVerbs = 0
        var ownVerbsRight = 0
        for line in lines {
            let example = try JSONDecoder().decode(Case.self, from: Data(line))
            let bytes = Array(example.text.utf8)
            let expected = example.sentences.map { $0[0]..<$0[1] }
            let sentences = model.sentences(in: bytes)
            if sentences != expected {
                wrongSentences += 1
                if wrongSentences <= 20 {
                    print("sentences of \(example.text.debugDescription): \(sentences), NLTK \(expected)")
                }
            }
            let found = TreebankTokenizer.tokens(in: bytes, sentences: expected)
            let tokens = found.map { String(decoding: $0.text(in: bytes), as: UTF8.self) }
            // Python strings are compared scalar by scalar, Swift's by canonical equivalence.
            if tokens.map({ Array($0.utf8) }) != example.tokens.map({ Array($0.utf8) }) {
                wrongTokens += 1
                if wrongTokens <= 20 {
                    print("tokens of \(example.text.debugDescription): \(tokens), NLTK \(example.tokens)")
                }
            }
            let capitals = found.count { $0.isUppercase(in: bytes) }
            if TreebankTokenizer.uppercaseCount(in: bytes, sentences: expected) != capitals {
                wrongCapitals += 1
                print("capitals of \(example.text.debugDescription): not \(capitals)")
            }
            guard let tagger, let tag = example.tag else { continue }
            let own = tagger.firstTag(in: bytes, tokens: found)
            if own != tag {
                wrongTags += 1
                print("tag of \(example.text.debugDescription): \(own ?? "none"), NLTK \(tag)")
            }
            ownVerbs += 1
            if FirstWordVerb.beginsWithVerb(in: bytes, tokens: found) == tag.contains("VB") { ownVerbsRight += 1 }
        }
        print("\(ownVerbsRight) of \(ownVerbs) first words: the built-in estimate agrees")
        print(
            "\(wrongTags) first tags differ; \(lines.count) texts: \(wrongSentences) split otherwise, \(wrongTokens) cut otherwise"
        )
        #expect(wrongSentences == 0)
        #expect(wrongTokens == 0)
        #expect(wrongTags == 0)
        #expect(wrongCapitals == 0)
    }
}
