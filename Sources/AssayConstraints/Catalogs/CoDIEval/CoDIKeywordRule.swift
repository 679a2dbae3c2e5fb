// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when every word of a list occurs in any inflection, and a word to avoid does not: `codi:keyword`.
///
///     let rule = try CoDIKeywordRule(label: ["balance", "pole", "walk"], avoided: nil)
///     // "She walked, balancing two poles." passes
///
/// ## How it decides
/// 1. What follows the first colon at the end of a line is judged, if there is such a colon.
/// 2. Its words (`\w+`, also several joined by hyphens) are put in lower case and lemmatised one by one.
/// 3. The lemma of every entry of the list has to be among them; of an entry "a or b" one of the two. The lemma of the word
///    to avoid must not be.
///
/// Quirks of the reference: an entry of several words is reduced to its first word, a hyphenated word of the text to what stands
/// before its first hyphen, and "a or b" is understood only in records with a word to avoid, and then for two words.
/// Corrected, entries of several words stand for consecutive words, every part of a hyphenated word counts, and "a or b or
/// c" means what it says.
///
/// - Source: Chen et al., 2024, arXiv:2401.00690. The lemmatiser is Assay's, see `Lemmatizer`.
public struct CoDIKeywordRule: Rule {
    /// What the text has to hold.
    struct Entry: Sendable {
        /// As the check has it.
        let text: String
        /// Alternatives, each of consecutive lemmas.
        let alternatives: [[[UInt8]]]
    }

    /// Whether the reference's quirks are kept.
    public let conformance: Conformance
    let entries: [Entry]
    let avoided: Entry?

    /// Creates the rule.
    ///
    /// - Throws: `CheckError` with code `argument` for an empty list, or an entry without a word.
    public init(
        label: [String], avoided: String?, conformance: Conformance = .reference
    ) throws(CheckError) {
        guard !label.isEmpty else {
            throw .argument("label", found: "an empty list", expected: "a list of words")
        }
        var entries: [Entry] = []
        for text in label {
            var alternatives = [text]
            if conformance == .corrected {
                alternatives = CoDIKeywordRule.alternatives(text)
            } else if avoided != nil {
                alternatives = Array(CoDIKeywordRule.alternatives(text).prefix(2))
            } else if CoDIKeywordRule.alternatives(text).count > 1 {
                // Compared as it stands, "a or b" is the lemma of no word.
                entries.append(Entry(text: text, alternatives: []))
                continue
            }
            entries.append(try CoDIKeywordRule.entry(text, alternatives, "label", conformance))
        }
        self.entries = entries
        self.avoided = try avoided.map { text throws(CheckError) in
            try CoDIKeywordRule.entry(text, [text], "anti_label", conformance)
        }
        self.conformance = conformance
    }

    private static func alternatives(_ text: String) -> [String] {
        let bytes = Text(text)
        return bytes.split(by: Array(" or ".utf8)).map { bytes.string($0) }
    }

    private static func entry(
        _ text: String, _ alternatives: [String], _ name: String, _ conformance: Conformance
    ) throws(CheckError) -> Entry {
        var lemmas: [[[UInt8]]] = []
        for alternative in alternatives {
            let words = CoDILemmas(Array(alternative.utf8), conformance: conformance)
            guard !words.ranges.isEmpty else {
                throw .argument(name, found: "\"\(text)\"", expected: "a word, or words with \" or \" between them")
            }
            let all = words.ranges.indices.map { Array(words.lemma($0)) }
            lemmas.append(conformance == .corrected ? all : [all[0]])
        }
        return Entry(text: text, alternatives: lemmas)
    }

    /// Looks for the words.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let range = CoDIAnswer.range(in: text, conformance: conformance)
        let words = CoDILemmas(text.bytes, in: range, conformance: conformance)
        let found = entries.map { words.first($0.alternatives) }
        let violation = avoided.flatMap { words.first($0.alternatives) }
        return input.verdict(violation == nil && found.allSatisfy { $0 != nil }) {
            var evidence: [Evidence] = []
            for (entry, place) in zip(entries, found) where place == nil && evidence.count < 5 {
                evidence.append(Evidence("keyword \"\(entry.text)\"", found: "missing", required: "in any inflection"))
            }
            if let violation, let avoided {
                evidence.append(.place("word to avoid \"\(avoided.text)\"", violation))
            }
            for (entry, place) in zip(entries, found) where evidence.count < 5 {
                if let place { evidence.append(.place("keyword \"\(entry.text)\"", place)) }
            }
            return evidence + CoDIAnswer.evidence(range, of: text)
        }
    }
}
