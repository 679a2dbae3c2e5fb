// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response begins with a verb.
///
/// ## How it decides
/// The first Treebank token is a verb in any form by NLTK's tagger, where its weights were imported, else by Assay's own
/// estimate, which is approximate. With `skipsMarks`, punctuation and markup before the first word are passed over.
public struct VerbFirst: Rule {
    /// Whether tokens without a letter or number at the beginning are passed over.
    public let skipsMarks: Bool

    /// Creates the rule.
    public init(skipsMarks: Bool) { self.skipsMarks = skipsMarks }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        var tokens = text.tokens[...]
        if skipsMarks { tokens = tokens.drop { $0.kind != .text || !text.hasAlphanumeric($0.range) } }
        let tagger = text.resources.tagger
        let passed =
            if let tagger {
                tagger.beginsWithVerb(in: text.bytes, tokens: tokens)
            } else {
                FirstWordVerb.beginsWithVerb(in: text.bytes, tokens: tokens)
            }
        return input.verdict(passed) {
            guard let first = tokens.first else { return [.count("tokens", 0, required: "1 or more")] }
            let source = tagger == nil ? "built-in estimate" : "NLTK's tagger"
            return [.place("first word \"\(text.string(first.range))\" (\(source))", first.range, required: "a verb")]
        }
    }
}
