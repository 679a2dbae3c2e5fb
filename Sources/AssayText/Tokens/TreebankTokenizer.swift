// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Cuts sentences into words and punctuation as NLTK 3.9.1's `word_tokenize` does.
///
///     let bytes = Array("\"Don't,\" he said.".utf8)
///     let tokens = TreebankTokenizer.tokens(in: bytes, sentences: PunktModel.english.sentences(in: bytes))
///     // `` Do n't , '' he said .
///
/// NLTK rewrites each sentence with some thirty regular expressions, one after the other, and splits at white space. What
/// they do together is a cut before or after certain signs, so that one scan over the bytes finds the same tokens; only
/// `"` and opening `''` change their text, which ``Token/Kind`` says.
///
/// - Source: Penn Treebank conventions (Robert MacIntyre's `tokenizer.sed`), as changed in NLTK 3.9.1
///   (`nltk/tokenize/destructive.py`).
/// - Complexity: Linear in the number of bytes; no allocation per token.
public enum TreebankTokenizer {
    /// The tokens of `sentences`, which are byte ranges of `bytes`, in order.
    public static func tokens(in bytes: [UInt8], sentences: [Range<Int>]) -> [Token] {
        var scanner = TreebankScanner(bytes, capacity: bytes.count / 5)
        for sentence in sentences {
            let range = sentence.clamped(to: 0..<bytes.count)
            if !range.isEmpty { scanner.scan(range) }
        }
        return scanner.tokens
    }

    /// Calls `body` with each token of `sentences`, in order, keeping no more than one sentence's.
    public static func forEachToken(in bytes: [UInt8], sentences: [Range<Int>], _ body: (Token) -> Void) {
        var scanner = TreebankScanner(bytes, capacity: 64)
        for sentence in sentences {
            let range = sentence.clamped(to: 0..<bytes.count)
            guard !range.isEmpty else { continue }
            scanner.scan(range)
            for token in scanner.tokens { body(token) }
            scanner.removeTokens()
        }
    }

    /// The number of tokens that Python's `str.isupper` holds for: `I`, `GPT-4`, `U.S`.
    public static func uppercaseCount(in bytes: [UInt8], sentences: [Range<Int>]) -> Int {
        var count = 0
        forEachToken(in: bytes, sentences: sentences) { token in
            if token.isUppercase(in: bytes) { count += 1 }
        }
        return count
    }
}
