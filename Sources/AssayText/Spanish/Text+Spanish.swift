// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension Text {
    /// The words of Spanish text: its tokens but for punctuation.
    ///
    /// Surplus white space and signs such as `$` count.
    public var spanishWords: [Range<Int>] {
        SpanishTokenizer.tokens(in: bytes).filter { !SpanishTokenizer.isPunctuation($0, of: bytes) }
    }

    /// Sentences of Spanish text, by rules: see ``SpanishSentences``.
    public var spanishSentences: [Range<Int>] { SpanishSentences.sentences(in: bytes) }
}
