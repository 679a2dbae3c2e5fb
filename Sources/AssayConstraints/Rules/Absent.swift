// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when none of the given texts stands anywhere in the response.
///
///     {"verifier": "absent", "text": ","}
///
/// Texts are taken literally, in their own case, also inside words; `keyword` looks for words.
public struct Absent: Rule {
    /// The texts.
    public let texts: [String]
    /// What they are called in evidence, where they have a name.
    public let name: String?
    private let forms: [[UInt8]]

    /// Creates the rule.
    ///
    /// - Throws: `CheckError` for an empty text.
    public init(_ texts: [String], name: String? = nil, argument: String = "text") throws(CheckError) {
        guard !texts.isEmpty, !texts.contains("") else {
            throw .argument(argument, found: "empty", expected: "a text")
        }
        self.texts = texts
        self.name = name
        forms = texts.map { Array($0.utf8) }
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let bytes = input.response.bytes
        let passed = !forms.contains { ByteSearch.contains($0, in: bytes) }
        return input.verdict(passed) {
            var evidence: [Evidence] = []
            for (text, form) in zip(texts, forms) {
                let count = ByteSearch.count(form, in: bytes)
                guard count > 0, evidence.count < 5 else { continue }
                let label = name ?? "\"\(text)\""
                evidence.append(.count(label, count, required: "none"))
                var start = 0
                while evidence.count < 5, let found = ByteSearch.first(form, in: bytes, from: start) {
                    start = found + form.count
                    evidence.append(.place(label, found..<start))
                }
            }
            return evidence
        }
    }
}
