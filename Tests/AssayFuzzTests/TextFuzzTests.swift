// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Testing

/// Every view of a text on hostile texts: none crashes, every range lies inside, none is slow.
struct TextFuzzTests {
    /// A view and the number of ranges outside the text that it gave.
    static let views: [(name: String, call: @Sendable (Text) -> Int)] = [
        ("isASCII", { $0.isASCII ? 0 : 0 }),
        ("hasASCIILookalikes", { $0.hasASCIILookalikes ? 0 : 0 }),
        ("stripped", { outside([$0.stripped], $0) }),
        ("scalarCount", { $0.scalarCount > $0.bytes.count ? 1 : 0 }),
        ("lowercased", { $0.lowercased.bytes.isEmpty == $0.bytes.isEmpty ? 0 : 1 }),
        ("uppercased", { UnicodeText.uppercased($0.bytes).isEmpty == $0.bytes.isEmpty ? 0 : 1 }),
        (
            "nfkd",
            {
                _ = UnicodeText.nfkd($0.bytes); return 0
            }
        ),
        (
            "lowercasedWithoutPunctuation",
            {
                _ = $0.lowercasedWithoutPunctuation; return 0
            }
        ),
        ("isUpper", { $0.isUpper && $0.isLower ? 1 : 0 }),
        (
            "language",
            {
                _ = $0.language; return 0
            }
        ),
        (
            "isLanguage",
            {
                _ = LanguageIdentifier.isLanguage("en", $0.bytes); return 0
            }
        ),
        ("candidates", { LanguageIdentifier.candidates($0.bytes).count > 3 ? 1 : 0 }),
        ("wordCount", { $0.wordCount == $0.words.count ? 0 : 1 }),
        ("words", { outside($0.words, $0) }),
        ("whitespaceTokens", { outside($0.whitespaceTokens, $0) }),
        ("lines", { outside($0.lines, $0) }),
        ("splitLines", { outside(UnicodeText.splitLines(of: $0.bytes, in: 0..<$0.bytes.count), $0) }),
        ("sentences", { outside($0.sentences, $0) }),
        ("frenchSentences", { outside($0.frenchSentences, $0) }),
        ("spanishWords", { outside($0.spanishWords, $0) }),
        ("spanishSentences", { outside($0.spanishSentences, $0) }),
        ("japaneseSentences", { JapaneseSentences.count(in: $0.bytes) < 0 ? 1 : 0 }),
        ("japaneseNominalEndings", { JapaneseNominalEndings.count(in: $0.bytes) < 0 ? 1 : 0 }),
        ("tokens", { outside($0.tokens.map(\.range), $0) }),
        (
            "tokens of all as one sentence",
            { TreebankTokenizer.tokens(in: $0.bytes, sentences: [0..<$0.bytes.count]).count < 0 ? 1 : 0 }
        ),
        ("uppercaseCount", { TreebankTokenizer.uppercaseCount(in: $0.bytes, sentences: $0.sentences) < 0 ? 1 : 0 }),
        ("uppercaseBounds", { TreebankTokenizer.uppercaseBounds(in: $0.bytes).lowerBound < 0 ? 1 : 0 }),
        (
            "verb",
            {
                _ = FirstWordVerb.beginsWithVerb(in: $0.bytes, tokens: $0.tokens); return 0
            }
        ),
        ("syllables", { text in text.words.reduce(0) { $0 + (SyllableCounter.count(text.bytes, $1) < 0 ? 1 : 0) } }),
        ("syllables of all", { SyllableCounter.count($0.bytes, 0..<$0.bytes.count) < 0 ? 1 : 0 }),
        (
            "stopWords",
            { text in
                _ = text.words.filter { StopWords.contains(text.bytes, $0) }; return 0
            }
        ),
        (
            "csv",
            { text in
                _ = try? CSVReader().forEachRow(in: text.bytes) { _ in }; return 0
            }
        ),
        (
            "tokens at the ends",
            { text in
                let all = 0..<text.bytes.count
                return outside(
                    [text.firstToken(in: all), text.lastToken(in: all), text.bare(all)].compactMap { $0 }, text)
            }
        ),
    ]

    static func outside(_ ranges: [Range<Int>], _ text: Text) -> Int {
        ranges.reduce(0) { $0 + ($1.lowerBound < 0 || $1.upperBound > text.bytes.count ? 1 : 0) }
    }

    @Test func scanners() throws {
        try FuzzRun.run("TextFuzzTests", iterations: 40) { run in
            let bytes = FuzzText.make(&run.random)
            for (name, call) in Self.views {
                let wrong = run.time(name, size: bytes.count, bytes) { call(Text(bytes)) }
                if wrong > 0 { run.fail(name, "\(wrong) wrong answers", bytes) }
            }
        }
    }
}
