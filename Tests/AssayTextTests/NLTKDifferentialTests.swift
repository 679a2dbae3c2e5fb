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
    }

    private static let environment = ProcessInfo.processInfo.environment

    @Test(.enabled(if: environment["ASSAY_NLTK_CASES"] != nil, "set ASSAY_NLTK_CASES, see scripts/differential"))
    func sentencesAndTokensEqualNLTKs() throws {
        let path = try #require(Self.environment["ASSAY_NLTK_CASES"])
        let folder = try #require(Self.environment["ASSAY_NLTK_DATA"])
        let language = Self.environment["ASSAY_NLTK_LANGUAGE"] ?? "english"
        let model = try NLTKData(folder: folder).punktModel(language)
        let lines = try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A)
        var wrongSentences = 0
        var wrongTokens = 0
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
            let tokens = TreebankTokenizer.tokens(in: bytes, sentences: expected)
                .map { String(decoding: $0.text(in: bytes), as: UTF8.self) }
            // Python strings are compared scalar by scalar, Swift's by canonical equivalence.
            if tokens.map({ Array($0.utf8) }) != example.tokens.map({ Array($0.utf8) }) {
                wrongTokens += 1
                if wrongTokens <= 20 {
                    print("tokens of \(example.text.debugDescription): \(tokens), NLTK \(example.tokens)")
                }
            }
        }
        print("\(lines.count) texts: \(wrongSentences) split otherwise, \(wrongTokens) cut otherwise")
        #expect(wrongSentences == 0)
        #expect(wrongTokens == 0)
    }
}
