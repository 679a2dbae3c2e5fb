// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response is written in a language, and, if asked, all in one case.
///
///     {"verifier": "language", "language": "de"}
///
/// ## How it decides
/// 1. Where a case is asked for, the response has to have a letter with case and none in the other case.
/// 2. The most probable language by the statistics of character n-grams has to be the given one. `zh` stands for both
///    ways to write Chinese where ``passesUnknown`` is not set.
///
/// ## Abstains
/// Where nothing in the text tells a language (digits and signs only); the reference checkers pass there
/// (``passesUnknown``).
///
/// - Source: the statistics of Shuyo's language-detection library, 2010.
public struct LanguageRule: Rule {
    /// What the letters have to be.
    public enum LetterCase: Sendable, Hashable {
        case upper, lower
    }

    /// The code: ISO 639-1, or `zh-cn` and `zh-tw`.
    public let language: String
    /// What the letters have to be, if it matters.
    public let letterCase: LetterCase?
    /// Whether a response whose language cannot be told passes.
    public let passesUnknown: Bool

    /// Creates the rule.
    ///
    /// - Throws: `CheckError` for a code that is not among those that can be told.
    public init(
        _ language: String, letterCase: LetterCase? = nil, passesUnknown: Bool = false, argument: String = "language"
    ) throws(CheckError) {
        guard LanguageRule.known.contains(language) || language == "zh" else {
            throw .argument(argument, found: "\"\(language)\"", expected: "a code of ISO 639-1 such as \"en\"")
        }
        self.language = language
        self.letterCase = letterCase
        self.passesUnknown = passesUnknown
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        if let letterCase, !(letterCase == .upper ? text.isUpper : text.isLower) {
            return input.verdict(false) { CaseRule.evidence(text, upper: letterCase == .upper) }
        }
        // The statistics are of running text, where capitals are rare.
        let found = letterCase == .upper && !passesUnknown ? text.lowercased.language : text.language
        guard let found else {
            if passesUnknown { return input.verdict(true) { [Evidence("language", required: language)] } }
            return Verdict(.abstain, reason: Reason("language", "nothing in the text tells its language"))
        }
        let passed = found == language || (!passesUnknown && language == "zh" && found.hasPrefix("zh-"))
        return input.verdict(passed) {
            [Evidence("language", found: .string(found), required: "\"\(language)\"")]
        }
    }

    /// The codes that can be told.
    static let known = LanguageIdentifier.codes
}
