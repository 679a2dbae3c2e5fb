// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayTables

/// Estimates whether the first word of an English text is a verb, without NLTK's data.
///
/// It is approximate.
///
///     FirstWordVerb.score(in: bytes, tokens: tokens) > 0   // "Consider the following." → true
///
/// A linear model over the word, its spelling, and the two words after it, trained on the tagged part of MASC. It is Assay's
/// stand-in for ``PerceptronTagger`` where no NLTK data is imported; verdicts from it have to be marked as approximate.
public enum FirstWordVerb {
    /// Whether the first of `tokens` is a verb (in any form, as Penn tags with `VB`).
    public static func beginsWithVerb(in bytes: [UInt8], tokens: some Sequence<Token>) -> Bool {
        score(in: bytes, tokens: tokens) > 0
    }

    /// How much speaks for a verb; above 0 it is taken for one.
    ///
    /// 0 if there are no tokens.
    public static func score(in bytes: [UInt8], tokens: some Sequence<Token>) -> Int {
        guard let context = TagContext(bytes, tokens) else { return 0 }
        return features(context).reduce(0) { $0 + weight($1) }
    }

    private static let table = ByteStringTable(
        packed: assay_first_word(), size: Int(assay_first_word_bytes), count: Int(assay_first_word_count))

    private static func weight(_ feature: [UInt8]) -> Int {
        let value = Int(table.value(of: feature, feature.indices))
        return value == 0 ? 0 : value - 128
    }

    /// The features as `scripts/tables/first_word.py` names them.
    private static func features(_ context: TagContext) -> [[UInt8]] {
        let next = context.next ?? Array("<end>".utf8)
        let afterNext = context.afterNext ?? Array((context.next == nil ? "<end2>" : "<end>").utf8)
        let first = context.word.isEmpty ? 0 : UTF8Decoding.scalar(context.word, at: 0).value
        let letterCase = UnicodeScalars.isUppercase(first) ? "U" : "l"
        func feature(_ name: String, _ value: some Sequence<UInt8>) -> [UInt8] { Array(name.utf8) + value }
        return [
            feature("b", []), feature("f", []), feature("c", letterCase.utf8), feature("C", letterCase.utf8),
            feature("s", TagContext.suffix(context.word, 3)), feature("S", TagContext.suffix(context.normal, 3)),
            feature("w", context.normal), feature("F", context.normal), feature("n", next), feature("N", next),
            feature("m", TagContext.suffix(next, 3)), feature("2", afterNext),
            feature("t", TagContext.suffix(context.normal, 2) + Array(" ".utf8) + next),
        ]
    }
}
