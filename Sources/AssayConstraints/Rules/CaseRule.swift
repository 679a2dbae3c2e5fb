// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the whole response is in one case.
///
///     {"verifier": "case", "case": "lower"}
///
/// ## How it decides
/// `upper` and `lower` need at least one letter that has case and none in another case. `title` needs every word to
/// begin with a letter that is not in lower case, short words that titles leave small (`a`, `of`, `the`, …) excepted
/// unless they come first.
public struct CaseRule: Rule {
    /// Which case.
    public enum Style: String, Sendable, CaseIterable {
        case upper, lower, title
    }

    /// Which case.
    public let style: Style

    /// Creates the rule.
    public init(_ style: Style) { self.style = style }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        switch style {
        case .upper: return input.verdict(text.isUpper) { CaseRule.evidence(text, upper: true) }
        case .lower: return input.verdict(text.isLower) { CaseRule.evidence(text, upper: false) }
        case .title:
            let offender = smallWord(in: text)
            return input.verdict(offender == nil) {
                offender.map { [.place("word in lower case", $0, required: "a capital at its beginning")] } ?? []
            }
        }
    }

    /// The first letters in the wrong case.
    static func evidence(_ text: Text, upper: Bool) -> [Evidence] {
        var evidence: [Evidence] = []
        var index = 0
        while index < text.bytes.count, evidence.count < 3 {
            let (scalar, length) = UTF8Decoding.scalar(text.bytes, at: index)
            let isWrong =
                UnicodeScalars.isTitlecase(scalar)
                || (upper ? UnicodeScalars.isLowercase(scalar) : UnicodeScalars.isUppercase(scalar))
            if isWrong {
                let required = upper ? "upper case only" : "lower case only"
                evidence.append(
                    .place("letter in \(upper ? "lower" : "upper") case", index..<index + length, required: required))
            }
            index += length
        }
        return evidence.isEmpty ? [Evidence("letters", found: "none", required: "some")] : evidence
    }

    private func smallWord(in text: Text) -> Range<Int>? {
        var isFirst = true
        for word in text.whitespaceTokens {
            let core = UnicodeText.strippedRange(of: text.bytes, in: word, characters: .punctuation)
            guard !core.isEmpty else { continue }
            defer { isFirst = false }
            let scalar = UTF8Decoding.scalar(text.bytes, at: core.lowerBound).value
            guard UnicodeScalars.isLowercase(scalar) else { continue }
            if !isFirst, core.count <= 4, CaseRule.small.contains(Array(text.bytes[core])) { continue }
            return core
        }
        return nil
    }

    private static let small = Set(
        [
            "a", "an", "and", "as", "at", "but", "by", "for", "from", "if", "in", "nor", "of", "on", "or", "per", "so",
            "the", "to", "up", "via", "vs", "with", "yet",
        ]
        .map { Array($0.utf8) })
}
